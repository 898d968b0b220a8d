"""What a text must hold for a pattern to match in it, read off the pattern's tree: literals, and how far from the
match's start they stand.

The answer may ask for less than it could and must never ask for more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import product
from math import fsum, prod
from typing import Final

from copylint.engine.pattern_tree import Beside, Characters, Choice, Node, Repeat, Row, TextStart
from copylint.values import dataclass

_COMBINED_AT_MOST: Final = 64
"""Texts that one stretch of a pattern is multiplied out to."""
_ALTERNATIVES_AT_MOST: Final = 2_000
"""More alternatives than that are not worth looking for."""
_COPIES_AT_MOST: Final = 4
"""Of a repeated part, written out one after the other."""

_FREQUENCY: Final = {
    " ": 0.2, "e": 0.1, "t": 0.07, "a": 0.07, "o": 0.06, "i": 0.06, "n": 0.06, "s": 0.05, "r": 0.05, "h": 0.03,
    "l": 0.03, "d": 0.03, "c": 0.03, "u": 0.02, "m": 0.02, "p": 0.02, "f": 0.02, "g": 0.02, "w": 0.01, "y": 0.01,
    "b": 0.01, "v": 0.009, ".": 0.009, ",": 0.008, "k": 0.006, "-": 0.004, '"': 0.004, "?": 0.004, "'": 0.003,
    "0": 0.003, "x": 0.002, "1": 0.002, "j": 0.002, ":": 0.001, "2": 0.002, "z": 0.001, "q": 0.001, "8": 0.0008,
    ")": 0.0015, "(": 0.0015, "9": 0.0007, "5": 0.0007, "3": 0.0007, "4": 0.0007, "6": 0.0006, "7": 0.0006,
    "/": 0.0006, "$": 0.0005, ";": 0.0002, "|": 0.0002, "!": 0.0002, "_": 0.0001, "*": 0.0001, "%": 0.0001,
    "&": 0.0001, "=": 0.00005, "@": 0.00005, "#": 0.00005,
}  # fmt: skip
"""How often a character stands in copy: measured on English stories of the corpus, of its marks the folder with the
most; for a rough order."""
_ELSE: Final = 0.00002
_COMMON: Final = {
    "the": 9e-3, "of": 4e-3, "to": 5e-3, "in": 5e-3, "and": 3e-3, "said": 2e-3, "at": 2e-3, "for": 2e-3, "by": 1e-3,
    "a": 7e-3, "with": 8e-4, "from": 8e-4, "one": 8e-4, "day": 9e-4, "year": 9e-4, "end": 8e-4, "age": 9e-4,
    "man": 9e-4,
    "men": 1e-3, "mar": 1e-3, "share": 9e-4, "more": 5e-4, "percent": 2e-3, "cent": 2e-3, "all": 1e-3, "ed": 8e-3,
    "ing": 6e-3, "tion": 2e-3, "ment": 1e-3, "ers": 2e-3, "ad": 2e-3, "'s": 2e-3, "ity": 7e-4,
    "ence": 6e-4, "ance": 4e-4, "here": 5e-4, "about": 5e-4, "out": 1e-3, "app": 6e-4, "people": 4e-4, "help": 3e-4,
}  # fmt: skip
"""Likewise measured: texts that stand there more often than their characters tell."""
_PRICE: Final = 2e-6
"""What one more literal costs beside being found, in the same measure."""
_TELLS_BELOW: Final = 0.007
"""Found more often than that, it stands in every second paragraph and tells nothing."""
_STARTS_BELOW: Final = 0.05
"""With more places to try than that, the pattern's own search is as quick."""
_SPREAD_AT_MOST: Final = 24
"""Characters between the first and the last place where a match can begin beside a literal."""
_PARAGRAPH: Final = 1_000
"""Characters of a long one, as many files have them: without a line between paragraphs."""
_HIT: Final = 0.4
_TRY: Final = 1.2
_SEARCH: Final = 0.08
"""Microseconds to note a literal, to try a pattern at one place, and to search one more character with it."""


@dataclass(frozen=True)
class Need:
    """One of these literals stands in every match, that far from its start."""

    literals: frozenset[str]
    """As `shadow` writes them."""
    least: int = 0
    """Characters between the match's start and the literal's."""
    most: int | None = None
    """None: without limit."""

    @cached_property
    def rate(self) -> float:
        """How often they are found, in a character of ordinary copy."""
        return fsum(map(_rate_of, self.literals))  # exact, since a set has another order in every run

    @property
    def tells(self) -> bool:
        """Whether few paragraphs hold them."""
        return self.rate < _TELLS_BELOW

    @property
    def gives_starts(self) -> bool:
        """Whether they leave so few places where a match can begin that each of them is worth a try."""
        if self.most is None or self.most - self.least > _SPREAD_AT_MOST:
            return False
        return self.rate * (self.most - self.least + 1) < _STARTS_BELOW

    @property
    def cost(self) -> float:
        """Microseconds for a character of ordinary copy, to find them and to look for the match there: for an order."""
        if self.gives_starts:
            return self.rate * (_HIT + _TRY * ((self.most or 0) - self.least + 1))
        in_paragraph = min(self.rate * _PARAGRAPH, 1.0)
        return self.rate * _HIT + in_paragraph * _SEARCH

    def moved(self, least: int, most: int | None) -> Need:
        return Need(self.literals, self.least + least, _sum(self.most, most))


def _rate_of(literal: str) -> float:
    by_characters = prod(_FREQUENCY.get(char, _ELSE) for char in literal)
    return max(by_characters, _COMMON.get(literal.strip(), 0.0)) + _PRICE


