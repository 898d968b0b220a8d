"""Dates as they are written in English copy, read once for everything that judges them.

`Friday, Feb. 6, 2026`, `the 4th of July`, `June 13-15`, `May 31 to June 2`, `6/2`, `03/04/2026`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final, Literal

import regex

from copylint.expressions import expression
from copylint.values import dataclass

Order = Literal["day-first", "month-first"]

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SHORT_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

A_LEAP_YEAR: Final = 2024
"""For a day whose year is unknown: 29 February may be one."""

MONTHS_NEEDED: Final = frozenset(month[:3].lower() for month in MONTHS)
"""One of them stands in every written date, as `Needs` has it."""
WEEKDAYS_NEEDED: Final = frozenset(day[:3].lower() for day in WEEKDAYS)
NUMERIC_NEEDED: Final = frozenset({"/", ".19", ".20", "-19", "-20"})
"""One of them stands in every date in figures."""

_SPACE: Final = r"[ \u00a0\u202f]{1,3}"
_MONTH: Final = (
    r"(?:(?i:january|february|april|june|july|september|october|november|december)|March|MARCH|May|MAY|August|AUGUST"
    rf"|(?:{'|'.join(f'{month}|{month.upper()}' for month in SHORT_MONTHS)})\b\.?)"
)
"""Small 'march', 'may' and 'august' are words; the others are months in any case."""
_WEEKDAY: Final = (
    r"(?:(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    r"|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|(?<![\w.] )Sun)\b\.?)"
)
"""After a word, 'Sun' is more often a newspaper than a day."""
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)?"
_YEAR: Final = r"(?:1[0-9]|20|21)\d\d(?![\w%]|[.,:]\d)"
_TO: Final = rf"(?:\s?[-–—]\s?|/|,?{_SPACE}(?:and|to|or|through|until){_SPACE}(?:the{_SPACE})?)"
_MORE_DAYS: Final = rf"(?:,{_SPACE}{_DAY}){{1,6}},?{_SPACE}(?:and|or){_SPACE}"
_NO_MORE_FIGURES: Final = r"(?![\w%]|[.,:/]\d|[-–]\w|\s\d{1,2}/\d)"
_NO_COUNT: Final = r"(?:\W*$|[.,;:!?)\]\"”]|\s(?:after|and|as|at|before|but|by|for|from|in|on|or|the|to|when|with)\b)"
"""Behind a year without a comma; 'on Feb. 3 2000 people marched' has none."""

_MONTH_BEGINS: Final = (
    r"[jJ](?:[aA][nN]|[uU][nNlL])|[fF][eE][bB]|[mM][aA][rRyY]|[aA](?:[pP][rR]|[uU][gG])|[sS][eE][pP]|[oO][cC][tT]"
    r"|[nN][oO][vV]|[dD][eE][cC]"
)
"""Spares the search most places."""
_MONTH_WORD: Final = expression(rf"\b(?={_MONTH_BEGINS}){_MONTH}(?!\w)")
_DAY_BEHIND: Final = expression(
    rf"{_SPACE}(?P<day>{_DAY})(?P<more>(?:{_MORE_DAYS}|{_TO})(?:(?P<month>{_MONTH}){_SPACE})?(?P<last>{_DAY}))?"
    rf"{_NO_MORE_FIGURES}(?:(?:,{_SPACE}|{_SPACE}(?={_YEAR}{_NO_COUNT}))(?P<year>{_YEAR}))?"
)
_YEAR_BEHIND: Final = expression(rf",?{_SPACE}(?P<year>{_YEAR})")
_DAY_BEFORE: Final = expression(
    rf"(?<![\w.,:/$£€#%–-])(?P<day>{_DAY})(?P<more>(?:{_MORE_DAYS}|{_TO})(?P<last>{_DAY}))?"
    rf"(?:{_SPACE}of)?{_SPACE}$"
)
_LAST_OF_A_DAY: Final = frozenset("0123456789tdhTDHf")
"""What a day can end in: '6', '1st', 'the 4th of'."""
_WEEKDAYS_BEFORE: Final = expression(
    rf"(?<!\w){_WEEKDAY}"
    rf"(?:(?:,?{_SPACE}{_WEEKDAY}){{0,5}}(?:,?{_SPACE}(?:and|or|to|through|until){_SPACE}|\s?[-–—/]\s?){_WEEKDAY})?"
    rf"(?:,?{_SPACE}\(?|{_SPACE}?\()(?:the{_SPACE})?$"
)
_EACH_WEEKDAY: Final = expression(_WEEKDAY)
_WEEKDAY_BEHIND: Final = expression(
    rf"(?:,{_SPACE}a{_SPACE}(?P<named>{_WEEKDAY})(?=[,.;)]|$)|{_SPACE}\((?:a{_SPACE})?(?P<bracketed>{_WEEKDAY})\))"
)
"""`Feb. 3, a Monday` and `Feb. 3 (Monday)`."""
_REGULARLY: Final = expression(rf"\b(?:every|each|any){_SPACE}$", regex.IGNORECASE)
_LOOK_BACK: Final = 120
"""No date's weekdays and days take more, in code points."""

