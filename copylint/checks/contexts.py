"""Named contexts that a rule can except: where a date is a score, or a doubled word a ticker."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import regex

from copylint.checks.date_text import MONTHS, SHORT_MONTHS
from copylint.checks.model import Place
from copylint.document.model import Document, Segment
from copylint.expressions import expression
from copylint.finding import Span, Spans
from copylint.values import dataclass

_BEFORE, _AFTER = 70, 50
"""How much of the text round a place is looked at, in code points: a clause."""


@dataclass(frozen=True)
class Surroundings:
    """A place with what stands round it."""

    document: Document
    segment: Segment | None
    text: str
    """The segment's story text, or the source's line."""
    start: int
    end: int

    @property
    def found(self) -> str:
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        return self.text[max(self.start - _BEFORE, 0) : self.start]

    @property
    def after(self) -> str:
        return self.text[self.end : self.end + _AFTER]


def holds(name: str, place: Place, document: Document) -> bool:
    """Whether the place stands in the context of that name."""
    return _CONTEXTS[name][1](_surroundings(place, document))


def _surroundings(place: Place, document: Document) -> Surroundings:
    if place.segment is not None:
        return Surroundings(document, place.segment, place.segment.text, place.start, place.end)
    text = document.source_text
    start = max(text.rfind("\n", 0, place.start), text.rfind("\r", 0, place.start)) + 1
    ends = [end for end in (text.find("\n", place.end), text.find("\r", place.end)) if end >= 0]
    line = text[start : min(ends, default=len(text))]
    return Surroundings(document, document.segment_at(place.start), line, place.start - start, place.end - start)


def _in_table(around: Surroundings) -> bool:
    return around.segment is not None and around.segment.part == "table"


def _in_code(around: Surroundings) -> bool:
    return around.segment is not None and around.segment.part == "code"


def _in_note_field(around: Surroundings) -> bool:
    return around.segment is not None and around.segment.part == "editor-note" and around.segment.stated


_SENTENCE_START: Final = expression(r"(?:^|[.!?][\"”’)]?\s+)[\"“(]?([^\W\d_])")
_SMALL_I: Final = expression(r"(?<![\w.&])i(?:['’](?:m|ve|ll|d))?(?![\w.])")
_FEWEST_LOWERCASE_WORDS: Final = 6
_PASSAGE: Final = 300


def _in_lowercase_passage(around: Surroundings) -> bool:
    """A paragraph without a capital, or a stretch whose sentences begin small: memos, chats, price lists.

    At least half of them have to: 'Inc. said' and 'U.S. officials' look like such a beginning.
    """
    text = around.text
    if _is_lowercase(text):
        return _has_words(text)
    passage = text[max(around.start - _PASSAGE, 0) : around.end + _PASSAGE]
    starts = _SENTENCE_START.findall(passage)
    small = sum(map(str.islower, starts))
    if 2 * small > len(starts) and small >= 3:
        return True
    return 2 * small >= len(starts) > 0 and _SMALL_I.search(passage) is not None


@lru_cache(maxsize=16)
def _is_lowercase(text: str) -> bool:
    return text == text.lower()


@lru_cache(maxsize=16)
def _has_words(text: str) -> bool:
    """Remembered, too: in a long paragraph each of thousands of words would count them all."""
    return len(text.split(maxsplit=_FEWEST_LOWERCASE_WORDS)) >= _FEWEST_LOWERCASE_WORDS


_FIGURES: Final = expression(r"\d{1,3}/\d{1,3}")
_DATE_CUE: Final = expression(
    r"\b(?:on|until|till|since|before|after|dated|born|due|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)\s$",
    regex.IGNORECASE,
)


def _are_figures(around: Surroundings) -> bool:
    """Two figures without a year: with one they are a date, whatever stands beside them."""
    return _FIGURES.fullmatch(around.found) is not None


def _is_dated(around: Surroundings) -> bool:
    """Behind 'on' or a weekday, words that merely stand in the same sentence ('notes', 'lead') say nothing."""
    return _DATE_CUE.search(around.before) is not None


_PAIR_BEFORE: Final = expression(r"\b\d{1,3}/\d{1,3},?\s$")
_PAIR_AFTER: Final = expression(r",?\s\d{1,3}/\d{1,3}(?![\w/])")
_SCORE_BEFORE: Final = expression(
    r"\b(?:(?:won|lost|scor(?:ed?|es|ing)|figures|innings|total|tally|aggregate|sets?|tie-?break|overs|bowling)"
    r"(?:\s(?:of|by|at|was|were|the|a|first|second|third|fourth|final))*"
    r"|(?:beat(?:s|ing)?|beaten|defeat(?:s|ed|ing)?|thrash(?:ed|ing))(?:\s[^\W\d_][\w'’.-]*){1,4})[\s(]{1,2}$"
)
_SCORE_AFTER: Final = expression(
    r"\s(?:at (?:stumps|tea|lunch)|all out|declared|wickets?|runs|overs|(?:in|from|off) (?:\d+|\w+) overs"
    r"|(?:in|to win|to take|to lose) the (?:\w+ )?(?:set|innings|match)|on aggregate|victory|win|lead|deficit)\b"
)


def _is_score(around: Surroundings) -> bool:
    """6/2 6/4; beat Roe 6/2; 132/4 at stumps."""
    if not _are_figures(around):
        return False
    if _SCORE_AFTER.match(around.after) or _PAIR_AFTER.match(around.after) or _PAIR_BEFORE.search(around.before):
        return True
    return not _is_dated(around) and _SCORE_BEFORE.search(around.before) is not None


_ODDS_WORDS: Final = expression(
    r"\b(?:odds|bookies?|bookmakers?|punters?|bets?|betting|(?:odds-on|second|joint) favou?rites?|each[- ]way|Ladbrokes"
    r"|William Hill|Betfair|Paddy Power)\b",
    regex.IGNORECASE,
)
_ODDS_BEFORE: Final = expression(r"\b(?:priced?|backed|shortened|drifted|evens|quoted)(?:\s\w+){0,3}\s$")
_ODDS_AFTER: Final = expression(
    r"(?:\s|-)(?:(?:second |joint )?favou?rites?|outsiders?|shots?|chances?|on|against|odds"
    r"|(?:with|at) (?:the )?(?:bookies|bookmakers|Ladbrokes|William Hill|Betfair|Paddy Power))\b"
    r"(?! (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_FAVOURITE_AFTER: Final = expression(r"(?:\s|-)(?:second |joint )?(?:favou?rites?|outsiders?|shots?|odds)\b")


def _is_odds(around: Surroundings) -> bool:
    if not _are_figures(around):
        return False
    if _is_dated(around):
        return _FAVOURITE_AFTER.match(around.after) is not None
    words = _ODDS_WORDS.search(around.before) or _ODDS_WORDS.search(around.after)
    return bool(words or _ODDS_AFTER.match(around.after) or _ODDS_BEFORE.search(around.before))


_UNIT: Final = expression(
    r"\s?(?:-|of\b|(?:an?\s)?(?:inch|feet|foot|mile|yard|point|percentage|cup|teaspoon|tablespoon|tsp|tbsp|hour|year|month"
    r"|pint|lb|oz|pounds?|acres?|million|billion|ths?\b))",
    regex.IGNORECASE,
)
_COMMON_FRACTION: Final = expression(r"(\d{1,3})/(2|3|4|5|8|10|16|32|64)")


def _is_fraction(around: Surroundings) -> bool:
    """1/2 point, 3 1/2, 2/3 of them: figures that are less than one, beside a figure or a measure."""
    found = _COMMON_FRACTION.fullmatch(around.found)
    if found is None or int(found[1]) >= int(found[2]):
        return False
    return re.search(r"\d[\s-]$", around.before) is not None or _UNIT.match(around.after) is not None


_RATING_WORDS: Final = expression(
    r"\b(?:stars?|ratings?|rated|marks?|review(?:ed|s|ers?)?|out of|verdict|scored?)\b", regex.IGNORECASE
)
_RATING_AFTER: Final = expression(r"[\s-](?:stars?|ratings?|marks?)\b", regex.IGNORECASE)


def _is_rating(around: Surroundings) -> bool:
    """4/5 stars, 8/10."""
    first, _, second = around.found.partition("/")
    if second not in ("5", "6", "10", "20", "100") or not first.isdecimal() or int(first) > int(second):
        return False
    if _RATING_AFTER.match(around.after):
        return True
    return not _is_dated(around) and any(map(_RATING_WORDS.search, (around.before, around.after)))


_MONTH: Final = rf"(?:{'|'.join((*MONTHS, *SHORT_MONTHS))})\b\.?"
_MONTH_BEFORE: Final = expression(rf"\b{_MONTH}\s$")
_MONTH_AFTER: Final = expression(rf"\s(?:of\s)?{_MONTH}")


def _is_day_range(around: Surroundings) -> bool:
    """June 17/18, 19/20 February."""
    return _MONTH_BEFORE.search(around.before) is not None or _MONTH_AFTER.match(around.after) is not None


_SEASON: Final = expression(r"((?:19|20)?\d\d)[/–-](\d\d)")
_SEASON_WORD: Final = r"(?:seasons?|crops?|academic|school|fiscal|financial|tax|campaign|year|marketing|winter)"
_SEASON_BEFORE: Final = expression(rf"\b{_SEASON_WORD}(?:\s(?:of|year))?\s$", regex.IGNORECASE)
_SEASON_AFTER: Final = expression(rf"\s(?:[^\W\d_]+\s)?{_SEASON_WORD}\b", regex.IGNORECASE)
_ANOTHER_YEAR: Final = expression(r"\s(?:last|this|next|of the|every|each|a|the)\s", regex.IGNORECASE)


def _is_season(around: Surroundings) -> bool:
    """1986/87, the 17/18 season: two years in a row. '05/06 last year' is a date."""
    found = _SEASON.fullmatch(around.found)
    if found is None or (int(found[1]) + 1) % 100 != int(found[2]):
        return False
    if len(found[1]) == 4 or _SEASON_BEFORE.search(around.before):
        return True
    return _SEASON_AFTER.match(around.after) is not None and _ANOTHER_YEAR.match(around.after) is None


_MARKET_WORDS: Final = expression(
    r"\b(?:yield(?:s|ed|ing)?|basis points?|treasur(?:y|ies)|bonds?|notes?|bid|offered|futures|bushel|contract|gilts?"
    r"|bunds?|coupon|maturity|settled|traded|shares?|stocks?|price[ds]?)\b",
    regex.IGNORECASE,
)
_MOVED: Final = expression(
    r"\b(?:(?:rose|fell|gained|lost|added|shed|climbed|slipped|dropped|jumped|eased|traded|quoted|settled|closed)"
    r"(?:\s(?:up|down|back|by|to|at|from|a|another|\d+(?:[/\s-]\d+)*))*|up|down|off)\s(?:\d+[\s-])?$",
    regex.IGNORECASE,
)


def _is_market_quote(around: Surroundings) -> bool:
    """Rose 14/32, down 1-23/24."""
    if not _are_figures(around) or _MOVED.search(around.before) is None:
        return False
    return any(map(_MARKET_WORDS.search, (around.before, around.after)))


_TICKER: Final = expression(
    r"(?<![\w.])(?:[A-Z]{2,6}|(?<=[(<])[A-Z])\.[A-Z]{1,3}(?![\w.]\w)[>)]?"
    r"|\((?:NYSE|NASDAQ|Nasdaq|LSE|TSX)\s?:\s?[A-Z.]{1,6}\)"
)
"""A single letter needs its bracket: U.S is no code."""


def _is_ticker_code(around: Surroundings) -> bool:
    """HBOS HBOS.L, <AAPL.O>, (NYSE: F)."""
    return any(
        code.start() < around.end + 1 and code.end() > around.start - 1
        for code in _TICKER.finditer(around.text, max(around.start - 20, 0), around.end + 20)
    )


_SHORTEST_VERSE, _LONGEST_VERSE = 3, 10
_REFRAIN: Final = expression(r"\b(?:la la|oh oh|na na|yeah yeah|ooh ooh|hey hey)\b", regex.IGNORECASE)
_MUSIC: Final = expression("[♪♫]")


def _in_lyrics(around: Surroundings) -> bool:
    """Three short lines in a row without a stop, a refrain, or a line with a note.

    The three have to differ: one caption three times over is no verse.
    """
    segment = around.segment
    if segment is None:
        return False
    if _has_a_note(around.text) or _refrains(around.text).overlap(Span(around.start, around.end)):
        return True
    segments = around.document.segments
    index = around.document.index_of(segment)
    return any(_are_verses(segments[start : start + 3]) for start in range(max(index - 2, 0), index + 1))


# Every candidate of a paragraph asks, and there may be a thousand.
@lru_cache(maxsize=16)
def _has_a_note(text: str) -> bool:
    return _MUSIC.search(text) is not None


@lru_cache(maxsize=16)
def _refrains(text: str) -> Spans:
    return Spans(Span(*found.span()) for found in _REFRAIN.finditer(text))


def _are_verses(segments: tuple[Segment, ...]) -> bool:
    return all(map(_is_verse, segments)) and len({segment.text for segment in segments}) == 3


def _is_verse(segment: Segment) -> bool:
    if segment.part != "body" or segment.text.endswith((".", "?", ":", "|")):
        return False
    return _SHORTEST_VERSE <= len(segment.text.split()) <= _LONGEST_VERSE


_CONTEXTS: Final[dict[str, tuple[str, Callable[[Surroundings], bool]]]] = {
    "code": ("code blocks", _in_code),
    "day-ranges": ("two days of one month: 'June 17/18'", _is_day_range),
    "fractions": ("parts of one: '1/2 point', '3 1/2'", _is_fraction),
    "lowercase-passages": ("paragraphs written without capitals: memos, chats", _in_lowercase_passage),
    "lyrics": ("verses: short lines without a stop", _in_lyrics),
    "market-quotes": ("prices of bonds and futures: 'rose 14/32'", _is_market_quote),
    "note-fields": ("notes to editors in a field of their own, as news XML and JSON have", _in_note_field),
    "odds": ("what bookmakers offer: '5/2 favourite'", _is_odds),
    "ratings": ("marks in a review: '4/5 stars'", _is_rating),
    "scores": ("results of games: '6/2 6/4'", _is_score),
    "seasons": ("two years in a row: 'the 17/18 season'", _is_season),
    "tables": ("tables", _in_table),
    "ticker-codes": ("codes of shares: 'HBOS.L'", _is_ticker_code),
}

NAMES: Final = frozenset(_CONTEXTS)
"""What a rule's `except-in` can name."""


def description(name: str) -> str:
    """What the context is, with an example, for a copy editor."""
    return _CONTEXTS[name][0]
