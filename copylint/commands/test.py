"""`copylint test`: runs the examples in rule files."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from copylint.config.command_line import CommandLine
from copylint.config.settings import settings
from copylint.report.safe import safe
from copylint.ruleset.load import load
from copylint.ruleset.model import Pack, Rule
from copylint.testing import ExampleFailure, failures


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "rule_files",
        nargs="*",
        metavar="RULE_FILE",
        help="rule files, or folders of them; without any, the packs in force",
    )


def run(arguments: argparse.Namespace) -> int:
    """0 where every example passes, else 1. Raises CopylintError where a rule file is faulty."""
    rules = [rule for pack in _packs(arguments.rule_files) for rule in pack.rules]
    failed = [failure for rule in rules for failure in failures(rule)]
    for failure in failed:
        print(_described(failure))
    print(_summary(rules, failed))
    return 1 if failed else 0


def _packs(rule_files: Sequence[str]) -> tuple[Pack, ...]:
    if rule_files:
        return load(rule_files, Path.cwd())
    in_force = settings(CommandLine())
    return load(in_force.packs, in_force.base, in_force.places)


def _described(failure: ExampleFailure) -> str:
    kind = "valid" if failure.example.valid else "invalid"
    lines = [
        f"failed[{failure.rule.id}]: {kind} example",
        f" --> {failure.rule.path}:{failure.example.line}",
        *_block("text", failure.example.text.rstrip("\n")),
        *_block("expected", failure.expected),
        *_block("came", failure.came),
    ]
    return "\n".join(safe(line) for line in lines) + "\n"


def _block(label: str, text: str) -> list[str]:
    """The label and the text, whose further lines stand below its first."""
    first, *others = text.split("\n")
    return [f"  {label + ':':<10}{first}", *(f"{'':<12}{line}".rstrip() for line in others)]


def _summary(rules: Sequence[Rule], failed: Sequence[ExampleFailure]) -> str:
    examples = sum(len(rule.examples) for rule in rules)
    counted = f"{_counted(examples, 'example')} of {_counted(len(rules), 'rule')}"
    if not failed:
        return f"{counted}: all pass."
    failing = {failure.rule.id for failure in failed}
    return f"{counted}: {_counted(len(failed), 'failure')} in {_counted(len(failing), 'rule')}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
