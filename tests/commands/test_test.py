"""`copylint test`."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from copylint.commands import test
from copylint.errors import CopylintError

RULE = """\
rules:
  - id: no-foo
    check: pattern
    words: [foo]
    message: "Delete '{match}'."
    severity: warning
    examples:
      invalid: [There is a foo here.]
      valid: [There is a bar here.]
"""


@pytest.fixture(autouse=True)
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wording.yaml").write_text(RULE, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    test.add_arguments(parser)
    return test.run(parser.parse_args(arguments))


def test_says_in_one_line_that_all_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("wording.yaml") == 0
    assert capsys.readouterr().out == "2 examples of 1 rule: all pass.\n"


def test_without_files_tests_the_packs_in_force(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (newsroom / "ours").mkdir()
    (newsroom / "wording.yaml").rename(newsroom / "ours" / "wording.yaml")
    (newsroom / ".copylint.yaml").write_text("packs: [./ours]\n", encoding="utf-8")
    assert run() == 0
    assert "1 rule:" in capsys.readouterr().out


def test_shows_what_fails(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (newsroom / "wording.yaml").write_text(RULE.replace("a bar", "a foo"), encoding="utf-8")
    assert run("wording.yaml") == 1
    assert capsys.readouterr().out == (
        "failed[no-foo]: valid example\n"
        " --> wording.yaml:9\n"
        "  text:     There is a foo here.\n"
        "  expected: no finding\n"
        "  came:     no-foo at 'foo': Delete 'foo'.\n"
        "\n"
        "2 examples of 1 rule: 1 failure in 1 rule.\n"
    )


def test_a_faulty_rule_file_is_no_test(newsroom: Path) -> None:
    (newsroom / "wording.yaml").write_text(RULE.replace("words", "word"), encoding="utf-8")
    with pytest.raises(CopylintError):
        run("wording.yaml")
