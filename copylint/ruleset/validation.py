"""Holds YAML nodes against JSON Schemas and reads their values, naming each fault at its place.

The subset of JSON Schema that keys and check options are written in: `type` (one name or several), `enum`, `const`,
`items`, `properties`, `required`, `additionalProperties`, `minItems`, `maxItems`, `minLength`, `pattern`, `minimum`,
`maximum`, `oneOf`, `anyOf`, and `format: regex`, `format: date`, `format: pairs` (a list's file, read in).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any, Final

from copylint import yaml_text
from copylint.errors import Problem
from copylint.ruleset import pairs, patterns
from copylint.ruleset.suggestions import closest, closest_or_all
from copylint.values import dataclass
from copylint.yaml_text import Node, Scalar

Schema = Mapping[str, Any]

_SCALAR_TYPES: Final[Mapping[str, str]] = {"number": "number", "true-false": "boolean", "nothing": "null"}
_NAMES: Final[Mapping[str, str]] = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping",
    "null": "nothing",
}


@dataclass
class Reader:
    """Reads nodes by their schemas and collects what is wrong with them."""

    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The pack's word lists, which `{name}` stands for."""
    problems: list[Problem] = field(default_factory=list)

    def read(self, node: Node, schema: Schema, name: str) -> Any:  # noqa: ANN401 - the schema says what it is
        """The value; where a problem was added, something that must not be used."""
        alternatives = schema.get("oneOf") or schema.get("anyOf")
        if alternatives:
            return self._read_one_of(node, schema, alternatives, name)
        if isinstance(node, Scalar):
            named = patterns.LIST_NAME.fullmatch(node.text)
            if named and "array" in _types(schema):
                return self._read_list(node, named[1])
            return self._read_scalar(node, schema, name)
        if isinstance(node, yaml_text.Sequence):
            return self._read_sequence(node, schema, name)
        return self._read_mapping(node, schema, name)

    def _read_one_of(self, node: Node, schema: Schema, alternatives: Sequence[Schema], name: str) -> Any:  # noqa: ANN401 - as above
        """By the alternative that fits; the faults of the likeliest one where none does."""
        likely = [alternative for alternative in alternatives if _may_be(node, alternative)]
        attempts = []
        for alternative in likely:
            attempt = Reader(self.lists)
            value = attempt.read(node, alternative, name)
            if not attempt.problems:
                return value
            attempts.append(attempt.problems)
        if len(attempts) == 1:
            self.problems += attempts[0]
        elif isinstance(node, Scalar) and not attempts:
            self._add(node, *_wrong_type(node, schema, name))
        else:
            self._add(node, f"{name} must be {_description(schema)}")
        return None

    def _read_list(self, node: Scalar, name: str) -> list[str]:
        if name not in self.lists:
            self._add(node, f"there is no list '{name}'", closest(name, self.lists))
        return list(self.lists.get(name, ()))

    def _read_scalar(self, node: Scalar, schema: Schema, name: str) -> Any:  # noqa: ANN401 - as above
        value = node.text if _types(schema) == ("string",) or node.kind == "date" else node.value
        if "enum" in schema and value not in schema["enum"]:
            known = [str(each) for each in schema["enum"]]
            self._add(node, f"{name} can't be '{node.text}'", closest_or_all(node.text, known))
        elif not _may_be(node, schema):
            self._add(node, *_wrong_type(node, schema, name))
        elif "const" in schema and value != schema["const"]:
            self._add(node, f"{name} must be '{schema['const']}'")
        elif isinstance(value, str):
            return self._read_text(node, schema, name)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            self._check_number(node, value, schema, name)
        return value

    def _read_text(self, node: Scalar, schema: Schema, name: str) -> str | dict[str, str]:
        if len(node.text.strip()) < schema.get("minLength", 0):
            self._add(node, f"{name} is empty")
        elif "pattern" in schema and not re.search(schema["pattern"], node.text):
            self._add(node, f"{name} can't be '{node.text}'", schema.get("description"))
        elif schema.get("format") == "date" and not _is_day(node.text):
            self._add(node, f"there is no day {node.text}")
        if schema.get("format") == "pairs":
            found, problems = pairs.read_pairs(node.text, node.place)
            self.problems += problems
            return found
        if schema.get("format") != "regex":
            return node.text
        faults = list(patterns.faults(node.text, self.lists))
        self.problems += [
            node.place_at(fault.offset).problem(f"in {name}: {fault.message}", fault.hint) for fault in faults
        ]
        return "" if faults else patterns.filled(node.text, self.lists)

    def _check_number(self, node: Scalar, value: float, schema: Schema, name: str) -> None:
        if value < schema.get("minimum", value) or value > schema.get("maximum", value):
            self._add(node, f"{name} must be {_description(schema)}")

    def _read_sequence(self, node: yaml_text.Sequence, schema: Schema, name: str) -> list[Any]:
        if not _may_be(node, schema):
            self._add(node, f"{name} must be {_description(schema)}, not a list")
            return []
        if not schema.get("minItems", 0) <= len(node.items) <= schema.get("maxItems", len(node.items)):
            self._add(node, f"{name} must be {_description(schema)}")
        values: list[Any] = []
        for item in node.items:
            named = patterns.LIST_NAME.fullmatch(item.text) if isinstance(item, Scalar) else None
            if isinstance(item, Scalar) and named and _may_be(item, schema.get("items", {})):
                values += self._read_list(item, named[1])
            else:
                values.append(self.read(item, schema.get("items", {}), f"an item of {name}"))
        return values

    def _read_mapping(self, node: yaml_text.Mapping, schema: Schema, name: str) -> dict[str, Any]:
        if not _may_be(node, schema):
            self._add(node, f"{name} must be {_description(schema)}, not a mapping")
            return {}
        properties, others = schema.get("properties", {}), schema.get("additionalProperties", {})
        values = {}
        if others is False:
            self.refuse_other_keys(node, properties, name)
        for entry in node.entries:
            key = entry.key.text
            if key in properties or others is not False:
                values[key] = self.read(entry.value, properties.get(key, others), f"'{key}'")
        for key in schema.get("required", ()):
            if node.entry(key) is None:
                self._add(node, f"{name} has no '{key}'", properties[key].get("description"))
        return values

    def refuse_other_keys(self, node: yaml_text.Mapping, known: Iterable[str], name: str) -> None:
        known = tuple(known)
        for entry in node.entries:
            key = entry.key
            if key.text not in known:
                self._add(key, f"unknown key '{key.text}' in {name}", closest_or_all(key.text, known))

    def _add(self, node: Node, message: str, hint: str | None = None) -> None:
        self.problems.append(node.place.problem(message, hint))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _types(schema: Schema) -> tuple[str, ...]:
    """The JSON types that a schema admits; empty: any."""
    if "type" in schema:
        return (schema["type"],) if isinstance(schema["type"], str) else tuple(schema["type"])
    if "enum" in schema or "const" in schema:
        return ("string",)
    return ()


