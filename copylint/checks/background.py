"""Sentences whose figures say nothing about the story's own event: they tell of another day, or of a part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final

import regex

from copylint.checks.date_text import MONTHS
from copylint.checks.model import Look
from copylint.checks.number_text import Number, quantities
from copylint.checks.sentences import sentences
from copylint.document.model import Document, Part, Segment
from copylint.expressions import expression
from copylint.finding import Span
from copylint.values import dataclass

_NEVER: Final[frozenset[Part]] = frozenset(
    {"correction", "editor-note", "table", "front-matter", "code", "boilerplate"}
)

_OWN_TIME: Final = expression(
    r"\b(?:1[5-9]|20)\d\ds?\b|\b(?:last|previous|past|next|following|coming)\s(?:year|month|week|summer|winter|spring"
    r"|autumn|fall|season|decade|century|quarter|few|two|three|four|five|six|ten|\d+)"
    r"|\b(?:years?|months?|weeks?|days?|decades?)\s(?:ago|earlier|later|before|after)\b"
    r"|\b(?:since|previous(?:ly)?|earlier|initial(?:ly)?|originally|at first|first reports?|preliminary|revised?"
    r"|so far this"
    r"|in recent|prior|former(?:ly)?|once|every|each|annual(?:ly)?|per (?:year|month|day)|a year|similar"
    r"|another|other|separate(?:ly)?|elsewhere|meanwhile|additional|further|also|as well|rival|compared"
    r"|deadliest|worst)\b"
    rf"|\b(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.?\s\d|\b(?:{'|'.join(MONTHS)})\b",
    regex.IGNORECASE,
)
"""A year, 'last month', 'two years ago', 'initially', 'in a separate attack'."""
_PART_OF_IT: Final = expression(
    r"\b(?:includ(?:es?|ed|ing)|among|of (?:them|whom|those|these|which)|respectively|at least one of|the rest"
    r"|the others"
    r"|in total|in all|altogether|combined|a total|out of|more than half|half of|most of)\b",
    regex.IGNORECASE,
)


@dataclass(frozen=True)
class Sentence:
    """A sentence of a story and where it stands."""

    segment: Segment
    start: int
    end: int
    paragraph: int
    """Which segment of the body it stands in, from 0."""

    @cached_property
    def text(self) -> str:
        return self.segment.text[self.start : self.end]

    @property
    def has_its_own_time(self) -> bool:
        """Whether it tells of another day, an earlier count or another event."""
        return _OWN_TIME.search(self.text) is not None

    @property
    def counts_a_part(self) -> bool:
        """Whether its figures are parts or sums of others: 'including', 'in total'."""
        return _PART_OF_IT.search(self.text) is not None

    def numbers(self) -> list[Number]:
        """Its numbers outside quotations; offsets are the segment's."""
        found = quantities(self.segment.text)
        first, stop = (bisect_left(found, offset, key=_start) for offset in (self.start, self.end))
        return [each for each in found[first:stop] if not is_masked(self.segment, each.start, each.end)]


def story_sentences(look: Look, *parts: Part, having: Callable[[str], object] | None = None) -> Iterator[Sentence]:
    """Those that a rule sees in these parts of the story; of each paragraph all or, where `having` says no, none."""
    paragraph = 0
    for segment in look.segments:
        if segment.part in parts:
            if having is None or having(segment.text):
                for start, end in sentences(segment.text):
                    yield Sentence(segment, start, end, paragraph)
            paragraph += 1


def all_numbers(document: Document, *parts: Part) -> list[Number]:
    """Every number in these parts, in quotations and background too: what a headline may have taken up."""
    return [
        number
        for segment in document.segments
        if segment.part in parts and segment.part not in _NEVER
        for number in quantities(segment.text)
    ]


def is_masked(segment: Segment, start: int, end: int) -> bool:
    """Whether somebody else says it, or it stands in an address: then the story doesn't answer for its figures."""
    return segment.masked.overlap(Span(start, end))


def _start(number: Number) -> int:
    return number.start
