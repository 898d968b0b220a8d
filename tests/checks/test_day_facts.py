"""Sums about days."""

import pytest

from copylint.checks import date
from copylint.checks.date import DateCheck
from copylint.checks.model import Definition, Look
from copylint.document.formats import read
from copylint.source.decode import Source


def found(flag: str, text: str) -> list[str]:
    check = date.compile(Definition({"flag": flag}))
    assert isinstance(check, DateCheck)
    (document,) = read(Source("story.md", text.encode(), text, "utf-8"), format="markdown", language="en")
    look = Look(document, document.segments, lambda *_: True)
    places = [match.place for match in check.find_in_document(look)]
    return [each.segment.text[each.start : each.end] for each in places if each.segment]


IN_FEBRUARY = "PARIS, Feb. 6, 2026 (AP) — "


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The regents today (Thursday, Feb. 5) met.", ["today (Thursday, Feb. 5"]),
        ("He left yesterday, Wednesday.", ["yesterday, Wednesday"]),
        ("The regents today (Friday, Feb. 6) met.", []),
        ("He leaves tomorrow, Saturday.", []),
        ("Today, Monday evenings are quiet.", []),
    ],
)
def test_today(text: str, places: list[str]) -> None:
    assert found("today-differs", IN_FEBRUARY + text) == places


def test_a_dateline_without_a_year_tells_no_weekday() -> None:
    assert found("today-differs", "PARIS, Feb. 6 (AP) — He left yesterday, Wednesday, and today, Feb. 5, too.") == [
        "today, Feb. 5"
    ]


@pytest.mark.parametrize(
    ("stated", "dateline", "places"),
    [
        ("2026-06-02", "Feb. 6", ["Feb. 6"]),
        ("2026-02-06", "Feb. 6, 2025", ["Feb. 6, 2025"]),
        ("2026-02-07", "Feb. 6", []),
        ("2026-01-01", "Dec. 31", []),
    ],
)
def test_dateline_and_metadata(stated: str, dateline: str, places: list[str]) -> None:
    story = f"---\ndate: {stated}\n---\n\nPARIS, {dateline} (AP) — Talks resumed on Friday, the ministry said."
    dates = [written for written in found("dateline-vs-metadata", story) if "-" not in written]
    assert dates == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The 10-day festival, June 1-5, is free.", ["10-day festival, June 1-5"]),
        ("The seven-day truce (May 30-June 1) held.", ["seven-day truce (May 30-June 1"]),
        ("The five-day festival, June 1-5, is free.", []),
        ("The five-day festival, June 1-6, is free.", []),
        ("The five-day talks on June 1 and 9 failed.", []),
        ("A two-day meeting within the June 1-20 recess failed.", []),
        ("The 90-day truce, June 9-1, held.", []),
    ],
)
def test_durations(text: str, places: list[str]) -> None:
    assert found("duration-differs", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("It was the 10th anniversary of the 2015 attack.", ["10th anniversary of the 2015"]),
        ("It was the tenth anniversary of the attack in 2015.", ["tenth anniversary of the attack in 2015"]),
        ("It was the centenary of the 1920 strike.", ["centenary of the 1920"]),
        ("It was the 11th anniversary of the 2015 attack.", []),
        ("They prepare for the 12th anniversary of the 2015 attack.", []),
        ("In 2025 it was the 10th anniversary of the 2015 attack.", []),
        ("It was the 10th victim of the 2015 attack.", []),
    ],
)
def test_anniversaries(text: str, places: list[str]) -> None:
    assert found("anniversary-differs", IN_FEBRUARY + text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("He left in 20226.", ["20226"]),
        ("In July 2205, he left.", ["2205"]),
        ("Since 2205, he has left.", ["2205"]),
        ("Founded on May 4, 1025.", ["1025"]),
        ("In 2085 he left, by 2100 too.", []),
        ("On Oct. 14, 1066, he won.", []),
        ("In 2205 cases he left.", []),
        ("In July 2300 people left.", []),
    ],
)
def test_improbable_years(text: str, places: list[str]) -> None:
    assert found("improbable-year", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("He led it from 2024 to 2019.", ["from 2024 to 2019"]),
        ("Ann Lee (1955-1931) painted.", ["(1955-1931)"]),
        ("He led it from 2019 to 2024.", []),
        ("It fell from 2024 to 2019.", []),
        ("From 2024 to 2019 votes.", []),
    ],
)
def test_reversed_years(text: str, places: list[str]) -> None:
    assert found("reversed-years", text) == places
