"""How often parts, names and words stand."""

import pytest

from copylint.checks import occurrence
from copylint.checks.model import Definition, Look
from copylint.checks.occurrence import Occurrence, names_in
from copylint.document.model import Document, Part, Segment
from copylint.document.offsets import OffsetMap, Piece
from copylint.finding import Span

BY_NAME = {"count": "byline", "same": "name", "at-most": 1}


def found(options: dict[str, object], *texts: tuple[Part, str]) -> list[tuple[str, dict[str, str], int]]:
    segments = tuple(
        Segment(part, Span(0, len(text)), text, OffsetMap((Piece(0, 0, len(text)),))) for part, text in texts
    )
    check = occurrence.compile(Definition(options))
    assert isinstance(check, Occurrence)
    look = Look(Document(0, "text", segments, ""), segments, lambda *_: True)
    matches = list(check.find_in_document(look))
    places = [(match.place, match.place.segment) for match in matches]
    texts_found = [segment.text[place.start : place.end] if segment else "" for place, segment in places]
    return [(text, dict(match.values), len(match.related)) for text, match in zip(texts_found, matches, strict=True)]


def test_a_name_twice() -> None:
    bylines: list[tuple[Part, str]] = [("byline", "By Ann Lee"), ("body", "Talks."), ("byline", "By ANN LEE (AFP)")]
    assert found(BY_NAME, *bylines) == [("By ANN LEE (AFP)", {"name": "Ann Lee", "count": "2"}, 1)]


def test_two_names() -> None:
    assert found(BY_NAME, ("byline", "By Ann Lee"), ("byline", "By Bob Roe"), ("byline", "AP Sports Writer")) == []


def test_three_bylines_are_one_match() -> None:
    byline: tuple[Part, str] = ("byline", "By Ann Lee")
    assert found(BY_NAME, byline, byline, byline) == [("By Ann Lee", {"name": "Ann Lee", "count": "3"}, 2)]


def test_a_page_that_lists_stories_repeats_its_writers() -> None:
    bylines: list[tuple[Part, str]] = [("byline", f"By {name} Roe") for name in ("Ann", "Bob", "Cy", "Ann")]
    assert found(BY_NAME, *bylines) == []


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ann Lee and Bob Roe (AFP)", ("Ann Lee", "Bob Roe")),
        ("Von Anna Roe, Ben Lau", ("Anna Roe", "Ben Lau")),
        ("By Ann Lee in Paris and Bob Roe in London", ("Ann Lee", "Bob Roe")),
        ("By ANN LEE | 01/12/15 10:09 AM", ("ANN LEE",)),
        ("AP Sports Writer", ()),
    ],
)
def test_names(byline: str, names: tuple[str, ...]) -> None:
    assert names_in(byline) == names


def test_words_at_most() -> None:
    options: dict[str, object] = {"count": ["however"], "at-most": 1}
    text = "However, it rained. He went, however. However!"
    assert found(options, ("body", text)) == [("however", {"name": "", "count": "3"}, 2)]
    assert found(options, ("body", "However, it rained.")) == []


def test_words_that_may_not_stand_at_all() -> None:
    assert found({"count": ["very"], "at-most": 0}, ("body", "a very very old man")) == [
        ("very", {"name": "", "count": "2"}, 1)
    ]


def test_at_least() -> None:
    options: dict[str, object] = {"count": "subhead", "at-least": 1}
    assert found(options, ("body", "Talks began.")) == [("Talks", {"name": "", "count": "0"}, 0)]
    assert found(options, ("body", "Talks began."), ("subhead", "Next")) == []
    assert found(options) == []


@pytest.mark.parametrize(
    "options",
    [
        {"count": "byline"},
        {"count": "body", "same": "name", "at-most": 1},
        {"count": "byline", "same": "name", "at-least": 1},
    ],
)
def test_options_that_do_not_fit(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="at-most"):
        occurrence.compile(Definition(options))
