"""Checks files one by one: read, cut, lint, fix; what can't be done is a problem of that file, and the others go on."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from copylint.document.block import Fields
from copylint.document.formats import read, recognise
from copylint.document.model import Document
from copylint.engine.fixer import apply
from copylint.engine.linter import Linter
from copylint.errors import CopylintError, Problem
from copylint.finding import Finding
from copylint.source.atomic_write import replace_file
from copylint.source.decode import Source, decode
from copylint.source.files import MEBIBYTE

_ROUNDS_AT_MOST: Final = 10
"""Of fixing: a fix that touches another one's words waits for the next round."""


@dataclass(frozen=True)
class Reading:
    """How stories are read."""

    format: str | None = None
    language: str | None = None
    encoding: str | None = None
    fields: Fields | None = None
    bytes_at_most: int = 10 * MEBIBYTE


@dataclass(frozen=True)
class Checked:
    """What checking one file gave."""

    source: Source
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...] = ()
    """Those that are left after fixing."""
    problems: tuple[Problem, ...] = ()
    fixed: tuple[Finding, ...] = ()

    @property
    def path(self) -> str:
        return self.source.path


@dataclass(frozen=True)
class Run:
    """Everything that one run gave, for its report."""

    checked: tuple[Checked, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Everything that could not be done."""
    unread: int = 0
    """How many files could not be checked at all; there is a problem for each."""
    left_out: tuple[str, ...] = ()
    """Files that are not copy, or hold none."""
    empty: tuple[str, ...] = ()
    """Named folders without any copy."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for each in self.checked for finding in each.findings)


@dataclass(frozen=True)
class Fixing:
    """Whether to write fixes into the files, and which."""

    unsafe: bool = False


@dataclass(frozen=True)
class Runner:
    """Checks any number of files with the same rules."""

    linter: Linter
    reading: Reading
    fixing: Fixing | None = None
    """None: the files stay as they are."""

    def run(self, paths: Iterable[Path]) -> Run:
        """Checks every file; one that can't be read is a problem, and the others go on."""
        checked: list[Checked] = []
        problems: list[Problem] = []
        unread = 0
        for path in paths:
            try:
                checked.append(self._check(path))
            except CopylintError as error:
                problems += error.problems
                unread += 1
        return _run(checked, problems, unread)

    def run_on_bytes(self, name: str, data: bytes) -> Run:
        """Checks what stands in no file; nothing is fixed."""
        try:
            _refuse_too_large(name, len(data), self.reading.bytes_at_most)
            checked = self._lint(*self._read(name, data))
        except CopylintError as error:
            return Run(problems=error.problems, unread=1)
        return _run([checked], [], 0)

    def _check(self, path: Path) -> Checked:
        data = _bytes_of(path, self.reading.bytes_at_most)
        checked = self._lint(*self._read(str(path), data))
        if self.fixing is None:
            return checked
        mended = self._fixed(checked, self.fixing)
        if mended.source.data == data:
            return replace(checked, problems=mended.problems)
        try:
            replace_file(path, data, mended.source.data)
        except CopylintError as error:
            return replace(checked, problems=(*checked.problems, *error.problems))
        return mended

    def _fixed(self, checked: Checked, fixing: Fixing) -> Checked:
        """The file after rounds of fixing and checking again, until nothing more changes."""
        for _ in range(_ROUNDS_AT_MOST):
            source = checked.source
            result = apply(source, checked.findings, unsafe=fixing.unsafe)
            if checked.problems or result.text == source.text:
                break
            linted = self._lint(*self._read(source.path, source.encode(result.text)))
            if linted.problems:  # nobody knows what the fixed file's findings are, so this round is not written
                return replace(checked, problems=linted.problems)
            checked = replace(linted, fixed=(*checked.fixed, *result.findings))
        return checked

    def _read(self, name: str, data: bytes) -> tuple[Source, tuple[Document, ...]]:
        source = decode(name, data, self.reading.encoding)
        reading = self.reading
        documents = read(source, format=reading.format, language=reading.language, fields=reading.fields)
        if reading.format and not documents:
            known = recognise(source)
            hint = f"it reads as {known}" if known else None
            raise CopylintError(Problem(f"no story in the format '{reading.format}' stands in it", name, hint=hint))
        return source, documents

    def _lint(self, source: Source, documents: tuple[Document, ...]) -> Checked:
        result = self.linter.lint(source, documents)
        return Checked(source, documents, result.findings, result.problems)


def _run(checked: Sequence[Checked], problems: Sequence[Problem], unread: int) -> Run:
    """What all files gave; one that holds no story (a picture without words, a planning item) is left out."""
    stories = [each for each in checked if each.documents]
    left_out = tuple(each.path for each in checked if not each.documents)
    return Run(tuple(stories), (*problems, *_problems_of(checked)), unread, left_out)


def _problems_of(checked: Iterable[Checked]) -> Iterator[Problem]:
    return (problem for each in checked for problem in each.problems)


def _bytes_of(path: Path, bytes_at_most: int) -> bytes:
    """Raises CopylintError where the file can't be read or is too large."""
    name = str(path)
    try:
        _refuse_special(name, path.stat())
        # Without waiting for a writer: should a named pipe have come into its place, it must not hang the run.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(handle)
            _refuse_special(name, status)
            _refuse_too_large(name, status.st_size, bytes_at_most)
            data = file.read(bytes_at_most + 1)
    except FileNotFoundError as error:
        raise CopylintError(Problem("there is no such file", name)) from error
    except (OSError, ValueError) as error:
        message = getattr(error, "strerror", None) or str(error)
        raise CopylintError(Problem(f"the file can't be read: {message}", name)) from error
    _refuse_too_large(name, len(data), bytes_at_most)
    return data


def _refuse_special(name: str, status: os.stat_result) -> None:
    """Pipes, devices and sockets are not opened."""
    if stat.S_ISDIR(status.st_mode):
        raise CopylintError(Problem("a file is needed, and this is a folder", name))
    if not stat.S_ISREG(status.st_mode):
        raise CopylintError(Problem("not checked: this is no regular file", name))


def _refuse_too_large(name: str, size: int, bytes_at_most: int) -> None:
    if size > bytes_at_most:
        limit = f"{round(bytes_at_most / MEBIBYTE, 3):g} MiB"
        hint = "'--max-file-size' sets the limit"
        raise CopylintError(Problem(f"not checked: too large (over {limit})", name, hint=hint))
