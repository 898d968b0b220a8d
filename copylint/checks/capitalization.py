"""`check: capitalization`: names that lost their capital letters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

import regex

from copylint.checks.model import Check, Definition, Look, Match, Option, Place, Replacement
from copylint.checks.scan import scan
from copylint.checks.words import bounded, literal
from copylint.document.model import Segment

_WORDS: Final = {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}}

OPTIONS: Final = (
    Option("words", _WORDS, "names as they are written; in ALL CAPS they are right too", required=True),
    Option("only-as-date", _WORDS, "those that are ordinary words too, and names only in a date: may, march, august"),
)
VALUES: Final[frozenset[str]] = frozenset()

_YEAR: Final = r"(?:19|20)\d\d(?!\w|[.,]\d)"
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_DAYS: Final = rf"{_DAY}(?:(?:\s?[-–—]\s?|\s(?:and|or|to)\s){_DAY})?(?!\w|[.,:/]\d|\s?[%$€£])"
_NO_UNIT: Final = (
    r"(?!\s(?:or|to|times|per\s?cent|pct|inch|f[eo]*t|yards?|miles?|met(?:re|er)s?|kilo\w*|km|kg|mm?|cm|lbs?|tons?|tonnes?"
    r"|people|men|women|children|hundred|thousand|million|billion|dozen|more|of|points?|(?!was|has|this)[a-z]{2,}s)\b)"
)
"""Behind a figure: 'march 12 miles', 'may 2 or 3 times', any plural; then the figure is a number and no day."""
_INTRODUCTION: Final = (
    r"(?<=\b(?i:on|of|since|until|till|by|before|after|from|through|dated|early|mid|late|last|next"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day),?\s{day})"
)
"""What stands before a date, and hardly before a verb; `{day}` is what stands between it and the month."""


@dataclass(frozen=True)
class Capitalization:
    """Finds its names in another case, in the story text of each segment."""

    pattern: regex.Pattern[str]
    """One group for each name."""
    names: tuple[str, ...]

    @property
    def level(self) -> Literal["segment"]:
        return "segment"

    def find_in_segment(self, segment: Segment, look: Look) -> Iterable[Match]:
        for found in scan(self.pattern, segment.text, lambda start, end: look.admits(segment, start, end)):
            place = Place(*found.span(), segment)
            yield Match(place, replacements=(Replacement(place, self.names[(found.lastindex or 1) - 1]),))


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    names = sorted(dict.fromkeys(definition.options["words"]), key=lambda name: (-len(name), name))
    only_as_date = frozenset(name.casefold() for name in definition.options.get("only-as-date", ()))
    unknown = only_as_date.difference(name.casefold() for name in names)
    if unknown:
        raise ValueError(f"'only-as-date' has '{min(unknown)}', which 'words' doesn't have")
    expressions = (_as_date(_misspelt(name)) if name.casefold() in only_as_date else _misspelt(name) for name in names)
    return Capitalization(regex.compile("|".join(f"({each})" for each in expressions)), tuple(names))


def _misspelt(name: str) -> str:
    """The name in any case but its own and ALL CAPS."""
    right = "|".join(dict.fromkeys((literal(name), literal(name.upper()))))
    return bounded(name, rf"(?!(?:{right})(?!\w))(?i:{literal(name)})")


def _as_date(month: str) -> str:
    """The month beside a day or a year: 'on may 5', 'may 5,', 'on 5 may.', 'may 2025'."""
    with_year = rf"(?=,?\s{_YEAR}{_NO_UNIT})"
    with_comma = rf"(?=\s{_DAYS},(?:\s{_YEAR}|(?!\s?\d)))"
    introduced = rf"(?=\s{_DAYS}{_NO_UNIT})"
    day_first = r"(?=$|[.,;:)])"
    return "|".join(
        (
            month + with_year,
            month + with_comma,
            _INTRODUCTION.replace("{day}", "") + month + introduced,
            _INTRODUCTION.replace("{day}", rf"{_DAY}\s") + month + day_first,
        )
    )
