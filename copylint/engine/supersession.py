"""Drops a finding where a rule that stands for its rule reports the same place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from copylint.finding import Finding, Span, Spans
from copylint.ruleset.model import Rule


def without_superseded(findings: Sequence[Finding], rules: Iterable[Rule]) -> list[Finding]:
    """The findings without those whose rule another one's `supersedes` names, where their spans nest."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for finding in findings:
        spans[finding.rule].append(finding.span)
    standing_for: dict[str, list[Span]] = defaultdict(list)
    for rule in rules:
        if rule.id in spans:
            for superseded in rule.supersedes:
                standing_for[superseded] += spans[rule.id]
    dropped_at = {rule: Spans(standing_for[rule]) for rule in standing_for.keys() & spans.keys()}
    return [
        finding
        for finding in findings
        if finding.rule not in dropped_at or not dropped_at[finding.rule].nest_with(finding.span)
    ]
