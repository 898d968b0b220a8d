"""Whether a file is checked, and if not, why: one question for files that are named, found or changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cached_property
from typing import Final

from copylint.expressions import expression
from copylint.source.git_files import GitFiles, repository_of
from copylint.source.patterns import Patterns
from copylint.values import dataclass

NOT_COPY: Final = "not copy"

_ABOUT_THE_REPOSITORY: Final = expression(
    r"(?i)(?:readme|licen[cs]e|copying|changelog)(?:[._-][\w-]{1,12}){0,2}|requirements[\w.-]*\.(?:txt|in)|robots\.txt"
)
"""Whole names of files that are no copy, wherever they lie."""
_ABOUT_THE_REPOSITORY_AT_ITS_ROOT: Final = frozenset(
    {"contributing", "code_of_conduct", "security", "support", "notice", "authors", "maintainers", "codeowners"}
)
"""Names without their endings; elsewhere a story may be called so."""
_INITIALS: Final = "rlRLcC"
"""Of the names above: of most files' names the first letter tells enough."""
_FORGE_FOLDER: Final = ".github"
_NOT_TEXT: Final = frozenset({".yaml", ".yml", ".toml", ".ini", ".cfg", ".lock", ".log", ".sql", ".rs", ".go", ".ts"})
"""Endings that no list of media types knows, and that no story has."""
_MARKUP: Final = (b"<?xml", b"<!DOCTYPE", b"{", b"[")
START: Final = 8000
"""As many bytes as git looks at to tell text from what is none."""


def start_of_file(path: str) -> bytes:
    """The first bytes of a file; nothing where it can't be read."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - an archive has many files, and a Path takes longer
            return file.read(START)
    except OSError:
        return b""


def extension(path: str) -> str:
    """What a `Path` has as its suffix, in small letters."""
    name = os.path.basename(path)  # noqa: PTH119 - as above
    dot = name.rfind(".")
    return name[dot:].lower() if 0 < dot < len(name) - 1 else ""


@dataclass(frozen=True)
class Choice:
    """What decides which files are checked."""

    is_copy: Callable[[str], bool]
    """Whether a file is of a format that can be read."""
    include: Patterns | None = None
    exclude: tuple[Patterns, ...] = ()
    rule_folders: frozenset[str] = frozenset()
    """Absolute; the plain text in them is the rules' lists of words."""
    start_of: Callable[[str], bytes] = start_of_file

    def against(self, path: str, *, named: bool = False) -> str | None:
        """Why the file is left out; None where it is checked."""
        return (
            self._hidden(path)
            or self._outside_include(path)
            or self._no_copy_by_name(path)
            or self._no_copy(path, named)
        )

    def reads_as_text(self, path: str) -> bool:
        """Whether a file that is included by its path holds plain text, though its name doesn't say so."""
        if self.include is None or not self.include.match(path) or self.is_copy(path):
            return False
        return self._may_be_text(path)

    def ignores_folder(self, path: str) -> bool:
        """Whether git ignores it, so that nothing in it is looked at."""
        git = self._git(path)
        return git is not None and git.ignores(os.path.join(os.path.abspath(path), ""))  # noqa: PTH100, PTH118

    def _hidden(self, path: str) -> str | None:
        absolute = os.path.abspath(path)  # noqa: PTH100 - as above
        git = self._git(path)
        if git is not None and git.ignores(absolute):
            return "in .gitignore"
        return "exclude" if any(each.match(path) for each in self.exclude) else None

    def _outside_include(self, path: str) -> str | None:
        return "not in include" if self.include is not None and not self.include.match(path) else None

    def _no_copy_by_name(self, path: str) -> str | None:
        """What an `include` that names the file overrules."""
        if self.include is not None:
            return None
        if _FORGE_FOLDER in path and _FORGE_FOLDER in path.replace(os.sep, "/").split("/"):
            return f"in {_FORGE_FOLDER}"
        if self._is_about_the_repository(path):
            return "about the repository"
        if self._is_list(path):
            return "a list of the rules"
        git = self._git(path)
        made = git.made_elsewhere(os.path.abspath(path)) if git is not None else None  # noqa: PTH100 - as above
        return f"{made}, by .gitattributes" if made else None

    def _is_about_the_repository(self, path: str) -> bool:
        folder, name = os.path.split(path)
        if name[:1] in _INITIALS and _ABOUT_THE_REPOSITORY.fullmatch(name):
            return True
        if os.path.splitext(name)[0].casefold() not in _ABOUT_THE_REPOSITORY_AT_ITS_ROOT:  # noqa: PTH122 - as above
            return False
        absolute = os.path.abspath(folder)  # noqa: PTH100 - as above
        return absolute in (self._working_folder, repository_of(self._working_folder))

    def _is_list(self, path: str) -> bool:
        return (
            bool(self.rule_folders)
            and extension(path) == ".txt"
            and os.path.dirname(os.path.realpath(path)) in self.rule_folders  # noqa: PTH120 - as above
        )

    def _no_copy(self, path: str, named: bool) -> str | None:  # noqa: FBT001 - as `against` has it
        if self.is_copy(path) or (named and not extension(path)):
            return None
        return None if self.include is not None and self._may_be_text(path) else NOT_COPY

    def _may_be_text(self, path: str) -> bool:
        if not extension(path):
            known = None
        else:
            from mimetypes import guess_type  # noqa: PLC0415 - only for files of unknown names that are included

            known = guess_type(os.path.basename(path), strict=False)[0]  # noqa: PTH119 - as above
        if extension(path) in _NOT_TEXT or known not in (None, "text/plain"):
            return False
        start = self.start_of(path)
        return b"\0" not in start and not start.lstrip().startswith(_MARKUP)

    def _git(self, path: str) -> GitFiles | None:
        """Of the repository that the path lies in."""
        folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120 - as above
        if folder not in self._repositories:
            root = repository_of(folder)
            if root not in self._repositories:
                self._repositories[root] = GitFiles(root) if root is not None else None
            self._repositories[folder] = self._repositories[root]
        return self._repositories[folder]

    @cached_property
    def _repositories(self) -> dict[str | None, GitFiles | None]:
        """By the absolute folders that they were asked for; read once in a run."""
        return {}

    @cached_property
    def _working_folder(self) -> str:
        return os.getcwd()  # noqa: PTH109 - as above
