"""What could not be done, for people: the message, the place with a caret, the next step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.errors import Problem
from copylint.finding import Span
from copylint.report.frame import Mark, frame
from copylint.report.safe import safe


def lines(problems: Iterable[Problem]) -> Iterator[str]:
    """A paragraph for each problem."""
    for problem in problems:
        yield from _paragraph(problem)
        yield ""


def _paragraph(problem: Problem) -> Iterator[str]:
    yield f"error: {safe(problem.message)}"
    if problem.path is not None:
        place = "".join(f":{number}" for number in (problem.line, problem.column) if number is not None)
        yield f" --> {safe(problem.path)}{place}"
    if problem.line is not None and problem.column is not None and problem.excerpt is not None:
        start = problem.column - 1
        yield from frame([Mark(problem.line, problem.excerpt, Span(start, start + problem.width))])
    if problem.hint:
        yield f"  = help: {safe(problem.hint)}"
