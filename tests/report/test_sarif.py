"""SARIF that the official schema accepts, with what GitHub's code scanning asks for.

The schema is that of Microsoft's `jest-sarif` (MIT licence), 2.1.0-rtm.5.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft4Validator

from copylint.engine.run import Run
from copylint.errors import Problem
from copylint.finding import Edit, Finding, Fix, Related, Span
from copylint.report import sarif

RunOf = Callable[..., Run]
SCHEMA: Final = Draft4Validator(json.loads(Path(__file__).with_name("sarif-2.1.0-rtm.5.json").read_text("utf-8")))
STORY: Final = "In july 🙂 2025\nthe the end.\n"


def finding(start: int, end: int, rule: str = "lowercase-month", **others: Any) -> Finding:  # noqa: ANN401 - fields
    fields = {"message": "Write it out.", "text": "", "fingerprint": "0123456789abcdef"}
    return Finding(Span(start, end), rule, "error", **{**fields, **others})


def log_of(run: Run) -> dict[str, Any]:
    (text,) = sarif.lines(run)
    log: dict[str, Any] = json.loads(text)
    assert [error.message for error in SCHEMA.iter_errors(log)] == []
    (only,) = log["runs"]
    found: dict[str, Any] = only
    return found


def test_an_empty_run_is_valid() -> None:
    assert log_of(Run())["results"] == []


def test_places_count_code_points(run_of: RunOf) -> None:
    run = log_of(run_of(STORY, finding(10, 14), path="wire/a b%é.txt"))
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert place["artifactLocation"] == {"uri": "wire/a%20b%25%C3%A9.txt", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {
        "startLine": 1,
        "startColumn": 11,
        "endLine": 1,
        "endColumn": 15,
        "charOffset": 10,
        "charLength": 4,
    }


@pytest.mark.parametrize(
    ("fix", "replacements"),
    [
        (None, None),
        (Fix("manual"), None),
        (Fix("safe", (Edit(3, 7, "July"),)), [{"deletedRegion": {"charOffset": 3, "charLength": 4}}]),
    ],
)
def test_fixes(run_of: RunOf, fix: Fix | None, replacements: list[dict[str, Any]] | None) -> None:
    (result,) = log_of(run_of(STORY, finding(3, 7, fix=fix)))["results"]
    if replacements is None:
        assert "fixes" not in result
        return
    (change,) = result["fixes"][0]["artifactChanges"]
    assert [each["deletedRegion"] for each in change["replacements"]] == [
        each["deletedRegion"] for each in replacements
    ]
    assert change["replacements"][0]["insertedContent"] == {"text": "July"}


def test_every_rule_is_described_and_referred_to(run_of: RunOf) -> None:
    run = log_of(run_of(STORY, finding(3, 7), finding(16, 23, "doubled-word", related=(Related("here", Span(0, 2)),))))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["doubled-word", "lowercase-month"]
    for rule in rules:
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
    assert [(each["ruleId"], each["ruleIndex"]) for each in run["results"]] == [
        ("lowercase-month", 1),
        ("doubled-word", 0),
    ]
    assert run["results"][1]["relatedLocations"][0]["message"] == {"text": "here"}


def test_the_same_words_twice_have_two_fingerprints(run_of: RunOf) -> None:
    results = log_of(run_of(STORY, finding(3, 7), finding(16, 19)))["results"]
    names = [each["partialFingerprints"]["primaryLocationLineHash"] for each in results]
    assert names == ["0123456789abcdef", "0123456789abcdef:2"]


def test_what_could_not_be_done_is_told() -> None:
    run = log_of(Run(problems=(Problem("no", "a.txt", 3, 1, hint="do so"), Problem("not at all"))))
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [each["message"]["text"] for each in invocation["toolExecutionNotifications"]] == [
        "no (do so)",
        "not at all",
    ]


def test_withheld_stories_and_strange_names(run_of: RunOf) -> None:
    run = run_of(STORY, finding(3, 7, fix=Fix("safe")), path=os.fsdecode(b"caf\xe9.txt"))
    (checked,) = run.checked
    hidden = replace(checked, withheld=True, excerpt=replace(checked.excerpt, stretches={}, edited={}))
    (result,) = log_of(replace(run, checked=(hidden,)))["results"]
    assert "fixes" not in result
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "caf%E9.txt"
