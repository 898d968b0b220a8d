"""A line for each finding: `wire/talks.txt:4:81: error[lowercase-month] Write 'July'. [*]`."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.engine.run import Run
from copylint.report import summary
from copylint.report.safe import safe, safe_path


def lines(run: Run) -> Iterator[str]:
    yield from summary.fixed_lines(run)
    for checked in run.checked:
        for finding in checked.findings:
            position = checked.excerpt.position(finding.span.start)
            place = f"{safe_path(checked.path)}:{position.line}:{position.column}"
            fixable = " [*]" if finding.fix and finding.fix.safety == "safe" else ""
            times = f" ({finding.count} times)" if finding.count > 1 else ""
            yield f"{place}: {finding.severity}[{finding.rule}] {safe(finding.message)}{times}{fixable}"
    yield from summary.lines(run)
