"""Which stories nobody may see a word of, and what is left of their findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from copylint.checks.model import FixForm, Setting
from copylint.document.formats import read
from copylint.engine import withholding
from copylint.engine.checker import Checker
from copylint.engine.linter import Linter
from copylint.engine.run import Checked, Reading, Unread
from copylint.finding import Fix
from copylint.ruleset.model import Rule, Ruleset
from copylint.source.decode import decode
from copylint.source.excerpt import NOTHING

BODY = "PARIS (AP) — The envoys met in july, the ministry said.\n"
TODAY = date(2026, 2, 6)

JULY = Rule(
    "month",
    "swap",
    "Write '{fix}' for '{match}'.",
    "error",
    "core",
    "dates",
    "dates.yaml",
    1,
    {"swap": {"july": "July"}, "case": True},
    scope=("headline", "dateline", "body"),
    fix=FixForm("safe"),
)


def checker(*, show_copy: bool = True) -> Checker:
    reading = Reading(show_copy=show_copy)
    return Checker(Linter(Ruleset((JULY,)), Setting()), reading, key_of=lambda *_: b"key")


def checked(text: str, *, show_copy: bool = True) -> Checked:
    outcome = checker(show_copy=show_copy).check_bytes("story.txt", text.encode())
    assert isinstance(outcome, Checked), outcome
    return outcome


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NOT FOR PUBLICATION", True),
        ("Slug: NOT FOR RELEASE before noon", True),
        ("NOT FOR IMMEDIATE RELEASE", True),
        ("(not for publication)", True),
        ("Not for publication: a note to desks", True),
        ("*** not for broadcast until 6 p.m. ***", True),
        ("DO NOT PUBLISH", True),
        ("HOLD FOR RELEASE", True),
        ("***EMBARGOED***", True),
        ("He said his words were not for publication.", False),
        ("Do not publish your password, the bank said.", False),
        ("The embargo on oil was lifted.", False),
        ("EMBARGO LIFTED", False),
    ],
)
def test_marks(text: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert withholding.is_marked(text) is expected


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        ("EMBARGOED UNTIL 6 a.m. GMT Feb. 9, 2026\n\n" + BODY, TODAY, True),
        ("EMBARGOED UNTIL 6 a.m. GMT Feb. 9, 2026\n\n" + BODY, None, True),
        ("EMBARGOED UNTIL 6 p.m. GMT Feb. 6, 2026\n\n" + BODY, TODAY, True),
        ("EMBARGOED UNTIL 6 a.m. GMT Feb. 5, 2026\n\n" + BODY, TODAY, False),
        ("EMBARGOED UNTIL further notice\n\n" + BODY, TODAY, True),
        ("NOT FOR PUBLICATION\n\n" + BODY, TODAY, True),
        ("The oil embargo hurt, the minister said in july.\n", None, False),
        (BODY, None, False),
    ],
)
def test_stories(text: str, now: date | None, expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert withholding.is_withheld(read(decode("story.txt", text.encode())), now) is expected


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ({"status": "withheld"}, True),
        ({"status": "stat:withheld"}, True),
        ({"status": "Embargoed"}, True),
        ({"status": "stat:usable"}, False),
        ({"embargo": "2026-02-09T06:00:00Z"}, True),
        ({"embargo": "2026-02-05T06:00:00Z"}, False),
        ({"embargo": "none"}, False),
        ({}, False),
    ],
)
def test_metadata(metadata: Mapping[str, str], expected: bool) -> None:  # noqa: FBT001 - a table's column
    (document,) = read(decode("story.txt", BODY.encode()))
    assert withholding.is_withheld([replace(document, metadata=metadata)], TODAY) is expected


def test_what_is_shown_of_an_ordinary_story() -> None:
    outcome = checked(BODY)
    assert (outcome.withheld, outcome.findings[0].text, outcome.key) == (False, "july", b"key")


@pytest.mark.parametrize(
    ("text", "show_copy"), [(BODY, False), ("NOT FOR PUBLICATION\n\n" + BODY, True)], ids=["asked", "marked"]
)
def test_nothing_but_the_place_is_left(text: str, show_copy: bool) -> None:  # noqa: FBT001 - a table's column
    outcome = checked(text, show_copy=show_copy)
    (finding,) = outcome.findings
    assert (finding.message, finding.text, finding.fix) == (withholding.MESSAGE, "", Fix("safe"))
    assert (finding.rule, outcome.excerpt.position(finding.span.start).column) == ("month", 32)
    assert (outcome.excerpt.stretches, outcome.excerpt.edited) == ({}, {})
    assert (outcome.withheld, outcome.key, outcome.cut) == (True, None, None)


def test_its_segments_are_refused_in_so_many_words() -> None:
    outcome = replace(checker(show_copy=False), keeps_cut=True).check_bytes("a.txt", BODY.encode())
    assert isinstance(outcome, Unread)
    assert [problem.message for problem in outcome.problems] == ["not shown: its words are withheld"]


@pytest.mark.parametrize("mark", ["", "NOT FOR PUBLICATION"])
def test_a_reader_quotes_no_withheld_story(mark: str) -> None:
    data = f"<nitf><body>{mark} The secret july<p></body></nitf>".encode()
    outcome = checker(show_copy=bool(mark)).check_bytes("a.xml", data)
    assert isinstance(outcome, Unread)
    (problem,) = outcome.problems
    assert (problem.message, problem.excerpt, problem.hint) == ("the story can't be read in its format", None, None)
    assert problem.line == 1


def test_what_copylint_fails_on_is_not_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("The secret july")

    monkeypatch.setattr(Linter, "lint", fail)
    outcome = checker().check_bytes("a.txt", BODY.encode())
    assert isinstance(outcome, Unread)
    (problem,) = outcome.problems
    assert "KeyError in engine/test_withholding.py:" in problem.message
    assert "secret" not in repr(problem)


def test_a_clean_story_is_not_asked() -> None:
    outcome = checked("PARIS (AP) — NOT FOR PUBLICATION, it said.\n")
    assert (outcome.withheld, outcome.findings, outcome.excerpt) == (False, (), NOTHING)
