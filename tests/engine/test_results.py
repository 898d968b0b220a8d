"""Findings of earlier runs: they come back for what is unchanged, and for nothing else; whatever is wrong with them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from copylint.cli import main
from copylint.config.cache_folder import CacheFolder
from copylint.document.model import Document
from copylint.engine import results as results_module
from copylint.engine.checker import Checker
from copylint.engine.linter import Linter, Result
from copylint.engine.results import Keys, Results, results
from copylint.engine.run import Checked, Reading
from copylint.errors import Problem
from copylint.finding import Finding, Span
from copylint.source.decode import Source
from copylint.source.excerpt import NOTHING

RULES: Final = """\
rules:
  - id: no-foo
    check: pattern
    words: [foo]
    message: "Write 'bar', not '{match}'."
    severity: error
    languages: ["*"]
    fix: {safety: safe, replace: bar}
    examples:
      invalid: [{text: A foo., fixed: A bar.}]
      valid: [A bar.]
  - id: doubled
    check: repetition
    unit: word
    message: Delete one.
    severity: warning
    languages: ["*"]
    examples: {invalid: [A bar bar.], valid: [A bar.]}
"""
SAID: Final = "Minister Quorbane will leave Zyxwelt on Thursday."


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


class Newsroom:
    """A folder of copy and rules, with a cache outside of it."""

    def __init__(self, folder: Path, cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.cache = cache
        self._capsys = capsys
        self.write("ours/words.yaml", RULES)
        self.write(".copylint.yaml", "packs: [./ours]\n")
        self.write("wire/a.txt", f"{SAID} A foo\nand\tan é foo.\n")
        self.write("wire/b.txt", "Nothing to mend.\r\n")
        self.write("wire/c.md", "# A foo\n\nIt rained in Derna, and a foo.\n".encode("utf-16"))

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def check(self, *arguments: str) -> Outcome:
        self._capsys.readouterr()
        code = main(["check", *(arguments or ("wire",))])
        report = self._capsys.readouterr()
        return Outcome(code, report.out, report.err)

    def records(self) -> list[Path]:
        return sorted(self.cache.glob("*.records/[0-9]*.record"))


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    cache = tmp_path / "cache"
    monkeypatch.setenv("COPYLINT_CACHE_DIR", str(cache))
    (tmp_path / "newsroom").mkdir()
    monkeypatch.chdir(tmp_path / "newsroom")
    return Newsroom(tmp_path / "newsroom", cache, capsys)


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are checked and not found in the cache."""
    names: list[str] = []
    check = Checker.check

    def noted(self: Checker, path: str) -> object:
        names.append(path)
        return check(self, path)

    monkeypatch.setattr(Checker, "check", noted)
    return names


@pytest.mark.parametrize("output_format", ["text", "concise", "json", "github"])
def test_unchanged_files_are_not_checked_and_reported_alike(
    newsroom: Newsroom, checked: list[str], output_format: str
) -> None:
    options = ("--output-format", output_format, "wire")
    without = newsroom.check("--no-cache", *options)
    assert newsroom.records() == []
    first = newsroom.check(*options)
    assert len(checked) == 6
    assert newsroom.check(*options) == first == without
    assert without.code == 1
    assert len(checked) == 6


def test_a_run_in_which_nothing_changed_does_not_even_import_what_checks(newsroom: Newsroom) -> None:
    code = (
        "import sys; from copylint.cli import main\n"
        "code = main(['check', '--output-format', 'concise', 'wire'])\n"
        "checking = ('copylint.engine.checker', 'copylint.engine.linter', 'copylint.engine.workers', 'tqdm')\n"
        "print(code, [name for name in checking if name in sys.modules])"
    )
    newsroom.check()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "1 []"


def test_nothing_of_a_story_is_kept_but_what_its_findings_say(newsroom: Newsroom) -> None:
    newsroom.check()
    kept = b"".join(path.read_bytes() for path in newsroom.cache.rglob("*") if path.is_file())
    assert newsroom.records()
    assert b"Write 'bar', not 'foo'." in kept
    for word in ("Quorbane", "Zyxwelt", "a.txt"):
        for encoding in ("utf-8", "utf-16-le"):
            assert word.encode(encoding) not in kept


@pytest.mark.skipif(os.name == "nt", reason="there are no modes there")
def test_nobody_else_can_read_it(newsroom: Newsroom) -> None:
    newsroom.check()
    assert {path.stat().st_mode & 0o077 for path in (newsroom.cache, *newsroom.cache.rglob("*"))} == {0}


@pytest.mark.parametrize(
    "change",
    [
        lambda newsroom: newsroom.write("wire/a.txt", f"{SAID} A foo and a bar bar.\n"),
        lambda newsroom: newsroom.write("ours/words.yaml", RULES.replace("foo", "Derna")),
        lambda newsroom: newsroom.write(".copylint.yaml", "packs: [./ours]\nseverity: {no-foo: info}\n"),
        lambda newsroom: newsroom.write(".copylint.yaml", "packs: [./ours]\nexcept: {no-foo: [A foo]}\n"),
        lambda newsroom: (newsroom.folder / "wire/c.md").rename("wire/2026-02-06-c.txt"),
    ],
)
def test_what_changed_is_checked_anew(newsroom: Newsroom, change: Callable[[Newsroom], object]) -> None:
    before = newsroom.check()
    change(newsroom)
    after = newsroom.check()
    assert after != before
    assert after == newsroom.check("--no-cache", "wire")


