import pytest

from copylint.checks import capitalization
from copylint.checks.capitalization import Capitalization
from copylint.checks.model import Definition, Look
from copylint.document.model import Document, Segment
from copylint.document.offsets import OffsetMap, Piece
from copylint.finding import Span

MONTHS = ["January", "March", "May", "July", "August", "September"]


def check(words: list[str], only_as_date: list[str] | None = None) -> Capitalization:
    compiled = capitalization.compile(Definition({"words": words, "only-as-date": only_as_date or []}))
    assert isinstance(compiled, Capitalization)
    return compiled


def found(compiled: Capitalization, text: str) -> list[tuple[str, str]]:
    segment = Segment("body", Span(0, len(text)), text, OffsetMap((Piece(0, 0, len(text)),)))
    look = Look(Document(0, "text", (segment,), text), (segment,), lambda *_: True)
    matches = compiled.find_in_segment(segment, look)
    return [(text[match.place.start : match.place.end], match.replacements[0].text) for match in matches]


def test_reports_every_case_but_the_name_s_own_and_capitals() -> None:
    text = "july July JULY jULY mid-july julys"
    assert found(check(["July"]), text) == [("july", "July"), ("jULY", "July"), ("july", "July")]


def test_a_name_of_two_words_and_one_that_begins_another() -> None:
    compiled = check(["United Nations", "United Nations Security Council"])
    assert found(compiled, "the united\u00a0nations security council and the United nations") == [
        ("united\u00a0nations security council", "United Nations Security Council"),
        ("United nations", "United Nations"),
    ]


def test_letters_that_only_a_pattern_takes_for_one_another() -> None:
    assert found(check(["Friday"]), "frıday friday") == [("friday", "Friday")]


def test_a_no_break_space_is_no_fault_of_case() -> None:
    assert not found(check(["United Nations"]), "United\u00a0Nations UNITED\u00a0NATIONS")


@pytest.mark.parametrize(
    "text",
    [
        "on may 5",
        "Voting opens on may 5, the commission said.",
        "It opens may 5, and closes may 6.",
        "in may 2025",
        "may 5, 2025",
        "Friday, may 5, at noon",
        "from march 5-7 in Paris",
        "since august 12",
        "until 5 may.",
        "on march 3rd and after",
        "The attack of may 5 was the worst.",
    ],
)
def test_an_ordinary_word_in_a_date(text: str) -> None:
    assert found(check(MONTHS, ["may", "march", "august"]), text)


@pytest.mark.parametrize(
    "text",
    [
        "They may 2 or 3 times a year march 12 miles to the august institution.",
        "September 11 may happen again",
        "A 1 may be a story, and an Xbox 2 may come.",
        "irrelevant in march to record",
        "They march 2000 miles.",
        "They march 5, 10 or 20 miles.",
        "From march 12 protesters were missing.",
        "The launch on 5 may be late.",
        "prices of may 210.50",
        "by may 5%",
        "on May 5, on MAY 5",
    ],
)
def test_an_ordinary_word_elsewhere(text: str) -> None:
    assert not found(check(MONTHS, ["may", "march", "august"]), text)


def test_refuses_a_date_word_that_is_no_name() -> None:
    with pytest.raises(ValueError, match="'june'"):
        check(["May"], ["june"])


@pytest.mark.parametrize("text", ["LYON, march 2 (AP) —", "Quito, march 11 -", "Paris, 6 may (AFP) -"])
def test_in_a_dateline_every_figure_is_a_day(text: str) -> None:
    compiled = check(MONTHS, ["may", "march"])
    segment = Segment("dateline", Span(0, len(text)), text, OffsetMap((Piece(0, 0, len(text)),)))
    look = Look(Document(0, "text", (segment,), text), (segment,), lambda *_: True)
    assert len(list(compiled.find_in_segment(segment, look))) == 1
