"""Tolls of one event that differ within a story: 'killed 12' at the top, 'the 14 dead' further down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

import regex

from copylint.checks.background import Sentence, story_sentences
from copylint.checks.counted import TOLL_STEMS, goes_on, noun, toll
from copylint.checks.model import Look, Match, Needs, Place
from copylint.checks.number_text import Number, agree
from copylint.expressions import expression
from copylint.values import dataclass

NEEDS: Final = {"toll-changes": Needs((TOLL_STEMS,))}
_TOLL_WORD: Final = expression(rf"\b(?:{'|'.join(sorted(TOLL_STEMS))})", regex.IGNORECASE)

_EVENT: Final = expression(
    r"\b(?P<the>the|this|that)?\s?(?:[\w-]+\s){0,2}?(?P<event>attack|blast|bombing|bomb|explosion|shooting|crash|fire|blaze|flood|floods"
    r"|earthquake|quake|storm|cyclone|typhoon|hurricane|tornado|landslide|mudslide|avalanche|collapse|accident|collision"
    r"|derailment|sinking|raid|strike|clash|clashes|riot|stampede|massacre|outbreak|disaster|ambush|siege)\b",
    regex.IGNORECASE,
)
_DEFINITE: Final = expression(r"\b(?:the|all|those)\s$|\btoll\b[^.]{0,30}$", regex.IGNORECASE)
"""'the 14 dead' and 'the toll stood at 14' mean the people told of before."""
_PLACE: Final = expression(
    r"\b(?:in|at|near|outside|of|across|from)\s(?:the\s|nearby\s|neighbouring\s)?([A-Z][\w'’-]+)"
)
_LEAD: Final = 2
_ANYBODY: Final = ("", "people", "person", "victim", "dead", "death", "fatality")


@dataclass(frozen=True)
class Toll:
    """How many of a kind a sentence counts."""

    number: Number
    kind: str
    sentence: Sentence
    events: frozenset[str]
    """What killed or hurt them, as the sentence calls it."""


def toll_changes(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """Later counts that can't be the first one's, where both surely mean the same people."""
    first: dict[str, Toll] = {}
    reported: set[str] = set()
    for sentence in story_sentences(look, "body", "caption", having=_TOLL_WORD.search):
        found = _tolls(sentence)
        if not found or sentence.has_its_own_time or sentence.counts_a_part:
            continue
        for each in found:
            known = first.get(each.kind)
            if known is None:
                if sentence.paragraph < _LEAD:
                    first[each.kind] = each
            elif each.kind not in reported and _contradicts(each, known):
                reported.add(each.kind)
                yield _match(each, known)


def _tolls(sentence: Sentence) -> list[Toll]:
    text = sentence.segment.text
    found = [(number, toll(text, number)) for number in sentence.numbers()]
    kinds = Counter(kind for _, kind in found if kind)
    if not kinds:
        return []
    events = frozenset(event["event"].casefold().rstrip("s") for event in _EVENT.finditer(sentence.text))
    return [
        Toll(number, kind, sentence, events)
        for number, kind in found
        if kind and kinds[kind] == 1 and not goes_on(text, number)
    ]


def _contradicts(later: Toll, first: Toll) -> bool:
    if agree(later.number, first.number) or later.number.value < 2 or first.number.value < 2:
        return False
    if _victims(later) not in (_victims(first), *_ANYBODY):
        return False
    return _is_definite(later) or _same_event(first, later) or _tell_of_nothing_else(first, later)


def _victims(each: Toll) -> str:
    return noun(each.sentence.segment.text, each.number)


def _tell_of_nothing_else(first: Toll, later: Toll) -> bool:
    """'In all 14 people died': no victims of their own, no event and no place that the first sentence doesn't name."""
    if any(_victims(each) not in _ANYBODY for each in (first, later)) or later.events - first.events:
        return False
    opening = first.sentence.segment.text
    return len(first.events) < 2 and all(place[1] in opening for place in _PLACE.finditer(later.sentence.text))


def _is_definite(each: Toll) -> bool:
    text, start = each.sentence.segment.text, each.number.start
    return _DEFINITE.search(text[max(start - 50, each.sentence.start) : start]) is not None


def _same_event(first: Toll, later: Toll) -> bool:
    """'The blast killed 14' where the first sentence tells of a blast."""
    named = [event["event"].casefold().rstrip("s") for event in _EVENT.finditer(later.sentence.text) if event["the"]]
    return any(event in first.events for event in named)


def _match(later: Toll, first: Toll) -> Match:
    text = later.sentence.segment.text
    values = {
        "first": first.sentence.segment.text[first.number.start : first.number.end],
        "second": text[later.number.start : later.number.end],
        "noun": later.kind,
    }
    place = Place(later.number.start, later.number.end, later.sentence.segment)
    return Match(place, values, related=(("first counted here", _place(first)),))


def _place(each: Toll) -> Place:
    return Place(each.number.start, each.number.end, each.sentence.segment)
