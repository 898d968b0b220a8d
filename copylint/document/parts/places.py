"""How the places of a dateline are written: in capitals, in Title Case, or neither."""

from __future__ import annotations

import re
from typing import Final, Literal

from copylint.expressions import expression

Lettering = Literal["none", "capitals", "title", "mixed"]
"""`none`: there are no places at all."""

_MOST_PLACES: Final = 4
_PARTICLES: Final = frozenset(
    re.findall(
        r"\w+",
        "al am an and auf cum da das de del della den der des di do dos du e el en et in la las le les lez los "
        "of on ob os sul sur the upon und van vor y zu",
    )
)
_JOINT: Final = expression(r"\s*/\s*|\s+(?:and|et|y|und)\s+")
_BRACKETED: Final = expression(r"\([^()]*\)")
_WORD: Final = expression(r"[^\s]+")
_PREFIX: Final = expression(
    r"^(?:Mc|Mac|Fitz|Ma|de|De|La|Le|Ha|Al-|al-|el-|El-|d['’]|D['’]|l['’]|O['’])(?=[^\W\d_]{2})"
)
"""Before the capitals of a name."""
_SAINT: Final = expression(r"\b(?:Ste?|Ft|Mt)\. ")
_OTHER_THAN_PLACE: Final = expression(r"[.!?:;\"“”«»][\s\"”]+\w*[a-z]{3}|[!?:;\"“”@#*=|]|\d{3}")


def lettering_of(places: str) -> Lettering | None:
    """How up to four places joined by `/` are written, each with an optional state or country; None: not places."""
    if not places:
        return "none"
    if len(places) > 90 or places.startswith("(") or _OTHER_THAN_PLACE.search(_SAINT.sub("", places)):
        return None
    if places.split(None, 1)[0].casefold() in ("by", "par", "von", "por"):
        return None
    found: set[Lettering] = set()
    parts = _JOINT.split(places)
    for part in parts:
        city, *qualifiers = (_BRACKETED.sub(" ", name).strip() for name in part.split(","))
        lettering = _lettering_of_words(city.split())
        if lettering is None or not all(map(_is_qualifier, qualifiers)) or len(qualifiers) > 2:
            return None
        found.add(lettering)
    if len(parts) > _MOST_PLACES:
        return None
    return "mixed" if "mixed" in found else "title" if "title" in found else "capitals"


def starts_in_capitals(text: str) -> bool:
    """Whether the first word could open a place name in capitals: two capitals or more, and no initial."""
    word = _WORD.match(text)
    return word is not None and _is_capital(word[0]) and sum(map(str.isupper, word[0])) >= 2


def _lettering_of_words(words: list[str]) -> Lettering | None:
    if not 1 <= len(words) <= 7 or not any(char.isalpha() for word in words for char in word):
        return None
    named = [word for word in words if word not in _PARTICLES]
    if named and all(map(_is_capital, named)):
        return "capitals"
    if named and all(word[0].isupper() or word[0] in "'’‘" for word in named):
        return "title"
    return "mixed" if len(words) <= 4 else None


def _is_capital(word: str) -> bool:
    """PARIS, McALLEN, O'FALLON, St., L’AQUILA, d'IVOIRE, N'DJAMENA."""
    bare = _PREFIX.sub("", word).strip(".,'’‘")
    return word in ("St.", "Ste.", "Ft.", "Mt.") or (
        bool(bare) and bare.upper() == bare and any(map(str.isalpha, bare))
    )


def _is_qualifier(words: str) -> bool:
    parts = words.split()
    return len(parts) <= 5 and all(part[0].isupper() or part in _PARTICLES for part in parts)
