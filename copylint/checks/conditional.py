"""`check: conditional`: words that call for others, which are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import regex

from copylint.checks.model import Check, Definition, Look, Match, Option, Place
from copylint.checks.scan import CPU_SECONDS_PER_TEXT, scan
from copylint.checks.sentences import sentences
from copylint.checks.words import phrase_pattern
from copylint.document.model import PARTS, Document, Part, Segment

Reach = Literal["sentence", "segment", "story"]

_PATTERN: Final = {"type": "string", "minLength": 1, "format": "regex"}
_WORDS: Final = {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}}
_PARTS: Final = {"type": "array", "minItems": 1, "items": {"type": "string", "enum": list(PARTS)}}

OPTIONS: Final = (
    Option("when", _PATTERN, "a regular expression for what calls for something else"),
    Option("when-words", _WORDS, "the same in words or phrases"),
    Option("unless", _PATTERN, "a regular expression for what must stand there too"),
    Option("unless-words", _WORDS, "the same in words or phrases"),
    Option("unless-part", _PARTS, "parts of the story; one of them is enough"),
    Option(
        "within",
        {"type": "string", "enum": ["sentence", "segment", "story"]},
        "where the other words may stand: in the same sentence, the same segment (headline, paragraph, caption), or"
        " anywhere in the story but in corrections, tables and quotations; the segment by default",
    ),
    Option("only-if", _PATTERN, "a regular expression for what the story must say somewhere, or the rule is silent"),
    Option("only-if-in", _PARTS, "the parts that 'only-if' looks at; all but corrections and tables by default"),
)
VALUES: Final[frozenset[str]] = frozenset()

_NO_EVIDENCE: Final[frozenset[Part]] = frozenset({"correction", "editor-note", "table", "code", "front-matter"})
"""A correction repeats the error on purpose; the others are no prose."""


@dataclass(frozen=True)
class Condition:
    """Finds what calls for something that is missing in its own sentence or segment."""

    when: regex.Pattern[str]
    unless: regex.Pattern[str] | None
    within: Reach

    @property
    def level(self) -> Literal["segment"]:
        return "segment"

    def find_in_segment(self, segment: Segment, look: Look) -> Iterable[Match]:
        for found in scan(self.when, segment.text, lambda start, end: look.admits(segment, start, end)):
            if not self._is_met(segment.text, *found.span()):
                yield Match(Place(*found.span(), segment))

    def _is_met(self, text: str, start: int, end: int) -> bool:
        if self.unless is None or self.within == "story":
            return False
        if self.within == "sentence":
            return any(
                _stands_in(self.unless, text[first:last])
                for first, last in sentences(text)
                if first < end and start < last
            )
        return _stands_in(self.unless, text)


@dataclass(frozen=True)
class StoryCondition:
    """The same for a rule that knows more of the story than one segment."""

    condition: Condition
    unless_parts: frozenset[Part]
    only_if: regex.Pattern[str] | None
    only_if_in: frozenset[Part]

    @property
    def level(self) -> Literal["document"]:
        return "document"

    def find_in_document(self, look: Look) -> Iterator[Match]:
        if self._is_silent(look.document):
            return
        for segment in look.segments:
            yield from self.condition.find_in_segment(segment, look)

    def _is_silent(self, document: Document) -> bool:
        if any(segment.part in self.unless_parts for segment in document.segments):
            return True
        if self.only_if and not _stands_in_story(self.only_if, document, self.only_if_in):
            return True
        unless = self.condition.unless
        return self.condition.within == "story" and unless is not None and _stands_in_story(unless, document)


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    options = definition.options
    when, unless = _pattern(options, "when"), _pattern(options, "unless")
    unless_parts = frozenset(options.get("unless-part", ()))
    if when is None:
        raise ValueError("give 'when' or 'when-words'")
    if unless is None and not unless_parts:
        raise ValueError("give 'unless', 'unless-words' or 'unless-part'")
    if "only-if-in" in options and "only-if" not in options:
        raise ValueError("'only-if-in' goes with 'only-if'")
    if definition.text == "source":
        raise ValueError("a conditional rule looks at the story's text, not at the source's lines")
    condition = Condition(when, unless, options.get("within", "segment"))
    if condition.within != "story" and not unless_parts and "only-if" not in options:
        return condition
    only_if = regex.compile(options["only-if"]) if "only-if" in options else None
    return StoryCondition(condition, unless_parts, only_if, frozenset(options.get("only-if-in", ())))


def _pattern(options: Any, key: str) -> regex.Pattern[str] | None:  # noqa: ANN401 - a rule's options
    words: Sequence[str] | None = options.get(f"{key}-words")
    if key in options and words:
        raise ValueError(f"give either '{key}' or '{key}-words'")
    if key in options:
        return regex.compile(options[key])
    return phrase_pattern(words) if words else None


def _stands_in(pattern: regex.Pattern[str], text: str) -> bool:
    return pattern.search(text, timeout=CPU_SECONDS_PER_TEXT) is not None


def _stands_in_story(pattern: regex.Pattern[str], document: Document, parts: frozenset[Part] = frozenset()) -> bool:
    """In one of the parts, or in any whose words are evidence; never in a quotation."""
    return any(
        _stands_outside_quotations(pattern, segment)
        for segment in document.segments
        if (segment.part in parts if parts else segment.part not in _NO_EVIDENCE)
    )


def _stands_outside_quotations(pattern: regex.Pattern[str], segment: Segment) -> bool:
    quotations = [mask.span for mask in segment.masks if mask.kind == "quotation"]

    def counts(start: int, end: int) -> bool:
        return not any(quotation.start < end and start < quotation.end for quotation in quotations)

    return any(scan(pattern, segment.text, counts))
