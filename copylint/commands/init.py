"""`copylint init`: writes a first configuration for a newsroom that begins."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import copylint
from copylint.config import starter
from copylint.config.discover import BASELINE_NAME, FILE_NAME
from copylint.config.starter import HOUSES
from copylint.engine.candidates import is_copy
from copylint.errors import CopylintError, Problem
from copylint.report.safe import safe, safe_path
from copylint.report.summary import counted
from copylint.source.atomic_write import put_file
from copylint.source.choice import NOT_COPY, Choice
from copylint.source.files import Files, files_in

_NEXT: Final = f"""
Next:
  1. Read the file, and see what would be checked: copylint check --show-files
  2. Accept what is old, so that only what is new shows: copylint check --write-baseline
     and let git merge two branches' records: echo '{BASELINE_NAME} merge=union' >> .gitattributes
  3. Check every commit: put this into .pre-commit-config.yaml, then run: pre-commit install

repos:
  - repo: https://github.com/copylint/copylint
    rev: v{copylint.__version__}
    hooks:
      - id: copylint

  4. Check pull requests: copylint check --since origin/main"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help="the newsroom's; this one if none")
    parser.add_argument(
        "--house", choices=(*HOUSES, "none"), help="whose style it keeps; its datelines decide otherwise"
    )
    parser.add_argument("--print", action="store_true", help="print the configuration, and write nothing")


def run(arguments: argparse.Namespace) -> int:
    """0. Raises CopylintError where there is a configuration already, or none can be written."""
    folder: str = arguments.folder
    if not os.path.isdir(folder):  # noqa: PTH112 - a name too long for the system is no folder, and no error here
        raise CopylintError(Problem("there is no such folder", folder, hint="copylint init, in the newsroom's folder"))
    path = Path(folder, FILE_NAME)
    if path.exists() and not arguments.print:
        hint = "edit it, or move it away; 'copylint init --print' shows what would be written"
        raise CopylintError(Problem("there is a configuration already", str(path), hint=hint))
    files = files_in([folder], Choice(is_copy))
    nameless = [name for name in _left_as_no_copy(files) if starter.is_nameless_story(name)]
    found = starter.look(sorted((*files.copy, *nameless)), nameless, folder)
    text = "".join(f"{line}\n" for line in starter.proposal(found, arguments.house))
    if arguments.print:
        print(text, end="")
        return 0
    put_file(path, text.encode("utf-8", "surrogateescape"))
    for line in _closing_lines(found, path, files):
        print(line)
    return 0


def _left_as_no_copy(files: Files) -> Iterator[str]:
    return (name for name, reason in files.left_out.items() if reason == NOT_COPY)


def _closing_lines(found: starter.Found, path: Path, files: Files) -> Iterator[str]:
    folders = ", ".join(safe(f"{each}/" if each != "." else "this folder") for each in found.folders)
    yield f"Wrote {safe_path(str(path))}: {counted(found.stories, 'file')} with copy in {folders or 'no folder yet'}."
    for problem in files.problems:
        yield f"Not looked at: {safe_path(problem.path or '')}: {safe(problem.message)}."
    yield from _NEXT.split("\n")
