"""Which rules can match at all in a source: the one place where a faster engine differs from the plain scan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from copylint.document.model import Document
from copylint.engine.compiled import CompiledRule
from copylint.source.decode import Source


class Prefilter(Protocol):
    """Leaves out rules that cannot match; it may let any rule pass, and must never leave out one that would match."""

    def candidates(self, source: Source, documents: Sequence[Document]) -> Iterable[CompiledRule]: ...


class EveryRule:
    """The plain rule-by-rule scan: the reference that any faster prefilter must agree with."""

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        self._rules = tuple(rules)

    def candidates(self, source: Source, documents: Sequence[Document]) -> Iterable[CompiledRule]:  # noqa: ARG002 - the reference looks at nothing
        return self._rules
