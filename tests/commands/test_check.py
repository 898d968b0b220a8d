"""`copylint check`: what it reads, what it refuses, how it ends; each with the newsroom's own small pack."""

from __future__ import annotations

import errno
import io
import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from copylint.cli import main

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

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
  - id: no-qux
    check: pattern
    words: [qux]
    message: Delete it.
    severity: warning
    languages: ["*"]
    examples: {invalid: [A qux.], valid: [A bar.]}
  - id: no-pipe
    check: pattern
    pattern: '\\|'
    text: source
    message: Delete it.
    severity: info
    languages: ["*"]
    fix: {safety: unsafe, replace: ""}
    examples:
      invalid: [{text: "A |bar.", fixed: A bar.}]
      valid: [A bar.]
"""
FORMATS: Final = ("text", "concise", "json", "github")


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


class Newsroom:
    """A folder with a configuration and one pack, and the command in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.write("ours/wording.yaml", RULES)
        self.write(".copylint.yaml", "packs: [./ours]\n")

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def check(self, *arguments: str) -> Outcome:
        self._capsys.readouterr()
        code = main(["check", *arguments])
        report = self._capsys.readouterr()
        return Outcome(code, report.out, report.err)

    def report(self, *arguments: str) -> dict[str, Any]:
        value: dict[str, Any] = json.loads(self.check("--output-format", "json", *arguments).out)
        return value


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    monkeypatch.chdir(tmp_path)
    return Newsroom(tmp_path, capsys)


# what is checked -----------------------------------------------------------------------------------------------------


def test_a_finding_ends_with_1(newsroom: Newsroom) -> None:
    newsroom.write("story.txt", "A flood in Derna, and a foo.\n")
    assert newsroom.check("story.txt") == Outcome(
        1,
        "error[no-foo]: [*] Write 'bar', not 'foo'.\n"
        " --> story.txt:1:25\n"
        "  |\n"
        "1 | A flood in Derna, and a foo.\n"
        "  |                         ^^^\n"
        "  = help: '--fix' writes 'bar' for 'foo'\n"
        "\n"
        "Found 1 problem (1 error) in 1 file.\n"
        "[*] 1 fixable with '--fix'.\n"
        "To accept a finding: copylint accept story.txt:1 no-foo --reason 'why it may stand'\n",
        "",
    )


@pytest.mark.parametrize("text", ["", "A flood in Derna.\n"])
def test_a_clean_or_empty_story_ends_with_0(newsroom: Newsroom, text: str) -> None:
    newsroom.write("story.txt", text)
    assert newsroom.check("story.txt") == Outcome(0, "No problems in 1 file.\n", "")


def test_without_a_path_the_copy_in_this_folder_is_checked_and_the_rest_is_counted(newsroom: Newsroom) -> None:
    newsroom.write("wire/b.txt", "A foo.\n")
    newsroom.write("wire/a.md", "A foo.\n")
    newsroom.write("package.json", "{}\n")
    found = newsroom.check("--output-format", "concise")
    assert [line.partition(":")[0] for line in found.out.splitlines()[:2]] == ["wire/a.md", "wire/b.txt"]
    assert found.out.endswith("2 files left out ('--show-files' says why).\n")
    assert (found.code, found.err) == (1, "")


def test_a_folder_without_copy_is_named(newsroom: Newsroom) -> None:
    (newsroom.folder / "empty").mkdir()
    assert newsroom.check("empty") == Outcome(0, "No file was checked.\nNo copy in empty.\n", "")


def test_show_files_lists_what_is_checked_and_what_is_not(newsroom: Newsroom) -> None:
    newsroom.write("wire/b.txt", "A foo.\n")
    newsroom.write("wire/a.md", "A foo.\n")
    newsroom.write("wire/c.png", "")
    (newsroom.folder / "empty").mkdir()
    assert newsroom.check("--show-files", "wire", "empty") == Outcome(
        0, "wire/a.md\nwire/b.txt\nwire/c.png (left out: not copy)\nNo copy in empty.\n", ""
    )


def test_show_segments_checks_nothing(newsroom: Newsroom) -> None:
    newsroom.write("story.md", "# A foo\n")
    assert newsroom.check("--show-segments", "story.md") == Outcome(
        0, "story.md: markdown, und\n    1  headline      A foo\n\n", ""
    )


def test_standard_input_is_checked(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    def given_a_story() -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"A foo.\n")))

    given_a_story()
    assert newsroom.check("-", "--output-format", "concise").out.startswith("<stdin>:1:3: error[no-foo]")
    given_a_story()
    (finding,) = newsroom.report("-", "--stdin-filename", "wire/story.md")["findings"]
    assert finding["path"] == "wire/story.md"


