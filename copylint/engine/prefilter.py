"""Which rules can match at all in a text: the one place where a faster engine differs from the plain scan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from copylint.document.model import Document
from copylint.engine.compiled import CompiledRule
from copylint.engine.literals import hides_letters, shadow


class Sieve(Protocol):
    """What can match in the stories of one source; it may let anything through, and holds back nothing that matches."""

    @property
    def rules(self) -> Iterable[CompiledRule]: ...
    def lets_through(self, rule: CompiledRule, text: str) -> bool:
        """Whether the rule may find something in this text of theirs, a segment's or a line's."""
        ...


class Prefilter(Protocol):
    def sieve(self, documents: Sequence[Document]) -> Sieve: ...


@dataclass(frozen=True)
class EveryRule:
    """The plain rule-by-rule scan: the reference that any faster prefilter must agree with."""

    rules: Sequence[CompiledRule]

    def sieve(self, documents: Sequence[Document]) -> Sieve:  # noqa: ARG002 - the reference looks at nothing
        return self

    def lets_through(self, rule: CompiledRule, text: str) -> bool:  # noqa: ARG002 - as above
        return True


class NeededLiterals:
    """Leaves out rules where none of their literals stands, found in one pass for all rules together."""

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        self._rules = rules
        self._find = _finder(sorted({literal for rule in rules for literal in rule.needs or ()}))

    def sieve(self, documents: Sequence[Document]) -> Sieve:
        return _LiteralSieve(self._rules, self._find, documents)


@dataclass
class _LiteralSieve:
    """Remembers which literals stand in which text."""

    _rules: Sequence[CompiledRule]
    _find: Callable[[bytes], frozenset[str]]
    _documents: Sequence[Document]
    _found: dict[str, frozenset[str] | None] = field(default_factory=dict)

    @property
    def rules(self) -> Iterator[CompiledRule]:
        texts = list(_texts(self._documents))
        if any(map(hides_letters, texts)):
            yield from self._rules
            return
        found = self._find(b"\n".join(map(shadow, texts)))
        yield from (rule for rule in self._rules if rule.needs is None or not found.isdisjoint(rule.needs))

    def lets_through(self, rule: CompiledRule, text: str) -> bool:
        if rule.needs is None:
            return True
        if text not in self._found:
            self._found[text] = None if hides_letters(text) else self._find(shadow(text))
        found = self._found[text]
        return found is None or not found.isdisjoint(rule.needs)


def _texts(documents: Sequence[Document]) -> Iterator[str]:
    """Everything that a rule may look at."""
    for document in documents:
        yield from (stretch.text for stretch in document.plain)
        yield from (segment.text for segment in document.segments)


def _finder(literals: Sequence[str]) -> Callable[[bytes], frozenset[str]]:
    """Says which of the literals stand in a shadow."""
    if not literals:
        return lambda _: frozenset()
    patterns = [literal.encode("ascii") for literal in literals]
    try:
        from ahocorasick_rs import BytesAhoCorasick  # noqa: PLC0415 - where there is no wheel for it, the next lines do
    except ImportError:
        pairs = list(zip(literals, patterns, strict=True))
        return lambda text: frozenset(literal for literal, pattern in pairs if pattern in text)
    automaton = BytesAhoCorasick(patterns)
    return lambda text: frozenset(
        literals[found[0]] for found in automaton.find_matches_as_indexes(text, overlapping=True)
    )
