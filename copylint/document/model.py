"""A story cut into segments: what the readers make and the checks look at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal, get_args

from copylint.finding import Span, Spans

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

MaskKind = Literal["url", "e-mail", "handle", "hashtag", "code", "tag", "quotation"]

UNDECIDED: Final = "und"
"""The language of a passage that no function words decide (BCP 47); only rules for `*` run there."""


@dataclass(frozen=True)
class Mask:
    """An inline stretch of story text where wording rules don't apply."""

    span: Span
    kind: MaskKind


@dataclass(frozen=True)
class Piece:
    """One step of an offset map: the story text from `story` up to the next piece comes from `[source, source_end)`.

    A `verbatim` piece maps character by character. Any other (an entity, a joined line break) is one unit: each of its
    story characters comes from the whole source stretch.
    """

    story: int
    source: int
    source_end: int
    verbatim: bool = True


@dataclass(frozen=True)
class OffsetMap:
    """Where each character of a story text stands in the source.

    Pieces ascend in both offsets and cover the whole story text; the first begins at 0. Source that no story character
    comes from (dropped tags, a list mark) lies between one piece's end and the next one's start.
    """

    pieces: tuple[Piece, ...]

    def to_source(self, start: int, end: int) -> Span:
        """The source span of `[start, end)` of the story text; an empty span keeps its place."""
        piece = self._piece_at(start)
        first = min(piece.source + start - piece.story, piece.source_end) if piece.verbatim else piece.source
        if start >= end:
            return Span(first, first)
        last = self._piece_at(end - 1)
        return Span(first, last.source + end - last.story if last.verbatim else last.source_end)

    def is_plain(self, start: int, end: int) -> bool:
        """Whether one edit can replace `[start, end)`: it stands in a single verbatim piece."""
        piece = self._piece_at(start)
        return piece.verbatim and piece is self._piece_at(max(end - 1, start))

    def _piece_at(self, offset: int) -> Piece:
        return self.pieces[max(bisect_right(self._story_starts, offset) - 1, 0)]

    @cached_property
    def _story_starts(self) -> list[int]:
        return [piece.story for piece in self.pieces]


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
    source_text: str
    """The whole decoded source, which the segments' spans point into."""
    language: str = UNDECIDED
    guessed_encoding: str | None = None
    """What bytes that are not UTF-8 and declare nothing were read as; None where nothing was guessed."""
    metadata: Mapping[str, str] = field(default_factory=dict)
    """Stated facts by name: title, author, date, language, slug, embargo, …"""

    def of_part(self, *parts: Part) -> tuple[Segment, ...]:
        return tuple(segment for segment in self.segments if segment.part in parts)

    def index_of(self, segment: Segment) -> int:
        """Which of the segments it is."""
        return bisect_right(self._starts, segment.span.start) - 1

    def segment_at(self, offset: int) -> Segment | None:
        """The segment that the source offset stands in."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and self.segments[index].span.end > offset:
            return self.segments[index]
        return None

    @cached_property
    def _starts(self) -> list[int]:
        return [segment.span.start for segment in self.segments]
