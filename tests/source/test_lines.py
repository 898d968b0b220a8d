from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.source.lines import LineTable, Position

TEXTS = st.text(st.sampled_from("ab\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029é🙂") | st.characters(), max_size=60)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("a", ["a"]),
        ("a\n", ["a"]),
        ("a\nb", ["a", "b"]),
        ("a\r\nb\rc\n", ["a", "b", "c"]),
        ("\n\n", ["", ""]),
        ("a\n\rb", ["a", "", "b"]),
        ("a\r", ["a"]),
        ("a\r\n\r\nb", ["a", "", "b"]),
    ],
)
def test_lines_end_with_lf_crlf_or_cr(text: str, lines: list[str]) -> None:
    table = LineTable(text)
    assert [table.text(line) for line in range(1, len(table) + 1)] == lines
    assert [text[start:end] for start, end in table] == lines


@pytest.mark.parametrize("character", ["\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"])
def test_nothing_else_ends_a_line(character: str) -> None:
    table = LineTable(f"a{character}b")
    assert len(table) == 1
    assert table.position(2) == Position(1, 3, 2)


def test_positions_count_code_points_from_one() -> None:
    table = LineTable("é🙂a\r\nb\n")
    assert table.position(0) == Position(1, 1, 0)
    assert table.position(2) == Position(1, 3, 2)
    assert table.position(5) == Position(2, 1, 5)
    assert table.position(7) == Position(3, 1, 7)
    assert table.line_of(4) == 1


def test_a_line_with_and_without_its_newline() -> None:
    table = LineTable("ab\r\nc")
    assert table.span(1) == (0, 2)
    assert table.full_end(1) == 4
    assert table.full_end(2) == 5


@given(TEXTS)
def test_lines_with_their_newlines_are_the_text(text: str) -> None:
    table = LineTable(text)
    pieces = [text[table.span(line)[0] : table.full_end(line)] for line in range(1, len(table) + 1)]
    assert "".join(pieces) == text
    for start, end in table:
        assert "\n" not in text[start:end]
        assert "\r" not in text[start:end]


@given(TEXTS)
def test_every_offset_has_its_place(text: str) -> None:
    table = LineTable(text)
    for offset in range(len(text) + 1):
        position = table.position(offset)
        assert table.span(position.line)[0] + position.column - 1 == position.offset == offset
        assert table.line_of(offset) == position.line
        assert offset <= table.full_end(position.line)


@given(TEXTS)
def test_line_numbers_are_those_of_universal_newlines(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert len(LineTable(text)) == len(lines) - (lines[-1] == "")
