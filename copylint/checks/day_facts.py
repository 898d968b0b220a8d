"""Sums about days that a story gets wrong: what day 'today' is, how long a festival lasts, which anniversary it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Final

import regex

from copylint.checks.date_text import (
    MONTHS,
    MONTHS_NEEDED,
    WEEKDAYS,
    WrittenDate,
    is_range,
    ordinal_ending,
    written_dates,
)
from copylint.checks.model import Look, Match, Needs, Place
from copylint.checks.number_text import SMALL_NUMBERS
from copylint.checks.sentences import sentences
from copylint.checks.story_day import StoryDay, calendar_date, metadata_day
from copylint.document.model import Segment
from copylint.expressions import expression

_NAMED_DAY: Final = expression(
    r"(?<![\w'’-])(?P<word>today|yesterday|tomorrow)(?:,\s|\s\(|\s[–—-]\s)"
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)})(?=[,.;)]|\s[–—-]|$))?",
    regex.IGNORECASE,
)
_STEPS: Final = {"yesterday": -1, "today": 0, "tomorrow": 1}


def today_differs(segment: Segment, _look: Look, today: StoryDay | None) -> Iterator[Match]:
    """'today (Friday, July 15)' in a story of another day."""
    if today is None or not today.in_dateline:
        return
    dates = {written.start: written for written in written_dates(segment.text)}
    for found in _NAMED_DAY.finditer(segment.text):
        meant = today.day + timedelta(days=_STEPS[found["word"].lower()])
        written = dates.get(found.start("weekday") if found["weekday"] else found.end())
        if written is not None:
            differs = written.last_day is None and (written.day, written.month) != (meant.day, meant.month)
            end, said = written.end, str(written)
        elif found["weekday"] and today.has_year:
            differs = found["weekday"].title() != WEEKDAYS[meant.weekday()]
            end, said = found.end("weekday"), found["weekday"]
        else:
            continue
        if differs:
            right = f"{WEEKDAYS[meant.weekday()]}, " if today.has_year else ""
            name = replace(today, day=meant).name
            values = {"word": found["word"].lower(), "wrong": said, "right": f"{right}{name}"}
            yield Match(Place(found.start(), end, segment), {**values, "day_from": today.source})


_A_DAY_OF_ZONES: Final = 1


def dateline_vs_metadata(segment: Segment, look: Look, _today: StoryDay | None) -> Iterator[Match]:
    """A dateline more than a day from the date that the metadata states."""
    stated = metadata_day(look.document)
    if stated is None or stated.origin != "metadata":
        return
    for written in written_dates(segment.text):
        if written.year is None:
            day = stated.nearest(written.day, written.month)
        else:
            day = calendar_date(written.day, written.month, written.year)
        if day is not None and stated.distance(day).days > _A_DAY_OF_ZONES:
            values = {"date": str(written), "story_day": stated.name}
            yield Match(Place(written.start, written.end, segment), values)


_NUMBERS: Final = {word: number for word, number in SMALL_NUMBERS.items() if 2 <= number <= 12}
_DAYS_LONG: Final = "-day"
_LASTS: Final = expression(
    rf"(?<![\w.,$-])(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)})-day(?P<between>\s[^.;:()0-9]{{1,70}}?[\s(])$",
    regex.IGNORECASE,
)
_LONGEST_BETWEEN: Final = 90
_ENDS_ELSEWHERE: Final = expression(r"\b(?:within|between|after|before|except|including|during|followed|instead|or)\b")


def duration_differs(segment: Segment, _look: Look, today: StoryDay | None) -> Iterator[Match]:
    """'the 10-day festival, June 1-5': the days are counted with and without the first."""
    if _DAYS_LONG not in segment.text.lower():
        return
    for written in written_dates(segment.text):
        before = segment.text[max(written.start - _LONGEST_BETWEEN, 0) : written.start]
        found = _LASTS.search(before) if is_range(segment.text, written) else None
        if found is None or _ENDS_ELSEWHERE.search(found["between"]):
            continue
        days = _length(written, today)
        count = _NUMBERS.get(found["count"].lower()) or int(found["count"])
        if days is not None and count not in (days, days - 1):
            start = written.start - len(before) + found.start()
            values = {"count": str(count), "days": str(days), "range": segment.text[written.start : written.end]}
            yield Match(Place(start, written.end, segment), values)


def _length(written: WrittenDate, today: StoryDay | None) -> int | None:
    """How many days a range has, both ends counted."""
    if written.last_day is None:
        return None
    year = written.year or (today.day.year if today is not None and today.has_year else 2023)
    first = calendar_date(written.day, written.month, year)
    last = calendar_date(written.last_day, written.last_month or written.month, year)
    if first is None or last is None or last < first:
        return None
    return (last - first).days + 1


_TENS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "centenary": 100,
    "bicentenary": 200,
}  # fmt: skip
_ANNIVERSARY: Final = expression(
    rf"(?<![\w-])(?:(?P<number>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_TENS)}))"
    r"(?:(?:-|\s)(?:year\s)?anniversary)?\sof\s(?:[^\s.,;]+\s){1,8}?(?:in\s|of\s)?"
    r"(?P<date>(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},\s)?(?P<year>1[5-9]\d\d|20\d\d))(?![\w%]|,\d|[-–]\d)",
    regex.IGNORECASE,
)
_NEAR_YEARS: Final = expression(r"(?<![\d,.$])(?:1[5-9]|20)\d\d(?![\d%]|,\d)")
_NOT_THIS_YEAR: Final = expression(
    r"\b(?:next|last|ahead|upcoming|will|would|coming|plan\w*|prepar\w*|later|previous|earlier|ago|years?\sbefore|approach\w*"
    r"|before|eve|then|had|when|mark(?:ed|s)? with|until|by)\b",
    regex.IGNORECASE,
)


def anniversary_differs(segment: Segment, _look: Look, today: StoryDay | None) -> Iterator[Match]:
    """'the 10th anniversary of the 2015 attack' in a story of 2026; a year either way where the sentence looks away."""
    if today is None or not today.has_year:
        return
    for start, end in sentences(segment.text):
        if "annivers" not in segment.text[start:end] and "centenary" not in segment.text[start:end]:
            continue
        sentence = segment.text[start:end]
        looks_away = _NOT_THIS_YEAR.search(sentence) is not None
        years = frozenset(int(near[0]) for near in _NEAR_YEARS.finditer(sentence))
        for found in _ANNIVERSARY.finditer(segment.text, start, end):
            if "annivers" not in found[0] and "centenary" not in found[0]:
                continue
            year = int(found["year"])
            passed = today.day.year - year
            count = int(found["number"]) if found["number"] else _TENS[found["word"].lower()]
            if passed == count or passed <= 0 or (looks_away and abs(passed - count) == 1) or year + count in years:
                continue
            values = {
                "count": f"{count}{ordinal_ending(count)}",
                "year": str(year),
                "right": f"{passed}{ordinal_ending(passed)}",
            }
            yield Match(
                Place(found.start(), found.end("year"), segment),
                {**values, "story_year": str(today.day.year), "day_from": f" (year from the {today.origin})"},
            )


_MONTH: Final = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.?)"
_BEHIND_A_YEAR: Final = (
    r"(?=[.,;:!?)](?!\d)|\s(?:[–—-]|after|and|as|but|by|he|in|it|on|she|the|they|to|when|where|while|with)\b|$)"
)
_YEAR: Final = expression(rf"(?<=\s)\d{{4,6}}{_BEHIND_A_YEAR}")
_BEFORE_A_YEAR: Final = expression(rf"(?<![\w-])(?:(?P<month>{_MONTH})\s(?:\d{{1,2}},\s)?|(?:[Ii]n|[Ss]ince)\s)$")
_LONGEST_LEAD: Final = len("September 30, ")
_A_CENTURY: Final = 100
_LATE: Final = 60
_THIS_YEAR_OR_SO: Final = 2026


def improbable_year(segment: Segment, _look: Look, today: StoryDay | None) -> Iterator[Match]:
    """'in 20226', 'on March 3, 2917', 'in July 1025': a figure too many or a slip in one."""
    now = today.day.year if today is not None and today.has_year else _THIS_YEAR_OR_SO
    for year in _YEAR.finditer(segment.text):
        if not any(_is_improbable(year[0], now, with_month=with_month) for with_month in (True, False)):
            continue
        lead = _BEFORE_A_YEAR.search(segment.text, max(year.start() - _LONGEST_LEAD, 0), year.start())
        if lead is not None and _is_improbable(year[0], now, with_month=lead["month"] is not None):
            yield Match(Place(*year.span(), segment))


def _is_improbable(figures: str, now: int, *, with_month: bool) -> bool:
    if len(figures) > len("2026"):
        return len(figures) == len("20226") and figures[:2] in ("19", "20")
    year = int(figures)
    if year > now + _LATE:
        return (with_month and year > now + _A_CENTURY) or _is_transposed(figures, now)
    return with_month and now - 30 <= year + 1000 <= now + 5


def _is_transposed(figures: str, now: int) -> bool:
    """Whether two neighbours changed places: 2205 for 2025."""
    swapped = (
        figures[:index] + figures[index + 1] + figures[index] + figures[index + 2 :]
        for index in range(len(figures) - 1)
    )
    return any(now - 10 <= int(each) <= now + 5 for each in swapped)


def reversed_years(segment: Segment, _look: Look, _today: StoryDay | None) -> Iterator[Match]:
    """'from 2024 to 2019', '(1955-1931)'."""
    for found in _YEAR_RANGE.finditer(segment.text):
        first, last = found["first"] or found["born"], found["last"] or found["died"]
        lead = segment.text[max(found.start() - _CONTEXT, 0) : found.start()]
        if int(first) > int(last) and (found["born"] or not _MOVED.search(lead)):
            values = {"from": first, "to": last}
            yield Match(Place(found.start(), found.end(), segment), values)


_CONTEXT: Final = 60
_TWO_YEARS: Final = (
    r"(?<![\w-])(?:(?P<joined>from)\s(?P<first>(?:19|20)\d\d)\s(?:to|until|till|through)\s(?P<last>(?:19|20)\d\d)"
    r"(?=[.,;:)]|\s(?:and|as|at|but|by|he|in|it|she|the|they|when|while|with)\b|$)(?!,\d)"
    r"|\((?P<born>1[5-9]\d\d|20\d\d)\s?[-–—]\s?(?P<died>1[5-9]\d\d|20\d\d)\))"
)
_YEAR_RANGE: Final = expression(_TWO_YEARS, regex.IGNORECASE)
_MOVED: Final = expression(
    r"\b(?:mov\w*|brought|bring\w*|chang\w*|shift\w*|advanc\w*|forward|back|fall\w*|fell|drop\w*|slip\w*|declin\w*|cut|down"
    r"|reduc\w*|lower\w*|revers\w*|shrank|shrunk|year order|delay\w*|gone|went|took|travel\w*|jump\w*)\b",
    regex.IGNORECASE,
)

NEEDS: Final = {
    "today-differs": Needs((frozenset(_STEPS),)),
    "dateline-vs-metadata": Needs((MONTHS_NEEDED,)),
    "duration-differs": Needs((frozenset({_DAYS_LONG}), MONTHS_NEEDED)),
    "anniversary-differs": Needs((frozenset({"annivers", "centenary"}),)),
    "reversed-years": Needs(patterns=(_TWO_YEARS,)),
}
