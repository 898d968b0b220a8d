"""Named contexts that a rule can except: where a date is a score, or a doubled word a ticker."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from copylint.checks.model import Place
from copylint.document.model import Document, Segment

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


_SENTENCE_START: Final = re.compile(r"(?:^|[.!?][\"”’)]?\s+)[\"“(]?([^\W\d_])")
_SMALL_I: Final = re.compile(r"(?<![\w.&])i(?:['’](?:m|ve|ll|d))?(?![\w.])")
_FEWEST_LOWERCASE_WORDS: Final = 6


def _in_lowercase_passage(around: Surroundings) -> bool:
    """A paragraph without a capital, or one whose sentences begin small: memos, chats, price lists."""
    text = around.text
    if text == text.lower():
        return len(text.split()) >= _FEWEST_LOWERCASE_WORDS
    starts = _SENTENCE_START.findall(text)
    small = sum(map(str.islower, starts))
    return small >= 3 or (small >= 1 and _SMALL_I.search(text) is not None)


_FIGURES_PAIR: Final = re.compile(r"\b\d{1,3}/\d{1,3}\b")
_SCORE_WORDS: Final = re.compile(
    r"\b(?:sets?|tie-?break|wickets?|overs|runs|innings|bowl(?:ed|ing)|figures|score[ds]?|scoring|aggregate|goals?"
    r"|beat|defeated|thrash(?:ed|ing)|trail(?:ed|ing)|led|lead|leading|all out|declared|stumps|tally)\b",
    re.IGNORECASE,
)


def _is_score(around: Surroundings) -> bool:
    """6/2 6/4; 132/4 at stumps."""
    beside = around.before[-8:] + " " + around.after[:8]
    if _FIGURES_PAIR.search(beside):
        return True
    return _SCORE_WORDS.search(around.before) is not None or _SCORE_WORDS.search(around.after) is not None


_ODDS_WORDS: Final = re.compile(
    r"\b(?:odds|bookies?|bookmakers?|favou?rites?|bets?|betting|backed|punters?|outsiders?|prices?d?|shot|evens|Ladbrokes"
    r"|William Hill|Coral|Betfair|Paddy Power|each[- ]way)\b"
)


def _is_odds(around: Surroundings) -> bool:
    return _ODDS_WORDS.search(around.before) is not None or _ODDS_WORDS.search(around.after) is not None


_UNIT: Final = re.compile(
    r"\s?(?:-|of\b|(?:an?\s)?(?:inch|feet|foot|mile|yard|point|percentage|cup|teaspoon|tablespoon|tsp|tbsp|hour|year|month"
    r"|pint|lb|oz|pounds?|acres?|million|billion|ths?\b))",
    re.IGNORECASE,
)
_COMMON_FRACTION: Final = re.compile(r"(\d{1,3})/(2|3|4|5|8|10|16|32|64)")


def _is_fraction(around: Surroundings) -> bool:
    """1/2 point, 3 1/2, 2/3 of them: figures that are less than one, beside a figure or a measure."""
    found = _COMMON_FRACTION.fullmatch(around.found)
    if found is None or int(found[1]) >= int(found[2]):
        return False
    return re.search(r"\d[\s-]$", around.before) is not None or _UNIT.match(around.after) is not None


_RATING_WORDS: Final = re.compile(
    r"\b(?:stars?|ratings?|rated|rates?|marks?|review(?:ed|s|ers?)?|out of|verdict|scored?)\b", re.IGNORECASE
)


def _is_rating(around: Surroundings) -> bool:
    """4/5 stars, 8/10."""
    first, _, second = around.found.partition("/")
    if second not in ("5", "6", "10", "20", "100") or not first.isdigit() or int(first) > int(second):
        return False
    return _RATING_WORDS.search(around.before + around.after) is not None


_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_MONTH_BEFORE: Final = re.compile(rf"\b{_MONTH}\s$")
_MONTH_AFTER: Final = re.compile(rf"\s(?:of\s)?{_MONTH}")


def _is_day_range(around: Surroundings) -> bool:
    """June 17/18, 19/20 February."""
    return _MONTH_BEFORE.search(around.before) is not None or _MONTH_AFTER.match(around.after) is not None


_SEASON: Final = re.compile(r"((?:19|20)?\d\d)[/–-](\d\d)")
_SEASON_WORDS: Final = re.compile(
    r"\b(?:seasons?|crop|academic|school|fiscal|financial|tax|campaign|year|marketing|winter)\b", re.IGNORECASE
)


def _is_season(around: Surroundings) -> bool:
    """1986/87, the 17/18 season: two years in a row."""
    found = _SEASON.fullmatch(around.found)
    if found is None or (int(found[1]) + 1) % 100 != int(found[2]):
        return False
    return len(found[1]) == 4 or _SEASON_WORDS.search(around.before + around.after) is not None


_MARKET_WORDS: Final = re.compile(
    r"\b(?:yield(?:s|ed|ing)?|basis points?|treasur(?:y|ies)|bonds?|notes?|bid|offered|futures|bushel|contract|gilts?"
    r"|bunds?|coupon|maturity|closed|settled|traded|quoted|shares?|stocks?)\b",
    re.IGNORECASE,
)
_MOVED: Final = re.compile(
    r"\b(?:rose|fell|up|down|gained|lost|added|shed|climbed|slipped|off|at|to|by)\s(?:\d+[\s-])?$", re.IGNORECASE
)


def _is_market_quote(around: Surroundings) -> bool:
    """Rose 14/32, down 1-23/24."""
    return _MOVED.search(around.before) is not None and _MARKET_WORDS.search(around.before + around.after) is not None


_TICKER: Final = re.compile(
    r"[<(]?[A-Z]{1,6}(?:\.[A-Z]{1,3})[>)]?|\((?:NYSE|NASDAQ|Nasdaq|LSE|TSX)\s?:\s?[A-Z.]{1,6}\)"
)


def _is_ticker_code(around: Surroundings) -> bool:
    """HBOS HBOS.L, <AAPL.O>, (NYSE: F)."""
    return any(
        code.start() < around.end + 1 and code.end() > around.start - 1
        for code in _TICKER.finditer(around.text, max(around.start - 20, 0), around.end + 20)
    )


_LONGEST_VERSE: Final = 10
_REFRAIN: Final = re.compile(r"\b(?:la la|oh oh|na na|yeah yeah|ooh ooh|hey hey)\b|♪|♫", re.IGNORECASE)


def _in_lyrics(around: Surroundings) -> bool:
    """Short lines without a stop, three in a row, or a refrain."""
    segment = around.segment
    if segment is None:
        return False
    if _REFRAIN.search(around.text):
        return True
    segments = around.document.segments
    index = around.document.index_of(segment)
    return any(
        start >= 0 and all(_is_verse(each) for each in segments[start : start + 3]) and start + 3 <= len(segments)
        for start in range(index - 2, index + 1)
    )


def _is_verse(segment: Segment) -> bool:
    text = segment.text
    return segment.part == "body" and len(text.split()) <= _LONGEST_VERSE and not text.endswith((".", "?", ":", "|"))


_CONTEXTS: Final[dict[str, tuple[str, Callable[[Surroundings], bool]]]] = {
    "code": ("code blocks", _in_code),
    "day-ranges": ("two days of one month: 'June 17/18'", _is_day_range),
    "fractions": ("parts of one: '1/2 point', '3 1/2'", _is_fraction),
    "lowercase-passages": ("paragraphs written without capitals: memos, chats", _in_lowercase_passage),
    "lyrics": ("verses: short lines without a stop", _in_lyrics),
    "market-quotes": ("prices of bonds and futures: 'rose 14/32'", _is_market_quote),
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
