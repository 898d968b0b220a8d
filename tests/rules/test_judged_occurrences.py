"""The core rules against occurrences in real copy that a person judged true or false."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from copylint.checks.model import Setting
from copylint.document.formats import read
from copylint.engine.linter import Linter
from copylint.ruleset.load import load
from copylint.ruleset.model import Ruleset
from copylint.source.decode import Source, decode

CORE = Path(__file__).parents[2] / "rules" / "core"
RULES = {
    "lc-month": ("lowercase-month",),
    "lc-month-homograph": ("lowercase-month",),
    "lc-weekday": ("lowercase-weekday",),
    "double-word": ("doubled-word",),
    "trailing-pipe": ("trailing-pipe", "leading-pipe", "orphan-table-rule"),
    "html-residue": ("html-tag-residue", "html-entity-residue"),
    "entity": ("html-entity-residue",),
    "double-escaped": ("double-escaped-entity",),
    "md-image": ("empty-image",),
    "tk": ("to-come", "xxx", "lorem-ipsum", "todo-mark", "fill-in-brackets", "more-mark"),
    "num-date": ("ambiguous-numeric-date",),
    "weekday-mismatch": ("wrong-weekday",),
    "impossible-date": ("impossible-date",),
    "dup-line-adjacent": ("duplicate-caption", "duplicate-paragraph"),
    "dup-line": ("duplicate-caption", "duplicate-paragraph", "duplicate-sentence"),
}
MISSED = {
    # 'that that' is right too often to be reported, and a capitalised word twice may be a name.
    ("double-word", "that that"),
    ("double-word", "British British"),
    # Numeric, but with one reading; without a cue that a date follows.
    ("num-date", "10/16/97"),
    ("num-date", "08/11/14"),
    ("num-date", "3/1"),
    # A web page's own lines, a cross-head, and a line without a break between its copies.
    ("dup-line-adjacent", "= line 21"),
    ("dup-line-adjacent", "= line 33"),
    ("dup-line-adjacent", "= line 5"),
}


def judged(corpus: Path) -> Iterator[dict[str, str]]:
    for line in (corpus / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        if label["kind"] in RULES and Path(label["file"]).suffix in (".txt", ".md"):
            yield label


@cache
def linter() -> Linter:
    wanted = {rule for rules in RULES.values() for rule in rules}
    rules = tuple(rule for pack in load([str(CORE)], CORE) for rule in pack.rules if rule.id in wanted)
    assert {rule.id for rule in rules} == wanted
    return Linter(Ruleset(rules), Setting())


@cache
def findings_by_line(path: Path) -> dict[int, set[str]]:
    """The rules that report something on each line; a finding that stands for several counts on all their lines."""
    source = decode(str(path), path.read_bytes())
    found: dict[int, set[str]] = {}
    for finding in linter().lint(source, read(source)).findings:
        spans = (finding.span, *(each.span for each in finding.related))
        for span in spans:
            for line in range(_line(source, span.start), _line(source, span.end) + 1):
                found.setdefault(line, set()).add(finding.rule)
    return found


def _line(source: Source, offset: int) -> int:
    return source.lines.line_of(offset)


def reported(corpus: Path, label: dict[str, str]) -> bool:
    return not findings_by_line(corpus / label["file"]).get(int(label["line"]), set()).isdisjoint(RULES[label["kind"]])


def test_what_was_judged_false_is_not_reported(corpus: Path) -> None:
    wrong = [label for label in judged(corpus) if not label["verdict"] and reported(corpus, label)]
    assert not wrong


def test_what_was_judged_true_is_reported(corpus: Path) -> None:
    missed = [
        label
        for label in judged(corpus)
        if label["verdict"] and (label["kind"], label["match"]) not in MISSED and not reported(corpus, label)
    ]
    assert not missed
