"""Checks one file: read, cut, lint, fix. What can't be done is a problem of that file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Final

from copylint.document.formats import read, recognise
from copylint.document.formats.recognition import TEXT
from copylint.document.model import Document
from copylint.engine import withholding
from copylint.engine.linter import Linter
from copylint.engine.run import READING, Checked, Cut, Reading, Unread
from copylint.errors import CopylintError, Problem, failure
from copylint.finding import Finding
from copylint.source.decode import Source, decode
from copylint.source.excerpt import excerpt
from copylint.source.file_bytes import file_bytes, refuse_too_large
from copylint.values import dataclass

if TYPE_CHECKING:
    from copylint.engine.selection import Selection

_ROUNDS_AT_MOST: Final = 10
"""Of fixing: a fix that touches another one's words waits for the next round."""


KeyOf = Callable[[str, bytes], bytes]


@dataclass(frozen=True)
class Fixing:
    """Which fixes are made, and whether they are written into the files."""

    unsafe: bool = False
    writes: bool = True
    """False: the difference is shown, and the files stay as they are."""
    selection: Selection | None = None
    """Which findings may be mended; None: all."""


@dataclass(frozen=True)
class _Linted:
    """One state of a file, and what was found in it."""

    cut: Cut
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...] = ()
    fixed: tuple[Finding, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
    suppressed: int = 0


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
        return self._guarded(path, lambda: file_bytes(path, self.reading.bytes_at_most), self.fixing)

    def check_bytes(self, name: str, data: bytes) -> Checked | Unread:
        """Checks what stands in no file, or not yet; nothing is written, so that fixes can only be shown."""
        fixing = None if self.fixing and self.fixing.writes else self.fixing
        return self._guarded(name, lambda: _not_too_large(name, data, self.reading.bytes_at_most), fixing)

    def _guarded(self, path: str, data: Callable[[], bytes], fixing: Fixing | None) -> Checked | Unread:
        """So that one file, whatever is wrong with it or with a rule, hinders no other."""
        try:
            return self._check(path, data(), fixing)
        except CopylintError as error:
            return Unread(error.problems)
        except MemoryError:
            return Unread((Problem("not checked: it takes more memory than there is", path),))
        except Exception as error:  # noqa: BLE001 - any that nobody has thought of
            return Unread((failure(error, path),))

    def _check(self, path: str, data: bytes, fixing: Fixing | None) -> Checked:
        before = linted = self._lint(path, data)
        if fixing is not None:
            linted = self._fixed(linted, fixing)
            linted = self._written(before, linted) if fixing.writes else linted
        withheld = self._is_withheld(linted)
        if withheld and self.keeps_cut:
            raise CopylintError(Problem("not shown: its words are withheld", path))
        checked = Checked(
            path,
            excerpt(linted.cut.source, linted.findings),
            linted.findings,
            linted.problems,
            linted.fixed,
            holds_story=bool(linted.cut.documents),
            cut=linted.cut if self.keeps_cut else None,
            seconds=linted.seconds if self.keeps_seconds else None,
            suppressed=linted.suppressed,
            key=self._key(path, data, linted, withheld=withheld),
            difference=() if fixing is None or fixing.writes else _difference(before, linted),
        )
        return withholding.masked(checked) if withheld else checked

    def _key(self, path: str, data: bytes, linted: _Linted, *, withheld: bool) -> bytes | None:
        """None where the findings are not to be kept."""
        if self.key_of is None or linted.problems or self.fixing is not None or withheld:
            return None
        return self.key_of(path, data)

    def _is_withheld(self, linted: _Linted) -> bool:
        if not self.reading.show_copy:
            return True
        shows = linted.findings or linted.fixed or self.keeps_cut  # most stories have nothing to show
        return bool(shows) and withholding.is_withheld(linted.cut.documents, self.linter.setting.now)

    def _written(self, before: _Linted, mended: _Linted) -> _Linted:
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

        selection = fixing.selection
        for _ in range(_ROUNDS_AT_MOST):
            source = linted.cut.source
            result = apply(source, _selected(linted, selection), unsafe=fixing.unsafe)
            if linted.problems or result.text == source.text:
                break
            again = self._lint(source.path, source.encode(result.text))
            if again.problems:  # nobody knows what the fixed file's findings are, so this round is not written
                return replace(linted, problems=again.problems)
            linted = replace(again, fixed=(*linted.fixed, *result.findings))
            selection = selection and selection.after(source, again.cut.source)
        return linted

    def _lint(self, name: str, data: bytes) -> _Linted:
        before = process_time()
        source = decode(name, data, self.reading.encoding)
        documents = self._read(source)
        seconds = {READING: process_time() - before}
        result = self.linter.lint(source, documents, before)
        seconds |= result.seconds
        cut = Cut(source, documents)
        return _Linted(cut, result.findings, result.problems, seconds=seconds, suppressed=result.suppressed)

    def _read(self, source: Source) -> tuple[Document, ...]:
        reading = self.reading
        try:
            documents = self._read_as(source, reading.format)
            if not documents and reading.as_text and recognise(source) is None and "\0" not in source.text:
                documents = self._read_as(source, TEXT)
        except CopylintError as error:
            if reading.show_copy and not withholding.is_marked(source.text):
                raise
            raise CopylintError(*map(withholding.unreadable, error.problems)) from None
        if reading.format and not documents:
            known = recognise(source)
            hint = f"it reads as {known}" if known else None
            message = f"no story in the format '{reading.format}' stands in it"
            raise CopylintError(Problem(message, source.path, hint=hint))
        return documents

    def _read_as(self, source: Source, name: str | None) -> tuple[Document, ...]:
        return read(source, format=name, language=self.reading.language, fields=self.reading.fields)


def _selected(linted: _Linted, selection: Selection | None) -> tuple[Finding, ...]:
    if selection is None:
        return linted.findings
    source = linted.cut.source
    return selection.of(Checked(source.path, excerpt(source, linted.findings), linted.findings))


def _not_too_large(name: str, data: bytes, at_most: int) -> bytes:
    refuse_too_large(name, len(data), at_most)
    return data


def _difference(before: _Linted, after: _Linted) -> tuple[str, ...]:
    from copylint.engine.difference import unified  # noqa: PLC0415 - only for '--diff'

    return unified(before.cut.source, after.cut.source)
