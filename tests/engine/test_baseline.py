"""Accepted findings: they stay accepted as long as their words stand, and hold nothing of the copy."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import Final

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from copylint.engine import baseline_file
from copylint.engine.baseline import Baseline, Record, identified
from copylint.engine.fingerprint import fingerprint
from copylint.engine.run import Checked, Run
from copylint.errors import CopylintError
from copylint.finding import Finding, Span
from copylint.ruleset.model import Report, Rule
from copylint.source.excerpt import NOTHING

SALT: Final = "0123456789abcdef0123456789abcdef"
HEADER: Final = f'{{"copylint-baseline": 1, "salt": "{SALT}"}}\n'
LINE: Final = '{"path": "wire/a.txt", "rule": "month", "fingerprint": "0123456789abcdef"}\n'


@pytest.fixture(autouse=True)
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rule(name: str, report: Report = "each") -> Rule:
    return Rule(name, "pattern", "Mend it.", "error", "core", "dates", "dates.yaml", 1, report=report)


MONTH: Final = rule("month")


def checked(text: str, path: str = "a.txt", word: str = "july") -> Checked:
    """A file with a finding at each place of the word."""
    spans = [Span(at, at + len(word)) for at in range(len(text)) if text.startswith(word, at)]
    findings = tuple(
        Finding(span, "month", "error", "Mend it.", word, fingerprint=fingerprint("month", text, span))
        for span in spans
    )
    return Checked(path, NOTHING, findings)


def run(*files: Checked, rules: tuple[Rule, ...] = (MONTH,)) -> Run:
    for each in files:
        Path(each.path).parent.mkdir(exist_ok=True, parents=True)
        Path(each.path).touch()
    return Run(files, rules=rules)


def accepting(*files: Checked) -> Baseline:
    return Baseline(Path("baseline.jsonl"), SALT).updated(run(*files))


def left(baseline: Baseline, *files: Checked) -> int:
    return len(baseline.applied(run(*files)).findings)


# matching ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "new"),
    [
        ("In july.\n\nThe end in july 2025.\n", 0),
        ("The end in july 2025.\n\nIn july.\n", 0),
        ("In july.\r\n\r\nThe end in july 2025.\r\n", 0),
        ("Added.\nIn july.\n\nThe end in july 2025.\n", 0),
        ("In july.\n\nThe  end in july 2025.\n", 0),
        ("In july.\n", 0),
        ("In july.\n\nThe end in july 2026.\n", 1),
        ("In july.\n\nIn july.\n\nThe end in july 2025.\n", 1),
    ],
)
def test_what_shows_again(now: str, new: int) -> None:
    assert left(accepting(checked("In july.\n\nThe end in july 2025.\n")), checked(now)) == new


@given(st.permutations(["In july.", "The end in july 2025.", "No month here.", "In july.", "And in july, he said."]))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_moved_paragraphs_stay_accepted(paragraphs: list[str]) -> None:
    accepted = accepting(
        checked("In july.\n\nThe end in july 2025.\n\nNo month here.\n\nIn july.\n\nAnd in july, he said.\n")
    )
    assert left(accepted, checked("\n\n".join(paragraphs) + "\n")) == 0


def test_a_file_that_moved_takes_its_records_along() -> None:
    accepted = accepting(checked("In july.\n", "2019/a.txt"))
    Path("2019/a.txt").unlink()
    moved = run(checked("In july.\n", "archive/2019/a.txt"))
    assert accepted.applied(moved).accepted == 1
    assert [record.path for record in accepted.updated(moved).records] == ["archive/2019/a.txt"]


def test_a_copy_of_a_file_is_new() -> None:
    accepted = accepting(checked("In july.\n", "a.txt"))
    assert left(accepted, checked("In july.\n", "b.txt")) == 1


def test_a_rule_that_reports_once_shows_again_where_it_has_more_places() -> None:
    once = rule("month", "once")
    (first, *_) = checked("In july.\n").findings

    def found(count: int, text: str) -> Run:
        mark = replace(first, count=count, fingerprint=fingerprint("month", text, Span(3, 7)))
        return run(replace(checked("In july.\n"), findings=(mark,)), rules=(once,))

    accepted = Baseline(Path("baseline.jsonl"), SALT).updated(found(3, "In july.\n"))
    assert [len(accepted.applied(found(count, "At july.\n")).findings) for count in (2, 3, 4)] == [0, 0, 1]


@pytest.mark.parametrize("report", ["each", "once"])
def test_a_rule_with_another_id_shows_nothing_again(report: Report) -> None:
    before = rule("month", report)
    after = replace(before, id="lowercase-month", formerly=("month",))
    assert (before.first_id, after.first_id) == ("month", "month")
    old = checked("Talks in july.\n")
    accepted = Baseline(Path("b.jsonl"), SALT).updated(run(old, rules=(before,)))
    now = replace(old, findings=tuple(replace(each, rule="lowercase-month") for each in old.findings))
    applied = accepted.applied(run(now, rules=(after,)))
    assert (applied.findings, applied.accepted, applied.outdated) == ((), 1, 0)
    assert accepted.applied_to(now, (after,)).findings == ()
    assert [each.rule for each in accepted.updated(run(now, rules=(after,))).records] == ["lowercase-month"]


def test_each_file_takes_no_longer_for_the_records_of_others() -> None:
    def seconds(count: int) -> float:
        files = [checked("Talks in july.\n", f"{number}.txt") for number in range(count)]
        accepted = Baseline(Path("b.jsonl"), SALT).updated(Run(tuple(files), rules=(MONTH,)))
        start = process_time()
        assert not any(accepted.applied_to(each, (MONTH,)).findings for each in files)
        return process_time() - start

    # Eight times as many: 8 times as long where it grows with their number, 64 times where with its square.
    assert min(seconds(4_000) for _ in range(3)) < 12 * min(seconds(500) for _ in range(3)) + 0.2


def test_pruning_keeps_what_was_not_looked_at() -> None:
    accepted = accepting(checked("In july.\n", "a.txt"), checked("In july.\n", "b.txt")).with_record(
        Record("a.txt", "other-rule", "0" * 16, reason="not run now")
    )
    pruned = accepted.updated(run(checked("In July.\n", "a.txt")))
    assert [(record.path, record.rule) for record in pruned.records] == [("a.txt", "other-rule"), ("b.txt", "month")]
    assert accepted.applied(run(checked("In July.\n", "a.txt"))).outdated == 1


def test_reasons_stay() -> None:
    accepted = accepting(checked("In july.\n"))
    (record,) = accepted.records
    explained = accepted.with_record(replace(record, reason="a poem"))
    assert [each.reason for each in explained.updated(run(checked("In july.\n"))).records] == ["a poem"]


def test_fingerprints_leave_keyed_and_withheld_ones_nameless() -> None:
    story = checked("In july.\n")
    raw = story.findings[0].fingerprint
    shown = Baseline(Path("baseline.jsonl"), SALT).applied(run(story)).findings[0].fingerprint
    other = Baseline(Path("baseline.jsonl"), SALT[::-1]).applied(run(story)).findings[0].fingerprint
    assert len({raw, shown, other}) == 3
    withheld = [identified(run(replace(checked(text), withheld=True))) for text in ("In july.\n", "At july.\n")]
    assert withheld[0].findings[0].fingerprint == withheld[1].findings[0].fingerprint
    assert identified(run(story)).findings[0].fingerprint == raw


# the file ------------------------------------------------------------------------------------------------------------


def test_it_is_written_sorted_and_read_in_any_order(newsroom: Path) -> None:
    accepted = accepting(checked("In july.\n\nIn july.\n", "b.txt"), checked("In july.\n", os.fsdecode(b"caf\xe9.txt")))
    baseline_file.write(accepted)
    lines = (newsroom / "baseline.jsonl").read_text("utf-8").splitlines()
    assert "july" not in "".join(lines)
    assert [record.path for record in accepted.records] == ["b.txt", "b.txt", os.fsdecode(b"caf\xe9.txt")]
    (newsroom / "baseline.jsonl").write_bytes("\r\n".join([*reversed(lines), lines[1], ""]).encode())
    assert baseline_file.read(Path("baseline.jsonl")) == accepted


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("", None, "the baseline has no header", "--write-baseline"),
        (HEADER + "{\n", 2, "this is no record of a baseline", "delete the line"),
        (HEADER + "[1]\n", 2, "this is no record of a baseline", "delete the line"),
        (HEADER + '{"path": "a"}\n', 2, "a record needs a path, a rule and a fingerprint", "delete"),
        (HEADER + LINE.replace("0123", "xyz!"), 2, "a fingerprint must be 16 hexadecimal digits", "delete"),
        (HEADER + "<<<<<<< ours\n" + LINE, 2, "a conflict that git left", "merge=union"),
        (HEADER + HEADER.replace("0123", "3210"), 2, "two branches have each made a baseline", "keep one"),
        (HEADER.replace("1,", "2,"), 1, "version 2 of baselines is not known", "update copylint"),
        (HEADER.replace(SALT, "x"), 1, "32 hexadecimal digits", "--write-baseline"),
    ],
)
def test_what_is_wrong_with_it_is_told_at_its_place(
    newsroom: Path, text: str, line: int | None, message: str, hint: str
) -> None:
    (newsroom / "baseline.jsonl").write_text(text, "utf-8")
    with pytest.raises(CopylintError) as raised:
        baseline_file.read(Path("baseline.jsonl"))
    problem = raised.value.problems[0]
    assert (problem.line, problem.path) == (line, "baseline.jsonl")
    assert message in problem.message
    assert hint in (problem.hint or "")


def test_a_missing_one_is_told() -> None:
    with pytest.raises(CopylintError, match="there is no such baseline"):
        baseline_file.read(Path("none.jsonl"))


def test_two_branches_merge(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=Desk", "-c", "user.email=desk@newsroom.example")
        subprocess.run(("git", *identity, *arguments), check=True, capture_output=True)

    def accept(branch: str, path: str) -> None:
        git("switch", "--quiet", "--create", branch, "main")
        baseline_file.write(baseline_file.read(file).updated(run(checked("In july.\n", path))))
        git("commit", "--quiet", "--all", "--message", branch)

    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    file = Path("baseline.jsonl")
    (newsroom / ".gitattributes").write_text("baseline.jsonl merge=union\n", "utf-8")
    baseline_file.write(accepting(checked("In july.\n", "m.txt")))
    git("init", "--quiet", "--initial-branch", "main")
    git("add", ".")
    git("commit", "--quiet", "--message", "Accept what is old")
    accept("one", "l.txt")
    accept("two", "n.txt")
    git("merge", "--quiet", "--no-edit", "one")
    assert [record.path for record in baseline_file.read(file).records] == ["l.txt", "m.txt", "n.txt"]
