"""Story text under construction: what a reader of the article reads, with its map back to the source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import field, replace
from functools import cached_property
from typing import Final

from copylint.document.escapes import Escape
from copylint.document.offsets import Mask, MaskKind, OffsetMap, Piece
from copylint.expressions import expression
from copylint.finding import Span
from copylint.source.lines import LineTable
from copylint.values import dataclass

_SPACES: Final = " \t\r\n\f"
"""What markup folds; a no-break space is a character of its own."""
_FOLDED: Final = expression(rf"[{_SPACES}]{{2,}}|[\t\r\n\f]")
"""White space that is not already a single space."""


@dataclass(frozen=True)
class StoryText:
    """A text, where each of its characters stands in the source, and the masks that its markup sets."""

    text: str
    offsets: OffsetMap
    masks: tuple[Mask, ...] = ()

    @classmethod
    def whole(cls, text: str, escapes: tuple[Escape, ...] = ()) -> StoryText:
        """A source's text as it is; `escapes` say how text is written in it."""
        return cls(text, OffsetMap((Piece(0, 0, len(text), escapes=escapes),)))

    @classmethod
    def space(cls, start: int, end: int) -> StoryText:
        """The one space that is read for `[start, end)` of the source, or between two words that only markup parts."""
        return cls(" ", OffsetMap((Piece(0, start, end, verbatim=False),)))

    def holding(self, escape: Escape) -> StoryText:
        """The same text, in which text is written as a format inside it needs (HTML in a JSON string)."""
        pieces = (replace(piece, escapes=(escape, *piece.escapes)) for piece in self.offsets.pieces)
        return replace(self, offsets=OffsetMap(tuple(pieces)))

    @property
    def is_whole(self) -> bool:
        """Whether it is the beginning of a source as it is, so that both count alike."""
        return len(self.offsets.pieces) == 1 and self.offsets.pieces[0] == Piece(0, 0, len(self.text))

    @cached_property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """Where each of its lines begins, and the line without its newline."""
        return tuple((start, self.text[start:end]) for start, end in LineTable(self.text))

    @property
    def source_span(self) -> Span:
        """The stretch of the source that it stands for."""
        return self.offsets.to_source(0, len(self.text))

    @property
    def source_end(self) -> int:
        """Where the source goes on behind it; it must not be empty."""
        return self.offsets.pieces[-1].source_end

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
        if len(pieces) > 1:
            first = max(bisect_right(pieces, start, key=_story_start) - 1, 0)
            pieces = pieces[first : bisect_left(pieces, end, key=_story_start)]
        elif end == 0:
            pieces = ()
        kept = tuple([_cut(piece, start, end) for piece in pieces])
        masks = tuple(
            Mask(Span(max(mask.span.start - start, 0), min(mask.span.end, end) - start), mask.kind)
            for mask in self.masks
            if mask.span.start < end and mask.span.end > start
        )
        return StoryText(self.text[start:end], OffsetMap(kept), masks)


def _story_start(piece: Piece) -> int:
    return piece.story


def _cut(piece: Piece, start: int, end: int) -> Piece:
    """The piece as far as it stands for `[start, end)` of the text, counted from `start`."""
    story = max(piece.story - start, 0)
    if not piece.verbatim:
        return piece.moved(story - piece.story)
    first = piece.source + max(start - piece.story, 0)
    source_end = min(piece.source_end, piece.source + end - piece.story)
    return Piece(story, first, source_end, escapes=piece.escapes)


@dataclass
class StoryTextBuilder:
    """Puts a story text together from stretches of another one, in its order: mostly of a whole source.

    What a format wraps in another one (HTML in JSON) is read from the outer format's text, and still maps to the
    source.
    """

    origin: StoryText = field(default_factory=lambda: StoryText.whole(""))
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
        """Append `[start, end)` of the origin as it is."""
        if start < end:
            self._append(self.origin.slice(start, end))

    def unit(self, text: str, start: int, end: int, *, reference: bool = False) -> None:
        """Append text that stands for `[start, end)` of the origin: a decoded entity, a joined line break.

        A reference that the origin's own markup parts (`&amp;<!-- -->rsquo;`) is none that an edit may replace.
        """
        if not text:
            return
        offsets = self.origin.offsets
        span = offsets.to_source(start, end)
        whole = reference and offsets.is_plain(start, end)
        piece = Piece(0, span.start, span.end, verbatim=False, reference=whole, escapes=offsets.escapes_at(start))
        self._append(StoryText(text, OffsetMap((piece,))))

    def mask(self, start: int, kind: MaskKind) -> None:
        """Mask the story text from `start` to what has been appended so far."""
        if start < self._length:
            self._masks.append(Mask(Span(start, self._length), kind))

    def append(self, story: StoryText) -> None:
        """Append a text that already maps to the source."""
        if story.text:
            self._append(story)

    def fold(self, story: StoryText) -> None:
        """Append it as markup is read: runs of white space are one space, and none stands where one has just stood."""
        text = story.text
        position = len(text) - len(text.lstrip(_SPACES)) if self._ends_folded else 0
        for run in _FOLDED.finditer(text, position):
            self.append(story.slice(position, run.start()))
            if not self._ends_folded:
                span = story.offsets.to_source(*run.span())
                self.append(StoryText.space(span.start, span.end))
            position = run.end()
        self.append(story.slice(position, len(text)))

    @property
    def _ends_folded(self) -> bool:
        """Whether more white space would be folded into what has been appended so far."""
        return not self._parts or self._parts[-1][-1] in _SPACES

    def last(self, count: int) -> str:
        """So many of the last characters so far."""
        return "".join(self._parts[-count:])[-count:]  # no part is empty

    def joined(self) -> StoryText:
        """What has been appended so far."""
        return StoryText("".join(self._parts), OffsetMap(tuple(self._pieces)), tuple(self._masks))

    def build(self) -> StoryText:
        """The whole, without outer white space."""
        whole = self.joined()
        return whole.slice(*whole.trimmed(0, len(whole.text)))

    def _append(self, story: StoryText) -> None:
        for piece in story.offsets.pieces:
            last = self._pieces[-1] if self._pieces else None
            if last is not None and _is_one(last, piece):
                self._pieces[-1] = last.up_to(piece.source_end)
            else:
                self._pieces.append(piece.moved(self._length))
        self._parts.append(story.text)
        self._length += len(story.text)


def _is_one(piece: Piece, following: Piece) -> bool:
    """Whether two verbatim pieces are one stretch of the source."""
    adjacent = piece.verbatim and following.verbatim and piece.source_end == following.source
    return adjacent and piece.escapes == following.escapes
