"""Several reports of one run, and files that can't be written."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from copylint.cli import main

GOLDEN = Path(__file__).parents[1] / "golden"
CHECK = ("check", "--isolated", "--packs", str(GOLDEN / "desk.yaml"))


def test_one_run_writes_every_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a story.txt").write_bytes((GOLDEN / "talks.txt").read_bytes())
    pairs = (
        "--output-format",
        "sarif",
        "--output-file",
        "a.sarif",
        "--output-format",
        "junit",
        "--output-file",
        "a.xml",
    )
    assert main([*CHECK, *pairs, "--output-format", "gitlab", "--output-file", "-", "a story.txt"]) == 1
    listed = json.loads(capsys.readouterr().out)
    assert len({each["fingerprint"] for each in listed}) == len(listed) > 0
    (run,) = json.loads(Path("a.sarif").read_text(encoding="utf-8"))["runs"]
    assert len(run["results"]) == len(listed)
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "a%20story.txt", "uriBaseId": "%SRCROOT%"}
    suite = ET.fromstring(Path("a.xml").read_bytes())[0]  # noqa: S314 - our own
    assert len(suite.findall("testcase/failure")) == int(suite.attrib["failures"])
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a story.txt", "a.sarif", "a.xml"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = str(tmp_path / "missing" / "a.json")
    story = str(GOLDEN / "talks.txt")
    assert main([*CHECK, "--output-format", "json", "--output-file", target, story]) == 2
    assert "a.json" in "".join(capsys.readouterr())


def test_statistics_refuse_a_format_that_has_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*CHECK, "--statistics", "--output-format", "junit", str(GOLDEN / "talks.txt")]) == 2
    assert "--statistics" in capsys.readouterr().err


def test_github_counts_the_rest_on_the_page_of_the_job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    (tmp_path / "a.txt").write_text("The talks began in july 2025, he said.\n\n" * 60, "utf-8")
    main(["check", "--isolated", "--select", "lowercase-month", "--output-format", "github", "a.txt"])
    page = (tmp_path / "summary.md").read_text("utf-8")
    assert page.startswith("<!-- copylint -->\n**copylint**: Found 60 problems")
    assert page.endswith("… and 10 more.\n")
    main(["check", "--isolated", "--output-format", "github", *(f"{number}.txt" for number in range(12))])
    assert (tmp_path / "summary.md").read_text("utf-8").endswith("… and 2 more not done.\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "none" / "summary.md"))
    assert main(["check", "--isolated", "--output-format", "github", "a.txt"]) == 2
