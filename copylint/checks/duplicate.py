"""`check: duplicate`: a caption, paragraph, sentence, quotation or headline that stands twice in a story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import compress, islice
from typing import Final, Literal, get_args

from copylint.checks.bare_words import bare_text, joined_words
from copylint.checks.likeness import NearlyAlike, differ_by_a_slip, most_new_words, without_residue, words_of
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
)
from copylint.checks.pictures import Pictures, pictures_in
from copylint.checks.sentences import sentences
from copylint.document.model import Document, Part, Segment
from copylint.document.parts.credit import credit_start
from copylint.finding import Safety
from copylint.values import dataclass

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
_QUOTATION_NEEDED: Final = Needs((frozenset("\"'?"),))
_WORDS_ASKED: Final = 50
"""A unit counts if one of so many of its words does: it is no wording, so a link or name in it hides nothing."""


@dataclass(frozen=True)
class Copy:
    """One caption, paragraph, … and its place in the story."""

    segment: Segment
    start: int
    end: int
    position: int
    """Which segment of the document it stands in."""

    @property
    def place(self) -> Place:
        return Place(self.start, self.end, self.segment)

    @cached_property
    def text(self) -> str:
        return self.segment.text[self.start : self.end]

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
        return _QUOTATION_NEEDED if self.unit == "quotation" else NOTHING_NEEDED

    def find_in_document(self, look: Look) -> Iterator[Match]:
        if self.unit == "headline":
            yield from self._repeated_headline(look)
            return
        copies = self._suspects(list(_copies(self.unit, look)))
        pictures = pictures_in(look.document.source_text) if self.unit == "caption" and copies else None
        for first, *others in self._groups(copies, look.document):
            later = [copy for copy in others if _is_admitted(look, copy)]
            apart = [pictures is not None and _has_its_own_picture(first, copy, pictures, look) for copy in later]
            together = [copy for copy, is_apart in zip(later, apart, strict=True) if not is_apart]
            yield from self._matches(first, together, len(later) + 1, None)
            yield from self._matches(first, list(compress(later, apart)), len(later) + 1, "manual")

    def _suspects(self, copies: Sequence[Copy]) -> Sequence[Copy]:
        """Those that may be like another one, found without a look at each of their words: in most stories none."""
        if len(copies) < 2:
            return ()
        if self._share:
            return copies if self._can_be_nearly_alike(copies) else ()
        return [copy for copy, times in zip(copies, _times(copies), strict=True) if times > 1]

    def _can_be_nearly_alike(self, copies: Sequence[Copy]) -> bool:
        """Whether one has so few words that stand nowhere before it that it may be like an earlier one."""
        seen: set[bytes] = set()
        for copy in copies:
            words = joined_words(copy.text)
            new = set(words) - seen
            if len(new) <= most_new_words(len(words), self._share) and self._is_long_enough(copy):
                return True
            seen |= new
        return False

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
        if headline is None or len(headline.words) < _FEWEST_WORDS["headline"] or not self._can_be_lead(headline, look):
            return
        lead = next(_copies("sentence", look), None)
        if lead is not None and self._are_alike(headline, lead) and _is_admitted(look, lead):
            yield Match(lead.place, {"count": "2"}, related=((_FIRST, headline.place),))

    def _can_be_lead(self, headline: Copy, look: Look) -> bool:
        """Whether the story may begin with it; that takes less time than to look for the first sentence."""
        body = next(iter(look.of_part("body")), None)
        return body is not None and (bool(self._share) or bare_text(body.text).startswith(bare_text(headline.text)))

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
    segments = look.of_part(*_PARTS[unit])
    for segment in _each_once(segments) if unit == "sentence" else segments:
        for start, end in _spans(unit, segment):
            yield Copy(segment, start, end, positions[id(segment)])


def _spans(unit: Unit, segment: Segment) -> Iterable[tuple[int, int]]:
    if unit == "quotation":
        return ((span.start, span.end) for span in segment.quotation_spans)
    return sentences(segment.text) if unit == "sentence" else ((0, len(segment.text)),)


def _each_once(segments: Sequence[Segment]) -> Iterator[Segment]:
    """Those that repeat no earlier one: the sentences of a paragraph that stands twice are no finding of their own."""
    seen: set[str] = set()
    for segment, times in zip(segments, _times(segments), strict=True):
        if times == 1:
            yield segment
        elif (text := without_residue(segment.text)) not in seen:
            seen.add(text)
            yield segment


def _times(texts: Sequence[Copy | Segment]) -> list[int]:
    """How often each of the texts may stand among them."""
    keys = [bare_text(each.text) for each in texts]
    return list(map(Counter(keys).__getitem__, keys))


def _is_admitted(look: Look, copy: Copy) -> bool:
    start = copy.start
    for word in islice(copy.words, _WORDS_ASKED):
        start = copy.segment.text.index(word, start)
        if look.admits(copy.segment, start, start + len(word)):
            return True
        start += len(word)
    return False


def _with_space(copy: Copy) -> Place:
    """What to delete: a sentence goes with the space before it, or behind it where it opens the paragraph."""
    text, start, end = copy.segment.text, copy.start, copy.end
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
