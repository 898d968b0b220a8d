"""`check: balance`: quotation marks and brackets without a partner, and two forms of a mark in one story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Final, Literal

import regex

from copylint.checks.marks import AFTER_A_FIGURE, Mark, doubtful_marks, no_marks, turn
from copylint.checks.model import Check, Definition, Look, Match, Needs, Option, Place
from copylint.document.model import Document, Segment
from copylint.expressions import expression
from copylint.values import dataclass

Within = Literal["paragraph", "story"]

_CHARACTER: Final = {"type": "string", "minLength": 1, "maxLength": 1}

OPTIONS: Final = (
    Option(
        "pairs",
        {
            "type": "array",
            "minItems": 1,
            "items": {"type": "array", "minItems": 2, "maxItems": 2, "items": _CHARACTER},
        },
        "marks that open and what closes them; the same mark twice does both, and a mark may stand in several pairs",
    ),
    Option(
        "within",
        {"type": "string", "enum": ["paragraph", "story"]},
        "where the partner must stand: in the paragraph (unless the next one opens with the mark again, as a quotation"
        " that goes on does), or later in the story; paragraph if it is not given",
    ),
    Option(
        "mixed",
        {
            "type": "array",
            "minItems": 2,
            "items": {"type": "array", "minItems": 1, "items": _CHARACTER},
        },
        "forms of the same marks, such as straight and curly ones, of which a story should have one; the rarer are"
        " reported",
    ),
)
VALUES: Final[frozenset[str]] = frozenset()

_STRAIGHT: Final = '"'
_RARELY_OPENS: Final = "”»"
"""They open in Swedish and Danish only, where the spaces show it."""
_SENTENCE_END: Final = expression(r"(?:[.!?…]['’]?|[)\]]) *$")
_STOP_AT_END: Final = expression(r"[.!?…:;,]['’\"”“»)\]]*$")
_QUOTATION_MARKS: Final = '"“”„«»'
_ATTRIBUTION: Final = expression(
    r", (?:[^,.!?]{0,60} )?(?:said|says|told|tells|added|adds|wrote|writes|asked|replied|insisted|admitted|explained"
    r"|continued|recalled|warned|argued|noted|tweeted|posted)\b[^!?]{0,80}$"
)
_SENTENCE: Final = 250
"""How much of a quotation is looked at for who said it, in code points."""
_DEEPEST: Final = 8
"""How many open marks a closing one is compared with."""
_LINES_BETWEEN: Final = 5
"""How many pictures, cross-heads and the like may stand between two paragraphs of a quotation."""


@dataclass(frozen=True)
class Reading:
    """What is left of a paragraph's marks when each one with a partner is taken out."""

    lost: tuple[Mark, ...] = ()
    """Those that can't have a partner in another paragraph, and those that close what nothing here opened."""
    left_open: tuple[Mark, ...] = ()
    """Those that another paragraph may close."""

    @property
    def is_balanced(self) -> bool:
        return not self.lost and not self.left_open

    @property
    def first(self) -> Mark:
        return min((*self.lost, *self.left_open), key=lambda mark: mark.position)

    def without_first(self) -> Reading:
        if self.first in self.lost:
            return Reading(self.lost[1:], self.left_open)
        return Reading(self.lost, self.left_open[1:])


