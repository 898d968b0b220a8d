"""Measures given twice, in two units: '40 miles (64 km)', and how far they are apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import floor, log10
from typing import Any, Final

from copylint.checks.model import Look, Match, Needs, Place, Replacement
from copylint.checks.number_text import Number, as_precise_as, spelled
from copylint.checks.units import UNITS, Measure, Units, table
from copylint.expressions import expression
from copylint.values import dataclass

_BETWEEN: Final = expression(
    r"(?:[ -](?:long|wide|high|tall|deep|away|thick|across|off|up|down|down|north|south|east|west|northeast|northwest"
    r"|southeast|southwest|offshore|inland|underground|square|per hour|an hour|in diameter|in length|of land)){0,2}"
    r"(?:\s?[(\[]\s?|,\sor\s|\s?/\s?)(?:(?:about|around|some|roughly|approximately|nearly|almost|over|or|more than"
    r"|less than|just over|just under|up to|at least|approx\.?|~)\s){0,2}"
)
_CLOSES: Final = expression(r"[ -]?(?:long|wide|high|tall|deep|away|thick|across)?\s?[)\],;./]|\s?$")
_OPENS: Final = frozenset({"(", "[", "/", " or ", "?or ", " or?"})
NEEDS: Final = {
    "conversion": Needs((_OPENS,)),
    "over-precise": Needs((_OPENS,), patterns=(r"\.\d\d",)),
}
_DECIMALS: Final = expression(r"\.\d\d")
_WHOLE_FROM: Final = 3
"""A smaller measure is rounded to one decimal."""
_ROUNDED_BY_A_QUARTER: Final = 0.26
"""So much may a measure rounded to one figure be off: 1.6 km for '2 km', not 6 miles for '10 miles'."""


@dataclass(frozen=True)
class Pair:
    """A measure and, behind it, the same in another unit."""

    given: Measure
    converted: Measure
    factors: tuple[float, ...]
    """What one of the first unit is in the second."""


def conversion(look: Look, options: Mapping[str, Any]) -> Iterator[Match]:
    """Conversions that rounding doesn't explain."""
    tolerance = int(options.get("tolerance", "6%").rstrip("%")) / 100
    for segment in look.segments:
        for pair in _pairs(segment.text, options.get("units", UNITS)):
            if any(_fits(pair, factor, tolerance) for factor in pair.factors):
                continue
            given, wrong = pair.given, pair.converted
            values = {
                "given": segment.text[given.start : given.end],
                "right": f"{_converted(given.number, pair.factors[0])} {_unit_as_written(segment.text, wrong)}",
                "wrong": segment.text[wrong.number.start : wrong.number.end],
            }
            yield Match(Place(given.start, _end(segment.text, wrong.end), segment), values)


def over_precise(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """Conversions with two decimals or more of a measure that has none: '5 miles (8.05 km)'."""
    for segment in look.segments:
        for pair in _pairs(segment.text, UNITS) if _DECIMALS.search(segment.text) else ():
            number = pair.converted.number
            if number.step > 0.011 or number.last is not None or number.magnitude or pair.given.number.step < 1:
                continue
            place = Place(number.start, number.end, segment)
            rounded = spelled(round(number.value, 0 if number.value >= _WHOLE_FROM else 1))
            yield Match(place, {"right": rounded}, (Replacement(place, rounded),))


def _pairs(text: str, units: Units) -> Iterator[Pair]:
    if "(" not in text and "[" not in text and ", or " not in text and "/" not in text:
        return
    known = table(units)
    measures = known.measures(text)
    for given, converted in pairwise(measures):
        if not _BETWEEN.fullmatch(text, given.end, converted.start) or not _CLOSES.match(text, converted.end):
            continue
        factors = known.factors.get((given.unit, converted.unit))
        if factors:
            yield Pair(given, converted, factors)


def _fits(pair: Pair, factor: float, tolerance: float) -> bool:
    """Both ends of a range must fit; a single number for a range may be either end."""
    given, converted = pair.given.number, pair.converted.number
    if given.last is None or converted.last is None:
        ends = [(one, other) for one in (given.low, given.high) for other in (converted.low, converted.high)]
        return any(_is_rounded(one, other, factor, pair, tolerance) for one, other in ends)
    return all(
        _is_rounded(one, other, factor, pair, tolerance)
        for one, other in ((given.low, converted.low), (given.high, converted.high))
    )


def _is_rounded(one: float, other: float, factor: float, pair: Pair, tolerance: float) -> bool:
    """Whether each is the other but for rounding, whichever of the two was measured."""
    right = one * factor
    apart = abs(other - right)
    if apart <= tolerance * right:
        return True
    rounding = max(pair.converted.number.step, pair.given.number.step * factor if _is_small(one) else 0.0) / 2
    rounding = max(rounding, _last_of_two_figures(one) * factor / 2)
    return apart <= rounding * 1.001 and apart <= _ROUNDED_BY_A_QUARTER * max(right, other)


def _is_small(value: float) -> bool:
    return value < 10


def _last_of_two_figures(value: float) -> float:
    return float(10.0 ** (floor(log10(value)) - 1)) if value else 0.0


def _converted(number: Number, factor: float) -> str:
    low = as_precise_as(number.value * factor, number)
    return low if number.last is None else f"{low} to {as_precise_as(number.last * factor, number)}"


def _unit_as_written(text: str, measure: Measure) -> str:
    return text[measure.number.end : measure.end].lstrip(" \u00a0-") or measure.unit


def _end(text: str, end: int) -> int:
    """With the bracket that closes."""
    return end + 1 if text[end : end + 1] in (")", "]") else end
