"""The search that every pattern-like check makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import regex

CPU_SECONDS_PER_TEXT: Final = 2.0
"""For one search through one paragraph or line; ordinary patterns need microseconds."""


def scan(
    pattern: regex.Pattern[str],
    text: str,
    admits: Callable[[int, int], bool],
) -> Iterator[regex.Match[str]]:
    """The matches that count. Behind one that doesn't, the search goes on at the candidate's second character.

    Raises TimeoutError where the pattern is too slow for the text.
    """
    position = 0
    while position <= len(text):
        for found in pattern.finditer(text, position, timeout=CPU_SECONDS_PER_TEXT):
            if not admits(*found.span()):
                position = found.start() + 1
                break
            yield found
        else:
            return
