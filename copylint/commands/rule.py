"""`copylint rule`: explains rules, or lists them all by topic."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from copylint.config.settings import CommandLine, settings
from copylint.report.safe import safe
from copylint.ruleset.load import load
from copylint.ruleset.model import Example, Pack, Rule
from copylint.ruleset.select import find

_WIDTH: Final = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="*", metavar="ID", help="rules, topics or packs; without any, all by topic")


def run(arguments: argparse.Namespace) -> int:
    """Always 0. Raises CopylintError where an id names nothing."""
    in_force = settings(CommandLine())
    packs = load(in_force.packs, in_force.base, in_force.places)
    if arguments.ids:
        rules = {rule.id: rule for name in arguments.ids for rule in find(name, packs)}
        _print("\n\n".join("\n".join(_page(rule)) for rule in rules.values()))
    else:
        _print("\n".join(_contents(packs)))
    return 0


def _print(text: str) -> None:
    print("\n".join(safe(line) for line in text.split("\n")))


def _contents(packs: Sequence[Pack]) -> Iterator[str]:
    """All rules by pack and topic, one a line."""
    rules = sorted((rule for pack in packs for rule in pack.rules), key=lambda rule: (rule.pack, rule.topic, rule.id))
    width = max((len(rule.id) for rule in rules), default=0)
    for (pack, topic), members in groupby(rules, key=lambda rule: (rule.pack, rule.topic)):
        yield f"{pack}: {topic}"
        for rule in members:
            preview = " (preview)" if rule.status == "preview" else ""
            yield f"  {rule.id:<{width}}  {rule.severity:<8} {rule.message}{preview}"
        yield ""
    yield f"{len(rules)} rules. 'copylint rule ID' explains one."


def _page(rule: Rule) -> Iterator[str]:
    """What a copy editor asks about one rule."""
    yield f"{rule.id} ({rule.severity}; {rule.pack}: {rule.topic}{_status(rule)})"
    yield f"  {rule.message}"
    if rule.why:
        yield ""
        yield from _wrapped(rule.why)
    yield ""
    yield from _wrapped(f"Looks in: {', '.join(rule.scope) if rule.scope else 'the whole file'}.")
    yield from _wrapped(f"Languages: {', '.join('any' if each == '*' else each for each in rule.languages)}.")
    yield from _wrapped(f"Fix: {_fix(rule)}.")
    yield ""
    yield "  Reports:"
    yield from _examples(example for example in rule.examples if not example.valid)
    yield "  Leaves alone:"
    yield from _examples(example for example in rule.examples if example.valid)
    for reference in rule.references:
        yield from _wrapped(f"See {reference}.")


def _status(rule: Rule) -> str:
    return "" if rule.status == "stable" else f"; {rule.status}"


def _fix(rule: Rule) -> str:
    if rule.fix is None:
        return "none"
    by_whom = {
        "safe": "safe, '--fix' applies it",
        "unsafe": "unsafe, only '--unsafe-fixes' applies it",
        "manual": "manual, shown and never applied",
    }
    return by_whom[rule.fix.safety]


def _examples(examples: Iterable[Example]) -> Iterator[str]:
    for example in examples:
        first, *others = example.text.rstrip("\n").split("\n")
        yield f"    - {first}"
        yield from (f"      {line}".rstrip() for line in others)


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="  ", break_long_words=False)
