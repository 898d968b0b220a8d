"""Temperatures given on both scales: '40 C (104 F)'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import regex

from copylint.checks.model import Look, Match, Needs, Place
from copylint.checks.number_text import spelled
from copylint.expressions import expression

_DEGREES: Final = (
    r"(?P<{0}minus>minus\s|[-−–])?(?P<{0}>\d{{1,4}}(?:\.\d)?)(?:-(?P<{0}last>\d{{1,3}}))?"
    r"(?:\s?(?:degrees?|deg\.?|°|º)\s?|\s?)(?P<{0}scale>C|F|(?i:celsius|centigrade|fahrenheit))\b"
)
_SCALE_AND_BRACKET: Final = r"(?:[CF]|[Cc](?i:elsius)|[Cc](?i:entigrade)|[Ff](?i:ahrenheit))\s?(?:[(\[]|,\sor\s|/)"
NEEDS: Final = {"temperature": Needs(patterns=(_SCALE_AND_BRACKET,))}

_HAS_PAIR: Final = expression(_SCALE_AND_BRACKET)
_PAIR: Final = expression(
    r"(?<![\w.,])"
    + _DEGREES.format("given")
    + r"\s?(?:[(\[]|,\sor\s|/)\s?(?:about\s|around\s)?"
    + _DEGREES.format("other")
)
_CLIMATE: Final = expression(
    r"\b(?:warm(?:er|ed|ing)|cool(?:er|ing)|hotter|colder|difference|anomaly|pre-?industrial|climate)\b",
    regex.IGNORECASE,
)
_BY: Final = expression(
    r"\b(?:by|(?:rise|drop|increase|fall|swing|change) of)\s(?:about\s|around\s|nearly\s|up to\s|\w+\sto\s)?$",
    regex.IGNORECASE,
)
_THAN: Final = expression(r"[)\]]?\s(?:higher|lower|above|below|more|less)\b")
_LOOK_ROUND: Final = 90
_OVEN: Final = 120
"""From here on recipes round to whole tens: 180 C (350 F)."""


def temperature(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """Readings that don't fit. Where the text tells of a difference, the sum without the 32 is right as well."""
    for segment in look.segments:
        for found in _PAIR.finditer(segment.text) if _HAS_PAIR.search(segment.text) else ():
            given, other = _value(found, "given"), _value(found, "other")
            from_celsius = found["givenscale"][0] in "Cc"
            if from_celsius == (found["otherscale"][0] in "Cc") or found["givenlast"] or found["otherlast"]:
                continue
            right = given * 9 / 5 + 32 if from_celsius else (given - 32) * 5 / 9
            difference = given * 9 / 5 if from_celsius else given * 5 / 9
            if _fits(given, other, right, from_celsius=from_celsius) or (
                _tells_a_difference(segment.text, found) and _fits(given, other, difference, from_celsius=from_celsius)
            ):
                continue
            scale = "C" if not from_celsius else "F"
            values = {"given": _as_written(found, "given"), "right": f"{spelled(round(right))} {scale}"}
            end = found.end() + (segment.text[found.end() : found.end() + 1] in (")", "]"))
            place = Place(found.start(), end, segment)
            yield Match(place, {**values, "wrong": f"{spelled(other)}"})


def _value(found: regex.Match[str], name: str) -> float:
    value = float(found[name])
    return -value if found[f"{name}minus"] else value


def _fits(given: float, other: float, right: float, *, from_celsius: bool) -> bool:
    """Each may have been rounded: 100 F is 37.8 C, and 38 C is 100.4 F. Round figures may be rounder still."""
    unit = 1.8 if from_celsius else 5 / 9
    rounding = max(0.5 * unit if given == int(given) else 0.05 * unit, 0.5) + 0.3
    if given % 10 == 0 and other % 5 == 0:
        rounding += 2.0 if abs(given) < _OVEN else 6.0
    return abs(other - right) <= rounding + 0.2


def _tells_a_difference(text: str, found: regex.Match[str]) -> bool:
    before = text[max(found.start() - _LOOK_ROUND, 0) : found.start()]
    if _BY.search(before) or _THAN.match(text, found.end()):
        return True
    return _CLIMATE.search(before + text[found.end() : found.end() + _LOOK_ROUND]) is not None


def _as_written(found: regex.Match[str], name: str) -> str:
    minus = "minus " if found[f"{name}minus"] else ""
    return f"{minus}{found[name]} {found[name + 'scale'][0].upper()}"
