"""What could not be done, for people: the message, the place with a caret, the next step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.errors import Problem
from copylint.finding import Span
from copylint.report.frame import Mark, frame, margin
from copylint.report.safe import safe


def lines(problems: Iterable[Problem]) -> Iterator[str]:
    """A paragraph for each problem."""
    for problem in problems:
        yield from _paragraph(problem)
        yield ""


def note_lines(problems: Iterable[Problem]) -> Iterator[str]:
    """One line for each that hindered nothing."""
    for problem in problems:
        hint = f" ({problem.hint})" if problem.hint else ""
        yield f"note: {safe(f'{problem.path}: ' if problem.path else '')}{safe(problem.message)}{safe(hint)}"


def _paragraph(problem: Problem) -> Iterator[str]:
    marks = list(_marks(problem))
    blank = margin(marks) if marks else " "
    yield f"error: {safe(problem.message)}"
    if problem.path is not None:
        place = "".join(f":{number}" for number in (problem.line, problem.column) if number is not None)
        yield f"{blank}--> {safe(problem.path)}{place}"
    if marks:
        yield from frame(marks)
    if problem.hint:
        yield f"{blank} = help: {safe(problem.hint)}"


def _marks(problem: Problem) -> Iterator[Mark]:
    if problem.line is not None and problem.column is not None and problem.excerpt is not None:
        start = problem.column - 1
        yield Mark(problem.line, problem.excerpt, Span(start, start + problem.width))
