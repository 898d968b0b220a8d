"""One pass over some texts for the literals of all rules together."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final, TypeAlias

from copylint.checks.model import Starts
from copylint.engine.requirement import Requirement, Way
from copylint.engine.shadow import hides_letters, shadow
from copylint.values import dataclass

Hit: TypeAlias = tuple[int, int, int]
"""A literal's number, and `[start, end)` of where it stands."""

_Places: TypeAlias = defaultdict[str, defaultdict[int, dict[int, list[int]]]]
_CHARACTERS_AT_A_TIME: Final = 65_536
"""The hits in many short texts together cost less, those in a whole archive at once too much memory."""


@dataclass(frozen=True)
class Found:
    """Which rules' literals stand in which of some texts, and where."""

    literals: Sequence[set[str]]
    """Of each text those that stand in it."""
    places: Mapping[str, Mapping[int, Mapping[int, Sequence[int]]]]
    """By the rules' ids, the numbers of their ways and the texts' numbers: where a literal of the trigger begins."""
    hidden: frozenset[int]
    """The texts whose shadow doesn't tell all: any rule may match there."""

    def of(self, rule: str, requirement: Requirement) -> Iterable[tuple[int, Starts | None]]:
        """The numbers of the texts in which the rule may match, rising, and where it can begin to."""
        if requirement.is_met_everywhere:
            return ((number, None) for number in range(len(self.literals)))
        found: dict[int, Sequence[int] | None] = dict.fromkeys(self.hidden)
        for number, places in self.places.get(rule, {}).items():
            way = requirement.ways[number]
            for text, in_text in places.items():
                self._add(found, text, way, in_text)
        for way in requirement.untriggered:
            for text in range(len(self.literals)):
                self._add(found, text, way, ())
        timed = requirement.timed
        return ((text, None if offsets is None else Starts(offsets, timed)) for text, offsets in sorted(found.items()))

    def _add(self, found: dict[int, Sequence[int] | None], text: int, way: Way, places: Sequence[int]) -> None:
        """Notes where a match can begin in the text, if the way is open there."""
        if any(other.isdisjoint(self.literals[text]) for other in way.others):
            return
        offsets = way.starts(places)
        found[text] = _merged(found[text], offsets) if text in found else offsets


def _merged(offsets: Sequence[int] | None, others: Sequence[int] | None) -> Sequence[int] | None:
    return None if offsets is None or others is None else sorted({*offsets, *others})


class LiteralFinder:
    def __init__(self, requirements: Iterable[tuple[str, Requirement]]) -> None:
        """`requirements` by the rules' ids."""
        triggered: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for rule, requirement in requirements:
            for number, way in enumerate(requirement.ways):
                for literal in way.literals:
                    rules = triggered[literal]
                    if way.trigger and literal in way.trigger.literals:
                        rules.append((rule, number))
        self._triggered = tuple(triggered.items())
        self._hits = _finder([literal.encode("ascii") for literal in triggered])

    def find(self, texts: Sequence[str]) -> Found:
        literals: list[set[str]] = [set() for _ in texts]
        places: _Places = defaultdict(lambda: defaultdict(dict))
        for first, last in _batches(texts):
            self._find_in(texts[first:last], first, literals, places)
        hidden = frozenset(number for number, text in enumerate(texts) if hides_letters(text))
        return Found(literals, places, hidden)

    def _find_in(
        self,
        texts: Sequence[str],
        first: int,
        literals: list[set[str]],
        places: _Places,
    ) -> None:
        """Looks through texts side by side; they are numbered from `first` on."""
        begins = [0, *accumulate(len(text) + 1 for text in texts)]
        number, begin, limit = -1, 0, 0
        for index, start, end in self._hits(shadow("\n".join(texts))):
            if end > limit:
                number = bisect_right(begins, end - 1) - 1
                begin, limit = begins[number], begins[number + 1] - 1
            if start < begin or end > limit:  # across a border
                continue
            literal, rules = self._triggered[index]
            literals[first + number].add(literal)
            for rule, way in rules:
                in_text = places[rule][way].setdefault(first + number, [])
                in_text.append(start - begin)


def _batches(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Stretches of the sequence, each of about the size that is looked through in one go."""
    first, size = 0, 0
    for number, text in enumerate(texts):
        size += len(text)
        if size >= _CHARACTERS_AT_A_TIME:
            yield first, number + 1
            first, size = number + 1, 0
    if first < len(texts):
        yield first, len(texts)


def _finder(literals: Sequence[bytes]) -> Callable[[bytes], Iterable[Hit]]:
    """What finds each place of each literal in a shadow, in the order of their ends."""
    if not literals:
        return lambda _: ()
    try:
        from ahocorasick_rs import BytesAhoCorasick  # noqa: PLC0415 - where there is no wheel for it, the next lines do
    except ImportError:
        return lambda text: _plain_hits(literals, text)
    automaton = BytesAhoCorasick(literals)
    return lambda text: automaton.find_matches_as_indexes(text, overlapping=True)


def _plain_hits(literals: Sequence[bytes], text: bytes) -> list[Hit]:
    hits = [
        (number, found, found + len(literal))
        for number, literal in enumerate(literals)
        for found in _places(literal, text)
    ]
    return sorted(hits, key=lambda hit: hit[2])


def _places(literal: bytes, text: bytes) -> Iterator[int]:
    found = text.find(literal)
    while found >= 0:
        yield found
        found = text.find(literal, found + 1)
