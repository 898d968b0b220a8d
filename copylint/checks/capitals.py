"""Whether a capital says that a word is a name."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from copylint.expressions import expression

_SENTENCE_START: Final = expression(r"(?:^|[.!?:…•|]['\"”’)\]]*\s+|[-–—]\s+)[\"'“‘«(\[]*$")
_SHORT: Final = 3
_LOOK_BEHIND: Final = 8
_WORD: Final = expression(r"[^\W\d_]{4,}")
_TITLE_SHARE: Final = 0.7
"""Of a title's longer words at least so many have a capital; prose stays far below."""
_PARAGRAPHS_REMEMBERED: Final = 1024


def may_be_a_name(text: str, start: int, end: int) -> bool:
    """Whether the word at `[start, end)` has a capital that neither a sentence's start nor a title explains.

    A short one may be a name or an acronym anywhere: 'Teh', 'ADN'.
    """
    word = text[start:end]
    if word[:1].isupper() and len(word) <= _SHORT:
        return True
    if not word[:1].isupper() or is_title(text):
        return False
    return not starts_sentence(text, start)


def belongs_to_a_name(text: str, start: int, end: int) -> bool:
    """The stricter question: also the 'Defence' of 'Defence Minister Lee' at a sentence's start."""
    if not text[start].isupper():
        return False
    return text[end + 1 : end + 2].isupper() or not starts_sentence(text, start)


def starts_sentence(text: str, start: int) -> bool:
    """Whether a sentence may begin there: behind a stop, a colon or a dash, an opening mark between or not."""
    return _SENTENCE_START.search(text[max(start - _LOOK_BEHIND, 0) : start]) is not None


@lru_cache(maxsize=_PARAGRAPHS_REMEMBERED)
def is_title(text: str) -> bool:
    """A Headline Whose Words Have Capitals, or a text in ALL CAPS."""
    if text.isupper():
        return True
    if text.rstrip("\"”’'").endswith((".", "?", "!")):
        return False
    words = _WORD.findall(text)
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= _TITLE_SHARE * len(words)
