"""Totals whose parts the story gives: '12 people, seven men and five women'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, Final

import regex

from copylint.checks.background import is_masked
from copylint.checks.model import Look, Match, Needs, Place
from copylint.checks.number_text import Number, numbers, spelled
from copylint.document.model import Segment
from copylint.expressions import expression

_PERSON: Final = (
    r"people|persons|victims|passengers|hostages|suspects|students|civilians|dead|killed|injured|wounded|casualties"
    r"|defendants|members|migrants|prisoners|detainees|workers|employees|tourists|residents|fatalities|deaths"
)
_KIND: Final = (
    r"men|women|boys|girls|children|adults|teenagers|babies|civilians|soldiers|policemen|police officers|officers|males"
    r"|females|pupils|teachers|doctors|nurses|pilots|crew(?: members)?|guards|militants|rebels|foreigners|locals|man"
    r"|woman|boy|girl|child|adult|soldier|civilian|policeman"
)
_ALL: Final = r"\s(?:comprising|consisting of|made up of|composed of|comprised of|that is|namely)\s"
_APPOSED: Final = rf"(?:{_PERSON})(?:,|:|\s[-–—]+)\s"
NEEDS: Final = {"total": Needs((frozenset({"and"}),), patterns=(_ALL, _APPOSED))}

_SAYS_ALL: Final = expression(rf"(?:\s[\w-]+){{1,4}}?,?{_ALL}")
_PEOPLE_APPOSED: Final = expression(rf"\s(?:[\w-]+\s)?{_APPOSED}")
_HAS_INTRO: Final = expression(rf"{_ALL}|\b{_APPOSED}")
_JOINT: Final = expression(r"(?:\s(?:[\w-]+)){1,4}?(?P<joint>,\s(?:and\s)?|\sand\s)")
_LIST_END: Final = expression(r"\s(?:[\w-]+\s?){1,3}?(?=[.,;:)]|\s[-–—]|\s(?:were|was|are|died|had|have)\b|$)")
_KIND_BEHIND: Final = expression(rf"\s(?:[\w-]+\s){{0,2}}?(?:{_KIND})\b")
_MORE_THAN_THAT: Final = expression(
    r"\b(?:includ\w+|among|mostly|mainly|also|as well|plus|others?|unidentified|unknown|rest|some|each|per)\b",
    regex.IGNORECASE,
)


def total(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """Parts that don't make the total, where the text says or shows that they are all of it."""
    for segment in look.segments:
        text = segment.text
        found = numbers(text) if _HAS_INTRO.search(text) else ()
        for index, whole in enumerate(found):
            says_all = _SAYS_ALL.match(text, whole.end)
            intro = says_all or _PEOPLE_APPOSED.match(text, whole.end)
            if intro is None or index + 2 >= len(found) or found[index + 1].start != intro.end():
                continue
            parts = _parts(text, found, index + 1, needs_kind=says_all is None)
            if len(parts) > 1 and not _is_open(segment, whole, parts) and _differs(whole, parts):
                yield _match(segment, whole, parts)


def _parts(text: str, found: tuple[Number, ...], first: int, *, needs_kind: bool) -> list[Number]:
    """The numbers of the list from the first on, up to the one behind 'and'; nothing if it doesn't end there."""
    parts: list[Number] = []
    for index in range(first, len(found)):
        part = found[index]
        if needs_kind and _KIND_BEHIND.match(text, part.end) is None:
            break
        parts.append(part)
        joint = _JOINT.match(text, part.end)
        if joint is None or index + 1 == len(found) or joint.end() != found[index + 1].start:
            break
    if not parts:
        return []
    is_list = any("and" in text[one.end : other.start].split() for one, other in pairwise(parts))
    return parts if is_list and _LIST_END.match(text, parts[-1].end) else []


def _is_open(segment: Segment, whole: Number, parts: list[Number]) -> bool:
    """Whether a number is only about right, something is left out, or somebody speaks."""
    rest = segment.text[parts[-1].end : parts[-1].end + 40].partition(".")[0]
    return (
        any(number.hedge or number.last or number.currency for number in (whole, *parts))
        or _MORE_THAN_THAT.search(segment.text[whole.start : parts[-1].end] + rest) is not None
        or is_masked(segment, whole.start, parts[-1].end)
    )


def _differs(whole: Number, parts: list[Number]) -> bool:
    made = sum(part.value for part in parts)
    step = max(number.step for number in (whole, *parts))
    rounding = step * (len(parts) + 1) / 2 if whole.value >= 1000 or whole.step < 1 else 0
    return abs(made - whole.value) > rounding


def _match(segment: Segment, whole: Number, parts: list[Number]) -> Match:
    values = {
        "sum": spelled(sum(part.value for part in parts)),
        "total": segment.text[whole.start : whole.end],
        "given": " and ".join(segment.text[part.start : part.end] for part in parts),
    }
    return Match(Place(whole.start, parts[-1].end, segment), values)
