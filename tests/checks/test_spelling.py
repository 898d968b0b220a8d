"""Wrong spellings from a list, and wrong articles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.checks import spelling
from copylint.checks.articles import sound_of, wrong_articles
from copylint.checks.model import Definition, Look, Match
from copylint.checks.spelling import Spelling
from copylint.document.model import Document, Segment
from copylint.document.offsets import OffsetMap, Piece
from copylint.finding import Span

PAIRS = {"goverment": "government", "alot": "a lot", "could of": "could have", "Phillipines": "Philippines"}


def segment(text: str) -> Segment:
    return Segment("body", Span(0, len(text)), text, OffsetMap((Piece(0, 0, len(text)),)))


def matches(text: str, names: str = "skip", after: int = 0) -> list[Match]:
    check = spelling.compile(Definition({"list": PAIRS, "names": names}))
    assert isinstance(check, Spelling)
    body = segment(text)
    look = Look(Document(0, "text", (body,), text), (body,), lambda _segment, start, _end: start >= after)
    return list(check.find_in_segment(body, look))


def fixed(text: str, names: str = "skip") -> str:
    for match in reversed(matches(text, names)):
        (replacement,) = match.replacements
        text = text[: replacement.place.start] + replacement.text + text[replacement.place.end :]
    return text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("the goverment fell", "the government fell"),
        ("Goverment fell", "Government fell"),
        ("THE GOVERMENT FELL", "THE GOVERNMENT FELL"),
        ("the goverment's fall", "the government's fall"),
        ("Alot fell", "A lot fell"),
        ("They could of. Could of what?", "They could have. Could have what?"),
        ("the Phillipines, PHILLIPINES", "the Philippines, PHILIPPINES"),
        ("Mr. Lee met Ann Goverment", "Mr. Lee met Ann Goverment"),
    ],
)
def test_fixed(text: str, right: str) -> None:
    assert fixed(text) == right


def test_names_can_be_reported() -> None:
    assert fixed("Ann met Goverment today", names="report") == "Ann met Government today"


def test_what_is_not_admitted_is_not_found() -> None:
    assert [match.place.start for match in matches("the goverment, the goverment", after=10)] == [19]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "give either a 'list' or a 'flag'"),
        ({"list": PAIRS, "flag": "article"}, "give either a 'list' or a 'flag'"),
    ],
)
def test_options_that_do_not_fit(options: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        spelling.compile(Definition(options))


def test_the_source_has_no_spelling() -> None:
    with pytest.raises(ValueError, match="the story's text"):
        spelling.compile(Definition({"list": PAIRS}, text="source"))


@given(st.text(alphabet="goverment alS'.", max_size=40))
def test_fixing_twice_changes_nothing_more(text: str) -> None:
    once = fixed(text)
    assert fixed(once) == once


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It took a hour.", [("a hour", "an")]),
        ("an university", [("an university", "a")]),
        ("He is a MP.", [("a MP", "an")]),
        ("a FBI agent, a NHS bed, a HIV test", [("a FBI", "an"), ("a NHS", "an"), ("a HIV", "an")]),
        ("a 11-year-old", [("a 11-year-old", "an")]),
        ("a $8 million deal and an $5 bill", [("a $8", "an"), ("an $5", "a")]),
        ("A attack killed two. It was An error.", [("A attack", "An")]),
        ("an big day", [("an big", "a")]),
        ("an one-off", [("an one-off", "a")]),
        ("a unidentified man", [("a unidentified", "an")]),
        ("a X-ray", [("a X-ray", "an")]),
        ("a honest man", [("a honest", "an")]),
        ("a F-16", [("a F-16", "an")]),
        ("an European", [("an European", "a")]),
    ],
)
def test_wrong_articles(text: str, wrong: list[tuple[str, str]]) -> None:
    assert [(text[each.start : each.end], each.right) for each in wrong_articles(text)] == wrong


@pytest.mark.parametrize(
    "text",
    [
        "an hour, an honest heir, an MP, an FBI agent, an X-ray, an 8-3 win, an 11th, an 18-month, an 80th, an unknown",
        "a European, a one-off, a useful union, a unanimous vote, a US envoy, a UN camp, a U-turn, a 110th",
        "an historic day, a historic day, an hotel, a herb, an herb, a homage, an 1800 house, a 1,800-mile road",
        "Vitamin A is good; Serie A outfit Inter; Group A opened. Le An said so. An Post is Irish.",
        "the letter a and the word an are short; grades a or b; à a",
        "an Mbeki aide, a Mbeki aide, a nginx server, an iPhone, a Uighur, an Uzbek, a Oaxacan",
        "A ONE-OFF AND A UNION",
        "an the, an said, a an",
        "a.m. and a/an, a NATO base, 'a' of it",
    ],
)
def test_right_or_unsure_articles(text: str) -> None:
    assert [text[each.start : each.end] for each in wrong_articles(text)] == []


@pytest.mark.parametrize(
    ("word", "sound"),
    [("hour", "vowel"), ("UNESCO", None), ("use", "consonant"), ("urban", "vowel"), ("FIFA", None), ("1800s", None)],
)
def test_sounds(word: str, sound: str | None) -> None:
    assert sound_of(word) == sound
