"""Files one by one: what can't be read is a problem and the others go on; fixing keeps every other byte."""

from __future__ import annotations

import codecs
import os
import socket
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from copylint.checks.model import FixForm, Setting
from copylint.document.model import Document
from copylint.engine.checker import Checker, Fixing
from copylint.engine.linter import Linter, Result
from copylint.engine.run import Reading, Run, run_of
from copylint.engine.runner import Runner
from copylint.errors import Problem
from copylint.finding import Safety
from copylint.ruleset.model import Rule, Ruleset
from copylint.source import atomic_write
from copylint.source.decode import Source


def rule(pattern: str, replace: str, identifier: str = "no-foo", safety: Safety = "safe") -> Rule:
    return Rule(
        identifier,
        "pattern",
        "Mend '{match}'.",
        "error",
        "ours",
        "wording",
        "wording.yaml",
        1,
        options={"pattern": pattern},
        fix=FixForm(safety, replace=replace),
        languages=("*",),
        text="source",
    )


FOO_TO_BAR = rule("foo", "bar")


def runner(*rules: Rule, reading: Reading | None = None, fixing: Fixing | None = None) -> Runner:
    linter = Linter(Ruleset(rules or (FOO_TO_BAR,)), Setting())
    return Runner(lambda: Checker(linter, reading or Reading(), fixing, keeps_cut=True))


def source_of(run: Run) -> Source:
    """As it stood when it was checked last."""
    (checked,) = run.checked
    assert checked.cut is not None
    return checked.cut.source


def story(folder: Path, data: bytes = b"A flood in Derna, and a foo.\n", name: str = "story.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def messages(run: Run) -> list[str]:
    return [problem.message for problem in run.problems]


# reading -------------------------------------------------------------------------------------------------------------


def test_a_story_is_checked_and_stays_as_it_is(tmp_path: Path) -> None:
    path = story(tmp_path)
    run = runner().run([str(path)])
    assert [(finding.rule, finding.text) for finding in run.findings] == [("no-foo", "foo")]
    assert (run.problems, run.unread, run.checked[0].fixed) == ((), 0, ())
    assert path.read_bytes() == b"A flood in Derna, and a foo.\n"


def test_what_cannot_be_read_is_a_problem_of_that_file_and_the_others_go_on(tmp_path: Path) -> None:
    missing, folder, binary = tmp_path / "none.txt", tmp_path / "folder", story(tmp_path, b"A\0B", "binary.txt")
    folder.mkdir()
    good = story(tmp_path)
    run = runner().run(list(map(str, (missing, folder, binary, good))))
    assert [(problem.path, problem.message) for problem in run.problems] == [
        (str(missing), "there is no such file"),
        (str(folder), "a file is needed, and this is a folder"),
        (str(binary), "this is not text: it holds NUL bytes"),
    ]
    assert ([each.path for each in run.checked], run.unread, len(run.findings)) == ([str(good)], 3, 1)


@pytest.mark.parametrize(("size", "is_read"), [(20, True), (21, False)])
def test_a_file_over_the_cap_is_reported(tmp_path: Path, size: int, is_read: bool) -> None:  # noqa: FBT001 - the row
    run = runner(reading=Reading(bytes_at_most=20)).run([str(story(tmp_path, b"x" * size))])
    assert (len(run.checked), run.unread) == ((1, 0) if is_read else (0, 1))
    assert [message.partition("(")[0] for message in messages(run)] == ([] if is_read else ["not checked: too large "])


def test_a_file_that_grows_over_the_cap_while_it_is_read_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = story(tmp_path, b"x" * 30)
    sizes = path.stat()
    small = os.stat_result([*sizes[:6], 1, *sizes[7:10]])
    monkeypatch.setattr(os, "fstat", lambda _: small)
    assert messages(runner(reading=Reading(bytes_at_most=20)).run([str(path)]))[0].startswith("not checked: too large")


def test_special_files_are_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe, listening = tmp_path / "pipe.txt", tmp_path / "socket.txt"
    os.mkfifo(pipe)
    link = tmp_path / "link.txt"
    link.symlink_to("/dev/zero")

    def refuse(*_: object) -> int:
        raise AssertionError("opened")

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.chdir(tmp_path)  # a socket's name must be short
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(listening.name)
        run = runner().run(list(map(str, (pipe, listening, link))))
    assert messages(run) == ["not checked: this is no regular file"] * 3


def test_a_name_that_no_file_can_have_is_a_problem() -> None:
    run = runner().run(["a" * 300, "a\0b"])
    assert [message.startswith("the file can't be read: ") for message in messages(run)] == [True, True]


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b"   \r\n \r\n"])
def test_an_empty_story_is_clean(tmp_path: Path, data: bytes) -> None:
    run = runner().run([str(story(tmp_path, data))])
    assert (len(run.checked), run.findings, run.problems) == (1, (), ())


