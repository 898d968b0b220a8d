"""The report for people: each finding with its place in the copy, as compilers show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copylint.engine.runner import Run
from copylint.finding import Finding, Related, Span
from copylint.report import fixes, summary
from copylint.report.frame import Mark, frame
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
    yield f" --> {safe(source.path)}:{position.line}:{position.column}"
    yield from frame(_marks(finding, source))
    help_ = fixes.described(finding, source)
    if help_:
        yield f"  = help: {safe(help_)}"


def _marks(finding: Finding, source: Source) -> list[Mark]:
    own = _mark(finding.span, source)
    others = [_related(each, source) for each in finding.related[:_RELATED_SHOWN]]
    return sorted((own, *_on_other_lines(others, own)), key=lambda mark: (mark.number, mark.span))


def _on_other_lines(others: Sequence[Mark], own: Mark) -> Iterator[Mark]:
    """Of the related places those that the finding's own line doesn't show, one a line."""
    shown = {own.number}
    for mark in others:
        if mark.number not in shown:
            shown.add(mark.number)
            yield mark


def _related(related: Related, source: Source) -> Mark:
    mark = _mark(related.span, source)
    return Mark(mark.number, mark.line, mark.span, safe(related.message), "-")


def _mark(span: Span, source: Source) -> Mark:
    """What to underline in the span's first line."""
    number = source.lines.line_of(span.start)
    start, end = source.lines.span(number)
    return Mark(number, source.lines.text(number), Span(span.start - start, min(span.end, end) - start))
