"""What `pack:` says: a pack's name, its word lists, and the defaults of its rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from copylint import yaml_text
from copylint.document.model import Part
from copylint.errors import Problem
from copylint.ruleset import schema
from copylint.ruleset.model import Quotations
from copylint.ruleset.validation import Reader
from copylint.values import dataclass
from copylint.yaml_text import Node


@dataclass(frozen=True)
class Defaults:
    """The values that a rule takes where it has none of its own."""

    id: str
    name: str = ""
    version: str = ""
    languages: tuple[str, ...] = ("en",)
    scope: tuple[Part, ...] = ("headline", "body", "caption")
    quotations: Quotations = "skip"
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def changed_by(self, node: Node) -> tuple[Defaults, list[Problem]]:
        """These with what a `pack:` block says over them; its lists join those already there."""
        reader = Reader()
        values = reader.read(node, schema.mapping(schema.PACK_KEYS), "'pack'")
        if reader.problems:
            # The lists stay known, so that no rule that uses one is blamed for a fault elsewhere in the block.
            return replace(self, lists={**self.lists, **_lists(node)}), reader.problems
        lists = {name: tuple(words) for name, words in values.get("lists", {}).items()}
        changed = Defaults(
            id=values.get("id", self.id),
            name=values.get("name", self.name),
            version=values.get("version", self.version),
            languages=tuple(values.get("languages", self.languages)),
            scope=tuple(values.get("scope", self.scope)),
            quotations=values.get("quotations", self.quotations),
            lists={**self.lists, **lists},
        )
        return changed, []


def _lists(node: Node) -> dict[str, tuple[str, ...]]:
    """The word lists of a faulty block, as far as they can be read."""
    lists = node.entry("lists") if isinstance(node, yaml_text.Mapping) else None
    entries = lists.value.entries if lists and isinstance(lists.value, yaml_text.Mapping) else ()
    return {entry.key.text: tuple(scalar.text for scalar in yaml_text.scalars(entry.value)) for entry in entries}
