"""A story cut into segments: what the readers make and the checks look at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from typing import Final, Literal, get_args

from copylint.document.offsets import Mask, OffsetMap
from copylint.document.story_text import StoryText
from copylint.finding import Span, Spans
from copylint.values import dataclass

Part = Literal[
    "headline",
    "subhead",
    "slug",
    "dateline",
    "byline",
    "body",
    "caption",
    "credit",
    "correction",
    "editor-note",
    "sign-off",
    "table",
    "code",
    "front-matter",
    "boilerplate",
]
PARTS: Final[tuple[Part, ...]] = get_args(Part)

BY_LINES: Final = ("text", "markdown")
"""The formats without markup of a file's own, whose lines and blank lines are the story's."""

UNDECIDED: Final = "und"
"""The language of a passage that no function words decide (BCP 47); only rules for `*` run there."""


@dataclass(frozen=True)
class Segment:
    """A contiguous stretch of a story with one part. It may begin and end inside a line."""

    part: Part
    span: Span
    text: str
    """Its story text: decoded, hard-wrapped lines joined by one space, no outer white space."""
    offsets: OffsetMap
    language: str = UNDECIDED
    masks: tuple[Mask, ...] = ()
    """In story-text offsets, sorted. Quotations are masks of kind `quotation`, their marks included."""
    stated: bool = False
    """Whether the format's markup says which part it is; else its words or its place do."""
    deletable: bool = False
    """Whether its whole lines can be deleted from the file (plain text and Markdown only)."""

    @cached_property
    def masked(self) -> Spans:
        """Where any mask lies."""
        return Spans(mask.span for mask in self.masks)

    @cached_property
    def masked_but_quotations(self) -> Spans:
        return Spans(mask.span for mask in self.masks if mask.kind != "quotation")

    @cached_property
    def quotations(self) -> Spans:
        return Spans(self.quotation_spans)

    @cached_property
    def quotation_spans(self) -> tuple[Span, ...]:
        """Each quotation with its marks, in order."""
        return tuple(mask.span for mask in self.masks if mask.kind == "quotation")

    def source_span(self, start: int, end: int) -> Span:
        return self.offsets.to_source(start, end)


@dataclass(frozen=True)
class Document:
    """One story in a source."""

    index: int
    format: str
    segments: tuple[Segment, ...]
    """In the order in which they are read."""
    source_text: str
    """The whole decoded source, which the segments' spans point into."""
    plain: tuple[StoryText, ...] = ()
    """The stretches of plain text or Markdown, whose lines are the story's own: a whole file, or a field of JSON."""
    language: str = UNDECIDED
    guessed_encoding: str | None = None
    """What bytes that are not UTF-8 and declare nothing were read as; None where nothing was guessed."""
    refuted_encoding: str | None = None
    """The encoding that the file declares, where its bytes are another one."""
    metadata: Mapping[str, str] = field(default_factory=dict)
    """Stated facts by name: title, author, date, language, slug, embargo, …"""

    @property
    def by_lines(self) -> bool:
        """Whether the source's lines and blank lines are the story's."""
        return self.format in BY_LINES

    @property
    def reads_as(self) -> str:
        """What a rule's `formats` names: Markdown, or text whose every mark reaches the reader as it stands."""
        return self.format if self.format == "markdown" else "text"

    @cached_property
    def marked_up(self) -> tuple[Segment, ...]:
        """The segments outside its plain stretches: those whose text the format's own markup holds."""
        plain = Spans(stretch.source_span for stretch in self.plain)
        return tuple(segment for segment in self.segments if not plain.overlap(segment.span))

    def of_part(self, *parts: Part) -> tuple[Segment, ...]:
        return tuple(segment for segment in self.segments if segment.part in parts)

    def index_of(self, segment: Segment) -> int:
        """Which of the segments it is."""
        return self._order[bisect_right(self._starts, segment.span.start) - 1]

    def segment_at(self, offset: int) -> Segment | None:
        """The segment that the source offset stands in."""
        place = bisect_right(self._starts, offset) - 1
        if place >= 0 and self.segments[self._order[place]].span.end > offset:
            return self.segments[self._order[place]]
        return None

    @cached_property
    def _order(self) -> list[int]:
        """The segments' indices in the order of the source: a JSON story may have its body above its headline."""
        return sorted(range(len(self.segments)), key=lambda index: self.segments[index].span.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [self.segments[index].span.start for index in self._order]