@pytest.mark.parametrize(
    "options", [("--now", "2026-02-06"), ("--format", "text"), ("--language", "fr"), ("--max-file-size", "1")]
)
def test_other_options_are_other_findings(newsroom: Newsroom, checked: list[str], options: tuple[str, ...]) -> None:
    newsroom.check("wire/a.txt")
    newsroom.check("wire/a.txt", *options)
    assert len(checked) == 2


def test_a_story_that_moves_to_another_folder_is_known(newsroom: Newsroom, checked: list[str]) -> None:
    newsroom.check("wire/a.txt")
    newsroom.write("desk/a.txt", (newsroom.folder / "wire/a.txt").read_bytes())
    assert newsroom.check("desk/a.txt").out.count("--> desk/a.txt") == 2
    assert len(checked) == 1


def test_nothing_is_kept_of_a_file_that_could_not_be_checked_wholly(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    lint = Linter.lint

    def too_slow(self: Linter, source: Source, documents: Sequence[Document], since: float) -> Result:
        findings = lint(self, source, documents, since).findings
        return Result(findings, (Problem("rule 'slow' ran out of time", source.path),))

    with monkeypatch.context() as patch:
        patch.setattr(Linter, "lint", too_slow)
        assert newsroom.check().code == 2
    assert newsroom.records() == []
    assert newsroom.check().code == 1


def test_what_holds_no_story_is_left_out_the_second_time_too(newsroom: Newsroom, checked: list[str]) -> None:
    newsroom.write("wire/notes", '{"a": "foo"}\n')
    first = newsroom.check("wire/notes")
    assert first.out.startswith("No file was checked.\n1 file left out")
    assert newsroom.check("wire/notes") == first
    assert checked == ["wire/notes"]


@pytest.mark.parametrize("options", [("--fix",), ("--show-segments",)])
def test_what_a_run_does_beside_finding_is_done_every_time(newsroom: Newsroom, options: tuple[str, ...]) -> None:
    without = newsroom.check("--no-cache", "--show-segments", "wire")
    newsroom.check()
    found = newsroom.check(*options, "wire")
    assert found == without if options == ("--show-segments",) else "Fixed 4 problems in 2 files" in found.out


DAMAGES: Final[tuple[Callable[[bytes], bytes], ...]] = (
    lambda data: data[: len(data) // 2],
    lambda _: b"",
    lambda data: data[:-10] + bytes(10),
    lambda data: data[:20] + bytes((data[20] ^ 1,)) + data[21:],
    lambda data: b"x" * len(data),
)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("pattern", ["*.records/[0-9]*.record", "*.records/secret.record"])
def test_a_damaged_record_is_none(newsroom: Newsroom, damage: Callable[[bytes], bytes], pattern: str) -> None:
    first = newsroom.check()
    for record in newsroom.cache.glob(pattern):
        record.write_bytes(damage(record.read_bytes()))
    assert newsroom.check() == first
    assert newsroom.check() == first


def test_records_that_can_not_be_written_hinder_nothing(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    without = newsroom.check("--no-cache", "wire")
    monkeypatch.setattr(CacheFolder, "write", refuse)
    assert newsroom.check() == without
    monkeypatch.setattr(CacheFolder, "folder", refuse)
    assert newsroom.check() == without


def test_an_interrupted_run_keeps_what_it_found(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    check, names = Checker.check, []

    def interrupted(self: Checker, path: str) -> object:
        names.append(path)
        if path.endswith("b.txt"):
            raise KeyboardInterrupt
        return check(self, path)

    with monkeypatch.context() as patch:
        patch.setattr(Checker, "check", interrupted)
        assert newsroom.check().code == 130
        assert newsroom.check().code == 130
    assert [Path(name).name for name in names] == ["a.txt", "b.txt", "b.txt"]


def test_two_runs_at_once_hinder_each_other_in_nothing(newsroom: Newsroom) -> None:
    for number in range(40):
        newsroom.write(f"wire/{number}.txt", f"Story {number} has a foo.\n")
    without = newsroom.check("--no-cache", "wire")
    command = [sys.executable, "-m", "copylint", "check", "wire"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    assert [(*run.communicate(), run.returncode) for run in runs] == [(without.out.encode(), b"", 1)] * 3
    assert newsroom.check() == without


def test_clean_forgets_them(newsroom: Newsroom, checked: list[str]) -> None:
    newsroom.check()
    assert main(["clean"]) == 0
    assert not list(newsroom.cache.iterdir())
    newsroom.check()
    assert len(checked) == 6


def test_what_was_kept_first_goes_when_there_is_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results_module, "_BYTES_OF_A_RECORD", 3000)
    folder, keys = CacheFolder(tmp_path), Keys(b"secret")
    finding = Finding(Span(0, 1), "some-rule", "error", "x" * 100, "")
    for number in range(200):
        key = keys.key_of(str(number), b"")
        Results(folder, keys, Reading()).keep([Checked(str(number), NOTHING, (finding,), key=key)])
    assert len(list(tmp_path.iterdir())) <= 32
    assert all(path.stat().st_size < 4000 for path in tmp_path.iterdir())
    last = Results(folder, keys, Reading())._read(results_module._record_of(key))  # noqa: SLF001 - what stays is no run's
    assert key in last


def test_only_the_folders_of_the_last_runs_stay(tmp_path: Path) -> None:
    cache = CacheFolder(tmp_path)
    (tmp_path / "somebody's own").mkdir()
    for number in range(20):
        assert results(cache, number, Reading()) is not None
    assert len(list(tmp_path.glob("*.records"))) == 8
    assert (tmp_path / "somebody's own").is_dir()
