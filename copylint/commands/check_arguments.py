"""The arguments of `copylint check`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from copylint.commands.arguments import names
from copylint.config.command_line import CommandLine
from copylint.document.formats import FORMATS
from copylint.errors import CopylintError, Problem
from copylint.finding import SEVERITIES
from copylint.ruleset.model import PROFILES
from copylint.source.file_bytes import MEBIBYTE, PATHS_COUNT_FROM
from copylint.values import dataclass

OUTPUT_FORMATS: Final = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown")
"""Each is a module of `copylint.report`."""
_WITH_STATISTICS: Final = ("text", "concise", "json")
STANDARD_INPUT: Final = "-"


@dataclass(frozen=True)
class Output:
    """One report, and where it goes."""

    format: str = OUTPUT_FORMATS[0]
    file: Path | None = None
    """None: standard output."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        default=["."],
        metavar="PATH",
        help="files and folders, this one if none; '-': standard input",
    )
    _add_rule_arguments(parser.add_argument_group("rules"))
    _add_file_arguments(parser.add_argument_group("which files"))
    _add_reading_arguments(parser.add_argument_group("reading"))
    _add_fix_arguments(parser.add_argument_group("fixes"))
    _add_new_finding_arguments(parser.add_argument_group("only what is new"))
    _add_report_arguments(parser.add_argument_group("report"))


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
    group.add_argument(
        "--extend-select", type=names, action="extend", default=[], metavar="RULE,…", help="run these too"
    )
    group.add_argument("--ignore", type=names, action="extend", default=[], metavar="RULE,…", help="don't run these")
    group.add_argument(
        "--severity", type=names, action="extend", default=[], metavar="RULE=LEVEL,…", help="other severities"
    )
    group.add_argument(
        "--show-settings", action="store_true", help="tell what is in force and where it was set, and check nothing"
    )


def _add_file_arguments(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--include", type=_some_names, action="extend", metavar="PATTERN,…", help="check only these; as in .gitignore"
    )
    group.add_argument(
        "--exclude", type=names, action="extend", default=[], metavar="PATTERN,…", help="leave these out, too"
    )
    group.add_argument(
        "--max-file-size", type=_bytes, default=10 * MEBIBYTE, metavar="MIB", help="larger files are not checked; 10"
    )
    group.add_argument("--show-files", action="store_true", help="list the files that are checked, and check nothing")


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
    group.add_argument("--stdin-filename", metavar="NAME", help="the name of what comes from standard input")
    group.add_argument(
        "--now", type=_day, metavar="DATE", help="today's date, such as 2026-02-06; the clock is never read"
    )


def _add_fix_arguments(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--fix", action="store_true", help="make the safe corrections")
    group.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="also those that a person should look at; with --fix or --diff",
    )
    group.add_argument("--diff", action="store_true", help="show what --fix would change, and change nothing")


def _add_new_finding_arguments(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--since", metavar="REF", help="only what the work tree changed since it left REF, such as origin/main"
    )
    group.add_argument("--staged", action="store_true", help="only what is staged for the next commit, as it is staged")
    group.add_argument(
        "--baseline", type=Path, metavar="FILE", help="the accepted findings; .copylint-baseline.jsonl is the usual"
    )
    group.add_argument("--write-baseline", action="store_true", help="accept everything that is found now")


def _add_report_arguments(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--fail-on", choices=SEVERITIES, default="error", help="the least severity that ends with 1; error is the usual"
    )
    group.add_argument(
        "--output-format",
        dest="outputs",
        action=_FormatAction,
        choices=OUTPUT_FORMATS,
        default=[],
        help="text is the usual; can be given again",
    )
    group.add_argument(
        "--output-file",
        dest="outputs",
        action=_FileAction,
        type=Path,
        metavar="FILE",
        help="write the report of the format before it there; - is standard output",
    )
    group.add_argument("--statistics", action="store_true", help="how often each rule fired, in place of each finding")
    group.add_argument(
        "--no-copy", action="store_true", help="show no text of any story: only place and rule of each finding"
    )
    group.add_argument(
        "--no-cache", action="store_true", help="read all rules and stories anew, and keep nothing for the next run"
    )
    group.add_argument("--jobs", type=_jobs, metavar="NUMBER", help="how many processes check; as many as pay")
    group.add_argument("--explain-timing", action="store_true", help="tell behind the report which rules cost what")
    group.add_argument("--show-segments", action="store_true", help="show how the stories were cut, and check nothing")


