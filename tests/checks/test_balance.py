"""Marks without a partner, and two forms of a mark in one story."""

from typing import Any

import pytest

from copylint.checks import balance
from copylint.checks.balance import Balance, Mixture
from copylint.checks.model import Definition, FixForm, Look
from copylint.document.model import Document, Part, Segment
from copylint.document.offsets import OffsetMap, Piece
from copylint.finding import Span

QUOTES = {
    "pairs": [
        ['"', '"'], ["“", "”"], ["“", '"'], ['"', "”"], ["„", "“"], ["„", "”"], ["”", "”"], ["«", "»"], ["»", "«"],
    ]
}  # fmt: skip
BRACKETS = {"pairs": [["(", ")"], ["[", "]"]], "within": "story"}
MIXED = {"mixed": [['"', "'"], ["“", "”", "‘", "’"]]}


def in_body(text: str | tuple[Part, str]) -> tuple[Part, str]:
    return ("body", text) if isinstance(text, str) else text


def found(options: dict[str, Any], *texts: str | tuple[Part, str], masked: str = "") -> list[str]:
    """Each mark that is reported, with the text behind it up to the next space, and its paragraph's number."""
    source, segments = "", []
    for each in texts:
        part, text = in_body(each)
        span = Span(len(source), len(source) + len(text))
        segments.append(Segment(part, span, text, OffsetMap((Piece(0, span.start, span.end),))))
        source += f"{text}\n"
    check = balance.compile(Definition(options))
    assert isinstance(check, Balance | Mixture)
    document = Document(0, "text", tuple(segments), source)

    def admits(segment: Segment, start: int, _end: int) -> bool:
        position = segment.text.find(masked) if masked else -1
        return not position <= start < position + len(masked)

    matches = list(check.find_in_document(Look(document, document.segments, admits)))
    places = [match.place for match in matches]
    assert all(place.segment and place.end == place.start + 1 for place in places)
    return [
        f"{segments.index(place.segment)}:{place.segment.text[place.start :].split(' ')[0]}"
        for place in places
        if place.segment
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"Yes," he said.',
        '"Yes," he said. "No."',
        'He said:"Yes" and left.',
        'They ("the "few"") left.',
        '"Yes"—he left—"no".',
        '*"Yes"*, he said.',
        "“Yes,” he said.",
        "“He said “go”,” she said.",
        '“Yes" he said.',
        "Er sagte „ja“ und ging.",
        "Hon sade ”ja” och gick.",
        "”Ja”, sade hon.",
        "Il a dit « oui ».",
        "Han sagde »ja« og gik.",
        "» Read more",
        'A 6" pipe.',
        'A 6” pipe and a 7½" one.',
        "He is 5'10\" tall.",
        '"The 6" pipe burst," he said.',
        '"We left in 1998", he said.',
        'The "class of 98" won.',
        "It was late â€” too late.",
        'He said: "We lost. "But we played well. "It was fun."',
        "No mark at all.",
    ],
)
def test_balanced_quotations(text: str) -> None:
    assert found(QUOTES, text) == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ('"Yes, he said.', '"Yes,'),
        ('Yes," he said.', '"'),
        ('"Yes," he said. "No.', '"No.'),
        ('"Yes, he said. "No," he said.', '"Yes,'),
        ('He read "Dusk and "Dawn" twice.', '"Dusk'),
        ("“Yes, he said.", "“Yes,"),
        ("Yes,” he said.", "”"),
        ("The paper: “Pets: “All.”", "“Pets:"),
        ("He said “yes“ and left.", "“yes“"),
        ("Er sagte „ja und ging.", "„ja"),
        ("Il a dit « oui.", "«"),
        ("Il a dit oui ».", "»."),
        ('A 6" pipe "burst.', '"burst.'),
        ('He is 5\'10" and "tall.', '"tall.'),
    ],
)
def test_quotation_without_partner(text: str, mark: str) -> None:
    assert found(QUOTES, text) == [f"0:{mark}"]


