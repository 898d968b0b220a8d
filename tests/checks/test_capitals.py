"""When a capital may make a word a name."""

import pytest

from copylint.checks.capitals import belongs_to_a_name, is_title, may_be_a_name, starts_sentence


def span(text: str, word: str) -> tuple[str, int, int]:
    start = text.index(word)
    return text, start, start + len(word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He met Goverment in Oran.", "Goverment"),
        ("He met Ann Seperate.", "Seperate"),
        ("Teh Kim met him.", "Teh"),
        ("The ADN agency", "ADN"),
    ],
)
def test_may_be_a_name(text: str, word: str) -> None:
    assert may_be_a_name(*span(text, word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Goverment fell.", "Goverment"),
        ("It fell. Goverment fell too.", "Goverment"),
        ('It fell. "Goverment fell."', "Goverment"),
        ("It fell: Goverment fell.", "Goverment"),
        ("THE GOVERMENT FELL.", "GOVERMENT"),
        ("The Goverment Falls After Long Vote", "Goverment"),
        ("the goverment fell", "goverment"),
    ],
)
def test_is_no_name(text: str, word: str) -> None:
    assert not may_be_a_name(*span(text, word))


def test_a_name_at_a_sentences_start() -> None:
    assert belongs_to_a_name(*span("Defence Minister Lee spoke.", "Defence"))
    assert not belongs_to_a_name(*span("Defence spending rose.", "Defence"))
    assert not belongs_to_a_name(*span("The defence Minister", "defence"))


def test_starts_and_titles() -> None:
    assert starts_sentence("It fell. It rose.", 9)
    assert not starts_sentence("It fell in May.", 11)
    assert is_title("Bank Fails After Long Run")
    assert not is_title("Emmanuel Macron met Angela Merkel.")
    assert not is_title("Bank fails after a long run on Friday")
