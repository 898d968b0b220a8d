"""`copylint config` explains every key, and its examples are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.cli import main
from copylint.config.configuration import read
from copylint.config.keys import KEYS, OVERRIDE_KEYS, Key
from copylint.report import key_page

PAGE = Path(__file__).parents[2] / "docs" / "configuration-keys.md"


def test_without_a_name_all_keys_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line and not line.startswith(" ")] == [key.name for key in KEYS]


def test_one_key(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "language"]) == 0
    assert capsys.readouterr().out == (
        "language\n    The stories' language, a code such as en or fr.\n    type:     a text\n"
        "    default:  each story's own words decide\n    example:  language: en\n\n"
    )


def test_unknown_keys_are_told_together(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "languag", "language", "xyz"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "error: there is no key 'languag'\n  = help: did you mean 'language'?\n" in shown.err
    assert "error: there is no key 'xyz'\n  = help: known: baseline, encoding," in shown.err


@pytest.mark.parametrize("key", [*KEYS, *OVERRIDE_KEYS], ids=lambda key: key.name)
def test_the_example_of_a_key_is_read(key: Key, tmp_path: Path) -> None:
    path = tmp_path / "newsroom" / ".copylint.yaml"
    path.parent.mkdir()
    (tmp_path / "desk.copylint.yaml").write_text("profile: web\n", "utf-8")
    in_override = key.name == "files"
    path.write_text(f"overrides:\n  - {key.example}\n" if in_override else f"{key.example}\n", "utf-8")
    found = read(path)
    assert found.problems == ()
    assert found.overrides if in_override else key.name in found.values


def test_the_page_of_keys_is_current() -> None:
    assert PAGE.read_text("utf-8") == key_page.markdown(), "run 'make docs'"


def test_a_page_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--page", str(tmp_path / "none" / "page.md")]) == 2
    assert "the page can't be written" in capsys.readouterr().err
