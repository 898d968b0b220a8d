"""What `copylint check` prints and writes."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

from copylint.commands.check_arguments import outputs
from copylint.engine.run import Run
from copylint.errors import CopylintError, Problem

CARRIES_PROBLEMS: Final = ("json", "sarif", "junit")
"""Formats whose reader is a program; beside the others standard error tells what could not be done."""


def report(done: Run, arguments: argparse.Namespace) -> None:
    """Every report, to its file or standard output; for people, what could not be done on standard error.

    Raises CopylintError where a file can't be written.
    """
    told = False
    for output in outputs(arguments):
        lines = _lines_of(output.format, done, arguments)
        if output.file is None:
            for line in lines:
                print(line)
            told = output.format in CARRIES_PROBLEMS and not (arguments.show_segments or arguments.statistics)
        else:
            from copylint.source.atomic_write import put_file  # noqa: PLC0415 - most runs write none

            text = "".join(f"{line}\n" for line in lines)
            put_file(output.file, text.encode("utf-8", "backslashreplace"))
    if any(output.format == "github" for output in outputs(arguments)):
        _summarize(done)
    if not told:
        print_problems(done.problems)
    if arguments.explain_timing:
        from copylint.report import timing  # noqa: PLC0415 - hardly ever asked for

        sys.stdout.flush()
        for line in timing.lines(done):
            print(line, file=sys.stderr)


def _summarize(done: Run) -> None:
    """Adds to the page that GitHub shows for a job: also the findings for which it shows no annotation."""
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if not page:
        return
    from copylint.report import markdown  # noqa: PLC0415 - only in GitHub's workflows

    text = "".join(f"{line}\n" for line in markdown.lines(done))
    try:
        with Path(page).open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError as error:
        hint = "GITHUB_STEP_SUMMARY names the file"
        raise CopylintError(
            Problem(f"the step summary can't be written: {error.strerror or error}", page, hint=hint)
        ) from error


def print_problems(found: Sequence[Problem]) -> None:
    """On standard error."""
    if not found:
        return
    from copylint.report import problems  # noqa: PLC0415 - most runs have none

    sys.stdout.flush()
    for line in problems.lines(found):
        print(line, file=sys.stderr)


def print_notes(found: Sequence[Problem]) -> None:
    """On standard error, what hindered nothing."""
    from copylint.report import problems  # noqa: PLC0415 - hardly ever needed

    for line in problems.note_lines(found):
        print(line, file=sys.stderr)


def _lines_of(output_format: str, done: Run, arguments: argparse.Namespace) -> Iterator[str]:
    if arguments.show_segments:
        from copylint.report import segments  # noqa: PLC0415 - hardly ever asked for

        return segments.json_lines(done) if output_format == "json" else segments.text_lines(done)
    if arguments.statistics:
        from copylint.report import statistics  # noqa: PLC0415 - hardly ever asked for

        return statistics.json_lines(done) if output_format == "json" else statistics.lines(done)
    lines: Iterator[str] = import_module(f"copylint.report.{output_format}").lines(done)
    return lines
