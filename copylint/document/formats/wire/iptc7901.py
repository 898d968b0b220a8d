"""Reads IPTC 7901, the envelope in which dpa and ATS send plain text.

`SOH`, a header of source, number, priority, category and word count, a slug; `STX`, one to four lines of version,
headline and byline that end in ` =`, and the copy, hard-wrapped at 69 columns; dpa's notebook, not for print; `ETX`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import regex

from copylint.document.block import Block, Draft
from copylint.document.formats.metadata import stated
from copylint.document.formats.plain.joining import joined
from copylint.document.formats.plain.rows import Row, rows_of
from copylint.document.formats.plain.text import text_blocks
from copylint.document.formats.plain.wrapping import Wrapping
from copylint.document.formats.wire.transmission import Transmission, stated_time, transmissions
from copylint.document.model import Part
from copylint.document.parts.note import note_part
from copylint.document.parts.sign_off import is_sign_off
from copylint.document.story_text import StoryText, StoryTextBuilder
from copylint.expressions import expression
from copylint.source.decode import Source
from copylint.values import dataclass

_OPENING: Final = expression(r"\x01(?=[A-Za-z]{2,4}\s?[A-Za-z]?\d)")
_HEADER: Final = expression(
    r"\x01[A-Za-z]+\s?[A-Za-z]?\d+\s+(?P<priority>\d)\s+(?P<category>[A-Za-z]{1,4})(?:\s+\d+)?\b"
)
_TRAILER: Final = expression(
    r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)\s+(?:GMT\s+)?(?P<month>[^\W\d_]{3})[^\W\d_]*\.?\s+(?P<year>\d\d)\b"
)
# fmt: off
_MONTHS: Final = {
    "jan": 1, "ene": 1, "feb": 2, "fév": 2, "mar": 3, "mär": 3, "mrz": 3, "apr": 4, "avr": 4, "abr": 4,
    "may": 5, "mai": 5, "jun": 6, "jul": 7, "aug": 8, "aoû": 8, "ago": 8, "sep": 9, "oct": 10, "okt": 10,
    "nov": 11, "dec": 12, "dez": 12, "déc": 12, "dic": 12,
}
# fmt: on
"""The months as the services write them in English, German, French and Spanish, by their first three letters."""

_CODES: Final = expression(r"[\x11-\x13]+|\x1f")
"""DC1 to DC3 choose the typeface, US parts a table's columns: IPTC 7901, 5th edition; ISO-IR 26."""

_WIDTH: Final = 69
"""The columns of a teleprinter's line."""
_INDENT: Final = 2
"""dpa sets three spaces before a paragraph."""
_MOST_HEAD_LINES: Final = 6
_BYLINE: Final = expression(r"(?:By|BY|Von|VON|Par|PAR|Por|POR|Di)\s+(?=\S)")
_LONGEST_VERSION: Final = 25
_NOTES: Final = expression(
    r"#{1,2}\s*(?:\w+\s+)?(?:notebook|notizblock|cuaderno)\b.*"
    r"|the following information is not (?:intended )?for publication\b.*"
    r"|die folgenden informationen sind nicht zur veröffentlichung\b.*",
    regex.IGNORECASE,
)
"""What opens the part of a dpa story that is for the desks that take it."""


def read(source: Source) -> tuple[Draft, ...]:
    origin = StoryText.whole(source.text)
    drafts = (_Story(origin, each).draft() for each in transmissions(source.text, _OPENING))
    return tuple(draft for draft in drafts if draft.blocks)


