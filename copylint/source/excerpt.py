"""What a report shows of a source: the places that findings point to, and the copy near them.

So a run keeps no text of a file, however large, once it is checked.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from copylint.finding import Edit, Finding, Span
from copylint.source.decode import Source
from copylint.source.lines import LineTable, Position
from copylint.values import dataclass

NEAR: Final = 176
"""Code points on either side of a place that are kept: a file may be one line of ten million."""


RELATED_SHOWN: Final = 3
"""Places beside a finding's own that are shown with the copy near them."""


@dataclass(frozen=True)
class Line:
    """One that a finding touches; its span leaves the newline out."""

    number: int
    start: int
    end: int


@dataclass(frozen=True)
class Stretch:
    """A part of a line."""

    text: str
    before: int
    """Code points of the line before it."""
    behind: int
    """Code points of the line after it."""


@dataclass(frozen=True)
class Excerpt:
    """Answers what a report asks of the source: only at the offsets of the findings that it was made for."""

    lines: tuple[Line, ...]
    stretches: Mapping[int, Stretch]
    """What stands near the beginning of a finding or of a place that is shown with it, by its offset."""
    edited: Mapping[tuple[int, int], str]
    """What stands where a finding's first edit would be made; of a long one the beginning."""
    has_lone_returns: bool = False
    """Whether a carriage return alone ends lines: editors count them, git doesn't."""

    def position(self, offset: int) -> Position:
        line = self.line(offset)
        return Position(line.number, offset - line.start + 1, offset)

    def line(self, offset: int) -> Line:
        return self.lines[bisect_right(self.lines, offset, key=lambda line: line.start) - 1]

    def near(self, offset: int) -> Stretch:
        return self.stretches[offset]

    def replaced(self, edit: Edit) -> str:
        return self.edited[edit.start, edit.end]


def last_character(span: Span | Edit) -> int:
    """The offset of it; of an empty span where it stands."""
    return max(span.end - 1, span.start)


def excerpt(source: Source, findings: Sequence[Finding]) -> Excerpt:
    """What the report of these findings needs of their source."""
    if not findings:
        return NOTHING
    table = source.lines
    edits = [finding.fix.edits[0] for finding in findings if finding.fix and finding.fix.edits]
    spans = [span for finding in findings for span in _spans(finding)]
    shown = {span.start for finding in findings for span in _spans(finding)[: 1 + RELATED_SHOWN]}
    touched = {offset for span in spans for offset in (span.start, last_character(span), span.end)}
    touched.update(offset for edit in edits for offset in (edit.start, last_character(edit)))
    numbers = sorted({table.line_of(offset) for offset in touched})
    return Excerpt(
        tuple(Line(number, *table.span(number)) for number in numbers),
        {offset: _near(offset, source.text, table) for offset in shown},
        {(edit.start, edit.end): source.text[edit.start : min(edit.end, edit.start + NEAR)] for edit in edits},
        has_lone_returns=source.text.count("\r") > source.text.count("\r\n"),
    )


def _spans(finding: Finding) -> list[Span]:
    return [finding.span, *(related.span for related in finding.related)]


def _near(offset: int, text: str, table: LineTable) -> Stretch:
    start, end = table.span(table.line_of(offset))
    first, last = max(start, offset - NEAR), min(end, offset + NEAR)
    return Stretch(text[first:last], first - start, end - last)


NOTHING: Final = Excerpt((), {}, {})
"""Of a source without findings."""
