"""Dates that are in no calendar: 30 February, 31 April, 31/02/2026."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from typing import Final

import regex

from copylint.checks.date_text import A_LEAP_YEAR, NumericDate, WrittenDate, numeric_dates, written_dates
from copylint.expressions import expression

_GOES_ON: Final = expression(
    r"\s{0,2}(?:$|[.,;:!?)\]\"”’—–]|--?\s"
    r"|(?:a|after|and|as|at|because|before|but|by|during|for|from|if|in|last|next|or|since|so|that|the|this|to|until|when|where|which"
    r"|while|with)\s)"
)
"""How a sentence goes on behind a date. 'Feb 31 calls' are options, 'June 31 people' are thirty-one."""
_ENDS: Final = expression(r"[\"”’)\]]{0,3}(?:$|[.;:?!](?!\d))")
"""Behind a figure that ends its clause nothing is counted."""
_COUNTS: Final = expression(r"\b(?:in|for|of|this|last|next|from)\s$", regex.IGNORECASE)
"""Before a month, these leave the figure behind it to what follows: 'in June 31 died'."""


def impossible_dates(text: str) -> Iterator[tuple[int, int]]:
    """`[start, end)` of each, in order of the two ways of writing."""
    for written in written_dates(text):
        if _is_impossible(written) and (written.year is not None or _is_date(text, written)):
            yield written.start, written.end
    for numeric in numeric_dates(text):
        if numeric.full_year is not None and not _has_reading(numeric, numeric.full_year):
            yield numeric.start, numeric.end


def _is_impossible(written: WrittenDate) -> bool:
    year = written.year or A_LEAP_YEAR
    days = _days_in(written.month, year)
    last = written.last_day if written.last_month is None else None
    if written.year is None and max(written.day, last or 0) > 31:
        return False
    return written.day > days or (last is not None and last > days)


def _is_date(text: str, written: WrittenDate) -> bool:
    """Without a year, a figure beside a month may count something else."""
    before = text[max(written.start - 10, 0) : written.start]
    ends = _ENDS.match(text, written.end) is not None
    counts = written.order == "month-first" and not written.weekdays and not ends and _COUNTS.search(before)
    return not counts and _GOES_ON.match(text, written.end) is not None


def _has_reading(numeric: NumericDate, year: int) -> bool:
    pairs = ((numeric.first, numeric.second), (numeric.second, numeric.first))
    return any(1 <= month <= 12 and 1 <= day <= _days_in(month, year) for day, month in pairs)


def _days_in(month: int, year: int) -> int:
    return monthrange(year, month)[1]
