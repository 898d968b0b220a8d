"""The package's `dataclass` does what the standard one does."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Mapping

import pytest

from copylint.values import dataclass


@dataclass(frozen=True)
class Place:
    start: int
    end: int = 0


@dataclass(frozen=True)
class Named(Place):
    name: str = ""
    seconds: Mapping[str, float] = dataclasses.field(default_factory=dict, compare=False)
    raw: str = dataclasses.field(default="", repr=False)


@dataclass(frozen=True)
class Nothing:
    """Has no field."""


@dataclass(frozen=True, order=True)
class Rank:
    first: int
    second: int = 0


@dataclass
class Count:
    of: int = 0


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (Place(1, 2), Place(1, 2), True),
        (Place(1, 2), Place(1, 3), False),
        (Place(1, 2), Named(1, 2), False),
        (Place(1, 2), (1, 2), False),
        (Named(1, name="a"), Named(1, name="b"), False),
        (Named(1, seconds={"a": 1.0}), Named(1), True),
        (Named(1, raw="x"), Named(1), False),
        (Nothing(), Nothing(), True),
        (Count(1), Count(1), True),
        (Count(1), Count(), False),
    ],
)
def test_equal_is_what_has_the_class_and_the_fields(one: object, other: object, *, equal: bool) -> None:
    assert (one == other) is equal
    assert (other == one) is equal


def test_equal_ones_have_one_hash() -> None:
    assert {Place(1, 2), Place(1, 2), Named(1, 2), Nothing(), Nothing()} == {Place(1, 2), Named(1, 2), Nothing()}
    assert len({Place(1, 2), Place(1, 2)}) == 1
    assert len({Place(start) for start in range(9)}) == 9


def test_one_that_can_change_has_no_hash() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(Count())


def test_ordered_is_what_asks_for_it() -> None:
    assert sorted([Rank(2), Rank(1, 2), Rank(1, 1)]) == [Rank(1, 1), Rank(1, 2), Rank(2)]
    assert Rank(1) <= Rank(1) < Rank(1, 1)
    assert Rank(1, 1) >= Rank(1, 1) > Rank(1)
    with pytest.raises(TypeError):
        sorted([Place(2), Place(1)])  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Place(1), "Place(start=1, end=0)"),
        (Named(1, 2, "a", raw="x"), "Named(start=1, end=2, name='a', seconds={})"),
        (Nothing(), "Nothing()"),
        (Count(3), "Count(of=3)"),
    ],
)
def test_the_representation_tells_all_fields(value: object, shown: str) -> None:
    assert repr(value) == shown


def test_the_standard_functions_take_it() -> None:
    assert dataclasses.replace(Place(1, 2), end=3) == Place(1, 3)
    assert dataclasses.astuple(Place(1, 2)) == (1, 2)
    assert pickle.loads(pickle.dumps(Place(1, 2))) == Place(1, 2)  # noqa: S301 - just made
    match Place(1, 2):
        case Place(start, end):
            assert (start, end) == (1, 2)
