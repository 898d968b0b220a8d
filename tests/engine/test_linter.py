"""The engine: which rule sees what, and what becomes of its matches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from copylint.checks.model import FixForm, Look, Match, Setting
from copylint.checks.pattern import SegmentPattern
from copylint.document.formats import read
from copylint.document.model import Segment
from copylint.engine import assembly, linter
from copylint.engine.linter import Linter, Result
from copylint.finding import Edit, Finding, Fix
from copylint.ruleset.model import Rule, Ruleset
from copylint.source.decode import decode

DELETE = FixForm("safe", replace="")
WRITE_BAR = FixForm("safe", replace="bar")


def rule(identifier: str = "no-foo", *, pattern: str = r"\bfoo\b", **changes: object) -> Rule:
    values: dict[str, Any] = {
        "check": "pattern",
        "message": "Delete '{match}'.",
        "severity": "error",
        "pack": "ours",
        "topic": "wording",
        "path": "wording.yaml",
        "line": 1,
        "options": {"pattern": pattern},
        "scope": ("headline", "body", "caption"),
        **changes,
    }
    return Rule(identifier, **values)


def source_rule(identifier: str = "no-foo", *, pattern: str = r"\bfoo\b", **changes: object) -> Rule:
    values: dict[str, object] = {"text": "source", "scope": None, "languages": ("*",), **changes}
    return rule(identifier, pattern=pattern, **values)


def lint(text: str, *rules: Rule, name: str = "story.md", language: str | None = "en", profile: str = "wire") -> Result:
    source = decode(name, text.encode())
    return Linter(Ruleset(rules), Setting(profile)).lint(source, read(source, language=language))


def places(result: Result) -> list[tuple[str, int, str]]:
    return [(each.rule, each.span.start, each.text) for each in result.findings]


def only(result: Result) -> Finding:
    (found,) = result.findings
    return found


def test_a_rule_on_segments_sees_no_match_across_them() -> None:
    text = "The report ends in foo\n\nbar, the ministry said."
    assert places(lint(text, rule(pattern=r"foo\W+bar"))) == []
    assert places(lint(text, rule(pattern=r"^bar"))) == [("no-foo", 24, "bar")]


def test_a_rule_on_documents_sees_the_whole_story() -> None:
    caption = "A flood in Derna on Monday, seen from the harbour. Photo: AFP"
    twice = rule(
        "twice",
        check="duplicate",
        options={"unit": "caption", "alike": "exact"},
        message="Same caption as line {other}.",
    )
    found = only(lint(f"{caption}\n\nWater rose all night in the old town.\n\n{caption}\n", twice, name="story.txt"))
    assert (found.message, found.part) == ("Same caption as line 1.", "caption")
    assert [(each.message, each.span.start) for each in found.related] == [("first used here", 0)]


def test_a_rule_on_the_source_sees_each_line_by_itself() -> None:
    text = "One foo \r\nand foo|\rfoo bar\nfoo\x0bfoo"
    found = lint(text, source_rule(pattern=r"^foo|foo\W?$"), name="story.txt", language=None)
    assert [text for _, _, text in places(found)] == ["foo ", "foo|", "foo", "foo", "foo"]


def test_findings_come_sorted_by_place_whatever_the_rules_order() -> None:
    found = lint("There was a foo and a bar.", rule("a-rule", pattern="bar"), rule("b-rule"), rule("c-rule"))
    assert places(found) == [("b-rule", 12, "foo"), ("c-rule", 12, "foo"), ("a-rule", 22, "bar")]


def test_a_superseded_finding_is_dropped() -> None:
    wide = rule("wide", pattern="foo bar", supersedes=("no-foo",))
    assert places(lint("A foo bar and a foo.", rule(), wide)) == [("wide", 2, "foo bar"), ("no-foo", 16, "foo")]


# report: once --------------------------------------------------------------------------------------------------------


def test_once_gives_one_finding_with_its_count_the_other_places_and_one_fix() -> None:
    found = only(lint("A foo, a foo\n\nand a foo.", rule(report="once", fix=WRITE_BAR)))
    assert (found.span.start, found.count) == (2, 3)
    assert [(each.message, each.span.start) for each in found.related] == [("also here", 9), ("also here", 20)]
    assert found.fix == Fix("safe", (Edit(2, 5, "bar"), Edit(9, 12, "bar"), Edit(20, 23, "bar")))


def test_once_names_at_most_twenty_other_places_and_counts_all() -> None:
    found = only(lint("A foo here. " * 40, rule(report="once", fix=WRITE_BAR)))
    assert (found.count, len(found.related)) == (40, 20)
    assert found.fix is not None
    assert len(found.fix.edits) == 40


def test_once_has_no_fix_where_a_place_has_none() -> None:
    assert only(lint("A foo, a foo", rule(report="once"))).fix is None


def test_once_is_as_careful_as_its_most_careful_place() -> None:
    careful = rule(report="once", fix=WRITE_BAR, quotations="report")
    found = only(lint('A foo here. "We saw a foo," he said.', careful))
    assert (found.count, found.fix and found.fix.safety) == (2, "manual")


# what counts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/a-foo-b for more.",
        "Write to foo@example.org for more.",
        "He wrote as @foo on Monday.",
        "They marched under #foo on Monday.",
        "He typed `a foo` and left.",
    ],
)
def test_masked_places_do_not_count_and_the_search_goes_on_behind_them(text: str) -> None:
    assert places(lint(text, rule())) == []
    behind = f"{text} There was a foo."
    assert places(lint(behind, rule())) == [("no-foo", len(behind) - 4, "foo")]


QUOTED = 'A foo here. "We saw a foo," she said.'


@pytest.mark.parametrize(
    ("quotations", "expected"),
    [
        ("skip", [(2, "safe")]),
        ("report", [(2, "safe"), (22, "manual")]),
        ("fix", [(2, "safe"), (22, "safe")]),
    ],
)
def test_quotations_are_skipped_reported_or_fixed(quotations: str, expected: list[tuple[int, str]]) -> None:
    found = lint(QUOTED, rule(quotations=quotations, fix=WRITE_BAR)).findings
    assert [(each.span.start, each.fix and each.fix.safety) for each in found] == expected


def test_excepted_words_do_not_count_wherever_the_candidate_touches_them() -> None:
    text = "The foo fighters, a foo and a bar of foo."
    excepting = rule(exceptions=("foo fighters", "bar of foo"))
    assert places(lint(text, excepting)) == [("no-foo", 20, "foo")]


def test_excepted_contexts_do_not_count() -> None:
    numbers = rule(pattern=r"\d+/\d+", except_in=("odds",))
    text = "Bookmakers have him at 6/4.\n\nHe arrived on 6/2 in Derna."
    assert places(lint(text, numbers)) == [("no-foo", 43, "6/2")]


STORY = "# A foo in the harbour\n\nThere is a foo in Derna.\n\nA foo on the quay on Monday. Photo: AFP\n"


@pytest.mark.parametrize(
    ("scope", "parts"),
    [
        (("headline",), ["headline"]),
        (("body",), ["body"]),
        (("caption", "headline"), ["headline", "caption"]),
        (("table",), []),
    ],
)
def test_a_rule_looks_in_its_scope_only(scope: tuple[str, ...], parts: list[str]) -> None:
    assert [found.part for found in lint(STORY, rule(scope=scope)).findings] == parts


@pytest.mark.parametrize(
    ("languages", "language", "seen"),
    [
        (("en",), "en", True),
        (("en",), "fr", False),
        (("fr", "en"), "en", True),
        (("*",), "fr", True),
        (("*",), None, True),
        (("en",), None, False),  # too short to tell
    ],
)
def test_a_rule_runs_in_its_languages_only(languages: tuple[str, ...], language: str | None, seen: bool) -> None:  # noqa: FBT001 - the row
    assert bool(lint("Derna foo", rule(languages=languages), language=language).findings) == seen


def test_a_long_paragraph_in_another_language_is_judged_alone() -> None:
    french = (
        "Le foo de la ville est dans le port et les bateaux sont restés à quai pendant toute la nuit, "
        "selon le maire qui a dit que les habitants ne sont pas en danger mais que la pluie va durer "
        "encore deux jours dans cette région où les rivières sont déjà très hautes."
    )
    english = (
        "There is a foo in the town, and the mayor said that it would be there for all of the week because the rivers "
        "have not gone down and there was no boat that could have been sent to the people who are still in the port "
        "with their children and with what they could carry out of their houses on the first of the two nights."
    )
    assert places(lint(f"{english}\n\n{french}\n", rule())) == [("no-foo", 11, "foo")]


@pytest.mark.parametrize(("profile", "seen"), [("web", True), ("wire", False)])
def test_a_rule_of_one_profile_runs_in_it_only(profile: str, seen: bool) -> None:  # noqa: FBT001 - the row
    assert bool(lint("A foo here.", rule(profiles=("web",)), profile=profile).findings) == seen


# rules on the source -------------------------------------------------------------------------------------------------

PARTS = """\
---
title: foo
---
A foo here, and `foo` there.

