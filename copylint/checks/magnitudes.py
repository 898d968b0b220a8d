"""One sum with two magnitudes: 'a $5 billion deal' and 'the $5 million deal'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from copylint.checks.background import story_sentences
from copylint.checks.counted import noun, sum_of
from copylint.checks.model import Look, Match, Place
from copylint.checks.number_text import Number

_SAME_WITHOUT_A_NOUN: Final = 3
"""So many figures are hardly ever the same twice by chance: 3.25 million, 3.25 billion."""
_SWITCHES: Final = (1e3, 1e6)
_FIRST: Final = "first said here"
_SHORT: Final = 3
"""'m', 'bn' and 'bln' are short forms."""


def magnitude(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """The same figures of the same thing in millions and in billions."""
    yield from _headline_against_story(look)
    first: dict[tuple[str, str], tuple[Number, Place, str]] = {}
    reported: set[tuple[str, str]] = set()
    for sentence in story_sentences(look, "body", "caption"):
        text = sentence.segment.text
        for number in sentence.numbers():
            if number.value < 1e6 or not number.magnitude or number.last is not None:
                continue
            figures = _figures(text, number)
            thing = sum_of(text, number) if number.currency else noun(text, number)
            key = f"{number.currency}{figures}", "" if len(figures) >= _SAME_WITHOUT_A_NOUN else thing
            if len(figures) < _SAME_WITHOUT_A_NOUN and not thing:
                continue
            place = Place(number.start, number.end, sentence.segment)
            known = first.setdefault(key, (number, place, text[number.start : number.end]))
            if _factor(known[0], number) in _SWITCHES and key not in reported:
                reported.add(key)
                values = {"first": known[2], "second": text[number.start : number.end]}
                yield Match(place, values, related=((_FIRST, known[1]),))


def _headline_against_story(look: Look) -> Iterator[Match]:
    """A sum of the headline that the story has with another magnitude only."""
    body = [(sentence.segment, number) for sentence in story_sentences(look, "body") for number in sentence.numbers()]
    for sentence in story_sentences(look, "headline"):
        text = sentence.segment.text
        for number in sentence.numbers():
            if not number.currency or number.value < 1e6:
                continue
            same = [
                (segment, other)
                for segment, other in body
                if other.currency == number.currency and _figures(segment.text, other) == _figures(text, number)
            ]
            if same and all(_factor(number, other) in _SWITCHES for _, other in same):
                segment, other = same[0]
                values = {"first": segment.text[other.start : other.end], "second": text[number.start : number.end]}
                place = Place(number.start, number.end, sentence.segment)
                yield Match(place, values, related=((_FIRST, Place(other.start, other.end, segment)),))


def magnitude_forms(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """'$5 million' and '$6m' in one story."""
    first: tuple[Number, Place, str] | None = None
    for sentence in story_sentences(look, "body"):
        for number in sentence.numbers():
            if not number.currency or not number.magnitude:
                continue
            text = sentence.segment.text[number.start : number.end]
            place = Place(number.start, number.end, sentence.segment)
            if first is None:
                first = number, place, text
            elif (len(number.magnitude) > _SHORT) != (len(first[0].magnitude) > _SHORT):
                values = {"first": first[2], "second": text}
                yield Match(place, values, related=((_FIRST, first[1]),))
                return


def _factor(one: Number, other: Number) -> float:
    return max(one.value, other.value) / min(one.value, other.value)


def _figures(text: str, number: Number) -> str:
    return "".join(char for char in text[number.start : number.end] if char.isdigit()).strip("0")
