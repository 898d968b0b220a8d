"""`copylint accept`: what it puts on record, what it says, what it refuses."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from copylint.cli import main
from copylint.engine.baseline import Baseline
from copylint.engine.baseline_file import read

RULES: Final = """\
rules:
  - id: no-foo
    check: pattern
    words: [foo]
    message: Write 'bar'.
    severity: error
    languages: ["*"]
    examples: {invalid: [A foo.], valid: [A bar.]}
  - id: no-qux
    check: pattern
    words: [qux]
    message: Delete it.
    severity: error
    languages: ["*"]
    report: once
    examples: {invalid: [A qux.], valid: [A bar.]}
  - id: no-pair
    check: pattern
    pattern: 'left\\s+right'
    message: Delete it.
    severity: error
    languages: ["*"]
    examples: {invalid: [A left right.], valid: [A bar.]}
"""
STORY: Final = "Talks over a foo and the foo.\n\nNo more foo in Derna.\n"
WRAPPED: Final = """\
The delegates met again in Derna on Friday, and each of the left
right behind the others went home without a word of the talks.
"""
BASELINE: Final = Path(".copylint-baseline.jsonl")


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


class Newsroom:
    """A folder with a configuration and one pack, and the commands in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.write("ours/wording.yaml", RULES)
        self.write(".copylint.yaml", "packs: [./ours]\n")
        self.write("wire/story.txt", STORY)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(text.encode())

    def run(self, *arguments: str) -> Outcome:
        self._capsys.readouterr()
        code = main(list(arguments))
        report = self._capsys.readouterr()
        return Outcome(code, report.out, report.err)

    def accept(self, place: str, rule: str = "no-foo", *others: str, reason: str = "as sent") -> Outcome:
        return self.run("accept", place, rule, "--reason", reason, *others)

    def places(self, path: str = "wire") -> list[str]:
        """Where something is found, `line:column`."""
        lines = self.run("check", "--output-format", "concise", path).out.splitlines()
        return [":".join(line.split(":")[1:3]) for line in lines if line.startswith("wire")]

    @property
    def baseline(self) -> Baseline:
        return read(BASELINE)


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    monkeypatch.chdir(tmp_path)
    return Newsroom(tmp_path, capsys)


@pytest.mark.parametrize(
    ("place", "left"),
    [
        ("wire/story.txt:1", ["3:9"]),
        ("wire/story.txt:1:14", ["1:26", "3:9"]),
        ("wire/story.txt:1:27", ["1:14", "3:9"]),
        ("wire/story.txt:3", ["1:14", "1:26"]),
        ("./wire/../wire/story.txt:3", ["1:14", "1:26"]),
    ],
)
def test_what_is_accepted_no_longer_shows(newsroom: Newsroom, place: str, left: list[str]) -> None:
    assert newsroom.places() == ["1:14", "1:26", "3:9"]
    assert newsroom.accept(place).code == 0
    assert newsroom.places() == left


def test_a_first_one_makes_the_baseline_and_tells_the_next_step(newsroom: Newsroom) -> None:
    assert newsroom.accept("wire/story.txt:3") == Outcome(
        0,
        "wire/story.txt:3:9: no-foo accepted.\n"
        ".copylint-baseline.jsonl is new. Commit it, and add this line to .gitattributes, so that branches merge:\n"
        "  .copylint-baseline.jsonl merge=union\n",
        "",
    )
    assert newsroom.accept("wire/story.txt:1:14").out == "wire/story.txt:1:14: no-foo accepted.\n"
    assert [(each.path, each.rule, each.reason) for each in newsroom.baseline.records] == [
        ("wire/story.txt", "no-foo", "as sent")
    ] * 2


@pytest.mark.parametrize("name", ["-story.txt", "wire/the mayor's story.txt"])
def test_the_report_ends_with_a_command_that_accepts(name: str, newsroom: Newsroom) -> None:
    newsroom.write(name, "A foo in Derna.\n")
    Path("wire/story.txt").unlink()
    (line,) = [each for each in newsroom.run("check", ".").out.splitlines() if each.startswith("To accept a finding: ")]
    command, *arguments = shlex.split(line.removeprefix("To accept a finding: "))
    assert (command, newsroom.run(*arguments).code) == ("copylint", 0)
    assert newsroom.run("check", ".").code == 0


