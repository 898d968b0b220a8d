"""The excerpt of a source that a finding or a problem points into: lines with carets, windowed where they are long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from copylint.finding import Span
from copylint.report.safe import safe_characters

WIDTH: Final = 88
"""Columns of copy in an excerpt; a paragraph is ten times as long."""
_BEFORE: Final = 40
"""Columns kept before what is underlined, if the line must be cut."""
_NEAR: Final = 2 * WIDTH
"""Code points on either side that are looked at: a file may be one line of ten million."""
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


def margin(marks: Sequence[Mark]) -> str:
    """The blanks that stand where an excerpt's other lines have their number."""
    return " " * max(len(str(mark.number)) for mark in marks)


def frame(marks: Sequence[Mark]) -> Iterator[str]:
    """The lines of an excerpt, in the order of the marks, which are sorted by line; a gap is shown as `...`."""
    blank = margin(marks)
    yield f"{blank} |"
    previous: Mark | None = None
    window: _Window | None = None
    for mark in marks:
        if previous and mark.number > previous.number + 1:
            yield "..."
        if window is None or previous is None or mark.number != previous.number or not window.shows(mark.span):
            window = _Window.around(mark)
            yield f"{mark.number:>{len(blank)}} | {window.text}".rstrip()
        yield f"{blank} | {window.underline(mark)}"
        previous = mark


@dataclass(frozen=True)
class _Cell:
    """A character as it is shown, and the columns that it takes."""

    shown: str
    width: int


@dataclass(frozen=True)
class _Window:
    """The stretch of a line that is shown: all of it, or what stands round a mark."""

    start: int
    """Its first code point in the line."""
    cells: Sequence[_Cell]
    is_cut_before: bool
    is_cut_after: bool

    @classmethod
    def around(cls, mark: Mark) -> _Window:
        first = max(mark.span.start - _NEAR, 0)
        cells = _cells(mark.line[first : mark.span.start + _NEAR])
        start, end = _shown(cells, mark.span.start - first)
        return cls(first + start, cells[start:end], first + start > 0, first + end < len(mark.line))

    @property
    def text(self) -> str:
        shown = "".join(cell.shown for cell in self.cells)
        return f"{_CUT if self.is_cut_before else ''}{shown}{_CUT if self.is_cut_after else ''}"

    def shows(self, span: Span) -> bool:
        return self.start <= span.start and span.end <= self.start + len(self.cells)

    def underline(self, mark: Mark) -> str:
        """At least one sign, also where nothing stands; none beyond the window's end."""
        start, end = mark.span.start - self.start, mark.span.end - self.start
        indent = len(_CUT) * self.is_cut_before + _width(self.cells[:start])
        signs = mark.sign * max(_width(self.cells[start:end]), 1)
        return f"{'':{indent}}{signs} {mark.label}".rstrip()


def _cells(text: str) -> list[_Cell]:
    return [_cell(_TAB if char == "\t" else shown) for char, shown in zip(text, safe_characters(text), strict=True)]


@lru_cache(maxsize=1024)
def _cell(shown: str) -> _Cell:
    return _Cell(shown, _display_width(shown))


def _display_width(shown: str) -> int:
    if shown.isascii():
        return len(shown)
    from wcwidth import wcwidth  # noqa: PLC0415 - most lines are ASCII, and its tables take time to load

    return max(wcwidth(shown), 0)


def _width(cells: Sequence[_Cell]) -> int:
    return sum(cell.width for cell in cells)


def _shown(cells: Sequence[_Cell], place: int) -> tuple[int, int]:
    """`[start, end)` of the cells to show: all, or those round the place."""
    if _width(cells) <= WIDTH:
        return 0, len(cells)
    start, columns = min(place, len(cells)), 0
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
