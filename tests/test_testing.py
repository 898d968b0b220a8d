"""Examples as tests: what passes, and what each way to fail says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from copylint.ruleset.load import load
from copylint.ruleset.model import Rule
from copylint.testing import ExampleLinter, failures

RULE = """\
rules:
  - id: no-foo
    check: pattern
    words: [foo]
    message: "Write 'bar', not '{match}'."
    severity: warning
    fix: {safety: safe, replace: bar}
    examples:
      invalid:
        - {text: "There is a foo here.", match: foo, fixed: "There is a bar here."}
      valid:
        - There is a bar here.
"""


@pytest.fixture
def rule(tmp_path: Path) -> Rule:
    return rule_of(tmp_path, RULE)


def rule_of(folder: Path, text: str) -> Rule:
    (folder / "wording.yaml").write_text(text, encoding="utf-8")
    ((found,),) = [pack.rules for pack in load(["wording.yaml"], folder)]
    return found


def test_a_rule_that_does_what_its_examples_say_passes(rule: Rule) -> None:
    assert failures(rule) == ()


@pytest.mark.parametrize(
    ("old", "new", "expected", "came"),
    [
        ("There is a foo here.", "There is no fool here.", "a finding at 'foo'", "none; the text was read as body"),
        ("match: foo", "match: bar", "a finding at 'bar'", "no-foo at 'foo'"),
        ('fixed: "There is a bar', 'fixed: "There is a baz', "There is a baz", "There is a bar"),
        ("- There is a bar here.", "- There is a foo here.", "no finding", "no-foo at 'foo'"),
        ("replace: bar", "replace: foo bar", "There is a bar", "There is a foo bar"),
    ],
)
def test_what_fails_says_what_was_expected_and_what_came(
    tmp_path: Path, old: str, new: str, expected: str, came: str
) -> None:
    failed = failures(rule_of(tmp_path, RULE.replace(old, new, 1)))
    assert len(failed) == 1
    assert expected in failed[0].expected
    assert came in failed[0].came


def test_a_fix_that_leaves_the_finding_fails(tmp_path: Path) -> None:
    text = RULE.replace("replace: bar", "replace: foo bar").replace('a bar here."}', 'a foo bar here."}')
    (failure,) = failures(rule_of(tmp_path, text))
    assert failure.expected == "nothing more to fix after the fix"


@pytest.mark.parametrize(
    ("keys", "reported"),
    [
        ("", True),
        (", language: fr", False),
        (", part: caption", True),
        (", part: credit", False),
        (", dateline: 'PARIS (AP) —'", True),
        (", format: text", True),
        (", profile: web", True),
    ],
)
def test_the_keys_beside_the_text_change_how_it_is_read(tmp_path: Path, keys: str, reported: bool) -> None:  # noqa: FBT001 - what the row expects
    text = RULE.replace("- There is a bar here.", f"- {{text: There is a foo here and there is a foo there{keys}}}")
    example = rule_of(tmp_path, text).examples[-1]
    rule = rule_of(tmp_path, text)
    assert bool(ExampleLinter((rule,)).lint(example, rule).findings) == reported
    assert bool(failures(rule)) == reported


@pytest.mark.parametrize("encoding", ["nothing", "ascii"])
def test_an_encoding_that_can_not_hold_the_text_is_told(tmp_path: Path, encoding: str) -> None:
    text = RULE.replace("- There is a bar here.", f"- {{text: The café has a bar., encoding: {encoding}}}")
    (failure,) = failures(rule_of(tmp_path, text))
    assert failure.expected == "a text that can be read"
    assert f"'{encoding}' can't hold this text" in failure.came


def test_a_rule_for_a_part_without_body_takes_body_for_its_part(tmp_path: Path) -> None:
    rule = rule_of(tmp_path, RULE.replace("fix:", "scope: [credit, headline]\n    fix:"))
    assert failures(rule) == ()


def test_the_parts_stay_as_read_where_the_scope_has_body(tmp_path: Path) -> None:
    rule = rule_of(tmp_path, RULE.replace("fix:", "scope: [credit, body]\n    fix:"))
    (finding,) = ExampleLinter((rule,)).lint(rule.examples[0], rule).findings
    assert finding.part == "body"


def test_a_rule_of_one_profile_runs_in_that_profile_only(rule: Rule) -> None:
    web = replace(rule, profiles=("web",))
    assert len(failures(web)) == 1
    in_web = replace(web, examples=tuple(replace(each, profile="web") for each in web.examples))
    assert failures(in_web) == ()
