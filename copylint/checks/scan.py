"""The search that every pattern-like check makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import regex

from copylint.checks.model import Starts

CPU_SECONDS_PER_TEXT: Final = 2.0
"""For one search through one paragraph or line; ordinary patterns need microseconds."""
_LONG: Final = 10_000
"""Characters; no try without a clock takes more steps than the square of it."""
_LOOKED_THROUGH_AT_MOST: Final = 50_000_000
"""Characters, by all tries together."""


def scan(
    pattern: regex.Pattern[str],
    text: str,
    admits: Callable[[int, int], bool],
    starts: Starts | None = None,
) -> Iterator[regex.Match[str]]:
    """The matches that count. Behind one that doesn't, the search goes on at the candidate's second character.

    `starts` are the only offsets at which a match can begin, where that is known. Raises TimeoutError where the pattern
    is too slow for the text.
    """
    # Each try can look ahead through the whole text for what the pattern must have.
    if starts is None or len(starts.offsets) * len(text) > _LOOKED_THROUGH_AT_MOST:
        yield from _scan_everywhere(pattern, text, admits)
        return
    # A clock costs more than most tries.
    timeout = CPU_SECONDS_PER_TEXT if starts.timed or len(text) > _LONG else None
    position = 0
    for start in starts.offsets:
        found = pattern.match(text, start, timeout=timeout) if start >= position else None
        if found is None:
            continue
        if admits(*found.span()):
            position = found.end()
            yield found
        else:
            position = found.start() + 1


def _scan_everywhere(
    pattern: regex.Pattern[str], text: str, admits: Callable[[int, int], bool]
) -> Iterator[regex.Match[str]]:
    position = 0
    while position <= len(text):
        for found in pattern.finditer(text, position, timeout=CPU_SECONDS_PER_TEXT):
            if not admits(*found.span()):
                position = found.start() + 1
                break
            yield found
        else:
            return
