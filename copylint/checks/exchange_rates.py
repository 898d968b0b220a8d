"""Sums given in two currencies, at rates that disagree within one story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, Final

import regex

from copylint.checks.background import story_sentences
from copylint.checks.model import Look, Match, Needs, Place
from copylint.checks.number_text import Number, spelled
from copylint.expressions import expression

_WORD: Final = expression(
    r"\s(?P<name>euros?|pounds?|yen|yuan|rupees?|roubles?|rubles?|baht|pesos?|francs?|crowns?|dollars?|rand|reais|lira|liras"
    r"|shekels?|ringgit|rupiah|won|dirhams?|naira|kroner|kronor|zloty|forints?)\b"
)
_CURRENCIES: Final = (
    "euro", "pound", "yen", "yuan", "rupee", "rouble", "ruble", "baht", "peso", "franc", "crown", "dollar", "rand",
    "reais", "lira", "shekel", "ringgit", "rupiah", "won", "dirham", "naira", "kron", "zloty", "forint",
)  # fmt: skip
"""How the names of currencies begin."""
_SUM_IN_BRACKETS: Final = expression(rf"\([^()]*?(?:[$£€¥₹₽₩₪]|{'|'.join(_CURRENCIES)})")
NEEDS: Final = {"currency-rates": Needs((frozenset("("), frozenset({"$", "?", *_CURRENCIES})))}

_BRACKET: Final = expression(r"\s?\((?:about |around |some |nearly )?")
_ANOTHER_DAY: Final = expression(r"\bthen worth|at the time|\b(?:19|20)\d\d\b", regex.IGNORECASE)
_TOO_FAR: Final = 1.15
"""Rates of one day differ by less."""
_BEYOND_ROUNDING: Final = 1.03


def currency_rates(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """A second rate more than 15 percent off the first, beyond what rounding explains."""
    first: dict[tuple[str, str], tuple[float, float, Place]] = {}
    for sentence in story_sentences(look, "body", "caption", having=_SUM_IN_BRACKETS.search):
        text = sentence.segment.text
        if "(" not in sentence.text or _ANOTHER_DAY.search(sentence.text):
            continue
        for one, other in pairwise(sentence.numbers()):
            currencies = _currency(text, one), _currency(text, other)
            if not all(currencies) or currencies[0] == currencies[1] or one.value == 0 or one.last or other.last:
                continue
            if _BRACKET.fullmatch(text, _end(text, one), other.start) is None or not text.startswith(
                ")", _end(text, other)
            ):
                continue
            rate, slack = (
                other.value / one.value,
                (one.rounding / one.value + other.rounding / max(other.value, 1e-9)) / 2,
            )
            place = Place(one.start, _end(text, other) + 1, sentence.segment)
            known = first.setdefault((currencies[0], currencies[1]), (rate, slack, place))
            if _disagree(known, (rate, slack, place)):
                values = {"first": spelled_rate(known[0]), "second": spelled_rate(rate)}
                yield Match(place, values, related=(("the other rate", known[2]),))


def _disagree(one: tuple[float, float, Place], other: tuple[float, float, Place]) -> bool:
    low, high = sorted((one, other), key=lambda each: each[0])
    return high[0] > _TOO_FAR * low[0] and high[0] * (1 - high[1]) > _BEYOND_ROUNDING * low[0] * (1 + low[1])


def spelled_rate(rate: float) -> str:
    """A rate with as many figures as show a difference."""
    return spelled(rate) if rate >= 0.1 else f"{rate:.3g}"


def _currency(text: str, number: Number) -> str:
    if number.currency:
        return number.currency.removeprefix("US")
    word = _WORD.match(text, number.end)
    return word["name"].rstrip("s") if word else ""


def _end(text: str, number: Number) -> int:
    word = None if number.currency else _WORD.match(text, number.end)
    return word.end() if word else number.end
