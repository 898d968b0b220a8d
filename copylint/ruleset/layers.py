"""The choices that a settings block makes, with the places where they were written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from copylint.finding import Severity
from copylint.ruleset.model import Given, Layer
from copylint.yaml_text import Mapping, Node, Scalar, Sequence, scalars


def layer_of(node: Node) -> Layer:
    """The choices of a mapping that its schema has been found to fit."""
    return Layer(
        select=_words(node, "select"),
        extend_select=_words(node, "extend-select") or (),
        ignore=_words(node, "ignore") or (),
        severity=tuple(
            (rule, cast(Severity, value.text))
            for rule, value in _by_rule(node, "severity")
            if isinstance(value, Scalar)
        ),
        options=tuple(_by_rule(node, "options")),
        exceptions=tuple(
            (rule, tuple(word.text for word in scalars(words))) for rule, words in _by_rule(node, "except")
        ),
    )


def _words(node: Node, key: str) -> tuple[Given, ...] | None:
    entry = node.entry(key) if isinstance(node, Mapping) else None
    if entry is None or not isinstance(entry.value, Sequence):
        return None
    return tuple(Given(item.text, item.place) for item in entry.value.items if isinstance(item, Scalar))


def _by_rule(node: Node, key: str) -> Iterator[tuple[Given, Node]]:
    """The entries of a mapping from rules to values."""
    entry = node.entry(key) if isinstance(node, Mapping) else None
    if entry is not None and isinstance(entry.value, Mapping):
        for each in entry.value.entries:
            yield Given(each.key.text, each.key.place), each.value
