"""Patterns as in `.gitignore`, with the folder that they count from.

pathspec reads them: git's rules for `**`, anchors and negation have more corners than they look.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from copylint.values import dataclass

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_SPECS_AT_MOST: Final = 1024


@dataclass(frozen=True)
class Patterns:
    """Later lines win over earlier ones, and `!` takes back what they said."""

    lines: tuple[str, ...]
    base: str
    """An absolute folder."""

    def match(self, path: str) -> bool:
        """Whether they name the file, or a folder that it lies in."""
        return self.verdict(path) is True

    def verdict(self, path: str) -> bool | None:
        """True where they name it, False where they take it back, None where they don't speak of it.

        The path is absolute or counts from the working folder; a folder's ends in a separator.
        """
        inside = _inside(path, self.base)
        return None if inside is None else _spec(self.lines).check_file(inside).include


def fault(line: str) -> str | None:
    """What is wrong with a pattern; None where nothing is."""
    try:
        _spec((line,))
    except ValueError:
        return f"'{line}' is no pattern"
    return None if line.strip() else "a pattern is needed, and this is empty"


def _inside(path: str, base: str) -> str | None:
    """The path as it counts from the base, with slashes; None where it lies elsewhere."""
    absolute = os.path.abspath(path)  # noqa: PTH100 - an archive has many files, and a Path takes longer
    start = os.path.join(base, "")  # noqa: PTH118 - as above
    if not absolute.startswith(start):
        return None
    inside = absolute[len(start) :].replace(os.sep, "/")
    return f"{inside}/" if path.endswith((os.sep, "/")) else inside


@lru_cache(maxsize=_SPECS_AT_MOST)
def _spec(lines: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - most runs have no pattern

    return GitIgnoreSpec.from_lines(lines)
