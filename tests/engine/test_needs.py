"""What a check says that it needs stands in every text where it finds something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
import regex

from copylint.checks.lexicon import vocabulary_of
from copylint.checks.model import Line, Needs, Starts
from copylint.document.model import Document, Segment
from copylint.document.story_text import StoryText
from copylint.engine.compiled import CompiledRule
from copylint.engine.prefilter import EveryRule, NeededLiterals, Sieve
from copylint.engine.shadow import hides_letters, shadow
from copylint.engine.sight import Sight
from copylint.ruleset.files import shipped_packs
from copylint.ruleset.load import load
from copylint.ruleset.model import Example, Rule
from copylint.testing import ExampleLinter

RULES: Final = [rule for pack in load(shipped_packs(), Path()) for rule in pack.rules]
REPORTED: Final = [(rule, example) for rule in RULES for example in rule.examples if not example.valid]


def are_met(needs: Needs, texts: Sequence[str]) -> bool:
    """Whether all that a check asks for stands in the texts, common as it may be."""
    if any(map(hides_letters, texts)):
        return True
    shadows = [shadow(text) for text in texts]
    if not all(any(literal.encode() in each for literal in one for each in shadows) for one in needs.literals):
        return False
    if needs.words is not None and not any(needs.words & vocabulary_of(text) for text in texts):
        return False
    # Needs don't say whether the check minds the case, and a look-around may fit only where it does.
    searches = [regex.compile(pattern, flags) for pattern in needs.patterns for flags in (0, regex.IGNORECASE)]
    return not searches or any(search.search(text) for search in searches for text in texts)


@dataclass(frozen=True)
class StatedNeeds:
    """Runs a check only where its needs are met to the letter."""

    rules: Sequence[CompiledRule]

    def sieve(self, sight: Sight) -> Sieve:
        return StatedSieve(EveryRule(self.rules).sieve(sight), sight.document)


@dataclass(frozen=True)
class StatedSieve:
    every: Sieve
    document: Document

    @property
    def rules(self) -> list[CompiledRule]:
        texts = [segment.text for segment in self.document.segments]
        return [rule for rule in self.every.rules if rule.level != "document" or are_met(rule.check.needs, texts)]

    def segments(self, rule: CompiledRule) -> Iterator[tuple[Segment, Starts | None]]:
        return ((each, starts) for each, starts in self.every.segments(rule) if are_met(rule.check.needs, [each.text]))

    def marked_up(self, rule: CompiledRule) -> Iterator[tuple[Segment, Starts | None]]:
        return ((each, starts) for each, starts in self.every.marked_up(rule) if are_met(rule.check.needs, [each.text]))

    def lines(self, rule: CompiledRule, stretch: StoryText) -> Iterator[Line]:
        return (line for line in self.every.lines(rule, stretch) if are_met(rule.check.needs, [line.text]))


@pytest.mark.parametrize(
    ("rule", "example"), REPORTED, ids=lambda value: value.id if isinstance(value, Rule) else str(value.line)
)
def test_what_is_reported_in_an_example_has_what_the_check_needs(rule: Rule, example: Example) -> None:
    expected = ExampleLinter((rule,)).lint(example, rule).findings
    assert expected
    assert ExampleLinter((rule,), StatedNeeds).lint(example, rule).findings == expected
    assert ExampleLinter((rule,), NeededLiterals).lint(example, rule).findings == expected


@pytest.mark.parametrize(
    ("needs", "texts"),
    [
        (Needs(), [""]),
        (Needs((frozenset(("embargo", "wait")),)), ["Please Wait."]),
        (Needs((frozenset(("embargo",)), frozenset("("))), ["EMBARGO", "(AFP)"]),
        (Needs((frozenset("?"),)), ["café"]),
        (Needs(words=frozenset(("teh",))), ["TEH end"]),
        (Needs(patterns=("quake", "flood")), ["a Flood"]),
    ],
)
def test_met(needs: Needs, texts: list[str]) -> None:
    assert are_met(needs, texts)


@pytest.mark.parametrize(
    ("needs", "texts"),
    [
        (Needs((frozenset(("embargo",)), frozenset("("))), ["EMBARGO"]),
        (Needs(words=frozenset(("teh",))), ["tehe"]),
        (Needs(patterns=("quake", "flood")), ["a fire"]),
    ],
)
def test_not_met(needs: Needs, texts: list[str]) -> None:
    assert not are_met(needs, texts)
