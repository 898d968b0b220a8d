"""`copylint config`: explains the keys of `.copylint.yaml`."""

from __future__ import annotations

import argparse
from pathlib import Path

from copylint.config.keys import KEYS
from copylint.errors import CopylintError, Problem
from copylint.report import key_page
from copylint.report.safe import safe
from copylint.ruleset.suggestions import closest_or_all


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("keys", nargs="*", metavar="KEY", help="which keys; without any, all")
    parser.add_argument("--page", type=Path, metavar="FILE", help="write all as a Markdown page there")


def run(arguments: argparse.Namespace) -> int:
    """Always 0. Raises CopylintError where there is no such key, or the page can't be written."""
    known = {key.name: key for key in KEYS}
    unknown = [name for name in arguments.keys if name not in known]
    if unknown:
        raise CopylintError(
            *(Problem(f"there is no key '{name}'", hint=closest_or_all(name, known)) for name in unknown)
        )
    if arguments.page is not None:
        _write(arguments.page)
        return 0
    for line in key_page.text_lines([known[name] for name in arguments.keys] or KEYS):
        print(safe(line))
    return 0


def _write(path: Path) -> None:
    try:
        path.write_text(key_page.markdown(), "utf-8")
    except OSError as error:
        hint = "the folder must be there"
        raise CopylintError(
            Problem(f"the page can't be written: {error.strerror or error}", str(path), hint=hint)
        ) from error
