"""What a text must hold for a pattern to match in it, read off the pattern's tree: literals, and how far from the
match's start they stand.

The answer may ask for less than it could and must never ask for more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Final

from copylint.checks.model import Needs
from copylint.engine.pattern_tree import Beside, Characters, Choice, Node, Repeat, Row, pattern_tree

_COMBINED_AT_MOST: Final = 64
"""Texts that one stretch of a pattern is multiplied out to."""
_ALTERNATIVES_AT_MOST: Final = 2_000
"""More alternatives than that are not worth looking for."""
_COPIES_AT_MOST: Final = 4
"""Of a repeated part, written out one after the other."""

_FREQUENCY: Final = {
    " ": 0.17, "e": 0.1, "t": 0.075, "a": 0.07, "o": 0.063, "n": 0.06, "i": 0.06, "s": 0.055, "r": 0.052, "h": 0.042,
    "l": 0.035, "d": 0.033, "c": 0.025, "u": 0.023, "m": 0.02, "f": 0.018, "p": 0.018, "g": 0.017, "w": 0.015,
    "y": 0.014, "b": 0.013, ".": 0.011, ",": 0.01, "v": 0.009, "k": 0.007, "-": 0.004, "'": 0.004, "?": 0.006,
    '"': 0.004,
}  # fmt: skip
"""How often a character stands in wire copy: measured on the English stories of the corpus, for a rough order."""
_ELSE: Final = 0.003
_PRICE: Final = 2e-6
"""What one more literal costs beside being found, in the same measure."""
_TELLS_BELOW: Final = 0.007
"""Found more often than that, it stands in every second paragraph and tells nothing."""
_STARTS_BELOW: Final = 0.05
"""With more places to try than that, the pattern's own search is as quick."""
_SPREAD_AT_MOST: Final = 24
_OTHERS_AT_MOST: Final = 2


@dataclass(frozen=True)
class Need:
    """One of these literals stands in every match, that far from its start."""

    literals: frozenset[str]
    """As `shadow` writes them."""
    least: int = 0
    """Characters between the match's start and the literal's."""
    most: int | None = None
    """None: without limit."""

    @property
    def rate(self) -> float:
        """How often they are found, in a character of ordinary copy."""
        return sum(prod(_FREQUENCY.get(char, _ELSE) for char in literal) + _PRICE for literal in self.literals)

    @property
    def tells(self) -> bool:
        """Whether looking for them spares work."""
        return self.rate < _TELLS_BELOW or self.gives_starts

    @property
    def gives_starts(self) -> bool:
        """Whether they leave so few places where a match can begin that each of them is worth a try."""
        if self.most is None or self.most - self.least > _SPREAD_AT_MOST:
            return False
        return self.rate * (self.most - self.least + 1) < _STARTS_BELOW

    def starts(self, places: Sequence[int]) -> list[int]:
        """Where a match can begin in a text in which the literals stand at these places; see `gives_starts`."""
        if self.most == self.least:
            return sorted({place - self.least for place in places if place >= self.least})
        reach = range(self.least, (self.most or 0) + 1)
        return sorted({place - distance for place in places for distance in reach if place >= distance})

    def moved(self, least: int, most: int | None) -> Need:
        return Need(self.literals, self.least + least, _sum(self.most, most))


def needs_of(pattern: str) -> tuple[Need, ...]:
    """What each match of the pattern holds; nothing where its notation isn't known."""
    try:
        found = _known(pattern_tree(pattern))
    except (ValueError, RecursionError):
        return ()
    # Behind `\\K` the match begins anew, so that no distance from its start is known.
    return _anywhere(found) if r"\K" in pattern else found.all_needs()


@dataclass(frozen=True)
class Requirement:
    """What of a check's needs is worth looking for in every text."""

    trigger: Need | None = None
    """The check runs only where one of its literals stands; None: everywhere."""
    others: tuple[frozenset[str], ...] = ()
    """And only where one of each of these stands, too."""
    words: frozenset[str] | None = None
    """And only in a story that has one of these words."""
    gives_starts: bool = False
    """Whether a match begins only near the trigger."""

    @property
    def literals(self) -> frozenset[str]:
        return frozenset().union(*self.others, self.trigger.literals if self.trigger else ())


def requirement(needs: Needs) -> Requirement:
    stated = [Need(literals) for literals in needs.literals]
    every = [need for need in (*stated, *_needs_of_any(needs.patterns)) if need.tells]
    if not every:
        return Requirement(words=needs.words)
    every.sort(key=lambda need: (not need.gives_starts, need.rate, sorted(need.literals)))
    trigger, *others = every
    telling = sorted((need for need in others if need.rate < _TELLS_BELOW), key=lambda need: need.rate)
    return Requirement(
        trigger, tuple(need.literals for need in telling[:_OTHERS_AT_MOST]), needs.words, trigger.gives_starts
    )


def _needs_of_any(patterns: Sequence[str]) -> tuple[Need, ...]:
    """What each match of any of them needs."""
    needs = [needs_of(pattern) for pattern in patterns]
    return needs[0] if len(needs) == 1 else either(needs)


