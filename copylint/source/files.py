"""Which files a run checks: those that are named, and the copy in the folders that are named.

Names are strings here: an archive has many files, and a `Path` for each takes longer than to read it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from pathlib import Path
from typing import Final

from copylint.errors import Problem
from copylint.values import dataclass

_NEVER_COPY: Final = frozenset(
    {"readme", "changelog", "contributing", "license", "licence", "code_of_conduct", "security", "notice", "authors"}
)
"""Documents about a repository, at its root."""
_HERE: Final = os.path.join(os.curdir, "")  # noqa: PTH118 - as above
_SKIPPED_FOLDERS: Final = frozenset({"node_modules", "__pycache__"})


@dataclass
class Files:
    """What was found under the named paths."""

    copy: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    """Files that are not copy."""
    problems: list[Problem] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    """Named folders without any copy."""


def files_in(names: Sequence[str], is_copy: Callable[[str], bool]) -> Files:
    """The files to check, each once, in the order in which they were named, a folder's sorted by name.

    `is_copy` tells whether a file is of a format that can be read. A named file without an extension is
    taken for plain text. Hidden folders, and links to folders, are not gone into.
    """
    found = Files()
    seen: set[str] = set()
    for name in names:
        path = str(Path(name))
        is_folder = os.path.isdir(path)  # noqa: PTH112 - a name too long for the system is no folder, and no error here
        has_copy = False
        for file in _walk(path, found.problems) if is_folder else (path,):
            wanted = _is_wanted(file, is_copy, named=not is_folder)
            has_copy = has_copy or wanted
            if len(names) > 1:  # otherwise none can come twice
                key = os.path.abspath(file)  # noqa: PTH100 - resolving would take a link for the file it leads to
                if key in seen:
                    continue
                seen.add(key)
            (found.copy if wanted else found.left_out).append(file)
        if is_folder and not has_copy:
            found.empty.append(path)
    return found


def extension(path: str) -> str:
    """What a `Path` has as its suffix, in small letters."""
    name = os.path.basename(path)  # noqa: PTH119 - as above
    dot = name.rfind(".")
    return name[dot:].lower() if 0 < dot < len(name) - 1 else ""


def _walk(folder: str, problems: list[Problem]) -> Iterator[str]:
    def unreadable(error: OSError) -> None:
        problems.append(Problem(f"the folder can't be read: {error.strerror}", str(error.filename)))

    for parent, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED_FOLDERS)
        start = os.path.join(parent, "").removeprefix(_HERE)  # noqa: PTH118 - as above
        yield from (start + name for name in sorted(names) if not name.startswith("."))


def _is_wanted(path: str, is_copy: Callable[[str], bool], *, named: bool) -> bool:
    if named and not os.path.isfile(path):  # noqa: PTH113 - as above
        return True  # whoever reads it says that it is missing
    stem = os.path.splitext(os.path.basename(path))[0]  # noqa: PTH119, PTH122 - as above
    if stem.casefold() in _NEVER_COPY and Path(path).parent.absolute() == Path.cwd():
        return False
    return is_copy(path) or (named and not extension(path))
