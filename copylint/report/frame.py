"""The excerpt of a source that a finding or a problem points into: lines with carets, windowed where they are long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from copylint.finding import Span
from copylint.report.safe import safe

WIDTH: Final = 88
"""Columns of copy in an excerpt; a paragraph is ten times as long."""
_BEFORE: Final = 40
"""Columns kept before what is underlined, if the line must be cut."""
_CUT: Final = "…"
_TAB: Final = "    "


@dataclass(frozen=True)
class Mark:
    """What to underline in one line. The span counts code points of the line."""

    number: int
    """The line's, 1-based."""
    line: str
    span: Span
    label: str = ""
    sign: str = "^"


def frame(marks: Sequence[Mark]) -> Iterator[str]:
    """The lines of an excerpt, in the order of the marks, which are sorted by line; a gap is shown as `...`."""
    margin = len(str(max(mark.number for mark in marks)))
    yield f"{'':{margin}} |"
    previous = marks[0].number
    for mark in marks:
        if mark.number > previous + 1:
            yield "..."
        yield from _underlined(mark, margin)
        previous = mark.number


def _underlined(mark: Mark, margin: int) -> Iterator[str]:
    cells = [_Cell.of(char) for char in mark.line]
    start, end = _window(cells, mark.span)
    left = _CUT if start > 0 else ""
    right = _CUT if end < len(cells) else ""
    shown = "".join(cell.shown for cell in cells[start:end])
    indent = len(left) + _width(cells[start : mark.span.start])
    underline = max(_width(cells[mark.span.start : min(mark.span.end, end)]), 1)
    label = f" {mark.label}" if mark.label else ""
    yield f"{mark.number:>{margin}} | {left}{shown}{right}".rstrip()
    yield f"{'':{margin}} | {'':{indent}}{mark.sign * underline}{label}"


@dataclass(frozen=True)
class _Cell:
    """A character as it is shown, and the columns that it takes."""

    shown: str
    width: int

    @classmethod
    def of(cls, char: str) -> _Cell:
        if char.isascii() and char.isprintable():
            return cls(char, 1)
        shown = _TAB if char == "\t" else safe(char)
        return cls(shown, len(shown) if shown.isascii() else _display_width(shown))


def _display_width(char: str) -> int:
    from wcwidth import wcwidth  # noqa: PLC0415 - most lines are ASCII, and its tables take time to load

    return max(wcwidth(char), 0)


def _width(cells: Sequence[_Cell]) -> int:
    return sum(cell.width for cell in cells)


def _window(cells: Sequence[_Cell], span: Span) -> tuple[int, int]:
    """`[start, end)` of the characters to show: all, or those round the span; a long span is cut at its end."""
    if _width(cells) <= WIDTH:
        return 0, len(cells)
    start, columns = min(span.start, len(cells)), 0
    while start > 0 and columns + cells[start - 1].width <= _BEFORE:
        start -= 1
        columns += cells[start].width
    end, columns = start, 0
    while end < len(cells) and columns + cells[end].width <= WIDTH:
        columns += cells[end].width
        end += 1
    while start > 0 and columns + cells[start - 1].width <= WIDTH:
        start -= 1
        columns += cells[start].width
    return start, end
