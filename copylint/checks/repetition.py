"""`check: repetition`: a word, phrase or sentence that stands twice in a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import islice, pairwise
from operator import eq
from typing import Final, Literal

import regex

from copylint.checks.bare_words import bare_words, has_other_letters, starts_of_bare_words
from copylint.checks.model import (
    NOTHING_NEEDED,
    Check,
    Definition,
    Look,
    Match,
    Needs,
    Option,
    Place,
    Replacement,
    Starts,
)
from copylint.checks.scan import scan
from copylint.document.model import Segment
from copylint.values import dataclass

OPTIONS: Final = (
    Option(
        "unit",
        {"type": "string", "enum": ["word", "phrase", "sentence"]},
        "what stands twice in a row: a lower-case word, a phrase of two to fifteen words, or a sentence",
        required=True,
    ),
)
VALUES: Final = frozenset({"repeated"})
"""`{repeated}`: what stands more than once, written once."""

_WORD: Final = r"\p{L}[\p{L}\p{M}'’-]*+"
_LONGEST: Final = 250
"""So many words no repeated sentence has."""
_EARLIER: Final = 16
"""How many earlier places of two words are looked at: no phrase or sentence has the same two more often."""
_AGAIN: Final = "{1,99}"
"""How often a unit may follow at once. A text of nothing else is cut into several findings; without a limit, each try
would go through all of it."""
_END: Final = r"(?![\p{L}\p{M}\d_]|['’-]\p{L}|\.\p{L})"
"""Not within a longer word ('that that's'), nor before a ticker ('Dell DELL.O')."""

_ON_PURPOSE: Final = (
    r"an? |(?:(?:and|or|by|after|upon) )?"
    rf"(?P<again>(?!the\b){_WORD})[ ](?:and|or|to|by|after|upon|on|over|for|in|at|against)[ ](?P=again)(?![\p{{L}}\d_])"
)
"""'More and more and more', 'from place to place to eat', 'what makes a gadget a gadget'."""

_SURE_OPENERS: Final = "The|An?|In|On|At|Of|To|For|From|With|By|And|But|She|It|They|We|This|These|Their|When|After"
"""Words that open sentences and are no names."""

_REPEATED: Final = {
    # From five words on, a phrase may begin with a name and hold marks: a line twice, joined to one.
    # A capitalised word twice is a name (Duran Duran), or a headline's end and a sentence's start.
    # At a sentence's start 'The the' is none; 'Will will' and 'May may' are.
    "word": (
        rf"(?<![\w'’.-])(?=\p{{Ll}})(?P<unit>{_WORD})(?:[ ](?P=unit){_END}){_AGAIN}"
        rf"|(?<=^|[.!?][\"'”’)]*[ ])(?P<unit>{_SURE_OPENERS})(?:[ ](?=\p{{Ll}})(?i:(?P=unit)){_END})"
    ),
    "phrase": (
        rf"(?<![\w'’.-])(?=\p{{Ll}})(?!{_ON_PURPOSE})"
        rf"(?P<unit>{_WORD}(?:[ ]{_WORD}){{1,5}}?)(?:[ ](?P=unit){_END}){_AGAIN}"
        rf"|(?<!\S)(?P<unit>\p{{L}}\S*+(?:[ ]\S++){{4,14}}?)(?:[ ](?P=unit)(?!\S)){_AGAIN}"
    ),
    "sentence": (
        r"(?<=^|[.!?][\"'”’)]*[ ])(?P<unit>\p{Lu}[^ .!?]*+(?:[ ][^ .!?]++){2,60}+[.!?]++[\"'”’)]*+)"
        rf"(?:[ ](?P=unit)){_AGAIN}(?=[ ]|$)"
    ),
}


@dataclass(frozen=True)
class Repetition:
    """Finds its unit repeated in the story text of each segment, letter for letter."""

    pattern: regex.Pattern[str]

    @property
    def level(self) -> Literal["segment"]:
        return "segment"

    @property
    def needs(self) -> Needs:
        return NOTHING_NEEDED

    def find_in_segment(self, segment: Segment, look: Look) -> Iterable[Match]:
        for found in scan(self.pattern, segment.text, partial(look.admits, segment), repeated_at(segment.text)):
            place = Place(*found.span(), segment)
            yield Match(place, {"repeated": found["unit"]}, (Replacement(_superfluous(found, segment), ""),))


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    return Repetition(regex.compile(_REPEATED[definition.options["unit"]]))


@lru_cache(maxsize=256)
def repeated_at(text: str) -> Starts | None:
    """Where words may begin that stand twice in a row: in most texts nowhere; None: anywhere.

    Several rules ask for it, so the answers are remembered for about as long as one story takes.
    """
    if has_other_letters(text):
        return None
    words = bare_words(text)
    repeated = [*_repeated_words(words), *_repeated_phrases(words)]
    if not repeated:
        return Starts(())
    starts = starts_of_bare_words(text)
    if starts is None:
        return None
    # One space stands before what is repeated.
    return Starts(sorted({starts[first] for first, again in repeated if text[starts[again] - 1] == " "}))


def _repeated_words(words: Sequence[bytes]) -> Iterator[tuple[int, int]]:
    """The places of each word and of the next one where both are the same."""
    same = enumerate(map(eq, words, islice(words, 1, None)))
    return ((place, place + 1) for place, is_same in same if is_same)


def _repeated_phrases(words: Sequence[bytes]) -> Iterator[tuple[int, int]]:
    """Where two or more words begin and where the same ones follow: the first two of them stand twice, too."""
    pairs = list(pairwise(words))
    twice = {pair for pair, times in Counter(pairs).items() if times > 1}
    places: dict[tuple[bytes, bytes], list[int]] = {pair: [] for pair in twice}
    for place, pair in enumerate(pairs):
        if pair in twice:
            earlier = places[pair]
            yield from ((first, place) for first in earlier[-_EARLIER:] if _is_repeated(words, first, place))
            earlier.append(place)


def _is_repeated(words: Sequence[bytes], first: int, again: int) -> bool:
    """Whether all from the first place to the second stand there once more."""
    end = 2 * again - first
    if again - first > _LONGEST or end > len(words) or words[again - 1] != words[end - 1]:
        return False
    return words[first:again] == words[again:end]


def _superfluous(found: regex.Match[str], segment: Segment) -> Place:
    """All but one, with a space; where the repeated text stands on two lines, what leaves the line break alone."""
    behind = Place(found.end("unit"), found.end(), segment)
    before = Place(found.start() - 1, found.end() - len(found["unit"]) - 1, segment)
    starts_behind_space = segment.text[max(before.start, 0) : found.start()] == " "
    if starts_behind_space and not segment.offsets.is_plain(behind.start, behind.end):
        return before
    return behind
