"""Which findings a run is about: those that nobody has accepted, and that stand in lines that a change touched."""

from __future__ import annotations

from dataclasses import replace

from copylint.engine.assembly import RELATED_AT_MOST
from copylint.engine.baseline import Baseline
from copylint.engine.run import Checked, Run
from copylint.finding import Finding, Span
from copylint.repository.changes import ChangedLines, Changes
from copylint.ruleset.model import Rule
from copylint.source.decode import Source
from copylint.source.excerpt import Excerpt, last_character
from copylint.values import dataclass


def touched(run: Run, changes: Changes) -> Run:
    """The run without the findings that the change left alone; they are counted."""
    checked = tuple(touched_in(each, changes.lines(each.path)) for each in run.checked)
    left = sum(len(each.findings) for each in run.checked) - sum(len(each.findings) for each in checked)
    return replace(run, checked=checked, untouched=run.untouched + left)


def touched_in(checked: Checked, lines: ChangedLines | None) -> Checked:
    """One file with the findings that stand in changed lines, in one of their places at least: a sentence that stands
    twice is new where either of the two is.
    """
    if lines is None:
        return replace(checked, findings=())
    kept = tuple(finding for finding in checked.findings if _is_touched(finding, checked.excerpt, lines))
    return replace(checked, findings=kept)


def _is_touched(finding: Finding, excerpt: Excerpt, lines: ChangedLines) -> bool:
    if lines.everything:
        return True
    has_changed = bool(lines.spans or lines.deletions)
    if excerpt.has_lone_returns or finding.count > RELATED_AT_MOST + 1:
        return has_changed  # git counts other lines, or not all places are known
    return any(_touches(lines, span, excerpt) for span in (finding.span, *(each.span for each in finding.related)))


def _touches(lines: ChangedLines, span: Span, excerpt: Excerpt) -> bool:
    return lines.touches(excerpt.line(span.start).number, excerpt.line(last_character(span)).number)


@dataclass(frozen=True)
class Selection:
    """Which findings of a file fixing may mend."""

    baseline: Baseline | None = None
    rules: tuple[Rule, ...] = ()
    """Those that run."""
    changes: Changes | None = None

    def of(self, checked: Checked) -> tuple[Finding, ...]:
        """Those of a file's findings that are new."""
        if self.baseline is not None:
            checked = self.baseline.applied_to(checked, self.rules)
        if self.changes is not None:
            checked = touched_in(checked, self.changes.lines(checked.path))
        return checked.findings

    def after(self, before: Source, after: Source) -> Selection:
        """What is new in a file once some of its findings are mended."""
        lines = self.changes.lines(before.path) if self.changes is not None else None
        if self.changes is None or lines is None:
            return self
        carried = lines.carried(_lines(before), _lines(after))
        return replace(self, changes=self.changes.with_lines(before.path, carried))


def _lines(source: Source) -> list[str]:
    return [source.text[start:end] for start, end in source.lines]
