"""Cuts the blocks of a story into parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from typing import Final

from copylint.document.block import Block, Draft
from copylint.document.model import Part
from copylint.document.parts.boilerplate import is_boilerplate
from copylint.document.parts.byline import is_byline, is_writer_title
from copylint.document.parts.caption import caption_or_credit, opens_as_file_picture, stands_beside_picture
from copylint.document.parts.dateline import dateline_after_byline, dateline_end, glued_dateline
from copylint.document.parts.headline import can_be_headline, can_follow_headline, is_slug, is_subhead
from copylint.document.parts.note import correction_flag_end, note_part
from copylint.document.parts.sign_off import bracketed_notes, glued_initials, is_contributor_line, is_rule, is_sign_off
from copylint.values import dataclass

_LONGEST_BOLD: Final = 12
"""A line in bold type with no more words and no stop is a cross-head."""
_NEAR_END: Final = 3
"""So many of the last paragraphs can be a sign-off without brackets."""


@dataclass(frozen=True)
class Cut:
    """A stretch of a block's story text and its part."""

    part: Part
    start: int
    end: int


def cut(draft: Draft) -> Iterator[tuple[Block, tuple[Cut, ...]]]:
    """The blocks of a story in order, each with its parts in order."""
    cutter = _Cutter(draft)
    for index, block in enumerate(draft.blocks):
        yield block, tuple(_trimmed(block, cutter.cuts(index, block)))


def _trimmed(block: Block, cuts: Iterator[Cut]) -> Iterator[Cut]:
    for piece in cuts:
        start, end = block.story.trimmed(piece.start, piece.end)
        if start < end:
            yield Cut(piece.part, start, end)


@dataclass
class _Cutter:
    """Goes through a story from its top, remembering what has been passed."""

    draft: Draft
    _above_lead: bool = True
    """Whether no dateline and no paragraph of copy has been passed yet."""
    _passed: Part | None = None
    _ruled_off: bool = False
    _last: int = field(init=False)
    _headline: int | None = field(init=False)

    def __post_init__(self) -> None:
        blocks = self.draft.blocks
        self._last = max((index for index, block in enumerate(blocks) if block.part is None), default=0)
        self._headline = _headline_index(blocks) if self.draft.unmarked_headline else None

    def cuts(self, index: int, block: Block) -> Iterator[Cut]:
        text = block.story.text
        whole = block.part or self._whole_part(index, block)
        if whole is not None:
            flag = correction_flag_end(text) if whole == "headline" else 0
            if flag:
                yield Cut("correction", 0, flag)
            yield Cut(whole, flag, len(text))
            self._passed = whole
            return
        for piece in self._cuts_of_copy(text, list_item=block.list_item, near_end=self._is_near_end(index)):
            self._passed = piece.part
            yield piece

    def _whole_part(self, index: int, block: Block) -> Part | None:
        """The part of a paragraph that is all of one part, other than body."""
        if index == self._headline:
            return "headline"
        for judge in (self._end_part, self._top_part, self._note_part, self._picture_part, self._subhead_part):
            part = judge(index, block)
            if part is not None:
                return part
        return None

    def _end_part(self, index: int, block: Block) -> Part | None:
        text = block.story.text
        near_end = self._is_near_end(index)
        if near_end and is_rule(text):
            self._ruled_off = True
        if is_sign_off(text, near_end=near_end) or (self._ruled_off and is_contributor_line(text)):
            return "sign-off"
        return "boilerplate" if is_rule(text) or is_boilerplate(text) else None

    def _is_near_end(self, index: int) -> bool:
        return index > 0 and self._last - index < _NEAR_END

    def _top_part(self, _index: int, block: Block) -> Part | None:
        text = block.story.text
        if is_byline(text) or (self._passed == "byline" and is_writer_title(text)):
            return "byline"
        return "slug" if self._above_lead and not block.list_item and is_slug(text) else None

    def _note_part(self, _index: int, block: Block) -> Part | None:
        text = block.story.text
        return None if _holds_dateline(text) else note_part(text, lead=self._above_lead)

    def _picture_part(self, index: int, block: Block) -> Part | None:
        text = block.story.text
        if not opens_as_file_picture(text) and dateline_end(text, lead=self._above_lead) is not None:
            return None
        return caption_or_credit(text) or ("caption" if self._is_beside_picture(index, block) else None)

    def _is_beside_picture(self, index: int, block: Block) -> bool:
        if block.picture is None:
            return False
        following = self.draft.blocks[index + 1].story.text if index < self._last else ""
        return stands_beside_picture(block, credited=caption_or_credit(following) == "credit")

    def _subhead_part(self, index: int, block: Block) -> Part | None:
        inside = not block.list_item and 0 < index < self._last
        text = block.story.text
        heads = is_subhead(text) or (
            block.emphasis >= 2 and can_be_headline(text) and len(text.split()) <= _LONGEST_BOLD
        )
        return "subhead" if inside and heads and self._copy_follows(index) else None

    def _copy_follows(self, index: int) -> bool:
        following = self.draft.blocks[index + 1]
        return following.part is None and not following.list_item and can_follow_headline(following.story.text)

    def _cuts_of_copy(self, text: str, *, list_item: bool, near_end: bool) -> Iterator[Cut]:
        start = 0
        if self._above_lead:
            for piece in _cuts_before_lead(text):
                start = piece.end
                yield piece
        else:
            end = dateline_end(text, lead=False)
            if end is not None:
                yield Cut("dateline", 0, end)
                start = end
        if start > 0 or (not list_item and can_follow_headline(text)):
            self._above_lead = False
        for part, note_start, note_end in bracketed_notes(text):
            if note_start >= start:
                yield Cut("body", start, note_start)
                yield Cut(part, note_start, note_end)
                start = note_end
        initials = glued_initials(text) if near_end else None
        if initials is not None and initials >= start:
            yield Cut("body", start, initials)
            yield Cut("sign-off", initials, len(text))
        else:
            yield Cut("body", start, len(text))


