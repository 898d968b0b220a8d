"""Embargoes: when they end, and whether that can be told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import regex

from copylint.checks.date_text import A_LEAP_YEAR, written_dates
from copylint.checks.model import Look, Match, Place
from copylint.checks.story_day import calendar_date, iso_date, nearest_date, story_day
from copylint.document.model import Segment
from copylint.expressions import expression
from copylint.values import dataclass

_EMBARGO: Final = expression(
    r"(?<!\w)(?:EMBARGO(?:ED)?|[Ss]trictly embargoed|Embargo(?:ed)?(?=:|\s(?:until|till|to|for)\b))"
    r"(?:\sFOR\sRELEASE|\s[Ff]or [Rr]elease)?\s?(?::|(?i:until|till|to|for|before))\s?(?P<until>[^\n()\[\]]{1,80})"
)
"""The mark on a story, in capitals or at the head of a line; a trade embargo stands small in its sentence."""
_FALSE: Final = frozenset({"none", "no", "false", "null", "n/a", "-"})
_ISO: Final = expression(r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:?\d\d))?")
_NUMERIC_TIME: Final = expression(
    r"(?<![\d:/-])(?:[01]\d|2[0-4]):?[0-5]\d(?![\d/-])|\b\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b|\b(?:noon|midnight)\b",
    regex.IGNORECASE,
)
_ZONE: Final = expression(
    r"\b(?:GMT|UTC|BST|CES?T|EES?T|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|MSK|JST|KST|HKT|SGT|AES?T|AEDT|NZ[SD]T|IST|SAST)\b"
    r"|\dZ\b|[+-]\d\d:?\d\d\b|\b(?:local|London|Paris|Berlin|Geneva|New York|Washington|Tokyo|eastern|pacific) time\b",
    regex.IGNORECASE,
)


@dataclass(frozen=True)
class Embargo:
    """An embargo's mark and what it says of its end."""

    place: Place
    until: str
    day: date | None
    has_time: bool
    has_zone: bool


def embargoes(look: Look) -> Iterator[Embargo]:
    """Those marked in the story, else the one that its metadata states."""
    found_one = False
    for segment in look.segments:
        for found in _EMBARGO.finditer(segment.text) if "embargo" in segment.text.casefold() else ():
            if look.admits(segment, *found.span()):
                found_one = True
                yield _embargo(Place(found.start(), found.end(), segment), found["until"].strip(" .*_"), look)
    stated = look.document.metadata.get("embargo", "").strip()
    if stated and stated.casefold() not in _FALSE and not found_one:
        place = _place_of_metadata(look, stated)
        if place is not None:
            yield _embargo(place, stated, look)


def embargo_not_past(look: Look) -> Iterator[Match]:
    """An embargo that ends on a day after `--now`."""
    now = look.setting.now
    for embargo in embargoes(look):
        if now is not None and embargo.day is not None and embargo.day > now:
            yield Match(embargo.place, {"until": embargo.until})


def embargo_not_checked(look: Look) -> Iterator[Match]:
    """An embargo that could not be held against the time: no `--now`, no day, or that very day."""
    now = look.setting.now
    for embargo in embargoes(look):
        if now is None:
            reason = "--now gives no day"
        elif embargo.day is None:
            reason = "it names no day"
        elif embargo.day == now and embargo.has_time:
            reason = "it ends today, and --now gives no hour"
        else:
            continue
        yield Match(embargo.place, {"until": embargo.until, "reason": reason})


def embargo_malformed(look: Look) -> Iterator[Match]:
    """An embargo without its day, hour or time zone."""
    for embargo in embargoes(look):
        lacking = (("day", embargo.day is None), ("hour", not embargo.has_time), ("time zone", not embargo.has_zone))
        missing = [name for name, lacks in lacking if lacks]
        if missing:
            yield Match(embargo.place, {"missing": " and ".join(missing)})


def _embargo(place: Place, until: str, look: Look) -> Embargo:
    iso = _ISO.search(until)
    rest = until if iso is None else until[: iso.start()] + until[iso.end() :]
    day = iso_date(iso["day"]) if iso else _written_day(until, look)
    has_time = (iso is not None and iso["time"] is not None) or _NUMERIC_TIME.search(rest) is not None
    return Embargo(place, until, day, has_time, _ZONE.search(until) is not None)


def _written_day(text: str, look: Look) -> date | None:
    """Its day; a year that it lacks is that of the nearest to the story's day, else to `--now`."""
    for written in written_dates(text):
        if written.year is not None:
            return calendar_date(written.day, written.month, written.year)
        today = story_day(look.document)
        now = today.day if today is not None and today.has_year else look.setting.now
        if now is None:
            return calendar_date(written.day, written.month, A_LEAP_YEAR)
        return nearest_date(written.day, written.month, now)
    return None


def _place_of_metadata(look: Look, stated: str) -> Place | None:
    """Where the metadata says so, else the story's first word."""
    for segment in look.document.of_part("front-matter"):
        start = segment.text.find(stated)
        if start >= 0:
            return Place(start, start + len(stated), segment)
    first: Segment | None = next(iter(look.segments), None)
    return Place(0, len(first.text.split(" ", 1)[0]), first) if first is not None else None
