"""A comment for a pull request: a headline, and a table of the worst findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from copylint.engine.run import Checked, Run
from copylint.expressions import expression
from copylint.finding import SEVERITIES, Finding
from copylint.report import summary
from copylint.report.safe import safe

MARKER: Final = "<!-- copylint -->"
"""By it a bot finds its own comment."""
_ROWS: Final = 50
_PROBLEMS: Final = 10
_LONGEST: Final = 200
"""Code points of a cell, before they are escaped."""
_CHARACTERS: Final = 60_000
"""Of the table: a comment on GitHub has at most 65,536."""
_BREAK: Final = "&#8203;"
"""GitHub looks for mentions once references are resolved: only a character between keeps a mark from being one."""
_SPECIAL: Final = expression(r"[^\w\s,;?'…’‘“”–—/-]|_")


def lines(run: Run) -> Iterator[str]:
    yield MARKER
    closing = [_text(line) for line in summary.lines(run)]
    yield f"**copylint**: {closing[0]}"
    for line in closing[1:]:
        yield ""
        yield line
    yield from _problems(run)
    ordered = [
        (each, found)
        for level in SEVERITIES
        for each in run.checked
        for found in each.findings
        if found.severity == level
    ]
    if ordered:
        yield from ("", "| Place | Severity | Rule | Message |", "| --- | --- | --- | --- |")
    shown, length = 0, 0
    for checked, finding in ordered[:_ROWS]:
        row = _row(checked, finding)
        length += len(row) + 1
        if length > _CHARACTERS:
            break
        shown += 1
        yield row
    if len(ordered) > shown:
        yield from ("", f"… and {len(ordered) - shown:,} more.")


def _problems(run: Run) -> Iterator[str]:
    for problem in run.problems[:_PROBLEMS]:
        yield ""
        yield f"Not done: {_text(f'{problem.path}: ' if problem.path else '')}{_text(problem.message)}"
    if len(run.problems) > _PROBLEMS:
        yield from ("", f"… and {len(run.problems) - _PROBLEMS:,} more not done.")


def _row(checked: Checked, finding: Finding) -> str:
    place = _text(f"{checked.path}:{checked.excerpt.position(finding.span.start).line}")
    return f"| {place} | {finding.severity} | {_text(finding.rule)} | {_text(finding.message)} |"


def _text(text: str) -> str:
    """Every mark as a character reference, so that copy makes no markup, link or mention."""
    shown = safe(text)
    cut = shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};{_BREAK if found[0] in '@#' else ''}", cut)
