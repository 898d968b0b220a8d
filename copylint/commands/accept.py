"""`copylint accept`: puts one finding on record, with the reason why it may stay."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from copylint.commands import check_arguments, check_stories
from copylint.commands.check_report import print_problems
from copylint.commands.check_runs import Runs
from copylint.config.discover import baseline_beside
from copylint.engine import baseline_file
from copylint.engine.baseline import Baseline, Record
from copylint.engine.prepared import Prepared, prepare
from copylint.engine.run import Checked, Run
from copylint.errors import CopylintError, Problem
from copylint.expressions import expression
from copylint.finding import Finding
from copylint.report.safe import safe, safe_path
from copylint.report.summary import counted
from copylint.ruleset.suggestions import closest
from copylint.source.excerpt import last_character
from copylint.values import dataclass

_PLACE: Final = expression(r"(?s)(.+?):([1-9][0-9]{0,8})(?::([1-9][0-9]{0,8}))?")
"""The shortest path that fits, so that a column is none of it; a drive's colon has no digit behind it."""
_SHOWN: Final = 10
"""Places or rules that an error lists."""


@dataclass(frozen=True)
class _Place:
    """Where a finding stands; line and column are 1-based, the column in code points."""

    path: str
    line: int
    column: int | None = None

    def __str__(self) -> str:
        column = "" if self.column is None else f":{self.column}"
        return f"{safe_path(self.path)}:{self.line}{column}"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("place", metavar="PATH:LINE", help="where it stands; PATH:LINE:COLUMN chooses among several")
    parser.add_argument("rule", metavar="RULE", help="the rule that finds it")
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why it may stay; everybody can read it")
    parser.add_argument(
        "--baseline", type=Path, metavar="FILE", help="the accepted findings; .copylint-baseline.jsonl is the usual"
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="this file instead of the nearest .copylint.yaml")


def run(arguments: argparse.Namespace) -> int:
    """Always 0. Raises CopylintError where there is no such finding, or the baseline can't be read or written."""
    place = _place(arguments.place)
    reason = _reason(arguments.reason)
    of_check = _arguments_of_check(arguments, place.path)
    in_force = prepare(check_arguments.command_line(of_check), of_check.config)
    done = _run(of_check, in_force)
    checked = _checked(done, place.path)
    numbers = _numbers(checked, place, arguments.rule, done)
    path = in_force.baseline or baseline_beside(in_force.config)
    known = baseline_file.read(path) if path.exists() else None
    baseline = known or baseline_file.new(path)
    records = baseline.records_of(checked, done.rules)
    told = []
    for number in numbers:
        told.append(_told(checked, checked.findings[number], baseline, records[number]))
        baseline = baseline.with_record(_with_reason(records[number], reason))
    baseline_file.write(baseline)
    for line in told:
        print(line)
    if known is None:
        _print_next_step(path)
    print_problems(checked.problems)
    return 0


def _place(text: str) -> _Place:
    found = _PLACE.fullmatch(text)
    if found is None:
        message = f"'{text}' names no line of a file"
        raise CopylintError(Problem(message, hint="write PATH:LINE, such as wire/story.txt:12"))
    path, line, column = found.groups()
    if path == check_arguments.STANDARD_INPUT:
        raise CopylintError(Problem("what comes from standard input can't be accepted", hint="name a file"))
    if os.path.isdir(path):  # noqa: PTH112 - a name too long for the system is no folder, and no error here
        raise CopylintError(Problem("a file is needed, and this is a folder", path))
    return _Place(path, int(line), int(column) if column else None)


def _reason(text: str) -> str:
    """On one line. What the system could not decode has no place in a file that is UTF-8."""
    reason = " ".join(text.encode("utf-8", "replace").decode().split())
    if not reason:
        raise CopylintError(Problem("a reason is needed", hint="--reason 'quoted as it was sent'"))
    return reason


