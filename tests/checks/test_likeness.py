"""Which texts are nearly alike."""

import random

import pytest

from copylint.checks.likeness import NearlyAlike, differ_by_a_slip, without_residue, words_of

FIREFIGHTERS = "Firefighters battle a blaze near Evia, Greece, on Monday. Photo: AP"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A flood. Photo: AFP |", "| A flood. Photo: AFP"),
        ("**A flood.** Photo: AFP", "a  FLOOD Photo: AFP."),
        ("“A flood”", '"A flood"'),
    ],
)
def test_residue_does_not_count(one: str, other: str) -> None:
    assert without_residue(one) == without_residue(other)


@pytest.mark.parametrize(
    "later",
    [
        FIREFIGHTERS.replace("a blaze", "blaze"),
        FIREFIGHTERS.replace("battle", "battled"),
        FIREFIGHTERS.replace("Firefighters", "Firefigthers"),
        FIREFIGHTERS.replace("near", "somewhere near"),
    ],
)
def test_a_slip(later: str) -> None:
    assert differ_by_a_slip(words_of(FIREFIGHTERS), words_of(later), 0.8)


@pytest.mark.parametrize(
    "later",
    [
        FIREFIGHTERS.replace("Monday", "Sunday"),
        FIREFIGHTERS.replace("Monday", "Aug. 3"),
        FIREFIGHTERS.replace("Greece", "Italy"),
        FIREFIGHTERS.replace("battle", "watch"),
        FIREFIGHTERS.replace("near Evia", "near Old Evia"),
        "A quite different text about something else, in Athens",
    ],
)
def test_two_texts_on_purpose(later: str) -> None:
    assert not differ_by_a_slip(words_of(FIREFIGHTERS), words_of(later), 0.8)


@pytest.mark.parametrize(("one", "other"), [("eastern", "western"), ("he", "she"), ("million", "billion")])
def test_words_that_only_look_alike(one: str, other: str) -> None:
    sentence = "The wind reached the {} coast of the island on Monday morning before dawn"
    assert not differ_by_a_slip(words_of(sentence.format(one)), words_of(sentence.format(other)), 0.8)


def test_numbers_may_differ_where_they_are_allowed_to() -> None:
    one, other = words_of("The flood killed 40 people on Sunday"), words_of("The flood killed 47 people on Sunday")
    assert differ_by_a_slip(one, other, 0.8, numbers_may_differ=True)
    assert not differ_by_a_slip(one, other, 0.8)


def story(paragraphs: int) -> list[tuple[str, ...]]:
    """Paragraphs of fifteen words, of which some are nearly like others and many share a formula."""
    words = random.Random(1)  # noqa: S311 - nothing secret
    texts = [("In", "a", "statement", *(f"word{words.randrange(3000)}" for _ in range(12))) for _ in range(paragraphs)]
    return [
        (*texts[index - 50][:-1], "changed") if index % 10 == 9 and index > 60 else text
        for index, text in enumerate(texts)
    ]


@pytest.mark.parametrize("texts", [story, lambda count: [words_of(FIREFIGHTERS)] * count])
def test_the_work_grows_with_the_number_of_texts(texts: object) -> None:
    assert callable(texts)
    work = []
    for count in (1000, 4000):
        near = NearlyAlike(0.8, numbers_may_differ=False)
        for words in texts(count):
            near.add(words)
        work.append(near.comparisons / count)
    assert max(work) <= 48
    assert work[1] <= 1.5 * work[0]


def test_a_copy_is_found_far_away_and_the_answer_never_changes() -> None:
    words = random.Random(2)  # noqa: S311 - nothing secret
    near = NearlyAlike(0.8, numbers_may_differ=False)
    near.add(words_of(FIREFIGHTERS))
    for _ in range(2000):
        assert near.add(tuple(f"w{words.randrange(9000)}" for _ in range(12))) is None
    assert near.add(words_of(FIREFIGHTERS.replace("a blaze", "blaze"))) == 0
