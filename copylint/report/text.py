"""The report for people: each finding with its place in the copy, as compilers show it."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from copylint.engine.run import Checked, Run
from copylint.finding import SEVERITIES, Finding, Related, Span
from copylint.report import fixes, summary
from copylint.report.frame import Mark, frame, margin
from copylint.report.safe import safe
from copylint.source.excerpt import RELATED_SHOWN, Excerpt, last_character

_OFTEN: Final = 20
"""A rule that fires more often than this in one file is shown only a few times."""
_SHOWN: Final = 5


def lines(run: Run) -> Iterator[str]:
    yield from summary.fixed_lines(run)
    for checked in run.checked:
        yield from _of_file(checked)
    yield from summary.lines(run)
    yield from _acceptance(run)


def _of_file(checked: Checked) -> Iterator[str]:
    """All findings; of a rule that fires very often the first few, and how many more there are."""
    total = Counter(finding.rule for finding in checked.findings)
    told: Counter[str] = Counter()
    for finding in checked.findings:
        rule = finding.rule
        told[rule] += 1
        if total[rule] <= _OFTEN or told[rule] <= _SHOWN:
            yield from _paragraph(finding, checked)
            yield ""
        elif told[rule] == _SHOWN + 1:
            more = f"{total[rule] - _SHOWN:,} more of {rule} in {safe(checked.path)}"
            yield f"… and {more} ('--output-format concise' lists all)"
            yield ""


def _acceptance(run: Run) -> Iterator[str]:
    """The command that accepts the first of the worst findings; what came from standard input can't be accepted."""
    files = [each for each in run.checked if each.findings and Path(each.path).is_file()]
    found = [(each, finding) for each in files for finding in each.findings]
    if not found:
        return
    checked, worst = min(found, key=lambda pair: SEVERITIES.index(pair[1].severity))
    path = f"./{checked.path}" if checked.path.startswith("-") else checked.path  # else it would be an option
    place = f"{path}:{checked.excerpt.position(worst.span.start).line}"
    command = f"copylint accept {shlex.quote(place)} {shlex.quote(worst.rule)}"
    yield f"To accept a finding: {safe(command)} --reason 'why it may stand'"


def _paragraph(finding: Finding, checked: Checked) -> Iterator[str]:
    position = checked.excerpt.position(finding.span.start)
    mark = "[*] " if finding.fix and finding.fix.safety == "safe" else ""
    times = f" ({finding.count} times)" if finding.count > 1 else ""
    yield f"{finding.severity}[{finding.rule}]: {mark}{safe(finding.message)}{times}"
    if checked.withheld:  # then the excerpt holds no copy to draw a frame of
        yield f" --> {safe(checked.path)}:{position.line}:{position.column}"
        return
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
