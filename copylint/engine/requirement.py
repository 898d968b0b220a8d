"""What must stand in a text for a check to run there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final, Literal

from copylint.values import dataclass

Begins = Literal["anywhere", "at-trigger", "at-start"]
"""Where a match can begin: near the trigger, or only where the text does."""

_TEXT_START: Final = (0,)


@dataclass(frozen=True)
class Trigger:
    """Literals as `shadow` writes them, and how far behind the match's start one of them begins."""

    literals: frozenset[str]
    least: int
    most: int

    def starts(self, places: Sequence[int]) -> list[int]:
        """Where a match can begin in a text in which the literals stand at these places."""
        if self.most == self.least:
            return sorted({place - self.least for place in places if place >= self.least})
        reach = range(self.least, self.most + 1)
        return sorted({place - distance for place in places for distance in reach if place >= distance})


@dataclass(frozen=True)
class Way:
    """One way in which a check can come to find something: by one branch of its pattern."""

    trigger: Trigger | None = None
    """It is open where one of its literals stands; None: everywhere."""
    others: tuple[frozenset[str], ...] = ()
    """And only where one of each of these stands, too."""
    begins: Begins = "anywhere"

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

    @cached_property
    def untriggered(self) -> tuple[Way, ...]:
        """The ways that no literal opens."""
        return tuple(way for way in self.ways if way.trigger is None)

    @cached_property
    def is_met_everywhere(self) -> bool:
        return any(way.is_open_everywhere for way in self.ways)
