"""Patterns in rule files: lists, limits and faults."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from copylint.ruleset.patterns import REFUSED_FLAGS, faults, filled

LISTS = {"months": ("May", "Jan", "January"), "marks": ("a.b", "c|d")}


@pytest.mark.parametrize(
    "pattern",
    [
        r"^(?:FILE PHOTO|FILE)\b",
        r"\b{months}\b \d{1,2}",
        r"x{3}y{,2}z{4,}",
        r"[{]\{\}[^]{(]",
        r"\p{Lu}{2}\N{DIGIT ONE}",
        r"(?i)a(?s-i:b)",
        r"(?<=a+)b",
        "(" * 50 + ")" * 50,
        "x" * 2_000,
    ],
)
def test_allows(pattern: str) -> None:
    assert list(faults(pattern, LISTS)) == []
    regex.compile(filled(pattern, LISTS))


@pytest.mark.parametrize(
    ("pattern", "offset", "message"),
    [
        ("(july|september", 15, "missing )"),
        ("ab**", 3, "multiple repeat"),
        ("x[a-", 4, "unterminated character set"),
        ("{months}(a", 10, "missing )"),
        ("a{e<=1}", 1, "a bare '{'"),
        ("(?:a){s<=2}", 5, "a bare '{'"),
        ("{{ x", 0, "a bare '{'"),
        ("in {monts}", 3, "no list 'monts'"),
        ("(" * 51 + ")" * 51, 50, "more than 50 deep"),
        ("x" * 2_001, 0, "2,001 characters"),
        *((f"(?{flag})a", 2, f"'{flag}'") for flag in REFUSED_FLAGS),
        ("b(?is-f:a)", 3, "'f'"),
    ],
)
def test_refuses(pattern: str, offset: int, message: str) -> None:
    first = next(faults(pattern, LISTS))
    assert first.offset == offset
    assert message in first.message


def test_several_faults_are_told_together() -> None:
    assert [fault.offset for fault in faults("{a(?f)b{days}", LISTS)] == [0, 4, 7]


def test_a_list_is_filled_in_literally_and_longest_first() -> None:
    assert filled(r"\b{months}$", LISTS) == r"\b(?:January|May|Jan)$"
    assert regex.fullmatch(filled("{marks}", LISTS), "c|d")
    assert not regex.fullmatch(filled("{marks}", LISTS), "axb")


def test_what_only_looks_like_a_list_stays() -> None:
    assert filled(r"\{months}[{months}]\p{months}", LISTS) == r"\{months}[{months}]\p{months}"


@given(st.text(alphabet="ab(){}[]?:<=!|*+\\^$.,0-9fbV1pN", max_size=30))
def test_what_is_allowed_compiles(pattern: str) -> None:
    if not list(faults(pattern, LISTS)):
        regex.compile(filled(pattern, LISTS))
