"""What `pack:` says: a pack's name, its word lists, and the defaults of its rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from copylint.document.model import Part
from copylint.errors import Problem
from copylint.ruleset import schema
from copylint.ruleset.model import Quotations
from copylint.ruleset.validation import Reader
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
        lists = {name: tuple(words) for name, words in (values.get("lists") or {}).items()}
        if reader.problems:
            # The lists stay known, so that no rule that uses one is blamed for a fault elsewhere in the block.
            return replace(self, lists={**self.lists, **lists}), reader.problems
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
