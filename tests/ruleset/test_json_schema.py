"""The JSON Schema: current in the repo, and of one mind with the loader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from copylint.config.keys import OPTIONS
from copylint.ruleset.files import PACK_FILE, rule_files, shipped_folder, shipped_packs
from copylint.ruleset.json_schema import of_configuration, of_rule_files
from copylint.yaml_text import parse, plain

REPOSITORY = Path(__file__).parents[2]
SHIPPED = [
    path
    for pack in shipped_packs()
    for path in (shipped_folder() / pack / PACK_FILE, *rule_files(shipped_folder() / pack))
]
GOOD: dict[str, Any] = {
    "id": "no-foo",
    "check": "pattern",
    "words": ["foo", "{months}"],
    "message": "Delete '{match}'.",
    "severity": "warning",
    "fix": {"safety": "safe", "replace": ""},
    "examples": {"invalid": [{"text": "a foo", "fixed": "a "}], "valid": ["a bar"]},
}


def is_valid(rule: dict[str, Any]) -> bool:
    return jsonschema.Draft7Validator(of_rule_files()).is_valid({"rules": [rule]})


def test_is_a_json_schema() -> None:
    jsonschema.Draft7Validator.check_schema(of_rule_files())
    jsonschema.Draft7Validator.check_schema(of_configuration(OPTIONS))


@pytest.mark.parametrize(("name", "schema"), [("rule", of_rule_files()), ("config", of_configuration(OPTIONS))])
def test_the_file_in_the_repository_is_current(name: str, schema: dict[str, Any]) -> None:
    current = json.loads((REPOSITORY / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    assert current == schema, "run 'make docs'"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_shipped_file_fits(path: Path) -> None:
    root = parse(path.read_text(encoding="utf-8"), path.name).root
    assert root is not None
    jsonschema.Draft7Validator(of_rule_files()).validate(plain(root))


def test_a_good_rule_fits() -> None:
    assert is_valid(GOOD)
    assert is_valid({**GOOD, "words": "{months}", "except": ["{days}", "x"]})


def test_a_list_may_stand_where_a_text_may_stand_too() -> None:
    swap = {key: value for key, value in GOOD.items() if key not in ("words", "fix")}
    assert is_valid({**swap, "check": "swap", "swap": {"a": "b", "c": ["d", "e"], "f": "{months}"}})


@pytest.mark.parametrize(
    "change",
    [
        {"mesage": "x"},
        {"severity": "fatal"},
        {"id": "NoFoo"},
        {"check": "patern"},
        {"scope": "body"},
        {"words": [1]},
        {"words": "foo"},
        {"fix": {"safety": "safe", "delet": "later"}},
        {"examples": {"invalid": ["x"]}},
        {"examples": {"invalid": ["x"], "valid": "{months}"}},
    ],
)
def test_a_faulty_rule_does_not_fit(change: dict[str, Any]) -> None:
    assert not is_valid({**GOOD, **change})


def test_a_configuration_fits_or_not() -> None:
    validator = jsonschema.Draft7Validator(of_configuration(OPTIONS))
    assert validator.is_valid({"packs": ["core", "./ours"], "severity": {"no-foo": "info"}, "encoding": "cp1252"})
    assert not validator.is_valid({"pakcs": ["core"]})
