"""Values held against schemas: what fits is read, what doesn't is told at its place."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.ruleset.validation import Reader
from copylint.yaml_text import parse, plain

TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}
LISTS = {"months": ("May", "June")}


def read(text: str, schema: dict[str, Any]) -> tuple[Any, list[tuple[int | None, str, str | None]]]:
    root = parse(text, "f.yaml").root
    assert root is not None
    reader = Reader(LISTS)
    value = reader.read(root, schema, "'a'")
    return value, [(problem.column, problem.message, problem.hint) for problem in reader.problems]


@pytest.mark.parametrize(
    ("text", "schema", "expected"),
    [
        ("x", TEXT, "x"),
        ("'1'", TEXT, "1"),
        ("3", {"type": "integer"}, 3),
        ("3", {"type": "number"}, 3),
        ("2.5", {"type": ["integer", "number"]}, 2.5),
        ("true", {"type": "boolean"}, True),
        ("[a, b]", TEXTS, ["a", "b"]),
        ("'{months}'", TEXTS, ["May", "June"]),
        ("[now, '{months}']", TEXTS, ["now", "May", "June"]),
        ("'in {months}'", {"type": "string", "format": "regex"}, "in (?:June|May)"),
        ("{a: 1, b: 2}", {"type": "object", "additionalProperties": {"type": "integer"}}, {"a": 1, "b": 2}),
        ("x", {"oneOf": [TEXTS, {"type": "string", "enum": ["x"]}]}, "x"),
        ("[[a, b]]", {"type": "array", "items": {"oneOf": [TEXT, TEXTS]}}, [["a", "b"]]),
        ("2026-02-06", {"type": "string", "format": "date"}, "2026-02-06"),
    ],
)
def test_reads(text: str, schema: dict[str, Any], expected: object) -> None:
    assert read(text, schema) == (expected, [])


@pytest.mark.parametrize(
    ("text", "schema", "column", "message", "hint"),
    [
        ("1.0", TEXT, 1, "YAML takes 1.0 for a number", 'put it in quotes: "1.0"'),
        ("true", TEXT, 1, "for true or false", '"true"'),
        ("2026-02-06", TEXT, 1, "for a date", '"2026-02-06"'),
        ("~", TEXT, 1, "nothing stands here", None),
        ("x", TEXTS, 1, "a list, not 'x'", "write it as a list: [x]"),
        ("[a]", TEXT, 2, "must be a text, not a list", None),
        ("{a: b}", TEXTS, 2, "must be a list, not a mapping", None),
        ("x", {"type": "integer"}, 1, "must be a whole number", None),
        ("2.5", {"type": "integer"}, 1, "must be a whole number", None),
        ("0", {"type": "integer", "minimum": 1}, 1, "of at least 1", None),
        ("9", {"type": "integer", "maximum": 8}, 1, "of at most 8", None),
        ("[]", {**TEXTS, "minItems": 1}, 1, "a list with at least 1", None),
        ("[a, b]", {**TEXTS, "maxItems": 1}, 2, "at most 1", None),
        ("'  '", {**TEXT, "minLength": 1}, 1, "is empty", None),
        ("A b", {**TEXT, "pattern": "^[a-z]+$"}, 1, "can't be 'A b'", None),
        ("eror", {**TEXT, "enum": ["error", "info"]}, 1, "can't be 'eror'", "did you mean 'error'?"),
        ("qq", {**TEXT, "enum": ["error", "info"]}, 1, "can't be 'qq'", "known: error, info"),
        ("'{mnths}'", TEXTS, 1, "no list 'mnths'", "did you mean 'months'?"),
        ("'ab(c'", {"type": "string", "format": "regex"}, 6, "missing )", None),
        ("2026-02-30", {"type": "string", "format": "date"}, 1, "no day 2026-02-30", None),
        ("[a, 5]", TEXTS, 5, "an item of 'a' must be a text", None),
        ("5", {"oneOf": [TEXT, TEXTS]}, 1, "a text or a list; YAML takes 5", None),
    ],
)
def test_tells(text: str, schema: dict[str, Any], column: int, message: str, hint: str | None) -> None:
    _, problems = read(text, schema)
    ((found_column, found_message, found_hint),) = problems
    assert found_column == column
    assert message in found_message
    assert hint is None or hint in (found_hint or "")


def test_keys_are_held_against_the_schema_all_at_once() -> None:
    schema = {"properties": {"words": TEXTS, "flag": TEXT}, "required": ["flag"], "additionalProperties": False}
    _, problems = read("{word: [a], words: b}", schema)
    assert [message for _, message, _ in problems] == [
        "unknown key 'word' in 'a'",
        "'words' must be a list, not 'b'",
        "'a' has no 'flag'",
    ]
    assert problems[0][2] == "did you mean 'words'?"


_VALUES = st.recursive(
    st.sampled_from(["x", "long", "5", "-1", "2.5", "true", "null", "''"]),
    lambda values: st.one_of(
        st.lists(values, max_size=3).map(lambda each: f"[{', '.join(each)}]"),
        st.dictionaries(st.sampled_from(["a", "b"]), values, max_size=2).map(
            lambda each: "{" + ", ".join(f"{key}: {value}" for key, value in each.items()) + "}"
        ),
    ),
    max_leaves=5,
)
_SIMPLE = st.sampled_from(
    [
        TEXT,
        {"type": "integer", "minimum": 0},
        {"type": "number", "maximum": 3},
        {"type": "boolean"},
        {"type": ["string", "null"]},
        {"type": "string", "enum": ["x", "y"]},
        {"type": "string", "minLength": 1, "pattern": "^x"},
    ]
)
_SCHEMAS = st.recursive(
    _SIMPLE,
    lambda schemas: st.one_of(
        schemas.map(lambda each: {"type": "array", "items": each, "minItems": 1, "maxItems": 2}),
        schemas.map(lambda each: {"type": "object", "properties": {"a": each}, "additionalProperties": False}),
        schemas.map(lambda each: {"type": "object", "required": ["a"], "properties": {"a": each}}),
        st.tuples(schemas, schemas).map(lambda both: {"anyOf": list(both)}),
    ),
    max_leaves=4,
)


@given(_VALUES, _SCHEMAS)
def test_agrees_with_jsonschema(text: str, schema: dict[str, Any]) -> None:
    root = parse(text, "f.yaml").root
    if root is None:
        return
    reader = Reader()
    value = reader.read(root, schema, "it")
    fits = jsonschema.Draft7Validator(schema).is_valid(plain(root))
    assert (not reader.problems) == fits
    if fits:
        assert value == plain(root)
