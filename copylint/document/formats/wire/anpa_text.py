"""The text of ANPA 1312: what its control codes and its keyboard's stand-ins mean, and its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from copylint.document.formats.plain.joining import joined
from copylint.document.formats.plain.rows import Row
from copylint.document.story_text import StoryText, StoryTextBuilder
from copylint.expressions import expression
from copylint.source.lines import LineTable
from copylint.values import dataclass

Kind = Literal["marked", "indented", "columns", "plain"]
"""`marked`: opens with `^`; `indented`: with a tab or spaces, a paragraph's first; `columns`: a row of a table."""

_CODES: Final = expression(
    r"(?P<nothing>[\x08\x10-\x14]+)|(?P<column>[\x1e\x1f]+)"
    r"|(?P<open>``)|(?P<close>''(?!'))|(?P<inner>`|(?<![^\s(\[`—_-])'(?=[^\W\d][^`\r\n]{0,200}?(?<!')'(?![\w'])))|(?P<apostrophe>')"
    r"|(?<![^\s;\x10-\x14])(?P<dash>_)(?![^\s;\x10-\x14])"
)
"""DC1 to DC4 and the quads set type, RS and US part a table's columns; the keyboard has no dash and no curly marks."""
_MEANINGS: Final = {"column": " ", "open": "“", "close": "”", "inner": "‘", "apostrophe": "’", "dash": "—"}
_MARKED: Final = expression(r"[ \t]*\^")
_NEXT_MARK: Final = expression(r"[<=][ \t]*\^")
_SEVERAL_CELLS: Final = expression(r"[^;]*(?:;[^;\s][^;]*){3}")
"""`Amsterdam;42;50;rn;0.08`: three semicolons with no space behind them."""


@dataclass(frozen=True)
class Line:
    """A line without its marks: the caret before it, `<` or `=` behind it."""

    row: Row
    kind: Kind
    closing: str


def lines_of(text: StoryText) -> Iterator[Line]:
    """The lines that are not blank; one can hold two that are marked."""
    for start, end in LineTable(text.text):
        stretch = text.text[start:end]
        position = 0
        if _MARKED.match(stretch):
            for mark in _NEXT_MARK.finditer(stretch):
                yield _line(stretch, position, mark.start() + 1, start)
                position = mark.end() - 1
        if stretch[position:].strip(" \t\f\x11\x12\x13\x14"):
            yield _line(stretch, position, len(stretch), start)


def _line(stretch: str, start: int, end: int, offset: int) -> Line:
    raw = stretch[start:end]
    words = raw.rstrip()
    closing = words[-1:] if words.endswith(("<", "=")) else ""
    words = words[: len(words) - len(closing)].rstrip()
    kind = _kind(raw)
    before = len(words) - len(words.lstrip(" \t\x08^" if kind in ("marked", "columns") else " \t"))
    row = Row(offset + start + before, offset + start + len(words), words[before:], before)
    return Line(row, kind, closing)


def _kind(raw: str) -> Kind:
    if raw.startswith("\x08") or re.search(r"[\x1e\x1f]", raw) or _SEVERAL_CELLS.match(raw):
        return "columns"
    if _MARKED.match(raw):
        return "marked"
    return "indented" if raw.startswith(("\t", "  ")) else "plain"


def story_of(text: StoryText, rows: Sequence[Row], *, in_columns: bool = False) -> StoryText:
    """The rows as one story text, in the characters that readers see; columns stand one space apart."""
    story = decoded(joined(text, rows))
    if not in_columns:
        return story
    folded = StoryTextBuilder()
    folded.fold(story)
    return folded.build()


def decoded(story: StoryText) -> StoryText:
    """The text without its codes, with the marks that its keyboard lacks."""
    builder = StoryTextBuilder(story)
    position = 0
    for code in _CODES.finditer(story.text):
        builder.verbatim(position, code.start())
        name = code.lastgroup or ""
        builder.unit(_MEANINGS.get(name, ""), *code.span(), reference=name != "column")
        position = code.end()
    builder.verbatim(position, len(story.text))
    return builder.build()
