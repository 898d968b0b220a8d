"""What packs and newsrooms change in rules that others wrote: options replace, exceptions add."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import regex

from copylint.checks import kind
from copylint.checks.model import Definition
from copylint.errors import Problem
from copylint.ruleset import schema
from copylint.ruleset.model import Layer, Rule
from copylint.ruleset.validation import Reader


def overridden(rule: Rule, layers: Iterable[Layer]) -> tuple[Rule, list[Problem]]:
    """The rule with every layer's options and exceptions for it, and what is wrong with them."""
    names = {rule.id, *rule.formerly}
    changed, problems = rule, list[Problem]()
    for layer in layers:
        for given, node in layer.options:
            if given.text in names:
                reader = Reader()
                values = reader.read(node, schema.changed_options(rule.check), f"options of '{rule.id}'")
                problems += reader.problems
                if not reader.problems:
                    changed = replace(changed, options={**changed.options, **values})
                    problems += [node.place.problem(message) for message in _faults(changed)]
        for given, words in layer.exceptions:
            if given.text in names:
                changed = replace(changed, exceptions=(*changed.exceptions, *words))
    return changed, problems


def _faults(rule: Rule) -> list[str]:
    """What the check says of options that don't fit together."""
    try:
        kind(rule.check).compile(Definition(rule.options, rule.text, rule.fix))
    except (ValueError, regex.error) as error:
        return [f"options of '{rule.id}': {error}"]
    return []
