"""`copylint check`: finds what is wrong in stories, and with `--fix` mends what is safe to mend."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from copylint.commands.arguments import names
from copylint.config.cache_folder import CacheFolder, cache_folder
from copylint.config.command_line import CommandLine
from copylint.document.formats import FORMATS
from copylint.document.language import stated_code
from copylint.engine import kept_expressions
from copylint.engine.candidates import is_copy
from copylint.engine.prepared import Prepared, prepare
from copylint.engine.results import results
from copylint.engine.run import Reading, Run
from copylint.engine.runner import Runner
from copylint.errors import CopylintError, Problem
from copylint.finding import SEVERITIES, Severity
from copylint.report.progress import progress
from copylint.report.safe import safe, safe_path
from copylint.ruleset.model import PROFILES
from copylint.source.file_bytes import MEBIBYTE
from copylint.source.files import Files, files_in

if TYPE_CHECKING:
    from copylint.engine.checker import Checker, KeyOf

OUTPUT_FORMATS: Final = ("text", "concise", "json", "github")
"""Each is a module of `copylint.report`."""
_STANDARD_INPUT: Final = "-"
_STANDARD_INPUT_NAME: Final = "<stdin>"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        default=["."],
        metavar="PATH",
        help="files and folders, this one if none; '-': standard input",
    )
    _add_rule_arguments(parser.add_argument_group("rules"))
    _add_reading_arguments(parser.add_argument_group("reading"))
    _add_fix_and_report_arguments(parser.add_argument_group("fixes and report"))


def _add_rule_arguments(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--config", type=Path, metavar="FILE", help="this file instead of the nearest .copylint.yaml")
    group.add_argument("--isolated", action="store_true", help="read no configuration file")
    group.add_argument(
        "--packs", type=_some_names, action="extend", metavar="PACK,…", help="shipped packs, folders or rule files"
    )
    group.add_argument("--profile", choices=PROFILES, help="wire (the usual), or web where desk credits are residue")
    group.add_argument(
        "--select",
        type=_some_names,
        action="extend",
        metavar="RULE,…",
        help="run only these rules, topics or packs",
    )
    group.add_argument("--ignore", type=names, action="extend", default=[], metavar="RULE,…", help="don't run these")
    group.add_argument(
        "--severity", type=names, action="extend", default=[], metavar="RULE=LEVEL,…", help="other severities"
    )


def _add_reading_arguments(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--format", choices=FORMATS, help="how to read every file; otherwise its content and its name decide"
    )
    group.add_argument(
        "--language", metavar="CODE", help="the stories' language, such as en; otherwise their words decide"
    )
    group.add_argument("--text-field", metavar="NAME", help="the field of a .jsonl file that holds the text")
    group.add_argument("--title-field", metavar="NAME", help="the one that holds the headline")
    group.add_argument("--encoding", metavar="NAME", help="the encoding of stories that are not UTF-8")
    group.add_argument(
        "--max-file-size", type=_bytes, default=10 * MEBIBYTE, metavar="MIB", help="larger files are not checked; 10"
    )
    group.add_argument("--stdin-filename", metavar="NAME", help="the name of what comes from standard input")
    group.add_argument(
        "--now", type=_day, metavar="DATE", help="today's date, such as 2026-02-06; the clock is never read"
    )


def _add_fix_and_report_arguments(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--fix", action="store_true", help="make the safe corrections")
    group.add_argument(
        "--unsafe-fixes", action="store_true", help="also those that a person should look at; with --fix"
    )
    group.add_argument(
        "--fail-on", choices=SEVERITIES, default="error", help="the least severity that ends with 1; error is the usual"
    )
    group.add_argument("--output-format", choices=OUTPUT_FORMATS, default="text", help="text is the usual")
    group.add_argument(
        "--no-cache", action="store_true", help="read all rules and stories anew, and keep nothing for the next run"
    )
    group.add_argument(
        "--jobs",
        type=_jobs,
        metavar="NUMBER",
        help="how many processes check; as many as pay",
    )
    group.add_argument("--explain-timing", action="store_true", help="tell behind the report which rules cost what")
    group.add_argument("--show-segments", action="store_true", help="show how the stories were cut, and check nothing")
    group.add_argument("--show-files", action="store_true", help="list the files that are checked, and check nothing")


def run(arguments: argparse.Namespace) -> int:
    """0: nothing at or above `--fail-on`; 1: something; 2: something could not be done.

    Raises CopylintError where the command line or the settings are faulty, so that no file was looked at.
    """
    try:
        _refuse_contradictions(arguments)
        cache = None if arguments.no_cache else _cache()
        if cache:
            kept_expressions.use(cache)
        in_force = prepare(_command_line(arguments), arguments.config, isolated=arguments.isolated, cache=cache)
        if arguments.show_files:
            return _list_files(arguments)
        done = _run(arguments, in_force, cache)
    except CopylintError as error:
        if arguments.output_format != "json":
            raise
        cache, done = None, Run(problems=error.problems)
    _report(done, arguments)
    if cache:
        kept_expressions.keep(cache)
    return _exit_code(done, arguments.fail_on)


def _refuse_contradictions(arguments: argparse.Namespace) -> None:
    if arguments.unsafe_fixes and not arguments.fix:
        raise CopylintError(Problem("'--unsafe-fixes' goes with '--fix'", hint="copylint check --fix --unsafe-fixes"))
    if _STANDARD_INPUT in arguments.paths and (len(arguments.paths) > 1 or arguments.fix):
        raise CopylintError(Problem("standard input is checked alone and without '--fix'"))
    if arguments.language is not None and stated_code(arguments.language) is None:
        raise CopylintError(Problem(f"'{arguments.language}' is no language", hint="a code such as en, fr or de"))
    if arguments.config is not None and not arguments.config.exists():
        raise CopylintError(Problem("there is no such file", str(arguments.config)))
    if arguments.config is not None and arguments.config.is_dir():
        raise CopylintError(Problem("a file is needed, and this is a folder", str(arguments.config)))


def _cache() -> CacheFolder | None:
    """None, and a note, where it can't be used: a run without one is slower and finds the same."""
    try:
        return cache_folder(os.environ)
    except CopylintError as error:
        from copylint.report import problems  # noqa: PLC0415 - hardly ever needed

        for line in problems.note_lines(error.problems):
            print(line, file=sys.stderr)
        return None


