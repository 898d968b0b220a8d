"""The house packs: what each may rest on, what it changes in core, and that it leaves its own house's copy alone."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import pytest
import regex

from copylint.checks.model import Setting
from copylint.document.formats import read
from copylint.engine.linter import Linter
from copylint.finding import Finding
from copylint.ruleset.load import load
from copylint.ruleset.model import Rule, Ruleset
from copylint.ruleset.select import HOUSES, choose
from copylint.source.decode import Source

RULES_AT_LEAST: Final = 50

CONFIRMED: Final = {
    "ap": frozenset(
        {
            "percent", "month with day", "months shortened", "full date", "date order", "today yesterday", "clock",
            "courtesy titles", "dr mr stop", "spell out numbers", "ages", "million money", "serial comma",
            "acronym in brackets", "headline case", "state names", "dateline",
        }
    ),
    "reuters": frozenset(
        {
            "month with day", "months shortened", "full date", "date order", "weekday", "today yesterday", "clock",
            "us abbrev", "uk eu un", "courtesy titles", "dr mr stop", "adviser", "dash", "acronym case", "speed",
            "dateline", "signoff", "slug",
        }
    ),
    "afp": frozenset({"dateline afp_web"}),
    "guardian": frozenset({"month with day"}),
}  # fmt: skip
"""What stored public text shows of each house; everything else is what desks say, and is never more than info."""

REFERENCE: Final = regex.compile(
    r"[\w /-]+: (?P<entry>[\w /]+) \((?P<source>confirmed in stored public text|desk knowledge)\)"
)

PACKS: Final = {house: load(["core", house], Path()) for house in HOUSES}
HOUSE_RULES: Final = [rule for house in HOUSES for pack in PACKS[house] for rule in pack.rules if pack.id == house]

every_house = pytest.mark.parametrize("house", HOUSES)
every_house_rule = pytest.mark.parametrize("rule", HOUSE_RULES, ids=lambda rule: rule.id)

OWN_COPY: Final = {
    "ap": """\
# US bank to close in Oran, 'sad day' for staff

PARIS (AP) — The bank in Fresno, California, will close on Feb. 6, 2026, at 5 p.m., the U.S. Treasury said Friday.

Its adviser, Dr. Ann Lee, met French President Bob Roe in March 2024 with a 5-year-old report on the law.

Sales rose 5% to $5 million — a record — after NATO moved toward the U.N. and the EU. Roe said three people left.

"Mr. Lee told me today that 5 percent is enough," Roe said.
""",
    "reuters": """\
# U.S. bank to close in Oran, 'sad day' for staff

PARIS, Feb 6 (Reuters) - The bank will close on Feb. 6, 2026, at 5 p.m. (1600 GMT), the U.S. Treasury said on Friday.

Its adviser, Dr Ann Lee, met French President Bob Roe in March 2024.

Winds of 80 kph hit the UK after NATO met at the U.N. in September 2025. Roe said three people left.

"Mr. Lee told me today that 5 percent is enough," Roe said.

(Reporting by Ann Lee in Paris; Editing by Bob Roe)
""",
    "afp": """\
# US bank to close in Oran, 'sad day' for staff

Paris, Feb 6, 2026 (AFP) - The bank will close on February 6 at 5:00 pm (1600 GMT), the US Treasury said on Friday.

Doctor Ann Lee, known as Dr Lee, told AFP in March 2024 that sales rose 5 percent to $5 million.

NATO - the alliance - moved towards the UN and the EU. Roe said three people left.

"Mr. Lee told me today that 5% is enough," Roe said.

bur-abc/def
""",
    "guardian": """\
# US bank to close in Oran, 'sad day' for staff

The bank will close on 6 February 2026 at 5pm, and its museum at 6.30pm, the US Treasury said on Friday.

Its adviser, Dr Ann Lee, told the Guardian in March 2024 that the French president, Bob Roe, had realised the danger.

Sales rose 5% to £5m – a record – after Nato moved towards the centre. Lee said 5 million people came.

"Mr. Lee told me today that 5 percent is enough," Roe said.
""",
}

FOREIGN_COPY: Final = """\
# Minister hails "sad day" for U.S. staff

{dateline}Mr. Lee said today it will close on 6 Feb. 2026 at 10:30am in Boston, Mass., and by August 3 at 7pm.