def test_a_story_that_is_not_utf8_is_read_all_the_same(tmp_path: Path) -> None:
    run = runner().run([str(story(tmp_path, b"A caf\xe9 and a foo\x85\n"))])
    source = source_of(run)
    assert (source.encoding, source.declared, len(run.findings)) == ("cp1252", False, 1)


def test_the_configured_encoding_is_used_and_held_to(tmp_path: Path) -> None:
    reading = Reading(encoding="utf-16-le")
    assert runner(reading=reading).run([str(story(tmp_path, "A foo".encode("utf-16-le")))]).findings[0].text == "foo"
    assert messages(runner(reading=reading).run([str(story(tmp_path, b"odd"))])) == [
        "byte 2 is not utf-16-le: truncated data"
    ]


def test_bytes_without_a_file_are_checked_and_never_written() -> None:
    run = run_of([runner(fixing=Fixing()).outcome_of_bytes("<stdin>", b"A foo.")])
    assert ([each.path for each in run.checked], len(run.findings), run.checked[0].fixed) == (["<stdin>"], 1, ())


def test_bytes_without_a_file_that_cannot_be_read_are_a_problem() -> None:
    run = run_of([runner(reading=Reading(bytes_at_most=3)).outcome_of_bytes("<stdin>", b"four")])
    assert (run.checked, run.unread, run.problems[0].path) == ((), 1, "<stdin>")


# fixing --------------------------------------------------------------------------------------------------------------


def fix(path: Path, *rules: Rule, unsafe: bool = False, encoding: str | None = None) -> Run:
    return runner(*rules, reading=Reading(encoding=encoding), fixing=Fixing(unsafe)).run([str(path)])


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        lambda text: text.replace("→", "\x81").encode("latin-1"),  # what is no UTF-8 and no defined cp1252
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\n\r\n"])
@pytest.mark.parametrize("end", ["", "\n"])
def test_every_other_byte_stays(tmp_path: Path, encode: Callable[[str], bytes], newline: str, end: str) -> None:
    text = newline.join(["Café → foo \x0b\x85", "", "\tFoo\u00a0or foo  "]) + end
    path = story(tmp_path, encode(text))
    run = fix(path)
    assert path.read_bytes() == encode(text.replace("foo", "bar"))
    assert (len(run.checked[0].fixed), run.findings, run.problems) == (2, (), ())


def test_a_configured_encoding_is_kept(tmp_path: Path) -> None:
    path = story(tmp_path, "Café, a foo".encode("cp437"))
    fix(path, encoding="cp437")
    assert path.read_bytes() == "Café, a bar".encode("cp437")


def test_the_mode_stays(tmp_path: Path) -> None:
    path = story(tmp_path)
    path.chmod(0o640)
    fix(path)
    assert path.stat().st_mode & 0o777 == 0o640


def test_fixes_that_touch_each_other_are_made_in_rounds(tmp_path: Path) -> None:
    path = story(tmp_path, b"aaaa b\n")
    run = fix(path, rule("aa", "a", "doubled"), rule("a b", "a c", "wrong-b"))
    assert path.read_bytes() == b"a c\n"
    assert sorted({finding.rule for finding in run.checked[0].fixed}) == ["doubled", "wrong-b"]
    assert run.findings == ()


def test_findings_are_those_of_the_fixed_file(tmp_path: Path) -> None:
    path = story(tmp_path, b"|\nA foo and a qux.\n")
    run = fix(path, rule(r"\|", "", "stray"), rule("qux", "", "by-hand", "manual"))
    (finding,) = run.findings
    assert (finding.rule, run.checked[0].excerpt.position(finding.span.start).line) == ("by-hand", 1)
    assert source_of(run).data == path.read_bytes() == b"A foo and a qux.\n"


