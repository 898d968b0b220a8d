"""What a pattern needs may be less than it could be, and never more."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from copylint.checks.model import Needs
from copylint.checks.scan import scan
from copylint.engine.literals import needs_of, requirement
from copylint.engine.pattern_tree import hides_letters, shadow


DIGITS = "0123456789?"
"""What a digit may be in a shadow."""


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"foo", [({"foo"}, 0, 0)]),
        (r"\bFoo(?:bar|baz)\b", [({"foobar", "foobaz"}, 0, 0)]),
        (r"(?i:read more|see also)", [({"read more", "see also"}, 0, 0)]),
        (r"(?:read|see) (?:more|also)s?", [({"read more", "read also", "see more", "see also"}, 0, 0)]),
        (r"colou?r", [({"color", "colour"}, 0, 0)]),
        (r"go+al", [({"go"}, 0, 0), ({"al"}, 2, None)]),
        (r"ab{2,}cd", [({"abb"}, 0, 0), ({"cd"}, 3, None)]),
        (r"a{2}bcd", [({"aabcd"}, 0, 0)]),
        (r"\w{2,3} said", [({" said"}, 2, 3)]),
        (r"(?:a \w+|the) flood", [({"a ", "the"}, 0, 0), ({" flood"}, 3, None)]),
        (r"(?<!not )fine(?! day)", [({"fine"}, 0, 0)]),
        (r"(?<=the )fine", [({"the "}, 0, None), ({"fine"}, 0, 0)]),
        (r"fine(?= (?:day|night))", [({" day", " night"}, 4, None), ({"fine"}, 0, 0)]),
        (r"[Kk]iev", [({"kiev"}, 0, 0)]),
        (r"[KL]iev", [({"kiev", "liev"}, 0, 0)]),
        (r"[^K]iev", [({"iev"}, 1, 1)]),
        (r"[]K]iev", [({"]iev", "kiev"}, 0, 0)]),
        (r"[!-\u00e9]iev", [({"iev"}, 1, 1)]),
        (r"[$-&]iev", [({"$iev", "%iev", "&iev"}, 0, 0)]),
        (r"[\u0100-\u0200]iev", [({"iev"}, 1, 1)]),
        (r"[\w.]iev", [({"iev"}, 1, 1)]),
        (r"caf\u00e9s", [({"caf?s"}, 0, 0)]),
        (r"[“”]Stop", [({"?stop"}, 0, 0)]),
        (r"\$\d", [({f"${digit}" for digit in DIGITS}, 0, 0)]),
        (
            r"(?P<year>\w\d\d) AD\b",
            [({*DIGITS}, 1, 1), ({f"{digit} ad" for digit in DIGITS}, 2, 2)],
        ),
        (r"(?>abc)*+def", [({"def"}, 0, None)]),
        (r"\p{Lu}abc\Kd", [({"abcd"}, 0, None)]),
        (r"a|bcd", [({"a", "bcd"}, 0, 0)]),
        (r"(?:abc)?", []),
        (r"abc|\w", []),
        (r"(abc)(?(1)d|e)", []),
        (r"(?x) a b c", []),
        (r"(?r)abc", []),
        (r"(?f)abc", []),
        (r"(?:abc){e<=1}", []),
        (r"(?P<a>x)(?P=a)", []),
        (r"\u212aelvin", []),
        (r"(?#note)abc", [({"abc"}, 0, 0)]),
        (r"a{bc", [({"a{bc"}, 0, 0)]),
        (r"(abc)\1d", [({"abc"}, 0, 0), ({"d"}, 3, None)]),
    ],
)
def test_what_a_pattern_needs(pattern: str, needs: list[tuple[set[str], int, int | None]]) -> None:
    regex.compile(pattern)
    found = [(set(need.literals), need.least, need.most) for need in needs_of(pattern)]
    assert sorted(found, key=repr) == sorted(needs, key=repr)


@pytest.mark.parametrize(
    ("needs", "trigger", "others", "gives_starts"),
    [
        (Needs(patterns=(r"\bits\b",)), {"its"}, [], True),
        (Needs(patterns=(r"\w+ly-\w+",)), {"ly-"}, [], False),
        (Needs(patterns=("flood", "quake")), {"flood", "quake"}, [], True),
        (Needs(patterns=("flood", r"\w+")), None, [], False),
        (Needs(patterns=(r"\w",)), None, [], False),
        (
            Needs((frozenset({"monday", "tuesday"}), frozenset({"january"}))),
            {"january"},
            [{"monday", "tuesday"}],
            False,
        ),
        (Needs((frozenset({"e", "t"}),)), None, [], False),
        (Needs(), None, [], False),
    ],
)
def test_what_is_looked_for(needs: Needs, trigger: set[str] | None, others: list[set[str]], gives_starts: bool) -> None:  # noqa: FBT001 - a column of the table
    required = requirement(needs)
    assert (set(required.trigger.literals) if required.trigger else None) == trigger
    assert [set(other) for other in required.others] == others
    assert required.gives_starts == gives_starts


def test_too_many_alternatives_are_not_looked_for() -> None:
    words = "|".join(f"quake{number}x" for number in range(3_000))
    assert needs_of(f"(?:{words})") == ()


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
    if hides_letters(text) or regex.search(pattern, text) is None:
        return
    for need in needs_of(pattern):
        assert any(literal.encode() in shadow(text) for literal in need.literals)


@given(PATTERNS, st.text(LETTERS, max_size=12), st.sets(st.integers(0, 12)))
def test_no_match_begins_elsewhere(pattern: str, text: str, refused: set[int]) -> None:
    if hides_letters(text):
        return
    for need in needs_of(pattern):
        if not need.gives_starts:
            continue
        places = [
            place
            for place in range(len(text))
            if shadow(text)[place:].startswith(tuple(map(str.encode, need.literals)))
        ]
        compiled = regex.compile(pattern)
        expected = [found.span() for found in scan(compiled, text, lambda start, _: start not in refused)]
        found = [
            match.span() for match in scan(compiled, text, lambda start, _: start not in refused, need.starts(places))
        ]
        assert found == expected