The five-year-old law cost $5m, or 3.1 per cent, after Nato met Dr. Roe and Dr Doe and moved towards a US advisor.
"""


@cache
def ruleset(house: str) -> Ruleset:
    return choose(PACKS[house])


def linted(text: str, house: str) -> list[Finding]:
    rules = ruleset(house)
    source = Source("story.md", text.encode(), text, "utf-8")
    linter = Linter(rules, Setting(rules.profile, date(2026, 2, 6), rules.house))
    return list(linter.lint(source, read(source, format="markdown", language="en")).findings)


def entries(rule: Rule) -> dict[str, bool]:
    """The style entries that a rule rests on, and whether it says that they are confirmed."""
    found = [REFERENCE.fullmatch(reference) for reference in rule.references]
    return {each["entry"]: each["source"].startswith("confirmed") for each in found if each}


def test_the_houses_have_rules_enough() -> None:
    assert len(HOUSE_RULES) >= RULES_AT_LEAST


@every_house_rule
def test_a_house_rule_carries_its_house(rule: Rule) -> None:
    assert rule.id.startswith(f"{rule.pack}-")


@every_house_rule
def test_a_house_rule_names_what_it_rests_on(rule: Rule) -> None:
    rests_on = entries(rule)
    assert rests_on
    assert all((entry in CONFIRMED[rule.pack]) is confirmed for entry, confirmed in rests_on.items())


@every_house_rule
def test_desk_knowledge_is_info_and_says_so(rule: Rule) -> None:
    known_from_desks = not all(entries(rule).values())
    assert rule.why.startswith("Desk knowledge") is known_from_desks
    if known_from_desks:
        assert rule.severity == "info"


@every_house_rule
def test_style_is_never_an_error(rule: Rule) -> None:
    assert rule.severity != "error"


@every_house
def test_a_house_grades_no_core_rule_an_error(house: str) -> None:
    graded = {given.text: severity for pack in PACKS[house] for given, severity in pack.settings.severity}
    assert "error" not in graded.values()


@every_house
def test_a_house_leaves_its_own_copy_alone(house: str) -> None:
    assert [f"{found.rule} at {found.text!r}" for found in linted(OWN_COPY[house], house)] == []


@pytest.mark.parametrize(
    ("house", "dateline", "expected"),
    [
        pytest.param(
            "ap",
            "Paris, Feb. 6 (AP) - ",
            {
                "ap-dateline-date", "ap-courtesy-title", "ap-relative-day", "ap-date-order", "ap-am-pm",
                "ap-state-abbreviated", "ap-month-with-day", "ap-age-figures", "ap-million-money", "ap-percent",
                "ap-dr-stop", "ap-toward", "ap-us-stops", "ap-adviser", "ap-headline-quotes", "ap-us-in-headline",
            },
            id="ap",
        ),
        pytest.param(
            "reuters",
            "Paris, Feb. 6 (Reuters) — ",
            {
                "reuters-dateline", "reuters-dateline-month", "reuters-courtesy-title", "reuters-relative-day",
                "reuters-am-pm", "reuters-month-with-day", "reuters-acronym-case", "reuters-dr-no-stop",
                "reuters-us-un-stops", "reuters-adviser", "reuters-headline-quotes", "reuters-million-money",
            },
            id="reuters",
        ),
        pytest.param(
            "afp",
            "PARIS, Feb. 6 (AFP) — ",
            {
                "afp-dateline", "afp-dateline-date", "afp-courtesy-title", "afp-relative-day", "afp-percent",
                "afp-acronym-case", "afp-dr-no-stop", "afp-million-money", "afp-headline-quotes",
            },
            id="afp",
        ),
        pytest.param(
            "guardian",
            "PARIS (AP) — ",
            {
                "guardian-dateline", "guardian-no-stops", "guardian-month-in-full", "guardian-date-order",
                "guardian-percent", "guardian-am-pm", "guardian-adviser", "guardian-headline-quotes",
            },
            id="guardian",
        ),
    ],
)  # fmt: skip
def test_a_house_judges_dateline_headline_and_text(house: str, dateline: str, expected: set[str]) -> None:
    found = {finding.rule for finding in linted(FOREIGN_COPY.format(dateline=dateline), house)}
    assert expected <= found


@pytest.mark.parametrize(
    ("house", "severity"), [("ap", "warning"), ("reuters", "warning"), ("afp", "info"), ("guardian", None)]
)
def test_a_missing_dateline_weighs_as_the_house_has_it(house: str, severity: str | None) -> None:
    found = linted("# Talks resume\n\nTalks resumed on Friday, the ministry said.\n", house)
    assert [each.severity for each in found if each.rule == "missing-dateline"] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("house", "first"),
    [("ap", "June 2"), ("reuters", "June 2"), ("afp", "June 2"), ("guardian", "6 February")],
)
def test_an_ambiguous_date_is_read_in_the_order_of_the_house(house: str, first: str) -> None:
    (found,) = (each for each in linted("No cases were reported since 6/2.", house) if "numeric-date" in each.rule)
    assert first in found.message.partition(" or ")[0]
