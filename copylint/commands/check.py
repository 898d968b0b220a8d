"""`copylint check`: finds what is wrong in stories, and with `--fix` mends what is safe to mend."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from copylint.commands import check_stories
from copylint.commands.check_arguments import add_arguments, command_line, outputs, refuse_contradictions
from copylint.commands.check_report import CARRIES_PROBLEMS, print_notes, print_problems, report
from copylint.commands.check_runs import Runs
from copylint.config.cache_folder import CacheFolder, cache_folder
from copylint.config.discover import baseline_beside
from copylint.engine import kept_expressions
from copylint.engine.prepared import Prepared, prepare
from copylint.engine.run import Run
from copylint.errors import CopylintError, Problem
from copylint.finding import SEVERITIES
from copylint.report.safe import safe, safe_path
from copylint.report.summary import counted

if TYPE_CHECKING:
    from copylint.engine.baseline import Baseline
    from copylint.repository.changes import Changes

__all__ = ("add_arguments", "run")


def run(arguments: argparse.Namespace) -> int:
    """0: nothing at or above `--fail-on`; 1: something; 2: something could not be done.

    Raises CopylintError where the command line or the settings are faulty, so that no file was looked at.
    """
    try:
        refuse_contradictions(arguments)
        cache = None if arguments.no_cache else _cache()
        if cache:
            kept_expressions.use(cache)
        in_force = prepare(command_line(arguments), arguments.config, isolated=arguments.isolated, cache=cache)
        if arguments.show_settings:
            return _show_settings(arguments)
        changed = check_stories.changes(arguments)
        if arguments.show_files:
            return _list_files(arguments, in_force, changed)
        code = _check(arguments, in_force, cache, changed)
    except CopylintError as error:
        _report_failure(error, arguments)
        return 2
    if cache:
        kept_expressions.keep(cache)
    return code


def _report_failure(error: CopylintError, arguments: argparse.Namespace) -> None:
    """In every report that a program reads, so that an earlier run's is not taken for this one's; else it is raised."""
    if not any(each.file is not None or each.format in CARRIES_PROBLEMS for each in outputs(arguments)):
        raise error
    try:
        report(Run(problems=error.problems), arguments)
    except CopylintError as unwritten:
        raise CopylintError(*dict.fromkeys((*error.problems, *unwritten.problems))) from error


def _cache() -> CacheFolder | None:
    """None, and a note, where it can't be used: a run without one is slower and finds the same."""
    try:
        return cache_folder(os.environ)
    except CopylintError as error:
        print_notes(error.problems)
        return None


def _check(
    arguments: argparse.Namespace, in_force: Prepared, cache: CacheFolder | None, changed: Changes | None
) -> int:
    if not in_force.ruleset.rules:
        raise CopylintError(Problem("no rule is left to run", hint="see '--select', '--ignore' and the configuration"))
    baseline = _baseline(arguments, in_force)
    files, stories = check_stories.found(arguments, in_force, changed)
    done = Runs(arguments, in_force, cache, baseline, changed).run(stories)
    done = replace(
        done,
        problems=(*files.problems, *done.problems),
        left_out=(*files.left_out, *done.left_out),
        empty=tuple(files.empty),
    )
    if arguments.write_baseline:
        return _write_baseline(arguments, in_force, baseline, done)
    if arguments.fix:
        changed = check_stories.changes(arguments)  # mended lines have moved since it was asked
    done = _new_findings(done, baseline, changed)
    if arguments.diff:
        _show_differences(done)
    else:
        report(done, arguments)
    return _exit_code(done, arguments)


def _show_differences(done: Run) -> None:
    from copylint.report import differences  # noqa: PLC0415 - only for '--diff'

    for line in differences.lines(done):
        print(line)
    sys.stdout.flush()
    for line in differences.closing_lines(done):
        print(line, file=sys.stderr)
    print_problems(done.problems)


def _new_findings(done: Run, baseline: Baseline | None, changed: Changes | None) -> Run:
    """The run without what is accepted, and what the change left alone."""
    if baseline is not None:
        done = baseline.applied(done)
    elif any(each.withheld for each in done.checked):
        from copylint.engine.baseline import identified  # noqa: PLC0415 - hardly ever needed

        done = identified(done)
    if changed is None:
        return done
    from copylint.engine.selection import touched  # noqa: PLC0415 - most runs are about all that there is

    return touched(done, changed)


def _baseline(arguments: argparse.Namespace, in_force: Prepared) -> Baseline | None:
    """The one that is named, else the one that lies where it usually does; None where there is none."""
    path = _baseline_path(arguments, in_force)
    is_wanted = in_force.baseline is not None and not arguments.write_baseline
    if not is_wanted and (arguments.isolated or not path.exists()):
        return None
    from copylint.engine.baseline_file import read  # noqa: PLC0415 - many newsrooms have none

    return read(path)


def _baseline_path(arguments: argparse.Namespace, in_force: Prepared) -> Path:
    return in_force.baseline or baseline_beside(None if arguments.isolated else in_force.config)


def _write_baseline(arguments: argparse.Namespace, in_force: Prepared, known: Baseline | None, done: Run) -> int:
    """Accepts what was found, and says how much it was."""
    from copylint.engine import baseline_file  # noqa: PLC0415 - as above

    known = known or baseline_file.new(_baseline_path(arguments, in_force))
    written = known.updated(done)
    baseline_file.write(written)
    added = len(set(written.records) - set(known.records))
    removed = len(set(known.records) - set(written.records))
    print(
        f"{safe_path(str(written.path))}: {counted(added, 'finding')} accepted, {counted(removed, 'record')} removed."
    )
    print_problems(done.problems)
    return 2 if done.problems else 0


def _show_settings(arguments: argparse.Namespace) -> int:
    """Prints what is in force, and where it was set."""
    from copylint.config.settings import settings  # noqa: PLC0415 - hardly ever asked for
    from copylint.report import settings_page  # noqa: PLC0415 - as above

    in_force = settings(command_line(arguments), arguments.config, isolated=arguments.isolated)
    for line in settings_page.lines(in_force):
        print(safe(line))
    return 0


def _list_files(arguments: argparse.Namespace, in_force: Prepared, changed: Changes | None) -> int:
    """Prints which files would be checked and which are left out."""
    found, _ = check_stories.found(arguments, in_force, changed)
    for path in found.copy:
        print(safe_path(path))
    for path, reason in found.left_out.items():
        print(f"{safe_path(path)} (left out: {reason})")
    for folder in found.empty:
        print(f"No copy in {safe(folder)}.")
    print_problems(found.problems)
    return 2 if found.problems else 0


def _exit_code(done: Run, arguments: argparse.Namespace) -> int:
    if done.problems:
        return 2
    if arguments.diff:
        return 1 if any(each.fixed for each in done.checked) else 0
    failing = SEVERITIES[: SEVERITIES.index(arguments.fail_on) + 1]
    return 1 if any(finding.severity in failing for finding in done.findings) else 0
