"""The envelope of the old wires: control characters frame each story of a transmission.

SOH opens the header, STX the text, and ETX ends it; behind that stands what the wire adds: the time, FF, DEL, EOT.
IPTC 7901, 5th edition, and ANPA 1312 share this.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from typing import Final

import regex

from copylint.expressions import expression
from copylint.values import dataclass

_LONGEST_HEADER: Final = 500
"""STX stands no further behind SOH, in characters; where it is missing the text begins below the header's first line.
"""
_TAIL: Final = "\x03\x04\x0c\x7f \t\r\n"
"""What closes a story, where ETX itself is missing."""
_FIRST_LINE: Final = expression(r"[\x16\x01]+[^\r\n]*")
_CENTURY: Final = 2000
_LAST_CENTURY_FROM: Final = 70
"""Two figures from 70 on are a year of the last century."""


@dataclass(frozen=True)
class Transmission:
    """One story's place in a source: offsets of its text, which stands between STX and ETX."""

    start: int
    """Where its header begins, SOH included."""
    text_start: int
    text_end: int
    header: str
    trailer: str
    """What stands behind ETX."""


def transmissions(text: str, opening: regex.Pattern[str]) -> Iterator[Transmission]:
    """The stories of a source, each from a match of `opening`, which ends with SOH; without any, the whole is one."""
    starts = [found.start() for found in opening.finditer(text)] or [0]
    for start, end in pairwise((*starts, len(text))):
        yield _transmission(text, start, end)


def _transmission(text: str, start: int, end: int) -> Transmission:
    header_end = text.find("\x02", start, min(end, start + _LONGEST_HEADER))
    text_start = header_end + 1
    if header_end < 0:
        first_line = _FIRST_LINE.match(text, start, end)
        header_end = text_start = first_line.end() if first_line else start
    last = text.rfind("\x03", text_start, end)
    text_end = text_start + len(text[text_start : last if last >= 0 else end].rstrip(_TAIL))
    return Transmission(start, text_start, text_end, text[start:header_end], text[text_end:end])


def stated_time(year: str, month: int, day: str, hour: str, minute: str) -> str:
    """The ISO date-time of a trailer, whose year has two figures and whose time is GMT; empty where it is none."""
    century = _CENTURY if int(year) < _LAST_CENTURY_FROM else _CENTURY - 100
    try:
        time = datetime(century + int(year), month, int(day), int(hour), int(minute), tzinfo=UTC)
    except ValueError:
        return ""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")
