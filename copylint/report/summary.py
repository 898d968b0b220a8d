"""The closing lines of a report for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from copylint.engine.run import Run
from copylint.finding import SEVERITIES, Severity
from copylint.report.safe import safe, safe_path


def lines(run: Run) -> Iterator[str]:
    """How much was checked, found and left out; nothing is passed over in silence."""
    findings = run.findings
    if findings:
        by_severity = Counter(finding.severity for finding in findings)
        graded = ", ".join(_graded(by_severity[each], each) for each in SEVERITIES if by_severity[each])
        files = sum(bool(each.findings) for each in run.checked)
        yield f"Found {counted(len(findings), 'problem')} ({graded}) in {counted(files, 'file')}."
    elif run.checked:
        yield f"No problems in {counted(len(run.checked), 'file')}."
    else:
        yield "No file was checked."
    fixable = sum(finding.fix is not None and finding.fix.safety == "safe" for finding in findings)
    if fixable:
        yield f"[*] {fixable:,} fixable with '--fix'."
    if run.unread:
        yield f"{counted(run.unread, 'file')} not checked: see the errors."
    yield from _held_back_lines(run)
    yield from left_out_lines(run)
    for folder in run.empty:
        yield f"No copy in {safe(folder)}."


def _held_back_lines(run: Run) -> Iterator[str]:
    """What was found and is not shown."""
    if run.accepted:
        yield f"{run.accepted:,} accepted in {safe(run.baseline or 'the baseline')}."
    if run.outdated:
        match = "match" if run.outdated > 1 else "matches"
        yield f"{counted(run.outdated, 'record')} of it {match} nothing any more: '--write-baseline' removes them."
    if run.untouched:
        yield f"{run.untouched:,} in lines that this change left alone."
    suppressed = sum(each.suppressed for each in run.checked)
    if suppressed:
        yield f"{suppressed:,} suppressed by comments."
    withheld = sum(each.withheld and bool(each.findings) for each in run.checked)
    if withheld:
        yield f"{counted(withheld, 'file')} shown without copy."


def left_out_lines(run: Run) -> Iterator[str]:
    """That files were passed over, as no copy or as the newsroom's settings ask for."""
    if run.left_out:
        yield f"{counted(len(run.left_out), 'file')} left out ('--show-files' says why)."


def fixed_lines(run: Run) -> Iterator[str]:
    """What fixing changed, file by file."""
    files = [each for each in run.checked if each.fixed]
    if not files:
        return
    total = sum(finding.count for each in files for finding in each.fixed)
    yield f"Fixed {counted(total, 'problem')} in {counted(len(files), 'file')}:"
    for each in files:
        by_rule: Counter[str] = Counter()
        for finding in each.fixed:
            by_rule[finding.rule] += finding.count
        rules = ", ".join(f"{count} {rule}" for rule, count in sorted(by_rule.items()))
        yield f"  {safe_path(each.path)}  {rules}"
    yield ""


def _graded(number: int, severity: Severity) -> str:
    return f"{number:,} info" if severity == "info" else counted(number, severity)


def counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
