"""`copylint rule`."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from copylint.checks import contexts
from copylint.commands import rule
from copylint.errors import CopylintError

RULES = """\
rules:
  - id: no-foo
    check: pattern
    words: [foo]
    message: "Delete '{match}'."
    severity: warning
    except: [foo bar]
    except-in: [tables]
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
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "wording.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / ".copylint.yaml").write_text("packs: [./ours]\n", encoding="utf-8")
    return tmp_path


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
        "  Never reported: foo bar.\n"
        "  Not in: tables (tables).\n"
        "  Options:\n"
        "    words: [foo] (words or phrases; a lower-case word matches any case, one with capitals as written\n"
        "    and in ALL CAPS)\n"
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


def test_lists_the_contexts(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--contexts") == 0
    listed = dict(line.split(None, 1) for line in capsys.readouterr().out.splitlines())
    assert set(listed) == contexts.NAMES
    assert "6/2" in listed["scores"]


def test_other_packs_can_be_listed(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (newsroom / "theirs.yaml").write_text(RULES.replace("no-", "never-"), encoding="utf-8")
    assert run("--packs", "theirs.yaml") == 0
    assert "never-foo" in capsys.readouterr().out


def test_writes_a_page_for_each_topic(newsroom: Path) -> None:
    assert run("--pages", "pages") == 0
    index = (newsroom / "pages" / "README.md").read_text("utf-8")
    assert "| [no-foo](ours/wording.md#no-foo) | warning | Delete '{match}'. |" in index
    page = (newsroom / "pages" / "ours" / "wording.md").read_text("utf-8")
    for shown in ("## no-foo", "Nobody knows what a foo is.", "- Never reported: foo bar.", "One foo.\n\nTwo foos."):
        assert shown in page


def test_pages_that_can_not_be_written_are_an_error(newsroom: Path) -> None:
    (newsroom / "pages").write_text("", encoding="utf-8")
    with pytest.raises(CopylintError) as raised:
        run("--pages", "pages")
    assert raised.value.problems[0].path == "pages"


def test_an_unknown_rule_is_told_with_a_suggestion() -> None:
    with pytest.raises(CopylintError) as raised:
        run("no-fo")
    assert raised.value.problems[0].hint == "did you mean 'no-foo'?"
