"""Selectors: the more specific wins, ignore beats select, later layers go over earlier ones."""

from __future__ import annotations

import pytest

from copylint.errors import CopylintError
from copylint.finding import Severity
from copylint.ruleset.model import Given, Layer, Pack, Rule, Status
from copylint.ruleset.select import choose, find


def rule(identifier: str, topic: str, pack: str = "core", status: Status = "stable", formerly: str = "") -> Rule:
    return Rule(
        id=identifier,
        check="pattern",
        message="Write it out.",
        severity="warning",
        pack=pack,
        topic=topic,
        path=f"{topic}.yaml",
        line=1,
        status=status,
        formerly=(formerly,) if formerly else (),
    )


CORE = Pack(
    "core",
    "rules/core",
    (
        rule("bad-month", "dates", formerly="wrong-month"),
        rule("bad-day", "dates"),
        rule("bad-quote", "quotes"),
        rule("new-idea", "quotes", status="preview"),
        rule("old-idea", "quotes", status="deprecated"),
    ),
)
DESK = Pack("desk", "desk", (rule("desk-style", "style", pack="desk"),))
ALL_STABLE = "bad-day bad-month bad-quote desk-style old-idea"


def given(names: str) -> tuple[Given, ...]:
    return tuple(Given(name, option="--select") for name in names.split())


def layer(select: str | None = None, ignore: str = "", **severity: Severity) -> Layer:
    graded = tuple((Given(name.replace("_", "-")), level) for name, level in severity.items())
    return Layer(None if select is None else given(select), given(ignore), graded)


def chosen(*layers: Layer) -> str:
    return " ".join(each.id for each in choose((CORE, DESK), layers).rules)


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ((), ALL_STABLE),
        ((layer("ALL"),), ALL_STABLE),
        ((layer("dates"),), "bad-day bad-month"),
        ((layer("core"),), "bad-day bad-month bad-quote old-idea"),
        ((layer("bad-quote desk"),), "bad-quote desk-style"),
        ((layer("wrong-month"),), "bad-month"),
        ((layer(None, "dates"),), "bad-quote desk-style old-idea"),
        ((layer("ALL", "core"),), "desk-style"),
        ((layer("bad-day", "dates"),), "bad-day"),
        ((layer("dates", "bad-day"),), "bad-month"),
        ((layer("dates", "dates"),), ""),
        ((layer("ALL", "ALL"),), ""),
        ((layer("new-idea"),), "new-idea"),
        ((layer("quotes"),), "bad-quote old-idea"),
        ((layer("ALL new-idea"),), "bad-day bad-month bad-quote desk-style new-idea old-idea"),
        ((layer("dates"), layer("quotes")), "bad-quote old-idea"),
        ((layer("dates"), layer(None, "bad-day")), "bad-month"),
        ((layer("bad-day"), layer(None, "dates")), ""),
        ((layer(None, "dates"), layer("bad-day")), "bad-day"),
    ],
)
def test_chooses(layers: tuple[Layer, ...], expected: str) -> None:
    assert chosen(*layers) == expected


def test_a_packs_settings_come_before_the_newsrooms() -> None:
    house = Pack("desk", "desk", DESK.rules, settings=layer(None, "dates", bad_quote="error"))
    ruleset = choose((CORE, house), (layer(None, "", bad_quote="info"),))
    assert [(each.id, each.severity) for each in ruleset.rules] == [
        ("bad-quote", "info"),
        ("desk-style", "warning"),
        ("old-idea", "warning"),
    ]


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ((layer(bad_day="error"),), "error"),
        ((layer(dates="error", bad_day="info"),), "info"),
        ((layer(bad_day="info", dates="error", ALL="error"),), "info"),
        ((layer(bad_day="info"), layer(dates="error")), "error"),
        ((layer(quotes="error"),), "warning"),
    ],
)
def test_grades(layers: tuple[Layer, ...], expected: str) -> None:
    rules = {each.id: each for each in choose((CORE, DESK), layers).rules}
    assert rules["bad-day"].severity == expected


@pytest.mark.parametrize(
    ("layers", "runs"),
    [
        ((), False),
        ((layer("quotes", new_idea="error"),), False),
        ((layer("new-idea"),), True),
        ((layer(new_idea="error"),), True),
        ((layer(quotes="error"),), False),
        ((layer(new_idea="error"), layer(None, "new-idea")), False),
        ((layer(new_idea="error"), layer("dates")), False),
    ],
)
def test_a_preview_rule_runs_where_its_id_is_selected_or_graded(layers: tuple[Layer, ...], runs: bool) -> None:  # noqa: FBT001 - what the row expects
    assert ("new-idea" in {each.id for each in choose((CORE, DESK), layers).rules}) == runs


def test_every_unknown_selector_is_told_with_a_suggestion() -> None:
    with pytest.raises(CopylintError) as raised:
        choose((CORE,), (layer("bad-moth dates", "qwrtz"),))
    first, second = raised.value.problems
    assert first.message == "there is no rule, topic or pack 'bad-moth' in --select"
    assert first.hint == "did you mean 'bad-month'?"
    assert "copylint rule" in (second.hint or "")


def test_the_last_house_pack_is_the_house() -> None:
    assert choose((CORE, DESK)).house is None
    assert choose((CORE, Pack("ap", "ap", ()), Pack("afp", "afp", ()))).house == "afp"


def test_finds_rules_by_any_selector() -> None:
    assert [each.id for each in find("dates", (CORE, DESK))] == ["bad-day", "bad-month"]
    assert [each.id for each in find("new-idea", (CORE, DESK))] == ["new-idea"]
    with pytest.raises(CopylintError):
        find("bad", (CORE, DESK))
