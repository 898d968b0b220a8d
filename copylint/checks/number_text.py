"""Numbers as they are written in English copy, read once for everything that does sums with them.

`40`, `1,003`, `2.5 million`, `$5m`, `3 1/2`, `forty-two`, `two dozen`, `half a million`, with what is said about how
exact they are: `nearly 50`, `at least 12`, `40 to 50`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from math import floor, log10
from typing import Final, Literal

import regex

from copylint.expressions import expression
from copylint.values import dataclass

Hedge = Literal["", "about", "over", "under"]
"""'over' 40 may be 43, 'under' (nearly, up to) 40 may be 38, 'about' 40 may be either."""

_DIGITS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL_NUMBERS: Final = {word: value for value, word in enumerate((*_DIGITS, *_TEENS), 1)}
_WORDS: Final = {
    **SMALL_NUMBERS,
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    "a": 1,
    "an": 1,
}
_MAGNITUDES: Final = {
    "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "mln": 1e6,
    "mn": 1e6, "bln": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12, "m": 1e6, "b": 1e9, "k": 1e3, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
_FRACTIONS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

CURRENCY: Final = r"(?:(?:US|A|C|CA|AU|NZ|HK|S|NT|R|Z)?\$|[£€¥₹₽₩₪])"
# Each begins with the letters or signs that it can begin with, which spares the search the other places.
_FIGURE: Final = (
    r"(?=[0-9A-Z$£€¥₹₽₩₪])(?<![\w/:#@.])(?<!\d[.,])(?<![^\W\d_][-–'’])"
    rf"(?P<currency>{CURRENCY}[ ]?)?(?P<figure>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:[ -]?(?P<fraction>[½¼¾⅓⅔]|(?<=[ -])[1-7]/[2-8](?![\d/])))?"
    r"(?:(?:[ \u00a0-]?(?P<magnitude>(?i:hundred|thousand|million|billion|trillion|mln|bln|lakh|crore)|mn|bn|trn|tn)"
    r"|(?P<letter>[mMbBkK]))(?!\w))?"
    r"(?!\d|[/:]\d|[.,]\d|['’]s\b)(?:(?!\w)|(?=(?:km|kms|kg|kgs|m|cm|mm|ft|lb|lbs|mph|kph|kmh|C|F|g|oz|in|st|pct|mi|ha"
    r"|sq)\b))"
)
_DIGIT: Final = "|".join(_DIGITS)
_BELOW_100: Final = (
    rf"(?:(?:{'|'.join(_TENS)})(?:(?:-(?:{_DIGIT})|[ ](?:{_DIGIT})(?!-))\b)?|{'|'.join((*_TEENS, *_DIGITS))})"
)
_BELOW_1000: Final = rf"(?:(?:{_BELOW_100}|an?)[ -]hundred\b(?:[ ](?:and[ ])?{_BELOW_100}\b)?|{_BELOW_100}\b)"
_SPELLED: Final = (
    rf"(?=(?i:[aefhnost]))(?<![\w'’])(?<![^\W\d_][-–])(?P<spelled>(?i:(?:half[ ]an?|{_BELOW_1000}|an?)[ -]"
    rf"(?:dozen|thousand|million|billion)\b(?:[ ](?:and[ ])?{_BELOW_1000})?|{_BELOW_1000}))"
    r"(?!['’]|[- ](?:thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?|half|halves)\b)"
)
_NUMBER: Final = expression(f"{_FIGURE}|{_SPELLED}")
_FIGURE_BEGINS: Final = expression(r"\d+|(?:US|C?A|AU|NZ|HK|NT|[CSRZ])?\$|[£€¥₹₽₩₪]")
_WORD_BEGINS: Final = expression(
    r"\b(?:[oO](?i:ne)|[tT](?i:wo|wel|wen|hree|hir|en)|[fF](?i:our|ive|ift|ort)|[sS](?i:ix|even)|[eE](?i:ight|leven)"
    r"|[nN](?i:ine)|[hH](?i:alf(?=[ ]an?))|[aA](?i:n?[ -](?:dozen|hundred|thousand|million|billion)))"
)
"""What a number can begin with. Looking for that first takes a fifth of the time of looking for whole numbers."""
_SPELLED_WORD: Final = expression(r"[a-z]+")

_MAGNITUDE: Final = expression(
    r"[\d½¼¾⅓⅔](?:[ \u00a0-]?(?:(?i:hundred|thousand|million|billion|trillion|mln|bln|lakh|crore)|mn|bn|trn|tn)"
    r"|[mMbBkK])"
)

_OVER: Final = (
    r"more than|over|at least|above|upwards? of|no (?:fewer|less) than|not less than|exceed(?:s|ed|ing)?|greater than"
    r"|top(?:s|ped|ping)?|surpass(?:es|ed|ing)?|past|beyond|in excess of|a minimum of|well over|crosses|passes"
)
_UNDER: Final = (
    r"less than|fewer than|under|nearly|almost|close to|up to|at most|just short of|below|no more than|not more than"
    r"|as (?:many|much|high|few|little|low) as|near|nearing|approach(?:es|ed|ing)?|a maximum of|max(?:imum)?|virtually"
)
_ABOUT: Final = (
    r"about|around|some|roughly|approximately|approx\.?|an estimated|estimated|estimates?|circa|c\.|~|perhaps|maybe"
    r"|possibly|probably|or|between|an average(?: of)?|averag(?:e|es|ed|ing)|another|a record|like"
)
_HEDGE: Final = (
    rf"(?:(?P<over>\b(?:{_OVER}))|(?P<under>\b(?:{_UNDER}))|(?P<about>(?:\b|(?=~))(?:{_ABOUT})))"
    r"(?:\s(?:the|an?|another|some|about|around))?\s?$"
)
_HEDGE_BEFORE: Final = expression(_HEDGE, regex.IGNORECASE)
_ENDS_IN_A_HEDGE: Final = expression(_HEDGE, regex.IGNORECASE | regex.REVERSE)
"""The same read from its end: most numbers have no hedge, and that is seen at the last word."""
_HEDGE_AFTER: Final = expression(
    r"\+|-?plus\b|(?:\s[\w%]+)?,?\s(?:or\s(?:so|more|fewer|less)|at (?:least|most))\b|-(?:odd|ish|some)\b|ish\b"
)
_LONGEST_HEDGE: Final = 24
PERCENT_SIGN: Final = r"\s?(?:%|percent\b|per cent\b|pct\b)"
"""What stands behind a number that is a percentage, as a regular expression."""
PERCENT_LITERALS: Final = frozenset({"%", "percent", "per cent", "pct"})
"""One of them stands in each."""
_RANGE: Final = expression(r"\s?[-–—]\s?|\s(?:to|or|and)\s")


@dataclass(frozen=True)
class Number:
    """A number in a text. `start` and `end` hold its currency sign and its 'million', but no hedge."""

    start: int
    end: int
    value: float
    step: float
    """What its last figure counts: 1 in '64', 1,000 in '5,000', 0.1 million in '2.5 million'."""
    hedge: Hedge = ""
    currency: str = ""
    magnitude: str = ""
    """'million', as it is written."""
    is_spelled: bool = False
    last: float | None = None
    """Where a range ends: 50 in '40 to 50'."""

    @property
    def low(self) -> float:
        return self.value if self.last is None else min(self.value, self.last)

    @property
    def rounding(self) -> float:
        """How coarse it is where money and goods are counted: '$90' is exact, '$90 million' to the million."""
        return self.step if self.magnitude else min(self.step, max(self.value / 100, 1.0))

    @property
    def high(self) -> float:
        return self.value if self.last is None else max(self.value, self.last)


@lru_cache(maxsize=256)
def numbers(text: str) -> tuple[Number, ...]:
    """The numbers in order, each by itself.

    Several rules ask for those of each paragraph, so they are remembered for about as long as one story takes.
    """
    return tuple(_numbers(text))


def has_magnitude(text: str) -> bool:
    """Whether a figure in it may have a magnitude: '5 million', '5m'. Finding that out is cheaper than the numbers."""
    return _MAGNITUDE.search(text) is not None


@lru_cache(maxsize=256)
def quantities(text: str) -> tuple[Number, ...]:
    """The same, but the two ends of a range are one."""
    return tuple(_joined(text, numbers(text)))


def agree(one: Number, other: Number) -> bool:
    """Whether two numbers can say the same: they are equal but for hedges, ranges and rounding.

    A plain number below 100 is never a rounding: '40 dead' against '42 dead' is a contradiction.
    """
    if one.high < other.low:
        return _reaches(one, other) or _reaches_down(other, one) or _rounds(one, other)
    if other.high < one.low:
        return agree(other, one)
    return True


def spelled(value: float) -> str:
    """As it stands in a message: 1,003, 2.5, 64."""
    rounded = round(value, 2)
    return f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:,.2f}".rstrip("0").rstrip(".")


def as_precise_as(value: float, model: Number) -> str:
    """`value` rounded to what a reader of `model` would expect, in figures."""
    if value == 0:
        return "0"
    digits = max(2, floor(log10(abs(value))) - floor(log10(model.step)) + 1) if model.step < abs(value) else 2
    return spelled(round(value, min(digits, 4) - 1 - floor(log10(abs(value)))))


def _numbers(text: str) -> Iterator[Number]:
    end = 0
    begins = [found.start() for pattern in (_FIGURE_BEGINS, _WORD_BEGINS) for found in pattern.finditer(text)]
    for start in sorted(begins):
        found = _NUMBER.match(text, start) if start >= end else None
        if found is not None:
            end = found.end()
            yield _number(text, found)


def _number(text: str, found: regex.Match[str]) -> Number:
    hedge = _hedge(text, *found.span())
    if found["spelled"]:
        value = _value_of_words(found["spelled"].lower())
        rough: Hedge = "about" if "dozen" in found["spelled"].lower() or found["spelled"][:1] in "aAhH" else ""
        return Number(*found.span(), value, _last_place(value), hedge or rough, is_spelled=True)
    figure = found["figure"].replace(",", "")
    magnitude = found["magnitude"] or found["letter"] or ""
    factor = _MAGNITUDES[magnitude.lower()] if magnitude else 1.0
    fraction = _fraction(found["fraction"])
    decimals = len(figure.partition(".")[2])
    value = (float(figure) + fraction) * factor
    step = factor * (10.0**-decimals if decimals or magnitude else 0.5 if fraction else _last_place(float(figure)))
    currency = (found["currency"] or "").strip()
    return Number(*found.span(), value, step, hedge, currency, magnitude)


def _fraction(text: str | None) -> float:
    if not text:
        return 0.0
    upper, _, lower = text.partition("/")
    return int(upper) / int(lower) if lower else _FRACTIONS[text]


def _value_of_words(text: str) -> float:
    """'two hundred and five thousand': what stands before a magnitude is multiplied by it."""
    total, current = 0.0, 0.0
    for word in _SPELLED_WORD.findall(text):
        if word == "hundred":
            current *= 100
        elif word in _MAGNITUDES:
            total += current * _MAGNITUDES[word]
            current = 0
        elif word == "half":
            current = 0.5
        elif not (word in ("a", "an") and current):
            current += _WORDS.get(word, 0)
    return total + current


def _last_place(value: float) -> float:
    place = 1.0
    while value and value % (place * 10) == 0:
        place *= 10
    return place


def _hedge(text: str, start: int, end: int) -> Hedge:
    lead = text[max(start - _LONGEST_HEDGE, 0) : start]
    before = _HEDGE_BEFORE.search(lead) if _ENDS_IN_A_HEDGE.search(lead) else None
    if before is not None:
        return "over" if before["over"] else "under" if before["under"] else "about"
    return "about" if _HEDGE_AFTER.match(text, end) else ""


def _joined(text: str, singles: tuple[Number, ...]) -> Iterator[Number]:
    index = 0
    while index < len(singles):
        first = singles[index]
        second = singles[index + 1] if index + 1 < len(singles) else None
        if second is not None and _are_range(text, first, second):
            factor = _factor_left_out(first, second)
            low, step = first.value * factor, min(first.step * factor, second.step)
            yield replace(first, end=second.end, value=low, last=second.value, step=step)
            index += 2
        else:
            yield first
            index += 1


def _factor_left_out(first: Number, second: Number) -> float:
    """'$5-10 million' has 'million' once for both."""
    factor = _MAGNITUDES[second.magnitude.lower()] if second.magnitude and not first.magnitude else 1.0
    return factor if first.value < second.value / factor else 1.0


def _are_range(text: str, first: Number, second: Number) -> bool:
    between = text[first.end : second.start]
    if _RANGE.fullmatch(between) is None:
        return False
    if between.strip() == "and":
        return text[max(first.start - 8, 0) : first.start].casefold() == "between "
    return text[max(first.start - 5, 0) : first.start].casefold() != "from "


def _reaches(low: Number, high: Number) -> bool:
    """'over 40' reaches 43; what is over 40 is not 400."""
    return low.hedge in ("over", "about") and high.low <= low.high * 1.5


def _reaches_down(high: Number, low: Number) -> bool:
    """'nearly 50' reaches down to 48."""
    return high.hedge in ("under", "about") and low.high >= high.low / 1.5


def _rounds(one: Number, other: Number) -> bool:
    """Whether one of the two is the other with fewer figures."""
    coarse = max(one, other, key=lambda number: number.step)
    if coarse.value < 100 and coarse.step >= 1:
        return False
    apart = min(abs(one.high - other.low), abs(other.high - one.low))
    return apart <= coarse.step and apart <= 0.1 * abs(coarse.value)
