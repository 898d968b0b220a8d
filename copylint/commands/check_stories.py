"""Which stories `copylint check` looks at: from the work tree, from standard input, or as they are staged."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from copylint.commands.check_arguments import STANDARD_INPUT
from copylint.commands.check_runs import Stories
from copylint.engine.candidates import are_copy, is_copy
from copylint.engine.prepared import Prepared
from copylint.errors import CopylintError, Problem
from copylint.source.choice import START, Choice
from copylint.source.files import Files, files_among, files_in

if TYPE_CHECKING:
    from copylint.repository.changes import Changes

_STANDARD_INPUT_NAME: Final = "<stdin>"


def changes(arguments: argparse.Namespace) -> Changes | None:
    """What `--since` or `--staged` asks for; None: all that there is. Raises CopylintError where git can't tell."""
    if arguments.since is None and not arguments.staged:
        return None
    from copylint.repository.changes import changes_since, staged_changes  # noqa: PLC0415 - most runs ask no git

    return staged_changes() if arguments.staged else changes_since(arguments.since)


def found(arguments: argparse.Namespace, in_force: Prepared, changed: Changes | None) -> tuple[Files, Stories]:
    """The files that there are, and what is checked of them."""
    if arguments.paths == [STANDARD_INPUT]:
        name, data = _standard_input(arguments)
        return Files(), Stories([name], {name: data})
    is_read = (lambda _: True) if arguments.format else is_copy
    choice = Choice(is_read, in_force.include, in_force.exclude, in_force.rule_folders)
    if changed is None:
        files = files_in(arguments.paths, choice)
        return files, _stories(files, choice)
    if not arguments.staged:
        files = files_among(changed.files, arguments.paths, choice)
        return files, _stories(files, choice)
    return _staged(arguments, choice, changed)


def _stories(files: Files, choice: Choice, contents: Mapping[str, bytes] | None = None) -> Stories:
    as_text = frozenset(filter(choice.reads_as_text, files.copy)) if choice.include is not None else frozenset[str]()
    return Stories(files.copy, contents, as_text)


def _staged(arguments: argparse.Namespace, choice: Choice, changed: Changes) -> tuple[Files, Stories]:
    from copylint.repository.changes import staged_content  # noqa: PLC0415 - as above

    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    wanted = files_among(changed.files, arguments.paths, replace(choice, is_copy=lambda _: True)).copy
    for path, content in staged_content(wanted, arguments.max_file_size):
        if isinstance(content, Problem):
            problems.append(content)
        else:
            contents[path] = content
    of_staged = replace(
        choice,
        is_copy=lambda path: bool(arguments.format) or are_copy(path, contents[path]),
        start_of=lambda path: contents[path][:START],
    )
    files = files_among(contents, arguments.paths, of_staged)
    files.problems += problems
    return files, _stories(files, of_staged, contents)


def _standard_input(arguments: argparse.Namespace) -> tuple[str, bytes]:
    """Its name and its bytes: not many more than are checked, so that an endless one fills no memory."""
    name = arguments.stdin_filename or _STANDARD_INPUT_NAME
    if sys.stdin is None:
        raise CopylintError(Problem("standard input is closed", name))
    try:
        return name, sys.stdin.buffer.read(arguments.max_file_size + 1)
    except OSError as error:
        raise CopylintError(Problem(f"standard input can't be read: {error.strerror or error}", name)) from error
