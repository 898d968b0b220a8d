"""How true and how quiet the default rules are on real copy, as a table.

    python benchmarks/precision.py [--corpus FOLDER] [--sample 100 --seed 1]

Prints a row for each kind of `labels.jsonl` (occurrences judged true or false by a reader), the findings per 1,000
words at warning or above for each folder, and, with `--sample`, findings drawn at random from the English folders to
be read.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Final

from copylint.checks.model import Setting
from copylint.config.settings import Settings, ruleset
from copylint.document.formats import read
from copylint.engine.linter import Linter
from copylint.finding import Finding
from copylint.ruleset.model import PROFILES
from copylint.source.decode import Source, decode

CORPUS: Final = Path(__file__).resolve().parents[2] / "shared" / "corpus"

RULES_OF_KIND: Final = {
    "lc-month": ("lowercase-month",),
    "lc-month-homograph": ("lowercase-month",),
    "lc-weekday": ("lowercase-weekday",),
    "num-date": ("ambiguous-numeric-date", "numeric-date-in-prose", "header-field-in-body", "two-digit-year"),
    "double-word": ("doubled-word", "doubled-phrase"),
    "name-variant": ("name-spelled-two-ways",),
    "dup-line-adjacent": (
        "duplicate-caption",
        "near-duplicate-caption",
        "duplicate-paragraph",
        "duplicate-sentence",
        "duplicate-headline",
        "doubled-phrase",
    ),
    "dup-line": ("duplicate-caption", "duplicate-paragraph", "duplicate-sentence", "near-duplicate-paragraph"),
    "tk": ("to-come", "xxx", "lorem-ipsum", "todo-mark", "query-mark", "more-mark"),
    "double-escaped": ("double-escaped-entity",),
    "entity": ("html-entity-residue",),
    "mojibake": ("mojibake", "replacement-character"),
    "zero-width": ("invisible-character", "soft-hyphen"),
    "c1-control": ("control-character",),
    "trailing-pipe": ("trailing-pipe",),
    "md-image": ("empty-image",),
    "html-residue": ("html-tag-residue", "html-entity-residue", "script-style-residue"),
    "boilerplate": (
        "read-more-plug",
        "newsletter-plug",
        "share-buttons",
        "ad-marker",
        "copyright-line",
        "image-ui-text",
    ),
    "wire-instr": ("signoff-in-copy",),
    "quote-odd": ("unbalanced-quote",),
    "quote-curly": ("unbalanced-quote",),
    "weekday-mismatch": ("wrong-weekday",),
    "impossible-date": ("impossible-date",),
}
"""Which shipped rules answer for a kind of label."""

PROFILE_OF_KIND: Final = {"wire-instr": "web"}

ENGLISH: Final = ("reuters-web", "bbc-2004", "fnc1-web", "18f-posts-md", "ucsc-posts-md")
_AROUND: Final = 100
"""How much of the copy round a finding a sample shows, in code points."""

OTHER_LANGUAGES: Final = ("fakenews-es/*", "fakebr-pt/*", "vfnd-vi/*", "vietnews-tok/*", "html-conv-fundus/de-*")
"""Files in which no rule for English alone should speak."""


@dataclass(frozen=True)
class Label:
    file: str
    line: int
    kind: str
    match: str
    verdict: bool


@dataclass(frozen=True)
class Reported:
    """A finding with the lines that it touches in its file."""

    file: str
    lines: range
    finding: Finding


class Reader:
    """Lints files of the corpus, each once for a profile."""

    def __init__(self, corpus: Path) -> None:
        self._corpus = corpus
        self._linters = {
            profile: Linter(ruleset(Settings(profile=profile)), Setting(profile=profile)) for profile in PROFILES
        }
        self._read: dict[tuple[str, str], list[Reported]] = {}

    def reported(self, file: str, profile: str = "wire") -> list[Reported]:
        key = file, profile
        if key not in self._read:
            self._read[key] = list(self._lint(file, profile))
        return self._read[key]

    def _lint(self, file: str, profile: str) -> Iterator[Reported]:
        path = self._corpus / file
        for first_line, source in _sources(path):
            documents = read(source)
            for finding in self._linters[profile].lint(source, documents).findings:
                places = [finding.span, *(related.span for related in finding.related)]
                for place in places if finding.count > 1 else places[:1]:
                    lines = (source.lines.line_of(offset) + first_line - 1 for offset in (place.start, place.end))
                    yield Reported(file, range(next(lines), next(lines) + 1), finding)


def _sources(path: Path) -> Iterator[tuple[int, Source]]:
    """The file's sources, each with the number of its first line.

    Of an SGML file these are each story's dateline and body, of a crawler's JSON file its title and main text.
    """
    source = decode(str(path), path.read_bytes())
    if path.suffix == ".json":
        page = json.loads(source.text)
        yield 1, Source("story.txt", b"", f"{page.get('title') or ''}\n\n{page.get('maintext') or ''}", "utf-8")
        return
    if path.suffix != ".sgm":
        yield 1, source
        return
    for story in re.finditer(r"(?:<DATELINE>(.*?)</DATELINE>)?<BODY>(.*?)</BODY>", source.text, re.DOTALL):
        text = unescape((story[1] or "") + story[2]).replace("\x03", "")
        yield source.lines.line_of(story.start()), Source("story.txt", b"", text, "utf-8")


def labels(corpus: Path) -> list[Label]:
    lines = (corpus / "labels.jsonl").read_text("utf-8").splitlines()
    records = (json.loads(line) for line in lines)
    return [Label(*(record[key] for key in ("file", "line", "kind", "match", "verdict"))) for record in records]


def print_kinds(reader: Reader, judged: Sequence[Label], *, shipped: set[str]) -> None:
    """A row for each kind: how many true labels were found and how many false ones were reported."""
    by_kind: dict[str, list[Label]] = defaultdict(list)
    for label in judged:
        by_kind[label.kind].append(label)
    totals: Counter[str] = Counter()
    print(f"{'kind':20} {'true':>5} {'found':>6} {'false':>6} {'reported':>9}")
    for kind, occurrences in sorted(by_kind.items()):
        rules = set(RULES_OF_KIND.get(kind, ())) & shipped
        if not rules:
            print(f"{kind:20} no shipped rule runs by default")
            continue
        row = Counter(_outcome(reader, label, rules) for label in occurrences)
        totals += row
        print(f"{kind:20} {_true(row):5} {row['found']:6} {_false(row):6} {row['reported']:9}")
    precision = totals["found"] / max(totals["found"] + totals["reported"], 1)
    recall = totals["found"] / max(_true(totals), 1)
    print(f"{'all':20} {_true(totals):5} {totals['found']:6} {_false(totals):6} {totals['reported']:9}")
    print(f"precision {precision:.3f}, recall {recall:.3f}")


def _outcome(reader: Reader, label: Label, rules: set[str]) -> str:
    reported = reader.reported(label.file, PROFILE_OF_KIND.get(label.kind, "wire"))
    hit = any(each.finding.rule in rules and label.line in each.lines for each in reported)
    if label.verdict:
        return "found" if hit else "missed"
    return "reported" if hit else "left alone"


def _true(row: Counter[str]) -> int:
    return row["found"] + row["missed"]


def _false(row: Counter[str]) -> int:
    return row["reported"] + row["left alone"]


def print_density(reader: Reader, corpus: Path, pattern: str, *, rules: set[str]) -> None:
    """Findings of these rules per 1,000 words at warning or above, and the rules that make most of them."""
    words, found = 0, Counter[str]()
    for path in sorted(corpus.glob(pattern)):
        words += sum(len(source.text.split()) for _, source in _sources(path))
        reported = reader.reported(path.relative_to(corpus).as_posix())
        found.update(each.rule for each in {each.finding for each in reported} if each.severity != "info")
    counted = {rule: count for rule, count in found.most_common() if rule in rules}
    total = sum(counted.values())
    common = ", ".join(f"{rule} {count}" for rule, count in list(counted.items())[:6])
    print(f"{pattern:22} {words:9,} words {total:6} findings {1000 * total / max(words, 1):6.3f} per 1,000  {common}")


def print_sample(reader: Reader, corpus: Path, *, size: int, seed: int) -> None:
    """Findings at warning or above drawn at random from the English folders, to be read one by one."""
    files = [f"{folder}/{path.name}" for folder in ENGLISH for path in sorted((corpus / folder).iterdir())]
    found = [each for file in files for each in reader.reported(file) if each.finding.severity != "info"]
    chosen = random.Random(seed).sample(found, min(size, len(found)))  # noqa: S311 - a sample, not a secret
    for each in chosen:
        text = decode(each.file, (corpus / each.file).read_bytes()).text
        start, end = each.finding.span.start, each.finding.span.end
        excerpt = f"{text[max(start - _AROUND, 0) : start]}>>>{text[start:end]}<<<{text[end : end + _AROUND]}"
        print(f"{each.file}:{each.lines.start} {each.finding.rule}: {each.finding.message}")
        print("    " + " ".join(excerpt.split())[:400])


def main() -> None:
    parser = argparse.ArgumentParser(description="How true and how quiet the default rules are on real copy.")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--sample", type=int, default=0, help="how many findings to draw at random")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    reader = Reader(arguments.corpus)
    rules = ruleset(Settings()).rules
    shipped = {rule.id for rule in rules}
    print_kinds(reader, labels(arguments.corpus), shipped=shipped)
    print("\nall rules, warning or above")
    for folder in ENGLISH:
        print_density(reader, arguments.corpus, f"{folder}/*", rules=shipped)
    print("\nrules for English alone, warning or above")
    english = {rule.id for rule in rules if rule.languages == ("en",)}
    for pattern in OTHER_LANGUAGES:
        print_density(reader, arguments.corpus, pattern, rules=english)
    if arguments.sample:
        print_sample(reader, arguments.corpus, size=arguments.sample, seed=arguments.seed)


if __name__ == "__main__":
    main()
