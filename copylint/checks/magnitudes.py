"""One sum with two magnitudes: 'a $5 billion deal' and 'the $5 million deal'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from copylint.checks.background import story_sentences
from copylint.checks.counted import noun, sum_of
from copylint.checks.model import Look, Match, Needs, Place
from copylint.checks.number_text import Number, has_magnitude
from copylint.document.model import Segment

_SAME_WITHOUT_A_NOUN: Final = 3
"""So many figures are hardly ever the same twice by chance: 3.25 million, 3.25 billion."""
_SWITCHES: Final = (1e3, 1e6)
_WORDS: Final = frozenset({"hundred", "thousand", "million", "billion", "trillion", "lakh", "crore"})
_LETTERS: Final = frozenset(f"{digit}{letter}" for digit in "0123456789?" for letter in ("m", "b", "k", "tn", "trn"))
_ABBREVIATIONS: Final = _LETTERS | {
    f"{gap}{short}" for gap in " -?" for short in ("mn", "bn", "tn", "trn", "mln", "bln")
}
NEEDS: Final = {
    "magnitude": Needs((_WORDS | _ABBREVIATIONS,)),
    "magnitude-forms": Needs((_ABBREVIATIONS, _WORDS, frozenset("$?"))),
}

_FIRST: Final = "first said here"
_A_MILLION: Final = 1e6
_SHORT: Final = 3
"""'m', 'bn' and 'bln' are short forms."""


def magnitude(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """The same figures of the same thing in millions and in billions."""
    yield from _headline_against_story(look)
    first: dict[tuple[str, str], tuple[Number, Place, str]] = {}
    reported: set[tuple[str, str]] = set()
    for sentence in story_sentences(look, "body", "caption", having=has_magnitude):
        text = sentence.segment.text
        for number in sentence.numbers():
            if number.value < _A_MILLION or not number.magnitude or number.last is not None:
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
    sums = [
        (sentence.segment, number)
        for sentence in story_sentences(look, "headline")
        for number in sentence.numbers()
        if number.currency and number.value >= _A_MILLION
    ]
    if not sums:
        return
    by_figures: dict[tuple[str, str], list[tuple[Segment, Number]]] = {}
    for sentence in story_sentences(look, "body"):
        for number in sentence.numbers():
            if number.currency:
                key = number.currency, _figures(sentence.segment.text, number)
                by_figures.setdefault(key, []).append((sentence.segment, number))
    for headline, number in sums:
        same = by_figures.get((number.currency, _figures(headline.text, number)), ())
        if same and all(_factor(number, other) in _SWITCHES for _, other in same):
            segment, other = same[0]
            values = {
                "first": segment.text[other.start : other.end],
                "second": headline.text[number.start : number.end],
            }
            place = Place(number.start, number.end, headline)
            yield Match(place, values, related=((_FIRST, Place(other.start, other.end, segment)),))


def magnitude_forms(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """'$5 million' and '$6m' in one story."""
    first: tuple[Number, Place, str] | None = None
    for sentence in story_sentences(look, "body", having=has_magnitude):
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
