"""Measures in a text: numbers with a unit, and what one unit is in another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, Final

from regex import Pattern

from copylint.checks.number_text import Number, quantities
from copylint.expressions import expression
from copylint.values import dataclass

UNITS: Final = (
    ("mile", "kilometre", 1.609344),
    ("kilometre", "metre", 1000.0),
    ("nautical mile", "kilometre", 1.852),
    ("yard", "metre", 0.9144),
    ("foot", "metre", 0.3048),
    ("inch", "centimetre", 2.54),
    ("metre", "centimetre", 100.0),
    ("centimetre", "millimetre", 10.0),
    ("pound", "kilogram", 0.45359237),
    ("stone", "kilogram", 6.35029318),
    ("stone", "pound", 14.0),
    ("ounce", "gram", 28.349523),
    ("kilogram", "gram", 1000.0),
    ("tonne", "kilogram", 1000.0),
    ("acre", "hectare", 0.40468564),
    ("square mile", "square kilometre", 2.58998811),
    ("square kilometre", "hectare", 100.0),
    ("square foot", "square metre", 0.09290304),
    ("square yard", "square metre", 0.83612736),
    ("cubic foot", "cubic metre", 0.028316847),
    ("gallon", "litre", 3.785411784),
    ("gallon", "litre", 4.54609),
    ("pint", "litre", 0.473176),
    ("pint", "litre", 0.568261),
    ("mph", "kph", 1.609344),
    ("knot", "mph", 1.150779),
)
"""The international yard and pound of 1959. A gallon and a pint are America's or Britain's; both count as right."""

_FORMS: Final[dict[str, str]] = {
    "mile": "miles?|mi",
    "kilometre": r"kilomet(?:re|er)s?|kms?|KMs?",
    "nautical mile": "nautical miles?|nm",
    "yard": "yards?|yds?",
    "foot": "feet|foot|ft",
    "inch": "inch(?:es)?|ins?",
    "metre": "met(?:re|er)s?|m",
    "centimetre": "centimet(?:re|er)s?|cms?",
    "millimetre": "millimet(?:re|er)s?|mm",
    "pound": "pounds?|lbs?",
    "kilogram": "kilogram(?:me)?s?|kilos?|kgs?|KG",
    "stone": "stones?|st",
    "ounce": "ounces?|oz",
    "gram": "gram(?:me)?s?|g",
    "tonne": "tonnes?|metric tons?",
    "acre": "acres?",
    "hectare": "hectares?|ha",
    "square mile": "square[ -]miles?|sq\\.? miles?|sq\\.? mi",
    "square kilometre": "square[ -]kilomet(?:re|er)s?|sq\\.? kms?|km2|km²",
    "square foot": "square[ -](?:feet|foot)|sq\\.? ft",
    "square metre": "square[ -]met(?:re|er)s?|sq\\.? m|m2|m²",
    "square yard": "square[ -]yards?|sq\\.? yds?",
    "cubic foot": "cubic[ -](?:feet|foot)|cu\\.? ft",
    "cubic metre": "cubic[ -]met(?:re|er)s?|m3|m³",
    "gallon": "(?:US |U\\.S\\. |imperial )?gallons?",
    "litre": "lit(?:re|er)s?",
    "pint": "pints?",
    "mph": "mph|miles per hour|miles an hour",
    "kph": "kph|km/h|kmh|kmph|kilomet(?:re|er)s (?:per|an) hour",
    "knot": "knots?",
}
_PARTS: Final = {("foot", "inch"): 12.0, ("stone", "pound"): 14.0, ("pound", "ounce"): 16.0}
"""Units of one measure: '5 feet 10 inches'."""
_GAP: Final = r"[ \u00a0-]?"


Units = Sequence[Sequence[Any]]


@dataclass(frozen=True)
class Measure:
    """A number with its unit."""

    start: int
    end: int
    number: Number
    unit: str


@dataclass(frozen=True)
class Table:
    """The units that a rule knows."""

    units: tuple[tuple[str, str, float], ...]
    pattern: Pattern[str]
    names: tuple[str, ...]

    @cached_property
    def factors(self) -> Mapping[tuple[str, str], tuple[float, ...]]:
        """What each unit is in others; worked out when two measures stand together, as they do in few stories."""
        return _factors(self.units)

    def measures(self, text: str) -> list[Measure]:
        """The numbers that a unit stands behind, in order; 'feet' and 'inches' of one height are one."""
        found: list[Measure] = []
        for number in quantities(text):
            unit = self.pattern.match(text, number.end)
            if unit is None or number.currency:
                continue
            measure = Measure(number.start, unit.end(), number, self.names[(unit.lastindex or 1) - 1])
            whole = found[-1] if found else None
            if whole and (joined := _joined(text, whole, measure)):
                found[-1] = joined
            else:
                found.append(measure)
        return found


def table(units: Units) -> Table:
    """The pairs of units as a rule gives them, each with what the first is in the second."""
    return _table(tuple((str(one), str(other), float(factor)) for one, other, factor in units))


@lru_cache(maxsize=8)
def _table(units: tuple[tuple[str, str, float], ...]) -> Table:
    names = tuple(dict.fromkeys(name for one, other, _ in units for name in (one, other)))
    names = tuple(sorted(names, key=lambda name: -len(name)))
    forms = "|".join(f"({_FORMS.get(name, re.escape(name) + 's?')})" for name in names)
    return Table(units, expression(rf"{_GAP}(?:{forms})(?![\w²³]|/h)"), names)


def _factors(units: tuple[tuple[str, str, float], ...]) -> Mapping[tuple[str, str], tuple[float, ...]]:
    """Between all units that pairs connect, directly or over others: miles to metres over kilometres."""
    factors: dict[tuple[str, str], tuple[float, ...]] = {}
    for one, other, factor in units:
        factors[one, other] = (*factors.get((one, other), ()), factor)
        factors[other, one] = (*factors.get((other, one), ()), 1 / factor)
    reach = 0
    while reach < len(factors):
        reach = len(factors)
        for (one, over), first in tuple(factors.items()):
            for (start, other), second in tuple(factors.items()):
                if start == over and one != other and (one, other) not in factors:
                    factors[one, other] = tuple(a * b for a in first for b in second)
    return factors


def _joined(text: str, whole: Measure, part: Measure) -> Measure | None:
    size = _PARTS.get((whole.unit, part.unit))
    if size is None or re.fullmatch(r",?[ -]?(?:and )?", text[whole.end : part.start]) is None:
        return None
    value = whole.number.value + part.number.value / size
    number = Number(whole.start, part.number.end, value, 1 / size, whole.number.hedge)
    return Measure(whole.start, part.end, number, whole.unit)