@dataclass(frozen=True)
class Balance:
    """Reports the first mark without a partner in each paragraph."""

    closers: Mapping[str, frozenset[str]]
    """What can close each mark that opens."""
    within: Within = "paragraph"

    @property
    def level(self) -> Literal["document"]:
        return "document"

    @property
    def needs(self) -> Needs:
        return Needs((_literals(self._closing | self.closers.keys()),))

    def find_in_document(self, look: Look) -> Iterator[Match]:
        readings = self._over_paragraphs(look)
        for segment, reading in zip(look.segments, readings, strict=True):
            if not reading.is_balanced:
                place = Place(reading.first.position, reading.first.position + 1, segment)
                yield Match(place)

    def _over_paragraphs(self, look: Look) -> list[Reading]:
        """The reading of each segment, without the marks whose partner stands in another one."""
        readings: list[Reading] = []
        goes_on_in: dict[int, str] = {}
        waiting: int | None = None
        for index, segment in enumerate(look.segments):
            marks = self._marks(segment, look)
            if not marks:
                readings.append(Reading())
                continue
            reading = self._reading(segment.text, marks, goes_on_in.get(id(segment), ""))
            if self.within == "paragraph" and reading.left_open:
                following = _next_paragraph(look.document, segment)
                if following is not None and self._goes_on(reading, marks, following):
                    goes_on_in[id(following)] = reading.left_open[-1].char
                    reading = Reading(reading.lost)
            readings.append(reading)
            self._close_earlier(readings, waiting)
            if readings[-1].left_open:
                waiting = index
            elif waiting is not None and self._begins_anew(readings[waiting], marks):
                waiting = None
        return readings

    def _begins_anew(self, earlier: Reading, marks: Sequence[Mark]) -> bool:
        """Whether whole quotations with the same mark show that the one left open earlier is over."""
        chars = {mark.char for mark in earlier.left_open}
        return not chars or (self.within == "paragraph" and any(mark.char in chars for mark in marks))

    def _close_earlier(self, readings: list[Reading], earlier: int | None) -> None:
        """Takes out a mark that closes what an earlier paragraph opened, and that one: a block quotation, a note."""
        last = readings[-1]
        if earlier is None or last.is_balanced or not readings[earlier].left_open:
            return
        opening = readings[earlier].left_open[-1]
        if last.first.turn != "opens" and last.first.char in self.closers[opening.char]:
            readings[-1] = last.without_first()
            readings[earlier] = Reading(readings[earlier].lost, readings[earlier].left_open[:-1])

    def _goes_on(self, reading: Reading, marks: Sequence[Mark], following: Segment) -> bool:
        """Whether the next paragraph takes up the quotation that is left open, by its first mark."""
        opening = reading.left_open[-1]
        first = following.text[:1]
        same = self.closers[opening.char] & self.closers.get(first, frozenset()) or first in self.closers[opening.char]
        # Another quotation behind it shows that this one is over: "One, he said. "Two," she said.
        return bool(same) and not any(mark.position > opening.position and mark.char == opening.char for mark in marks)

    def _marks(self, segment: Segment, look: Look) -> tuple[Mark, ...]:
        text = segment.text
        positions = [found.start() for found in self._any_mark.finditer(text)]
        if not positions:
            return ()
        none = no_marks(text)
        doubtful = doubtful_marks(text)
        return tuple(
            Mark(text[position], position, turn(text, position), position in doubtful)
            for position in positions
            if position not in none and look.admits(segment, position, position + 1)
        )

    def _reading(self, text: str, marks: Sequence[Mark], goes_on: str) -> Reading:
        sure = [mark for mark in marks if not mark.is_doubtful]
        readings = [self._read(text, marks, goes_on)]
        if not readings[0].is_balanced:
            # A mark inside a quotation that opens another one with the same mark is another rule's concern.
            readings += [self._read(text, sure, goes_on), self._read(text, marks, goes_on, nested=True)]
        return next((reading for reading in readings if reading.is_balanced), readings[0])

    def _read(self, text: str, marks: Sequence[Mark], goes_on: str, *, nested: bool = False) -> Reading:
        opened: list[Mark] = []
        lost: list[Mark] = []
        for mark in marks:
            if goes_on and mark.position == 0:
                opened.append(Mark(goes_on, 0))
                continue
            partner = self._partner(mark, opened)
            if partner is not None and self._closes(mark, opened[partner]):
                lost += opened[partner + 1 :]
                del opened[partner:]
            elif self._opens(mark):
                if not nested and opened and opened[-1].char == mark.char:
                    if self._goes_on_here(text, opened[-1], mark):
                        opened.pop()
                    elif partner is not None:
                        lost.append(opened.pop(partner))
                opened.append(mark)
            elif not mark.is_doubtful:
                lost.append(mark)
        return Reading(tuple(lost), tuple(opened))

    def _goes_on_here(self, text: str, opening: Mark, mark: Mark) -> bool:
        """Whether the second mark takes up the quotation at a new sentence: a paragraph that lost its line break."""
        between = text[max(opening.position + 1, mark.position - _SENTENCE) : mark.position]
        return (
            self.within == "paragraph"
            and mark.turn == "opens"
            and _SENTENCE_END.search(between) is not None
            and _ATTRIBUTION.search(between) is None
        )

    def _partner(self, mark: Mark, opened: Sequence[Mark]) -> int | None:
        """Which of the opened marks this one can close: the last that it can."""
        if mark.char not in self._closing:
            return None
        last = range(len(opened) - 1, max(len(opened) - _DEEPEST, 0) - 1, -1)
        return next((index for index in last if mark.char in self.closers[opened[index].char]), None)

    def _opens(self, mark: Mark) -> bool:
        if mark.char not in self.closers:
            return False
        if mark.char in _RARELY_OPENS:
            return mark.turn == "opens" or mark.position == 0
        return mark.turn != "closes" or mark.char not in self._closing

    def _closes(self, mark: Mark, opening: Mark) -> bool:
        """Whether it closes the opened mark rather than opening one itself, where it can do both."""
        does_both = mark.char in (opening.char, _STRAIGHT)
        return not does_both or mark.turn != "opens"

    @cached_property
    def _closing(self) -> frozenset[str]:
        return frozenset().union(*self.closers.values())

    @cached_property
    def _any_mark(self) -> regex.Pattern[str]:
        return _any_of(self._closing | self.closers.keys())


