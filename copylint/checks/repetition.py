"""`check: repetition`: a word, phrase or sentence that stands twice in a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import regex

from copylint.checks.model import NOTHING_NEEDED, Check, Definition, Look, Match, Needs, Option, Place, Replacement
from copylint.checks.scan import scan
from copylint.document.model import Segment

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
_LONGEST: Final = 15
"""A phrase's words."""
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
        rf"(?<![\w'’.-])(?=\p{{Ll}})(?P<unit>{_WORD})(?:[ ](?P=unit){_END})+"
        rf"|(?<=^|[.!?][\"'”’)]*[ ])(?P<unit>{_SURE_OPENERS})(?:[ ](?=\p{{Ll}})(?i:(?P=unit)){_END})"
    ),
    "phrase": (
        rf"(?<![\w'’.-])(?=\p{{Ll}})(?!{_ON_PURPOSE})"
        rf"(?P<unit>{_WORD}(?:[ ]{_WORD}){{1,5}}?)(?:[ ](?P=unit){_END})+"
        r"|(?<!\S)(?P<unit>\p{L}\S*+(?:[ ]\S++){4,14}?)(?:[ ](?P=unit)(?!\S))+"
    ),
    "sentence": (
        r"(?<=^|[.!?][\"'”’)]*[ ])(?P<unit>\p{Lu}[^ .!?]*+(?:[ ][^ .!?]++){2,60}+[.!?]++[\"'”’)]*+)"
        r"(?:[ ](?P=unit))+(?=[ ]|$)"
    ),
}


@dataclass(frozen=True)
class Repetition:
    """Finds its unit repeated in the story text of each segment, letter for letter."""

    pattern: regex.Pattern[str]
    can_stand_in: Callable[[str], bool]
    """Says quickly of most texts that nothing in them is repeated."""

    @property
    def level(self) -> Literal["segment"]:
        return "segment"

    @property
    def needs(self) -> Needs:
        return NOTHING_NEEDED

    def find_in_segment(self, segment: Segment, look: Look) -> Iterable[Match]:
        if not self.can_stand_in(segment.text):
            return
        for found in scan(self.pattern, segment.text, lambda start, end: look.admits(segment, start, end)):
            place = Place(*found.span(), segment)
            yield Match(place, {"repeated": found["unit"]}, (Replacement(_superfluous(found, segment), ""),))


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    unit = definition.options["unit"]
    return Repetition(regex.compile(_REPEATED[unit]), can_repeat_phrase if unit == "phrase" else bool)


def can_repeat_phrase(text: str) -> bool:
    """Whether a phrase of two to fifteen words may stand twice in a row: false only if it surely doesn't.

    Marks may stand before its first word and behind its last one, so what is looked up is its second word; of two
    words, all are compared.
    """
    words = text.split(" ")
    fours = zip(words, words[1:], words[2:], words[3:], strict=False)
    if any(first.endswith(third) and fourth.startswith(second) for first, second, third, fourth in fours):
        return True
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        earlier = places.setdefault(word, [])
        near = [each for each in earlier[-_LONGEST:] if place - each <= _LONGEST]
        if any(_stands_twice(words, each - 1, place - each) for each in near):
            return True
        earlier.append(place)
    return False


def _stands_twice(words: Sequence[str], start: int, length: int) -> bool:
    if start < 0:
        return False
    once, again = words[start : start + length], words[start + length : start + 2 * length]
    if len(again) < length or not once[0].endswith(again[0]):
        return False
    return again[-1].startswith(once[-1]) and once[1:-1] == again[1:-1]


def _superfluous(found: regex.Match[str], segment: Segment) -> Place:
    """All but one, with a space; where the repeated text stands on two lines, what leaves the line break alone."""
    behind = Place(found.end("unit"), found.end(), segment)
    before = Place(found.start() - 1, found.end() - len(found["unit"]) - 1, segment)
    starts_behind_space = segment.text[max(before.start, 0) : found.start()] == " "
    if starts_behind_space and not segment.offsets.is_plain(behind.start, behind.end):
        return before
    return behind