@dataclass(frozen=True)
class _Known:
    """What is known of the texts that a part of a pattern matches."""

    least: int = 0
    most: int | None = 0
    """How many characters they have."""
    texts: frozenset[str] | None = None
    """All of them, where they are few."""
    needs: tuple[Need, ...] = ()
    """What else stands in them, or beside them."""

    def all_needs(self) -> tuple[Need, ...]:
        return self.needs if self.texts is None else (*self.needs, *_need(self.texts, 0, 0))


def _known(node: Node) -> _Known:
    if isinstance(node, Characters):
        return _Known(1, 1, node.members)
    if isinstance(node, Choice):
        return _known_choice([_known(branch) for branch in node.branches])
    if isinstance(node, Repeat) and not node.least:
        return _known_repeat(node)
    if isinstance(node, Beside):
        return _Known(texts=_EMPTY, needs=_anywhere(_known(node.part)))
    return _known_sequence([_known(part) for part in _spelled_out(node)])


def _spelled_out(node: Node) -> Iterator[Node]:
    """A sequence's parts one by one, what is repeated as often as it must be: `o+` is `o` and `o*`."""
    if isinstance(node, Row):
        for part in node.parts:
            yield from _spelled_out(part)
    elif isinstance(node, Repeat) and node.least:
        copies = min(node.least, _COPIES_AT_MOST)
        for _ in range(copies):
            yield from _spelled_out(node.part)
        if node.most is None or node.most > copies:
            yield Repeat(node.part, 0, node.most and node.most - copies)
    else:
        yield node


def _known_choice(branches: Sequence[_Known]) -> _Known:
    least, most = min(each.least for each in branches), _greatest(each.most for each in branches)
    known = [each.texts for each in branches if each.texts is not None]
    texts = frozenset().union(*known)
    if len(known) < len(branches) or len(texts) > _ALTERNATIVES_AT_MOST:
        return _Known(least, most, needs=either(each.all_needs() for each in branches))
    return _Known(least, most, texts, either(each.needs for each in branches))


def either(choices: Iterable[Sequence[Need]]) -> tuple[Need, ...]:
    """The one need of what is any of several: the rarest of each. None where one of them needs nothing."""
    every = list(choices)
    rarest = [min(needs, key=lambda need: need.rate) for needs in every if needs]
    literals = frozenset(literal for need in rarest for literal in need.literals)
    if len(rarest) < len(every) or not 0 < len(literals) <= _ALTERNATIVES_AT_MOST:
        return ()
    return (Need(literals, min(need.least for need in rarest), _greatest(need.most for need in rarest)),)


def _known_repeat(node: Repeat) -> _Known:
    """Of what need not stand there: all its texts where it may stand once, and else only its length."""
    part = _known(node.part)
    if node.most == 1 and part.texts is not None:
        return _Known(0, part.most, part.texts | _EMPTY)
    return _Known(0, None if node.most is None or part.most is None else part.most * node.most)


def _known_sequence(parts: Sequence[_Known]) -> _Known:
    """Neighbours whose texts are few are multiplied out, as far as they stay few: `[ck]ol+s?` begins with two."""
    needs: list[Need] = []
    run, before_run = _EMPTY, _START
    here = _START
    for part in parts:
        behind = _Known(here.least + part.least, _sum(here.most, part.most))
        needs += [need.moved(here.least, here.most) for need in part.needs]
        joined = _joined(run, part.texts)
        if joined is None:
            needs += _need(run, before_run.least, before_run.most)
            joined, before_run = (_EMPTY, behind) if part.texts is None else (part.texts, here)
        run, here = joined, behind
    if before_run is _START:
        return _Known(here.least, here.most, run, tuple(needs))
    return _Known(here.least, here.most, needs=(*needs, *_need(run, before_run.least, before_run.most)))


def _joined(texts: frozenset[str], others: frozenset[str] | None) -> frozenset[str] | None:
    """Each of the texts followed by each of the others; None where those are too many."""
    if others is None:
        return None
    most = _ALTERNATIVES_AT_MOST if min(len(texts), len(others)) == 1 else _COMBINED_AT_MOST
    if len(texts) * len(others) > most:
        return None
    return frozenset(first + second for first, second in product(texts, others))


def _need(texts: frozenset[str], least: int, most: int | None) -> tuple[Need, ...]:
    """That one of the texts stands there; a text that begins with another one is found with it."""
    if "" in texts:
        return ()
    kept = frozenset(text for text in texts if not any(text[:end] in texts for end in range(1, len(text))))
    return (Need(kept, least, most),)


def _anywhere(known: _Known) -> tuple[Need, ...]:
    """What stands in the text, without saying where."""
    return tuple(Need(need.literals) for need in known.all_needs())


def _sum(*lengths: int | None) -> int | None:
    known = [length for length in lengths if length is not None]
    return sum(known) if len(known) == len(lengths) else None


def _greatest(lengths: Iterable[int | None]) -> int | None:
    every = list(lengths)
    known = [length for length in every if length is not None]
    return max(known) if len(known) == len(every) else None


_EMPTY: Final = frozenset(("",))
_START: Final = _Known(texts=_EMPTY)
