"""`--since`, `--staged` and what `--fix` then mends."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from copylint.cli import main

OLD = "Talks end\n\nPARIS (AP) — The talks began in july 2025, he said.\n\nNobody said when the next ones are.\n"


def git(*arguments: str) -> None:
    subprocess.run(("git", *arguments), capture_output=True, check=True)


@pytest.fixture(autouse=True)
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.chdir(tmp_path)
    git("init", "--quiet", "--initial-branch", "main")
    git("config", "user.name", "Desk")
    git("config", "user.email", "desk@newsroom.example")
    write("old.txt", OLD)
    git("add", ".")
    git("commit", "--quiet", "--message", "Old")


def write(name: str, text: str) -> None:
    Path(name).write_text(text, "utf-8")


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["check", "--isolated", "--output-format", "concise", *arguments])
    return code, capsys.readouterr().out


def test_only_changed_lines_count(capsys: pytest.CaptureFixture[str]) -> None:
    write("old.txt", OLD + "\nThe next ones are in june 2026.\n")
    code, shown = check(capsys, "--since", "HEAD")
    assert code == 1
    assert "old.txt:7:22: error[lowercase-month]" in shown
    assert "old.txt:3" not in shown
    assert "1 in lines that this change left alone." in shown


def test_the_staged_content_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    write("new.txt", OLD)
    git("add", "new.txt")
    write("new.txt", OLD.replace("july", "July"))
    code, shown = check(capsys, "--staged")
    assert (code, "new.txt:3:33: error[lowercase-month]" in shown) == (1, True)
    assert check(capsys, "--since", "HEAD")[0] == 0


def test_nothing_changed_is_nothing_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys, "--since", "HEAD") == (0, "No file was checked.\n")


def test_exclude_holds_for_changed_files(capsys: pytest.CaptureFixture[str]) -> None:
    write("new.txt", OLD)
    assert check(capsys, "--since", "HEAD", "--exclude", "new.txt")[0] == 0
    git("add", ".")
    assert check(capsys, "--staged", "--exclude", "new.txt")[0] == 0


def test_a_sentence_that_stands_twice_is_new_where_one_of_the_two_is(capsys: pytest.CaptureFixture[str]) -> None:
    repeated = "Nobody at the ministry gave a reason for the long delay of the talks."
    write("old.txt", OLD.replace("july", "July") + f"\n{repeated} It rained.\n")
    git("commit", "--quiet", "--all", "--message", "One")
    write(
        "old.txt",
        OLD.replace("july", "July").replace("Nobody said", f"{repeated} Nobody said") + f"\n{repeated} It rained.\n",
    )
    code, shown = check(capsys, "--since", "HEAD")
    assert "duplicate-sentence" in shown, (code, shown)


def test_fixing_mends_only_what_was_touched(capsys: pytest.CaptureFixture[str]) -> None:
    write("old.txt", OLD + "\nThe next ones are in june 2026.\n")
    code, shown = check(capsys, "--since", "HEAD", "--fix")
    assert code == 0, shown
    assert Path("old.txt").read_text("utf-8") == OLD + "\nThe next ones are in June 2026.\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--staged", "--fix"), "mends the work tree, not what is staged"),
        (("--staged", "--diff"), "shows the work tree, not what is staged"),
        (("--staged", "--since", "main"), "two different changes"),
        (("--staged", "--write-baseline"), "what is found in whole files"),
        (("--fix", "--diff"), "'--diff' changes nothing"),
        (("--diff", "--statistics"), "'--diff' and '--write-baseline' print no report"),
        (("--write-baseline", "--output-format", "concise"), "'--diff' and '--write-baseline' print no report"),
        (("--write-baseline", "--show-segments"), "'--show-segments' checks nothing"),
        (("-", "--staged"), "standard input is in no commit"),
    ],
)
def test_what_does_not_go_together_is_refused(
    arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--isolated", *arguments]) == 2
    assert message in capsys.readouterr().err
