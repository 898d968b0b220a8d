"""Reads ANPA 1312, the envelope in which AP and Kyodo send text.

`SYN SYN SOH`, two lines of header; `STX`, lines `^…<` and `^…=` of slug, headline, notes and byline, and paragraphs
that open with a tab; `ETX`, and the time at which the story was sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Final

import regex

from copylint.document.block import Block, Draft
from copylint.document.formats.metadata import stated
from copylint.document.formats.plain.rows import Row
from copylint.document.formats.wire.anpa_text import Line, lines_of, story_of
from copylint.document.formats.wire.transmission import Transmission, stated_time, transmissions
from copylint.document.model import Part
from copylint.document.parts.byline import is_byline, is_writer_title
from copylint.document.parts.dateline import dateline_end
from copylint.document.parts.note import note_part
from copylint.document.story_text import StoryText
from copylint.expressions import expression
from copylint.source.decode import Source
from copylint.values import dataclass

_OPENING: Final = expression(r"(?<!\x16)\x16+\x01")
_HEADER: Final = expression(
    r"\x16+\x01[^\r\n]*(?:\r\n?|\n)(?P<priority>[a-z])[ ](?P<category>[a-z])(?P<format>[\x11-\x14]*)[ ]?(?P<slug>\S*)",
    regex.IGNORECASE,
)
_TABULAR: Final = "\x14"
"""DC4 in the header: the text is set in columns; DC3: it is running text."""
_TRAILER: Final = expression(r"\b(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\s+(?P<hour>\d\d)(?P<minute>\d\d)\s?GMT\b")
_TITLE: Final = expression(r"(?P<slug>.*?)(?:,\s*(?P<version>[^,\d][^,]*|\d+[^\d,][^,]*))?(?:,\s*\d*)?")
"""`BC-US--Ethanol-Losing Grassland, 1st Ld-Writethru,1140`: slug, version and how many words."""

_SELECTOR: Final = expression(r"\*\d+")
_NOTE: Final = expression(
    r"\(?(?:Attn|ATTN|Memo|MEMO|HFR|Hold for|HOLD FOR|Embargoed|EMBARGOED)\b"
    r"|\(?(?:With )?AP (?:Photos?|Graphics?|Video|Audio|Interactive|Links?)[.,]?(?:$|\s+(?:[A-Z]+\d|AP\b|With\b|Eds\b))"
)
"""What the desks are told beside what every note is known by: `AP Photo XNP101, XNP102`."""
_END: Final = "END"
"""`^END<` closes a table's transmission."""
_LONGEST_AGATE: Final = 120
"""A longer line of a tabular transmission is a sentence, in code points."""


def read(source: Source) -> tuple[Draft, ...]:
    origin = StoryText.whole(source.text, ("anpa",))
    drafts = (_draft(origin, each) for each in transmissions(source.text, _OPENING))
    return tuple(draft for draft in drafts if draft.blocks)


def _draft(origin: StoryText, frame: Transmission) -> Draft:
    header = _HEADER.match(frame.header)
    text = origin.slice(frame.text_start, frame.text_end)
    reader = _Reader(text, tabular=header is not None and _TABULAR in header["format"])
    return Draft(tuple(reader.blocks()), _metadata(header, reader.title, frame.trailer))


def _metadata(header: regex.Match[str] | None, title: str, trailer: str) -> dict[str, str]:
    named = _TITLE.fullmatch(title)
    sent = _TRAILER.search(trailer)
    time = (sent["year"], int(sent["month"]), sent["day"], sent["hour"], sent["minute"]) if sent else None
    return stated(
        slug=(named["slug"] if named else "") or (header["slug"] if header else ""),
        version=(named["version"] or "") if named else "",
        urgency=header["priority"] if header else "",
        keywords=header["category"] if header else "",
        date=stated_time(*time) if time else "",
    )


@dataclass
class _Reader:
    """Goes through the lines of a story, remembering what stood above."""

    text: StoryText
    tabular: bool
    title: str = ""
    _passed: Part | None = None
    _has_headline: bool = False
    _in_copy: bool = False
    _rows: list[Row] = field(default_factory=list)
    """The paragraph, or the table, that is being read."""
    _in_table: bool = False

    def blocks(self) -> Iterator[Block]:
        for line in lines_of(self.text):
            if self._rows and not self._goes_on(line):
                yield from self._end_block()
            if line.kind == "marked":
                yield from self._marked(line)
            else:
                self._rows.append(line.row)
                self._in_table = self._is_table(line)
                self._in_copy = True
        yield from self._end_block()

    def _goes_on(self, line: Line) -> bool:
        if line.kind == "marked":
            return False
        if self._in_table or self._is_table(line):
            return self._in_table and self._is_table(line)
        return line.kind == "plain" and line.row.start - self._rows[-1].end <= 2

    def _end_block(self) -> Iterator[Block]:
        if self._rows:
            story = story_of(self.text, self._rows, in_columns=self._in_table)
            if story.text:
                yield Block(story, "table" if self._in_table else None)
        self._rows = []

    def _is_table(self, line: Line) -> bool:
        text = line.row.text
        if line.kind == "columns":
            return True
        return self.tabular and len(text) <= _LONGEST_AGATE and dateline_end(text, lead=not self._in_copy) is None

    def _marked(self, line: Line) -> Iterator[Block]:
        story = story_of(self.text, [line.row])
        if story.text in ("", _END):
            return
        part = self._part(story.text, line.closing)
        if part == "slug" and _SELECTOR.fullmatch(story.text) is None:
            self.title = story.text
        self._has_headline = self._has_headline or part == "headline"
        self._passed = part
        yield Block(story, part)

    def _part(self, text: str, closing: str) -> Part | None:
        """The part of a marked line; None where it is copy."""
        if _SELECTOR.fullmatch(text) or not (self.title or self._has_headline or self._in_copy):
            return "slug"
        note = note_part(text, lead=not self._in_copy) or ("editor-note" if _NOTE.match(text) else None)
        if note is not None:
            return note
        if is_byline(text) or (text.startswith("By ") and closing == "=") or self._is_second_byline(text):
            return "byline"
        if not self._has_headline and not self._in_copy:
            return "headline"
        return "subhead" if closing else None

    def _is_second_byline(self, text: str) -> bool:
        """`^AP Sports Writer=` below `^By ANN LEE=`."""
        return self._passed == "byline" and is_writer_title(text)
