"""`check: capitalization`: names that lost their capital letters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal

import regex

from copylint.checks.model import Check, Definition, Look, Match, Needs, Option, Place, Replacement
from copylint.checks.scan import scan
from copylint.checks.words import PLAIN, folded, one_of
from copylint.document.model import Segment
from copylint.values import dataclass

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
    r"(?<=\b(?i:on|of|since|until|till|by|before|after|from|through|dated|effective|record|early|mid|late|last|next"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day),?\s{day})"
)
"""What stands before a date, and hardly before a verb; `{day}` is what stands between it and the month."""
_SURE_INTRODUCTION: Final = (
    rf"(?<=\b(?i:on|since|until|till|dated|(?:mon|tues|wednes|thurs|fri|satur|sun)day),?\s{_DAY}\s)"
)
_IN_A_DATE: Final = (
    rf"\p{{L}}++,?\s{_YEAR}{_NO_UNIT}",  # may 2025
    rf"\p{{L}}++\s{_DAYS},(?:\s{_YEAR}|(?!\s?\d))",  # may 5, …
    _INTRODUCTION.replace("{day}", "") + rf"\p{{L}}++\s{_DAYS}{_NO_UNIT}",  # on may 5
    _INTRODUCTION.replace("{day}", rf"{_DAY}\s") + r"\p{L}++(?=$|[.,;:)])",  # on 5 may.
    _SURE_INTRODUCTION + r"\p{L}++(?=\s(?:in|at|the|an?|when|after|before|near|outside|during|with|for)\b)",
)

_IN_A_DATELINE: Final = (rf"\p{{L}}++\.?\s{_DAY}(?!\w)", rf"(?<=\b{_DAY}\s)\p{{L}}++")
"""No figure in a dateline is anything but a day."""


@dataclass(frozen=True)
class Capitalization:
    """Finds its names in another case, in the story text of each segment."""

    pattern: regex.Pattern[str]
    names: Mapping[str, str]
    """The names as they are written, by their folded forms."""
    only_as_date: frozenset[str]
    """Folded, too."""
    date: regex.Pattern[str]
    """Fits where a month stands in a date."""
    date_in_dateline: regex.Pattern[str]

    @property
    def level(self) -> Literal["segment"]:
        return "segment"

    @property
    def needs(self) -> Needs:
        return Needs(patterns=(self.pattern.pattern,))

    def find_in_segment(self, segment: Segment, look: Look) -> Iterable[Match]:
        def counts(start: int, end: int) -> bool:
            return self._is_wrong(segment, start, end) and look.admits(segment, start, end)

        for found in scan(self.pattern, segment.text, counts, look.starts):
            place = Place(*found.span(), segment)
            yield Match(place, replacements=(Replacement(place, self.names[folded(found[0])]),))

    def _is_wrong(self, segment: Segment, start: int, end: int) -> bool:
        word = segment.text[start:end]
        name = self.names.get(folded(word))
        if name is None or word.translate(PLAIN) in (name, name.upper()):
            return False
        date = self.date_in_dateline if segment.part == "dateline" else self.date
        return folded(name) not in self.only_as_date or date.match(segment.text, start) is not None


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    words = sorted(definition.options["words"], key=lambda word: (-len(word), word))
    names = {folded(word): word for word in words}
    only_as_date = frozenset(folded(word) for word in definition.options.get("only-as-date", ()))
    unknown = only_as_date.difference(names)
    if unknown:
        raise ValueError(f"'only-as-date' has '{min(unknown)}', which 'words' doesn't have")
    return Capitalization(
        regex.compile(rf"(?<!\w)(?:{one_of(words)})(?!\w)", regex.IGNORECASE),
        names,
        only_as_date,
        regex.compile("|".join(_IN_A_DATE)),
        regex.compile("|".join(_IN_A_DATELINE)),
    )
