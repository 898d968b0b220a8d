"""Sign-offs: who reported, wrote and edited, at a story's end or glued to its last paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from copylint.document.model import Part
from copylint.document.parts.note import bracketed_note
from copylint.expressions import expression

_LONGEST: Final = 700
"""A sign-off is no longer, in code points: so far a bracket that is never closed reaches."""

_WORK: Final = (
    r"(?:(?:with|additional|further|extra|other)\s+){0,2}(?:reporting|writing|editing|compiled|polling|graphics?"
    r"|translation"
    r"|translat(?:ed|ing)|production|screening|research|written|edited|reported|contributions?|rewriting|repackaging)"
)
_NAME_FOLLOWS: Final = r"\s+(?=[\"“]?[^\W\d_a-z])"
_DESK: Final = rf"(?i:{_WORK}\b[^().:]{{0,60}}?\b(?:by|from)\b:?){_NAME_FOLLOWS}"
_FOREIGN_DESK: Final = (
    r"(?i:(?:reportage|rédigé|rédaction|édité|edité|version française|bearbeitet|geschrieben|redigiert|editado|reporte"
    rf"|información|reportagem)\b[^()]{{0,60}}?\b(?:de|par|von|por)\b){_NAME_FOLLOWS}"
)
_NAMED_DESK: Final = r"(?:[^\W\d_a-z][\w.'’-]+\s+){1,4}(?:reported|contributed|wrote)\s+(?:from|to)\s"
_OPENING: Final = expression(
    rf"(?<!\()\((?:\s{{0,2}}\(){{0,2}}\s{{0,2}}(?P<desk>{_DESK}|{_FOREIGN_DESK}|{_NAMED_DESK})"
    r"|(?<![(\[])[(\[]{1,2}(?=\s{0,2}(?i:this (?:story|version|article)|corrects?|for)\b)"
)
_BARE: Final = expression(rf"(?:[-–—]+\s*)?{_DESK}")
_CONTRIBUTED: Final = expression(
    r"\bcontributed to (?:this|the) (?:report|story|article|dispatch)|\bcontributed (?:reporting|research)\b"
    r"|\bcontributed from\b"
    r"|\bhat(?:ten)? zu diesem (?:bericht|artikel) beigetragen|\bont contribué à cet article",
    regex.IGNORECASE,
)
_INITIALS: Final = expression(
    r"(?:bur(?:s|x|eaux?)?|[a-z]{2,4})(?:-[a-z]{2,4}){0,3}(?:/[a-z]{1,4}){1,4}|bur(?:-[a-z]{2,4}){1,3}"
    r"|dpa(?: [a-z]{2,4}){2,6}"
)
_LONGEST_INITIALS: Final = 60
"""No initials are longer, in code points."""
_GLUED_INITIALS: Final = expression(rf"(?<=[.!?\"”’)])\s+(?P<initials>{_INITIALS.pattern})$")
_AGENCY: Final = (
    r"(?:the )?(?:AP|AFP|Reuters|dpa|UPI|ANI|PTI|IANS|EFE|ANSA|Xinhua|AAP|CNN|PA|TNS|Agencies|Agence France[- ]Presse"
    r"|Associated Press)"
)
_AGENCIES_ONLY: Final = expression(
    r"[(\[]?(?:(?:with|via|from|source)\b:?\s+(?:(?:inputs?|files|additional reporting|reporting) (?:from|by) )?)?"
    rf"{_AGENCY}(?:(?:\s*[,/+&]\s*|\s+and\s+)(?:{_AGENCY}|[A-Z]\w+(?: [A-Z]\w+)?))*[)\]]?\.?",
    regex.IGNORECASE,
)
_RULED_OFF: Final = expression(r"_{3,}")
_CONTRIBUTOR: Final = expression(r"\b(?:contributed|reported|follow|AP|Associated Press)\b|://")
_BRACKETS: Final = expression(r"[()\[\]]")


def is_sign_off(text: str, *, near_end: bool) -> bool:
    """Whether a whole paragraph is a sign-off; most forms are only believed near the story's end."""
    if len(text) > _LONGEST:
        return False
    if _BARE.match(text) and ". " not in text.rstrip(". "):
        return True
    if not near_end:
        return False
    contributed = _holds(text.casefold(), "contribu", "beigetragen") and _CONTRIBUTED.search(text)
    return bool(contributed) or any(pattern.fullmatch(text) for pattern in (_INITIALS, _AGENCIES_ONLY, _RULED_OFF))


def glued_initials(text: str) -> int | None:
    """Where the desk's initials begin that a last paragraph ends in: `… she said. bur-abc/def`."""
    if not _holds(text[-_LONGEST_INITIALS:], "/", "bur-", "dpa "):
        return None
    found = _GLUED_INITIALS.search(text, max(len(text) - _LONGEST, 0))
    return found.start("initials") if found else None


def _holds(text: str, *literals: str) -> bool:
    """Whether one of the literals that a pattern needs is there; most paragraphs have none, and looking is cheap."""
    return any(literal in text for literal in literals)


def is_rule(text: str) -> bool:
    """The line of underscores that AP sets between a story and its contributors."""
    return _RULED_OFF.fullmatch(text) is not None


def is_contributor_line(text: str) -> bool:
    """What can stand under AP's rule: `Associated Press writer Ann Lee in Paris contributed to this report.`"""
    return len(text) <= _LONGEST and _CONTRIBUTOR.search(text) is not None


def bracketed_notes(text: str) -> Iterator[tuple[Part, int, int]]:
    """Sign-offs, corrections and notes in brackets inside a paragraph, in order, each with the stop that follows it."""
    if not _holds(text, "(", "["):
        return
    position = 0
    while opening := _OPENING.search(text, position):
        end = _closing(text, opening.start())
        part: Part | None = "sign-off" if opening["desk"] else bracketed_note(text[opening.start() : end])
        if part is not None and end > opening.start():
            yield part, opening.start(), end
        position = max(end if part is not None else 0, opening.end())


def _closing(text: str, start: int) -> int:
    """Where the bracket that opens at `start` is closed, with a stop behind it; else the paragraph's end."""
    depth = 0
    for bracket in _BRACKETS.finditer(text, start, start + 2 * _LONGEST):
        depth += 1 if bracket[0] in "([" else -1
        if depth == 0:
            return bracket.end() + (text[bracket.end() : bracket.end() + 1] == ".")
    return len(text) if len(text) - start <= _LONGEST else start
