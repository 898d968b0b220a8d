"""Nothing that reaches a terminal or a log moves the cursor, hides text or forges a line."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.report.safe import safe, safe_characters, safe_path

ANY_TEXT = st.text(st.characters(exclude_categories=())) | st.text(alphabet="#[]:vso \x1b\n\u202ea\udc80")
"""Also lone surrogates, which undecodable file names are made of."""

SHOWN_FORMAT_CHARACTERS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
) | frozenset(map(chr, range(0x13430, 0x13440)))
"""Signs of Arabic, Syriac, Kaithi and hieroglyphs that are of the category 'format' and yet seen."""


def is_unsafe(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") and char not in SHOWN_FORMAT_CHARACTERS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A flood in Derna", "A flood in Derna"),
        ("Élysée, 東京, naïve – “so”", "Élysée, 東京, naïve – “so”"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\nb\r\tc\x00\x7f\x85", "a\\x0ab\\x0d\\x09c\\x00\\x7f\\x85"),
        ("a\u202eb\u2066c\u2028d\ufeff", "a\\u202eb\\u2066c\\u2028d\\ufeff"),
        ("\U000e0041", "\\U000e0041"),
        ("a\udcffb", "a\\xffb"),  # a byte of a file name that is not UTF-8
        ("\ud800", "\\ud800"),
        ("#1 and ## and [x]", "#1 and ## and [x]"),
        ("##[group]x", "#\\x23[group]x"),
        ("a ###[x] ##vso[task.y]", "a ##\\x23[x] #\\x23vso[task.y]"),
    ],
)
def test_what_is_unsafe_is_shown_as_an_escape(text: str, expected: str) -> None:
    assert safe(text) == expected


def test_no_control_or_format_character_gets_out() -> None:
    assert [f"{ord(char):x}" for char in map(chr, range(0x110000)) if is_unsafe(char) and safe(char) == char] == []


@given(ANY_TEXT)
def test_nothing_unsafe_gets_out(text: str) -> None:
    shown = safe(text)
    assert not any(map(is_unsafe, shown))
    assert "##[" not in shown
    assert "##vso[" not in shown
    shown.encode()


@given(ANY_TEXT)
def test_safe_text_is_left_alone(text: str) -> None:
    assert safe(safe(text)) == safe(text)


@given(ANY_TEXT)
def test_character_by_character_it_is_the_same(text: str) -> None:
    characters = safe_characters(text)
    assert "".join(characters) == safe(text)
    assert len(characters) == len(text)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("wire/story.txt", "wire/story.txt"),
        ("::stop-commands::x.txt", "./::stop-commands::x.txt"),
        (" \u3000::stop-commands::x.txt", "./ \u3000::stop-commands::x.txt"),
        ("##[group]x.txt", "./#\\x23[group]x.txt"),
        ("\n::error::x.txt", "\\x0a::error::x.txt"),
    ],
)
def test_a_path_that_opens_a_line_is_no_command(path: str, expected: str) -> None:
    assert safe_path(path) == expected


@given(ANY_TEXT)
def test_no_path_opens_a_line_as_a_command(path: str) -> None:
    assert not re.match(r"\s*(::|##)", safe_path(path))