_NUMERIC: Final = expression(
    r"(?=\d)(?<![\w/.,:$£€%+#–-])(?P<first>\d{1,2})(?:/(?P<second>\d{1,2})(?:/(?P<year>(?:1[89]|2[01])\d\d|\d\d))?"
    r"|(?P<mark>[.-])(?P<middle>\d{1,2})(?P=mark)(?P<full>(?:19|20)\d\d))"
    r"(?![\w/%°]|[.,:]\d|[-–]\w|\s\d{1,2}/\d)"
)
_ORDINAL: Final = expression(
    r"(?=\d)(?<![\w.])(?<!\d,)(?P<number>\d{1,3}(?:,\d{3})+|\d{1,9})(?P<ending>st|nd|rd|th|ST|ND|RD|TH)(?!\w)"
)


@dataclass(frozen=True)
class WrittenDate:
    """A date whose month is a word. Offsets are the story text's, and the weekday's are included."""

    start: int
    end: int
    day: int
    """As it is written: it may be in no calendar."""
    month: int
    year: int | None
    order: Order
    weekdays: tuple[int, ...] = ()
    """Those before it, or one behind it, Monday 0; of several, the date belongs to the first day of a range."""
    last_day: int | None = None
    """Where a range or list of days ends."""
    last_month: int | None = None

    def __str__(self) -> str:
        month = MONTHS[self.month - 1]
        year = "" if self.year is None else f"{self.year}"
        if self.order == "day-first":
            return f"{self.day} {month} {year}".rstrip()
        return f"{_abbreviated(month)} {self.day}" + (f", {year}" if year else "")


@dataclass(frozen=True)
class NumericDate:
    """Two or three figures with slashes, or three with stops or hyphens, which may be a date."""

    start: int
    end: int
    first: int
    second: int
    year: str = ""
    """As it is written, in two or four figures; empty where none is."""

    @property
    def full_year(self) -> int | None:
        """The year if it is written in four figures."""
        return int(self.year) if len(self.year) == len("2026") else None


@dataclass(frozen=True)
class Ordinal:
    """A figure with an ordinal's ending: `22nd`."""

    start: int
    end: int
    number: int
    ending: str

    @property
    def right_ending(self) -> str:
        """The ending that belongs to the number, in the case of the one that stands there."""
        right = ordinal_ending(self.number)
        return right.upper() if self.ending.isupper() else right


def _wrong_ordinals() -> Iterator[str]:
    """What every wrong ordinal ends in, as `Needs` has it; those of 11 to 13 look right to one figure."""
    for ending in ("st", "nd", "rd", "th"):
        yield f"?{ending}"
        yield from (f"{figure}{ending}" for figure in range(10) if ordinal_ending(figure) != ending)
    yield from ("11st", "12nd", "13rd")


def ordinal_ending(number: int) -> str:
    """'st' for 21, 'th' for 11."""
    endings = {} if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}
    return endings.get(number % 10, "th")


WRONG_ORDINALS_NEEDED: Final = frozenset(_wrong_ordinals())


@lru_cache(maxsize=256)
def written_dates(text: str) -> tuple[WrittenDate, ...]:
    """The dates with a month's name, in order. A month without a day is none.

    Several rules ask for those of each paragraph, so they are remembered for about as long as one story takes.
    """
    return tuple(_written_dates(text))


def _written_dates(text: str) -> Iterator[WrittenDate]:
    if _FIGURE.search(text) is None:
        return
    position = 0
    for month in _MONTH_WORD.finditer(text):
        if month.start() >= position:
            date = _date_at(text, month, position)
            if date is not None:
                position = date.end
                yield date if date.weekdays else _with_weekday_behind(text, date)


