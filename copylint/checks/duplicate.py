"""`check: duplicate`: a caption, paragraph, sentence, quotation or headline that stands twice in a story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final, Literal, get_args

from copylint.checks.likeness import NearlyAlike, differ_by_a_slip, without_residue, words_of
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
    whole,
)
from copylint.checks.pictures import Pictures, pictures_in
from copylint.checks.sentences import sentences
from copylint.document.model import Document, Part, Segment
from copylint.document.parts.credit import credit_start
from copylint.finding import Safety

Unit = Literal["caption", "paragraph", "sentence", "quotation", "headline", "heading", "byline"]

OPTIONS: Final = (
    Option(
        "unit",
        {"type": "string", "enum": list(get_args(Unit))},
        "what stands twice; a headline is compared with the story's first sentence, the first heading with the others",
        required=True,
    ),
    Option(
        "alike",
        {"type": "string", "pattern": r"^(exact|residue|[5-9]\d%)$"},
        "how alike: exact, residue (the same but for pipes, marks, spaces and case), or nearly, such as 90%, where only"
        " spellings and small words may differ (between paragraphs or sentences also two numbers)",
        required=True,
    ),
)
VALUES: Final = frozenset({"other", "count"})
"""`{other}`: the line of the first one, which the engine knows; `{count}`: how many there are."""

_FIRST: Final = "first used here"
_FURTHER: Final = "also here"
_PARTS: Final[dict[Unit, tuple[Part, ...]]] = {
    "caption": ("caption",),
    "paragraph": ("body",),
    "sentence": ("body",),
    "quotation": ("body",),
    "headline": ("headline",),
    "heading": ("headline", "subhead"),
    "byline": ("byline",),
}

_FEWEST_WORDS: Final[dict[Unit, int]] = {
    "caption": 6,
    "paragraph": 14,
    "sentence": 8,
    "quotation": 8,
    "headline": 4,
    "heading": 4,
    "byline": 1,
}
"""Shorter ones stand twice for good reasons: refrains, labels, fields of a list."""
_FEWEST_WORDS_SIDE_BY_SIDE: Final = 4
"""For a paragraph and the one behind it, or behind a line of no more than two words ('+12', 'Next')."""
_A_FORMULA: Final = 3
"""A sentence that stands so often is one of a list: 'Tickets are $8 at the door.'"""
_WORDS_ASKED: Final = 50
"""A unit counts if one of so many of its words does: it is no wording, so a link or name in it hides nothing."""


@dataclass(frozen=True)
class Copy:
    """One caption, paragraph, … and its place in the story."""

    place: Place
    segment: Segment
    position: int
    """Which segment of the document it stands in."""

    @cached_property
    def text(self) -> str:
        return self.segment.text[self.place.start : self.place.end]

    @cached_property
    def words(self) -> tuple[str, ...]:
        return words_of(self.text)


@dataclass(frozen=True)
class Duplicate:
    """Finds the later ones of two or more that are alike."""

    unit: Unit
    alike: str
    deletes_later: bool = False

    @property
    def level(self) -> Literal["document"]:
        return "document"

    @property
    def needs(self) -> Needs:
        return NOTHING_NEEDED

    def find_in_document(self, look: Look) -> Iterator[Match]:
        if self.unit == "headline":
            yield from self._repeated_headline(look)
            return
        copies = list(_copies(self.unit, look))
        pictures = pictures_in(look.document.source_text) if self.unit == "caption" and len(copies) > 1 else None
        for first, *others in self._groups(copies, look.document):
            later = [copy for copy in others if _is_admitted(look, copy)]
            with_picture = [copy for copy in later if pictures and _has_its_own_picture(first, copy, pictures, look)]
            without = [copy for copy in later if copy not in with_picture]
            yield from self._matches(first, without, len(later) + 1, None)
            yield from self._matches(first, with_picture, len(later) + 1, "manual")

    def _groups(self, copies: Sequence[Copy], document: Document) -> list[list[Copy]]:
        """Those that are alike, each group in the story's order."""
        if self._share:
            return self._nearly_alike(copies)
        return [group for group in self._the_same(copies, document) if self._is_a_slip(group)]

    def _is_a_slip(self, group: Sequence[Copy]) -> bool:
        """Cross-heads may be alike ('Sources'), and so may the sentences of a list."""
        if self.unit == "heading":
            return group[0].segment.part == "headline"
        return self.unit not in ("sentence", "quotation") or len(group) < _A_FORMULA

    def _the_same(self, copies: Sequence[Copy], document: Document) -> list[list[Copy]]:
        groups: dict[str, list[Copy]] = {}
        previous: dict[str, Copy] = {}
        for copy in copies:
            key = self._key(copy)
            if key not in groups:
                groups[key] = [copy]
            elif self._counts(copy, previous[key], document):
                groups[key].append(copy)
            previous[key] = copy
        return list(groups.values())

    def _nearly_alike(self, copies: Sequence[Copy]) -> list[list[Copy]]:
        near = NearlyAlike(self._share, numbers_may_differ=self.unit in ("paragraph", "sentence"))
        groups: dict[int, list[Copy]] = defaultdict(list)
        seen: dict[str, Copy] = {}
        for copy in copies:
            if not self._is_long_enough(copy) or seen.setdefault(without_residue(copy.text), copy) is not copy:
                continue
            first = near.add(copy.words)
            groups[len(groups)] = [copy]
            if first is not None:
                groups[first].append(copy)
        return list(groups.values())

    def _repeated_headline(self, look: Look) -> Iterator[Match]:
        headline = next(_copies("headline", look), None)
        lead = next(_copies("sentence", look), None)
        if headline is None or lead is None or len(headline.words) < _FEWEST_WORDS["headline"]:
            return
        if self._are_alike(headline, lead) and _is_admitted(look, lead):
            yield Match(lead.place, {"count": "2"}, related=((_FIRST, headline.place),))

    def _are_alike(self, one: Copy, other: Copy) -> bool:
        if self._share:
            return differ_by_a_slip(one.words, other.words, self._share)
        return self._key(one) == self._key(other)

    def _matches(self, first: Copy, later: Sequence[Copy], count: int, safety: Safety | None) -> Iterator[Match]:
        """One for all that are alike, at the second of them."""
        if later:
            related = ((_FIRST, first.place), *((_FURTHER, copy.place) for copy in later[1:]))
            replacements = tuple(Replacement(_with_space(copy), "") for copy in later) if self.deletes_later else ()
            yield Match(later[0].place, {"count": str(count)}, replacements, related, safety)

    def _key(self, copy: Copy) -> str:
        return copy.text if self.alike == "exact" else without_residue(copy.text)

    def _counts(self, copy: Copy, previous: Copy, document: Document) -> bool:
        if self.unit == "paragraph" and _stand_side_by_side(previous, copy, document):
            return len(copy.words) >= _FEWEST_WORDS_SIDE_BY_SIDE
        return self._is_long_enough(copy)

    def _is_long_enough(self, copy: Copy) -> bool:
        if len(copy.words) >= _FEWEST_WORDS[self.unit]:
            return True
        return self.unit == "caption" and credit_start(copy.text) is not None

    @cached_property
    def _share(self) -> float:
        """How much must be the same; 0 where all must."""
        return int(self.alike.rstrip("%")) / 100 if self.alike.endswith("%") else 0.0


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    fix = definition.fix
    unit: Unit = definition.options["unit"]
    deletes = fix is not None and fix.delete is not None
    if fix and fix.safety != "manual" and not deletes:
        raise ValueError("say 'delete: later' in the fix of a duplicate")
    if deletes and unit == "headline":
        raise ValueError("a first sentence can't be deleted because the headline repeats it")
    return Duplicate(unit, definition.options["alike"], deletes)