```
foo
```

| foo  | Points |
|------|--------|
| Lyon | 3      |
"""


def test_a_source_rule_without_a_scope_looks_everywhere_but_in_front_matter_and_code() -> None:
    assert [(found.part, found.span.start) for found in lint(PARTS, source_rule()).findings] == [
        ("body", 21),
        ("table", 64),
    ]


def test_a_source_rule_looks_where_its_scope_says() -> None:
    in_code = lint(PARTS, source_rule(scope=("code", "front-matter")))
    assert [found.part for found in in_code.findings] == ["front-matter", "code"]


def test_a_source_rule_ignores_masks_and_quotations() -> None:
    text = 'See https://example.org/foo and "a foo" there.'
    assert [start for _, start, _ in places(lint(text, source_rule(), name="story.txt"))] == [24, 35]


def test_a_source_rule_sees_what_stands_between_segments_without_a_part() -> None:
    between = lint("There is a flood in Derna.   \n", source_rule(pattern=r" +$"), name="story.txt")
    assert (only(between).part, only(between).text) == (None, "   ")


def test_a_source_rule_keeps_to_its_languages() -> None:
    assert places(lint("A foo here.", source_rule(languages=("fr",)))) == []


def test_the_text_of_a_finding_is_the_story_text_or_the_source_slice() -> None:
    text = "He said foo &amp; **bar** to Ann Lee in Derna."
    assert only(lint(text, rule(pattern="foo & bar"))).text == "foo & bar"
    assert only(lint(text, source_rule(pattern="foo &amp; .*bar"))).text == "foo &amp; **bar"


# messages and fixes --------------------------------------------------------------------------------------------------


def test_a_message_is_filled_in_and_braces_of_the_story_stay() -> None:
    braces = rule(pattern=r"\{fix\}", message="Write '{fix}' for '{match}' ({unknown}).", fix=WRITE_BAR)
    assert only(lint("Give the {fix} a name.", braces)).message == "Write 'bar' for '{fix}' ({unknown})."


def test_a_rule_with_a_fix_that_its_check_cannot_make_is_mended_by_hand() -> None:
    assert only(lint("A foo here.", rule(fix=FixForm("safe")))).fix == Fix("manual")


def test_a_fix_across_markup_is_mended_by_hand() -> None:
    across = rule(pattern="foo bar", fix=DELETE)
    assert only(lint("A **foo** bar here.", across)).fix == Fix("manual")


def test_a_fix_that_the_encoding_cannot_hold_is_mended_by_hand() -> None:
    source = decode("story.txt", "A caf\xe9 and a foo here.".encode("latin-1"))
    unwritable = rule(fix=FixForm("safe", replace="ő"))
    result = Linter(Ruleset((unwritable,)), Setting()).lint(source, read(source, language="en"))
    assert only(result).fix == Fix("manual")


# time ----------------------------------------------------------------------------------------------------------------


def test_a_rule_out_of_time_is_named_and_the_others_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: object) -> Iterator[Any]:
        raise TimeoutError

    slow = rule("slow", check="duplicate", options={"unit": "caption", "alike": "exact"})
    monkeypatch.setattr("copylint.checks.duplicate.Duplicate.find_in_document", late)
    result = lint("A foo here.", slow, rule())
    assert places(result) == [("no-foo", 2, "foo")]
    assert [(each.message, each.path) for each in result.problems] == [
        ("rule 'slow' ran out of time: the file is not checked for it", "story.md")
    ]


def test_when_the_files_time_is_used_up_one_message_names_the_rules_left(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 1.0, 9.0, 9.5, 9.5])
    monkeypatch.setattr(linter, "process_time", lambda: next(clock))
    result = lint("A foo here.", rule("a-rule"), rule("b-rule"), rule("c-rule"))
    assert places(result) == [("a-rule", 2, "foo")]
    (problem,) = result.problems
    assert problem.message == "the file took more than 8 seconds: it is not checked for b-rule, c-rule"


def test_each_rule_is_charged_with_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 1.0, 1.5, 3.5])
    monkeypatch.setattr(linter, "process_time", lambda: next(clock))
    assert lint("A foo here.", rule("a-rule"), rule("b-rule")).seconds == {"a-rule": 0.5, "b-rule": 2.0}


def test_the_time_that_reading_took_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([5.0, 6.0, 6.5])
    monkeypatch.setattr(linter, "process_time", lambda: next(clock))
    source = decode("story.md", b"A foo here.")
    result = Linter(Ruleset((rule(),)), Setting()).lint(source, read(source, language="en"), since=-3.0)
    assert (result.findings, len(result.problems)) == ((), 1)


def test_an_empty_story_has_no_findings() -> None:
    assert lint("", rule(), source_rule("other")) == Result(())


def test_a_rules_clock_does_not_run_while_its_findings_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long paragraph with many matches is no slow pattern."""
    order: list[str] = []
    find, make = SegmentPattern.find_in_segment, assembly.finding

    def finding(*arguments: Any) -> Finding:  # noqa: ANN401 - whatever it is called with
        order.append("made")
        return make(*arguments)

    def find_in_segment(self: SegmentPattern, segment: Segment, look: Look) -> Iterator[Match]:
        yield from find(self, segment, look)
        order.append("searched")

    monkeypatch.setattr(SegmentPattern, "find_in_segment", find_in_segment)
    monkeypatch.setattr(assembly, "finding", finding)
    lint("A foo, and a foo.", rule())
    assert order == ["searched", "made", "made"]
