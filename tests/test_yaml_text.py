"""YAML text: places, limits, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.yaml_text import (
    CHARACTERS_AT_MOST,
    DEPTH_AT_MOST,
    Mapping,
    Scalar,
    Sequence,
    curly_quotes_at_the_edge,
    parse,
    plain,
)


def value(text: str, key: str = "a") -> Scalar:
    root = parse(text, "f.yaml").root
    assert isinstance(root, Mapping)
    entry = root.entry(key)
    assert entry is not None
    assert isinstance(entry.value, Scalar)
    return entry.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: [x, 2.5, true, ~]\nc: {d: no}", {"a": 1, "b": ["x", 2.5, True, None], "c": {"d": "no"}}),
        ("- x\n- y\n", ["x", "y"]),
        ("a: &m [x]\nb: *m\n", {"a": ["x"], "b": ["x"]}),
        ('a: "1"\nb: 2026-02-06\n', {"a": "1", "b": "2026-02-06"}),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
        ("on: yes\n", {"on": "yes"}),
    ],
)
def test_reads_values(text: str, expected: object) -> None:
    yaml = parse(text, "f.yaml")
    assert yaml.problems == ()
    assert yaml.root is not None
    assert plain(yaml.root) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a: word", "text"),
        ("a: 1.0.0", "text"),
        ("a: no", "text"),
        ("a: 1.0", "number"),
        ("a: -7", "number"),
        ("a: 1e3", "number"),
        ("a: False", "true-false"),
        ("a: 2026-02-06", "date"),
        ("a: 2026-02-06 10:00:00", "date"),
        ("a:", "nothing"),
        ("a: null", "nothing"),
        ("a: 'null'", "text"),
    ],
)
def test_says_what_yaml_takes_a_value_for(text: str, kind: str) -> None:
    assert value(text).kind == kind


@pytest.mark.parametrize(
    ("text", "line", "column", "width"),
    [
        ("a: word", 1, 4, 4),
        ("x: 1\r\na: 'wörd' # why", 2, 4, 6),
        ("x: 1\ra: word", 2, 4, 4),
        ("x: '\u2028\x85'\na: word", 2, 4, 4),
        ("a: |\n  one\n  two\n", 1, 4, 1),
    ],
)
def test_a_value_knows_its_place(text: str, line: int, column: int, width: int) -> None:
    place = value(text).place
    assert (place.line, place.column, place.width) == (line, column, width)


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [
        ("a: abc", 2, 1, 6),
        ("a: 'it''s x'", 5, 1, 11),
        ('a: "t\\tq\\x41z"', 4, 1, 13),
        ("a: |\n  one\n  two\n", 5, 3, 4),
        ("a: |-\r\n    one\r\n    two\r\n", 4, 3, 5),
        ("a: >\n  one\n  two\n", 4, 1, 4),
    ],
)
def test_a_character_of_a_value_knows_its_place(text: str, offset: int, line: int, column: int) -> None:
    place = value(text).place_at(offset)
    assert (place.line, place.column) == (line, column)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: [b\nc: d", 2, 2, "expected ',' or ']'"),
        ("a: [", 1, 5, "but found '<stream end>'"),
        ("a: b: c", 1, 5, "mapping values are not allowed here"),
        ('x: 1\na: "open\n\n', 2, 4, "unexpected end of stream"),
        ("a: \x07", 1, 4, "U+0007"),
        ("\tb: c", 1, 1, "cannot start any token"),
        ("a: *u", 1, 4, "'*u' repeats what no '&u' names"),
        ("a: &b [*b]", 1, 8, "'*b' repeats what no '&b' names"),
        ("a: 1\n---\nb: 2", 2, 1, "a second document"),
        ("a: !!python/object:os.system {}", 1, 4, "tags"),
        ("a: 1\nb: 2\na: 3", 3, 1, "the key 'a' stands twice"),
        ("? [a]\n: b", 1, 4, "a key must be a text"),
        ('a: "\\ud800"', 1, 4, "surrogate"),
        ("%YAML 9.9\n---\na", 1, 1, "incompatible YAML document"),
    ],
)
def test_refuses(text: str, line: int, column: int, message: str) -> None:
    problem = parse(text, "f.yaml").problems[0]
    assert (problem.path, problem.line, problem.column) == ("f.yaml", line, column)
    assert message in problem.message
    assert problem.excerpt is not None


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("languages: [*]", "'*'"),
        ("a: b: c", "put quotes round"),
        ("a:\n\tb: c", "not with a tab"),
        ('a: "\\d"', "backslash"),
        ("a: @x", "put quotes round"),
    ],
)
def test_gives_the_next_step(text: str, hint: str) -> None:
    (problem,) = parse(text, "f.yaml").problems
    assert hint in (problem.hint or "")


def test_duplicate_keys_are_all_told() -> None:
    assert len(parse("a: 1\na: 2\nb: {c: 1, c: 2}\n", "f.yaml").problems) == 2


def test_too_deep_is_refused_before_it_is_built() -> None:
    (problem,) = parse("[" * 100_000, "f.yaml").problems
    assert f"more than {DEPTH_AT_MOST} deep" in problem.message


def test_too_large_is_refused() -> None:
    (problem,) = parse("#" * (CHARACTERS_AT_MOST + 1), "f.yaml").problems
    assert "Ki characters" in problem.message


def test_aliases_count_as_what_they_repeat() -> None:
    steps = [f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(9)]
    (problem,) = parse("a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(steps), "f.yaml").problems
    assert "more than 100,000 values" in problem.message


@pytest.mark.parametrize("text", ["a: “x”", "a: x”", "- ‘x", "“a”: x"])
def test_a_curly_quote_at_the_edge_of_an_unquoted_value_is_told(text: str) -> None:
    root = parse(text, "f.yaml").root
    assert root is not None
    assert len(list(curly_quotes_at_the_edge(root))) == 1


@pytest.mark.parametrize("text", ["a: '“x”'", "a: the “x” y", "a: |\n  “x”"])
def test_other_curly_quotes_are_left_alone(text: str) -> None:
    root = parse(text, "f.yaml").root
    assert root is not None
    assert list(curly_quotes_at_the_edge(root)) == []


@pytest.mark.parametrize("text", ["%YAML 1.10\n---\na", '%X\n---\n"\\U00110000"'])
def test_what_the_parser_trips_over_is_told(text: str) -> None:
    (problem,) = parse(text, "f.yaml").problems
    assert problem.message.startswith("this is not YAML")


def test_an_empty_text_has_no_root() -> None:
    assert parse("", "f.yaml").root is None
    assert parse("# only a comment\n", "f.yaml").problems == ()


_YAML_CHARACTERS = st.sampled_from(
    [*list("ab:-[]{}&*!|>'\"#%@`,? \n\t\r\\\u2028“0.~<="), "---", "...", "\\x", "<<", "%YAML"]
)


@given(st.lists(_YAML_CHARACTERS, max_size=60).map("".join))
def test_any_text_is_read_or_refused_with_a_place_inside_it(text: str) -> None:
    yaml = parse(text, "f.yaml")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in yaml.problems:
        if problem.line is not None and problem.column is not None:
            assert problem.excerpt == lines[problem.line - 1]
            assert 1 <= problem.column <= len(problem.excerpt) + 1


@given(st.text(max_size=40))
def test_any_single_quoted_text_comes_back(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    yaml = parse(f"- {quoted}", "f.yaml")
    if not yaml.problems and not any(char in text for char in "\n\r\x85\u2028\u2029"):
        assert isinstance(yaml.root, Sequence)
        assert plain(yaml.root) == [text]
