"""The report for people: each finding with its place in the copy, as compilers show it."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.engine.runner import Run
from copylint.finding import Finding, Related, Span
from copylint.report import fixes, summary
from copylint.report.frame import Mark, frame, margin
from copylint.report.safe import safe
from copylint.source.decode import Source

_RELATED_SHOWN = 3
"""Places beside a finding's own that are shown with their lines."""


def lines(run: Run) -> Iterator[str]:
    yield from summary.fixed_lines(run)
    for checked in run.checked:
        for finding in checked.findings:
            yield from _paragraph(finding, checked.source)
            yield ""
    yield from summary.lines(run)


def _paragraph(finding: Finding, source: Source) -> Iterator[str]:
    position = source.lines.position(finding.span.start)
    mark = "[*] " if finding.fix and finding.fix.safety == "safe" else ""
    times = f" ({finding.count} times)" if finding.count > 1 else ""
    yield f"{finding.severity}[{finding.rule}]: {mark}{safe(finding.message)}{times}"
    marks = _marks(finding, source)
    yield f"{margin(marks)}--> {safe(source.path)}:{position.line}:{position.column}"
    yield from frame(marks)
    help_ = fixes.described(finding, source)
    if help_:
        yield f"{margin(marks)} = help: {safe(help_)}"


def _marks(finding: Finding, source: Source) -> list[Mark]:
    own = _mark(finding.span, source)
    others = [_related(each, source) for each in finding.related[:_RELATED_SHOWN]]
    return sorted({own, *others}, key=lambda mark: (mark.number, mark.span, mark.sign, mark.label))


def _related(related: Related, source: Source) -> Mark:
    mark = _mark(related.span, source)
    return Mark(mark.number, mark.line, mark.span, safe(related.message), "-")


def _mark(span: Span, source: Source) -> Mark:
    """What to underline in the span's first line, and where it ends if not there."""
    number, last = source.lines.line_of(span.start), source.lines.line_of(max(span.end - 1, span.start))
    start, end = source.lines.span(number)
    label = f"to line {last}" if last > number else ""
    return Mark(number, source.lines.text(number), Span(span.start - start, min(span.end, end) - start), label)
