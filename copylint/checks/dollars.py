"""Plain dollar signs in a story that has another country's dollars too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from copylint.checks.background import story_sentences
from copylint.checks.model import Look, Match, Place

_PLAIN: Final = "$"
_AMERICAN: Final = "US$"


def plain_dollar(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """The first plain dollar. In a bracket behind another currency it is the conversion, and surely American."""
    other: tuple[str, Place] | None = None
    plain: Place | None = None
    for sentence in story_sentences(look, "body", "caption"):
        text = sentence.segment.text
        for number in sentence.numbers():
            if number.currency == _AMERICAN:
                return
            place = Place(number.start, number.end, sentence.segment)
            if number.currency == _PLAIN and text[number.start - 1 : number.start] != "(":
                plain = plain or place
            elif number.currency.endswith(_PLAIN) and number.currency != _PLAIN:
                other = other or (number.currency, place)
    if plain is not None and other is not None:
        yield Match(plain, {"first": other[0]}, related=(("the other dollars", other[1]),))