def _with_weekday_behind(text: str, date: WrittenDate) -> WrittenDate:
    found = _WEEKDAY_BEHIND.match(text, date.end)
    if found is None or date.last_day is not None:
        return date
    return replace(date, end=found.end(), weekdays=(_weekday_number(found["named"] or found["bracketed"]),))


_RANGE: Final = expression(r"(?<=\w)[-–—](?=\w)|\b(?:to|through|until)\b")
"""What joins two days; with spaces round it, a dash more often begins something new."""
_FIGURE: Final = expression(r"\d")


def is_range(text: str, date: WrittenDate) -> bool:
    """Whether it runs from a first day to a last; a range of weekdays before it doesn't count."""
    figure = _FIGURE.search(text, date.start, date.end)
    return date.last_day is not None and figure is not None and bool(_RANGE.search(text, figure.start(), date.end))


def numeric_dates(text: str) -> Iterator[NumericDate]:
    for found in _NUMERIC.finditer(text):
        second, year = found["second"] or found["middle"], found["year"] or found["full"] or ""
        yield NumericDate(*found.span(), int(found["first"]), int(second), year)


def ordinals(text: str) -> Iterator[Ordinal]:
    for found in _ORDINAL.finditer(text):
        yield Ordinal(*found.span(), int(found["number"].replace(",", "")), found["ending"])


def _date_at(text: str, month: regex.Match[str], position: int) -> WrittenDate | None:
    """The date that a month's name belongs to; what stands before `position` belongs to the date before."""
    floor = max(position, month.start() - _LOOK_BACK)
    behind = _DAY_BEHIND.match(text, month.end())
    may_be_behind_day = text[max(month.start() - 4, 0) : month.start()].rstrip()[-1:] in _LAST_OF_A_DAY
    before = _DAY_BEFORE.search(text[floor : month.start()]) if may_be_behind_day else None
    if behind and (behind["year"] or not before):
        return _month_first(text, month, behind, floor)
    return _day_first(text, month, before, floor) if before else None


def _month_first(text: str, month: regex.Match[str], behind: regex.Match[str], floor: int) -> WrittenDate:
    start, weekdays = _weekdays_before(text, month.start(), floor)
    last_month = _month_number(behind["month"]) if behind["month"] else None
    return WrittenDate(
        start, behind.end(), _figure(behind["day"]), _month_number(month[0]), _year(behind), "month-first", weekdays,
        _last_day(behind), last_month,
    )  # fmt: skip


def _day_first(text: str, month: regex.Match[str], before: regex.Match[str], floor: int) -> WrittenDate:
    start, weekdays = _weekdays_before(text, floor + before.start(), floor)
    behind = _YEAR_BEHIND.match(text, month.end())
    return WrittenDate(
        start, behind.end() if behind else month.end(), _figure(before["day"]), _month_number(month[0]),
        _year(behind) if behind else None, "day-first", weekdays, _last_day(before),
    )  # fmt: skip


def _weekdays_before(text: str, start: int, floor: int) -> tuple[int, tuple[int, ...]]:
    """Where the date begins with its weekdays, and the weekdays; 'every Friday, June 1' names no day."""
    found = _WEEKDAYS_BEFORE.search(text[floor:start])
    if found is None or _REGULARLY.search(text, floor, floor + found.start()):
        return start, ()
    return floor + found.start(), tuple(_weekday_number(day[0]) for day in _EACH_WEEKDAY.finditer(found[0]))


def _year(found: regex.Match[str]) -> int | None:
    return int(found["year"]) if found["year"] else None


def _last_day(found: regex.Match[str]) -> int | None:
    return _figure(found["last"]) if found["more"] else None


def _figure(day: str) -> int:
    return int(day.rstrip("stndrhSTNDRH"))


def _month_number(name: str) -> int:
    return 1 + next(index for index, month in enumerate(MONTHS) if month.casefold().startswith(name[:3].casefold()))


def _weekday_number(name: str) -> int:
    return next(index for index, day in enumerate(WEEKDAYS) if day.casefold().startswith(name[:3].casefold()))


def _abbreviated(month: str) -> str:
    """As AP shortens a month before a day; the five short names stay whole."""
    if month == "September":
        return "Sept."
    return month if len(month) <= 5 else f"{month[:3]}."
