"""A text as the search for literals sees it."""

from __future__ import annotations

from typing import Final

HIDDEN_LETTERS: Final = "\u0130\u0131\u017f\u212a"
"""The four characters beyond ASCII that match an ASCII letter where case is ignored."""


def hides_letters(text: str) -> bool:
    """Whether its shadow doesn't tell every ASCII letter that a pattern may find in it."""
    return not text.isascii() and any(char in text for char in HIDDEN_LETTERS)


def shadow(text: str) -> bytes:
    """The text with one byte for each character: small letters, and `?` for what is not ASCII."""
    return text.encode("ascii", "replace").lower()
