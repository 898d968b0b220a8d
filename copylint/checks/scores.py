"""The headline's score or vote against the story's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import regex

from copylint.checks.background import is_masked, story_sentences
from copylint.checks.model import Look, Match, Needs, Place
from copylint.expressions import expression

_SCORE: Final = expression(r"(?<![\w.,/$£€–-])(\d{1,3})[-–](\d{1,3})(?![\w%/–-]|[.,]\d)")
NEEDS: Final = {"score": Needs(patterns=(r"\d[-–]\d",))}
_GAME: Final = expression(
    r"\b(?:beat|beats|win|wins|won|winning|defeat|defeats|defeated|lose|loses|lost|draw|draws|drew|down|edge|edged|rout|routed|thrash|thrashed"
    r"|stun|stunned|crush|crushed|held|hold|victory|vote|votes|voted|ruling|ruled|rules|sink|sank|past|overcome|overcame)\b",
    regex.IGNORECASE,
)
_NO_FINAL: Final = expression(
    r"\b(?:half-?time|aggregate|leading|led|trailed|ahead|behind|earlier|record|season|sets?|games?)\b",
    regex.IGNORECASE,
)
_LEAD: Final = 3


def score(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """One score in the headline, one other in the first paragraphs, both of a result."""
    headlines = look.of_part("headline")
    told = [found for segment in headlines for found in _SCORE.finditer(segment.text)]
    if len(headlines) != 1 or len(told) != 1 or not _GAME.search(headlines[0].text):
        return
    lead = [sentence for sentence in story_sentences(look, "body") if sentence.paragraph < _LEAD]
    results = [(sentence, found) for sentence in lead for found in _SCORE.finditer(sentence.text)]
    if len(results) != 1:
        return
    sentence, found = results[0]
    everywhere = (
        each for segment in look.document.of_part("body", "caption", "table") for each in _SCORE.finditer(segment.text)
    )
    if any(_pair(each) == _pair(told[0]) for each in everywhere):
        return
    start, end = sentence.start + found.start(), sentence.start + found.end()
    if (
        _GAME.search(sentence.text)
        and not _NO_FINAL.search(sentence.text)
        and not is_masked(sentence.segment, start, end)
    ):
        values = {"first": told[0][0], "second": found[0]}
        place = Place(*told[0].span(), headlines[0])
        yield Match(place, values, related=(("the story's score", Place(start, end, sentence.segment)),))


def _pair(found: regex.Match[str]) -> frozenset[str]:
    return frozenset((found[1], found[2]))
