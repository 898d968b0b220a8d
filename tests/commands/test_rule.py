"""`copylint rule`."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from copylint.commands import rule
from copylint.errors import CopylintError

RULES = """\
rules:
  - id: no-foo
    check: pattern
    words: [foo]
    message: "Delete '{match}'."
    severity: warning
    why: Nobody knows what a foo is.
    fix: {safety: safe, replace: ""}
    references: ["the desk's handbook, page 7"]
    examples:
      invalid:
        - {text: There is a foo here., fixed: There is a  here.}
        - |
          One foo.

          Two foos.
      valid: [There is a bar here.]
  - id: no-qux
    check: pattern
    words: [qux]
    message: Delete it.
    severity: info
    status: preview
    languages: ["*"]
    examples: {invalid: [qux], valid: [x]}
"""


@pytest.fixture(autouse=True)
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "wording.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / ".copylint.yaml").write_text("packs: [./ours]\n", encoding="utf-8")


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    rule.add_arguments(parser)
    return rule.run(parser.parse_args(arguments))


def test_lists_all_rules_by_topic(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 0
    assert capsys.readouterr().out == (
        "ours: wording\n"
        "  no-foo  warning  Delete '{match}'.\n"
        "  no-qux  info     Delete it. (preview)\n"
        "\n"
        "2 rules. 'copylint rule ID' explains one.\n"
    )


def test_explains_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("no-foo") == 0
    assert capsys.readouterr().out == (
        "no-foo (warning; ours: wording)\n"
        "  Delete '{match}'.\n"
        "\n"
        "  Nobody knows what a foo is.\n"
        "\n"
        "  Looks in: headline, body, caption.\n"
        "  Languages: en.\n"
        "  Fix: safe, '--fix' applies it.\n"
        "\n"
        "  Reports:\n"
        "    - There is a foo here.\n"
        "    - One foo.\n"
        "\n"
        "      Two foos.\n"
        "  Leaves alone:\n"
        "    - There is a bar here.\n"
        "  See the desk's handbook, page 7.\n"
    )


def test_a_topic_explains_its_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("wording", "no-foo") == 0
    out = capsys.readouterr().out
    assert (out.count("no-foo (warning"), out.count("no-qux (info; ours: wording; preview)")) == (1, 1)


def test_an_unknown_rule_is_told_with_a_suggestion() -> None:
    with pytest.raises(CopylintError) as raised:
        run("no-fo")
    assert raised.value.problems[0].hint == "did you mean 'no-foo'?"
