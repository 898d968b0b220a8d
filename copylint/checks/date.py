"""`check: date`: dates that can be read in two ways, or that the calendar contradicts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal

import regex

from copylint.checks import clock, day_facts, told_days
from copylint.checks.date_text import (
    MONTHS,
    MONTHS_NEEDED,
    NUMERIC_NEEDED,
    WEEKDAYS,
    WEEKDAYS_NEEDED,
    WRONG_ORDINALS_NEEDED,
    NumericDate,
    Order,
    WrittenDate,
    is_range,
    numeric_dates,
    ordinals,
    written_dates,
)
from copylint.checks.impossible_dates import impossible_dates
from copylint.checks.model import NOTHING_NEEDED, Check, Definition, Look, Match, Needs, Option, Place, Replacement
from copylint.checks.story_day import StoryDay, calendar_date, story_day
from copylint.document.model import Segment
from copylint.expressions import expression
from copylint.values import dataclass

_HOUSE_ORDER: Final[dict[str, Order]] = {"ap": "month-first", "reuters": "month-first", "afp": "month-first"}
"""How the houses order day and month; every other writes the day first."""

_GREGORIAN_SINCE: Final = 1918
"""Before it, half of Europe counted weekdays by another calendar."""

_CUE: Final = expression(
    r"(?:\b(?:on|until|till|by|since|dated|born|due|before|after)"
    r"|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat)\.?)"
    r"(?:\s(?:[ap]\.?m\.?|morning|afternoon|evening|night))?,?)\s{1,3}$",
    regex.IGNORECASE,
)
"""What stands before a date of two figures; without it, two figures are odds, a score, a fraction or a name."""
_A_QUANTITY: Final = expression(
    r"\s?(?:of|on|stars?|odds|favou?rites?|majority|time|cups?|inch(?:es)?|feet|miles?|points?|pct|percent|per|chance"
    r"|hours?|pages?|occasions|matches|games|votes?|shots?|ratings?|pounds?|tonnes?|tons?|acres?|lengths?)\b|-|\s?\(\d"
)
_SURE_CUE: Final = expression(r"(?:\bon|\bdated|\bborn|day,?)\s{1,3}$", regex.IGNORECASE)
_GOES_ON: Final = expression(r"\s?(?:to|in|and|or)\b")
"""'Cut by 2/3 in May' is a fraction, 'on 6/2 in Geneva' is a day."""
_DENOMINATORS: Final = (2, 3, 4, 5, 8)
"""'Prices rose by 2/3' says how much, not when."""
_LONGEST_CUE: Final = 40
_LONGEST_SENTENCE: Final = 400
_ANOTHER_YEAR: Final = expression(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class DateCheck:
    """Looks for one kind of fault in the dates of a story."""

    find: Callable[[Segment, Look, StoryDay | None], Iterable[Match]]
    needs: Needs = NOTHING_NEEDED

    @property
    def level(self) -> Literal["document"]:
        return "document"

    def find_in_document(self, look: Look) -> Iterator[Match]:
        today = story_day(look.document)
        for segment in look.segments:
            for match in self.find(segment, look, today):
                if look.admits(segment, match.place.start, match.place.end):
                    yield match


def _ambiguous(segment: Segment, look: Look, today: StoryDay | None) -> Iterator[Match]:
    for found in numeric_dates(segment.text):
        months = range(1, len(MONTHS) + 1)
        if found.first == found.second or found.first not in months or found.second not in months:
            continue
        if found.year or _is_date(segment.text, found):
            readings = _readings(found, today, look.setting.house)
            yield Match(Place(found.start, found.end, segment), {"reading_1": readings[0], "reading_2": readings[1]})


def _is_date(text: str, found: NumericDate) -> bool:
    before = text[max(found.start - _LONGEST_CUE, 0) : found.start]
    cue = _CUE.search(before)
    if cue is None or _A_QUANTITY.match(text, found.end):
        return False
    if _GOES_ON.match(text, found.end) and not _SURE_CUE.search(before):
        return False
    return not (cue[0].startswith("by") and found.first < found.second in _DENOMINATORS)


def _readings(found: NumericDate, today: StoryDay | None, house: str | None) -> tuple[str, str]:
    """The nearer to the story's day first; else in the house's order, else day first."""
    year = found.full_year
    day_first = f"{found.first} {MONTHS[found.second - 1]}" + (f" {year}" if year else "")
    month_first = f"{MONTHS[found.first - 1]} {found.second}" + (f", {year}" if year else "")
    order: Order = _HOUSE_ORDER.get(house or "", "day-first")
    if today is not None:
        order = _nearer_order(found, today) or order
    return (day_first, month_first) if order == "day-first" else (month_first, day_first)


def _nearer_order(found: NumericDate, today: StoryDay) -> Order | None:
    if found.full_year is not None:
        day_first = calendar_date(found.first, found.second, found.full_year)
        month_first = calendar_date(found.second, found.first, found.full_year)
    else:
        day_first = today.nearest(found.first, found.second)
        month_first = today.nearest(found.second, found.first)
    if day_first is None or month_first is None or today.distance(day_first) == today.distance(month_first):
        return None
    return "day-first" if today.distance(day_first) < today.distance(month_first) else "month-first"


def _impossible(segment: Segment, _look: Look, _today: StoryDay | None) -> Iterator[Match]:
    for start, end in impossible_dates(segment.text):
        yield Match(Place(start, end, segment))


def _wrong_weekday(segment: Segment, _look: Look, today: StoryDay | None) -> Iterator[Match]:
    for written in written_dates(segment.text):
        if not written.weekdays:
            continue
        if written.year is not None:
            yield from _weekday_in(written.year, written, segment, "")
        elif today is not None and today.has_year:
            year = _sure_year(written, today, _years_near(segment.text, written))
            if year is not None:
                yield from _weekday_in(year, written, segment, f" (year from the {today.origin})")


def _years_near(text: str, written: WrittenDate) -> frozenset[int]:
    """The years that the story speaks of round a date: so far back that a sentence before it counts."""
    around = text[max(written.start - _LONGEST_SENTENCE, 0) : written.end + _LONGEST_SENTENCE // 2]
    return frozenset(int(year[0]) for year in _ANOTHER_YEAR.finditer(around))


def _sure_year(written: WrittenDate, today: StoryDay, years: frozenset[int]) -> int | None:
    """The year of a date that has none, if the story doesn't speak of another one."""
    nearest = today.nearest(written.day, written.month)
    if nearest is None or years - {nearest.year}:
        return None
    around = (calendar_date(written.day, written.month, nearest.year + step) for step in (-1, 0, 1))
    fits_another = any(day and _fits(day.weekday(), written) for day in around)
    return None if fits_another and not today.is_surely_nearest(nearest) else nearest.year


