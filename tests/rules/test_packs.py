"""Every example of every shipped rule runs, and shipped rules keep to what a rule must be."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
import regex

from copylint.ruleset.files import shipped_packs
from copylint.ruleset.load import load
from copylint.ruleset.model import Example, Rule
from copylint.testing import ExampleLinter, failures_of

WORDS_AT_MOST: Final = 15
EXAMPLES_AT_LEAST: Final = 3
INFO_AT_MOST: Final = frozenset(
    {"caption-loose-in-body", "missing-headline", "missing-dateline", "byline-out-of-place", "undated-recent"}
)
"""What many feeds do on purpose; a house pack or a newsroom raises it."""

PACKS: Final = load(shipped_packs(), Path())
RULES: Final = [rule for pack in PACKS for rule in pack.rules]
EXAMPLES: Final = [(rule, example) for rule in RULES for example in rule.examples]
CORE: Final = [rule for rule in RULES if rule.pack == "core" and rule.check != "structure" and rule.status == "stable"]
ALL_OF_CORE: Final = ExampleLinter(CORE)

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def name_of(value: Rule | Example) -> str:
    """`lowercase-month` and `29`, so that a failing test names its rule and line."""
    return value.id if isinstance(value, Rule) else str(value.line)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=name_of)
def test_example(rule: Rule, example: Example) -> None:
    failed = [f"expected {failure.expected}\ncame {failure.came}" for failure in failures_of(rule, example)]
    assert not failed, f"{rule.path}:{example.line}: {rule.id}\n" + "\n".join(failed)


@pytest.mark.parametrize(
    ("rule", "example"), [(rule, example) for rule, example in EXAMPLES if example.valid], ids=name_of
)
def test_a_valid_example_breaks_no_other_rule(rule: Rule, example: Example) -> None:
    findings = ALL_OF_CORE.lint(example, rule).findings
    others = [f"{each.rule} at {each.text!r}" for each in findings if each.severity != "info"]
    unnamed = [other for other in others if other.partition(" ")[0] not in example.also]
    assert not unnamed, f"{rule.path}:{example.line}: {rule.id}; name it in 'also:' or change the text"


@every_rule
def test_a_shipped_rule_says_why(rule: Rule) -> None:
    assert rule.why


@every_rule
def test_a_shipped_rule_has_examples_each_way(rule: Rule) -> None:
    valid = sum(example.valid for example in rule.examples)
    assert min(valid, len(rule.examples) - valid) >= EXAMPLES_AT_LEAST


@every_rule
def test_a_message_is_short(rule: Rule) -> None:
    without_bracket = regex.sub(r"\s*\([^()]*\)\.?$", "", rule.message)
    assert len(without_bracket.split()) <= WORDS_AT_MOST
    assert rule.message[-1] in ".?!"


@every_rule
def test_a_rule_supersedes_only_rules_that_exist(rule: Rule) -> None:
    assert set(rule.supersedes) <= {each.id for each in RULES} - {rule.id}


@every_rule
def test_what_feeds_do_on_purpose_is_info(rule: Rule) -> None:
    if rule.id in INFO_AT_MOST:
        assert rule.severity == "info"
