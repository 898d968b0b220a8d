"""What of a check's needs is worth looking for in every text before the check runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from copylint.checks.model import Needs
from copylint.engine.literals import Need, anywhere, branches, known
from copylint.engine.pattern_tree import loops, pattern_tree

_LOOPS_AT_MOST: Final = 2
_WAYS_AT_MOST: Final = 32
_OTHERS_AT_MOST: Final = 2
_OTHERS_BELOW: Final = 1e-3
"""What is found more often than that, in a character of copy, isn't worth noting beside a trigger."""
_TEXT_START: Final = (0,)


@dataclass(frozen=True)
class Way:
    """One way in which a check can come to find something: by one branch of its pattern."""

    trigger: Need | None = None
    """It is open where one of its literals stands; None: everywhere."""
    others: tuple[frozenset[str], ...] = ()
    """And only where one of each of these stands, too."""
    begins: Literal["anywhere", "at-trigger", "at-start"] = "anywhere"
    """Where a match can begin: near the trigger, or only where the text does."""

    @property
    def is_open_everywhere(self) -> bool:
        return self.trigger is None and self.begins == "anywhere"

    @property
    def literals(self) -> frozenset[str]:
        return frozenset().union(*self.others, self.trigger.literals if self.trigger else ())

    def starts(self, places: Sequence[int]) -> Sequence[int] | None:
        """Where a match can begin in a text where the trigger's literals stand at these places; None: anywhere."""
        if self.begins == "at-start":
            return _TEXT_START
        return self.trigger.starts(places) if self.trigger and self.begins == "at-trigger" else None


@dataclass(frozen=True)
class Requirement:
    ways: tuple[Way, ...]
    """One of them must be open."""
    words: frozenset[str] | None = None
    """And one of these words must stand in the story; None: no word is needed."""
    timed: bool = True
    """Whether one try to match can take long."""

    @property
    def is_met_everywhere(self) -> bool:
        return any(way.is_open_everywhere for way in self.ways)


def requirement(needs: Needs) -> Requirement:
    stated = [Need(literals) for literals in needs.literals]
    ways = (
        [_way(stated)] if not needs.patterns else [way for pattern in needs.patterns for way in _ways(pattern, stated)]
    )
    blank = [way for way in ways if way.is_open_everywhere]
    return Requirement(tuple(blank[:1] or ways), needs.words, any(map(_can_take_long, needs.patterns)))


def _can_take_long(pattern: str) -> bool:
    try:
        return loops(pattern_tree(pattern)) > _LOOPS_AT_MOST
    except (ValueError, RecursionError):
        return True


def _ways(pattern: str, stated: Sequence[Need]) -> list[Way]:
    try:
        tree = pattern_tree(pattern)
        found = [known(branch) for branch in branches(tree)]
        found = found if len(found) <= _WAYS_AT_MOST else [known(tree)]
    except (ValueError, RecursionError):  # a notation that isn't read
        return [_way(stated)]
    # Behind `\K` the match begins anew, so that no distance from its start is known.
    begins_anew = r"\K" in pattern
    needs = [anywhere(each.all_needs()) if begins_anew else each.all_needs() for each in found]
    # Where nothing is matched, the next match may begin at the same place.
    return [
        _way((*stated, *each), at_start=branch.at_start and branch.least > 0)
        for branch, each in zip(found, needs, strict=True)
    ]


def _way(needs: Iterable[Need], *, at_start: bool = False) -> Way:
    every = list(needs)
    telling = sorted((need for need in every if need.tells), key=lambda need: (need.rate, sorted(need.literals)))
    if at_start:
        trigger, others = (telling[0], telling[1:]) if telling else (None, [])
        return Way(trigger, _literals(others), "at-start")
    worth = [need for need in every if need.tells or need.gives_starts]
    if not worth:
        return Way()
    trigger = min(worth, key=lambda need: (need.cost, sorted(need.literals)))
    others = [need for need in telling if need is not trigger]
    return Way(trigger, _literals(others), "at-trigger" if trigger.gives_starts else "anywhere")


def _literals(needs: Iterable[Need]) -> tuple[frozenset[str], ...]:
    return tuple(need.literals for need in needs if need.rate < _OTHERS_BELOW)[:_OTHERS_AT_MOST]
