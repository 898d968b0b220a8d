"""The choices that a settings block makes, with the places where they were written."""

from __future__ import annotations

from typing import cast

from copylint.finding import Severity
from copylint.ruleset.model import Given, Layer
from copylint.yaml_text import Mapping, Node, Scalar, Sequence


def layer_of(node: Node) -> Layer:
    """`select`, `ignore` and `severity` of a mapping that its schema has been found to fit."""
    return Layer(select=_words(node, "select"), ignore=_words(node, "ignore") or (), severity=_severities(node))


def _words(node: Node, key: str) -> tuple[Given, ...] | None:
    entry = node.entry(key) if isinstance(node, Mapping) else None
    if entry is None or not isinstance(entry.value, Sequence):
        return None
    return tuple(Given(item.text, item.place) for item in entry.value.items if isinstance(item, Scalar))


def _severities(node: Node) -> tuple[tuple[Given, Severity], ...]:
    entry = node.entry("severity") if isinstance(node, Mapping) else None
    if entry is None or not isinstance(entry.value, Mapping):
        return ()
    return tuple(
        (Given(each.key.text, each.key.place), cast(Severity, each.value.text))
        for each in entry.value.entries
        if isinstance(each.value, Scalar)
    )
