"""What is worth looking for before a check runs, derived from what it needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from copylint.checks.model import Needs
from copylint.engine.literals import Known, Need, branches, known
from copylint.engine.pattern_tree import loops, pattern_tree
from copylint.engine.requirement import Begins, Requirement, Trigger, Way
from copylint.values import dataclass

_LOOPS_AT_MOST: Final = 2
"""With more repeats than that, a pattern can take long where it doesn't match."""
_WAYS_AT_MOST: Final = 32
_OTHERS_AT_MOST: Final = 2
_OTHERS_BELOW: Final = 1e-3
"""What is found more often than that, in a character of copy, isn't worth noting beside a trigger."""


def requirement(needs: Needs) -> Requirement:
    stated = [Need(literals) for literals in needs.literals]
    read = [_read(pattern) for pattern in needs.patterns]
    ways = [way for each in read for way in _ways(each, stated)] or [_way(stated)]
    blank = [way for way in ways if way.is_open_everywhere]
    return Requirement(tuple(blank[:1] or ways), needs.words, any(each is None or each.can_take_long for each in read))


@dataclass(frozen=True)
class _Pattern:
    branches: list[Known]
    """What is known of them; of the whole where they are many."""
    can_take_long: bool


def _read(pattern: str) -> _Pattern | None:
    """None where it has a notation that isn't read."""
    try:
        tree = pattern_tree(pattern)
        found = [known(branch) for branch in branches(tree)]
        return _Pattern(found if len(found) <= _WAYS_AT_MOST else [known(tree)], loops(tree) > _LOOPS_AT_MOST)
    except (ValueError, RecursionError):
        return None


def _ways(pattern: _Pattern | None, stated: Sequence[Need]) -> list[Way]:
    if pattern is None:
        return [_way(stated)]
    # Where nothing is matched, the next match may begin at the same place.
    return [
        _way((*stated, *branch.all_needs()), at_start=branch.at_start and branch.least > 0)
        for branch in pattern.branches
    ]


def _way(needs: Iterable[Need], *, at_start: bool = False) -> Way:
    every = list(needs)
    telling = sorted((need for need in every if need.tells), key=lambda need: (need.rate, sorted(need.literals)))
    if at_start:
        return Way(_trigger(telling[0]) if telling else None, _literals(telling[1:]), "at-start")
    worth = [need for need in every if need.tells or need.gives_starts]
    if not worth:
        return Way()
    trigger = min(worth, key=lambda need: (need.cost, sorted(need.literals)))
    others = [need for need in telling if need is not trigger]
    begins: Begins = "at-trigger" if trigger.gives_starts else "anywhere"
    return Way(_trigger(trigger), _literals(others), begins)


def _literals(needs: Iterable[Need]) -> tuple[frozenset[str], ...]:
    return tuple(need.literals for need in needs if need.rate < _OTHERS_BELOW)[:_OTHERS_AT_MOST]


def _trigger(need: Need) -> Trigger:
    return Trigger(need.literals, need.least, need.most or 0)
