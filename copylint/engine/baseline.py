"""The findings that a newsroom has accepted: it goes on with its old copy, and only new findings show.

A record names a file, a rule and a keyed fingerprint: no line, and nothing that can be read as copy.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Final

from copylint.engine.fingerprint import keyed, nameless
from copylint.engine.run import Checked, Run
from copylint.finding import Finding
from copylint.ruleset.model import Rule
from copylint.values import dataclass

_ONCE: Final = "once"
"""In place of a fingerprint's words, for a rule that reports a file once: which place is the first may change."""


@dataclass(frozen=True, order=True)
class Record:
    """One accepted finding, or several of a rule that reports a file once."""

    path: str
    """POSIX, from the baseline's folder."""
    rule: str
    fingerprint: str
    ordinal: int = 1
    """Tells findings with the same words and neighbours in one file apart."""
    count: int = 1
    """How many places are accepted of a finding that stands for several."""
    reason: str = field(default="", compare=False)

    @property
    def key(self) -> tuple[str, str, str, int]:
        return self.path, self.rule, self.fingerprint, self.ordinal


@dataclass(frozen=True)
class Baseline:
    """A newsroom's accepted findings."""

    path: Path
    """The file that holds them."""
    salt: str
    records: tuple[Record, ...] = ()

    @cached_property
    def by_key(self) -> Mapping[tuple[str, str, str, int], Record]:
        """Made once, as `of_moved_files` is: fixing asks for every file anew."""
        return {record.key: record for record in self.records}

    @cached_property
    def of_moved_files(self) -> Mapping[tuple[str, str, int], Sequence[Record]]:
        """The records of files that are no longer where they were, by rule, fingerprint and ordinal."""
        places = {record.path for record in self.records}
        gone = {place for place in places if not self._exists(place)}
        moved: dict[tuple[str, str, int], list[Record]] = {}
        for record in self.records:
            if record.path in gone:
                moved.setdefault((record.rule, record.fingerprint, record.ordinal), []).append(record)
        return moved

    def applied(self, run: Run) -> Run:
        """The run without the accepted findings, the others' fingerprints keyed."""
        matcher = _Matcher(self, run.rules)
        checked = tuple(map(matcher.without_accepted, run.checked))
        return replace(
            run,
            checked=checked,
            baseline=_shown(self.path),
            accepted=matcher.accepted,
            outdated=len(matcher.outdated(run.checked)),
        )

    def applied_to(self, checked: Checked, rules: tuple[Rule, ...]) -> Checked:
        """One file, which these rules were run on, without its accepted findings."""
        return _Matcher(self, rules).without_accepted(checked)

    def updated(self, run: Run) -> Baseline:
        """With everything that the run found, and without what its files no longer hold; all reasons stay."""
        matcher = _Matcher(self, run.rules)
        matched: dict[tuple[str, str, str, int], Record] = {}
        for checked in run.checked:
            for record, known in matcher.records_of(checked):
                matched[record.key] = replace(record, reason=known.reason if known else "")
        gone = {record.key for record in matcher.outdated(run.checked)} | matcher.renamed
        kept = (record for record in self.records if record.key not in gone and self._exists(record.path))
        return replace(self, records=tuple(sorted({**{record.key: record for record in kept}, **matched}.values())))

    def with_record(self, record: Record) -> Baseline:
        """With one more, in place of what it says of the same finding."""
        others = (each for each in self.records if each.key != record.key)
        return replace(self, records=tuple(sorted((*others, record))))

    def records_of(self, checked: Checked, rules: tuple[Rule, ...]) -> Sequence[Record]:
        """What would be recorded of each finding of a file, which these rules were run on, in their order."""
        matcher = _Matcher(self, rules)
        return [record for record, _ in matcher.records_of(checked)]

    def place_of(self, path: str) -> str:
        """A file's path as records name it."""
        absolute = os.path.abspath(path)  # noqa: PTH100 - an archive has many files, and a Path takes longer
        try:
            inside = os.path.relpath(absolute, self.path.absolute().parent)
        except ValueError:  # on another drive of Windows
            inside = absolute
        return inside.replace(os.sep, "/")

    def _exists(self, place: str) -> bool:
        return (self.path.absolute().parent / place).exists()


