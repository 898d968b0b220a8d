"""`copylint rule`: explains rules, or lists them all by topic."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from copylint.commands.arguments import names
from copylint.config.command_line import CommandLine
from copylint.config.settings import settings
from copylint.errors import CopylintError, Problem
from copylint.report import rule_page
from copylint.report.safe import safe
from copylint.ruleset.load import load
from copylint.ruleset.model import Pack
from copylint.ruleset.select import find


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="*", metavar="ID", help="rules, topics or packs; without any, all by topic")
    parser.add_argument(
        "--packs",
        type=names,
        metavar="PACK,…",
        help="of these packs instead of those in force: shipped ones, folders, files",
    )
    parser.add_argument("--contexts", action="store_true", help="list the contexts that 'except-in' can name")
    parser.add_argument("--pages", type=Path, metavar="FOLDER", help="write a Markdown page for each topic there")


def run(arguments: argparse.Namespace) -> int:
    """Always 0. Raises CopylintError where an id names nothing, or a page can't be written."""
    if arguments.contexts:
        _print(rule_page.context_lines())
        return 0
    in_force = settings(CommandLine(packs=arguments.packs))
    packs = load(in_force.packs, in_force.base, in_force.places)
    if arguments.pages is not None:
        _write_pages(packs, arguments.pages)
    elif arguments.ids:
        rules = {rule.id: rule for name in arguments.ids for rule in find(name, packs)}
        _print("\n\n".join("\n".join(rule_page.text_lines(rule)) for rule in rules.values()).split("\n"))
    else:
        _print(rule_page.contents(packs))
    return 0


def _write_pages(packs: Sequence[Pack], folder: Path) -> None:
    pages = rule_page.markdown_pages(packs)
    try:
        for name, text in pages.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    except OSError as error:
        raise CopylintError(Problem(f"the pages can't be written: {error.strerror or error}", str(folder))) from error
    print(f"{len(pages)} pages written to {safe(str(folder))}.")


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(safe(line))
