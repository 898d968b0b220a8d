"""`check: swap`: a wrong word or phrase, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Final, Literal

import regex

from copylint.checks.model import Check, Definition, Look, Match, Needs, Option, Place, Replacement
from copylint.checks.scan import scan
from copylint.checks.template import check_template
from copylint.checks.words import in_case_of, phrase
from copylint.document.model import Segment
from copylint.values import dataclass

_TEXT: Final = {"type": "string", "minLength": 1}
_RIGHT: Final = {"oneOf": [{"type": "string"}, {"type": "array", "minItems": 2, "items": _TEXT}]}
_PATTERN_PAIR: Final = {
    "type": "object",
    "properties": {"pattern": {**_TEXT, "format": "regex"}, "write": _RIGHT},
    "required": ["pattern", "write"],
    "additionalProperties": False,
}

OPTIONS: Final = (
    Option(
        "swap",
        {"type": "object", "additionalProperties": _RIGHT},
        "wrong: right, in words or phrases; a list of right ones where a person must choose",
    ),
    Option(
        "swap-patterns",
        {"type": "array", "minItems": 1, "items": _PATTERN_PAIR},
        r"regular expressions and what to write instead; \1 and \g<name> stand for a pattern's groups",
    ),
)
VALUES: Final = frozenset({"readings"})
"""What may be written, in quotation marks: 'Kyiv', or 'compliment' or 'complement'."""


@dataclass(frozen=True)
class Phrases:
    """Pairs of words or phrases: the pattern has one group for each, longest first."""

    pattern: regex.Pattern[str]
    pairs: tuple[tuple[str, tuple[str, ...]], ...]

    def readings(self, found: regex.Match[str]) -> tuple[str, ...]:
        """What may stand in place of the found text, in its case."""
        wrong, rights = self.pairs[(found.lastindex or 1) - 1]
        return tuple(in_case_of(found[0], wrong, right) for right in rights)


@dataclass(frozen=True)
class PatternPair:
    """A regular expression and what to write instead."""

    pattern: regex.Pattern[str]
    templates: tuple[str, ...]

    def readings(self, found: regex.Match[str]) -> tuple[str, ...]:
        return tuple(found.expand(template) for template in self.templates)


@dataclass(frozen=True)
class Swap:
    """Finds what is wrong in the story text of each segment."""

    searches: tuple[Phrases | PatternPair, ...]

    @property
    def level(self) -> Literal["segment"]:
        return "segment"

    @property
    def needs(self) -> Needs:
        return Needs(patterns=tuple(search.pattern.pattern for search in self.searches))

    def find_in_segment(self, segment: Segment, look: Look) -> Iterable[Match]:
        admits, starts = partial(look.admits, segment), look.starts
        for search in self.searches:
            for found in scan(search.pattern, segment.text, admits, starts):
                readings = search.readings(found)
                if found[0] not in readings:
                    yield _match(Place(*found.span(), segment), readings)


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    swap = definition.options.get("swap", {})
    patterns = definition.options.get("swap-patterns", ())
    if not swap and not patterns:
        raise ValueError("give 'swap' or 'swap-patterns'")
    if not all(wrong.strip() for wrong in swap):
        raise ValueError("a wrong phrase in 'swap' is empty")
    if definition.text == "source":
        raise ValueError("a swap looks at the story's text; for the source's lines use a 'pattern' rule")
    phrases = (_phrases(swap),) if swap else ()
    return Swap((*phrases, *(_pattern_pair(pair) for pair in patterns)))


def _phrases(swap: Mapping[str, str | Sequence[str]]) -> Phrases:
    pairs = sorted(((wrong, _rights(right)) for wrong, right in swap.items()), key=lambda pair: -len(pair[0]))
    return Phrases(regex.compile("|".join(f"({phrase(wrong)})" for wrong, _ in pairs)), tuple(pairs))


def _pattern_pair(pair: Mapping[str, Any]) -> PatternPair:
    pattern, templates = regex.compile(pair["pattern"]), _rights(pair["write"])
    for template in templates:
        check_template(template, pattern)
    return PatternPair(pattern, templates)


def _rights(right: str | Sequence[str]) -> tuple[str, ...]:
    return (right,) if isinstance(right, str) else tuple(right)


def _match(place: Place, readings: tuple[str, ...]) -> Match:
    values = {"readings": " or ".join(f"'{reading}'" for reading in readings)}
    if len(readings) == 1:
        return Match(place, values, (Replacement(place, readings[0]),))
    return Match(place, {**values, "fix": " or ".join(readings)})
