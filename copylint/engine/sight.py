"""Which segments of a document its rules see."""

from __future__ import annotations

from dataclasses import field
from typing import TypeAlias

from copylint.document.model import Document, Part, Segment
from copylint.engine.compiled import CompiledRule
from copylint.values import dataclass

_Key: TypeAlias = tuple[tuple[Part, ...] | None, tuple[str, ...]]


@dataclass(frozen=True)
class Sight:
    """Remembers it, since most rules have the scope and the languages of many others."""

    document: Document
    _seen: dict[_Key, dict[int, Segment]] = field(default_factory=dict)

    def of(self, rule: CompiledRule) -> dict[int, Segment]:
        """The segments in the rule's languages and scope, by their numbers in the document."""
        key = (rule.rule.scope, rule.rule.languages)
        if key not in self._seen:
            self._seen[key] = {
                number: segment for number, segment in enumerate(self.document.segments) if rule.sees(segment)
            }
        return self._seen[key]