def _command_line(arguments: argparse.Namespace) -> CommandLine:
    return CommandLine(
        packs=None if arguments.packs is None else tuple(arguments.packs),
        profile=arguments.profile,
        select=None if arguments.select is None else tuple(arguments.select),
        ignore=tuple(arguments.ignore),
        severity=tuple(arguments.severity),
        encoding=arguments.encoding,
    )


def _run(arguments: argparse.Namespace, in_force: Prepared, cache: CacheFolder | None) -> Run:
    if not in_force.ruleset.rules:
        raise CopylintError(Problem("no rule is left to run", hint="see '--select', '--ignore' and the configuration"))
    runner = _runner(arguments, in_force, cache)
    if arguments.paths == [_STANDARD_INPUT]:
        return runner.run_on_bytes(*_standard_input(arguments))
    found = _files(arguments)
    with progress(len(found.copy), sys.stderr) as tell:
        done = replace(runner, tell=tell).run(found.copy)
    return replace(
        done,
        problems=(*found.problems, *done.problems),
        left_out=(*found.left_out, *done.left_out),
        empty=tuple(found.empty),
    )


def _standard_input(arguments: argparse.Namespace) -> tuple[str, bytes]:
    """Its name and its bytes: not many more than are checked, so that an endless one fills no memory."""
    name = arguments.stdin_filename or _STANDARD_INPUT_NAME
    if sys.stdin is None:
        raise CopylintError(Problem("standard input is closed", name))
    try:
        return name, sys.stdin.buffer.read(arguments.max_file_size + 1)
    except OSError as error:
        raise CopylintError(Problem(f"standard input can't be read: {error.strerror or error}", name)) from error


def _runner(arguments: argparse.Namespace, in_force: Prepared, cache: CacheFolder | None) -> Runner:
    reading = _reading(arguments, in_force)
    known = None
    looks_anew = arguments.fix or arguments.show_segments or arguments.explain_timing
    keeps_results = not (looks_anew or _STANDARD_INPUT in arguments.paths)
    if cache and in_force.identity and keeps_results:
        known = results(cache, (in_force.identity, arguments.now), reading)
    make_checker = partial(_checker, arguments, in_force, known.keys.key_of if known else None)
    jobs = 1 if arguments.show_segments else arguments.jobs  # handing whole stories over takes longer than to cut them
    return Runner(make_checker, known, jobs)