def _headline_index(blocks: tuple[Block, ...]) -> int | None:
    """The first paragraph, if it is no sentence and copy follows it."""
    if any(block.part == "headline" for block in blocks):
        return None
    for index, block in enumerate(blocks):
        text = block.story.text
        if block.part is not None or is_slug(text) or is_boilerplate(text) or _is_note(text):
            continue
        return index if _is_headline(block) and _copy_in(blocks[index + 1 : index + 6]) else None
    return None


def _is_note(text: str) -> bool:
    return note_part(text, lead=True) is not None and not correction_flag_end(text)


def _is_headline(block: Block) -> bool:
    text = block.story.text
    bare = text[correction_flag_end(text) :]
    if block.picture is not None or block.list_item or not can_be_headline(bare):
        return False
    looks_otherwise = is_byline(text) or dateline_end(text, lead=True) is not None
    return not looks_otherwise and caption_or_credit(text) is None


def _copy_in(blocks: tuple[Block, ...]) -> bool:
    return any(
        block.part is None and (can_follow_headline(block.story.text) or is_byline(block.story.text))
        for block in blocks
    )


def _holds_dateline(text: str) -> bool:
    return len(text) > 200 and glued_dateline(text) is not None


def _cuts_before_lead(text: str) -> Iterator[Cut]:
    """The dateline of a lead, and what stands before it in the same paragraph: bullets, a note, a byline."""
    end = dateline_end(text, lead=True)
    if end is not None:
        yield Cut("dateline", 0, end)
        return
    by = re.match(r"(?:By|BY|Par|Von|Por)\s+(?=[^\W\d_a-z])", text)
    glued = (dateline_after_byline(text) if by else None) or glued_dateline(text)
    if glued is None:
        return
    start, end = glued
    byline = next(
        (
            found.start()
            for found in re.finditer(r"\b(?:By|BY)\s", text[:start])
            if is_byline(text[found.start() : start].strip())
        ),
        start,
    )
    if byline > 0:
        yield Cut(note_part(text[:byline].strip(), lead=True) or "body", 0, byline)
    yield Cut("byline", byline, start)
    yield Cut("dateline", start, end)
