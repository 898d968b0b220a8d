"""Which lines a change touched, held against the real git."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from copylint.cli import main
from copylint.errors import CopylintError, Problem
from copylint.repository.changes import NEW, ChangedLines, Changes, changes_since, staged_changes, staged_content

LINES = "".join(f"line {number}\n" for number in range(1, 11))


def git(*arguments: str) -> str:
    done = subprocess.run(("git", *arguments), capture_output=True, check=True)
    return os.fsdecode(done.stdout)


@pytest.fixture(autouse=True)
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one commit; nothing of the user's own settings reaches it."""
    for name, value in {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8"}.items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "newsroom"
    folder.mkdir()
    monkeypatch.chdir(folder)
    git("init", "--quiet", "--initial-branch", "main")
    git("config", "user.name", "Desk")
    git("config", "user.email", "desk@newsroom.example")
    write("old.txt", LINES)
    commit()
    return folder


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(text.encode("utf-8", "surrogateescape"))


def commit() -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", "A change")


def both() -> Changes:
    """Of the work tree and of the index, which are the same here."""
    git("add", "--all")
    since, staged = changes_since("HEAD"), staged_changes()
    assert since == staged
    return since


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda: write("old.txt", LINES.replace("line 3\n", "Line 3\n")), {"old.txt": ChangedLines(((3, 3),))}),
        (lambda: write("old.txt", LINES.replace("line 3\n", "")), {"old.txt": ChangedLines((), (2,))}),
        (lambda: write("old.txt", LINES + "more\nand more\n"), {"old.txt": ChangedLines(((11, 12),))}),
        (lambda: write("new.txt", "one\n"), {"new.txt": NEW}),
        (lambda: git("mv", "old.txt", "moved.txt"), {"moved.txt": ChangedLines()}),
        (lambda: write_moved(), {"moved.txt": ChangedLines(((5, 5),))}),  # noqa: PLW0108 - defined below
        (lambda: Path("old.txt").unlink(), {}),
        (lambda: Path("old.txt").chmod(0o755), {"old.txt": ChangedLines()}),
        (lambda: write("old.txt", "\0"), {"old.txt": NEW}),
        (lambda: Path("link.txt").symlink_to("old.txt"), {}),
        (lambda: write('a "b" \u00e9.txt', "one\n"), {'a "b" \u00e9.txt': NEW}),
        (lambda: write("two\nlines.txt", "one\n"), {"two\nlines.txt": NEW}),
        (lambda: write("caf\udce9.txt", "one\n"), {"caf\udce9.txt": NEW}),
        (lambda: write("old.txt", "diff --git a/x b/x\n@@ -1 +1 @@\n" + LINES), {"old.txt": ChangedLines(((1, 2),))}),
    ],
)
def test_what_was_touched(change: Callable[[], object], expected: dict[str, ChangedLines]) -> None:
    change()
    assert both().files == expected


def write_moved() -> None:
    git("mv", "old.txt", "moved.txt")
    write("moved.txt", LINES.replace("line 5", "Line 5"))


def test_a_link_that_becomes_a_file_is_new() -> None:
    Path("link.txt").symlink_to("old.txt")
    commit()
    Path("link.txt").unlink()
    write("link.txt", "a story\n")
    write("zebra.txt", "one\n")
    assert both().files == {"link.txt": NEW, "zebra.txt": NEW}


def test_only_what_this_branch_changed_counts() -> None:
    git("switch", "--quiet", "--create", "talks")
    write("talks.txt", "one\n")
    commit()
    git("switch", "--quiet", "main")
    write("old.txt", LINES.replace("line 1\n", "Line 1\n"))
    commit()
    git("switch", "--quiet", "talks")
    write("untracked.txt", "one\n")
    write(".gitignore", "ignored.txt\n")
    write("ignored.txt", "one\n")
    assert set(changes_since("main").files) == {"talks.txt", "untracked.txt", ".gitignore"}


def test_what_is_staged_is_not_what_lies_in_the_work_tree() -> None:
    write("old.txt", LINES.replace("line 3", "Line 3"))
    git("add", "old.txt")
    write("old.txt", LINES.replace("line 7", "Line 7"))
    write("later.txt", "one\n")
    git("add", "--intent-to-add", "later.txt")
    assert staged_changes().files == {"old.txt": ChangedLines(((3, 3),))}
    ((_, content),) = staged_content(["old.txt"], 1000)
    assert content == LINES.replace("line 3", "Line 3").encode()


def test_staged_content_that_is_not_there_or_too_large_is_told() -> None:
    found = dict(staged_content(["none.txt", "old.txt", "two\nlines"], 3))
    assert all(isinstance(each, Problem) for each in found.values())
    assert [each.message for each in found.values() if isinstance(each, Problem)] == [
        "not checked: nothing of it is staged",
        "not checked: too large (over 0 MiB)",
        "not checked: git can't be asked for a name with a line break",
    ]


def test_in_a_repository_without_a_commit_everything_staged_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "begun").mkdir()
    monkeypatch.chdir(tmp_path / "begun")
    git("init", "--quiet")
    write("a.txt", "one\n")
    git("add", "a.txt")
    assert staged_changes().files == {"a.txt": NEW}


