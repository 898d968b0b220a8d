"""Turns a reader's draft into a document: parts, language and masks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from copylint.document.block import Block, Draft
from copylint.document.language import document_language, language_of
from copylint.document.masks import masks_in
from copylint.document.model import BY_LINES, UNDECIDED, Document, Segment
from copylint.document.offsets import Mask
from copylint.document.parts.cutting import Cut, cut
from copylint.document.quotations import quotations_in
from copylint.expressions import expression
from copylint.finding import Span
from copylint.source.decode import Source

_WORD: Final = expression(r"\S+")
_ENOUGH_WORDS: Final = 40
"""From so many words on, a segment's language is judged by itself."""
_WITHOUT_LANGUAGE: Final = ("code", "front-matter", "table")


def assemble(source: Source, draft: Draft, index: int, format_name: str, language: str | None) -> Document:
    """The document of a draft; `language` is what the run says, else its metadata states one."""
    by_lines = format_name in BY_LINES
    segments = list(_segments(source, draft, by_lines=by_lines))
    stated = language or draft.metadata.get("language")
    texts = [segment.text for segment in segments if segment.part not in _WITHOUT_LANGUAGE]
    spoken = document_language(texts, stated)
    judged = [replace(segment, language=_language(segment, spoken)) for segment in segments]
    return Document(
        index=index,
        format=format_name,
        segments=tuple(map(_with_quotations, judged)),
        source_text=source.text,
        plain=draft.plain,
        language=spoken,
        guessed_encoding=None if source.declared else source.encoding,
        refuted_encoding=source.refuted_encoding,
        metadata=draft.metadata,
    )


def _segments(source: Source, draft: Draft, *, by_lines: bool) -> Iterator[Segment]:
    for block, cuts in cut(draft):
        for piece in cuts:
            yield _segment(source, block, piece, by_lines=by_lines)


def _segment(source: Source, block: Block, piece: Cut, *, by_lines: bool) -> Segment:
    story = block.story.slice(piece.start, piece.end)
    span = story.source_span
    if block.emphasis and by_lines:
        span = _with_emphasis_marks(source.text, span)
    masks = story.masks if piece.part in ("code", "front-matter") else (*story.masks, *masks_in(story.text))
    masks = tuple(sorted(masks, key=_place))
    stated = block.part == piece.part
    return Segment(piece.part, span, story.text, story.offsets, masks=masks, stated=stated, deletable=by_lines)


def _with_emphasis_marks(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start > 0 and text[start - 1] in "*_":
        start -= 1
    while end < len(text) and text[end] in "*_":
        end += 1
    return Span(start, end)


def _language(segment: Segment, spoken: str) -> str:
    if segment.part in _WITHOUT_LANGUAGE:
        return spoken
    long = len(list(islice(_WORD.finditer(segment.text), _ENOUGH_WORDS))) == _ENOUGH_WORDS
    judged = language_of(segment.text) if long else UNDECIDED
    return spoken if judged == UNDECIDED else judged


def _with_quotations(segment: Segment) -> Segment:
    quotations = () if segment.part in _WITHOUT_LANGUAGE else quotations_in(segment.text)
    if not quotations:
        return segment
    masks = (*segment.masks, *(Mask(span, "quotation") for span in quotations))
    return replace(segment, masks=tuple(sorted(masks, key=_place)))


def _place(mask: Mask) -> tuple[int, int]:
    return mask.span.start, mask.span.end
