"""Times of day that no clock shows, that end before they start, or that two zones can't both show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from copylint.checks.model import Look, Match, Needs, Place
from copylint.checks.story_day import StoryDay
from copylint.document.model import Segment
from copylint.expressions import expression

_HALF: Final = r"(?:[ap]m|[ap]\.m\.?|[AP]M|[AP]\.M\.?)(?!\w)"
_IMPOSSIBLE_TIME: Final = (
    rf"(?=\d)(?<![\d:.,$£€/-])(?:(?:1[3-9]|[2-9]\d)(?:[:.]\d\d)?\s?{_HALF}"
    rf"|\d{{1,2}}:[6-9]\d(?=\s?(?:{_HALF}|(?:GMT|UTC|BST|CET|EST|EDT|ET|PT|local time|o['’]clock)\b))"
    r"|(?<=\bat\s)(?:2[5-9]|[3-9]\d):[0-5]\d(?=\s(?:GMT|UTC|BST|CET|EST|EDT|ET|PT|local time|hours|on\s[A-Z]))"
    r"|(?:2[5-9]\d\d|24[1-9]\d|240[1-9]|\d\d[6-9]\d)(?=\s(?:GMT|UTC)\b))"
)


_IMPOSSIBLE: Final = expression(_IMPOSSIBLE_TIME)


def impossible_time(segment: Segment, _look: Look, _today: StoryDay | None) -> Iterator[Match]:
    """'17 p.m.', '3:75 p.m.', '1475 GMT'."""
    for found in _IMPOSSIBLE.finditer(segment.text):
        yield Match(Place(*found.span(), segment))


_HOURS: Final = (
    rf"(?<![\w-])from\s(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s?(?P<half>{_HALF})\s(?:to|until|till|through)\s"
    rf"(?P<last_hour>\d{{1,2}})(?:[:.](?P<last_minute>\d\d))?\s?(?P<last_half>{_HALF})"
)
_RANGE: Final = expression(_HOURS, regex.IGNORECASE)
_MOVED: Final = expression(
    r"\b(?:mov\w*|brought|bring\w*|chang\w*|shift\w*|advanc\w*|forward|push\w*|pull\w*|cut|extend\w*|reschedul\w*|earlier"
    r"|curfew|overnight|round the clock|shut\w*|clos\w*)\b",
    regex.IGNORECASE,
)
_NEXT_DAY: Final = expression(
    r"\s(?:the\s)?(?:next|following)\s|\s(?:on\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tomorrow)"
    r"|\s(?:Central|Mountain|Pacific|Eastern|[A-Z]{2,4})\b"
)
_CONTEXT: Final = 60


def reversed_hours(segment: Segment, _look: Look, _today: StoryDay | None) -> Iterator[Match]:
    """'from 5 p.m. to 3 p.m.'; from evening to morning is a night."""
    for found in _RANGE.finditer(segment.text):
        first = _minutes(found["hour"], found["minute"], found["half"])
        last = _minutes(found["last_hour"], found["last_minute"], found["last_half"])
        if last >= first or found["half"][0].lower() != found["last_half"][0].lower():
            continue
        lead = segment.text[max(found.start() - _CONTEXT, 0) : found.start()]
        if not _MOVED.search(lead) and not _NEXT_DAY.match(segment.text, found.end()):
            start, end = found.start("hour"), found.start("last_hour")
            values = {
                "from": segment.text[start : found.end("half")].rstrip("."),
                "to": segment.text[end : found.end("last_half")].rstrip("."),
            }
            yield Match(Place(found.start(), found.end(), segment), values)


_OFFSETS: Final = {
    "EST": (-5,), "EDT": (-4,), "ET": (-5, -4), "CDT": (-5,), "MST": (-7,), "MDT": (-6,), "PST": (-8,), "PDT": (-7,),
    "PT": (-8, -7), "BST": (1,), "CET": (1,), "CEST": (2,), "EET": (2,), "EEST": (3,), "MSK": (3,), "JST": (9,),
    "KST": (9,), "HKT": (8,), "SGT": (8,), "AEST": (10,), "AEDT": (11,), "NZST": (12,), "NZDT": (13,),
}  # fmt: skip
"""Hours ahead of GMT, after the IANA time zone database. Shared abbreviations (CST, IST, AST) are left out."""
_SHARED_MINUTES: Final = (0, 15, 30, 45)
"""Every zone differs from GMT by whole quarters of an hour."""
_CONVERSION: Final = expression(
    rf"(?<![\d:.])(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s?(?P<half>{_HALF})(?:\s(?P<zone>[A-Z]{{2,4}}))?"
    r"(?:\slocal time)?\s[(\[](?P<there>[012]\d):?(?P<minutes_there>[0-5]\d)\s?(?:GMT|UTC)"
)
_DAY: Final = 24 * 60


def zones_differ(segment: Segment, _look: Look, _today: StoryDay | None) -> Iterator[Match]:
    """'5 p.m. (1620 GMT)', '3 p.m. EST (1900 GMT)'."""
    for found in _CONVERSION.finditer(segment.text):
        here = _minutes(found["hour"], found["minute"], found["half"])
        there = int(found["there"]) * 60 + int(found["minutes_there"])
        offsets = _OFFSETS.get(found["zone"] or "")
        ahead = (here - there) % _DAY
        fits = ahead % 60 in _SHARED_MINUTES if offsets is None else ahead in [60 * hours % _DAY for hours in offsets]
        if not fits:
            values = {
                "here": segment.text[found.start() : found.end("zone") if found["zone"] else found.end("half")],
                "there": segment.text[found.start("there") : found.end()],
            }
            yield Match(Place(found.start(), found.end(), segment), values)


NEEDS: Final = {
    "impossible-time": Needs(patterns=(_IMPOSSIBLE_TIME,)),
    "reversed-hours": Needs(patterns=(_HOURS,)),
    "zones-differ": Needs((frozenset({"gmt", "utc"}), frozenset("(["))),
}


def _minutes(hour: str, minute: str | None, half: str) -> int:
    """Since midnight."""
    return int(hour) % 12 * 60 + int(minute or 0) + (12 * 60 if half[0].lower() == "p" else 0)