class _FormatAction(argparse.Action):
    """Begins a report."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002 - argparse hands it over
        namespace: argparse.Namespace,
        values: Any,  # noqa: ANN401 - as argparse types it
        option_string: str | None = None,  # noqa: ARG002 - as above
    ) -> None:
        namespace.outputs = [*namespace.outputs, Output(values)]


class _FileAction(argparse.Action):
    """Says where the report goes whose format was named last."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,  # noqa: ANN401 - as above
        option_string: str | None = None,  # noqa: ARG002 - as above
    ) -> None:
        *others, last = namespace.outputs or [Output()]
        if last.file is not None:
            parser.error(f"argument {self.option_strings[0]}: '--output-format' goes before each file")
        namespace.outputs = [*others, Output(last.format, None if values == Path("-") else values)]


def outputs(arguments: argparse.Namespace) -> Sequence[Output]:
    """The reports that are asked for; the text on standard output where none is."""
    return arguments.outputs or (Output(),)


def command_line(arguments: argparse.Namespace) -> CommandLine:
    """What the arguments say of the settings."""
    return CommandLine(
        packs=_tuple(arguments.packs),
        profile=arguments.profile,
        select=_tuple(arguments.select),
        extend_select=tuple(arguments.extend_select),
        ignore=tuple(arguments.ignore),
        severity=tuple(arguments.severity),
        include=_tuple(arguments.include),
        exclude=tuple(arguments.exclude),
        encoding=arguments.encoding,
        language=arguments.language,
        show_copy=not arguments.no_copy,
        baseline=None if arguments.baseline is None else str(arguments.baseline),
    )


def _tuple(given: list[str] | None) -> tuple[str, ...] | None:
    return None if given is None else tuple(given)


def refuse_contradictions(arguments: argparse.Namespace) -> None:
    """Raises CopylintError with everything in the arguments that doesn't go together."""
    found = [Problem(message, hint=hint) for wrong, message, hint in _contradictions(arguments) if wrong]
    if arguments.config is not None and not arguments.config.exists():
        hint = f"{PATHS_COUNT_FROM}; 'copylint init' writes a first configuration"
        found.append(Problem("there is no such file", str(arguments.config), hint=hint))
    elif arguments.config is not None and arguments.config.is_dir():
        found.append(Problem("a file is needed, and this is a folder", str(arguments.config)))
    if found:
        raise CopylintError(*found)


def _contradictions(arguments: argparse.Namespace) -> Sequence[tuple[bool, str, str | None]]:
    """Whether each is there, what is wrong with it, and what to do."""
    fix, diff, staged, since = arguments.fix, arguments.diff, arguments.staged, arguments.since
    from_stdin = STANDARD_INPUT in arguments.paths
    on_stdout = sum(output.file is None for output in outputs(arguments))
    writes = arguments.write_baseline
    return (
        (
            arguments.unsafe_fixes and not (fix or diff),
            "'--unsafe-fixes' goes with '--fix' or '--diff'",
            "copylint check --fix --unsafe-fixes",
        ),
        (
            from_stdin and (len(arguments.paths) > 1 or fix or writes),
            "standard input is checked alone and without '--fix' and '--write-baseline'",
            None,
        ),
        (from_stdin and (staged or since is not None), "standard input is in no commit", "leave out '-'"),
        (fix and diff, "'--diff' changes nothing, and '--fix' does", "choose one of them"),
        (
            (diff or writes) and (bool(arguments.outputs) or arguments.statistics),
            "'--diff' and '--write-baseline' print no report",
            "leave out '--output-format' and '--statistics'",
        ),
        (arguments.show_segments and (fix or diff or writes), "'--show-segments' checks nothing", "leave it out"),
        (
            staged and fix,
            "'--fix' mends the work tree, not what is staged",
            "copylint check --fix, then git add",
        ),
        (staged and diff, "'--diff' shows the work tree, not what is staged", "copylint check --diff"),
        (staged and since is not None, "'--staged' and '--since' are two different changes", "choose one of them"),
        (
            writes and (staged or since is not None),
            "the baseline holds what is found in whole files",
            "copylint check --write-baseline",
        ),
        (writes and (fix or diff), "the baseline is written of files as they are", "fix first, then write it"),
        (
            arguments.statistics and any(each.format not in _WITH_STATISTICS for each in outputs(arguments)),
            "'--statistics' goes with text, concise and json",
            "leave out '--output-format'",
        ),
        (
            on_stdout > 1,
            f"{on_stdout} reports can't both go to standard output",
            "'--output-file FILE' behind all but one '--output-format'",
        ),
    )


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
