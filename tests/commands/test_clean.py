from __future__ import annotations

import re
from pathlib import Path

import pytest

from copylint.cli import main


def test_clean_empties_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COPYLINT_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "wire").mkdir()
    monkeypatch.chdir(tmp_path / "wire")
    Path("story.txt").write_text("Talks resumed on Friday.\n", encoding="utf-8")
    assert main(["check", "--no-cache", "story.txt"]) == 0
    assert not (tmp_path / "cache").exists()
    assert main(["check", "story.txt"]) == 0
    capsys.readouterr()
    assert main(["clean"]) == 0
    told = capsys.readouterr().out
    assert re.fullmatch(r"Deleted \d+ cached records from (.*)\.\n", told)[1] == str(tmp_path / "cache")  # type: ignore[index]
    assert not list((tmp_path / "cache").iterdir())
    assert main(["clean"]) == 0
    assert capsys.readouterr().out.startswith("Deleted 0 cached records")


def test_a_cache_that_can_not_be_used_is_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COPYLINT_CACHE_DIR", "inside")
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text("Talks resumed on Friday.\n", encoding="utf-8")
    assert main(["check", "story.txt"]) == 0
    assert capsys.readouterr().err.startswith("note: inside: the cache isn't used")
