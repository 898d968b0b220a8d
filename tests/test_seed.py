"""The article that the project began with: its eight planted defects, no more and no fewer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest

from copylint.cli import main

SEED: Final = Path(__file__).parents[1] / "../shared/seed/macron.txt"

EXPECTED: Final = [
    (4, "lowercase-month", "july"),
    (4, "lowercase-month", "september"),
    (6, "empty-image", "![]()"),
    (6, "trailing-pipe", " |"),
    (7, "ambiguous-numeric-date", "6/2"),
    (7, "trailing-pipe", " |"),
    (8, "duplicate-caption", None),
    (8, "ambiguous-numeric-date", "6/2"),
]
"""Line, rule and text; the caption's own is its whole line."""


@pytest.fixture(params=["macron.txt", "macron.md"])
def story(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if not SEED.is_file():
        pytest.skip("the article is not here")
    monkeypatch.chdir(tmp_path)
    path = tmp_path / str(request.param)
    path.write_bytes(SEED.read_bytes())
    return path


def check(story: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, dict[str, Any]]:
    code = main(["check", "--isolated", "--output-format", "json", *options, story.name])
    report = capsys.readouterr()
    assert report.err == ""
    return code, json.loads(report.out)


def test_exactly_the_eight_defects_are_found(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, report = check(story, capsys)
    lines = story.read_text(encoding="utf-8").split("\n")
    expected = [(line, rule, lines[line - 1] if text is None else text) for line, rule, text in EXPECTED]
    found = [(each["start"]["line"], each["rule"], each["text"]) for each in report["findings"]]
    assert (code, found, report["errors"]) == (1, expected, [])
    counted = report["summary"]
    assert (counted["error"], counted["warning"], counted["info"], counted["fixable"]) == (8, 0, 0, 6)


def test_the_places_are_exact(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, report = check(story, capsys)
    text = story.read_text(encoding="utf-8")
    findings = report["findings"]
    assert [each["start"]["column"] for each in findings] == [81, 423, 1, 6, 61, 76, 1, 61]
    for each in findings:
        assert text[each["start"]["offset"] : each["end"]["offset"]] == each["text"]


def test_an_ambiguous_date_is_told_both_ways_and_left_to_a_person(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, report = check(story, capsys)
    dates = [each for each in report["findings"] if each["rule"] == "ambiguous-numeric-date"]
    assert [each["fix"] for each in dates] == [{"safety": "manual", "edits": []}] * 2
    for each in dates:
        assert "6 February" in each["message"]
        assert "June 2" in each["message"]


def test_the_second_caption_points_to_the_first(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, report = check(story, capsys)
    (duplicate,) = [each for each in report["findings"] if each["rule"] == "duplicate-caption"]
    assert [each["start"]["line"] for each in duplicate["related"]] == [7]
    assert "line 7" in duplicate["message"]


def test_every_other_fix_is_safe(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, report = check(story, capsys)
    others = [each for each in report["findings"] if each["rule"] != "ambiguous-numeric-date"]
    assert [each["fix"]["safety"] for each in others] == ["safe"] * 6


def test_fixing_leaves_the_date(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = story.read_text(encoding="utf-8").split("\n")
    code, report = check(story, capsys, "--fix")
    assert code == 1
    assert [(each["rule"], each["start"]["line"]) for each in report["findings"]] == [("ambiguous-numeric-date", 6)]
    months = before[3].replace("july", "July").replace("september", "September")
    caption = before[6].removesuffix(" |")
    expected = [*before[:3], months, before[4], caption, *before[8:]]
    after = story.read_text(encoding="utf-8")
    assert after == "\n".join(expected)
    assert after.count("\n") == 7
    assert check(story, capsys, "--fix")[0] == 1
    assert story.read_text(encoding="utf-8") == after