@dataclass(frozen=True)
class Known:
    """What is known of the texts that a part of a pattern matches."""

    least: int = 0
    most: int | None = 0
    """How many characters they have."""
    texts: frozenset[str] | None = None
    """All of them, where they are few."""
    needs: tuple[Need, ...] = ()
    """What else stands in them, or beside them."""
    at_start: bool = False
    """Whether they begin the whole text."""

    def all_needs(self) -> tuple[Need, ...]:
        return self.needs if self.texts is None else (*self.needs, *_need(self.texts, 0, 0))


def known(node: Node) -> Known:
    """What is known of a pattern, or of a part of it."""
    if isinstance(node, Characters):
        return Known(1, 1, node.members)
    if isinstance(node, Choice):
        return _known_choice([known(branch) for branch in node.branches])
    if isinstance(node, Repeat) and not node.least:
        return _known_repeat(node)
    if isinstance(node, Beside):
        return Known(texts=_EMPTY, needs=_anywhere(known(node.part).all_needs()))
    if isinstance(node, TextStart):
        return Known(texts=_EMPTY, at_start=True)
    return _known_sequence([known(part) for part in _spelled_out(node)])


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


def branches(node: Node) -> list[Node]:
    """The patterns of which one must match where the whole one does: few, and each with needs of its own."""
    parts = (node,) if not isinstance(node, Row) else node.parts
    for index, part in enumerate(parts):
        if isinstance(part, Choice) and known(part).texts is None:
            inner = [each for branch in part.branches for each in branches(branch)]
            return [Row((*parts[:index], each, *parts[index + 1 :])) for each in inner]
    return [node]


def _known_choice(branches: Sequence[Known]) -> Known:
    least, most = min(each.least for each in branches), _greatest(each.most for each in branches)
    at_start = all(each.at_start for each in branches)
    lists = [each.texts for each in branches if each.texts is not None]
    texts = frozenset().union(*lists)
    if len(lists) < len(branches) or len(texts) > _ALTERNATIVES_AT_MOST:
        return Known(least, most, None, _either(each.all_needs() for each in branches), at_start)
    return Known(least, most, texts, _either(each.needs for each in branches), at_start)


def _either(choices: Iterable[Sequence[Need]]) -> tuple[Need, ...]:
    """The one need of what is any of several: the rarest of each. None where one of them needs nothing."""
    every = list(choices)
    rarest = [min(needs, key=lambda need: need.rate) for needs in every if needs]
    literals = _fewest(frozenset(literal for need in rarest for literal in need.literals))
    if len(rarest) < len(every) or not 0 < len(literals) <= _ALTERNATIVES_AT_MOST:
        return ()
    return (Need(literals, min(need.least for need in rarest), _greatest(need.most for need in rarest)),)


def _known_repeat(node: Repeat) -> Known:
    """Of what need not stand there: all its texts where it may stand once, and else only its length."""
    part = known(node.part)
    if node.most == 1 and part.texts is not None:
        return Known(0, part.most, part.texts | _EMPTY)
    return Known(0, None if node.most is None or part.most is None else part.most * node.most)


def _known_sequence(parts: Sequence[Known]) -> Known:
    """Neighbours whose texts are few are multiplied out, as far as they stay few: `[ck]ol+s?` begins with two."""
    needs: list[Need] = []
    run, before_run = _EMPTY, _START
    here = _START
    at_start = False
    for part in parts:
        at_start = at_start or (part.at_start and here.most == 0)
        behind = Known(here.least + part.least, _sum(here.most, part.most))
        needs += [need.moved(here.least, here.most) for need in part.needs]
        joined = _joined(run, part.texts)
        if joined is None:
            needs += _need(run, before_run.least, before_run.most)
            joined, before_run = (_EMPTY, behind) if part.texts is None else (part.texts, here)
        run, here = joined, behind
    if before_run is _START:
        return Known(here.least, here.most, run, tuple(needs), at_start)
    needs += _need(run, before_run.least, before_run.most)
    return Known(here.least, here.most, None, tuple(needs), at_start)


def _joined(texts: frozenset[str], others: frozenset[str] | None) -> frozenset[str] | None:
    """Each of the texts followed by each of the others; None where those are too many."""
    if others is None:
        return None
    most = _ALTERNATIVES_AT_MOST if min(len(texts), len(others)) == 1 else _COMBINED_AT_MOST
    if len(texts) * len(others) > most:
        return None
    return frozenset(first + second for first, second in product(texts, others))


def _need(texts: frozenset[str], least: int, most: int | None) -> tuple[Need, ...]:
    """That one of the texts stands there."""
    return () if "" in texts else (Need(_fewest(texts), least, most),)


def _fewest(texts: frozenset[str]) -> frozenset[str]:
    """Those that are enough to find each of them: one that begins with another is found with it."""
    return frozenset(text for text in texts if not any(text[:end] in texts for end in range(1, len(text))))


def _anywhere(needs: Iterable[Need]) -> tuple[Need, ...]:
    """What stands in the text, without saying where."""
    return tuple(Need(need.literals) for need in needs)


def _sum(*lengths: int | None) -> int | None:
    known = [length for length in lengths if length is not None]
    return sum(known) if len(known) == len(lengths) else None


def _greatest(lengths: Iterable[int | None]) -> int | None:
    every = list(lengths)
    known = [length for length in every if length is not None]
    return max(known) if len(known) == len(every) else None


_EMPTY: Final = frozenset(("",))
_START: Final = Known(texts=_EMPTY)