def test_no_more_of_standard_input_is_read_than_is_checked(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Buffer) -> int:
            view = memoryview(buffer)
            view[:] = b"x" * len(view)
            return len(view)

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(Endless())))
    found = newsroom.check("-", "--max-file-size", "0.01")
    assert (found.code, found.err.splitlines()[0]) == (2, "error: not checked: too large (over 0.01 MiB)")


def test_a_closed_standard_input_is_an_error(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    found = newsroom.check("-")
    assert (found.code, found.err) == (2, "error: standard input is closed\n --> <stdin>\n\n")


# the exit code -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        ("A foo.", "error", 1),
        ("A qux.", "error", 0),
        ("A qux.", "warning", 1),
        ("A |.", "warning", 0),
        ("A |.", "info", 1),
        ("A bar.", "info", 0),
    ],
)
def test_the_severity_decides_how_it_ends(newsroom: Newsroom, text: str, fail_on: str, code: int) -> None:
    newsroom.write("story.txt", text)
    assert newsroom.check("story.txt", "--fail-on", fail_on).code == code


def test_what_could_not_be_done_weighs_more_than_findings(newsroom: Newsroom) -> None:
    newsroom.write("story.txt", "A foo.\n")
    found = newsroom.check("story.txt", "none.txt", "--output-format", "concise")
    assert found.code == 2
    assert found.out == (
        "story.txt:1:3: error[no-foo] Write 'bar', not 'foo'. [*]\n"
        "Found 1 problem (1 error) in 1 file.\n"
        "[*] 1 fixable with '--fix'.\n"
        "1 file not checked: see the errors.\n"
    )
    assert found.err == (
        "error: there is no such file\n --> none.txt\n"
        "  = help: paths are taken from the folder that copylint runs in\n\n"
    )


# rules and settings --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "rules"),
    [
        ((), ["no-foo", "no-qux"]),
        (("--select", "no-qux"), ["no-qux"]),
        (("--select", "no-qux", "--select", "no-foo"), ["no-foo", "no-qux"]),
        (("--select", "no-qux,no-foo"), ["no-foo", "no-qux"]),
        (("--ignore", "no-qux"), ["no-foo"]),
        (("--ignore", "no-qux", "--ignore", "no-foo"), []),
        (("--ignore", ""), ["no-foo", "no-qux"]),
        (("--packs", "other.yaml"), ["no-story"]),
        (("--packs", "other.yaml", "--packs", "ours"), ["no-story", "no-foo", "no-qux"]),
        (("--isolated", "--packs", "other.yaml"), ["no-story"]),
        (("--config", "other-config.yaml"), ["no-qux"]),
    ],
)
def test_options_choose_the_rules(newsroom: Newsroom, options: tuple[str, ...], rules: list[str]) -> None:
    other = RULES[: RULES.index("  - id: no-qux")].replace("no-foo", "no-story").replace("[foo]", "[story]")
    newsroom.write("other.yaml", other.replace("A foo.", "A story."))
    newsroom.write("other-config.yaml", "packs: [./ours]\nignore: [no-foo]\n")
    newsroom.write("story.txt", "A story of a foo and a qux.\n")
    assert [each["rule"] for each in newsroom.report("story.txt", *options)["findings"]] == rules


