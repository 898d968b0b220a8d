"""Which files a run checks: those that are named, and the copy in the folders that are named.

Names are strings here: an archive has many files, and a `Path` for each takes longer than to read it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from pathlib import Path
from typing import Final

from copylint.errors import Problem
from copylint.source.choice import Choice
from copylint.values import dataclass

_HERE: Final = os.path.join(os.curdir, "")  # noqa: PTH118 - as above
_SKIPPED_FOLDERS: Final = frozenset({"node_modules", "__pycache__"})


@dataclass
class Files:
    """What was found under the named paths."""

    copy: list[str] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)
    """Files that are not checked, and why."""
    problems: list[Problem] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    """Named folders without any copy."""


def files_in(names: Sequence[str], choice: Choice) -> Files:
    """The files to check, each once, in the order in which they were named, a folder's sorted by name.

    A named file without an extension is taken for plain text. Hidden folders, and links to folders, are not gone into.
    """
    found = Files()
    seen: set[str] = set()
    for name in names:
        path = str(Path(name))
        is_folder = os.path.isdir(path)  # noqa: PTH112 - a name too long for the system is no folder, and no error here
        has_copy = False
        for file in _walk(path, choice, found.problems) if is_folder else (path,):
            reason = _reason(file, choice, named=not is_folder)
            has_copy = has_copy or reason is None
            if len(names) > 1:  # otherwise none can come twice
                key = os.path.abspath(file)  # noqa: PTH100 - resolving would take a link for the file it leads to
                if key in seen:
                    continue
                seen.add(key)
            _take(file, reason, found)
        if is_folder and not has_copy:
            found.empty.append(path)
    return found


def files_among(paths: Iterable[str], names: Sequence[str], choice: Choice) -> Files:
    """Which of these files would be found under the named paths."""
    found = Files()
    for path in paths:
        if any(_lies_under(path, name) for name in names):
            _take(path, choice.against(path), found)
    return found


def _lies_under(path: str, name: str) -> bool:
    absolute, folder = os.path.abspath(path), os.path.abspath(name)  # noqa: PTH100 - as above
    return absolute == folder or absolute.startswith(os.path.join(folder, ""))  # noqa: PTH118 - as above


def _take(file: str, reason: str | None, found: Files) -> None:
    if reason is None:
        found.copy.append(file)
    else:
        found.left_out[file] = reason


def _walk(folder: str, choice: Choice, problems: list[Problem]) -> Iterator[str]:
    def unreadable(error: OSError) -> None:
        hint = "make it readable, or name the folders that are to be checked"
        problems.append(Problem(f"the folder can't be read: {error.strerror}", str(error.filename), hint=hint))

    for parent, folders, names in os.walk(folder, onerror=unreadable):
        start = os.path.join(parent, "").removeprefix(_HERE)  # noqa: PTH118 - as above
        folders[:] = sorted(name for name in folders if _is_gone_into(start, name, choice))
        yield from (start + name for name in sorted(names) if not name.startswith("."))


def _is_gone_into(start: str, name: str, choice: Choice) -> bool:
    if name.startswith(".") or name in _SKIPPED_FOLDERS:
        return False
    return not choice.ignores_folder(start + name)


def _reason(path: str, choice: Choice, *, named: bool) -> str | None:
    if named and not os.path.isfile(path):  # noqa: PTH113 - as above
        return None  # whoever reads it says that it is missing
    return choice.against(path, named=named)