class _Matcher:
    """Holds the findings of these rules against the records; a record may still have an id of former days."""

    def __init__(self, baseline: Baseline, rules: tuple[Rule, ...]) -> None:
        self._baseline = baseline
        self._rules = {rule.id: rule for rule in rules}
        self._waiting: dict[tuple[str, str, int], Iterator[Record]] = {}
        """Those of the records of moved files that nothing has matched."""
        self._used: set[tuple[str, str, str, int]] = set()
        self.renamed: set[tuple[str, str, str, int]] = set()
        """Records whose file lies elsewhere now, or whose rule has another id."""
        self.accepted = 0

    def without_accepted(self, checked: Checked) -> Checked:
        left = []
        for finding, (record, known) in zip(checked.findings, self.records_of(checked), strict=True):
            if known is not None and record.count <= known.count:
                self.accepted += 1
            else:
                left.append(replace(finding, fingerprint=record.fingerprint))
        return replace(checked, findings=tuple(left))

    def records_of(self, checked: Checked) -> Iterator[tuple[Record, Record | None]]:
        """Of each finding its record as it would be now, and the one that there is."""
        place = self._baseline.place_of(checked.path)
        seen: Counter[tuple[str, str]] = Counter()
        for finding in checked.findings:
            name = self._fingerprint(finding)
            seen[finding.rule, name] += 1
            record = Record(place, finding.rule, name, seen[finding.rule, name], finding.count)
            yield record, self._known(record)

    def outdated(self, files: Sequence[Checked]) -> list[Record]:
        """The records of these files that nothing matched; what a rule would find that didn't run, nobody knows."""
        places = {self._baseline.place_of(each.path) for each in files}
        ran = {name for rule in self._rules.values() for name in (rule.id, *rule.formerly)}
        return [
            record
            for record in self._baseline.records
            if record.path in places and record.rule in ran and record.key not in self._used
        ]

    def _known(self, record: Record) -> Record | None:
        rule = self._rules.get(record.rule)
        ids = (record.rule, *rule.formerly) if rule is not None else (record.rule,)
        names = [(each, record.fingerprint, record.ordinal) for each in ids]
        here = (self._baseline.by_key.get((record.path, *name)) for name in names)
        known = next(filter(None, chain(here, map(self._moved_here, names))), None)
        if known is not None:
            self._used.add(known.key)
            if known.key != record.key:
                self.renamed.add(known.key)
        return known

    def _moved_here(self, name: tuple[str, str, int]) -> Record | None:
        """The record of the same words in a file that is no longer where it was: archives move their folders."""
        waiting = self._waiting.setdefault(name, iter(self._baseline.of_moved_files.get(name, ())))
        return next(waiting, None)

    def _fingerprint(self, finding: Finding) -> str:
        rule = self._rules.get(finding.rule)
        raw = f"{_ONCE} {rule.first_id}" if rule is not None and rule.report == "once" else finding.fingerprint
        return keyed(raw, self._baseline.salt)


def identified(run: Run) -> Run:
    """A run without a baseline: what is withheld gets fingerprints that say nothing of its words."""
    return replace(run, checked=tuple(_nameless(each) if each.withheld else each for each in run.checked))


def _nameless(checked: Checked) -> Checked:
    seen: Counter[str] = Counter()
    findings = []
    for finding in checked.findings:
        seen[finding.rule] += 1
        name = nameless(finding.rule, checked.path.replace(os.sep, "/"), seen[finding.rule])
        findings.append(replace(finding, fingerprint=name))
    return replace(checked, findings=tuple(findings))


def _shown(path: Path) -> str:
    """From the working folder if it lies there, else in full."""
    absolute = path.absolute()
    return str(absolute.relative_to(Path.cwd())) if absolute.is_relative_to(Path.cwd()) else str(absolute)
