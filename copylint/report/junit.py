"""JUnit's XML: a test case for each file, a failure for each error and warning, an error for each problem."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from copylint.engine.run import Checked, Run
from copylint.errors import Problem
from copylint.report.safe import safe


def lines(run: Run) -> Iterator[str]:
    """Findings of severity info fail no case. What XML forbids is written as an escape, like all unsafe characters."""
    failures = sum(finding.severity != "info" for finding in run.findings)
    # Problems have cases of their own: a file may be both checked and hindered.
    cases = len(run.checked) + len(run.problems)
    counts = f'tests="{cases}" failures="{failures}" errors="{len(run.problems)}"'
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="copylint" {counts}>'
    yield f'  <testsuite name="copylint" {counts} skipped="0">'
    for problem in run.problems:
        yield from _problem(problem)
    for checked in run.checked:
        yield from _case(checked)
    yield "  </testsuite>"
    yield "</testsuites>"


def _case(checked: Checked) -> Iterator[str]:
    path = _attribute(checked.path)
    yield f'    <testcase classname="copylint" name={path} file={path}>'
    for finding in checked.findings:
        if finding.severity == "info":
            continue
        place = checked.excerpt.position(finding.span.start)
        message = f"{place.line}:{place.column}: {finding.message}"
        yield f"      <failure type={_attribute(finding.rule)} message={_attribute(message)}/>"
    yield "    </testcase>"


def _problem(problem: Problem) -> Iterator[str]:
    message = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    yield f'    <testcase classname="copylint.problems" name={_attribute(problem.path or "copylint")}>'
    yield f'      <error type="copylint" message={_attribute(message)}/>'
    yield "    </testcase>"


def _attribute(text: str) -> str:
    return quoteattr(safe(text).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff"))
