"""SARIF 2.1.0, as GitHub's code scanning and other viewers read it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import copylint
from copylint.engine.run import Checked, Run
from copylint.errors import Problem
from copylint.finding import Finding, Span
from copylint.report.json import dumped
from copylint.ruleset.model import Rule
from copylint.source.excerpt import Excerpt

_MARKS: Final = frozenset("\\`*_{}[]<>()#+-.!|~")
_LEVELS: Final = {"error": "error", "warning": "warning", "info": "note"}
_ROOT: Final = "%SRCROOT%"
_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_HOME: Final = "https://github.com/copylint/copylint"


def lines(run: Run) -> Iterator[str]:
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(run)]}
    yield dumped(log)


def _run(run: Run) -> dict[str, Any]:
    found = {finding.rule: finding.severity for finding in run.findings}
    known = {rule.id: rule for rule in run.rules}
    indices = {rule: index for index, rule in enumerate(sorted(found))}
    return {
        "tool": {
            "driver": {
                "name": "copylint",
                "version": copylint.__version__,
                "semanticVersion": copylint.__version__,
                "informationUri": _HOME,
                "rules": [_rule(each, known.get(each), found[each]) for each in indices],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that copylint ran in."}}},
        "invocations": [
            {
                "executionSuccessful": not run.problems,
                "toolExecutionNotifications": [_notification(problem) for problem in run.problems],
            }
        ],
        "results": [result for checked in run.checked for result in _results(checked, indices)],
    }


def _rule(name: str, rule: Rule | None, severity: str) -> dict[str, Any]:
    short = f"{name.replace('-', ' ').capitalize()}."
    why = rule.why if rule and rule.why else short
    described: dict[str, Any] = {
        "id": name,
        "name": name,
        "shortDescription": {"text": short},
        "fullDescription": {"text": why},
        "help": {"text": f"{why} ('copylint rule {name}' shows examples.)", "markdown": _help(name, why)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity if rule else severity]},
    }
    if rule:
        described["properties"] = {"tags": sorted({rule.topic, rule.pack} - {""})}
    return described


def _help(name: str, why: str) -> str:
    """What stands in the rule file, with every sign that Markdown would take for a mark escaped."""
    escaped = "".join(f"\\{char}" if char in _MARKS else char for char in why)
    return f"{escaped}\n\n`copylint rule {name}` shows examples."


def _results(checked: Checked, indices: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for finding in checked.findings:
        seen[finding.fingerprint] += 1
        ordinal = seen[finding.fingerprint]
        name = finding.fingerprint if ordinal == 1 else f"{finding.fingerprint}:{ordinal}"
        times = f" ({finding.count} times)" if finding.count > 1 else ""
        result: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": indices[finding.rule],
            "level": _LEVELS[finding.severity],
            "message": {"text": finding.message + times},
            "locations": [_location(checked, finding.span)],
            "partialFingerprints": {"copylint/v1": name, "primaryLocationLineHash": name},
        }
        if finding.related:
            result["relatedLocations"] = [
                {"message": {"text": each.message}, **_location(checked, each.span)} for each in finding.related
            ]
        if finding.fix and finding.fix.edits and not checked.withheld:
            result["fixes"] = [_fix(checked, finding)]
        yield result


def _location(checked: Checked, span: Span) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(checked.path), "region": _region(checked.excerpt, span)}}


def _region(excerpt: Excerpt, span: Span) -> dict[str, int]:
    start, end = excerpt.position(span.start), excerpt.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _fix(checked: Checked, finding: Finding) -> dict[str, Any]:
    edits = finding.fix.edits if finding.fix else ()
    replacements = [
        {
            "deletedRegion": {"charOffset": edit.start, "charLength": edit.end - edit.start},
            "insertedContent": {"text": edit.text},
        }
        for edit in edits
    ]
    change = {"artifactLocation": _artifact(checked.path), "replacements": replacements}
    return {"description": {"text": finding.message}, "artifactChanges": [change]}


def _artifact(path: str) -> dict[str, str]:
    """An absolute path, which is only there when it was named so, stays one."""
    if Path(path).is_absolute():
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(os.fsencode(path.replace(os.sep, "/"))), "uriBaseId": _ROOT}


def _notification(problem: Problem) -> dict[str, Any]:
    message = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    notification: dict[str, Any] = {"level": "error", "message": {"text": message}}
    if problem.path is not None:
        place: dict[str, Any] = {"artifactLocation": _artifact(problem.path)}
        if problem.line is not None:
            place["region"] = {"startLine": problem.line}
        notification["locations"] = [{"physicalLocation": place}]
    return notification