def test_options_change_severities(newsroom: Newsroom) -> None:
    newsroom.write("story.txt", "A foo and a qux.\n")
    graded = ("--severity", "no-foo=info", "--severity", "no-qux=error")
    assert [each["severity"] for each in newsroom.report("story.txt", *graded)["findings"]] == ["info", "error"]


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (("--select", ""), "'--select': it names nothing", "'copylint check --help' lists what it takes"),
        (("--packs", ","), "'--packs': it names nothing", "'copylint check --help' lists what it takes"),
        (("--select", "no-fo"), "there is no rule, topic or pack 'no-fo' in --select", "did you mean 'no-foo'?"),
        (("--ignore", "wordings"), "there is no rule, topic or pack 'wordings'", "did you mean 'wording'?"),
        (("--ignore", "ALL"), "no rule is left to run", "'--select', '--ignore'"),
        (("--packs", "cor"), "there is no pack 'cor'", "did you mean 'core'?"),
        (("--severity", "no-foo=bad"), "--severity can't read 'no-foo=bad'", "RULE=LEVEL"),
        (("--unsafe-fixes",), "'--unsafe-fixes' goes with '--fix'", "copylint check --fix --unsafe-fixes"),
        (("-", "story.txt"), "standard input is checked alone and without '--fix'", ""),
        (("-", "--fix"), "standard input is checked alone and without '--fix'", ""),
        (("--language", "?"), "'?' is no language", "a code such as en"),
        (("--encoding", "utf-9"), "'utf-9' in --encoding is no encoding", "such as cp1252"),
        (("--now", "6/2"), "'--now': '6/2' is no day such as 2026-02-06", ""),
        (("--max-file-size", "-1"), "'--max-file-size': '-1' is no number of MiB above 0", ""),
        (("--max-file-size", "inf"), "'--max-file-size': 'inf' is no number of MiB above 0", ""),
        (("--max-file-size", "nan"), "'--max-file-size': 'nan' is no number of MiB above 0", ""),
        (("--output-format", "jsn"), "'--output-format' can't be 'jsn'", "did you mean 'json'?"),
        (("--format", "docx"), "'--format' can't be 'docx'", "choose from text, markdown"),
        (("--fail-on",), "'--fail-on': expected one argument", ""),
        (("--fixx",), "'copylint check' has no option '--fixx'", "did you mean '--fix'?"),
        (("--zzz=1",), "'copylint check' has no option '--zzz'", "'copylint check --help' lists what it takes"),
        (("--config", "none.yaml"), "there is no such file", ""),
        (("--config", "ours"), "a file is needed, and this is a folder", ""),
    ],
)
def test_a_faulty_command_line_is_explained_and_nothing_is_checked(
    newsroom: Newsroom, arguments: tuple[str, ...], message: str, hint: str
) -> None:
    newsroom.write("story.txt", "A foo.\n")
    paths = () if "-" in arguments else ("story.txt",)
    found = newsroom.check(*paths, *arguments)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith(f"error: {message}")
    assert hint in found.err


def test_several_faults_are_told_together(newsroom: Newsroom) -> None:
    found = newsroom.check("--select", "no-fo", "--ignore", "no-qu")
    assert (found.code, found.err.count("error: "), found.err.count("did you mean")) == (2, 2, 2)


# bad files -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none.txt", "there is no such file"),
        ("none/none.txt", "there is no such file"),
        ("story.txt/none.txt", "the file can't be read: Not a directory"),
        ("nul.txt", "this is not text: it holds NUL bytes"),
        ("large.txt", "not checked: too large (over 0.001 MiB)"),
        ("pipe.txt", "not checked: this is no regular file"),
        ("loop.txt", "the file can't be read: Too many levels of symbolic links"),
    ],
)
def test_a_bad_file_is_named_and_the_others_are_checked(newsroom: Newsroom, name: str, message: str) -> None:
    newsroom.write("story.txt", "A foo.\n")
    newsroom.write("nul.txt", b"A\0foo.\n")
    newsroom.write("large.txt", "x" * 2000)
    os.mkfifo("pipe.txt")
    Path("loop.txt").symlink_to("loop.txt")
    for output_format in FORMATS:
        found = newsroom.check("--output-format", output_format, "--max-file-size", "0.001", name, "story.txt")
        assert found.code == 2
        assert "no-foo" in found.out
        if output_format == "json":
            assert [(each["path"], each["message"]) for each in json.loads(found.out)["errors"]] == [(name, message)]
            assert found.err == ""
        else:
            assert found.err.startswith(f"error: {message}\n --> {name}\n")


