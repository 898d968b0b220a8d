"""One pass over some texts for the literals of all rules together."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final, TypeAlias

from copylint.checks.model import Starts
from copylint.engine.requirement import Requirement, Way
from copylint.engine.shadow import hides_letters, shadow
from copylint.values import dataclass

Hit: TypeAlias = tuple[int, int, int]
"""A literal's number, and `[start, end)` of where it stands."""

Triggered: TypeAlias = dict[str, list[tuple[str, int]]]
"""For each literal the rules, by their ids, and the numbers of their ways that it opens; it may be needed by others."""

_CHARACTERS_AT_A_TIME: Final = 65_536
"""The hits in many short texts together cost less, those in a whole archive at once too much memory."""
_LONG: Final = 1_000_000
"""Characters; the places in longer copy are kept in arrays, which take a quarter of the memory."""


@dataclass(frozen=True)
class Found:
    """Which literals stand in some texts, and which rules they may be of."""

    begins: Sequence[int]
    """Where each text begins if they stand in a row with one character between them, and where the next one would."""
    places: Mapping[str, Sequence[int]]
    """Where each literal that was found begins in that row, rising."""
    opened: Mapping[str, Mapping[int, Sequence[str]]]
    """By the rules' ids and the numbers of their ways: the literals of the trigger that were found."""
    hidden: frozenset[int]
    """The texts whose shadow doesn't tell all: any rule may match there."""

    def of(self, rule: str, requirement: Requirement) -> Iterable[tuple[int, Starts | None]]:
        """The numbers of the texts in which the rule may match, rising, and where it can begin to."""
        texts = range(len(self.begins) - 1)
        if requirement.is_met_everywhere:
            return ((text, None) for text in texts)
        found: dict[int, Sequence[int] | None] = dict.fromkeys(self.hidden)
        for number, literals in self.opened.get(rule, {}).items():
            self._add(found, requirement.ways[number], self._by_text(literals))
        for way in requirement.untriggered:
            self._add(found, way, ((text, ()) for text in texts))
        timed = requirement.timed
        return ((text, None if offsets is None else Starts(offsets, timed)) for text, offsets in sorted(found.items()))

    def _add(
        self, found: dict[int, Sequence[int] | None], way: Way, places: Iterable[tuple[int, Sequence[int]]]
    ) -> None:
        """Notes where a match can begin in those of the texts in which the way is open."""
        others = [[literal for literal in other if literal in self.places] for other in way.others]
        for text, in_text in places:
            if all(any(self._stands_in(literal, text) for literal in other) for other in others):
                offsets = way.starts(in_text)
                found[text] = _merged(found[text], offsets) if text in found else offsets

    def _by_text(self, literals: Sequence[str]) -> Iterator[tuple[int, Sequence[int]]]:
        """The texts in which any of them stands, and where in the text."""
        if len(literals) == 1:
            places = self.places[literals[0]]
        else:
            places = sorted(place for literal in literals for place in self.places[literal])
        at = 0
        while at < len(places):
            text = bisect_right(self.begins, places[at]) - 1
            begin, end = self.begins[text], self.begins[text + 1]
            last = bisect_left(places, end, at)
            yield text, [place - begin for place in places[at:last]]
            at = last

    def _stands_in(self, literal: str, text: int) -> bool:
        places = self.places[literal]
        at = bisect_left(places, self.begins[text])
        return at < len(places) and places[at] < self.begins[text + 1]


def _merged(offsets: Sequence[int] | None, others: Sequence[int] | None) -> Sequence[int] | None:
    return None if offsets is None or others is None else sorted({*offsets, *others})


def triggered_by(requirements: Iterable[tuple[str, Requirement]]) -> Triggered:
    """What the literals trigger that the rules require, given by their ids."""
    triggered: Triggered = {}
    for rule, requirement in requirements:
        for number, way in enumerate(requirement.ways):
            for literal in way.literals:
                ways = triggered.setdefault(literal, [])
                if way.trigger and literal in way.trigger.literals:
                    ways.append((rule, number))
    return triggered


class LiteralFinder:
    def __init__(self, triggered: Triggered) -> None:
        self._triggered = tuple(triggered.items())
        self._hits = _finder([literal.encode("ascii") for literal in triggered])

    def find(self, texts: Sequence[str]) -> Found:
        begins = [0, *accumulate(len(text) + 1 for text in texts)]
        places: dict[int, list[int] | array[int]] = {}
        for first, last in _batches(texts):
            base = begins[first]
            for number, start, _ in self._hits(shadow("\n".join(texts[first:last]))):
                if number not in places:
                    places[number] = array("Q") if begins[-1] > _LONG else []
                places[number].append(base + start)
        opened: dict[str, dict[int, list[str]]] = {}
        for number in places:
            literal, ways = self._triggered[number]
            for rule, way in ways:
                opened.setdefault(rule, {}).setdefault(way, []).append(literal)
        hidden = frozenset(number for number, text in enumerate(texts) if hides_letters(text))
        by_literal = {self._triggered[number][0]: where for number, where in places.items()}
        return Found(begins, by_literal, opened, hidden)


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