@dataclass(frozen=True)
class Mixture:
    """Reports the marks of the rarer form where a story has more than one."""

    forms: tuple[frozenset[str], ...]

    @property
    def level(self) -> Literal["document"]:
        return "document"

    @property
    def needs(self) -> Needs:
        """Two forms: whichever is left out, one of the others."""
        others = (self.forms[:index] + self.forms[index + 1 :] for index in range(len(self.forms)))
        return Needs(tuple(_literals(frozenset().union(*forms)) for forms in others))

    def find_in_document(self, look: Look) -> Iterator[Match]:
        places = [list(_places_of(form, look)) for form in self.forms]
        if sum(map(bool, places)) < 2:
            return
        commonest = max(places, key=len)
        for place in (place for found in places if found is not commonest for place in found):
            yield Match(place)


def _places_of(form: frozenset[str], look: Look) -> Iterator[Place]:
    mark = _any_of(form)
    for segment in look.segments:
        positions = [found.start() for found in mark.finditer(segment.text)]
        measures = {found.start(1) for found in AFTER_A_FIGURE.finditer(segment.text)} if positions else ()
        for position in positions:
            if position not in measures and look.admits(segment, position, position + 1):
                yield Place(position, position + 1, segment)


def _literals(chars: Iterable[str]) -> frozenset[str]:
    """The characters as a check's needs name them."""
    return frozenset(char.lower() if char.isascii() else "?" for char in chars)


def _any_of(chars: Iterable[str]) -> regex.Pattern[str]:
    return regex.compile(f"[{regex.escape(''.join(sorted(chars)))}]")


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    options = definition.options
    if ("pairs" in options) == ("mixed" in options):
        raise ValueError("give either 'pairs' or 'mixed'")
    if definition.fix:
        raise ValueError("balance can't tell which mark to write: leave out 'fix'")
    if "mixed" in options:
        if "within" in options:
            raise ValueError("'within' goes with 'pairs' only")
        return Mixture(tuple(map(frozenset, options["mixed"])))
    pairs = options["pairs"]
    closers = {opening: frozenset(close for first, close in pairs if first == opening) for opening, _ in pairs}
    return Balance(closers, options.get("within", "paragraph"))


def _next_paragraph(document: Document, segment: Segment) -> Segment | None:
    """The next paragraph of the body, past pictures, cross-heads and the like: lines without a stop at their end."""
    if segment.part != "body":
        return None
    index = document.index_of(segment) + 1
    following = islice(document.segments, index, index + _LINES_BETWEEN + 1)
    return next((each for each in following if each.part == "body" and _is_paragraph(each.text)), None)


def _is_paragraph(text: str) -> bool:
    return text[0] in _QUOTATION_MARKS or _STOP_AT_END.search(text) is not None