def test_the_baseline_holds_no_copy(newsroom: Newsroom) -> None:
    newsroom.accept("wire/story.txt:3")
    text = BASELINE.read_text("utf-8")
    assert not any(word in text for word in ("Derna", "more", "foo in"))


def test_accepting_again_replaces_the_reason(newsroom: Newsroom) -> None:
    newsroom.accept("wire/story.txt:3")
    found = newsroom.accept("wire/story.txt:3", reason=" the  name of\na band ")
    told = "wire/story.txt:3:9: no-foo was accepted already; its reason is now the one given.\n"
    assert found == Outcome(0, told, "")
    assert [each.reason for each in newsroom.baseline.records] == ["the name of a band"]


def test_a_finding_of_two_lines_is_named_by_either(newsroom: Newsroom) -> None:
    newsroom.write("wire/story.txt", WRAPPED)
    assert newsroom.accept("wire/story.txt:2", "no-pair").out.startswith("wire/story.txt:1:61: no-pair accepted.")
    assert newsroom.places() == []


def test_of_a_rule_that_reports_once_all_places_are_accepted_and_one_more_shows(newsroom: Newsroom) -> None:
    newsroom.write("wire/story.txt", "A qux.\n\nOne qux.\n")
    assert "1:3: no-qux accepted (2 places)." in newsroom.accept("wire/story.txt:1", "no-qux").out
    assert newsroom.places() == []
    newsroom.write("wire/story.txt", "A qux.\n\nOne qux.\n\nThis qux.\n")
    assert newsroom.places() == ["1:3"]
    assert "no-qux accepted (3 places)." in newsroom.accept("wire/story.txt:1", "no-qux").out
    assert newsroom.places() == []
    assert len(newsroom.baseline.records) == 1


def test_what_is_accepted_stays_so_when_the_rule_gets_another_id(newsroom: Newsroom) -> None:
    newsroom.write("wire/other.txt", "A qux and a qux.\n")
    assert newsroom.run("check", "--write-baseline", "wire").code == 0
    renamed = RULES.replace("id: no-foo", "id: foo\n    formerly: [no-foo]").replace(
        "id: no-qux", "id: qux\n    formerly: [no-qux]"
    )
    newsroom.write("ours/wording.yaml", renamed)
    assert newsroom.run("check", "wire").code == 0
    assert newsroom.run("check", "--write-baseline", "wire").code == 0
    assert sorted({each.rule for each in newsroom.baseline.records}) == ["foo", "qux"]
    assert newsroom.run("check", "wire").code == 0


def test_withheld_copy_can_be_accepted(newsroom: Newsroom) -> None:
    newsroom.write(".copylint.yaml", "packs: [./ours]\nshow-copy: false\n")
    assert newsroom.accept("wire/story.txt:1:14").code == 0
    assert newsroom.places() == ["1:26", "3:9"]


def test_a_named_baseline_and_configuration(newsroom: Newsroom) -> None:
    newsroom.write("desk/settings.yaml", "packs: [../ours]\n")
    newsroom.write(".copylint.yaml", "packs: [core]\n")
    found = newsroom.accept("wire/story.txt:3", "no-foo", "--config", "desk/settings.yaml", "--baseline", "ours.jsonl")
    assert (found.code, found.err) == (0, "")
    assert [each.path for each in read(Path("ours.jsonl")).records] == ["wire/story.txt"]
    assert not BASELINE.exists()


