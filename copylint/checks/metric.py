"""`check: metric`: a headline, lead, sentence, caption or story that is too long or too short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from copylint.checks.model import Check, Definition, Look, Match, Option, Place
from copylint.checks.sentences import sentences
from copylint.document.model import Segment

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
class Metric:
    """Measures stretches of a story."""

    measure: Measure
    unit: Unit
    at_most: int | None
    at_least: int

    @property
    def level(self) -> Literal["document"]:
        return "document"

    def find_in_document(self, look: Look) -> Iterator[Match]:
        for place, texts in _stretches(self.unit, look.segments):
            value = sum(_measured(text, self.measure) for text in texts)
            if self.at_most is not None and value > self.at_most:
                limit = self.at_most
            elif value < self.at_least:
                limit = self.at_least
            else:
                continue
            if place.segment and look.admits(place.segment, place.start, place.end):
                yield Match(place, {"value": str(value), "limit": str(limit)})


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    options = definition.options
    if "at-most" not in options and "at-least" not in options:
        raise ValueError("give 'at-most' or 'at-least'")
    if options["measure"] == "sentences" and options.get("of") == "sentence":
        raise ValueError("a sentence can't be measured in sentences")
    return Metric(options["measure"], options.get("of", "segment"), options.get("at-most"), options.get("at-least", 0))


def _stretches(unit: Unit, segments: Sequence[Segment]) -> Iterator[tuple[Place, Iterable[str]]]:
    """What is measured: where it is reported, and its texts."""
    if unit == "story":
        if segments:
            yield Place(0, len(segments[0].text), segments[0]), (segment.text for segment in segments)
        return
    if unit == "lead":
        segments = [segment for segment in segments if segment.part == "body"][:1]
    for segment in segments:
        spans = sentences(segment.text) if unit == "sentence" else ((0, len(segment.text)),)
        for start, end in spans:
            yield Place(start, end, segment), (segment.text[start:end],)


def _measured(text: str, measure: Measure) -> int:
    if measure == "characters":
        return len(text)
    if measure == "words":
        return sum(any(char.isalnum() for char in word) for word in text.split())
    return sum(1 for _ in sentences(text))