def _copies(unit: Unit, look: Look) -> Iterator[Copy]:
    positions = {id(segment): position for position, segment in enumerate(look.document.segments)}
    paragraphs: set[str] = set()
    for segment in look.segments:
        if segment.part not in _PARTS[unit]:
            continue
        position = positions[id(segment)]
        if unit == "quotation":
            for span in segment.quotation_spans:
                yield Copy(Place(span.start, span.end, segment), segment, position)
        elif unit != "sentence":
            yield Copy(whole(segment), segment, position)
        elif (key := without_residue(segment.text)) not in paragraphs:
            # The sentences of a paragraph that stands twice are no finding of their own.
            paragraphs.add(key)
            for start, end in sentences(segment.text):
                yield Copy(Place(start, end, segment), segment, position)


def _is_admitted(look: Look, copy: Copy) -> bool:
    start = copy.place.start
    for word in islice(copy.words, _WORDS_ASKED):
        start = copy.segment.text.index(word, start)
        if look.admits(copy.segment, start, start + len(word)):
            return True
        start += len(word)
    return False


def _with_space(copy: Copy) -> Place:
    """What to delete: a sentence goes with the space before it, or behind it where it opens the paragraph."""
    text, start, end = copy.segment.text, copy.place.start, copy.place.end
    if start > 0:
        start = len(text[:start].rstrip())
    elif end < len(text):
        end = len(text) - len(text[end:].lstrip())
    return Place(start, end, copy.segment)


def _stand_side_by_side(one: Copy, other: Copy, document: Document) -> bool:
    between = document.segments[one.position + 1 : min(other.position, one.position + 3)]
    return not between or (len(between) == 1 and len(between[0].text.split()) <= 2)


def _has_its_own_picture(first: Copy, later: Copy, pictures: Pictures, look: Look) -> bool:
    """An image with an address between the two captions, or any image directly before the later one."""
    between = first.segment.span.end, later.segment.span.start
    before = look.document.segments[later.position - 1].span.end, later.segment.span.start
    return pictures.addressed_between(*between) or pictures.between(*before)
