"""Every report of one article, compared with what is kept in tests/golden; the rules are desk.yaml's there.

After a change that is meant: `COPYLINT_RENEW_GOLDEN=1 .venv/bin/python -m pytest tests/report/test_golden.py`.
Then read the difference as an editor would.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import pytest

import copylint
from copylint.cli import main
from copylint.ruleset.load import load
from copylint.testing import failures

GOLDEN: Final = Path(__file__).parents[1] / "golden"
RENEWED: Final = "COPYLINT_RENEW_GOLDEN"


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("talks.text", ("--output-format", "text")),
        ("talks.concise", ("--output-format", "concise")),
        ("talks.json", ("--output-format", "json")),
        ("talks.github", ("--output-format", "github")),
        ("talks.sarif", ("--output-format", "sarif")),
        ("talks.gitlab", ("--output-format", "gitlab")),
        ("talks.junit", ("--output-format", "junit")),
        ("talks.markdown", ("--output-format", "markdown")),
        ("talks.statistics", ("--statistics",)),
        ("talks.segments.text", ("--show-segments",)),
        ("talks.segments.json", ("--show-segments", "--output-format", "json")),
    ],
)
def test_the_report_is_the_one_on_record(
    name: str, options: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(GOLDEN)
    monkeypatch.setattr(copylint, "__version__", "0.0.0")
    code = main(["check", "--isolated", "--packs", "./desk.yaml", *options, "talks.txt"])
    report = capsys.readouterr()
    assert (code, report.err) == (0 if "--show-segments" in options else 1, "")
    if os.environ.get(RENEWED):
        (GOLDEN / name).write_text(report.out, encoding="utf-8")
    assert report.out == (GOLDEN / name).read_text(encoding="utf-8")


def test_every_rule_is_seen_at_work_and_does_what_it_says() -> None:
    (pack,) = load(["desk.yaml"], GOLDEN)
    report = (GOLDEN / "talks.concise").read_text(encoding="utf-8")
    assert [rule.id for rule in pack.rules if f"[{rule.id}]" not in report] == []
    assert [failure for rule in pack.rules for failure in failures(rule)] == []
