"""The report for programs is a contract (design, section 7): its keys, its types, and what each value means."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from copylint.checks.model import FixForm, Setting
from copylint.engine.checker import Checker
from copylint.engine.linter import Linter
from copylint.engine.run import Reading, Run
from copylint.engine.run import run_of as run_of_outcomes
from copylint.errors import Problem
from copylint.finding import Edit, Finding, Fix, Related, Span
from copylint.report import json as report
from copylint.report import segments
from copylint.ruleset.model import Rule, Ruleset

RunOf = Callable[..., Run]


def closed(**properties: object) -> dict[str, Any]:
    """An object with exactly these keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


NUMBER = {"type": "integer", "minimum": 0}
ONE_BASED = {"type": "integer", "minimum": 1}
TEXT = {"type": "string"}
PLACE = closed(line=ONE_BASED, column=ONE_BASED, offset=NUMBER)
LEVELS = ["error", "warning", "info"]
FINDING = closed(
    path=TEXT,
    document=NUMBER,
    rule=TEXT,
    severity={"enum": LEVELS},
    message=TEXT,
    count=ONE_BASED,
    start=PLACE,
    end=PLACE,
    text=TEXT,
    part={"type": ["string", "null"]},
    fingerprint={"type": "string", "pattern": "^[0-9a-f]{16}$"},
    fix={
        "oneOf": [
            {"type": "null"},
            closed(
                safety={"enum": ["safe", "unsafe", "manual"]},
                edits={"type": "array", "items": closed(start=NUMBER, end=NUMBER, text=TEXT)},
            ),
        ]
    },
    related={"type": "array", "items": closed(message=TEXT, start=PLACE, end=PLACE)},
)
OR_NOTHING = {"oneOf": [{"type": "null"}, ONE_BASED]}
ERROR = closed(path={"type": ["string", "null"]}, line=OR_NOTHING, column=OR_NOTHING, message=TEXT)
REPORT = closed(
    version={"const": 1},
    copylint=TEXT,
    findings={"type": "array", "items": FINDING},
    errors={"type": "array", "items": ERROR},
    summary=closed(
        files=NUMBER,
        left_out=NUMBER,
        findings=NUMBER,
        error=NUMBER,
        warning=NUMBER,
        info=NUMBER,
        fixable=NUMBER,
        accepted=NUMBER,
        untouched=NUMBER,
        suppressed=NUMBER,
        outdated=NUMBER,
    ),
)
SEGMENTS = closed(
    version={"const": 1},
    documents={
        "type": "array",
        "items": closed(
            path=TEXT,
            document=NUMBER,
            format=TEXT,
            language=TEXT,
            metadata={"type": "object", "additionalProperties": TEXT},
            segments={
                "type": "array",
                "items": closed(part=TEXT, language=TEXT, start=PLACE, end=PLACE, text=TEXT),
            },
        ),
    },
)


def dumped(run: Run) -> dict[str, Any]:
    (text,) = report.lines(run)
    value: dict[str, Any] = json.loads(text)
    jsonschema.validate(value, REPORT)
    return value


def finding(start: int, end: int, **changes: object) -> Finding:
    values: dict[str, Any] = {"text": "", "fingerprint": "0" * 16, **changes}
    return Finding(Span(start, end), "some-rule", "error", "Mend it.", **values)


def test_every_value_of_a_finding(run_of: RunOf) -> None:
    whole = finding(
        5,
        9,
        text="july",
        part="body",
        count=2,
        document=1,
        fix=Fix("safe", (Edit(5, 9, "July"),)),
        related=(Related("also here", Span(0, 2)),),
    )
    assert dumped(run_of("In\nA july\n", whole, path="wire/a.txt"))["findings"] == [
        {
            "path": "wire/a.txt",
            "document": 1,
            "rule": "some-rule",
            "severity": "error",
            "message": "Mend it.",
            "count": 2,
            "start": {"line": 2, "column": 3, "offset": 5},
            "end": {"line": 2, "column": 7, "offset": 9},
            "text": "july",
            "part": "body",
            "fingerprint": "0" * 16,
            "fix": {"safety": "safe", "edits": [{"start": 5, "end": 9, "text": "July"}]},
            "related": [
                {
                    "message": "also here",
                    "start": {"line": 1, "column": 1, "offset": 0},
                    "end": {"line": 1, "column": 3, "offset": 2},
                }
            ],
        }
    ]


def test_what_is_not_there_is_null_or_empty(run_of: RunOf) -> None:
    manual = finding(0, 2, fix=Fix("manual"))
    first, second = dumped(run_of("In\n", finding(0, 2), manual))["findings"]
    assert (first["fix"], first["part"], first["related"]) == (None, None, [])
    assert second["fix"] == {"safety": "manual", "edits": []}


