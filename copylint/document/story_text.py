"""Story text under construction: what a reader of the article reads, with its map back to the source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from copylint.document.model import Mask, MaskKind, OffsetMap, Piece
from copylint.finding import Span


@dataclass(frozen=True)
class StoryText:
    """A text, where each of its characters stands in the source, and the masks that its markup sets."""

    text: str
    offsets: OffsetMap
    masks: tuple[Mask, ...] = ()

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """`[start, end)` without its outer white space."""
        stretch = self.text[start:end]
        blank = len(stretch) - len(stretch.lstrip())
        return start + blank, start + max(len(stretch.rstrip()), blank)

    def slice(self, start: int, end: int) -> StoryText:
        """The stretch `[start, end)` as a story text of its own."""
        if start == 0 and end == len(self.text):
            return self
        pieces = self.offsets.pieces
        first = max(bisect_right(pieces, start, key=lambda piece: piece.story) - 1, 0)
        last = bisect_left(pieces, end, key=lambda piece: piece.story)
        kept = tuple(_shifted(piece, start) for piece in pieces[first:last])
        masks = tuple(
            Mask(Span(max(mask.span.start - start, 0), min(mask.span.end, end) - start), mask.kind)
            for mask in self.masks
            if mask.span.start < end and mask.span.end > start
        )
        return StoryText(self.text[start:end], OffsetMap(kept), masks)


def _shifted(piece: Piece, start: int) -> Piece:
    if piece.story >= start:
        return Piece(piece.story - start, piece.source, piece.source_end, piece.verbatim)
    source = piece.source + start - piece.story if piece.verbatim else piece.source
    return Piece(0, source, piece.source_end, piece.verbatim)


@dataclass
class StoryTextBuilder:
    """Puts a story text together from stretches of the source, in the source's order."""

    source: str
    _parts: list[str] = field(default_factory=list)
    _pieces: list[Piece] = field(default_factory=list)
    _masks: list[Mask] = field(default_factory=list)
    _length: int = 0

    @property
    def length(self) -> int:
        return self._length

    @property
    def ends_in_space(self) -> bool:
        """Whether the last character so far is white space; so it is before the first one."""
        return not self._parts or self._parts[-1][-1].isspace()

    def verbatim(self, start: int, end: int) -> None:
        """Append `[start, end)` of the source as it is."""
        if start >= end:
            return
        last = self._pieces[-1] if self._pieces else None
        if last is not None and last.verbatim and last.source_end == start:
            self._pieces[-1] = Piece(last.story, last.source, end)
        else:
            self._pieces.append(Piece(self._length, start, end))
        self._append(self.source[start:end])

    def unit(self, text: str, start: int, end: int) -> None:
        """Append text that stands for `[start, end)` of the source: a decoded entity, a joined line break."""
        if text:
            self._pieces.append(Piece(self._length, start, end, verbatim=False))
            self._append(text)

    def mask(self, start: int, kind: MaskKind) -> None:
        """Mask the story text from `start` to what has been appended so far."""
        if start < self._length:
            self._masks.append(Mask(Span(start, self._length), kind))

    def build(self) -> StoryText:
        """The whole, without outer white space."""
        text = "".join(self._parts)
        whole = StoryText(text, OffsetMap(tuple(self._pieces)), tuple(self._masks))
        return whole.slice(*whole.trimmed(0, len(text)))

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
