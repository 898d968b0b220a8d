"""Fixes in real news files: the file still parses, says the same everywhere else, and gains no finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from copylint.checks.model import Setting
from copylint.config.settings import Settings, ruleset
from copylint.document.formats import read
from copylint.document.model import Document
from copylint.engine.fixer import apply
from copylint.engine.linter import Linter
from copylint.errors import CopylintError
from copylint.finding import Edit, Finding
from copylint.source.decode import Source, decode

_ROUNDS = 5


@pytest.fixture(scope="module")
def linter() -> Linter:
    """All rules but those on residue: what an entity or a tag hid is seen once it is mended."""
    rules = ruleset(Settings())
    return Linter(replace(rules, rules=tuple(rule for rule in rules.rules if rule.topic != "markup")), Setting())


def edits_of(findings: Sequence[Finding]) -> list[Edit]:
    return sorted({edit for finding in findings if finding.fix for edit in finding.fix.edits})


def read_or_none(path: Path) -> tuple[Source, tuple[Document, ...]] | None:
    try:
        source = decode(path.name, path.read_bytes())
        return source, read(source)
    except CopylintError:
        return None


def problems_of_fixing(path: Path, linter: Linter) -> list[str]:
    """What is wrong with a file after its fixes, safe and unsafe ones."""
    first = read_or_none(path)
    if first is None or not first[1]:
        return []
    source, documents = first
    before = linter.lint(source, documents).findings
    for _ in range(_ROUNDS):
        findings = linter.lint(source, documents).findings
        fixed = apply(source, findings, unsafe=True)
        if fixed.text == source.text:
            break
        changed = sum(len(edit.text) - (edit.end - edit.start) for edit in edits_of(fixed.findings))
        if len(fixed.text) - len(source.text) != changed:
            return [f"{path.name}: more than the edits was changed"]
        source = decode(path.name, source.encode(fixed.text))
        parts = [[segment.part for segment in document.segments] for document in documents]
        documents = read(source)
        if [[segment.part for segment in document.segments] for document in documents] != parts:
            return [f"{path.name}: its parts are others"]
    else:
        return [f"{path.name}: it never settles"]
    new = Counter(finding.rule for finding in findings) - Counter(finding.rule for finding in before)
    return [f"{path.name}: new findings {dict(new)}"] if new else []


@pytest.mark.parametrize("folder", ["wire-superdesk-core", "wire-superdesk-stt", "wire-iptc-ninjs", "wire-dpa-g2"])
def test_fixed_news_files_say_the_same_everywhere_else(corpus: Path, linter: Linter, folder: str) -> None:
    paths = sorted((corpus / folder).iterdir())
    assert paths
    assert [problem for path in paths for problem in problems_of_fixing(path, linter)] == []
