"""The values that a run is made of: spans, edits, fixes and findings.

Offsets are code points of the decoded source, a byte-order mark not counted; every span is half-open, `[start, end)`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from operator import attrgetter
from typing import Final, Literal

from copylint.values import dataclass

Severity = Literal["error", "warning", "info"]
Safety = Literal["safe", "unsafe", "manual"]

SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")
"""Worst first."""
SAFETIES: Final[tuple[Safety, ...]] = ("safe", "unsafe", "manual")


@dataclass(frozen=True, order=True)
class Span:
    """A half-open stretch of a text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character; an empty span overlaps what it stands inside."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


_BOUNDS: Final = attrgetter("start", "end")
"""A span's order; to compare two as they are takes several times as long."""


class Spans:
    """Spans that can be asked in logarithmic time how they lie to another one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans, key=_BOUNDS)
        self._starts = [span.start for span in ordered]
        self._furthest_ends = list(accumulate((span.end for span in ordered), max))
        self._nearest_ends = list(accumulate((span.end for span in reversed(ordered)), min))[::-1]

    def nest_with(self, span: Span) -> bool:
        """Whether one of the spans contains `span` or lies in it."""
        before = bisect_right(self._starts, span.start)
        if before and self._furthest_ends[before - 1] >= span.end:
            return True
        behind = bisect_left(self._starts, span.start)
        return behind < len(self._starts) and self._nearest_ends[behind] <= span.end

    def overlap(self, span: Span) -> bool:
        """Whether one of the spans shares a character with `span`; an empty one overlaps what it touches."""
        if span.start == span.end:
            before = bisect_right(self._starts, span.start)
            return before > 0 and self._furthest_ends[before - 1] >= span.start
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._furthest_ends[before - 1] > span.start


@dataclass(frozen=True, order=True)
class Edit:
    """Replace `[start, end)` of the decoded source by `text`, already written as the format needs it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Fix:
    """Edits that mend one finding. A manual fix is shown and never applied; with several readings it has no edits."""

    safety: Safety
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True)
class Related:
    """Another place that a finding speaks of, such as the first of two captions."""

    message: str
    span: Span


@dataclass(frozen=True)
class Finding:
    """What a rule reports in one file."""

    span: Span
    rule: str
    severity: Severity
    message: str
    text: str
    """The story text of the span (for a rule on the source, the slice itself)."""
    document: int = 0
    part: str | None = None
    """The part of the segment that the span begins in; None between segments."""
    count: int = 1
    """How many places this one finding stands for (`report: once`)."""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""


def sort_key(finding: Finding) -> tuple[int, int, str]:
    """The order of a file's findings: by start, end, rule."""
    return finding.span.start, finding.span.end, finding.rule
