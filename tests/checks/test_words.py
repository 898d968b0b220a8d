import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from copylint.checks.words import phrase_pattern

WORDS = st.lists(st.text(alphabet="abAB 1/.%-'", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=5)


def found(words: list[str], text: str) -> list[str]:
    return [match[0] for match in phrase_pattern(words).finditer(text)]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (["lorem ipsum"], "Lorem ipsum, LOREM IPSUM, lorem ipsum", ["Lorem ipsum", "LOREM IPSUM", "lorem ipsum"]),
        (["TK"], "TK tk Tk TKO aTK", ["TK"]),
        (["Kiev"], "Kiev KIEV kiev kIEV Kievan", ["Kiev", "KIEV"]),
        (["chicken Kiev"], "chicken Kiev, Chicken KIEV, chicken kiev", ["chicken Kiev", "Chicken KIEV"]),
        (["Élysée"], "Élysée ÉLYSÉE élysée", ["Élysée", "ÉLYSÉE"]),
        (["per cent"], "per\u00a0cent, per\u202fcent, per  cent", ["per\u00a0cent", "per\u202fcent"]),
        (["that's"], "that's that’s thats", ["that's", "that’s"]),
    ],
)  # fmt: skip
def test_case_and_loose_characters(words: list[str], text: str, expected: list[str]) -> None:
    assert found(words, text) == expected


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (["(MORE)"], "end(MORE)", ["(MORE)"]),
        (["%"], "5%, 5 %", ["%", "%"]),
        (["[sic]"], "he [sic]said", ["[sic]"]),
        (["a.m."], "9 a.m. in Paris", ["a.m."]),
        (["9/11"], "9/11, on 9/11. 9/11/2001 19/11 5.9/11", ["9/11", "9/11"]),
        (["i"], "e\u0301i i\u0301 i", ["i"]),
    ],
)
def test_boundaries(words: list[str], text: str, expected: list[str]) -> None:
    assert found(words, text) == expected


def test_the_longer_of_two_phrases_wins() -> None:
    assert found(["Kiev", "Kiev-class"], "a Kiev-class ship") == ["Kiev-class"]


@given(WORDS)
def test_every_phrase_finds_itself_and_itself_in_capitals(words: list[str]) -> None:
    pattern = phrase_pattern(words)
    for word in words:
        for form in (word, word.upper()):
            match = pattern.fullmatch(form)
            assert match is not None, form


@given(st.text(alphabet="(?i)[]{}*+.^$|\\#&~-", min_size=1, max_size=8))
def test_no_character_has_a_meaning_of_its_own(text: str) -> None:
    assert found([text], f"x {text} x") == [text]


def test_a_phrase_adds_no_groups() -> None:
    assert phrase_pattern(["(a", "b c"]).groups == 0
    assert isinstance(phrase_pattern(["a"]), regex.Pattern)
