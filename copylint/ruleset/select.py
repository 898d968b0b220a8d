"""Which rules run, and how severe each is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Final

from copylint.errors import CopylintError, Problem
from copylint.finding import Severity
from copylint.ruleset.model import Given, Layer, Pack, Rule, Ruleset
from copylint.ruleset.overrides import overridden
from copylint.ruleset.suggestions import closest

EVERYTHING: Final = "ALL"
HOUSES: Final = ("ap", "reuters", "afp", "guardian")
"""The packs that are a house's style; the last one in force decides what the house's own form is."""


class Reach(IntEnum):
    """How specific a selector is."""

    EVERYTHING = 0
    PACK = 1
    TOPIC = 2
    RULE = 3


def choose(packs: Sequence[Pack], layers: Iterable[Layer] = (), profile: str = "wire") -> Ruleset:
    """The rules of a run: the packs' own settings apply first, in their order, then the layers.

    A layer that selects replaces what the layers before it chose; one that only ignores takes away from it, one that
    extends it adds to it. Within a layer the more specific selector wins, and `ignore` beats `select`.
    Raises CopylintError with every selector that names nothing, and every option that its rule doesn't take.
    """
    layers = (*(pack.settings for pack in packs), *layers)
    changed = [overridden(rule, layers) for pack in packs for rule in pack.rules]
    problems = [problem for layer in layers for problem in _unknown_selectors(layer, packs)]
    problems += [problem for _, found in changed for problem in found]
    if problems:
        raise CopylintError(*problems)
    running = [replace(rule, severity=_severity(rule, layers)) for rule, _ in changed if _runs(rule, layers)]
    houses = [pack.id for pack in packs if pack.id in HOUSES]
    return Ruleset(
        tuple(sorted(running, key=lambda rule: rule.id)),
        profile,
        houses[-1] if houses else None,
        frozenset(_known(packs) - {EVERYTHING}),
    )


def find(name: str, packs: Iterable[Pack]) -> tuple[Rule, ...]:
    """The rules that a selector names, sorted by id.

    Raises CopylintError where it names nothing.
    """
    packs = tuple(packs)
    named = [rule for pack in packs for rule in pack.rules if _reach(rule, (Given(name),)) is not None]
    if not named:
        raise CopylintError(_unknown(Given(name), packs))
    return tuple(sorted(named, key=lambda rule: rule.id))


def _runs(rule: Rule, layers: Iterable[Layer]) -> bool:
    """A preview rule runs only where a layer names it by its id, to select it or to grade it."""
    runs = rule.status != "preview"
    for layer in layers:
        ignored = _reach(rule, layer.ignore)
        added = _selected(rule, layer.extend_select)
        if layer.select is not None:
            chosen = (_selected(rule, layer.select), added)
            added = max((reach for reach in chosen if reach is not None), default=None)
            runs = False
        elif _reach(rule, (given for given, _ in layer.severity)) == Reach.RULE:
            runs = True
        runs = (runs and ignored is None) or (added is not None and (ignored is None or added > ignored))
    return runs


def _selected(rule: Rule, selectors: Iterable[Given]) -> Reach | None:
    reach = _reach(rule, selectors)
    return None if rule.status == "preview" and reach != Reach.RULE else reach


def _severity(rule: Rule, layers: Iterable[Layer]) -> Severity:
    """The last layer's that grades the rule; within a layer the most specific selector's."""
    severity = rule.severity
    for layer in layers:
        graded = [
            (reach, severity) for given, severity in layer.severity if (reach := _reach(rule, (given,))) is not None
        ]
        if graded:
            severity = max(graded, key=lambda each: each[0])[1]
    return severity


def _reach(rule: Rule, selectors: Iterable[Given]) -> Reach | None:
    """How specifically the selectors name the rule, if they do."""
    names = {
        EVERYTHING: Reach.EVERYTHING,
        rule.pack: Reach.PACK,
        rule.topic: Reach.TOPIC,
        rule.id: Reach.RULE,
        **dict.fromkeys(rule.formerly, Reach.RULE),
    }
    return max((names[selector.text] for selector in selectors if selector.text in names), default=None)


def _unknown_selectors(layer: Layer, packs: Sequence[Pack]) -> list[Problem]:
    given = (*(layer.select or ()), *layer.extend_select, *layer.ignore, *(selector for selector, _ in layer.severity))
    rules = (*(rule for rule, _ in layer.options), *(rule for rule, _ in layer.exceptions))
    known, known_rules = _known(packs), _known_rules(packs)
    return [
        *(_unknown(selector, packs) for selector in given if selector.text not in known),
        *(_unknown_rule(rule, known_rules) for rule in rules if rule.text not in known_rules),
    ]


def _known(packs: Iterable[Pack]) -> set[str]:
    rules = [rule for pack in packs for rule in pack.rules]
    names = {name for rule in rules for name in (rule.id, rule.topic, rule.pack, *rule.formerly)}
    return {EVERYTHING, *names, *(pack.id for pack in packs)}


def _known_rules(packs: Iterable[Pack]) -> set[str]:
    return {name for pack in packs for rule in pack.rules for name in (rule.id, *rule.formerly)}


def _unknown_rule(given: Given, known: set[str]) -> Problem:
    message = f"there is no rule '{given.text}'"
    hint = closest(given.text, known) or "'copylint rule' lists all rules by topic"
    return given.place.problem(message, hint) if given.place else Problem(message, hint=hint)


def _unknown(selector: Given, packs: Sequence[Pack]) -> Problem:
    where = f" in {selector.option}" if selector.option else ""
    message = f"there is no rule, topic or pack '{selector.text}'{where}"
    hint = closest(selector.text, _known(packs)) or "'copylint rule' lists all rules by topic"
    return selector.place.problem(message, hint) if selector.place else Problem(message, hint=hint)