@dataclass(frozen=True)
class _Story:
    """One story of a transmission."""

    origin: StoryText
    frame: Transmission

    def draft(self) -> Draft:
        slug = self._slug()
        text = _without_codes(self.origin.slice(self.frame.text_start, self.frame.text_end))
        rows = list(rows_of(text.text))
        body = _body_start(rows)
        notes = next((index for index in range(body, len(rows)) if _NOTES.fullmatch(rows[index].text)), len(rows))
        head = list(_head(text, [row for row in rows[:body] if not row.blank]))
        blocks = (*slug, *head, *_copy(text, rows[body:notes]), *_notes(text, rows[notes:]))
        version = ", ".join(block.story.text for block in head if block.part not in ("headline", "byline"))
        metadata = self._metadata(slug[0].story.text if slug else "", version)
        copy = text.slice(0, rows[notes].start if notes < len(rows) else len(text.text))
        return Draft(blocks, metadata, unmarked_headline=not head, plain=(copy,) if copy.text else ())

    def _slug(self) -> tuple[Block, ...]:
        """The line below the header's first one: `Germany-politics/`."""
        header = self.origin.slice(self.frame.start, self.frame.start + len(self.frame.header))
        rows = [row for row in rows_of(header.text) if not row.blank and "\x01" not in row.text]
        return (Block(joined(header, rows[-1:]), "slug"),) if rows else ()

    def _metadata(self, slug: str, version: str) -> dict[str, str]:
        header = _HEADER.match(self.frame.header)
        sent = _TRAILER.search(self.frame.trailer)
        month = _MONTHS.get(sent["month"].casefold(), 0) if sent else 0
        return stated(
            slug=slug.rstrip("/"),
            version=version,
            urgency=header["priority"] if header else "",
            keywords=header["category"] if header else "",
            date=stated_time(sent["year"], month, sent["day"], sent["hour"], sent["minute"]) if sent else "",
        )


def _without_codes(story: StoryText) -> StoryText:
    if _CODES.search(story.text) is None:
        return story
    builder = StoryTextBuilder(story)
    position = 0
    for code in _CODES.finditer(story.text):
        builder.verbatim(position, code.start())
        builder.unit(" " if code[0] == "\x1f" else "", *code.span())
        position = code.end()
    builder.verbatim(position, len(story.text))
    return builder.joined()


def _body_start(rows: Sequence[Row]) -> int:
    """The row behind the one that ends in ` =`; the first one where none of the first lines does."""
    first = next((index for index, row in enumerate(rows) if not row.blank), 0)
    for index in range(first, min(first + _MOST_HEAD_LINES, len(rows))):
        if rows[index].blank:
            break
        if rows[index].text.endswith("="):
            return index + 1
    return 0


def _head(text: StoryText, rows: Sequence[Row]) -> Iterator[Block]:
    """Version lines, the headline, which can take two lines, and the byline."""
    if not rows:
        return
    last = rows[-1].text.rstrip("= ")
    rows = [*rows[:-1], replace(rows[-1], end=rows[-1].start + len(last), text=last)]
    rows = [row for row in rows if not row.blank]
    byline = rows[-1:] if len(rows) > 1 and _BYLINE.match(rows[-1].text) else []
    above = rows[: len(rows) - len(byline)]
    versions = 0
    while versions + 1 < len(above) and _is_version(above[versions].text):
        yield Block(joined(text, [above[versions]]), _version_part(above[versions].text))
        versions += 1
    if above:
        yield Block(joined(text, above[versions:]), "headline")
    if byline:
        yield Block(joined(text, byline), "byline")


def _is_version(text: str) -> bool:
    """`1ST LEAD`, `REFILE`, `(Achtung)`."""
    return len(text) <= _LONGEST_VERSION and (text.isupper() or (text.startswith("(") and text.endswith(")")))


def _version_part(text: str) -> Part:
    return note_part(text, lead=True) or ("editor-note" if text.startswith("(") else "slug")


def _copy(text: StoryText, rows: Sequence[Row]) -> Iterator[Block]:
    if rows:
        yield from text_blocks(text.slice(rows[0].start, rows[-1].end), _wrapping_of(rows))


def _wrapping_of(rows: Sequence[Row]) -> Wrapping:
    """Indents open paragraphs, unless nearly every line has one."""
    lines = [row for row in rows if not row.blank]
    indented = sum(row.indent >= _INDENT for row in lines)
    return Wrapping(_WIDTH, _INDENT if 2 * indented <= len(lines) else 0)


def _notes(text: StoryText, rows: Sequence[Row]) -> Iterator[Block]:
    """All of it is a note, but who reported and edited is a sign-off here as everywhere."""
    for block in _copy(text, rows):
        part: Part = "sign-off" if is_sign_off(block.story.text, near_end=True) else "editor-note"
        yield replace(block, part=part)
