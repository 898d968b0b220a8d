"""Checks one file: read, cut, lint, fix. What can't be done is a problem of that file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from pathlib import Path
from time import process_time
from typing import Final

from copylint.document.formats import read, recognise
from copylint.document.model import Document
from copylint.engine.linter import Linter
from copylint.engine.run import READING, Checked, Cut, Reading, Unread
from copylint.errors import CopylintError, Problem
from copylint.finding import Finding
from copylint.source.decode import Source, decode
from copylint.source.excerpt import excerpt
from copylint.source.file_bytes import file_bytes, refuse_too_large
from copylint.values import dataclass

_ROUNDS_AT_MOST: Final = 10
"""Of fixing: a fix that touches another one's words waits for the next round."""


KeyOf = Callable[[str, bytes], bytes]


@dataclass(frozen=True)
class Fixing:
    """Whether to write fixes into the files, and which."""

    unsafe: bool = False


@dataclass(frozen=True)
class _Linted:
    """One state of a file, and what was found in it."""

    cut: Cut
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...] = ()
    fixed: tuple[Finding, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Checker:
    """Checks any number of files with the same rules."""

    linter: Linter
    reading: Reading
    fixing: Fixing | None = None
    """None: the files stay as they are."""
    key_of: KeyOf | None = None
    """What a file's findings are kept under, by its name and its bytes; None: they are not kept."""
    keeps_cut: bool = False
    """Whether the report shows how the files were cut."""
    keeps_seconds: bool = False
    """Whether it shows what each rule took."""

    def check(self, path: str) -> Checked | Unread:
        """What the file gave; one that can't be read is a problem."""
        try:
            data = file_bytes(path, self.reading.bytes_at_most)
            return self._check(path, data, fixing=self.fixing)
        except CopylintError as error:
            return Unread(error.problems)
        except MemoryError:
            return Unread((Problem("not checked: it takes more memory than there is", path),))

    def check_bytes(self, name: str, data: bytes) -> Checked | Unread:
        """Checks what stands in no file; nothing is fixed."""
        try:
            refuse_too_large(name, len(data), self.reading.bytes_at_most)
            return self._check(name, data, fixing=None)
        except CopylintError as error:
            return Unread(error.problems)

    def _check(self, path: str, data: bytes, fixing: Fixing | None) -> Checked:
        linted = self._lint(path, data)
        if fixing is not None:
            linted = self._mended(linted, self._fixed(linted, fixing))
        may_be_kept = self.key_of is not None and not linted.problems and fixing is None
        return Checked(
            path,
            excerpt(linted.cut.source, linted.findings),
            linted.findings,
            linted.problems,
            linted.fixed,
            holds_story=bool(linted.cut.documents),
            cut=linted.cut if self.keeps_cut else None,
            seconds=linted.seconds if self.keeps_seconds else None,
            key=self.key_of(path, data) if self.key_of and may_be_kept else None,
        )

    def _mended(self, before: _Linted, mended: _Linted) -> _Linted:
        """The fixed file, written; where it can't be, the file as it was."""
        source = before.cut.source
        if mended.cut.source.data == source.data:
            return replace(before, problems=mended.problems)
        from copylint.source.atomic_write import replace_file  # noqa: PLC0415 - only for '--fix'

        try:
            replace_file(Path(source.path), source.data, mended.cut.source.data)
        except CopylintError as error:
            return replace(before, problems=(*before.problems, *error.problems))
        return mended

    def _fixed(self, linted: _Linted, fixing: Fixing) -> _Linted:
        """The file after rounds of fixing and checking again, until nothing more changes."""
        from copylint.engine.fixer import apply  # noqa: PLC0415 - only for '--fix'

        for _ in range(_ROUNDS_AT_MOST):
            source = linted.cut.source
            result = apply(source, linted.findings, unsafe=fixing.unsafe)
            if linted.problems or result.text == source.text:
                break
            again = self._lint(source.path, source.encode(result.text))
            if again.problems:  # nobody knows what the fixed file's findings are, so this round is not written
                return replace(linted, problems=again.problems)
            linted = replace(again, fixed=(*linted.fixed, *result.findings))
        return linted

    def _lint(self, name: str, data: bytes) -> _Linted:
        before = process_time()
        source = decode(name, data, self.reading.encoding)
        documents = self._read(source)
        seconds = {READING: process_time() - before}
        result = self.linter.lint(source, documents, before)
        return _Linted(Cut(source, documents), result.findings, result.problems, seconds={**seconds, **result.seconds})

    def _read(self, source: Source) -> tuple[Document, ...]:
        reading = self.reading
        documents = read(source, format=reading.format, language=reading.language, fields=reading.fields)
        if reading.format and not documents:
            known = recognise(source)
            hint = f"it reads as {known}" if known else None
            message = f"no story in the format '{reading.format}' stands in it"
            raise CopylintError(Problem(message, source.path, hint=hint))
        return documents
