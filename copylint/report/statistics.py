"""How often each rule fired, in place of each finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from copylint.engine.run import Run
from copylint.report import summary
from copylint.report.json import dumped


def lines(run: Run) -> Iterator[str]:
    """A table, the most frequent rule first, then by id; `[*]` marks what '--fix' mends."""
    rows = _rows(run)
    width = max((len(f"{row['count']:,}") for row in rows), default=0)
    for row in rows:
        mark = "[*]" if row["fixable"] else "[ ]"
        yield f"{row['count']:>{width},}  {row['severity']:<7}  {mark} {row['rule']}"
    if rows:
        yield ""
    yield from summary.lines(run)


def json_lines(run: Run) -> Iterator[str]:
    yield dumped(_rows(run))


def _rows(run: Run) -> list[dict[str, Any]]:
    counts = Counter((finding.rule, finding.severity) for finding in run.findings)
    fixable = {finding.rule for finding in run.findings if finding.fix and finding.fix.safety == "safe"}
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [
        {"count": count, "severity": severity, "rule": rule, "fixable": rule in fixable}
        for (rule, severity), count in ordered
    ]
