"""The one error family: what was asked for and could not be done is a `CopylintError`, never a traceback."""

from __future__ import annotations

from copylint.values import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing that could not be done, and where: line and column are 1-based, None where the whole file is meant."""

    message: str
    path: str | None = None
    line: int | None = None
    column: int | None = None
    excerpt: str | None = None
    """The line of the file that the problem stands in, for a frame with a caret."""
    width: int = 1
    """How many code points of the excerpt the caret underlines."""
    hint: str | None = None
    """The next step: a suggestion, a command, a list of what is allowed."""


class CopylintError(Exception):
    """Carries every problem of a step, so that all are shown together."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems
