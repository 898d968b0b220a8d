from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from copylint.checks import repetition
from copylint.checks.model import Definition, Look, Match, Starts
from copylint.checks.repetition import Repetition, repeated_at
from copylint.document.model import Document, Segment
from copylint.document.offsets import OffsetMap, Piece
from copylint.finding import Span


def matches(unit: str, text: str, offsets: OffsetMap | None = None) -> list[Match]:
    check = repetition.compile(Definition({"unit": unit}))
    assert isinstance(check, Repetition)
    segment = Segment("body", Span(0, len(text)), text, offsets or OffsetMap((Piece(0, 0, len(text)),)))
    look = Look(Document(0, "text", (segment,), text), (segment,), lambda *_: True)
    return list(check.find_in_segment(segment, look))


def found(unit: str, text: str) -> list[tuple[str, str]]:
    return [(text[match.place.start : match.place.end], match.values["repeated"]) for match in matches(unit, text)]


def fixed(unit: str, text: str, offsets: OffsetMap | None = None) -> str:
    for match in matches(unit, text, offsets):
        (replacement,) = match.replacements
        text = text[: replacement.place.start] + replacement.text + text[replacement.place.end :]
    return text


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("He went to the the palace.", "the the", "the"),
        ("It will be be be held", "be be be", "be"),
        ("a a drug", "a a", "a"),
        ("The the bank closed.", "The the", "The"),
        ("He left. In in May he came.", "In in", "In"),
        ("of côté côté, he", "côté côté", "côté"),
        ("in in.", "in in", "in"),
        ("don't don't go", "don't don't", "don't"),
    ],
)
def test_a_word_twice(text: str, place: str, word: str) -> None:
    assert found("word", text) == [(place, word)]


@pytest.mark.parametrize(
    "text",
    [
        "Duran Duran played; British British firms",
        "He left with Will Will and may May",
        "Will will go. May may go. The The played. He met The the man",
        "HBOS HBOS.L rose, and oil oil.N fell",
        "He left. left",
        "that that's it, the the-end, well-known known",
        "the  the, the, the",
        "2 2, a2 a2",
        "the them, bathe the",
    ],
)
def test_no_word_twice(text: str) -> None:
    assert not found("word", text)


def test_a_phrase_twice() -> None:
    assert found("phrase", "one of the of the men") == [("of the of the", "of the")]
    assert found("phrase", "he left at the end at the end of it") == [("at the end at the end", "at the end")]
    assert found("phrase", "met in Oran met in Oran") == [("met in Oran met in Oran", "met in Oran")]
    line = "Bank in Oran fails again (report)"
    assert found("phrase", f"{line} {line} It closed.") == [(f"{line} {line}", line)]
    assert not found("phrase", "that that was of them and of the")


@pytest.mark.parametrize(
    "text",
    [
        "it is nice, it is nice",
        "and more and more and more of it",
        "hours and hours and sometimes days",
        "from place to place to eat",
        "trackers upon trackers upon trackers",
        "what makes a gadget a gadget",
        "New York New York",
    ],
)
def test_a_phrase_twice_on_purpose(text: str) -> None:
    assert not found("phrase", text)


def test_a_sentence_twice() -> None:
    text = "The bank closed. The bank closed. It opened."
    assert found("sentence", text) == [("The bank closed. The bank closed.", "The bank closed.")]
    assert not found("sentence", "No. No. Why not? Why not?")
    assert not found("sentence", "The bank closed. The bank closed again.")


@pytest.mark.parametrize(
    ("unit", "text", "expected"),
    [
        ("word", "to the the the palace", "to the palace"),
        ("phrase", "one of the of the men", "one of the men"),
        ("sentence", "The bank closed. The bank closed. It opened.", "The bank closed. It opened."),
    ],
)
def test_deletes_all_but_one(unit: str, text: str, expected: str) -> None:
    assert fixed(unit, text) == expected


def test_leaves_a_line_break_between_the_two_alone() -> None:
    text = "to the the palace"
    joined = OffsetMap((Piece(0, 0, 6), Piece(6, 6, 7, verbatim=False), Piece(7, 7, len(text))))
    (match,) = matches("word", text, joined)
    place = match.replacements[0].place
    assert (place.start, place.end) == (2, 6)
    assert fixed("word", text, joined) == "to the palace"


def test_runs_in_time_on_a_paragraph_that_nearly_repeats_itself() -> None:
    words = (f"x{'yz'[index % 2]}{'ab'[index // 2 % 2]}" for index in range(20_000))
    text = "Nobody came to " + "a-" * 20_000 + " ".join(words)
    for unit in ("word", "sentence"):
        assert not found(unit, text)  # a slow pattern raises TimeoutError
    assert found("phrase", text)


@given(
    some.sampled_from(["word", "phrase", "sentence"]),
    some.lists(
        some.sampled_from(
            [
                "a",
                "b",
                "ab",
                "a-b",
                "(a",
                "b,",
                "“a",
                "c.",
                "",
                "\u00a0a",
                "A",
                "é",
                "и",
                "a-5",
                "x/a",
                "a’s",
                "2",
                "a\u0301",
            ]
        ),
        max_size=40,
    ).map(" ".join),
)
@example("phrase", "said—a b a b.")
@example("phrase", "(a b c a b c)")
@example("phrase", "the a b c d a b c d, e")
@example("phrase", "A b c d e f g h i j k l m n o A b c d e f g h i j k l m n o")
@example("phrase", "Lot 10,000 – 5 6 Lot 10,000 – 5 6")
@example("word", "The the-5")
@example("word", "to mother-in-law mother-in-law’5")
@example("sentence", "No b a. No b a.")
@settings(max_examples=500)
def test_no_repeated_words_are_passed_over(unit: str, text: str) -> None:
    check = repetition.compile(Definition({"unit": unit}))
    assert isinstance(check, Repetition)
    everywhere = [found.span() for found in check.pattern.finditer(text)]
    assert [(match.place.start, match.place.end) for match in matches(unit, text)] == everywhere


@pytest.mark.parametrize(
    "text",
    [
        "The minister said on Friday that the talks in Derna would go on for a week.",
        "“It’s a naïve plan,” the minister of the interior said of the plan of the army. It ended 2-2, or 5.5.",
    ],
)
def test_most_texts_are_not_searched(text: str) -> None:
    starts = repeated_at(text)
    assert starts is not None
    assert not starts.offsets


def test_only_the_places_that_may_be_repeated_are_searched() -> None:
    text = "It was, it was said, the the end of the ﬁle."
    assert repeated_at(text) is None
    assert repeated_at(text.replace("ﬁ", "fi")) == Starts([0, 21])


@pytest.mark.parametrize("unit", ["word", "phrase", "sentence"])
@pytest.mark.parametrize(
    "text",
    [
        "go " * 12_000,
        "\x01x" * 24_000,
        "a b c a b d " * 4_000,
        "(" + " ".join(f"of the {index % 7919}" for index in range(8_000)),
        "No one left. " * 3_000,
    ],
    ids=["one word", "no space", "nearly a phrase", "two words", "a sentence"],
)
def test_takes_no_longer_for_a_long_paragraph_than_its_length_tells(unit: str, text: str) -> None:
    check = repetition.compile(Definition({"unit": unit}))
    assert isinstance(check, Repetition)

    def seconds(length: int) -> float:
        segment = Segment("body", Span(0, length), text[:length], OffsetMap((Piece(0, 0, length),)))
        look = Look(Document(0, "text", (segment,), text), (segment,), lambda *_: False)
        start = process_time()
        assert not list(check.find_in_segment(segment, look))
        return process_time() - start

    quarter = min(seconds(len(text) // 4 - change) for change in range(3))
    assert seconds(len(text)) < 12 * quarter + 0.2
