"""Which segments of a document its rules see."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import field
from functools import cached_property
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
            numbers = (number for segments in self._alike if rule.sees(segments[0][1]) for number, _ in segments)
            self._seen[key] = {number: self.document.segments[number] for number in sorted(numbers)}
        return self._seen[key]

    @cached_property
    def _alike(self) -> Collection[Sequence[tuple[int, Segment]]]:
        """The document's segments by part and language, with their numbers."""
        alike: dict[tuple[Part, str], list[tuple[int, Segment]]] = {}
        for number, segment in enumerate(self.document.segments):
            alike.setdefault((segment.part, segment.language), []).append((number, segment))
        return alike.values()
