"""Turns a reader's draft into a document: parts, language and masks."""

from __future__ import annotations

from typing import Final

from copylint.document.block import Block, Draft
from copylint.document.language import Passage, document_language
from copylint.document.masks import masks_in
from copylint.document.model import BY_LINES, UNDECIDED, Document, Segment
from copylint.document.offsets import Mask
from copylint.document.parts.cutting import Cut, cut
from copylint.document.quotations import quotations_in
from copylint.finding import Span
from copylint.source.decode import Source

_ENOUGH_WORDS: Final = 40
"""From so many words on, a segment's language is judged by itself."""
_WITHOUT_LANGUAGE: Final = ("code", "front-matter", "table")
_WITHOUT_MASKS: Final = ("code", "front-matter")


def assemble(source: Source, draft: Draft, index: int, format_name: str, language: str | None) -> Document:
    """The document of a draft; `language` is what the run says, else its metadata states one."""
    by_lines = format_name in BY_LINES
    pieces = [_Piece(block, piece) for block, cuts in cut(draft) for piece in cuts]
    stated = language or draft.metadata.get("language")
    spoken = document_language((piece.passage for piece in pieces if piece.has_language), stated)
    return Document(
        index=index,
        format=format_name,
        segments=tuple(_segment(source, piece, spoken, by_lines=by_lines) for piece in pieces),
        source_text=source.text,
        plain=draft.plain,
        language=spoken,
        guessed_encoding=None if source.declared else source.encoding,
        refuted_encoding=source.refuted_encoding,
        metadata=draft.metadata,
    )


class _Piece:
    """A stretch of a block, all of one part."""

    def __init__(self, block: Block, piece: Cut) -> None:
        self.block = block
        self.part = piece.part
        self.story = block.story.slice(piece.start, piece.end)
        self.passage = Passage(self.story.text)

    @property
    def has_language(self) -> bool:
        return self.part not in _WITHOUT_LANGUAGE


def _segment(source: Source, piece: _Piece, spoken: str, *, by_lines: bool) -> Segment:
    story = piece.story
    span = story.source_span
    if piece.block.emphasis and by_lines:
        span = _with_emphasis_marks(source.text, span)
    return Segment(
        piece.part,
        span,
        story.text,
        story.offsets,
        language=_language(piece, spoken),
        masks=_masks(piece),
        stated=piece.block.part == piece.part,
        deletable=by_lines,
    )


def _with_emphasis_marks(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start > 0 and text[start - 1] in "*_":
        start -= 1
    while end < len(text) and text[end] in "*_":
        end += 1
    return Span(start, end)


def _language(piece: _Piece, spoken: str) -> str:
    if not piece.has_language or len(piece.story.text.split(None, _ENOUGH_WORDS - 1)) < _ENOUGH_WORDS:
        return spoken
    judged = piece.passage.language
    return spoken if judged == UNDECIDED else judged


def _masks(piece: _Piece) -> tuple[Mask, ...]:
    """Those that its markup sets, and those that its words show."""
    masks = list(piece.story.masks)
    if piece.part not in _WITHOUT_MASKS:
        masks.extend(masks_in(piece.story.text))
    if piece.has_language:
        masks.extend(Mask(span, "quotation") for span in quotations_in(piece.story.text))
        masks.sort(key=_place)
    return tuple(masks)


def _place(mask: Mask) -> tuple[int, int]:
    return mask.span.start, mask.span.end
