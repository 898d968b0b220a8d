"""What a repository's `.gitignore` and `.gitattributes` files say of a path (gitignore(5), gitattributes(5))."""

from __future__ import annotations

import os
from typing import Final

from copylint.source.patterns import Patterns, fault

_IGNORE_FILE: Final = ".gitignore"
_ATTRIBUTES_FILE: Final = ".gitattributes"
_EXCLUDE_FILE: Final = os.path.join(".git", "info", "exclude")  # noqa: PTH118 - a Path takes longer, here and below
_MADE_ELSEWHERE: Final = {"linguist-generated": "generated", "linguist-vendored": "vendored"}
"""The attributes by which GitHub's linguist tells files that nobody here writes."""
_OFF: Final = frozenset({"false", "0", "no", "off"})
_BYTES_AT_MOST: Final = 1024 * 1024

Said = tuple[Patterns, dict[str, bool]]
"""Which files a line of `.gitattributes` is about, and which attributes it sets or unsets."""


def repository_of(folder: str) -> str | None:
    """The root of the repository that the absolute folder lies in; None where it lies in none."""
    while not os.path.exists(os.path.join(folder, ".git")):  # noqa: PTH110, PTH118 - as above
        parent = os.path.dirname(folder)  # noqa: PTH120 - as above
        if parent == folder:
            return None
        folder = parent
    return folder


class GitFiles:
    """Reads each of the files once, and only those above what is asked for."""

    def __init__(self, root: str) -> None:
        """`root` is the repository's, absolute."""
        exclude = os.path.join(root, _EXCLUDE_FILE)  # noqa: PTH118 - as above
        self._ignores: dict[str, tuple[Patterns, ...]] = {os.path.dirname(root): _patterns(exclude, root)}  # noqa: PTH120
        self._attributes: dict[str, tuple[Said, ...]] = {os.path.dirname(root): ()}  # noqa: PTH120 - as above
        self._ignored_folders = {root: False}

    def ignores(self, path: str) -> bool:
        """Whether git ignores the absolute path of a file or, with a separator at its end, of a folder.

        What lies in an ignored folder is ignored, whatever is said of it.
        """
        folder = os.path.dirname(path.rstrip(os.sep))  # noqa: PTH120 - as above
        if self._ignores_folder(folder):
            return True
        verdicts = (each.verdict(path) for each in self._ignores_above(folder))
        return next((verdict for verdict in verdicts if verdict is not None), False)

    def made_elsewhere(self, path: str) -> str | None:
        """`generated` or `vendored`, where an attribute says so of the absolute path."""
        above = self._attributes_above(os.path.dirname(path))  # noqa: PTH120 - as above
        if not above:
            return None
        for attribute, word in _MADE_ELSEWHERE.items():
            values = (given[attribute] for patterns, given in above if attribute in given and patterns.match(path))
            if next(values, False):
                return word
        return None

    def _ignores_folder(self, folder: str) -> bool:
        if folder not in self._ignored_folders:
            self._ignored_folders[folder] = self.ignores(folder + os.sep)
        return self._ignored_folders[folder]

    def _ignores_above(self, folder: str) -> tuple[Patterns, ...]:
        """The nearest first."""
        if folder not in self._ignores:
            own = _patterns(os.path.join(folder, _IGNORE_FILE), folder)  # noqa: PTH118 - as above
            above = self._ignores_above(os.path.dirname(folder))  # noqa: PTH120 - as above
            self._ignores[folder] = (*own, *above) if own else above
        return self._ignores[folder]

    def _attributes_above(self, folder: str) -> tuple[Said, ...]:
        """What is said last of the nearest first."""
        if folder not in self._attributes:
            own = _said(os.path.join(folder, _ATTRIBUTES_FILE), folder)  # noqa: PTH118 - as above
            above = self._attributes_above(os.path.dirname(folder))  # noqa: PTH120 - as above
            self._attributes[folder] = (*own, *above) if own else above
        return self._attributes[folder]


def _lines(path: str) -> list[str]:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            return os.fsdecode(file.read(_BYTES_AT_MOST)).replace("\r\n", "\n").split("\n")
    except OSError:  # there is none, or git itself couldn't read it
        return []


def _patterns(path: str, base: str) -> tuple[Patterns, ...]:
    """The file's, or none."""
    lines = tuple(line for line in _lines(path) if line.strip() and not line.startswith("#") and fault(line) is None)
    return (Patterns(lines, base),) if lines else ()


def _said(path: str, base: str) -> tuple[Said, ...]:
    """What the file's lines say of what was made elsewhere, the last line first."""
    found: list[Said] = []
    for line in _lines(path):
        if "linguist-" not in line or line.startswith("#"):
            continue
        pattern, attributes = _split(line.strip())
        given = dict(filter(None, map(_attribute, attributes)))
        if given and fault(pattern) is None:
            found.insert(0, (Patterns((pattern,), base), given))
    return tuple(found)


def _split(line: str) -> tuple[str, list[str]]:
    """A pattern, in quotes where it has spaces, and the attributes behind it."""
    if line.startswith('"'):
        pattern, _, rest = line[1:].partition('"')
        return pattern, rest.split()
    pattern, *attributes = line.split()
    return pattern, attributes


def _attribute(text: str) -> tuple[str, bool] | None:
    """An attribute that counts here, and whether it is set: `a`, `a=true`, `-a`, `!a`, `a=false`."""
    name, _, value = text.lstrip("-!").partition("=")
    return (name, text[0] not in "-!" and value.casefold() not in _OFF) if name in _MADE_ELSEWHERE else None
