"""Annotations on a pull request, as GitHub Actions reads them from a log: `::error file=…,line=…::…`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from copylint.engine.run import Checked, Run
from copylint.errors import Problem
from copylint.finding import SEVERITIES, Finding
from copylint.report import summary
from copylint.report.safe import safe
from copylint.source.excerpt import last_character

_COMMANDS: Final = {"error": "error", "warning": "warning", "info": "notice"}
_SHOWN: Final = 10
"""Annotations of each level that GitHub shows of a step."""


def lines(run: Run) -> Iterator[str]:
    """Problems first, then findings, the worst first: GitHub shows only so many of a step's annotations."""
    for problem in run.problems:
        yield _problem(problem)
    left = 0
    for severity in SEVERITIES:
        ordered = [(each, found) for each in run.checked for found in each.findings if found.severity == severity]
        room = _SHOWN - len(run.problems) if severity == "error" else _SHOWN
        shown = ordered[: max(room, 0)]
        left += len(ordered) - len(shown)
        for checked, finding in shown:
            yield _finding(finding, checked)
    yield from summary.lines(run)
    if left:
        yield f"{summary.counted(left, 'problem')} without an annotation: GitHub shows {_SHOWN} of each level."


def _finding(finding: Finding, checked: Checked) -> str:
    span = finding.span
    position = checked.excerpt.position
    start, last = position(span.start), position(last_character(span))
    # GitHub takes columns only where the annotation stays on one line.
    columns = {"col": start.column, "endColumn": start.column + span.end - span.start}
    return _command(
        _COMMANDS[finding.severity],
        {
            "title": finding.rule,
            "file": checked.path,
            "line": start.line,
            "endLine": last.line,
            **(columns if start.line == last.line else {}),
        },
        f"{finding.message} ({finding.count} times)" if finding.count > 1 else finding.message,
    )


def _problem(problem: Problem) -> str:
    places = {"file": problem.path, "line": problem.line, "col": problem.column}
    message = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    known = {name: value for name, value in places.items() if value is not None}
    return _command("error", {"title": "copylint", **known}, message)


def _command(name: str, properties: dict[str, str | int], message: str) -> str:
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(message)}"


def _data(text: str) -> str:
    """As the Actions toolkit escapes data; what is unsafe beyond that is shown as an escape."""
    return safe(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