def run_with(rule: Rule, name: str, data: bytes) -> Run:
    checker = Checker(Linter(Ruleset((rule,)), Setting()), Reading())
    return run_of_outcomes([checker.check_bytes(name, data)])


def test_offsets_count_code_points_behind_the_byte_order_mark() -> None:
    data = "\ufeff𝄞 東 july\r\n".encode()
    run = run_with(rule("july"), "a.txt", data)
    (found,) = dumped(run)["findings"]
    assert found["start"] == {"line": 1, "column": 5, "offset": 4}


def test_errors_have_their_place_or_null(run_of: RunOf) -> None:
    problems = (
        Problem("the whole file", "a.txt"),
        Problem("one place", "b.yaml", 3, 7, hint="not for programs"),
        Problem("the command line"),
    )
    assert dumped(run_of("In\n", problems=problems))["errors"] == [
        {"path": "a.txt", "line": None, "column": None, "message": "the whole file"},
        {"path": "b.yaml", "line": 3, "column": 7, "message": "one place"},
        {"path": None, "line": None, "column": None, "message": "the command line"},
    ]


def test_the_summary_counts(run_of: RunOf) -> None:
    findings = (
        finding(0, 1, fix=Fix("safe", (Edit(0, 1, ""),))),
        finding(1, 2, fix=Fix("unsafe", (Edit(1, 2, ""),))),
        replace(finding(0, 2), severity="warning"),
        replace(finding(0, 2), severity="info"),
    )
    run = run_of("In\n", *findings)
    run = replace(run, unread=2, left_out=("x.json", "y.json", "z.json"))
    assert dumped(run)["summary"] == {
        "files": 3,
        "left_out": 3,
        "findings": 4,
        "error": 2,
        "warning": 1,
        "info": 1,
        "fixable": 1,
        "accepted": 0,
        "untouched": 0,
        "suppressed": 0,
        "outdated": 0,
    }


def test_an_empty_run_is_a_whole_object() -> None:
    value = dumped(Run())
    assert (value["findings"], value["errors"], value["summary"]["files"]) == ([], [], 0)


def rule(pattern: str) -> Rule:
    return Rule(
        "some-rule",
        "pattern",
        "Mend it.",
        "error",
        "ours",
        "topic",
        "a.yaml",
        1,
        options={"pattern": pattern},
        fix=FixForm("safe", replace=""),
        languages=("*",),
        text="source",
    )


STORY = '---\ntitle: Rain\n---\n\n\tA "flood" in Derna |\r\n\r\n***\n\nCafé &amp; **bar** |  \n'


@pytest.mark.parametrize("pattern", [r"\s+$", r"[|]", r"\S+", r"^.*$", r"\*+"])
def test_the_text_of_a_source_rule_is_the_slice_of_the_source(pattern: str) -> None:
    found = dumped(run_with(rule(pattern), "story.md", STORY.encode()))["findings"]
    assert found
    for each in found:
        assert each["text"] == STORY[each["start"]["offset"] : each["end"]["offset"]]


def test_between_segments_there_is_no_part() -> None:
    story = b"A flood in Derna on Monday, seen from above. |\n"
    found = dumped(run_with(rule("[|]"), "story.txt", story))["findings"]
    assert [each["part"] for each in found] == [None]


def test_names_that_are_no_text_come_back_as_they_were(run_of: RunOf) -> None:
    name = os.fsdecode(b"a\xff\n::error::\x1b##[group].txt")
    (text,) = report.lines(run_of("In\n", finding(0, 2), path=name))
    assert json.loads(text)["findings"][0]["path"] == name
    assert text.isascii()
    assert "##[" not in text
    assert [line for line in text.split("\n") if line.lstrip().startswith("::")] == []


def test_the_segments_are_a_contract_too(run_of: RunOf) -> None:
    story = "---\ntitle: Rain\n---\n# A flood\n\nIt rained for three days in the old town.\n"
    (text,) = segments.json_lines(run_of(story, path="a.md"))
    value = json.loads(text)
    jsonschema.validate(value, SEGMENTS)
    (document,) = value["documents"]
    assert (document["metadata"]["title"], document["format"], document["language"]) == ("Rain", "markdown", "en")
    assert [each["part"] for each in document["segments"]] == ["front-matter", "headline", "body"]
    assert document["segments"][1] == {
        "part": "headline",
        "language": "en",
        "start": {"line": 4, "column": 3, "offset": 22},
        "end": {"line": 4, "column": 10, "offset": 29},
        "text": "A flood",
    }
