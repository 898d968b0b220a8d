"""The engine: runs a ruleset over the documents of one source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import process_time
from types import MappingProxyType
from typing import Final

from copylint.checks.model import Look, Match, Setting
from copylint.document.model import Document
from copylint.engine import assembly
from copylint.engine.admission import Admission
from copylint.engine.compiled import CompiledRule, Packed
from copylint.engine.copy_lines import matches_in_lines
from copylint.engine.prefilter import NeededLiterals, Prefilter, Sieve
from copylint.engine.supersession import without_superseded
from copylint.errors import Problem
from copylint.finding import Finding, sort_key
from copylint.ruleset.model import Ruleset
from copylint.source.decode import Source
from copylint.source.files import MEBIBYTE

CPU_SECONDS_PER_FILE: Final = 10.0
"""When they are used up, the rest of the rules is reported as not run (design, section 6)."""
CPU_SECONDS_PER_MEBIBYTE: Final = 60.0
"""Beside them, for a large file: an archive or a feed of a megabyte takes a dozen."""
_NAMED_AT_MOST: Final = 10
"""Rules that one message names."""


@dataclass(frozen=True)
class Result:
    """What linting one source gave: its findings in order, and what could not be done."""

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...] = ()


class Linter:
    """A ruleset made ready for any number of sources."""

    def __init__(
        self,
        ruleset: Ruleset,
        setting: Setting,
        prefilter: Callable[[Sequence[CompiledRule]], Prefilter] = NeededLiterals,
        stored: Mapping[str, Packed] = MappingProxyType({}),
    ) -> None:
        """`stored` has rules compiled in an earlier run, by their ids."""
        self._setting = setting
        self._rules = tuple(
            CompiledRule(rule, stored.get(rule.id))
            for rule in ruleset.rules
            if not rule.profiles or setting.profile in rule.profiles
        )
        self._prefilter = prefilter(self._rules)

    def lint(self, source: Source, documents: Sequence[Document]) -> Result:
        deadline = process_time() + _seconds_for(source)
        findings: list[Finding] = []
        problems: list[Problem] = []
        late: list[str] = []
        sieve = self._prefilter.sieve(documents)
        for compiled in sieve.rules:
            if process_time() > deadline:
                late.append(compiled.rule.id)
                continue
            try:
                findings += self._findings(compiled, source, documents, sieve)
            except TimeoutError:
                problems.append(_slow_rule(compiled, source))
        if late:
            problems.append(_too_long(late, source))
        rules = (compiled.rule for compiled in self._rules)
        return Result(tuple(sorted(without_superseded(findings, rules), key=sort_key)), tuple(problems))

    def _findings(
        self, compiled: CompiledRule, source: Source, documents: Sequence[Document], sieve: Sieve
    ) -> Iterator[Finding]:
        for document in documents:
            found = self._matches_in(compiled, document, sieve)
            findings = [assembly.finding(compiled, match, document, source) for match in found]
            if findings and compiled.rule.report == "once":
                findings = [assembly.once(sorted(findings, key=sort_key))]
            yield from findings

    def _matches_in(self, compiled: CompiledRule, document: Document, sieve: Sieve) -> Iterable[Match]:
        check = compiled.check
        if check.level == "source":
            return list(matches_in_lines(compiled, check, document, sieve))
        segments = tuple(segment for segment in document.segments if compiled.sees(segment))
        look = Look(document, segments, Admission(compiled, document).admits, self._setting)
        # All before the first becomes a finding: a pattern's clock runs until its last match is taken.
        if check.level == "document":
            return list(check.find_in_document(look))
        through = (segment for segment in segments if sieve.lets_through(compiled, segment.text))
        return [match for segment in through for match in check.find_in_segment(segment, look)]


def _seconds_for(source: Source) -> float:
    return CPU_SECONDS_PER_FILE + CPU_SECONDS_PER_MEBIBYTE * len(source.data) / MEBIBYTE


def _slow_rule(compiled: CompiledRule, source: Source) -> Problem:
    return Problem(
        f"rule '{compiled.rule.id}' ran out of time: the file is not checked for it",
        source.path,
        hint="make the rule's pattern simpler, or leave the file out with 'exclude:'",
    )


def _too_long(rules: Sequence[str], source: Source) -> Problem:
    named = ", ".join(rules[:_NAMED_AT_MOST])
    more = f" and {len(rules) - _NAMED_AT_MOST} more" if len(rules) > _NAMED_AT_MOST else ""
    return Problem(
        f"the file took more than {_seconds_for(source):.0f} seconds: it is not checked for {named}{more}",
        source.path,
        hint="cut it into smaller files, or leave it out with 'exclude:'",
    )
