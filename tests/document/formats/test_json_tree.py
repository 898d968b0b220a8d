from __future__ import annotations

import json
import tracemalloc
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.document.formats.json_stories.json_tree import Value, read_json
from copylint.document.story_text import StoryText
from copylint.errors import CopylintError, Problem
from copylint.source.decode import Source, decode

Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | None"


def source(text: str) -> Source:
    return decode("item.json", text.encode())


def tree(text: str) -> Value:
    return read_json(source(text))


def problem(text: str) -> Problem:
    with pytest.raises(CopylintError) as caught:
        tree(text)
    (found,) = caught.value.problems
    return found


def plain(value: Value) -> Plain:
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.text if isinstance(value, StoryText) else value


def text_of(value: Value) -> StoryText:
    assert isinstance(value, StoryText)
    return value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": {"b": ["c", {"d": "e"}], "f": "g"}, "h": "i"}', {"a": {"b": ["c", {"d": "e"}], "f": "g"}, "h": "i"}),
        ('[1, -2.5e3, true, false, null, "3"]', ["1", "-2.5e3", None, None, None, "3"]),
        ('{"a\\u0062": "", "c": {}, "d": []}', {"ab": "", "c": {}, "d": []}),
        ('  "x: {y}, [z]"  ', "x: {y}, [z]"),
    ],
)
def test_the_value_is_what_the_library_reads(text: str, expected: Plain) -> None:
    assert plain(tree(text)) == expected


@pytest.mark.parametrize(
    ("text", "words", "slice_"),
    [
        ('"The dam fell"', "dam", "dam"),
        (r'"It\u2019s over"', "’", r"\u2019"),
        (r'"It\u2019s over"', "It’s", r"It\u2019s"),
        (r'"a \"dam\" fell"', '"dam"', r"\"dam\""),
        (r'"one\ntwo"', "\n", r"\n"),
        (r'"<\/b> dam"', "/b", r"\/b"),
        (r'"a \ud83d\ude00 b"', "\U0001f600", r"\ud83d\ude00"),
        (r'"a \ud83d b"', "\ufffd", r"\ud83d"),
        (r'"a \\n b"', "\\", r"\\"),
        ('"Zoë saw the dam"', "dam", "dam"),
    ],
)
def test_every_character_knows_its_place(text: str, words: str, slice_: str) -> None:
    story = text_of(tree(text))
    start = story.text.index(words)
    span = story.offsets.to_source(start, start + len(words))
    assert text[span.start : span.end] == slice_


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ('{"a": "b",\n "c" "d"}', 2, 6, "Expecting ':' delimiter"),
        ('{"a": "b"', 1, 10, "Expecting ',' delimiter"),
        ('{"a": "one\ntwo"}', 1, 11, "Invalid control character"),
        ("[1, 2,]", 1, 7, ""),
        ("", 1, 1, "Expecting value"),
        ('{"a": 1} x', 1, 10, "Extra data"),
    ],
)
def test_broken_json_is_an_error_with_its_place(text: str, line: int, column: int, message: str) -> None:
    found = problem(text)
    assert found.line == line
    assert message in found.message
    assert not message or found.column == column


def test_a_stretch_of_the_source_is_read_with_its_own_places() -> None:
    text = '{"a": "b"}\n{"c": "dam"}\n{"e" 1}\n'
    value = read_json(source(text), 11, 23)
    assert isinstance(value, dict)
    span = text_of(value["c"]).offsets.to_source(0, 3)
    assert text[span.start : span.end] == "dam"
    with pytest.raises(CopylintError) as caught:
        read_json(source(text), 24, 31)
    assert (caught.value.problems[0].line, caught.value.problems[0].column) == (3, 6)


def test_deep_nesting_is_refused() -> None:
    assert "nests too deeply" in problem("[" * 200_000).message


JSON = st.recursive(st.text() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


@given(value=JSON, ascii_only=st.booleans())
def test_all_json_is_read_and_verbatim_pieces_stand_in_the_source(*, value: Plain, ascii_only: bool) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only)
    made = tree(text)
    assert plain(made) == value
    stack = [made]
    while stack:
        each = stack.pop()
        if isinstance(each, StoryText):
            for piece in each.offsets.pieces:
                stretch = text[piece.source : piece.source_end]
                assert not piece.verbatim or each.text[piece.story :].startswith(stretch)
        elif isinstance(each, (dict, list)):
            stack += each.values() if isinstance(each, dict) else each


def test_a_string_of_a_megabyte_takes_little_memory() -> None:
    long = source('{"body_text": "' + "a" * 1_000_000 + '"}')
    tracemalloc.start()
    try:
        read_json(long)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 16_000_000
