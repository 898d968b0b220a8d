"""Lines as git and editors count them: ended by LF, CRLF or a lone CR, and by nothing else."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from copylint.expressions import expression
from copylint.values import dataclass

_NEWLINE: Final = expression(r"\r\n|\n|\r")


@dataclass(frozen=True)
class Position:
    """A place in a source. Line and column are 1-based; columns and the offset count code points."""

    line: int
    column: int
    offset: int


class LineTable:
    """Where the lines of a text begin and end.

    `str.splitlines` also splits at VT, FF, NEL and U+2028, which no editor counts; so it is never used here.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        if "\r" in text:
            newlines = [newline.span() for newline in _NEWLINE.finditer(text)]
            self._starts = [0, *(end for _, end in newlines)]
            self._ends = [*(start for start, _ in newlines), len(text)]
        else:  # the same, several times as fast
            behind = list(accumulate(len(line) + 1 for line in text.split("\n")))
            self._starts = [0, *behind[:-1]]
            self._ends = [start - 1 for start in behind]

    def __len__(self) -> int:
        """How many lines there are; what follows a last newline is no line."""
        return len(self._starts) - (1 if self._starts[-1] == len(self._text) else 0)

    def position(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1, offset)

    def line_of(self, offset: int) -> int:
        return bisect_right(self._starts, offset)

    def span(self, line: int) -> tuple[int, int]:
        """`[start, end)` of a 1-based line, its newline left out."""
        return self._starts[line - 1], self._ends[line - 1]

    def full_end(self, line: int) -> int:
        """Where the line's newline ends."""
        return self._starts[line] if line < len(self._starts) else self._ends[line - 1]

    def text(self, line: int) -> str:
        start, end = self.span(line)
        return self._text[start:end]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """`[start, end)` of every line, in order."""
        return iter(list(zip(self._starts, self._ends, strict=True))[: len(self)])
