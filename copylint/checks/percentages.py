"""Percentages that the figures beside them contradict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, Final

import regex

from copylint.checks.background import is_masked
from copylint.checks.model import Look, Match, Needs, Place
from copylint.checks.number_text import PERCENT_LITERALS, PERCENT_SIGN, Number, numbers, spelled
from copylint.document.model import Segment
from copylint.expressions import expression
from copylint.values import dataclass

_PERCENT: Final = expression(PERCENT_SIGN)
_PERCENT_FROM: Final = Needs((PERCENT_LITERALS, frozenset({"from"})))
_UP: Final = (
    r"r[io]se|risen|rises|rising|up|gain(?:s|ed)?|grew|grown|climb(?:s|ed)?|jump(?:s|ed)?|increas(?:e|es|ed)|surged?"
    r"|soared|advanced?|rais(?:e|es|ed)|lift(?:s|ed)?|hike[sd]?|boost(?:s|ed)?"
)
_DOWN: Final = (
    r"f[ae]ll|falls|fallen|down|lost|drop(?:s|ped)?|declin(?:e|es|ed)|slid|sank|tumbled|plunged|decreas(?:e|es|ed)|shed"
    r"|cuts?|lower(?:s|ed)?|slump(?:s|ed)?|eased|reduce[sd]?|slashe[sd]|trim(?:s|med)?"
)
_CHANGE: Final = expression(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
    r"(?:\s(?:its|the|their|key|main|benchmark|interest|lending|rates?|prices?|dividend|tax)){0,5}"
    r"(?:\s(?:by|about|around|some|a|an|of|nearly|almost|over|just|more|than)){0,3}\s$",
    regex.IGNORECASE,
)
_TO: Final = expression(r"\sto\s(?:a\s)?$|,?\sto\s$")
_CHANGE_BEHIND: Final = expression(
    rf"(?:\s[a-z]+){{0,3}},\s(?:(?:an?\s)?(?P<up>{_UP}|growth|gain)|(?:an?\s)?(?P<down>{_DOWN}))(?:\sof)?\s",
    regex.IGNORECASE,
)
_LONGEST_VERB: Final = 60
_WITH_A_DECIMAL: Final = 20
_SMALL_CHANGE: Final = 10
_FROM: Final = expression(
    r"(?:\sa share|\sa barrel|\san ounce|\s(?:pence|euros|dollars|pounds|yen|yuan|rupees|dinars|francs|crowns"
    r"|rand|pesos|lira|roubles|rubles|cents|tonnes|tons|barrels|points))?,?\sfrom\s$"
)
_NOT_COMPARABLE: Final = expression(
    r"\b(?:constant|organic|like-for-like|adjusted|excluding|exclude|currency|currencies|underlying|comparable"
    r"|inflation|GDP|gross domestic product"
    r"|real terms|net of|points?|annual|a year|compound|per year|average|session|low|high|close"
    r"|earlier|forecast|estimate)\b",
    regex.IGNORECASE,
)
_OPPOSITES: Final = (
    (r"in favou?r|for it|support(?:ed|s)?|back(?:ed|s)?", r"against|oppos(?:e|es|ed)|object(?:ed|s)?"),
    (r"approv(?:e|es|ed)|satisfied", r"disapprov(?:e|es|ed)|dissatisfied"),
    (r"voted yes|said yes|answered yes", r"voted no|said no|answered no"),
    (r"agree(?:d|s)?", r"disagree(?:d|s)?"),
)
_AS_WORDS: Final = {words: expression(rf"\b(?:{words})\b") for pair in _OPPOSITES for words in pair}
_ANOTHER_POLL: Final = expression(
    r"\b(?:from|compared|last|earlier|previous|than|up|down|versus a|a (?:year|month) ago|respondents could"
    r"|multiple)\b",
    regex.IGNORECASE,
)
_VOTE: Final = expression(r"(?:\sof the votes?)?\s(?:to|against|versus)\s(?:[A-Z][\w'’-]+\s){0,3}$")
_VOTE_WORDS: Final = expression(
    r"\b(?:vote[ds]?|voters?|election|run-?off|poll|referendum|ballot|won|lead|leads|led)\b", regex.IGNORECASE
)
_PARTS: Final = {
    "a quarter": 25.0, "one quarter": 25.0, "a third": 100 / 3, "one third": 100 / 3, "one-third": 100 / 3,
    "half": 50.0, "two-thirds": 200 / 3, "two thirds": 200 / 3, "three-quarters": 75.0, "three quarters": 75.0,
    "a fifth": 20.0, "one in five": 20.0, "one in ten": 10.0, "one in four": 25.0, "one in three": 100 / 3,
    "a tenth": 10.0, "one in two": 50.0, "one in 10": 10.0,
}  # fmt: skip
_FRACTION: Final = expression(
    rf"(?<!and )(?<!and a )(?<!and one-)\b(?P<part>{'|'.join(sorted(_PARTS, key=len, reverse=True))})"
    rf"(?:\s?\(|,\sor\s)(?P<percent>\d{{1,3}}(?:\.\d+)?){PERCENT_SIGN}",
    regex.IGNORECASE,
)
_A_PART: Final = r"(?:quarters?|thirds?|half|fifth|tenth|ten|five|four|three|two|10)(?: \(|, or )\d"
_HAS_PART: Final = expression(_A_PART)
_ABOUT_A_PART: Final = expression(
    r"\b(?:about|around|nearly|almost|over|under|more than|less than|just|roughly|some|close to|at least)\s$",
    regex.IGNORECASE,
)

NEEDS: Final = {
    "percent-change": _PERCENT_FROM,
    "points": _PERCENT_FROM,
    "shares": Needs((PERCENT_LITERALS,)),
    "fraction": Needs((PERCENT_LITERALS,), patterns=(_A_PART,)),
}


@dataclass(frozen=True)
class Change:
    """'rose 5% to 7 from 6': a percentage with what was before and what came."""

    segment: Segment
    percent: Number
    before: Number
    after: Number
    start: int
    end: int
    falls: bool

    def written(self, number: Number) -> str:
        return self.segment.text[number.start : number.end]


def percent_change(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """'rose 10 percent to $110 from $90' is 22 percent."""
    for change in _changes(look):
        before, after, text = change.before, change.after, change.segment.text
        if _is_percent(text, before) or before.currency != after.currency or before.value <= 0:
            continue
        if bool(before.magnitude) != bool(after.magnitude) or _is_not_comparable(change) or _is_right(change):
            continue
        right = (after.value / before.value - 1) * 100
        sign = "minus " if right < 0 and not change.falls else ""
        values = {
            "first": change.written(before),
            "second": change.written(after),
            "right": f"{sign}{spelled(round(abs(right), 1 if abs(right) < _WITH_A_DECIMAL else 0))}%",
            "wrong": change.written(change.percent) + "%",
        }
        yield Match(Place(change.start, change.end, change.segment), values)


def _is_right(change: Change) -> bool:
    """Whether the percentage lies between what the rounded figures can give at least and at most."""
    before, after, percent = change.before, change.after, change.percent
    low = (after.value - after.rounding / 2) / (before.value + before.rounding / 2) - 1
    high = (after.value + after.rounding / 2) / (before.value - before.rounding / 2) - 1
    slack = max(percent.rounding, 0.02 * percent.value, 0.3 if percent.value < _SMALL_CHANGE else 1)
    told = -percent.value if change.falls else percent.value
    return low * 100 - slack <= told <= high * 100 + slack


def _is_not_comparable(change: Change) -> bool:
    text = change.segment.text
    around = text[max(change.start - 60, 0) : change.end + 40]
    return _NOT_COMPARABLE.search(around) is not None


def points(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """'rose 2 percent from 5 percent to 7 percent': that is 2 points."""
    for change in _changes(look):
        before, after, percent, text = change.before, change.after, change.percent, change.segment.text
        if not (_is_percent(text, before) and _is_percent(text, after)) or before.value <= 0:
            continue
        apart = abs(after.value - before.value)
        relative = apart / before.value * 100
        rounding = (before.step + after.step) / 2 + 0.001
        is_points = apart > 0 and abs(apart - percent.value) <= rounding
        if not is_points or abs(relative - percent.value) <= max(percent.rounding, 0.1 * relative):
            continue
        values = {
            "first": change.written(before) + "%",
            "second": change.written(after) + "%",
            "right": spelled(round(relative)) + "%",
            "given": spelled(apart),
        }
        yield Match(Place(change.start, change.end, change.segment), values)


def shares(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """Two shares of one whole that make more than all of it."""
    for segment in look.segments:
        text = segment.text
        if not _has_percent(text):
            continue
        percents = [number for number in numbers(text) if _is_percent(text, number)]
        for one, other in pairwise(percents):
            made = one.value + other.value
            if made <= 100.5 or is_masked(segment, one.start, other.end) or not _are_shares(text, one, other):
                continue
            values = {"sum": spelled(made), "first": text[one.start : one.end], "second": text[other.start : other.end]}
            yield Match(Place(one.start, _percent_end(text, other), segment), values)


def fraction(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """'a quarter (20%)'."""
    for segment in look.segments:
        for found in _FRACTION.finditer(segment.text) if _HAS_PART.search(segment.text) else ():
            right, percent = _PARTS[found["part"].lower()], float(found["percent"])
            about = _ABOUT_A_PART.search(segment.text[max(found.start() - 14, 0) : found.start()])
            if abs(right - percent) > (5 if about else 2.5):
                yield Match(
                    Place(found.start(), found.end(), segment),
                    {"given": found["part"], "right": spelled(round(right)), "wrong": found["percent"]},
                )


def _changes(look: Look) -> Iterator[Change]:
    """'rose 5% to 7 from 6', 'rose 5% from 6 to 7' and 'from 6 to 7, up 5%'."""
    for segment in look.segments:
        if "from" not in segment.text or not _has_percent(segment.text):
            continue
        for three in zip(*(numbers(segment.text)[step:] for step in range(3)), strict=False):
            change = _change(segment, three)
            if change and not is_masked(segment, change.start, change.end) and not any(each.hedge for each in three):
                yield change


def _change(segment: Segment, three: tuple[Number, ...]) -> Change | None:
    text = segment.text
    first, second, third = three
    ends = [_percent_end(text, number) for number in three]
    gaps = text[ends[0] : second.start], text[ends[1] : third.start]
    if _is_percent(text, first) and (verb := _CHANGE.search(text[max(first.start - _LONGEST_VERB, 0) : first.start])):
        falls = verb["down"] is not None
        if _TO.fullmatch(gaps[0]) and _FROM.fullmatch(gaps[1]):
            return Change(segment, first, third, second, first.start, ends[2], falls)
        if _FROM.fullmatch(gaps[0]) and _TO.fullmatch(gaps[1]):
            return Change(segment, first, second, third, first.start, ends[2], falls)
    behind = _CHANGE_BEHIND.fullmatch(gaps[1])
    if _is_percent(text, third) and behind and _TO.fullmatch(gaps[0]) and text.endswith("from ", 0, first.start):
        return Change(segment, third, first, second, first.start, ends[2], behind["down"] is not None)
    return None


def _are_shares(text: str, one: Number, other: Number) -> bool:
    between = text[_percent_end(text, one) : other.start]
    behind = text[_percent_end(text, other) : other.end + 60].partition(".")[0]
    if len(between) > 80 or _ANOTHER_POLL.search(between) or "." in between:
        return False
    if _VOTE.fullmatch(between):
        return _VOTE_WORDS.search(text[max(one.start - 80, 0) : other.end + 60]) is not None
    return any(_say(first, second, between, behind) for pair in _OPPOSITES for first, second in (pair, pair[::-1]))


def _say(first: str, second: str, between: str, behind: str) -> bool:
    """'60% approve and 45% disapprove': one of two opposites behind each figure."""
    if _AS_WORDS[second].search(between):
        return False
    return all(_AS_WORDS[words].search(text) is not None for words, text in ((first, between), (second, behind)))


def _has_percent(text: str) -> bool:
    return any(sign in text for sign in PERCENT_LITERALS)


def _is_percent(text: str, number: Number) -> bool:
    return not number.currency and _PERCENT.match(text, number.end) is not None


def _percent_end(text: str, number: Number) -> int:
    sign = _PERCENT.match(text, number.end)
    return sign.end() if sign else number.end