def test_an_unreadable_file_is_an_error(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:  # root may read every file, so its mode would not do
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    newsroom.write("story.txt", "A foo.\n")
    monkeypatch.setattr("copylint.source.file_bytes.os.open", refuse)
    found = newsroom.check("story.txt")
    assert (found.code, found.err) == (
        2,
        (
            "error: the file can't be read: Permission denied\n --> story.txt\n"
            "  = help: make it readable, or leave it out with 'exclude:'\n\n"
        ),
    )


def test_a_name_that_no_file_can_have_is_an_error(newsroom: Newsroom) -> None:
    newsroom.write("story.txt", "A foo.\n")
    found = newsroom.check("a" * 300, "story.txt")
    assert found.code == 2
    assert "story.txt:1:3" in found.out
    assert found.err.startswith("error: the file can't be read: File name too long\n --> aaa")


@pytest.mark.parametrize(
    ("old", "new", "place", "help_"),
    [
        ("message:", "mesage:", (5, 5), "did you mean 'message'?"),
        ("severity: error", "severity: eror", (6, 15), "did you mean 'error'?"),
        ("check: pattern", "check: patern", (3, 12), "did you mean 'pattern'?"),
        ("words: [foo]", "words: 5", (4, 12), ""),  # a wrong type
        ("words: [foo]", "words: [foo]\n    words: [foo]", (5, 5), ""),
        ("words: [foo]", "pattern: '(foo'", (4, 19), ""),
        ("      invalid: [{text: A foo., fixed: A bar.}]\n", "", (10, 7), ""),
        ("rules:", "\trules:", (1, 1), ""),
    ],
)
def test_a_bad_rule_file_is_told_with_its_place(
    newsroom: Newsroom, old: str, new: str, place: tuple[int, int], help_: str
) -> None:
    newsroom.write("ours/wording.yaml", RULES.replace(old, new, 1))
    newsroom.write("story.txt", "A foo.\n")
    found = newsroom.check("story.txt")
    line, column = place
    assert (found.code, found.out) == (2, "")
    (told,) = [each for each in found.err.split("\n\n") if f" --> ours/wording.yaml:{line}:{column}\n" in each]
    message, _, _, excerpt, caret, *_ = told.split("\n")
    assert message.startswith("error: ")
    assert excerpt.startswith(f"{line} | ")
    assert caret.partition(" | ")[2].startswith(" " * (column - 1) + "^")
    assert help_ in told


def test_everything_that_is_wrong_with_the_rules_is_told_at_once(newsroom: Newsroom) -> None:
    newsroom.write("ours/wording.yaml", RULES.replace("severity: error", "severity: eror").replace("[qux]", "7"))
    newsroom.write("ours/another.yaml", "rules: 7\n")
    found = newsroom.check("story.txt")
    assert (found.code, found.err.count("error: ")) == (2, 3)


def test_for_programs_what_is_wrong_with_the_rules_is_json_too(newsroom: Newsroom) -> None:
    newsroom.write("ours/wording.yaml", RULES.replace("severity: error", "severity: eror"))
    found = newsroom.check("--output-format", "json", "story.txt")
    value = json.loads(found.out)
    assert (found.code, found.err, value["findings"]) == (2, "", [])
    assert [(each["path"], each["line"], each["column"]) for each in value["errors"]] == [("ours/wording.yaml", 6, 15)]


# fixing --------------------------------------------------------------------------------------------------------------


def test_fixing_mends_what_is_safe_and_reports_the_rest(newsroom: Newsroom) -> None:
    path = newsroom.write("story.txt", b"\xef\xbb\xbfA foo, a foo |\r\nand a qux.\r\n")
    assert newsroom.check("--fix", "story.txt", "--output-format", "concise") == Outcome(
        0,
        "Fixed 2 problems in 1 file:\n"
        "  story.txt  2 no-foo\n"
        "\n"
        "story.txt:1:14: info[no-pipe] Delete it.\n"
        "story.txt:2:7: warning[no-qux] Delete it.\n"
        "Found 2 problems (1 warning, 1 info) in 1 file.\n",
        "",
    )
    assert path.read_bytes() == b"\xef\xbb\xbfA bar, a bar |\r\nand a qux.\r\n"


def test_unsafe_fixes_are_made_when_asked_for(newsroom: Newsroom) -> None:
    path = newsroom.write("story.txt", "A foo|.\n")
    newsroom.check("--fix", "--unsafe-fixes", "story.txt")
    assert path.read_bytes() == b"A bar.\n"


def test_a_file_that_cannot_be_fixed_is_an_error(newsroom: Newsroom) -> None:
    path = newsroom.write("story.txt", "A foo.\n")
    (newsroom.folder / "other.txt").hardlink_to(path)
    found = newsroom.check("--fix", "story.txt")
    assert (found.code, found.err.splitlines()[0]) == (2, "error: not fixed: the file is a hard link")
    assert path.read_bytes() == b"A foo.\n"


# hostile names and texts ---------------------------------------------------------------------------------------------

NAMES: Final = (
    b"::stop-commands::x.txt",
    b" ::stop-commands::x.txt",
    b"##[group]x.txt",
    b"a##[error]x.txt",
    b"##vso[task.setvariable]x.txt",
    b"a\n::error::x.txt",
    b"a\r::error::x.txt",
    b"a\n##[error]x.txt",
    b"a\nstory.txt:1:1: error[forged] Send it.txt",
    b"a\x1b[31m\x9b.txt",
    b"\xff\xfe.txt",
    "a\u202e\u2028::error::.txt".encode(),
    b"%0A::error::x.txt",
    b",line=99::x.txt",
)
UNSAFE: Final = "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
OUR_COMMAND: Final = "::error title=no-foo,file="


def is_forged(line: str, output_format: str) -> bool:
    """Whether a runner takes the line for a command that isn't ours: `::` opens it, or `##[` stands in it."""
    ours = output_format == "github" and line.startswith((OUR_COMMAND, "::error title=copylint,file="))
    return (line.lstrip().startswith("::") and not ours) or "##[" in line or "##vso[" in line


def assert_inert(found: Outcome, output_format: str) -> None:
    for stream in (found.out, found.err):
        assert re.search(UNSAFE, stream) is None
        assert [line for line in stream.split("\n") if is_forged(line, output_format)] == []


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("raw", NAMES)
def test_a_hostile_name_forges_nothing(newsroom: Newsroom, raw: bytes, output_format: str) -> None:
    name = os.fsdecode(raw)
    (newsroom.folder / name).write_text("A foo.\n", encoding="utf-8")
    for arguments in ((name,), (), ("--show-files",), ("--show-files", name), ("--show-segments",)):
        found = newsroom.check("--output-format", output_format, *arguments)
        assert found.code == (0 if any(each.startswith("--show") for each in arguments) else 1)
        assert_inert(found, output_format)
    found = newsroom.check("--output-format", output_format, "--fix", name)
    assert found.code == 0
    assert_inert(found, output_format)


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("raw", NAMES)
def test_a_hostile_name_of_no_file_forges_nothing(newsroom: Newsroom, raw: bytes, output_format: str) -> None:
    for arguments in ((), ("--select", os.fsdecode(raw)), ("--packs", os.fsdecode(raw)), (f"--{os.fsdecode(raw)}",)):
        found = newsroom.check("--output-format", output_format, os.fsdecode(raw), *arguments)
        assert found.code == 2
        assert_inert(found, output_format)


@pytest.mark.parametrize("raw", NAMES)
def test_each_finding_has_one_line_whatever_the_name(newsroom: Newsroom, raw: bytes) -> None:
    (newsroom.folder / os.fsdecode(raw)).write_text("A foo.\n", encoding="utf-8")
    lines = newsroom.check("--output-format", "concise").out.splitlines()
    assert len(lines) == 4  # the finding and the three closing lines
    assert lines[0].endswith(":1:3: error[no-foo] Write 'bar', not 'foo'. [*]")
    annotations = newsroom.check("--output-format", "github").out.splitlines()
    assert [line.endswith("::Write 'bar', not 'foo'.") for line in annotations] == [True, False, False, False]
    assert annotations[0].startswith(OUR_COMMAND)
    assert annotations[0].count("line=") == 1 + raw.count(b"line=")
    (finding,) = newsroom.report()["findings"]
    assert os.fsencode(finding["path"]) == raw


HOSTILE: Final = st.text(alphabet=st.sampled_from("a:# []|\n\r\t\x1b\x85\u2028\u202e%,=\ufeff`")) | st.text(max_size=30)


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(HOSTILE, HOSTILE)
def test_a_hostile_story_forges_nothing(newsroom: Newsroom, before: str, after: str) -> None:
    newsroom.write("story.md", f"{before}::error::\n##[group]|{after}".encode("utf-8", "replace"))
    for output_format in FORMATS:
        found = newsroom.check("--output-format", output_format, "story.md")
        report = Outcome(found.code, found.out.replace("::notice title=no-pipe,file=", OUR_COMMAND), found.err)
        assert_inert(report, output_format)
    assert_inert(newsroom.check("--show-segments", "story.md"), "text")


# what rules cost -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("output_format", FORMATS)
def test_what_rules_cost_is_told_beside_the_report(newsroom: Newsroom, output_format: str, jobs: str) -> None:
    newsroom.write("a.txt", "A foo.\n")
    newsroom.write("b.txt", "A qux.\n")
    usual = newsroom.check("--output-format", output_format)
    timed = newsroom.check("--output-format", output_format, "--jobs", jobs, "--explain-timing")
    assert timed[:2] == usual[:2]
    first, *rows = timed.err.splitlines()
    assert first.startswith("CPU time of 2 files: ")
    assert {row.split()[-1] for row in rows} == {"(reading)", "no-foo", "no-qux"}


@pytest.mark.parametrize("run", ["the first", "the second, from the cache"])
def test_suppressions_hold_whatever_is_cached(newsroom: Newsroom, run: str) -> None:
    newsroom.write("story.md", "A foo. <!-- copylint: ignore[no-foo] a name -->\n\nA bar. <!-- copylint: off -->\n")
    for _ in range(2 if run.startswith("the second") else 1):
        found = newsroom.check("story.md", "--packs", "core,./ours", "--output-format", "concise")
    assert "no-foo" not in found.out, found
    assert "malformed-suppression" in found.out
    assert "1 suppressed by comments." in found.out