def test_unsafe_fixes_are_made_only_when_asked_for(tmp_path: Path) -> None:
    path, unsafe = story(tmp_path, b"A foo.\n"), rule("foo", "bar", safety="unsafe")
    fix(path, unsafe)
    assert path.read_bytes() == b"A foo.\n"
    fix(path, unsafe, unsafe=True)
    assert path.read_bytes() == b"A bar.\n"


def test_fixes_that_undo_each_other_come_to_an_end(tmp_path: Path) -> None:
    path = story(tmp_path, b"A foo.\n")
    run = fix(path, rule("foo", "bar", "one"), rule("bar", "foo", "other"))
    assert path.read_bytes() == b"A foo.\n"
    assert (run.checked[0].fixed, [finding.rule for finding in run.findings]) == ((), ["one"])


def test_a_file_without_fixes_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []
    monkeypatch.setattr(atomic_write, "replace_file", lambda path, *_: written.append(path))
    fix(story(tmp_path, b"Nothing to mend.\n"))
    assert written == []


def test_nothing_is_written_where_a_rule_could_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, before = story(tmp_path), story(tmp_path).read_bytes()
    lint = Linter.lint

    def lint_with_a_problem(self: Linter, source: Source, documents: Sequence[Document], since: float) -> Result:
        return Result(
            lint(self, source, documents, since).findings, (Problem("rule 'slow' ran out of time", source.path),)
        )

    monkeypatch.setattr(Linter, "lint", lint_with_a_problem)
    run = fix(path)
    assert (path.read_bytes(), len(run.findings), messages(run)) == (before, 1, ["rule 'slow' ran out of time"])


def test_a_round_after_which_a_rule_could_not_run_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, lint = story(tmp_path, b"aaaa\n"), Linter.lint

    def slow_on_short_text(self: Linter, source: Source, documents: Sequence[Document], since: float) -> Result:
        slow = (Problem("rule 'slow' ran out of time", source.path),) if len(source.text) == 2 else ()
        return Result(lint(self, source, documents, since).findings, slow)

    monkeypatch.setattr(Linter, "lint", slow_on_short_text)
    run = fix(path, rule("aa", "a", "doubled"))
    assert path.read_bytes() == b"aa\n"
    assert (len(run.checked[0].fixed), [each.text for each in run.findings]) == (2, ["aa"])
    assert messages(run) == ["rule 'slow' ran out of time"]


def test_a_file_that_cannot_be_written_keeps_its_findings_and_is_a_problem(tmp_path: Path) -> None:
    path = story(tmp_path)
    (tmp_path / "other.txt").hardlink_to(path)
    run = fix(path)
    assert messages(run) == ["not fixed: the file is a hard link"]
    assert (len(run.findings), run.checked[0].fixed) == (1, ())
    assert path.read_bytes() == b"A flood in Derna, and a foo.\n"


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, lint = story(tmp_path), Linter.lint

    def edit_meanwhile(self: Linter, source: Source, documents: Sequence[Document], since: float) -> Result:
        path.write_bytes(b"An editor's foo.\n")
        return lint(self, source, documents, since)

    monkeypatch.setattr(Linter, "lint", edit_meanwhile)
    assert messages(fix(path)) == ["not fixed: the file was changed while it was checked"]
    assert path.read_bytes() == b"An editor's foo.\n"


STORIES = st.lists(
    st.sampled_from(["foo", "|", " ", "\n", "\r\n", "Derna", "é", "\u2028", "\x85", "aa", "a", "qux"]), max_size=20
).map("".join)


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(STORIES)
def test_fixing_twice_changes_nothing_more(tmp_path: Path, text: str) -> None:
    rules = (FOO_TO_BAR, rule(r"\s*\|$", "", "stray"), rule("aa", "a", "doubled"), rule("qux", "", "needless"))
    path = story(tmp_path, text.encode())
    first = fix(path, *rules)
    once = path.read_bytes()
    assert first.problems == ()
    second = fix(path, *rules)
    assert (path.read_bytes(), second.checked[0].fixed, second.findings) == (once, (), first.findings)


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_checked_or_are_a_problem(tmp_path: Path, data: bytes) -> None:
    run = fix(story(tmp_path, data), FOO_TO_BAR, rule(r"\W+$", "", "stray"))
    assert len(run.checked) + run.unread == 1
    assert bool(run.problems) == bool(run.unread)
