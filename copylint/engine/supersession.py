"""Drops a finding where a rule that stands for its rule reports the same place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from copylint.finding import Finding, Span, Spans
from copylint.ruleset.model import Rule


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
