"""Places that contradict each other or the map: `flag: dateline-city-country-mismatch`, `place-differs`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from copylint.checks.model import Look, Match, Place
from copylint.checks.place_words import CITY_COUNTRIES, COUNTRIES, SAME_COUNTRY
from copylint.document.model import Segment
from copylint.expressions import expression

_DATELINE_PLACE: Final = expression(
    r"^(?P<city>\p{L}[\p{L} .'’-]*+), ?(?P<country>\p{L}[\p{L} .'’-]*?)(?=,|\s*\(|\s+[-–—]|$)"
)
_EVENT: Final = (
    "blast|bomb(?:ing)?|explosion|fire|crash|flood|earthquake|quake|shooting|attack|protest|march|rally|riot|strike|summit"
    "|talks|meeting|conference|trial|vote|election|concert|festival|derailment|collapse|siege|clash(?:es)?|storm|raid"
)
_EVENT_IN_CITY: Final = expression(
    rf"\b(?P<event>{_EVENT})e?s? (?:\p{{Ll}}+ ){{0,2}}?(?:in|near|outside) "
    rf"(?P<city>{'|'.join(sorted(CITY_COUNTRIES, key=len, reverse=True))})\b(?!['’-])",
    regex.IGNORECASE,
)


def dateline_city_country_mismatch(look: Look) -> Iterator[Match]:
    """'LYON, Germany': a big city that only one country has, with another."""
    for segment in look.segments:
        found = _DATELINE_PLACE.search(segment.text) if segment.part == "dateline" else None
        if found is None or not look.admits(segment, *found.span()):
            continue
        city, country = _as_written(found["city"]), _as_written(found["country"])
        country = SAME_COUNTRY.get(country, country)
        right = CITY_COUNTRIES.get(city)
        if right is not None and country in COUNTRIES and country != right:
            yield Match(Place(*found.span(), segment), {"city": city, "country": country, "right": right})


def _as_written(place: str) -> str:
    """'SAO PAULO' and 'the Netherlands' as the lists have them."""
    words = place.strip().removeprefix("the ").title() if place.isupper() else place.strip().removeprefix("the ")
    return words.replace(" De ", " de ").replace("-Au-", "-au-")


def place_differs(look: Look) -> Iterator[Match]:
    """The same event in one city in the headline or a caption, and in another of the country in the body."""
    told = [(found, segment) for segment in look.of_part("headline", "caption")
            for found in _EVENT_IN_CITY.finditer(segment.text)]  # fmt: skip
    if not told:
        return
    body = look.of_part("body")
    text = "\n".join(segment.text for segment in body)
    events = {(found["event"].casefold(), found["city"]): (found, segment) for segment in body
              for found in _EVENT_IN_CITY.finditer(segment.text)}  # fmt: skip
    for found, segment in told:
        other = _elsewhere(found, events)
        if other is not None and found["city"] not in text and look.admits(segment, *found.span()):
            place = Place(*found.span("city"), segment)
            values = {"city": found["city"], "other_city": other[0]["city"], "event": found["event"]}
            yield Match(place, values, related=((other[0]["city"], Place(*other[0].span("city"), other[1])),))


def _elsewhere(
    found: regex.Match[str], events: dict[tuple[str, str], tuple[regex.Match[str], Segment]]
) -> tuple[regex.Match[str], Segment] | None:
    """The event of that name in another city of the same country, if the body has it in one city only."""
    same = [place for (event, city), place in events.items() if event == found["event"].casefold()]
    country = CITY_COUNTRIES.get(found["city"])
    return same[0] if len(same) == 1 and CITY_COUNTRIES.get(same[0][0]["city"]) == country else None
