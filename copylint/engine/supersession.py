"""Drops a finding where a rule that stands for its rule reports the same place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate

from copylint.finding import Finding, Span
from copylint.ruleset.model import Rule


class Spans:
    """Spans that can be asked in logarithmic time whether one of them contains another span or lies in it."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._furthest_ends = list(accumulate((span.end for span in ordered), max))
        self._nearest_ends = list(accumulate((span.end for span in reversed(ordered)), min))[::-1]

    def nest_with(self, span: Span) -> bool:
        """Whether one of the spans contains `span` or lies in it."""
        before = bisect_right(self._starts, span.start)
        if before and self._furthest_ends[before - 1] >= span.end:
            return True
        behind = bisect_left(self._starts, span.start)
        return behind < len(self._starts) and self._nearest_ends[behind] <= span.end


def without_superseded(findings: Sequence[Finding], rules: Iterable[Rule]) -> list[Finding]:
    """The findings without those whose rule another one's `supersedes` names, where their spans nest."""
    places: dict[str, list[Span]] = defaultdict(list)
    for rule in rules:
        for superseded in rule.supersedes:
            places[superseded] += [finding.span for finding in findings if finding.rule == rule.id]
    dropped_at = {rule: Spans(spans) for rule, spans in places.items()}
    return [
        finding
        for finding in findings
        if finding.rule not in dropped_at or not dropped_at[finding.rule].nest_with(finding.span)
    ]
