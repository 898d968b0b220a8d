"""What the engine looks for in every text before a check runs."""

from __future__ import annotations

import pytest

from copylint.checks.model import Needs
from copylint.engine.derivation import requirement
from copylint.engine.requirement import Way


def told(way: Way) -> tuple[set[str] | None, list[set[str]], str]:
    return set(way.trigger.literals) if way.trigger else None, [set(other) for other in way.others], way.begins


@pytest.mark.parametrize(
    ("needs", "ways"),
    [
        (Needs(patterns=(r"\bquake\b",)), [({"quake"}, [], "at-trigger")]),
        (Needs(patterns=(r"\w+ly-\w+",)), [({"ly-"}, [], "anywhere")]),
        (Needs(patterns=("flood", "quake")), [({"flood"}, [], "at-trigger"), ({"quake"}, [], "at-trigger")]),
        (Needs(patterns=("flood", r"\w+")), [(None, [], "anywhere")]),
        (Needs(patterns=(r"^\w+ flood|quake",)), [({" flood"}, [], "at-start"), ({"quake"}, [], "at-trigger")]),
        (Needs(patterns=(r"^\w",)), [(None, [], "at-start")]),
        (Needs(patterns=(r"(?m)^\w",)), [(None, [], "anywhere")]),
        (Needs(patterns=(r"^a|\w",)), [(None, [], "anywhere")]),
        (Needs(patterns=(r"\w(?=fire)\Kquake",)), [({"quake"}, [{"fire"}], "at-trigger")]),
        (Needs(patterns=(r"flood \w+ quake",)), [({"flood "}, [{" quake"}], "at-trigger")]),
        (
            Needs((frozenset({"monday", "tuesday"}), frozenset({"january"}))),
            [({"january"}, [{"monday", "tuesday"}], "anywhere")],
        ),
        (
            Needs((frozenset({"quake"}),), patterns=(r"\w", "^e")),
            [({"quake"}, [], "anywhere"), ({"quake"}, [], "at-start")],
        ),
        (Needs((frozenset({"e", "t"}),)), [(None, [], "anywhere")]),
        (Needs(), [(None, [], "anywhere")]),
    ],
)
def test_the_ways_to_a_finding(needs: Needs, ways: list[tuple[set[str] | None, list[set[str]], str]]) -> None:
    assert [told(way) for way in requirement(needs).ways] == ways


@pytest.mark.parametrize(
    "pattern",
    [
        r"(quake)(?(1)d|e)",
        r"(?x) q u a k e",
        r"(?r)quake",
        r"(?f)quake",
        r"(?:quake){e<=1}",
        r"(?P<a>quake)(?P=a)",
        r"\Gquake",
        r"[[:alpha:]]quake",
        r"\u212aelvin",
        "(" * 5_000 + ")" * 5_000,
    ],
)
def test_nothing_is_asked_for_where_a_notation_is_not_known(pattern: str) -> None:
    assert [told(way) for way in requirement(Needs(patterns=(pattern,))).ways] == [(None, [], "anywhere")]


@pytest.mark.parametrize(
    ("pattern", "timed"),
    [
        ("quake", False),
        (r"quake\w+ \w+", False),
        (r"quake\w+ \w+ \w+", True),
        (r"quake\w++ \w++ \w++", False),
        (r"(?:quake\w+)+", True),
        (r"(?:quake\w++ )+", False),
        (r"(?:quake\w+)?", False),
        (r"(?:\w+ ){3}quake", True),
        (r"(?x)quake", True),
    ],
)
def test_a_try_that_can_take_long_needs_a_clock(pattern: str, timed: bool) -> None:  # noqa: FBT001 - a column of the table
    assert requirement(Needs(patterns=(pattern,))).timed == timed
