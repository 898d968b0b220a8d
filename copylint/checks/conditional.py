"""`check: conditional`: words that call for others, which are missing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any, Final, Literal

import regex

from copylint.checks.model import Check, Definition, Look, Match, Needs, Option, Place
from copylint.checks.scan import CPU_SECONDS_PER_TEXT, scan
from copylint.checks.sentences import sentences
from copylint.checks.words import phrase_pattern
from copylint.document.model import Document, Part, Segment
from copylint.values import dataclass

Reach = Literal["sentence", "segment", "story"]

_PATTERN: Final = {"type": "string", "minLength": 1, "format": "regex"}
_WORDS: Final = {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}}

OPTIONS: Final = (
    Option("when", _PATTERN, "a regular expression for what calls for something else"),
    Option("when-words", _WORDS, "the same in words or phrases"),
    Option("unless", _PATTERN, "a regular expression for what must stand there too"),
    Option("unless-words", _WORDS, "the same in words or phrases"),
    Option(
        "within",
        {"type": "string", "enum": ["sentence", "segment", "story"]},
        "where the other words may stand: in the same sentence, the same segment (headline, paragraph, caption), or"
        " anywhere in the story but in corrections, tables and quotations; the segment by default",
    ),
)
VALUES: Final[frozenset[str]] = frozenset()

_NO_EVIDENCE: Final[frozenset[Part]] = frozenset({"correction", "editor-note", "table", "code", "front-matter"})
"""A correction repeats the error on purpose; the others are no prose."""


@dataclass(frozen=True)
class Condition:
    """Finds what calls for something that is missing in its own sentence or segment."""

    when: regex.Pattern[str]
    unless: regex.Pattern[str]
    by_sentence: bool

    @property
    def level(self) -> Literal["segment"]:
        return "segment"

    @property
    def needs(self) -> Needs:
        return Needs(patterns=(self.when.pattern,))

    def find_in_segment(self, segment: Segment, look: Look) -> Iterable[Match]:
        calls = list(_matches(self.when, segment, look))
        if not calls or not self.by_sentence:
            return [] if calls and _stands_in(self.unless, segment.text) else calls
        return _unmet(self.unless, calls, segment.text)


@dataclass(frozen=True)
class StoryCondition:
    """Finds what calls for something that the whole story doesn't have."""

    when: regex.Pattern[str]
    unless: regex.Pattern[str]

    @property
    def level(self) -> Literal["document"]:
        return "document"

    @property
    def needs(self) -> Needs:
        return Needs(patterns=(self.when.pattern,))

    def find_in_document(self, look: Look) -> Iterator[Match]:
        if _stands_in_story(self.unless, look.document):
            return
        for segment in look.segments:
            yield from _matches(self.when, segment, look)


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    if definition.text == "source":
        raise ValueError("a conditional rule looks at the story's text, not at the source's lines")
    when, unless = _pattern(definition.options, "when"), _pattern(definition.options, "unless")
    reach: Reach = definition.options.get("within", "segment")
    if reach == "story":
        return StoryCondition(when, unless)
    return Condition(when, unless, by_sentence=reach == "sentence")


def _pattern(options: Mapping[str, Any], key: str) -> regex.Pattern[str]:
    words = f"{key}-words"
    if (key in options) == (words in options):
        raise ValueError(f"give either '{key}' or '{words}'")
    return regex.compile(options[key]) if key in options else phrase_pattern(options[words])


def _unmet(unless: regex.Pattern[str], calls: Iterable[Match], text: str) -> Iterator[Match]:
    """Those with nothing in the sentences that they stand in."""
    found = sentences(text)
    met: dict[int, bool] = {}
    for call in calls:
        first = bisect_right(found, call.place.start, key=itemgetter(1))
        stop = bisect_left(found, call.place.end, key=itemgetter(0))
        for index in range(first, stop):
            if index not in met:
                met[index] = _stands_in(unless, text[slice(*found[index])])
        if not any(met[index] for index in range(first, stop)):
            yield call


def _matches(pattern: regex.Pattern[str], segment: Segment, look: Look) -> Iterator[Match]:
    for found in scan(pattern, segment.text, lambda start, end: look.admits(segment, start, end), look.starts):
        yield Match(Place(*found.span(), segment))


def _stands_in(pattern: regex.Pattern[str], text: str) -> bool:
    return pattern.search(text, timeout=CPU_SECONDS_PER_TEXT) is not None


def _stands_in_story(pattern: regex.Pattern[str], document: Document) -> bool:
    """In any part whose words are evidence, but not in a quotation."""
    return any(
        _stands_outside_quotations(pattern, segment)
        for segment in document.segments
        if segment.part not in _NO_EVIDENCE
    )


def _stands_outside_quotations(pattern: regex.Pattern[str], segment: Segment) -> bool:
    quotations = segment.quotation_spans

    def counts(start: int, end: int) -> bool:
        return not any(quotation.start < end and start < quotation.end for quotation in quotations)

    return any(scan(pattern, segment.text, counts))