def _arguments_of_check(arguments: argparse.Namespace, path: str) -> argparse.Namespace:
    """Those of a `copylint check` of the file: it is read, and its overrides are chosen, in the same way."""
    parser = argparse.ArgumentParser(add_help=False)
    check_arguments.add_arguments(parser)
    of_check = parser.parse_args([])
    of_check.paths, of_check.jobs = [path], 1
    of_check.config, of_check.baseline = arguments.config, arguments.baseline
    check_arguments.refuse_contradictions(of_check)
    return of_check


def _run(of_check: argparse.Namespace, in_force: Prepared) -> Run:
    files, stories = check_stories.found(of_check, in_force, None)
    if files.problems:
        raise CopylintError(*files.problems)
    for path, why in files.left_out.items():
        raise CopylintError(Problem(f"the file is left out: {why}", path, hint="only what is checked can be accepted"))
    return Runs(of_check, in_force).run(stories)


def _checked(done: Run, path: str) -> Checked:
    if done.checked:
        return done.checked[0]
    raise CopylintError(*(done.problems or (Problem("the file holds no copy, so nothing is found in it", path),)))


def _numbers(checked: Checked, place: _Place, rule: str, done: Run) -> Sequence[int]:
    """Which of the file's findings are meant. Raises CopylintError where there is none."""
    ours = [number for number, finding in enumerate(checked.findings) if finding.rule == rule]
    there = [number for number in ours if _stands_at(checked, checked.findings[number], place)]
    if there:
        return there
    known = {each.id for each in done.rules} | {finding.rule for finding in checked.findings}
    if rule not in known:
        hint = closest(rule, known) or "'copylint rule' lists the rules"
        raise CopylintError(Problem(f"no rule '{rule}' runs here", hint=hint))
    hint = _hint(checked, [checked.findings[number] for number in ours], place)
    raise CopylintError(Problem(f"'{rule}' finds nothing there", place.path, place.line, place.column, hint=hint))


def _stands_at(checked: Checked, finding: Finding, place: _Place) -> bool:
    start = checked.excerpt.position(finding.span.start)
    end = checked.excerpt.position(last_character(finding.span))
    if place.column is None:
        return start.line <= place.line <= end.line
    return (start.line, start.column) <= (place.line, place.column) <= (end.line, end.column)


def _hint(checked: Checked, of_rule: Sequence[Finding], place: _Place) -> str:
    """Where the rule finds something in the file; where it doesn't, what else is found in the line."""
    if of_rule:
        starts = [checked.excerpt.position(finding.span.start) for finding in of_rule]
        places = [f"{start.line}:{start.column}" for start in starts]
        return f"in this file it finds something at {_listed(places)}"
    in_line = _Place(place.path, place.line)
    others = sorted({each.rule for each in checked.findings if _stands_at(checked, each, in_line)})
    if others:
        return f"found in this line: {_listed(others)}"
    return "'copylint check' of the file tells what is found, and where"


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more:,} more" if more > 0 else "")


def _told(checked: Checked, finding: Finding, baseline: Baseline, record: Record) -> str:
    """Without a word of the copy."""
    start = checked.excerpt.position(finding.span.start)
    known = next((each for each in baseline.records if each.key == record.key), None)
    is_known = known is not None and known.count >= record.count
    does = "was accepted already; its reason is now the one given" if is_known else "accepted"
    places = f" ({counted(finding.count, 'place')})" if finding.count > 1 else ""
    return f"{_Place(checked.path, start.line, start.column)}: {safe(finding.rule)} {does}{places}."


def _with_reason(record: Record, reason: str) -> Record:
    return Record(record.path, record.rule, record.fingerprint, record.ordinal, record.count, reason)


def _print_next_step(path: Path) -> None:
    print(f"{safe_path(str(path))} is new. Commit it, and add this line to .gitattributes, so that branches merge:")
    print(f"  {safe(path.name)} merge=union")
