"""Where each character of a text stands in the source, and which stretches of it are masked."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from typing import Literal

from copylint.document.escapes import Escape
from copylint.finding import Span
from copylint.values import dataclass

MaskKind = Literal["url", "e-mail", "handle", "hashtag", "code", "tag", "quotation"]


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
    reference: bool = False
    """Whether the unit is characters that the format has a spelling for (`&rsquo;`, `\\u2019`), so that an edit may
    replace it; nobody edits across a joined line break."""
    escapes: tuple[Escape, ...] = ()
    """How text is written there, the innermost format first; nothing where it stands as it is."""

    def moved(self, distance: int) -> Piece:
        """The same piece, that far on in the story text."""
        return Piece(self.story + distance, self.source, self.source_end, self.verbatim, self.reference, self.escapes)

    def up_to(self, source_end: int) -> Piece:
        """The same piece, up to there in the source."""
        return Piece(self.story, self.source, source_end, self.verbatim, self.reference, self.escapes)

    @property
    def editable(self) -> bool:
        return self.verbatim or self.reference


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
        """Whether one edit can replace `[start, end)`: no markup and no joined line break stands in it."""
        first, last = self._index_at(start), self._index_at(max(end - 1, start))
        pieces = self.pieces[first : last + 1]
        return (
            all(piece.editable and piece.escapes == pieces[0].escapes for piece in pieces)
            and all(one.source_end == other.source for one, other in pairwise(pieces))
            and (pieces[0].verbatim or start == pieces[0].story)
            and (pieces[-1].verbatim or self._ends_piece(last, end))
        )

    def escapes_at(self, offset: int) -> tuple[Escape, ...]:
        """How text is written where this character of the story text stands."""
        return self._piece_at(offset).escapes

    def _ends_piece(self, index: int, end: int) -> bool:
        """Whether `end` is not inside the piece."""
        return index + 1 == len(self.pieces) or end >= self.pieces[index + 1].story

    def _piece_at(self, offset: int) -> Piece:
        return self.pieces[self._index_at(offset)]

    def _index_at(self, offset: int) -> int:
        return max(bisect_right(self._story_starts, offset) - 1, 0)

    @cached_property
    def _story_starts(self) -> list[int]:
        return [piece.story for piece in self.pieces]
