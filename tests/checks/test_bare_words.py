import regex
from hypothesis import example, given
from hypothesis import strategies as some

from copylint.checks.bare_words import bare_text, bare_words, has_other_letters, joined_words, starts_of_bare_words
from copylint.checks.likeness import differ_by_a_slip, most_new_words, without_residue, words_of

texts = some.lists(
    some.one_of(
        some.sampled_from(
            ["Don’t", "don't", "U.S.", "STRASSE", "straße", "é", "É", "и", "ﬁ", "10²", "½", "a_b", "|", "—"]
        ),
        some.characters(),
    ),
    max_size=12,
).map(" ".join)


def test_words_without_case_and_marks() -> None:
    text = "“Don’t,” O'Neil said in U.S. 10² — straße, É_e, и."
    assert bare_words(text) == [
        word.encode("cp1252") for word in ("don", "t", "o", "neil", "said", "in", "u", "s", "10", "strasse", "é", "e")
    ]
    assert joined_words("“Don’t,” O'Neil said—and left.") == [b"dont", b"oneil", b"said", b"and", b"left"]
    assert bare_text("“Don’t,” O'Neil said.") == b"dontoneilsaid"
    assert has_other_letters("и")
    assert not has_other_letters("“É—e”")


def test_letters_and_digits_are_what_patterns_take_for_them() -> None:
    for char in bytes(range(256)).decode("cp1252", "ignore").casefold():
        encoded = char.encode("cp1252", "ignore")
        assert bare_words(char) == ([encoded] if encoded and regex.match(r"[^\W_]", char) else [])


def test_where_they_begin() -> None:
    text = "“Don’t,” É"
    starts = starts_of_bare_words(text)
    assert starts is not None
    assert [text[start] for start in starts] == ["D", "t", "É"]
    assert starts_of_bare_words("Straße") is None


@given(texts, texts)
@example("| The Bank—closed", "the “bank” closed.")
@example("STRASSE, ﬁ", "straße fi")
@example("10² km", "10 km")
def test_what_is_the_same_but_for_residue_has_the_same_bare_text(one: str, other: str) -> None:
    for text in (other, one.upper(), one.replace(" ", " | "), one.replace(" ", "—")):
        assert without_residue(one) != without_residue(text) or bare_text(one) == bare_text(text)


WORDS = [
    "flood",
    "the",
    "in",
    "Derna",
    "killed",
    "mother-in-law",
    "people",
    "ministers",
    "10,000",
    "47",
    "don’t",
    "su-ch",
]


@given(some.lists(some.sampled_from(WORDS), min_size=8, max_size=30), some.data())
def test_a_text_that_differs_by_a_slip_has_few_new_words(words: list[str], data: some.DataObject) -> None:
    later = list(words)
    for _ in range(data.draw(some.integers(0, 5))):
        place = data.draw(some.integers(0, len(later) - 1))
        later[place : place + data.draw(some.integers(0, 1))] = data.draw(
            some.lists(some.sampled_from(["also", "minister", "mothers-in-law", "48", "still-there"]), max_size=1)
        )
        if len(later) < 2:
            return
    for share in (0.8, 0.85, 0.9):
        if min(len(words), len(later)) < share * max(len(words), len(later)):
            continue
        if differ_by_a_slip(words_of(" ".join(words)), words_of(" ".join(later)), share, numbers_may_differ=True):
            bare = joined_words(", ".join(later))
            assert len(set(bare) - set(joined_words(" ".join(words)))) <= most_new_words(len(bare), share)
