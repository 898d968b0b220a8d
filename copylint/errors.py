"""The one error family: what was asked for and could not be done is a `CopylintError`, never a traceback."""

from __future__ import annotations

from typing import Final

from copylint.values import dataclass

_FRAMES: Final = 3
"""The places in the code that a report of a failure names."""


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


def failure(error: BaseException, path: str | None = None) -> Problem:
    """What copylint says where it fails itself. The error's own words may quote the story, so they are left out."""
    from traceback import extract_tb  # noqa: PLC0415 - hardly ever needed

    frames = extract_tb(error.__traceback__)[-_FRAMES:]
    places = ", ".join(f"{_module(frame.filename)}:{frame.lineno}" for frame in reversed(frames))
    message = f"copylint failed: {type(error).__name__} in {places}"
    hint = "please report this line to copylint's authors; it holds no text of the story"
    return Problem(f"not checked: {message}" if path else message, path, hint=hint)


def _module(path: str) -> str:
    """The end of it, so that no folder of the user's is told."""
    return "/".join(path.replace("\\", "/").split("/")[-2:])
