"""The report for programs: one JSON object, a stable contract."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import copylint
from copylint.engine.run import Checked, Run
from copylint.errors import Problem
from copylint.finding import SEVERITIES, Finding, Fix, Span
from copylint.source.excerpt import Excerpt
from copylint.source.lines import Position

VERSION: Final = 1
"""Of the contract; a key may be added without a new one, none is changed or taken away."""


def lines(run: Run) -> Iterator[str]:
    yield dumped(_object(run))


def dumped(value: Mapping[str, Any] | Sequence[Any]) -> str:
    """In ASCII. A runner takes `##[` and `##vso[` for commands wherever they stand, so the second mark is escaped."""
    return json.dumps(value, ensure_ascii=True, indent=2).replace("##", "#\\u0023")


def _object(run: Run) -> dict[str, Any]:
    return {
        "version": VERSION,
        "copylint": copylint.__version__,
        "findings": [_finding(finding, checked) for checked in run.checked for finding in checked.findings],
        "errors": [_error(problem) for problem in run.problems],
        "summary": _summary(run),
    }


def _finding(finding: Finding, checked: Checked) -> dict[str, Any]:
    return {
        "path": checked.path,
        "document": finding.document,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "count": finding.count,
        **_places(finding.span, checked.excerpt),
        "text": finding.text,
        "part": finding.part,
        "fingerprint": finding.fingerprint,
        "fix": _fix(finding.fix) if finding.fix else None,
        "related": [{"message": each.message, **_places(each.span, checked.excerpt)} for each in finding.related],
    }


def _places(span: Span, excerpt: Excerpt) -> dict[str, dict[str, int]]:
    return {"start": place(excerpt.position(span.start)), "end": place(excerpt.position(span.end))}


def place(position: Position) -> dict[str, int]:
    """Line and column are 1-based; columns and the offset count code points."""
    return {"line": position.line, "column": position.column, "offset": position.offset}


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "safety": fix.safety,
        "edits": [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in fix.edits],
    }


def _error(problem: Problem) -> dict[str, Any]:
    return {"path": problem.path, "line": problem.line, "column": problem.column, "message": problem.message}


def _summary(run: Run) -> dict[str, int]:
    by_severity = Counter(finding.severity for finding in run.findings)
    return {
        "files": len(run.checked) + run.unread,
        "left_out": len(run.left_out),
        "findings": len(run.findings),
        **{severity: by_severity[severity] for severity in SEVERITIES},
        "fixable": sum(finding.fix is not None and finding.fix.safety == "safe" for finding in run.findings),
        "accepted": run.accepted,
        "untouched": run.untouched,
        "suppressed": sum(each.suppressed for each in run.checked),
        "outdated": run.outdated,
    }