@pytest.mark.parametrize(
    ("texts", "marks"),
    [
        (['"One.', '"Two," he said.'], []),
        (["“One.", "“Two.", "“Three,” he said."], []),
        (["«Uno.", "»Dos», dijo."], []),
        (['"One.', ("caption", "A flood."), '"Two," he said.'], []),
        (['"One.', "A flood in Derna", '"Two," he said.'], []),
        (['"One.', "Two.", 'Three," he said.'], []),
        (['"One.', "He left.", '"Two," he said.'], ['0:"One.']),
        (['"One.', "He left."], ['0:"One.']),
        (['"One.'], ['0:"One.']),
        (['"One.', '"Two.', "He left."], ['1:"Two.']),
        (["“One,” he said. “Two.", "“Three.”"], []),
        (["“One, he said. “Two,” she said.", "“Three.”"], ["0:“One,"]),
        (['"One.', '"Two," he said.', 'Three," he said.'], ['2:"']),
        ([("headline", '"One'), '"Two," he said.'], ['0:"One']),
        (['"One.', "«Two», he said."], ['0:"One.']),
        (['Yes," he said.', '"No, he said.'], ['0:"', '1:"No,']),
    ],
)
def test_quotations_over_paragraphs(texts: list[str | tuple[Part, str]], marks: list[str]) -> None:
    assert found(QUOTES, *texts) == marks


@pytest.mark.parametrize(
    ("texts", "marks"),
    [
        (["He (Bonne) left."], []),
        (["He ([Mr] Bonne (45)) left."], []),
        (["6) Glyphosate", "a) first b) second; iv) fourth"], []),
        (["(see a) and b))"], []),
        (["He smiled :) and left ;-( at 8 :-]"], []),
        (["(He smiled :)"], []),
        (["![A bank](a.jpg and [more](b"], []),
        (["(Editor's note: one.", "Two (three).", "Four.)"], []),
        (["He (Bonne left."], ["0:(Bonne"]),
        (["He Bonne) left."], ["0:)"]),
        (["He [Bonne) left."], ["0:[Bonne)"]),
        (["The bank (in Athens (Greece) closed."], ["0:(in"]),
        (["He (Bonne left.", "She [Lee left."], ["0:(Bonne", "1:[Lee"]),
        (["He (one (two left."], ["0:(one"]),
        (["He left (one.", "She (two) left."], ["0:(one."]),
    ],
)
def test_brackets(texts: list[str], marks: list[str]) -> None:
    assert found(BRACKETS, *texts) == marks


def test_masked_marks_do_not_count() -> None:
    assert found(BRACKETS, "See a.org/b_(c and (d).", masked="a.org/b_(c") == []
    assert found(BRACKETS, "See a.org/b_(c and (d).") == ["0:(c"]


@pytest.mark.parametrize(
    ("texts", "marks"),
    [
        (['"Yes" and "no".'], []),
        (["“Yes” and it’s “no”."], []),
        (["“Yes” and it's “no”."], ["0:'s"]),
        (['"Yes," he said.', "“No.”", '"No."'], ["1:“No.”", "1:”"]),
        (["“She” is 5'10\" tall."], []),
    ],
)
def test_mixed_forms(texts: list[str], marks: list[str]) -> None:
    assert found(MIXED, *texts) == marks


@pytest.mark.parametrize(
    ("options", "fix", "message"),
    [
        ({}, None, "either"),
        ({**QUOTES, **MIXED}, None, "either"),
        ({**MIXED, "within": "story"}, None, "'within'"),
        (QUOTES, FixForm("safe"), "fix"),
    ],
)
def test_options_that_do_not_fit(options: dict[str, Any], fix: FixForm | None, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        balance.compile(Definition(options, fix=fix))


def test_needs_a_mark_or_two_forms_of_one() -> None:
    pairs = balance.compile(Definition({"pairs": [["(", ")"], ["“", "”"]]}))
    assert pairs.needs.literals == (frozenset("()?"),)
    mixed = balance.compile(Definition({"mixed": [['"'], ["“", "”"], ["'"]]}))
    assert mixed.needs.literals == (frozenset("?'"), frozenset("\"'"), frozenset('"?'))
