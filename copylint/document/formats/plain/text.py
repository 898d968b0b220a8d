"""Reads plain text: one paragraph a line, blank lines between paragraphs, or hard-wrapped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from copylint.document.block import Block, Draft, Picture
from copylint.document.formats.plain.joining import joined
from copylint.document.formats.plain.rows import (
    Row,
    after_leading_picture,
    closes_cell,
    is_residue,
    picture_at,
    picture_in,
    rows_of,
    without_outer_pipes,
)
from copylint.document.formats.plain.tables import pipe_table_end, spaced_table_end
from copylint.document.formats.plain.wrapping import Wrapping, groups, wrapping_of
from copylint.document.model import Part
from copylint.document.offsets import Mask
from copylint.document.parts.byline import is_byline
from copylint.document.parts.sign_off import is_rule
from copylint.document.story_text import StoryText
from copylint.expressions import expression
from copylint.finding import Span
from copylint.source.decode import Source
from copylint.values import dataclass

_HEADER: Final = expression(r"--(?:\s+|$)")
_MARK: Final = expression(r"(?:[*•‣◦▪■●·+]|-(?!-)|#{1,6}|>)\s+(?=\S)|\(?\d{1,2}[.)]\s+(?=[^\W\d_a-z])")
_TAG: Final = expression(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]{0,1000})?/?>|<!--[^<>]{0,1000}-->")


def read(source: Source) -> tuple[Draft, ...]:
    origin = StoryText.whole(source.text)
    rows = list(rows_of(origin.text))
    header, metadata, rest = _header(origin, rows)
    below = rows[rest:]
    blocks = (*header, *_Reader(origin, below, wrapping_of(groups(below))).blocks())
    return (Draft(blocks, metadata, unmarked_headline=True, plain=(origin,)),)


def text_blocks(origin: StoryText, wrapping: Wrapping | None = None) -> Iterator[Block]:
    """The paragraphs of plain text that another format wraps: a JSON field, a preformatted element.

    Where the format says nothing of its `wrapping` the lines do.
    """
    rows = list(rows_of(origin.text))
    return _Reader(origin, rows, wrapping or wrapping_of(groups(rows))).blocks()


def _header(origin: StoryText, rows: Sequence[Row]) -> tuple[list[Block], dict[str, str], int]:
    """The lines `-- ` above a story: headline, byline, date and address."""
    blocks: list[Block] = []
    metadata: dict[str, str] = {}
    index = 0
    while index < len(rows) and (mark := _HEADER.match(rows[index].text)):
        row = rows[index]
        line = Row(row.start + mark.end(), row.end, row.text[mark.end() :], row.indent)
        index += 1
        part = _header_part(line, first=index == 1)
        if part is not None:
            blocks.append(Block(_story(origin, [line]), part))
        elif line.text:
            metadata["url" if "://" in line.text else "date"] = line.text
    return (blocks, metadata, index) if index > 1 else ([], {}, 0)


def _header_part(line: Row, *, first: bool) -> Part | None:
    if line.blank:
        return None
    if first:
        return "headline"
    return "byline" if is_byline(line.text) or line.text.startswith("By ") else None


@dataclass
class _Reader:
    """Goes through the lines, joining them to paragraphs and remembering the last picture."""

    origin: StoryText
    rows: Sequence[Row]
    wrapping: Wrapping
    _picture: Picture | None = None
    _passed_heading: bool = False

    def blocks(self) -> Iterator[Block]:
        index = 0
        while index < len(self.rows):
            end = max(pipe_table_end(self.rows, index), spaced_table_end(self.rows, index))
            if end > index:
                yield Block(_story(self.origin, self.rows[index:end]), "table")
                self._picture = None
            elif not self._passes_over(index):
                end = self._paragraph_end(index)
                yield self._block(self.rows[index:end], in_cell=closes_cell(self.rows, end))
            index = max(end, index + 1)

    def _passes_over(self, index: int) -> bool:
        """Takes note of blank lines, pictures and residue, none of which is a segment."""
        row, picture = self.rows[index], picture_at(self.rows, index)
        if picture is not None:
            self._picture = picture
        elif row.blank and self._picture is not None:
            self._picture = Picture(self._picture.alt, adjacent=False)
        return picture is not None or row.blank or (is_residue(row) and not is_rule(row.text))

    def _paragraph_end(self, index: int) -> int:
        end = index + 1
        while end < len(self.rows) and self._goes_on(end):
            end += 1
        return end

    def _goes_on(self, index: int) -> bool:
        row, following = self.rows[index - 1], self.rows[index]
        if following.blank or _MARK.match(following.text) or is_residue(following) or picture_in(following) is not None:
            return False
        return self.wrapping.joins(row, following)

    def _block(self, rows: Sequence[Row], *, in_cell: bool) -> Block:
        first, inline_picture = after_leading_picture(rows[0])
        mark = _MARK.match(first.text)
        if mark:
            first = Row(first.start + mark.end(), first.end, first.text[mark.end() :], first.indent)
        picture = inline_picture or self._picture
        self._picture = None
        bare = [without_outer_pipes(row) for row in (first, *rows[1:])]
        heading: Part | None = None
        if mark and mark[0].startswith("#"):
            heading = "headline" if mark[0].strip() == "#" and not self._passed_heading else "subhead"
            self._passed_heading = True
        return Block(
            _story(self.origin, bare),
            heading,
            picture,
            lone_cell=in_cell or any(row.text.endswith("|") or row.text.startswith("|") for row in rows),
            list_item=mark is not None,
        )


def _story(origin: StoryText, rows: Sequence[Row]) -> StoryText:
    """The rows as one text, what looks like a tag masked."""
    story = joined(origin, rows)
    if "<" not in story.text:
        return story
    tags = tuple(Mask(Span(tag.start(), tag.end()), "tag") for tag in _TAG.finditer(story.text))
    return StoryText(story.text, story.offsets, tags)
