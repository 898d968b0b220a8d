"""Times of day."""

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


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("at 15:30 p.m.", ["15:30 p.m."]),
        ("at 17 pm", ["17 pm"]),
        ("at 3:75 p.m.", ["3:75"]),
        ("at 1475 GMT", ["1475"]),
        ("at 25:30 local time", ["25:30"]),
        ("at 12:30 a.m. and 2400 GMT", []),
        ("won in 61:30 on 16:9", []),
        ("at 3:15 p.m. (1415 GMT)", []),
        ("$17 amounts to 1760", []),
    ],
)
def test_impossible_times(text: str, places: list[str]) -> None:
    assert found("impossible-time", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Open from 5 p.m. to 3 p.m., he said.", ["from 5 p.m. to 3 p.m."]),
        ("Open from 10:30am to 9am.", ["from 10:30am to 9am"]),
        ("Open from 10 p.m. to 6 a.m.", []),
        ("Open from 12 p.m. to 3 p.m.", []),
        ("Moved from 8 p.m. to 6 p.m.", []),
        ("Open from 6 p.m. to 5 p.m. the next day.", []),
        ("Open from 6 p.m. to 5 p.m. Central.", []),
    ],
)
def test_hours_that_run_backwards(text: str, places: list[str]) -> None:
    assert found("reversed-hours", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("at 5 p.m. (1620 GMT)", ["5 p.m. (1620 GMT"]),
        ("at 3 p.m. EST (1900 GMT)", ["3 p.m. EST (1900 GMT"]),
        ("at 3 p.m. EST (2000 GMT)", []),
        ("at 3 p.m. ET (1900 GMT)", []),
        ("at 9:30 p.m. (1600 GMT)", []),
        ("at 1 a.m. CET (0000 GMT)", []),
        ("at 8 p.m. EST (0100 GMT)", []),
    ],
)
def test_two_zones(text: str, places: list[str]) -> None:
    assert found("zones-differ", text) == places
