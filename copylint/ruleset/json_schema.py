"""The JSON Schema of rule files, for editors that complete and check YAML while it is written (draft 7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from copylint.checks import KINDS, kind
from copylint.checks.model import Option
from copylint.ruleset import schema

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_LIST: Final = {"type": "string", "pattern": r"^\{[a-z][a-z0-9-]*\}$", "description": "one of the pack's lists"}
_EXAMPLES_KEY: Final = "examples"


def of_rule_files() -> dict[str, Any]:
    """Of a rule file or a `pack.yaml`. Where a list stands, `{name}` may stand for one of the pack's."""
    properties = {option.name: {"description": option.help, **option.schema} for option in schema.FILE_KEYS}
    properties["rules"] = {**properties["rules"], "items": {"oneOf": [_reference(f"{check}-rule") for check in KINDS]}}
    return {
        "$schema": _DRAFT,
        "title": "copylint rule file",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "anyOf": [{"required": ["rules"]}, {"required": ["pack"]}, {"required": ["settings"]}],
        "definitions": {
            **{_key(option): _described(option) for option in schema.RULE_KEYS},
            **{f"{check}-rule": _rule(check) for check in KINDS},
        },
    }


def of_configuration(keys: Iterable[Option]) -> dict[str, Any]:
    """Of a configuration file with these keys."""
    return {"$schema": _DRAFT, "title": "copylint configuration", **schema.mapping(keys)}


def _rule(check: str) -> dict[str, Any]:
    """The keys of every rule by reference, and the check's own."""
    options = kind(check).OPTIONS
    required = [option.name for option in (*schema.RULE_KEYS, *options) if option.required]
    return {
        "type": "object",
        "properties": {
            **{option.name: _reference(_key(option)) for option in schema.RULE_KEYS},
            "check": {"const": check},
            **{option.name: _described(option) for option in options},
        },
        "required": required,
        "additionalProperties": False,
    }


def _described(option: Option) -> dict[str, Any]:
    described = {"description": option.help, **option.schema}
    return described if option.name == _EXAMPLES_KEY else _with_lists(described)


def _with_lists(given: Mapping[str, Any]) -> dict[str, Any]:
    """The schema with `{name}` allowed for each list of texts, as the loader fills it in."""
    filled = {key: value for key, value in given.items() if key != "oneOf"}
    for key in ("items", "additionalProperties"):
        if isinstance(filled.get(key), Mapping):
            filled[key] = _with_lists(filled[key])
    if "properties" in filled:
        filled["properties"] = {name: _with_lists(value) for name, value in filled["properties"].items()}
    alternatives = given.get("oneOf") or given.get("anyOf")
    if alternatives:
        # A list's name is a text too, so that it may fit two alternatives.
        filled["anyOf"] = [_with_lists(alternative) for alternative in alternatives]
    if filled.get("type") != "array":
        return filled
    items = filled.get("items", {})
    if items.get("type") == "string":
        filled["items"] = {"anyOf": [items, _LIST]}
    description = {"description": filled.pop("description")} if "description" in filled else {}
    return {**description, "anyOf": [filled, _LIST]}


def _reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/definitions/{name}"}


def _key(option: Option) -> str:
    return f"{option.name}-key"