def _may_be(node: Node, schema: Schema) -> bool:
    """Whether the node's own type is one that the schema admits."""
    alternatives = schema.get("oneOf") or schema.get("anyOf")
    if alternatives:
        return any(_may_be(node, alternative) for alternative in alternatives)
    types = _types(schema)
    return not types or not _types_of(node, schema).isdisjoint(types)


def _types_of(node: Node, schema: Schema) -> frozenset[str]:
    if isinstance(node, yaml_text.Sequence):
        return frozenset({"array"})
    if isinstance(node, yaml_text.Mapping):
        return frozenset({"object"})
    if node.kind == "text":
        return frozenset({"string", "array"} if patterns.LIST_NAME.fullmatch(node.text) else {"string"})
    if node.kind == "date":
        return frozenset({"string"} if schema.get("format") == "date" else ())
    if isinstance(node.value, int) and node.kind == "number":
        return frozenset({"integer", "number"})
    return frozenset({_SCALAR_TYPES[node.kind]})


def _wrong_type(node: Scalar, schema: Schema, name: str) -> tuple[str, str | None]:
    """The message and the hint."""
    wanted = _description(schema)
    if _admits("string", schema) and node.kind not in ("nothing", "text"):
        taken_for = {"number": "a number", "true-false": "true or false", "date": "a date"}[node.kind]
        return f"{name} must be {wanted}; YAML takes {node.text} for {taken_for}", f'put it in quotes: "{node.text}"'
    if node.kind == "nothing":
        return f"{name} must be {wanted}; nothing stands here", None
    hint = f"write it as a list: [{node.text}]" if _admits("array", schema) else None
    return f"{name} must be {wanted}, not '{node.text}'", hint


def _admits(type_name: str, schema: Schema) -> bool:
    alternatives = schema.get("oneOf") or schema.get("anyOf") or (schema,)
    return any(type_name in _types(alternative) for alternative in alternatives)


def _description(schema: Schema) -> str:
    alternatives = schema.get("oneOf") or schema.get("anyOf")
    if alternatives:
        return " or ".join(dict.fromkeys(_description(alternative) for alternative in alternatives))
    if "enum" in schema:
        return "one of " + ", ".join(str(value) for value in schema["enum"])
    if "const" in schema:
        return f"'{schema['const']}'"
    described = " or ".join(_NAMES[name] for name in _types(schema)) or "a value"
    return described + "".join(template.format(schema[key]) for key, template in _LIMITS if key in schema)


_LIMITS: Final = (
    ("minItems", " with at least {} of them"),
    ("maxItems", " with at most {} of them"),
    ("minimum", " of at least {}"),
    ("maximum", " of at most {}"),
)
