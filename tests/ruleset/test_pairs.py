"""Lists of pairs beside a rule file."""

from pathlib import Path

import pytest

from copylint.errors import CopylintError, Problem
from copylint.ruleset.load import load

RULE = """\
rules:
  - id: our-typo
    check: spelling
    list: typos.txt
    message: "Write '{fix}'."
    severity: error
    examples:
      invalid: [a goverment here]
      valid: [a government here]
"""


def write(folder: Path, pairs: str, rule: str = RULE) -> None:
    (folder / "wording.yaml").write_text(rule, encoding="utf-8")
    (folder / "typos.txt").write_text(pairs, encoding="utf-8")


def problems(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(CopylintError) as raised:
        load([str(folder)], folder)
    return raised.value.problems


def test_the_pairs_are_read_in(tmp_path: Path) -> None:
    write(tmp_path, "# Ours\n\ngoverment -> government\n  could of  ->  could have \n")
    ((rule,),) = [pack.rules for pack in load([str(tmp_path)], tmp_path)]
    assert rule.options == {"list": {"goverment": "government", "could of": "could have"}}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("goverment government", "this is no pair"),
        ("goverment ->", "this is no pair"),
        ("-> government", "this is no pair"),
        ("U.S. -> US", "'U.S.' can't be looked up"),
        ("the -> the", "'the' stands for itself"),
        ("alot -> a lot", "'alot' stands in line 1 already"),
    ],
)
def test_a_broken_line_is_named_at_its_place(tmp_path: Path, line: str, message: str) -> None:
    write(tmp_path, f"alot -> a lot\n {line}\n")
    (problem,) = problems(tmp_path)
    assert problem.message == message
    assert (problem.path, problem.line, problem.column) == (str(tmp_path / "typos.txt"), 2, 2)


@pytest.mark.parametrize("name", ["../typos.txt", "/etc/passwd", "a/typos.txt", "typos", ".typos.txt", "..txt"])
def test_nothing_outside_the_folder_is_read(tmp_path: Path, name: str) -> None:
    write(tmp_path, "alot -> a lot\n", RULE.replace("typos.txt", name))
    (problem,) = problems(tmp_path)
    assert problem.message == f"'{name}' is not the plain name of a list"
    assert (problem.line, problem.column) == (4, 11)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "alot -> a lot\n")
    (tmp_path / "typos.txt").rename(tmp_path / "elsewhere.txt")
    (tmp_path / "typos.txt").symlink_to(tmp_path / "elsewhere.txt")
    assert [problem.message for problem in problems(tmp_path)] == ["there is no file 'typos.txt' beside the rule file"]


def test_an_empty_or_missing_list_is_said(tmp_path: Path) -> None:
    write(tmp_path, "# nothing yet\n")
    assert [problem.message for problem in problems(tmp_path)] == ["the list 'typos.txt' has no pairs"]
    (tmp_path / "typos.txt").unlink()
    assert [problem.message for problem in problems(tmp_path)] == ["there is no file 'typos.txt' beside the rule file"]


def test_a_list_must_be_utf_8(tmp_path: Path) -> None:
    write(tmp_path, "")
    (tmp_path / "typos.txt").write_bytes(b"alot -> a lot\ncaf\xe9 -> x\n")
    (problem,) = problems(tmp_path)
    assert (problem.message, problem.line) == ("the list is not UTF-8", 2)