def _reading(arguments: argparse.Namespace, in_force: Prepared) -> Reading:
    fields = None
    if arguments.text_field or arguments.title_field:
        from copylint.document.block import Fields  # noqa: PLC0415 - see `_checker`

        fields = Fields(arguments.text_field, arguments.title_field)
    return Reading(arguments.format, arguments.language, in_force.encoding, fields, arguments.max_file_size)


def _checker(arguments: argparse.Namespace, in_force: Prepared, key_of: KeyOf | None) -> Checker:
    """What checks a file; where only its segments are shown, without any rule."""
    # Where no file has changed, none of this is needed.
    from copylint.checks.model import Setting  # noqa: PLC0415 - as said
    from copylint.engine.checker import Checker, Fixing  # noqa: PLC0415 - as said
    from copylint.engine.linter import Linter  # noqa: PLC0415 - as said
    from copylint.engine.prefilter import NeededLiterals  # noqa: PLC0415 - as said

    rules = replace(in_force.ruleset, rules=()) if arguments.show_segments else in_force.ruleset
    prefilter = NeededLiterals if arguments.show_segments else partial(NeededLiterals, index=in_force.index)
    linter = Linter(rules, Setting(rules.profile, arguments.now, rules.house), prefilter, in_force.compiled)
    fixing = Fixing(arguments.unsafe_fixes) if arguments.fix else None
    reading = _reading(arguments, in_force)
    shown = {"keeps_cut": arguments.show_segments, "keeps_seconds": arguments.explain_timing}
    return Checker(linter, reading, fixing, key_of, **shown)


def _files(arguments: argparse.Namespace) -> Files:
    if arguments.format is not None:
        return files_in(arguments.paths, lambda _: True)
    return files_in(arguments.paths, is_copy)


def _list_files(arguments: argparse.Namespace) -> int:
    """Prints which files would be checked and which are left out."""
    found = _files(arguments)
    for path in found.copy:
        print(safe_path(path))
    for path in found.left_out:
        print(f"{safe_path(path)} (left out: not copy)")
    for folder in found.empty:
        print(f"No copy in {safe(folder)}.")
    _print_problems(found.problems)
    return 2 if found.problems else 0


def _report(done: Run, arguments: argparse.Namespace) -> None:
    """The report on standard output; for people, what could not be done on standard error."""
    as_json = arguments.output_format == "json"
    if arguments.show_segments:
        from copylint.report import segments  # noqa: PLC0415 - hardly ever asked for

        lines = segments.json_lines(done) if as_json else segments.text_lines(done)
    else:
        lines = _lines_of(arguments.output_format, done)
    for line in lines:
        print(line)
    if not as_json or arguments.show_segments:
        _print_problems(done.problems)
    if arguments.explain_timing:
        from copylint.report import timing  # noqa: PLC0415 - hardly ever asked for

        sys.stdout.flush()
        for line in timing.lines(done):
            print(line, file=sys.stderr)


def _print_problems(found: Sequence[Problem]) -> None:
    if not found:
        return
    from copylint.report import problems  # noqa: PLC0415 - most runs have none

    sys.stdout.flush()
    for line in problems.lines(found):
        print(line, file=sys.stderr)


def _lines_of(output_format: str, done: Run) -> Iterator[str]:
    lines: Iterator[str] = import_module(f"copylint.report.{output_format}").lines(done)
    return lines


def _exit_code(done: Run, fail_on: Severity) -> int:
    if done.problems:
        return 2
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return 1 if any(finding.severity in failing for finding in done.findings) else 0


def _some_names(text: str) -> tuple[str, ...]:
    """At least one: with none, no rule would run and every story pass."""
    found = names(text)
    if not found:
        raise argparse.ArgumentTypeError("it names nothing")
    return found


def _bytes(text: str) -> int:
    try:
        size = int(float(text) * MEBIBYTE)
    except (ValueError, OverflowError):
        size = 0
    if size <= 0:
        raise argparse.ArgumentTypeError(f"'{text}' is no number of MiB above 0")
    return size


def _jobs(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is no number of processes")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no day such as 2026-02-06") from None
