"""Quotations in a headline that the story has in nearly the same words, but not in these."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from copylint.checks.model import Look, Match, Place
from copylint.checks.words import PLAIN
from copylint.document.model import Segment
from copylint.expressions import expression
from copylint.values import dataclass

_WORD: Final = expression(r"\w+(?:['.,]\w+)*")
_SHORTENED: Final = expression(r"…|\.\.\.|[\[\]]")
_FEWEST: Final = 4
"""Fewer words are a label ('so-called reform') more often than a speaker's sentence."""
_TWO_SLIPS_FROM: Final = 9
"""So many words may differ in two."""


@dataclass(frozen=True)
class _Words:
    """The words of a passage, folded, with their offsets in their segment."""

    folded: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def quote_differs_in_headline(look: Look) -> Iterator[Match]:
    """Words in quotation marks must be the speaker's."""
    if not any(headline.quotation_spans for headline in look.segments):
        return
    body = look.document.of_part("body")
    everything = " ".join(" ".join(_words(each.text, 0, len(each.text)).folded) for each in body)
    for headline in look.segments:
        for span in headline.quotation_spans:
            start, end = span.start, span.end
            quoted = _words(headline.text, start, end)
            if len(quoted.folded) < _FEWEST or _SHORTENED.search(headline.text, start, end):
                continue
            if f" {' '.join(quoted.folded)} " in f" {everything} " or not look.admits(headline, start, end):
                continue
            said = _nearest(quoted, body)
            if said is not None:
                place, text = said
                yield Match(Place(start, end, headline), {"said": text}, related=(("said here", place),))


def _words(text: str, start: int, end: int) -> _Words:
    found = list(_WORD.finditer(text, start, end))
    return _Words(tuple(word[0].translate(PLAIN).casefold() for word in found), tuple(word.span() for word in found))


def _nearest(quoted: _Words, body: tuple[Segment, ...]) -> tuple[Place, str] | None:
    """The first words in a quotation of the story that differ from the headline's by a slip."""
    slips = 2 if len(quoted.folded) >= _TWO_SLIPS_FROM else 1
    for segment in body:
        for span in segment.quotation_spans:
            said = _words(segment.text, span.start, span.end)
            window = _alike(quoted.folded, said.folded, slips)
            if window is not None:
                first, last = said.spans[window[0]][0], said.spans[window[1] - 1][1]
                return Place(first, last, segment), segment.text[first:last]
    return None


def _alike(quoted: tuple[str, ...], said: tuple[str, ...], slips: int) -> tuple[int, int] | None:
    """`[start, end)` of the words of `said` that become those quoted by changing, adding or dropping so few."""
    length = len(quoted)
    for start in range(max(len(said) - length + slips + 1, 0)):
        window = said[start : start + length + slips]
        if len(set(window) & set(quoted)) * 4 < len(set(quoted)) * 3 - 3:
            continue
        sizes = sorted(range(length - slips, length + slips + 1), key=lambda size: abs(size - length))
        for size in sizes:
            part = window[:size]
            if (
                len(part) == size
                and part[0] == quoted[0]
                and part[-1] == quoted[-1]
                and _changes(quoted, part) <= slips
            ):
                return start, start + size
    return None


def _changes(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    """How many words must be changed, added or dropped: Levenshtein's distance in words."""
    row = list(range(len(second) + 1))
    for index, word in enumerate(first, 1):
        corner, row[0] = row[0], index
        for column, other in enumerate(second, 1):
            corner, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, corner + (word != other))
    return row[-1]