def test_in_a_subfolder_paths_count_from_there(monkeypatch: pytest.MonkeyPatch) -> None:
    write("wire/new.txt", "one\n")
    write("top.txt", "one\n")
    monkeypatch.chdir("wire")
    assert set(changes_since("HEAD").files) == {"new.txt", os.path.join("..", "top.txt")}  # noqa: PTH118 - as it gives
    assert changes_since("HEAD").lines("new.txt") == NEW


@pytest.mark.parametrize(
    "setting",
    [("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true"), ("color.ui", "always"), ("diff.external", "false"),
     ("core.autocrlf", "true"), ("diff.context", "9"), ("diff.renames", "false"), ("core.pager", "false")],
)  # fmt: skip
def test_the_users_settings_change_nothing(setting: tuple[str, str]) -> None:
    git("config", *setting)
    git("mv", "old.txt", "moved.txt")
    write("moved.txt", LINES.replace("line 5", "Line 5"))
    assert both().files == {"moved.txt": ChangedLines(((5, 5),))}


@pytest.mark.parametrize(
    ("reference", "message", "hint"),
    [
        ("talks/main", "git knows no commit 'talks/main' here", "git branch --all"),
        ("mian", "git knows no commit 'mian' here", "git branch --all"),
        ("--output=x", "git knows no commit '--output=x' here", "git branch --all"),
        ("0" * 40, "git knows no commit", f"git fetch origin {'0' * 40}"),
    ],
)
def test_an_unknown_reference_is_told(reference: str, message: str, hint: str) -> None:
    with pytest.raises(CopylintError, match=message) as raised:
        changes_since(reference)
    assert hint in (raised.value.problems[0].hint or "")
    assert not Path("x").exists()


def test_a_shallow_clone_is_never_taken_for_no_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("switch", "--quiet", "--create", "talks")
    write("talks.txt", "one\n")
    commit()
    git("switch", "--quiet", "main")
    write("main.txt", "one\n")
    commit()
    git("clone", "--quiet", "--depth", "1", "--no-single-branch", Path.cwd().as_uri(), str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    git("switch", "--quiet", "talks")
    with pytest.raises(CopylintError, match="too shallow") as raised:
        changes_since("origin/main")
    assert "git fetch --unshallow" in (raised.value.problems[0].hint or "")
    assert main(["check", "--isolated", "--since", "origin/main"]) == 2


def test_what_mends_a_clone_of_one_branch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("switch", "--quiet", "--create", "talks")
    write("talks.txt", "one\n")
    commit()
    git("clone", "--quiet", "--depth", "1", Path.cwd().as_uri(), str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    for hint in ("git fetch origin main:refs/remotes/origin/main", "git fetch --unshallow"):
        with pytest.raises(CopylintError) as raised:
            changes_since("origin/main")
        assert (raised.value.problems[0].hint or "").startswith(hint)
        git(*hint.split()[1:], "--quiet")
    assert set(changes_since("origin/main").files) == {"talks.txt"}


def test_conflicts_are_told() -> None:
    for branch, word in (("one", "eins"), ("two", "zwei")):
        git("switch", "--quiet", "--create", branch, "main")
        write("old.txt", LINES.replace("line 1\n", f"{word}\n"))
        commit()
    subprocess.run(("git", "merge", "one"), capture_output=True, check=False)
    with pytest.raises(CopylintError, match="it has conflicts"):
        staged_changes()


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for ask in (staged_changes, lambda: changes_since("main")):
        with pytest.raises(CopylintError, match="not a git repository"):
            ask()


def test_without_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CopylintError, match="git can't be run"):
        staged_changes()


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [(1, 1, False), (2, 2, True), (1, 2, True), (3, 4, True), (5, 6, False), (6, 7, True), (7, 8, False), (1, 9, True)],
)
def test_touched_lines(first: int, last: int, expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert ChangedLines(((2, 2), (4, 4)), (6,)).touches(first, last) is expected


PARAGRAPHS = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=12)


@given(PARAGRAPHS, PARAGRAPHS)
@hypothesis_settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_line_that_was_not_there_is_touched(before: list[str], after: list[str]) -> None:
    write("old.txt", "".join(f"{line}\n" for line in before))
    git("add", "--all")
    git("commit", "--quiet", "--allow-empty", "--message", "Before")
    write("old.txt", "".join(f"{line}\n" for line in after))
    lines = changes_since("HEAD").lines("old.txt") or ChangedLines()
    new = [number for number, line in enumerate(after, 1) if line not in before]
    assert all(lines.touches(number, number) for number in new)
    if before == after:
        assert lines == ChangedLines()


def test_lines_are_carried_through_a_fix() -> None:
    before, after = ["a", "touched", "b", "gone", "c"], ["a", "mended", "b", "c"]
    carried = ChangedLines(((2, 2),)).carried(before, after)
    assert [carried.touches(line, line) for line in range(1, 5)] == [False, True, False, False]
    assert NEW.carried(before, after) == NEW
