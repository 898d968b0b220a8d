"""Places that contradict each other or the map."""

import pytest

from copylint.checks.model import Look, Match
from copylint.checks.place_facts import dateline_city_country_mismatch, place_differs
from copylint.checks.place_words import CITY_COUNTRIES, COUNTRIES
from copylint.document.model import Document, Part, Segment
from copylint.document.offsets import OffsetMap, Piece
from copylint.finding import Span


def look(*parts: tuple[Part, str]) -> Look:
    made, at = [], 0
    for part, text in parts:
        made.append(Segment(part, Span(at, at + len(text)), text, OffsetMap((Piece(0, at, at + len(text)),)), "en"))
        at += len(text) + 1
    return Look(Document(0, "text", tuple(made), "\n".join(text for _, text in parts)), tuple(made), lambda *_: True)


@pytest.mark.parametrize(
    ("dateline", "right"),
    [
        ("LYON, Germany (AP) — ", "France"),
        ("SAO PAULO, Argentina, Feb 6 (AFP) - ", "Brazil"),
        ("Kabul, Iraq — ", "Afghanistan"),
        ("GENEVA, the Netherlands (AP) — ", "Switzerland"),
    ],
)
def test_a_city_in_the_wrong_country(dateline: str, right: str) -> None:
    (match,) = dateline_city_country_mismatch(look(("dateline", dateline)))
    assert match.values["right"] == right


@pytest.mark.parametrize(
    "dateline",
    ["LYON, France (AP) — ", "PARIS, Texas (AP) — ", "TRIPOLI, Lebanon — ", "PRAGUE, Czechia — ", "PARIS (AP) — ",
     "ATHENS, Georgia — ", "PARIS, Feb. 6 (AFP) — "],
)  # fmt: skip
def test_a_city_in_its_country(dateline: str) -> None:
    assert not list(dateline_city_country_mismatch(look(("dateline", dateline))))


def test_every_city_lies_in_a_country_of_the_list() -> None:
    assert set(CITY_COUNTRIES.values()) <= COUNTRIES
    assert CITY_COUNTRIES["Rio de Janeiro"] == "Brazil"
    assert "Rio" not in CITY_COUNTRIES


def differs(headline: str, body: str) -> list[Match]:
    return list(place_differs(look(("headline", headline), ("body", body))))


def test_an_event_in_two_cities() -> None:
    (match,) = differs("Blast in Herat kills six", "A blast in Kabul killed six people.")
    assert (match.values["city"], match.values["other_city"]) == ("Herat", "Kabul")


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Blast in Kabul kills six", "A blast in Kabul killed six people."),
        ("Blast in Herat kills six", "A blast in Kabul killed one; Herat mourns six."),
        ("Blast in Herat kills six", "A blast in Kabul and a blast in Kunduz killed six."),
        ("Protest in Lyon", "The protest in Berlin was larger."),
        ("Blast in Herat", "A meeting in Kabul ended."),
    ],
)
def test_events_that_agree(headline: str, body: str) -> None:
    assert differs(headline, body) == []