def _weekday_in(year: int, written: WrittenDate, segment: Segment, year_from: str) -> Iterator[Match]:
    day = calendar_date(written.day, written.month, year)
    if day is None or year < _GREGORIAN_SINCE or _fits(day.weekday(), written):
        return
    values = {
        "date": str(WrittenDate(0, 0, written.day, written.month, year, written.order)),
        "right": WEEKDAYS[day.weekday()],
        "wrong": WEEKDAYS[written.weekdays[0]],
        "year_from": year_from,
    }
    yield Match(Place(written.start, written.end, segment), values)


def _fits(weekday: int, written: WrittenDate) -> bool:
    """A range begins on the first of several weekdays; a single date may belong to any of them."""
    return weekday == written.weekdays[0] or (written.last_day is None and weekday in written.weekdays)


def _wrong_ordinal(segment: Segment, _look: Look, _today: StoryDay | None) -> Iterator[Match]:
    for found in ordinals(segment.text):
        right = found.right_ending
        if right != found.ending and not _is_stone(segment.text, found.end, found.ending):
            ending = Place(found.end - len(found.ending), found.end, segment)
            yield Match(Place(found.start, found.end, segment), replacements=(Replacement(ending, right),))


_ORDINAL_NOUN: Final = expression(
    rf"\s(?:of\s(?:{'|'.join(MONTHS)})\b|(?:{'|'.join(MONTHS)})\b|centur|birthday|annivers)", regex.IGNORECASE
)


