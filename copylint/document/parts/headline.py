"""Headlines and subheads where the format has no mark for them."""

from __future__ import annotations

from typing import Final

import regex

from copylint.expressions import expression

_LONGEST_HEADLINE: Final = 160
_FINAL_STOP: Final = expression(r"[.;:,…](?:[\"”’')\]]*)$")
_ABBREVIATION: Final = expression(r"\b(?:[A-Z]\.)+['’\"”]?$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|No)\.$")
_SLUG: Final = expression(
    r"(?:[A-Z]{2,3}-)?[A-Z0-9]{2,}(?:[-–/][A-Z0-9][\w.]*)+/?(?:\s*\([A-Z][A-Z0-9 ,/-]*\))?"
    r"|(?:BC|AM|PM)-[\w-]+(?:--[\w -]+)?(?:,\s?\w[\w -]*)*"
)
_NO_HEADLINE: Final = expression(
    r"(?:sources?|updated?(?!\s*\d+\s?[-–—])|warning|published|posted|photos?|video|watch|follow|from staff"
    r"|last updated|by|story_date)\b",
    regex.IGNORECASE,
)
_THREE_LETTERS: Final = expression(r"\p{L}{3}")
_TWO_CAPITALS: Final = expression(r"[A-Z]{2}")
_SENTENCE_END: Final = expression(r"[.!?][\"”’')\]]*$")
_NO_SUBHEAD: Final = expression(r"[.;:!|\"”“%$]$|[\d|/@,]")
_TWO_SENTENCES: Final = expression(r"[a-z]{3}[.!?][\"”’]?\s+[\"“‘]?[A-Z]")


def can_be_headline(text: str) -> bool:
    """Whether a story's first line is short and has no final stop."""
    if len(text) > _LONGEST_HEADLINE or not 2 <= len(text.split()) <= 26:
        return False
    if _NO_HEADLINE.match(text) or _TWO_SENTENCES.search(text) or _THREE_LETTERS.search(text) is None:
        return False
    return _FINAL_STOP.search(text) is None or _ABBREVIATION.search(text) is not None


def can_follow_headline(text: str) -> bool:
    """Whether a paragraph reads as copy: it is long, or a sentence with its stop."""
    return len(text) >= 120 or (len(text.split()) >= 5 and _SENTENCE_END.search(text) is not None)


def is_slug(text: str) -> bool:
    """`US-FRANCE-RUSSIA/ (UPDATE 1)`, `BC-EU--Macron, 5th Ld`."""
    return len(text) <= 80 and _SLUG.fullmatch(text) is not None and _TWO_CAPITALS.search(text) is not None


def is_subhead(text: str) -> bool:
    """A cross-head between paragraphs: a few words without a stop, in capitals or Title Case."""
    words = text.split(None, 10)
    if not 1 <= len(words) <= 10 or _NO_SUBHEAD.search(text):
        return False
    letters = [char for char in text if char.isalpha()]
    if len(letters) >= 4 and all(map(str.isupper, letters)):
        return True
    long_words = [word for word in words if len(word) > 3]
    return len(words) >= 3 and len(long_words) >= 2 and all(word[0].isupper() for word in (words[0], *long_words))
