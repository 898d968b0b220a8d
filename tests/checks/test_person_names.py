"""How people are found in a story's text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.checks.person_names import Name, are_forms_of_one, full_names, names_in, speaks_of_family
from copylint.document.model import Part, Segment
from copylint.document.offsets import OffsetMap, Piece
from copylint.finding import Span


def segment(text: str, part: Part = "body") -> Segment:
    return Segment(part, Span(0, len(text)), text, OffsetMap((Piece(0, 0, len(text)),)))


def people(text: str) -> list[str]:
    return [name.full for name in full_names([segment(text)])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Friday Robert Roe left.", "Robert Roe"),
        ("French President Emmanuel Macron left.", "Emmanuel Macron"),
        ("said striker Grzegorz Brzozowski after the match", "Grzegorz Brzozowski"),
        ("Qwera Holmgren, 54, was ill.", "Qwera Holmgren"),
        ("He met Ursula von der Leyen.", "Ursula von der Leyen"),
        ("In July Sheikh Mohammed al-Munajjid spoke.", "Mohammed al-Munajjid"),
        ("Gov. Ann Lee's aide", "Ann Lee"),
        ("Robert F. Roe Jr. spoke", "Robert F. Roe Jr"),
    ],
)
def test_a_full_name(text: str, name: str) -> None:
    assert people(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The World Bank lent money to Exxon Mobil.",
        "Shares of Wells Fargo fell.",
        "STRONG DOLLAR HITS ROBERT ROE",
        "in New York City and on Oxford Street",
        "Robert said so.",
        "#RobertRoe and @Robert",
    ],
)
def test_no_full_name(text: str) -> None:
    assert people(text) == []


def test_a_title_before_a_surname() -> None:
    (name,) = names_in(segment("Then Foreign Minister Lee left."))
    assert (name.title, name.given, name.surname) == ("Foreign Minister", (), "Lee")


def test_a_sentence_ends_a_name() -> None:
    assert people("He thanked Robert Roe. Ann Lee left.") == ["Robert Roe", "Ann Lee"]


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        ("William", "Bill", True),
        ("J.", "John", True),
        ("M.R.C.", "M. R. C.", True),
        ("Joseph", "Joey", True),
        ("Jean", "Jean-Claude", True),
        ("Robert", "Richard", False),
        ("Ann", "Anna", False),
        ("Ann", "Bob", False),
    ],
)
def test_forms_of_one_name(one: str, other: str, are: bool) -> None:  # noqa: FBT001 - a column of the table
    assert are_forms_of_one(one, other) is are
    assert are_forms_of_one(other, one) is are


def test_family() -> None:
    text = "his wife Ann Lee"
    assert speaks_of_family(text, 9, len(text))
    assert not speaks_of_family("the judge Ann Lee", 10, 17)


@given(st.text(alphabet="Aa. 'Mrsvon-ÉBé’", max_size=60))
def test_a_name_stands_where_it_says(text: str) -> None:
    names: tuple[Name, ...] = names_in(segment(text))
    assert all(0 <= name.start < name.end <= len(text) for name in names)
    assert all(one.end <= other.start for one, other in pairwise(names))
    assert all(text[name.start : name.end].endswith(name.surname[-1]) for name in names)
