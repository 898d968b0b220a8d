"""The engine: runs a ruleset over the documents of one source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from time import process_time
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from copylint.checks.model import Look, Match, Setting
from copylint.document.model import Document
from copylint.engine import assembly
from copylint.engine.admission import Admission
from copylint.engine.compiled import CompiledRule, Packed
from copylint.engine.copy_lines import matches_in_lines
from copylint.engine.prefilter import NeededLiterals, Prefilter, Sieve
from copylint.engine.sight import Sight
from copylint.engine.supersession import without_superseded
from copylint.errors import Problem
from copylint.finding import Finding, sort_key
from copylint.ruleset.model import Ruleset
from copylint.source.decode import Source
from copylint.values import dataclass

if TYPE_CHECKING:
    from copylint.engine.suppressions import Suppressions

CPU_SECONDS_PER_FILE: Final = 8.0
"""From its reading on. When they are used up, the rest of the rules is reported as not run; with the rule that runs at
that time, the start and the report, the largest file is to end within ten (design, section 6)."""
_ADDRESSED: Final = ("opylint", "OPYLINT")
"""One of these stands in every source that has a suppression, however it is capitalised."""
_NAMED_AT_MOST: Final = 10
"""Rules that one message names."""


@dataclass(frozen=True)
class Result:
    """What linting one source gave: its findings in order, and what could not be done."""

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict, compare=False)
    """CPU seconds that each rule took, by its id."""
    suppressed: int = 0
    """How many findings the file's own comments or front matter keep back; they are not among the findings."""


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
        self.setting = setting
        running = [CompiledRule(rule, stored.get(rule.id)) for rule in ruleset.rules if rule.runs_in(setting.profile)]
        self._rules = tuple(compiled for compiled in running if not compiled.is_about_suppressions)
        self._rules_about_suppressions = tuple(compiled for compiled in running if compiled.is_about_suppressions)
        self._known = ruleset.known
        self._prefilter = prefilter(self._rules)

    def lint(self, source: Source, documents: Sequence[Document], since: float | None = None) -> Result:
        """`since` is the process's CPU time, in seconds, when the source began to be read; now if it isn't given."""
        clock = _Clock(source, since)
        held: list[Finding] = []
        suppressions = self._suppressions(source, documents)
        findings = [
            finding
            for document in documents
            for finding in self._findings_in(document, source, clock, suppressions, held)
        ]
        findings = without_superseded([*findings, *held], (compiled.rule for compiled in self._rules))
        if suppressions is not None:
            kept_back = set(map(id, held))
            held = [finding for finding in findings if id(finding) in kept_back]
            findings = [finding for finding in findings if id(finding) not in kept_back]
            findings += self._about(suppressions, held, source, documents, clock)
        kept = tuple(sorted(findings, key=sort_key))
        return Result(kept, clock.problems(), clock.seconds, len(held))

    def _suppressions(self, source: Source, documents: Sequence[Document]) -> Suppressions | None:
        """None where nothing in the source speaks to copylint."""
        if not any(word in source.text for word in _ADDRESSED):
            return None
        from copylint.engine.suppressions import suppressions_in  # noqa: PLC0415 - few stories have any

        return suppressions_in(source, documents, self._known)

    def _about(
        self,
        suppressions: Suppressions,
        held: Sequence[Finding],
        source: Source,
        documents: Sequence[Document],
        clock: _Clock,
    ) -> Iterator[Finding]:
        """What is wrong with the suppressions; where a rule had no time, nobody knows whether it finds anything."""
        from copylint.engine.suppressions import findings_about  # noqa: PLC0415 - as above

        languages = {segment.language for document in documents for segment in document.segments}
        ran = [
            compiled.rule
            for compiled in (*self._rules, *self._rules_about_suppressions)
            if any(map(compiled.speaks, languages))
        ]
        unused = () if clock.problems() else suppressions.unused(held, ran, any_name=not self._known)
        return findings_about(self._rules_about_suppressions, suppressions, unused, source, documents)

    def _findings_in(
        self,
        document: Document,
        source: Source,
        clock: _Clock,
        suppressions: Suppressions | None,
        held: list[Finding],
    ) -> Iterator[Finding]:
        """Those that a suppression keeps back go to `held`, before places are counted together."""
        sight = Sight(document)
        sieve = self._prefilter.sieve(sight)
        for compiled in sieve.rules:
            if not clock.starts(compiled.rule.id):
                continue
            try:
                found = self._matches_in(compiled, sight, sieve)
            except TimeoutError:
                clock.slow[compiled.rule.id] = None
                continue
            findings: list[Finding] = []
            for finding in (assembly.finding(compiled, match, document, source) for match in found):
                is_held = suppressions is not None and suppressions.hold(compiled.rule, finding)
                (held if is_held else findings).append(finding)
            if findings and compiled.rule.report == "once":
                findings = [assembly.once(sorted(findings, key=sort_key))]
            yield from findings
        clock.stops()

    def _matches_in(self, compiled: CompiledRule, sight: Sight, sieve: Sieve) -> Sequence[Match]:
        """All before the first becomes a finding: a pattern's clock runs until its last match is taken."""
        check, document = compiled.check, sight.document
        if check.level == "source":
            return list(matches_in_lines(compiled, check, document, sieve))
        admits = Admission(compiled, document).admits
        if check.level == "document":
            segments = tuple(sight.of(compiled).values())
            return list(check.find_in_document(Look(document, segments, admits, self.setting)))
        matches: list[Match] = []
        for segment, starts in sieve.segments(compiled):
            look = Look(document, (segment,), admits, self.setting, starts)
            matches += check.find_in_segment(segment, look)
        return matches


class _Clock:
    """Watches over the time that one source takes."""

    def __init__(self, source: Source, since: float | None) -> None:
        self._source = source
        self._since = process_time()
        self._deadline = (self._since if since is None else since) + CPU_SECONDS_PER_FILE
        self._running: str | None = None
        self.seconds: dict[str, float] = {}
        """What each rule has taken."""
        self.slow: dict[str, None] = {}
        """The rules that ran out of their own time, in order."""
        self._late: dict[str, None] = {}
        """Those that the file's time didn't reach to."""

    def starts(self, rule: str) -> bool:
        """Whether there is time for the rule, which runs from now on."""
        self.stops()
        if self._since > self._deadline:
            self._late[rule] = None
            return False
        self._running = rule
        return True

    def stops(self) -> None:
        """No rule runs from now on."""
        now = process_time()
        if self._running is not None:
            self.seconds[self._running] = self.seconds.get(self._running, 0.0) + now - self._since
        self._running, self._since = None, now

    def problems(self) -> tuple[Problem, ...]:
        slow = tuple(_slow_rule(rule, self._source) for rule in self.slow)
        return (*slow, _too_long(tuple(self._late), self._source)) if self._late else slow


def _slow_rule(rule: str, source: Source) -> Problem:
    return Problem(
        f"rule '{rule}' ran out of time: the file is not checked for it",
        source.path,
        hint="make the rule's pattern simpler, or leave the file out with 'exclude:'",
    )


def _too_long(rules: Sequence[str], source: Source) -> Problem:
    named = ", ".join(rules[:_NAMED_AT_MOST])
    more = f" and {len(rules) - _NAMED_AT_MOST} more" if len(rules) > _NAMED_AT_MOST else ""
    return Problem(
        f"the file took more than {CPU_SECONDS_PER_FILE:.0f} seconds: it is not checked for {named}{more}",
        source.path,
        hint="cut it into smaller files, or leave it out with 'exclude:'",
    )
