"""`check: metric`: a headline, lead, sentence, caption or story that is too long or too short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from copylint.checks.model import NOTHING_NEEDED, Check, Definition, Look, Match, Needs, Option, Place
from copylint.checks.sentences import sentences
from copylint.document.model import Segment
from copylint.values import dataclass

Measure = Literal["characters", "words", "sentences"]
Unit = Literal["segment", "sentence", "lead", "story"]

_LIMIT: Final = {"type": "integer", "minimum": 1}

OPTIONS: Final = (
    Option(
        "measure",
        {"type": "string", "enum": ["characters", "words", "sentences"]},
        "what to count",
        required=True,
    ),
    Option(
        "of",
        {"type": "string", "enum": ["segment", "sentence", "lead", "story"]},
        "where: in each segment (each headline, paragraph, caption), which is the usual; in each sentence; in the lead,"
        " which is the first paragraph of body; or in all of the story that the rule sees",
    ),
    Option("at-most", _LIMIT, "more than this is too long"),
    Option("at-least", _LIMIT, "less than this is too short"),
)
VALUES: Final = frozenset({"value", "limit"})
"""How many there are, and how many there may or must be."""


@dataclass(frozen=True)
class Limits:
    """What is counted, and how much of it there may and must be."""

    measure: Measure
    at_most: int | None
    at_least: int

    def match(self, place: Place, texts: Iterable[str]) -> Match | None:
        """What is wrong with the length of the texts, reported at the place."""
        value = sum(_measured(text, self.measure) for text in texts)
        if self.at_most is not None and value > self.at_most:
            return Match(place, {"value": str(value), "limit": str(self.at_most)})
        return Match(place, {"value": str(value), "limit": str(self.at_least)}) if value < self.at_least else None


@dataclass(frozen=True)
class SegmentMetric:
    """Measures each segment, or each of its sentences."""

    limits: Limits
    by_sentence: bool

    @property
    def level(self) -> Literal["segment"]:
        return "segment"

    @property
    def needs(self) -> Needs:
        return NOTHING_NEEDED

    def find_in_segment(self, segment: Segment, look: Look) -> Iterable[Match]:
        for start, end in sentences(segment.text) if self.by_sentence else ((0, len(segment.text)),):
            match = self.limits.match(Place(start, end, segment), (segment.text[start:end],))
            if match and look.admits(segment, start, end):
                yield match


@dataclass(frozen=True)
class StoryMetric:
    """Measures the lead, or all that the rule sees of the story; it is reported at the first segment."""

    limits: Limits
    only_lead: bool

    @property
    def level(self) -> Literal["document"]:
        return "document"

    @property
    def needs(self) -> Needs:
        return NOTHING_NEEDED

    def find_in_document(self, look: Look) -> Iterator[Match]:
        segments = look.segments
        if self.only_lead:
            segments = tuple(segment for segment in segments if segment.part == "body")[:1]
        if not segments:
            return
        first = segments[0]
        match = self.limits.match(Place(0, len(first.text), first), (segment.text for segment in segments))
        if match and look.admits(first, 0, len(first.text)):
            yield match


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    options = definition.options
    unit: Unit = options.get("of", "segment")
    if "at-most" not in options and "at-least" not in options:
        raise ValueError("give 'at-most' or 'at-least'")
    if options["measure"] == "sentences" and unit == "sentence":
        raise ValueError("a sentence can't be measured in sentences")
    limits = Limits(options["measure"], options.get("at-most"), options.get("at-least", 0))
    if unit in ("segment", "sentence"):
        return SegmentMetric(limits, by_sentence=unit == "sentence")
    return StoryMetric(limits, only_lead=unit == "lead")


def _measured(text: str, measure: Measure) -> int:
    if measure == "characters":
        return len(text)
    if measure == "words":
        return sum(any(char.isalnum() for char in word) for word in text.split())
    return sum(1 for _ in sentences(text))
