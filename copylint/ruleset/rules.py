"""Makes a rule from its YAML entry, and says everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

import regex

from copylint import yaml_text
from copylint.checks import KINDS, kind
from copylint.checks.model import Definition, FixForm
from copylint.errors import Problem
from copylint.expressions import expression
from copylint.finding import Safety
from copylint.ruleset import schema
from copylint.ruleset.defaults import Defaults
from copylint.ruleset.model import Example, Rule
from copylint.ruleset.suggestions import closest_or_all
from copylint.ruleset.validation import Reader
from copylint.yaml_text import Node, Place, Scalar

ENGINE_VALUES: Final = frozenset({"match", "fix", "count", "other"})
"""The message placeholders that every rule can use."""

_PLACEHOLDER: Final = expression(r"\{([^{}]*)\}")


def read_rule(node: yaml_text.Mapping, topic: str, defaults: Defaults) -> tuple[Rule | None, list[Problem]]:
    """The rule, or None and what is wrong with it."""
    check = _text_of(node, "check")
    reader = Reader(defaults.lists)
    if check not in KINDS:
        reader.read(node, {**schema.mapping(schema.RULE_KEYS), "additionalProperties": {}}, "the rule")
        return None, reader.problems
    values = reader.read(node, schema.rule(check), _name(node))
    problems = [*reader.problems, *_unknown_placeholders(node, check)]
    if reader.problems:
        return None, problems
    rule = _rule(node, values, topic, defaults)
    problems += _example_problems(node, rule)
    problems += _compile_problems(node, rule)
    return (None if problems else rule), problems


def _name(node: yaml_text.Mapping) -> str:
    identifier = _text_of(node, "id")
    return f"rule '{identifier}'" if identifier else "the rule"


def _text_of(node: yaml_text.Mapping, key: str) -> str:
    entry = node.entry(key)
    return entry.value.text if entry and isinstance(entry.value, Scalar) else ""


def _rule(node: yaml_text.Mapping, values: Mapping[str, Any], topic: str, defaults: Defaults) -> Rule:
    options = schema.check_option_names(values["check"])
    text = values.get("text", "story")
    scope = values.get("scope", None if text == "source" else defaults.scope)
    return Rule(
        id=values["id"],
        check=values["check"],
        message=values["message"],
        severity=values["severity"],
        pack=defaults.id,
        topic=topic,
        path=node.place.path,
        line=node.place.line,
        options={key: value for key, value in values.items() if key in options},
        why=values.get("why", "").strip(),
        languages=tuple(values.get("languages", defaults.languages)),
        scope=None if scope is None else tuple(scope),
        text=text,
        quotations=values.get("quotations", defaults.quotations),
        exceptions=tuple(values.get("except", ())),
        except_in=tuple(values.get("except-in", ())),
        report=values.get("report", "each"),
        supersedes=tuple(values.get("supersedes", ())),
        profiles=tuple(values.get("profiles", ())),
        fix=_fix(values.get("fix")),
        status=values.get("status", "stable"),
        since=values.get("since", ""),
        references=tuple(values.get("references", ())),
        formerly=tuple(values.get("formerly", ())),
        examples=tuple(_examples(node, values["examples"])),
    )


def _fix(value: Safety | Mapping[str, Any] | None) -> FixForm | None:
    if value is None:
        return None
    return FixForm(**value) if isinstance(value, Mapping) else FixForm(value)


def _examples(node: yaml_text.Mapping, values: Mapping[str, Any]) -> Iterator[Example]:
    for key, items in values.items():
        for item, item_node in zip(items, _example_nodes(node, key), strict=True):
            keys = {"text": item} if isinstance(item, str) else dict(item)
            also = tuple(keys.pop("also", ()))
            yield Example(**keys, also=also, valid=key == "valid", line=item_node.place.line)


def _example_nodes(node: yaml_text.Mapping, key: str) -> tuple[Node, ...]:
    examples = node.entry("examples")
    entry = examples.value.entry(key) if examples and isinstance(examples.value, yaml_text.Mapping) else None
    return entry.value.items if entry and isinstance(entry.value, yaml_text.Sequence) else ()


def _unknown_placeholders(node: yaml_text.Mapping, check: str) -> Iterator[Problem]:
    entry = node.entry("message")
    if entry is None or not isinstance(entry.value, Scalar):
        return
    known = ENGINE_VALUES | kind(check).VALUES
    for placeholder in _PLACEHOLDER.finditer(entry.value.text):
        if placeholder[1] not in known:
            place = replace(entry.value.place_at(placeholder.start()), width=len(placeholder[0]))
            hint = closest_or_all(placeholder[1], known)
            yield place.problem(f"'{placeholder[0]}' is nothing that a '{check}' rule knows", hint)


def _example_problems(node: yaml_text.Mapping, rule: Rule) -> Iterator[Problem]:
    fixes = rule.fix is not None and rule.fix.safety != "manual"
    shows_fix = any(example.fixed is not None for example in rule.examples)
    if fixes and not shows_fix:
        hint = "write an invalid one as {text: …, fixed: …}"
        yield _place(node, "examples").problem("no example shows what the fix makes of its text", hint)
    if shows_fix and not fixes:
        yield _place(node, "examples").problem("an example has 'fixed', but the rule has no safe or unsafe fix")
    for item, example in zip(_example_nodes(node, "valid"), _valid(rule), strict=True):
        if example.match is not None or example.fixed is not None:
            yield item.place.problem("a valid example has nothing to match or to fix")


def _valid(rule: Rule) -> list[Example]:
    return [example for example in rule.examples if example.valid]


def _compile_problems(node: yaml_text.Mapping, rule: Rule) -> Iterator[Problem]:
    try:
        kind(rule.check).compile(Definition(rule.options, rule.text, rule.fix))
    except (ValueError, regex.error) as error:
        yield _place(node, "id").problem(f"rule '{rule.id}': {error}")


def _place(node: yaml_text.Mapping, key: str) -> Place:
    entry = node.entry(key)
    if entry is None:
        return node.place
    return entry.value.place if isinstance(entry.value, Scalar) else entry.key.place
