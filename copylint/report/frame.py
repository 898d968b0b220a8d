"""The excerpt of a source that a finding or a problem points into: lines with carets, windowed where they are long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from copylint.finding import Span
from copylint.report.safe import safe_characters
from copylint.source.excerpt import NEAR
from copylint.values import dataclass

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
    """The line, or of a long one the stretch near the mark."""
    span: Span
    label: str = ""
    sign: str = "^"
    before: int = 0
    """Code points of the line before the stretch."""
    behind: int = 0
    """Code points of the line after it."""


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
class _Window:
    """The stretch of a line that is shown: all of it, or what stands round a mark."""

    start: int
    """Its first code point in the line."""
    cells: Sequence[str]
    """Its characters as they are shown."""
    is_cut_before: bool
    is_cut_after: bool

    @classmethod
    def around(cls, mark: Mark) -> _Window:
        at = mark.span.start - mark.before
        skipped = max(at - NEAR, 0)
        cells = _cells(mark.line[skipped : at + NEAR])
        start, end = _shown(cells, at - skipped)
        first, last = mark.before + skipped + start, mark.before + skipped + end
        return cls(first, cells[start:end], first > 0, last < mark.before + len(mark.line) + mark.behind)

    @property
    def text(self) -> str:
        return f"{_CUT if self.is_cut_before else ''}{''.join(self.cells)}{_CUT if self.is_cut_after else ''}"

    def shows(self, span: Span) -> bool:
        return self.start <= span.start and span.end <= self.start + len(self.cells)

    def underline(self, mark: Mark) -> str:
        """At least one sign, also where nothing stands; none beyond the window's end."""
        start, end = mark.span.start - self.start, mark.span.end - self.start
        indent = len(_CUT) * self.is_cut_before + _width(self.cells[:start])
        signs = mark.sign * max(_width(self.cells[start:end]), 1)
        return f"{'':{indent}}{signs} {mark.label}".rstrip()


def _cells(text: str) -> list[str]:
    shown = safe_characters(text)
    return [_TAB if char == "\t" else each for char, each in zip(text, shown, strict=True)] if "\t" in text else shown


@lru_cache(maxsize=1024)
def _columns(shown: str) -> int:
    """How many columns of a terminal it takes."""
    if shown.isascii():
        return len(shown)
    from wcwidth import wcwidth  # noqa: PLC0415 - most lines are ASCII, and its tables take time to load

    return max(wcwidth(shown), 0)


def _width(cells: Sequence[str]) -> int:
    return sum(map(_columns, cells))


def _shown(cells: Sequence[str], place: int) -> tuple[int, int]:
    """`[start, end)` of the cells to show: all, or those round the place."""
    start, columns = min(place, len(cells)), 0
    while start > 0 and columns + _columns(cells[start - 1]) <= _BEFORE:
        start -= 1
        columns += _columns(cells[start])
    end, columns = start, 0
    while end < len(cells) and columns + _columns(cells[end]) <= WIDTH:
        columns += _columns(cells[end])
        end += 1
    while start > 0 and columns + _columns(cells[start - 1]) <= WIDTH:
        start -= 1
        columns += _columns(cells[start])
    return start, end
