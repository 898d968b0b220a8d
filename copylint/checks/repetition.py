"""`check: repetition`: a word, phrase or sentence that stands twice in a row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

import regex

from copylint.checks.model import Check, Definition, Look, Match, Option, Place, Replacement
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
_END: Final = r"(?![\p{L}\p{M}\d_]|['’-]\p{L}|\.\p{L})"
"""Not within a longer word ('that that's'), nor before a ticker ('Dell DELL.O')."""

_ON_PURPOSE: Final = (
    r"an? |(?:(?:and|or|by|after|upon) )?"
    rf"(?P<again>(?!the\b){_WORD})[ ](?:and|or|to|by|after|upon|on|over|for|in|at|against)[ ](?P=again)(?![\p{{L}}\d_])"
)
"""'More and more and more', 'from place to place to eat', 'what makes a gadget a gadget'."""

_REPEATED: Final = {
    # From five words on, a phrase may begin with a name and hold marks: a line twice, joined to one.
    # A capitalised word twice is a name (Duran Duran), or a headline's end and a sentence's start.
    "word": rf"(?<![\w'’.-])(?=\p{{Ll}})(?P<unit>{_WORD})(?:[ ](?P=unit){_END})+",
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

    @property
    def level(self) -> Literal["segment"]:
        return "segment"

    def find_in_segment(self, segment: Segment, look: Look) -> Iterable[Match]:
        for found in scan(self.pattern, segment.text, lambda start, end: look.admits(segment, start, end)):
            place = Place(*found.span(), segment)
            yield Match(place, {"repeated": found["unit"]}, (Replacement(_superfluous(found, segment), ""),))


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    return Repetition(regex.compile(_REPEATED[definition.options["unit"]]))


def _superfluous(found: regex.Match[str], segment: Segment) -> Place:
    """All but one, with a space; where the repeated text stands on two lines, what leaves the line break alone."""
    behind = Place(found.end("unit"), found.end(), segment)
    before = Place(found.start() - 1, found.end() - len(found["unit"]) - 1, segment)
    starts_behind_space = segment.text[max(before.start, 0) : found.start()] == " "
    if starts_behind_space and not segment.offsets.is_plain(behind.start, behind.end):
        return before
    return behind
