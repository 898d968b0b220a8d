"""What a pattern needs may be less than it could be, and never more."""

from __future__ import annotations

import pytest
import regex

from copylint.engine.literals import Need, branches, known
from copylint.engine.pattern_tree import pattern_tree
from copylint.engine.shadow import hides_letters, shadow


def needs_of(pattern: str) -> list[Need]:
    return [need for branch in branches(pattern_tree(pattern)) for need in known(branch).all_needs()]


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
        (r"(?:a \w+|the) flood", [({"a "}, 0, 0), ({" flood"}, 3, None), ({"the flood"}, 0, 0)]),
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
        (r"a|bcd", [({"a", "bcd"}, 0, 0)]),
        (r"(?:abc)?", []),
        (r"abc|\w", [({"abc"}, 0, 0)]),
        (r"(?#note)abc", [({"abc"}, 0, 0)]),
        (r"a{bc", [({"a{bc"}, 0, 0)]),
        (r"(abc)\1d", [({"abc"}, 0, 0), ({"d"}, 3, None)]),
    ],
)
def test_what_a_pattern_needs(pattern: str, needs: list[tuple[set[str], int, int | None]]) -> None:
    regex.compile(pattern)
    found = [(sorted(need.literals), need.least, need.most) for need in needs_of(pattern)]
    expected = [(sorted(literals), least, most) for literals, least, most in needs]
    assert sorted(found, key=repr) == sorted(expected, key=repr)


def test_too_many_alternatives_are_not_looked_for() -> None:
    words = "|".join(f"quake{number}x" for number in range(3_000))
    assert known(pattern_tree(f"a(?:{words})")).all_needs() == (Need(frozenset("a"), 0, 0),)


def test_the_shadow_has_a_byte_for_each_character() -> None:
    text = "Café \U0001f600 KÖLN"
    assert shadow(text) == b"caf? ? k?ln"
    assert not hides_letters(text)
    assert all(hides_letters(char) for char in "\u0130\u0131\u017f\u212a")
