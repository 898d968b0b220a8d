"""What a pattern needs may be less than it could be, and never more."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from copylint.engine.literals import hides_letters, needed_literals, shadow


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        (r"foo", {"foo"}),
        (r"\bFoo(?:bar|baz)\b", {"foo"}),
        (r"(?i:read more|see also)", {"read more", "see also"}),
        (r"(?:read|see) (?:more|also)s?", {"more", "also"}),
        (r"colou?r", {"colo"}),
        (r"go+al", {"oal"}),
        (r"ab{2,}cd", {"bcd"}),
        (r"a{2}bcd", {"abcd"}),
        (r"(?<!not )fine(?! day)", {"fine"}),
        (r"(?<=the )fine", {"fine"}),
        (r"[Kk]iev", {"kiev"}),
        (r"[KL]iev", {"iev"}),
        (r"[^K]iev", {"iev"}),
        (r"[]K]iev", {"iev"}),
        (r"caf\u00e9s", {"caf?s"}),
        (r"\$\d+", {"$"}),
        (r"(?P<year>\d+) AD\b", {" ad"}),
        (r"(?>abc)*+def", {"def"}),
        (r"\p{Lu}abc\K", {"abc"}),
        (r"a|bcd", None),
        (r"(?:abc)?", None),
        (r"abc|\d", None),
        (r"\d{3}", None),
        (r"—", None),
        (r"(abc)(?(1)d|e)", None),
        (r"(?x) a b c", None),
        (r"(?P<a>x)(?P=a)", None),
        (r"\u212aelvin", None),
        (r"(?#note)abc", {"abc"}),
        (r"a{bc", {"a{bc"}),
    ],
)
def test_the_literals_of_a_pattern(pattern: str, literals: set[str] | None) -> None:
    if literals is not None:
        regex.compile(pattern)
    assert needed_literals(pattern) == literals


def test_the_shadow_has_a_byte_for_each_character() -> None:
    text = "Café \U0001f600 KÖLN"
    assert shadow(text) == b"caf? ? k?ln"
    assert not hides_letters(text)
    assert all(hides_letters(char) for char in "\u0130\u0131\u017f\u212a")


LETTERS = "abkKsS \u017f\u212aé’|-"
ATOMS = st.one_of(
    st.text("abkKsS -’é", min_size=1, max_size=4).map(regex.escape),
    st.sampled_from([r"\w", r"\s", r"\b", ".", "[ab]", "[Kk]", "[^a]", r"\p{L}", "(?!a)", "(?<!k)", "(?=s)"]),
)


def _combined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    groups = st.sampled_from(["(?:", "(", "(?i:", "(?>"])
    quantifiers = st.sampled_from(["", "", "?", "*", "+", "{2}", "{0,2}", "{1,}", "*?", "++"])
    sequence = st.lists(inner, min_size=1, max_size=3).map("".join)
    alternation = st.lists(sequence, min_size=1, max_size=3).map("|".join)
    return st.builds(lambda group, text, times: f"{group}{text}){times}", groups, alternation, quantifiers)


PATTERNS = st.lists(st.recursive(ATOMS, _combined, max_leaves=8), min_size=1, max_size=4).map("".join)


@given(PATTERNS, st.text(LETTERS, max_size=12))
def test_a_text_without_the_literals_has_no_match(pattern: str, text: str) -> None:
    needed = needed_literals(pattern)
    if needed is None or hides_letters(text):
        return
    if regex.search(pattern, text) is not None:
        assert any(literal.encode() in shadow(text) for literal in needed)