def test_the_usual_baseline_lies_beside_the_configuration(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("wire")
    assert newsroom.accept("story.txt:3").code == 0
    assert [each.path for each in read(newsroom.folder / BASELINE).records] == ["wire/story.txt"]


@pytest.mark.parametrize(
    ("place", "rule", "reason", "told"),
    [
        (
            "wire/story.txt:2",
            "no-foo",
            "x",
            "finds nothing there\n --> wire/story.txt:2\n  = help: in this file it finds",
        ),
        ("wire/story.txt:2", "no-foo", "x", "something at 1:14, 1:26, 3:9\n"),
        ("wire/story.txt:1:1", "no-foo", "x", "finds nothing there\n --> wire/story.txt:1:1\n"),
        ("wire/story.txt:1", "no-qux", "x", "found in this line: no-foo\n"),
        ("wire/story.txt:2", "no-qux", "x", "'copylint check' of the file tells what is found, and where\n"),
        ("wire/story.txt:1", "no-fooo", "x", "no rule 'no-fooo' runs here\n  = help: did you mean 'no-foo'?\n"),
        ("wire/story.txt:1", "zzzzzzzz", "x", "'copylint rule' lists the rules\n"),
        ("wire/story.txt", "no-foo", "x", "names no line of a file\n  = help: write PATH:LINE"),
        ("wire/story.txt:0", "no-foo", "x", "names no line of a file\n"),
        ("wire/story.txt:" + "9" * 5000, "no-foo", "x", "names no line of a file\n"),
        ("C:\\wire\\x.txt:4", "no-foo", "x", "there is no such file\n"),
        ("wire:1", "no-foo", "x", "this is a folder\n"),
        ("wire/none.txt:1", "no-foo", "x", "there is no such file\n"),
        ("wire/story.txt:1", "no-foo", "\n ", "a reason is needed\n"),
    ],
)
def test_what_is_refused_and_leaves_no_baseline(
    newsroom: Newsroom, place: str, rule: str, reason: str, told: str
) -> None:
    found = newsroom.accept(place, rule, reason=reason)
    assert (found.code, found.out) == (2, "")
    assert told in found.err
    assert not BASELINE.exists()


def test_a_file_that_is_left_out_says_why(newsroom: Newsroom) -> None:
    newsroom.write(".copylint.yaml", "packs: [./ours]\nexclude: [wire/]\n")
    found = newsroom.accept("wire/story.txt:1")
    assert found.code == 2
    assert "the file is left out: " in found.err


def test_a_faulty_baseline_stays_as_it_is(newsroom: Newsroom) -> None:
    newsroom.write(str(BASELINE), "nonsense\n")
    found = newsroom.accept("wire/story.txt:1")
    assert found.code == 2
    assert ".copylint-baseline.jsonl:1:1" in found.err
    assert BASELINE.read_bytes() == b"nonsense\n"


def test_two_branches_that_accept_merge_and_lose_nothing(newsroom: Newsroom) -> None:
    newsroom.write(".gitattributes", ".copylint-baseline.jsonl merge=union\n")
    newsroom.write("wire/second.txt", "A foo in Tunis.\n")
    newsroom.accept("wire/story.txt:1:14", reason="first")
    _git("init", "-q", "-b", "main")
    _commit("base")
    _git("checkout", "-q", "-b", "desk")
    newsroom.accept("wire/story.txt:3", reason="of the desk")
    _commit("desk")
    _git("checkout", "-q", "main")
    newsroom.accept("wire/second.txt:1", reason="of main")
    _commit("main")
    _git("merge", "-q", "--no-edit", "desk")
    assert newsroom.places() == ["1:26"]
    newsroom.accept("wire/story.txt:1:26", reason="last")
    assert newsroom.places() == []
    assert sorted(each.reason for each in newsroom.baseline.records) == ["first", "last", "of main", "of the desk"]
    _, *lines = BASELINE.read_text("utf-8").splitlines()
    assert lines == sorted(set(lines))


def _commit(message: str) -> None:
    _git("add", "-A")
    _git("commit", "-q", "-m", message)


def _git(*arguments: str) -> None:
    names = {f"GIT_{role}_{what}": f"desk{at}" for role in ("AUTHOR", "COMMITTER") for what, at in _IDENTITY}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **names}
    subprocess.run(["git", *arguments], check=True, env=os.environ | settings)


_IDENTITY: Final = (("NAME", ""), ("EMAIL", "@example.org"))
