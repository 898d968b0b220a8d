"""The report for people: each finding with its place in the copy, as compilers show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from copylint.engine.run import Checked, Run
from copylint.finding import Finding, Related, Span
from copylint.report import fixes, summary
from copylint.report.frame import Mark, frame, margin
from copylint.report.safe import safe
from copylint.source.excerpt import RELATED_SHOWN, Excerpt, last_character


def lines(run: Run) -> Iterator[str]:
    yield from summary.fixed_lines(run)
    for checked in run.checked:
        for finding in checked.findings:
            yield from _paragraph(finding, checked)
            yield ""
    yield from summary.lines(run)


def _paragraph(finding: Finding, checked: Checked) -> Iterator[str]:
    position = checked.excerpt.position(finding.span.start)
    mark = "[*] " if finding.fix and finding.fix.safety == "safe" else ""
    times = f" ({finding.count} times)" if finding.count > 1 else ""
    yield f"{finding.severity}[{finding.rule}]: {mark}{safe(finding.message)}{times}"
    marks = _marks(finding, checked.excerpt)
    yield f"{margin(marks)}--> {safe(checked.path)}:{position.line}:{position.column}"
    yield from frame(marks)
    help_ = fixes.described(finding, checked.excerpt)
    if help_:
        yield f"{margin(marks)} = help: {safe(help_)}"


def _marks(finding: Finding, excerpt: Excerpt) -> list[Mark]:
    own = _mark(finding.span, excerpt)
    others = [_related(each, excerpt) for each in finding.related[:RELATED_SHOWN]]
    return sorted({own, *others}, key=lambda mark: (mark.number, mark.span, mark.sign, mark.label))


def _related(related: Related, excerpt: Excerpt) -> Mark:
    return replace(_mark(related.span, excerpt), label=safe(related.message), sign="-")


def _mark(span: Span, excerpt: Excerpt) -> Mark:
    """What to underline in the span's first line, and where it ends if not there."""
    line, last = excerpt.line(span.start), excerpt.line(last_character(span))
    label = f"to line {last.number}" if last.number > line.number else ""
    near = excerpt.near(span.start)
    shown = Span(span.start - line.start, min(span.end, line.end) - line.start)
    return Mark(line.number, near.text, shown, label, before=near.before, behind=near.behind)
