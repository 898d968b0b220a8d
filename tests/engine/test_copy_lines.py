"""Rules with `text: source` in formats that have markup of their own."""

from __future__ import annotations

from typing import Final

import pytest

from copylint.checks.model import FixForm, Setting
from copylint.document.formats import read
from copylint.engine.fixer import apply
from copylint.engine.linter import Linter
from copylint.finding import Finding
from copylint.ruleset.model import Rule, Ruleset
from copylint.source.decode import Source, decode

RULE: Final = Rule(
    id="no-mark",
    check="pattern",
    message="Delete it.",
    severity="error",
    pack="ours",
    topic="markup",
    path="markup.yaml",
    line=1,
    languages=("*",),
    text="source",
    options={"pattern": r"^---$|\|"},
    fix=FixForm("safe", replace=""),
)


def lint(name: str, text: str) -> tuple[Source, tuple[Finding, ...]]:
    source = decode(name, text.encode())
    return source, Linter(Ruleset((RULE,)), Setting()).lint(source, read(source)).findings


@pytest.mark.parametrize(
    ("name", "text", "slices", "fixed"),
    [
        ("a.jsonl", r'{"text": "A dam |fell."}', ["|"], r'{"text": "A dam fell."}'),
        ("a.jsonl", r'{"text": "A dam fell.\n---\nIt rained."}', ["---"], r'{"text": "A dam fell.\n\nIt rained."}'),
        ("a.jsonl", r'{"text": "A dam \u007cfell."}', [r"\u007c"], r'{"text": "A dam fell."}'),
        ("a.jsonl", r'{"id": "a|b", "text": "A dam fell."}', [], None),
        ("a.json", r'{"uri": "a|b", "headline": "A dam |fell"}', ["|"], r'{"uri": "a|b", "headline": "A dam fell"}'),
        (
            "a.xml",
            '<nitf uno="a|b"><body><body.content><p>A dam |fell.</p>\n---\n</body.content></body></nitf>',
            ["|", "---"],
            None,
        ),
        (
            "a.xml",
            "<nitf><body><body.content><p>A dam &#124;fell.</p></body.content></body></nitf>",
            ["&#124;"],
            "<nitf><body><body.content><p>A dam fell.</p></body.content></body></nitf>",
        ),
        ("a.html", '<html><p title="|">A dam |fell.<p>---', ["|", "---"], None),
        ("a.txt", "A dam |fell.\n---\n", ["|", "---"], "A dam fell.\n"),
    ],
)
def test_a_rule_on_the_source_sees_what_the_markup_holds(
    name: str, text: str, slices: list[str], fixed: str | None
) -> None:
    source, findings = lint(name, text)
    assert [finding.text for finding in findings] == slices
    assert [text[finding.span.start : finding.span.end] for finding in findings] == slices
    if fixed is not None:
        assert apply(source, findings).text == fixed
