"""Reads Markdown: a scanner of lines for what matters in copy, not a renderer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Final

import regex

from copylint.document.block import Block, Draft, Picture
from copylint.document.formats.plain.front_matter import facts, front_matter_end
from copylint.document.formats.plain.markdown_inline import inline
from copylint.document.formats.plain.rows import (
    Row,
    closes_cell,
    is_residue,
    picture_at,
    picture_in,
    rows_of,
    without_outer_pipes,
)
from copylint.document.formats.plain.tables import pipe_table_end, spaced_table_end
from copylint.document.formats.plain.wrapping import Wrapping, groups, wrapping_of
from copylint.document.parts.sign_off import is_rule
from copylint.document.story_text import StoryText, StoryTextBuilder
from copylint.expressions import expression
from copylint.source.decode import Source
from copylint.source.lines import LineTable
from copylint.values import dataclass

_FENCE: Final = expression(r"(`{3,}|~{3,})[^`]*$")
_HEADING: Final = expression(r"(#{1,6})(?:\s+|$)")
_CLOSING_HASHES: Final = expression(r"(?:^|\s+)#+$")
_UNDERLINE: Final = expression(r"=+|-{2,}")
_ITEM: Final = expression(r"(?:[-*+•‣◦▪]|\d{1,9}[.)])\s+(?:#{1,6}\s+)?(?=\S)")
_QUOTE: Final = expression(r"(?:>\s?)+")
_DEFINITION: Final = expression(r"\[[^\[\]]+\]:\s+\S+(?:\s+[\"'(].*)?$")
_TEMPLATE: Final = expression(r"\{%.*%\}|\{\{[^{}]*\}\}|\{:.*\}")
_COMMENT_MARKS: Final = {"<!--": "-->", "{%": "%}"}
_TAGS_ONLY: Final = expression(r"(?:<(?:!--(?:[^-]++|-(?!->))*+--|/?[A-Za-z][^<>]*)>\s*)+")
_RAW_BLOCK: Final = expression(r"<(pre|script|style|textarea)\b", regex.IGNORECASE)


def read(source: Source) -> tuple[Draft, ...]:
    origin = StoryText.whole(source.text)
    rows = list(rows_of(origin.text))
    end = front_matter_end(rows)
    metadata = facts(rows[:end]) if end else {}
    blocks = list(_Scanner(origin, source.lines, rows, end).blocks())
    if end:
        blocks.insert(0, Block(_plain(origin, rows[:end]), "front-matter"))
    return (Draft(tuple(_with_headline(blocks, titled="title" in metadata)), metadata, plain=(origin,)),)


def _with_headline(blocks: Sequence[Block], *, titled: bool) -> Iterator[Block]:
    """The first heading of level 1 is the headline; else the first heading, if no copy and no title stand above it."""
    index = next((i for i, block in enumerate(blocks) if block.level == 1), None)
    if index is None and not titled:
        first = next((i for i, block in enumerate(blocks) if block.part not in ("front-matter", "code")), None)
        index = first if first is not None and blocks[first].level else None
    for i, block in enumerate(blocks):
        yield Block(block.story, "headline", level=block.level) if i == index else block


def _plain(origin: StoryText, rows: Sequence[Row]) -> StoryText:
    builder = StoryTextBuilder(origin)
    for index, row in enumerate(rows):
        if index > 0:
            builder.unit(" ", rows[index - 1].end, row.start)
        builder.verbatim(row.start, row.end)
    return builder.build()


def _from(row: Row, offset: int) -> Row:
    """The row from `offset` of its text on."""
    text = row.text[offset:].lstrip()
    return Row(row.end - len(text), row.end, text, row.indent)


@dataclass
class _Scanner:
    """Goes through the lines, remembering lists and the last picture."""

    origin: StoryText
    lines: LineTable
    rows: Sequence[Row]
    start: int
    _picture: Picture | None = None
    _in_list: bool = False
    _wrapping: Wrapping = field(init=False)
    _last_closings: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self._wrapping = wrapping_of(groups(self.rows[self.start :]))
        self._last_closings = {mark: self.origin.text.rfind(closing) for mark, closing in _COMMENT_MARKS.items()}

    def blocks(self) -> Iterator[Block]:
        index = self.start
        while index < len(self.rows):
            end, block = self._next(index)
            if block is not None and block.story.text:
                yield block
            index = max(end, index + 1)

    def _next(self, index: int) -> tuple[int, Block | None]:
        row = self.rows[index]
        code_end = self._code_end(index)
        end = code_end if code_end > index else self._table_end(index)
        if end > index:
            self._picture = None
            return end, Block(_plain(self.origin, self.rows[index:end]), "code" if end == code_end else "table")
        comment_end = self._comment_end(index)
        if comment_end > index or self._passes_over(index):
            return comment_end, None
        heading = _HEADING.match(row.text)
        if heading and row.indent < 4:
            self._in_list = False
            return index + 1, self._heading(heading, row)
        return self._paragraph(index)

    def _code_end(self, index: int) -> int:
        row = self.rows[index]
        fence = _FENCE.match(row.text)
        if fence and row.indent < 4:
            return self._closed_by(index, regex.compile(rf"{regex.escape(fence[1][0])}{{{len(fence[1])},}}$"))
        raw = _RAW_BLOCK.match(row.text)
        if raw:
            return self._closed_by(index, regex.compile(rf".*</{raw[1]}\s*>", regex.IGNORECASE), from_first=True)
        after_blank = index == self.start or self.rows[index - 1].blank
        if row.indent < 4 or row.blank or not after_blank or self._in_list:
            return index
        end = index
        for following in range(index, len(self.rows)):
            if self.rows[following].blank:
                continue
            if self.rows[following].indent < 4:
                break
            end = following + 1
        return end

    def _closed_by(self, index: int, closing: regex.Pattern[str], *, from_first: bool = False) -> int:
        for end in range(index if from_first else index + 1, len(self.rows)):
            if closing.match(self.rows[end].text):
                return end + 1
        return len(self.rows)

    def _table_end(self, index: int) -> int:
        return max(pipe_table_end(self.rows, index), spaced_table_end(self.rows, index))

    def _passes_over(self, index: int) -> bool:
        """Takes note of blank lines, pictures, tags and residue, none of which is a segment."""
        row = self.rows[index]
        if row.blank:
            if self._picture is not None:
                self._picture = Picture(self._picture.alt, adjacent=False)
            return True
        picture = picture_at(self.rows, index) or _picture_tag(row)
        if picture is not None:
            self._picture = picture
            return True
        if is_residue(row):
            return not is_rule(row.text)
        return any(pattern.fullmatch(row.text) for pattern in (_DEFINITION, _TEMPLATE, _TAGS_ONLY))

    def _comment_end(self, index: int) -> int:
        """Where a comment or template tag that takes whole lines ends; one that is never closed is none."""
        row = self.rows[index]
        mark = next((mark for mark in _COMMENT_MARKS if row.text.startswith(mark)), None)
        if mark is None or row.start + len(mark) > self._last_closings[mark]:
            return index
        closing = self.origin.text.find(_COMMENT_MARKS[mark], row.start + len(mark)) + len(_COMMENT_MARKS[mark])
        line = self.lines.line_of(closing)
        return line if self.rows[line - 1].end == closing else index

    def _heading(self, mark: regex.Match[str], row: Row) -> Block | None:
        inner = _from(row, mark.end())
        hashes = _CLOSING_HASHES.search(inner.text)
        if hashes:
            inner = Row(inner.start, inner.start + hashes.start(), inner.text[: hashes.start()], 0)
        self._picture = None
        return self._headed(inner, len(mark[1])) if inner.text else None

    def _headed(self, row: Row, level: int) -> Block:
        return Block(inline(self.origin, [without_outer_pipes(row)]).story, "subhead", level=level)

    def _paragraph(self, index: int) -> tuple[int, Block | None]:
        first, item = self._without_marks(self.rows[index])
        if item:
            self._in_list = True
        elif self.rows[index].indent < 2:
            self._in_list = False
        rows, end = [first], index + 1
        while end < len(self.rows):
            following = self._continuation(rows[-1], end)
            if following is None:
                break
            rows.append(following)
            end += 1
        if end < len(self.rows) and len(rows) == 1 and not item and _is_underline(self.rows[end], first):
            return end + 1, self._headed(first, 1 if self.rows[end].text[0] == "=" else 2)
        return end, self._block(rows, item=item, in_cell=closes_cell(self.rows, end))

    def _without_marks(self, row: Row) -> tuple[Row, bool]:
        quote = _QUOTE.match(row.text)
        row = _from(row, quote.end()) if quote else row
        item = _ITEM.match(row.text)
        return (_from(row, item.end()), True) if item else (row, False)

    def _continuation(self, row: Row, index: int) -> Row | None:
        """The row at `index` if the paragraph goes on in it."""
        following = self.rows[index]
        if (
            following.blank
            or _ITEM.match(following.text)
            or _HEADING.match(following.text)
            or _FENCE.match(following.text)
        ):
            return None
        if (
            is_residue(following)
            or picture_in(following) is not None
            or following.text.startswith(tuple(_COMMENT_MARKS))
        ):
            return None
        bare, _ = self._without_marks(following)
        return bare if not bare.blank and self._wrapping.joins(row, bare) else None

    def _block(self, rows: Sequence[Row], *, item: bool, in_cell: bool) -> Block | None:
        piped = in_cell or any(row.text.startswith("|") or row.text.endswith("|") for row in rows)
        bare = [without_outer_pipes(row) for row in rows]
        read = inline(self.origin, bare)
        picture = read.pictures[0] if read.pictures else self._picture
        self._picture = None
        return Block(read.story, None, picture, piped, item, read.emphasis)


def _is_underline(row: Row, above: Row) -> bool:
    return _UNDERLINE.fullmatch(row.text) is not None and not above.text.endswith("|") and len(above.text) <= 200


def _picture_tag(row: Row) -> Picture | None:
    """The picture of a line of tags: `<figure><img src="…" alt="A flood"></figure>`."""
    if not row.text.startswith("<") or "<img" not in row.text or not _TAGS_ONLY.fullmatch(row.text):
        return None
    alt = re.search(r"\balt=\"([^\"]*)\"", row.text)
    return Picture(alt[1] if alt else "")
