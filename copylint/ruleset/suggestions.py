"""What a mistyped name was meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def closest(word: str, known: Iterable[str]) -> str | None:
    """`did you mean 'message'?`, or None where nothing known is near."""
    names = sorted(known)
    near = get_close_matches(word.lower(), names, n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else None


def closest_or_all(word: str, known: Iterable[str]) -> str:
    """The nearest known name, else all of them."""
    names = sorted(known)
    return closest(word, names) or "known: " + ", ".join(names)
