"""Lists that hold more or fewer than the story says: 'three suspects:' and four names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from copylint.checks.background import is_masked
from copylint.checks.model import Look, Match, Place
from copylint.checks.number_text import numbers, spelled
from copylint.expressions import expression

_NAME: Final = r"(?:[A-Z]\.|[A-Z][\w'’-]*)(?:\s(?:[A-Z]\.|[A-Z][\w'’-]*)){0,2}"
_LIST: Final = expression(
    rf"\s(?:[a-z-]+\s)?[a-z]+s:\s(?P<names>{_NAME}(?:,\s{_NAME}){{0,9}},?\sand\s{_NAME})(?=[,;]|\.?$|\.\s)"
)
_EACH: Final = expression(r",\sand\s|,\s|\sand\s")
_MORE: Final = expression(r"\b(?:includ|among|such as|e\.g|first|following|between|versus|sets?|pairs?|groups?|teams?)")
_MOST: Final = 10
_LONGEST: Final = 2000
"""Without an end, the search for the colon would go through all of a long text."""


def list_count(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """A number and a noun, a colon, and nothing but names up to the end of the clause."""
    for segment in look.segments:
        if ":" not in segment.text:
            continue
        for number in numbers(segment.text):
            if not 1 < number.value <= _MOST or number.hedge or number.currency:
                continue
            found = _LIST.match(segment.text, number.end, number.end + _LONGEST)
            if found is None:
                continue
            names = len(_EACH.split(found["names"]))
            if names == number.value or _MORE.search(found[0]) or is_masked(segment, number.start, found.end()):
                continue
            place = Place(number.start, found.end(), segment)
            yield Match(place, {"given": segment.text[number.start : number.end], "right": spelled(names)})
