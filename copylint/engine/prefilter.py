"""Which rules can match at all in a source: the one place where a faster engine differs from the plain scan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from copylint.document.model import Document
from copylint.engine.compiled import CompiledRule
from copylint.engine.literals import hides_letters, shadow


class Prefilter(Protocol):
    """Leaves out rules that cannot match; it may let any rule pass, and must never leave out one that would match."""

    def candidates(self, documents: Sequence[Document]) -> Iterable[CompiledRule]: ...


class EveryRule:
    """The plain rule-by-rule scan: the reference that any faster prefilter must agree with."""

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        self._rules = tuple(rules)

    def candidates(self, documents: Sequence[Document]) -> Iterable[CompiledRule]:  # noqa: ARG002 - the reference looks at nothing
        return self._rules


class NeededLiterals:
    """Leaves out rules none of whose literals stands in any story, found in one pass for all rules together."""

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        self._rules = tuple(rules)
        users: dict[str, list[int]] = defaultdict(list)
        for index, rule in enumerate(self._rules):
            for literal in rule.needs or ():
                users[literal].append(index)
        self._always = frozenset(index for index, rule in enumerate(self._rules) if rule.needs is None)
        self._users = tuple(users.values())
        self._find = _finder([literal.encode("ascii") for literal in users])

    def candidates(self, documents: Sequence[Document]) -> Iterator[CompiledRule]:
        texts = list(_texts(documents))
        if any(map(hides_letters, texts)):
            yield from self._rules
            return
        found = self._find(b"\n".join(map(shadow, texts)))
        wanted = self._always.union(*(self._users[literal] for literal in found))
        yield from (rule for index, rule in enumerate(self._rules) if index in wanted)


def _texts(documents: Sequence[Document]) -> Iterator[str]:
    """Everything that a rule may look at."""
    for document in documents:
        yield from (stretch.text for stretch in document.plain)
        yield from (segment.text for segment in document.segments)


def _finder(literals: Sequence[bytes]) -> Callable[[bytes], set[int]]:
    """Says which of the literals stand in a text."""
    if not literals:
        return lambda _: set()
    try:
        from ahocorasick_rs import BytesAhoCorasick  # noqa: PLC0415 - where there is no wheel for it, the next lines do
    except ImportError:
        return lambda text: {index for index, literal in enumerate(literals) if literal in text}
    automaton = BytesAhoCorasick(literals)
    return lambda text: {found[0] for found in automaton.find_matches_as_indexes(text, overlapping=True)}