def _is_stone(text: str, end: int, ending: str) -> bool:
    """'He weighs 12st 4lb': only before a month or the like is a wrong 'st' an ordinal's."""
    return ending.lower() == "st" and _ORDINAL_NOUN.match(text, end) is None


def _reversed_range(segment: Segment, _look: Look, _today: StoryDay | None) -> Iterator[Match]:
    for written in written_dates(segment.text):
        last = written.last_day
        if (
            last is not None
            and is_range(segment.text, written)
            and last < written.day <= 31
            and written.last_month in (None, written.month)
        ):
            values = {"from": str(written.day), "to": str(last)}
            yield Match(Place(written.start, written.end, segment), values)


_FLAGS: Final[dict[str, Callable[[Segment, Look, StoryDay | None], Iterable[Match]]]] = {
    "ambiguous": _ambiguous,
    "impossible": _impossible,
    "wrong-weekday": _wrong_weekday,
    "wrong-ordinal": _wrong_ordinal,
    "reversed-range": _reversed_range,
    "reversed-years": day_facts.reversed_years,
    "reversed-hours": clock.reversed_hours,
    "after-dateline": told_days.after_dateline,
    "before-dateline": told_days.before_dateline,
    "caption-after-dateline": told_days.caption_after_dateline,
    "today-differs": day_facts.today_differs,
    "dateline-vs-metadata": day_facts.dateline_vs_metadata,
    "duration-differs": day_facts.duration_differs,
    "anniversary-differs": day_facts.anniversary_differs,
    "improbable-year": day_facts.improbable_year,
    "impossible-time": clock.impossible_time,
    "zones-differ": clock.zones_differ,
}
_NEEDS: Final = {
    "ambiguous": Needs((NUMERIC_NEEDED,)),
    "impossible": Needs((MONTHS_NEEDED | NUMERIC_NEEDED,)),
    "wrong-weekday": Needs((MONTHS_NEEDED, WEEKDAYS_NEEDED)),
    "wrong-ordinal": Needs((WRONG_ORDINALS_NEEDED,)),
    "reversed-range": Needs((MONTHS_NEEDED,)),
    **clock.NEEDS,
    **day_facts.NEEDS,
    **told_days.NEEDS,
}

OPTIONS: Final = (
    Option("flag", {"type": "string", "enum": list(_FLAGS)}, "which fault in dates to report", required=True),
)
VALUES: Final = frozenset(
    """
    reading_1 reading_2 date right wrong year_from from to story_day day_from word count days range year story_year here
    there
    """.split()  # noqa: SIM905 - a list of one-word strings is harder to read
)
"""`ambiguous` fills in `{reading_1}` and `{reading_2}`; `wrong-weekday` `{date}`, `{right}`, `{wrong}` and
`{year_from}` (' (year from the dateline)', or nothing); the reversed ones `{from}` and `{to}`; those that compare with
the story's day `{date}`, `{story_day}` and `{day_from}` (' (by the dateline)'); `today-differs` `{word}`, `{wrong}`
and `{right}`; `duration-differs` `{count}`, `{days}` and `{range}`; `anniversary-differs` `{count}`, `{year}`,
`{story_year}` and `{right}`; `zones-differ` `{here}` and `{there}`."""


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    flag = definition.options["flag"]
    return DateCheck(_FLAGS[flag], _NEEDS.get(flag, NOTHING_NEEDED))
