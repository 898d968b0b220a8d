"""Numbers of the headline that the story doesn't bear out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any, Final

import regex

from copylint.checks.background import Sentence, all_numbers, is_masked, story_sentences
from copylint.checks.counted import goes_on, noun, sum_of, toll
from copylint.checks.date_text import MONTHS
from copylint.checks.model import Look, Match, Place
from copylint.checks.number_text import PERCENT_SIGN, Number, agree, quantities
from copylint.document.model import Segment
from copylint.expressions import expression
from copylint.values import dataclass

_LEAD: Final = 4
"""So many paragraphs tell the story's news; a number further down may count something else."""
_PERCENT: Final = expression(PERCENT_SIGN)
_NO_COUNT_BEFORE: Final = expression(
    r"(?:\b(?:top|no\.?|number|day|days|part|chapter|section|article|aged?|route|highway|group|phase|stage|round|game|week"
    r"|season|q|under|flight|room|level|type|channel|boeing|airbus|windows|iphone|ps|xbox|formula|world war|apollo|by"
    r"|since|in|nasdaq|s&p|ftse|dax|cac|catch)\s|[#№'’])$",
    regex.IGNORECASE,
)
_NO_COUNT_AFTER: Final = expression(
    r"\s?[-–:/]\s?\d|[-–](?:year|day|month|week|hour)|['’]?s\b|\s?(?:am|pm|a\.m|p\.m)\b"
    rf"|\s(?:ways|things|reasons|tips|{'|'.join(month[:3] for month in MONTHS)})"
)
_YEARS: Final = (1500.0, 2100.0)
_SMALL: Final = 2
_ANOTHER_ORDER: Final = 3
"""A number so many times the other's counts something else."""
_ALL: Final = expression(r"\b(?:all|its|their|of the|of all|has|have|with|other|these)\s(?:the\s)?$", regex.IGNORECASE)
_A_STORY: Final = 40
"""A body with fewer characters is a stub."""


@dataclass(frozen=True)
class Counted:
    """A number and what it counts."""

    number: Number
    kind: str
    """A toll, a noun, 'percent', or the currency and noun of a sum."""
    segment: Segment


def headline_number(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """The same thing counted otherwise in the first paragraphs, and the headline's number nowhere in the story."""
    headlines = look.of_part("headline")
    if not headlines:
        return
    told = [
        counted
        for headline in headlines
        for counted in _counted_in(headline, list(quantities(headline.text)))
        if counted.kind
    ]
    if not told:
        return
    lead = [counted for sentence in _lead(look) for counted in _counted_in(sentence.segment, sentence.numbers())]
    for counted in told:
        others = [other for other in lead if _may_contradict(other, counted)]
        if not others or (counted.kind.endswith("percent") and len({other.number.value for other in others}) > 1):
            continue
        if not _is_borne_out(counted.number, all_numbers(look.document, "body", "caption")):
            yield _contradiction(counted, _nearest(counted, others))


def headline_number_absent(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """A count in the headline that the story never gives, in figures or words."""
    body = all_numbers(look.document, "body", "caption")
    if sum(len(segment.text) for segment in look.document.of_part("body")) < _A_STORY:
        return
    for headline in look.of_part("headline"):
        for number in quantities(headline.text):
            if _is_count(headline, number) and not _is_borne_out(number, body):
                yield Match(Place(number.start, number.end, headline))


def _lead(look: Look) -> Iterator[Sentence]:
    for sentence in story_sentences(look, "body"):
        if sentence.paragraph >= _LEAD:
            return
        if not sentence.has_its_own_time and not sentence.counts_a_part:
            yield sentence


def _counted_in(segment: Segment, found: list[Number]) -> list[Counted]:
    return [Counted(number, _kind(segment.text, number), segment) for number in found if _is_count(segment, number)]


def _kind(text: str, number: Number) -> str:
    if number.currency:
        named = sum_of(text, number)
        return f"{number.currency.lstrip('US')} {named}" if named else ""
    if _PERCENT.match(text, number.end):
        return "percent"
    return toll(text, number) or noun(text, number)


def _is_count(segment: Segment, number: Number) -> bool:
    text = segment.text
    if number.last is not None and "-" in text[number.start : number.end]:
        return False  # more often a score than a range
    if number.value < _SMALL or is_masked(segment, number.start, number.end):
        return False
    if not number.currency and _YEARS[0] <= number.value <= _YEARS[1] and "," not in text[number.start : number.end]:
        return False
    if _NO_COUNT_BEFORE.search(text[max(number.start - 14, 0) : number.start]) and not _PERCENT.match(text, number.end):
        return False
    return _NO_COUNT_AFTER.match(text, number.end) is None


def _is_borne_out(number: Number, body: list[Number]) -> bool:
    """Whether the story has the number, a rounding of it, or two that make it."""
    if any(agree(number, other) or _rounds_up(number, other) for other in body):
        return True
    values = {other.value for other in body if other.value < number.value}
    return len(values) <= 60 and any(one + other == number.value for one, other in combinations(sorted(values), 2))


def _rounds_up(number: Number, other: Number) -> bool:
    """Headlines round more than stories do: 5% for 4.8, $3 billion for $2.6 billion."""
    coarse = number.step if number.step != other.step else 0.0
    return (
        other.step < number.step
        and abs(number.value - other.value) <= coarse / 2 * 1.001
        and (number.value >= 100 or other.step < 1)
    )


def _may_contradict(other: Counted, counted: Counted) -> bool:
    """Whether the story counts the same: not 'two women and a child', not 'all 50 states' against two of them."""
    text, start = other.segment.text, other.number.start
    if other.kind != counted.kind or goes_on(text, other.number):
        return False
    sizes = sorted((other.number.value, counted.number.value))
    return sizes[1] <= _ANOTHER_ORDER * sizes[0] and not _ALL.search(text[max(start - 10, 0) : start])


def _nearest(counted: Counted, others: list[Counted]) -> Counted:
    return min(others, key=lambda other: abs(other.number.value - counted.number.value))


def _contradiction(counted: Counted, other: Counted) -> Match:
    one, two = counted.number, other.number
    values = {
        "first": counted.segment.text[one.start : one.end] + _sign(counted),
        "second": other.segment.text[two.start : two.end] + _sign(other),
    }
    place = Place(one.start, one.end, counted.segment)
    return Match(place, values, related=(("the story's number", Place(two.start, two.end, other.segment)),))


def _sign(counted: Counted) -> str:
    return "%" if counted.kind == "percent" else ""
