"""Days and months in two orders: 'Feb. 6' and '2 March' in one story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from copylint.checks.date_text import WrittenDate, written_dates
from copylint.checks.model import Look, Match, Place
from copylint.document.model import Segment
from copylint.expressions import expression

_HOLIDAYS: Final = frozenset({(4, 7), (14, 7), (5, 11), (1, 5)})
"""The Fourth of July, 14 July, the 5th of November and 1 May keep their order as names."""


_NOUGHTED: Final = expression(r"\b0\d\b")
_STAMP_BEHIND: Final = expression(r",?\s(?:at\s)?\d{1,2}[:.]\d\d")
_STAMP_BEFORE: Final = expression(r"\)\s$|(?:posted|updated|published|modified)(?:\s(?:on|at))?:?\s$", regex.IGNORECASE)
_FEWEST_WORDS: Final = 9
"""A line of fewer words is a stamp or a heading, no copy."""


def mixed_date_order(look: Look) -> Iterator[Match]:
    """Reported at the first date in the rarer order."""
    dates = [(written, segment) for segment in look.segments for written in _dates(segment, look)]
    day_first = [each for each in dates if each[0].order == "day-first"]
    month_first = [each for each in dates if each[0].order == "month-first"]
    if not day_first or not month_first:
        return
    rarer, common = sorted((day_first, month_first), key=len)
    (written, segment), (other, other_segment) = rarer[0], common[0]
    place = Place(other.start, other.end, other_segment)
    values = {"first": other_segment.text[other.start : other.end], "second": segment.text[written.start : written.end]}
    yield Match(Place(written.start, written.end, segment), values, related=(("the other order", place),))


def _dates(segment: Segment, look: Look) -> Iterator[WrittenDate]:
    if len(segment.text.split()) < _FEWEST_WORDS:
        return
    for written in written_dates(segment.text):
        spoken = " of " in segment.text[written.start : written.end]
        holiday = (written.day, written.month) in _HOLIDAYS
        if (
            not spoken
            and not holiday
            and not _is_stamp(segment.text, written)
            and look.admits(segment, written.start, written.end)
        ):
            yield written


def _is_stamp(text: str, written: WrittenDate) -> bool:
    """'Fri, 03 Oct 2014 17:06': a machine's, as below a quoted post."""
    before = text[max(written.start - 20, 0) : written.start]
    noughted = _NOUGHTED.search(text[written.start : written.end])
    return bool(noughted or _STAMP_BEHIND.match(text, written.end) or _STAMP_BEFORE.search(before))
