"""`check: structure`: parts that a story lacks, that stand in the wrong place, or that say no more than another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final, Literal

import regex

from copylint.checks.likeness import without_residue
from copylint.checks.model import NOTHING_NEEDED, Check, Definition, Look, Match, Needs, Option, Place, Replacement
from copylint.checks.pictures import pictures_in
from copylint.document.model import PARTS, Document, Part, Segment
from copylint.document.parts.credit import credit_start
from copylint.expressions import expression
from copylint.values import dataclass

_STATED_AS: Final[dict[Part, tuple[str, ...]]] = {
    "headline": ("title", "headline"),
    "byline": ("author", "byline"),
    "dateline": ("dateline",),
    "slug": ("slug",),
}
"""Metadata that says the same as the part would."""


@dataclass(frozen=True)
class Requirement:
    """Reports a story with copy that lacks a part, at its first word."""

    part: Part

    @property
    def level(self) -> Literal["document"]:
        return "document"

    @property
    def needs(self) -> Needs:
        return NOTHING_NEEDED

    def find_in_document(self, look: Look) -> Iterator[Match]:
        body = next((segment for segment in look.segments if segment.part == "body"), None)
        if body is not None and not self._is_there(look.document):
            yield Match(_first_word(body))

    def _is_there(self, document: Document) -> bool:
        stated = (document.metadata.get(name) for name in _STATED_AS.get(self.part, ()))
        return any(document.of_part(self.part)) or any(stated)


@dataclass(frozen=True)
class Displacement:
    """Reports what its finder finds wrong in the build of a story."""

    find: Callable[[Look], Iterator[Match]]

    @property
    def level(self) -> Literal["document"]:
        return "document"

    @property
    def needs(self) -> Needs:
        return NOTHING_NEEDED

    def find_in_document(self, look: Look) -> Iterator[Match]:
        return self.find(look)


def _byline_out_of_place(look: Look) -> Iterator[Match]:
    """Bylines behind the first paragraph."""
    body = look.document.of_part("body")
    for segment in look.segments:
        if segment.part == "byline" and body and segment.span.start > body[0].span.start:
            yield _all_of(segment)


def _loose_caption(look: Look) -> Iterator[Match]:
    """Captions in a story's body without a picture directly before or behind them."""
    if look.document.of_part("body"):
        yield from map(_all_of, _without_picture(look, "caption"))


def _loose_credit(look: Look) -> Iterator[Match]:
    """Credits with neither a picture nor a caption beside them."""
    segments = look.document.segments
    for credit in _without_picture(look, "credit"):
        index = look.document.index_of(credit)
        if all(beside.part != "caption" for beside in segments[max(index - 1, 0) : index + 2]):
            yield _all_of(credit)


def _without_picture(look: Look, part: Part) -> Iterator[Segment]:
    """Segments of a part without a picture between them and their neighbours; markup says what belongs to one."""
    if not look.document.by_lines or not look.of_part(part):
        return
    segments = look.document.segments
    pictures = pictures_in(look.document.source_text)
    seen = {id(segment) for segment in look.segments}
    for index, segment in enumerate(segments):
        if segment.part != part or id(segment) not in seen:
            continue
        start = segments[index - 1].span.end if index else 0
        end = segments[index + 1].span.start if index + 1 < len(segments) else len(look.document.source_text)
        if not pictures.between(start, end):
            yield segment


def _uncredited_caption(look: Look) -> Iterator[Match]:
    """Captions without a credit at their end or in a line of its own beside them."""
    segments = look.document.segments
    for caption in look.of_part("caption"):
        index = look.document.index_of(caption)
        beside = segments[max(index - 1, 0) : index + 2]
        if credit_start(caption.text) is None and all(each.part != "credit" for each in beside):
            yield _all_of(caption)


_FEWEST_WORDS: Final = 4
"""A caption or alternative text with fewer is a name, which a headline may well be too."""


def _caption_as_headline(look: Look) -> Iterator[Match]:
    """Captions that say the headline's words and no others."""
    captions = look.of_part("caption")
    if not captions:
        return
    headline = next(iter(look.document.of_part("headline")), None)
    title = headline.text if headline else look.document.metadata.get("title", "")
    said = without_residue(title)
    if len(said.split()) < _FEWEST_WORDS:
        return
    related = (("the headline", Place(0, len(title), headline)),) if headline else ()
    for caption in captions:
        if without_residue(_without_credit(caption.text)) == said:
            yield Match(Place(0, len(caption.text), caption), related=related)


_ALTERNATIVE: Final = expression(r"!\[([^\[\]\n]{1,500})\]|<img\b[^<>\n]{0,2000}?\balt=\"([^\"<>\n]{1,500})\"")


def _alternative_as_caption(look: Look) -> Iterator[Match]:
    """Captions whose picture, directly before or behind them, has the same words for its alternative text."""
    source = look.document.source_text
    captions = look.of_part("caption")
    if not captions or not ("![" in source or "<img" in source):
        return
    texts = [(found.start(), without_residue(found[1] or found[2])) for found in _ALTERNATIVE.finditer(source)]
    nearest = 0
    for caption in captions:
        while nearest + 1 < len(texts) and texts[nearest + 1][0] < caption.span.start:
            nearest += 1
        said = without_residue(_without_credit(caption.text))
        if any(said and said == alternative for _, alternative in texts[nearest : nearest + 2]):
            yield _all_of(caption)


_FINAL_STOPS: Final = frozenset('.!?:;…|"”’)*_-')
_SMALL_START: Final = expression(r"[^\W\d_A-Z]")


def _hard_wrapped_sentence(look: Look) -> Iterator[Match]:
    """Paragraphs that go on in the next line: one has no stop, the other a small first letter."""
    source = look.document.source_text
    for one, following in pairwise(look.segments if look.document.by_lines else ()):
        if one.part != "body" or following.part != "body" or one.text[-1:] in _FINAL_STOPS:
            continue
        between = source[one.span.end : following.span.start]
        start = _SMALL_START.match(following.text)
        if start and start[0].islower() and between.strip() == "" and between.count("\n") == 1:
            yield Match(_first_word(following))


_EXCESS: Final = expression(r"\n[ \t\r]*\n((?:[ \t\r]*\n)+)")


def _excess_blank_lines(look: Look) -> Iterator[Match]:
    """Blank lines behind a blank line, between two parts of which neither is code."""
    document = look.document
    if not look.segments or not document.by_lines:
        return
    first, last = look.segments[0].span.start, look.segments[-1].span.end
    for found in _EXCESS.finditer(document.source_text, first, last):
        if document.segment_at(found.start()) is None:
            place = Place(*found.span(1))
            yield Match(place, replacements=(Replacement(place, ""),))


_FIELDS: Final = ("title", "date")
"""What every system that takes in stories asks for."""


def _missing_field(look: Look) -> Iterator[Match]:
    """Front matter without a title or a date."""
    for front in look.document.of_part("front-matter"):
        for name in _FIELDS:
            if not look.document.metadata.get(name, "").strip():
                yield Match(_first_word(front), {"field": name})


_WORD: Final = expression(r"[^\W\d_][\w'’]*")
_SMALL_WORD: Final = expression(
    r"an?|and|as|at|but|by|for|from|in|into|is|nor|of|on|or|over|the|to|up|vs|with", regex.IGNORECASE
)
"""What Title Case leaves small."""
_FEWEST_TELLING: Final = 3
"""So many words behind the first must say which case a heading is in; names have capitals in both."""


def _mixed_heading_case(look: Look) -> Iterator[Match]:
    """Headings in Title Case where the story's first telling one is in sentence case, or the other way round."""
    first: tuple[bool, Segment] | None = None
    for segment in look.segments:
        titled = _is_titled(segment.text) if segment.part in ("headline", "subhead") else None
        if titled is None:
            continue
        if first is None:
            first = (titled, segment)
        elif first[0] != titled:
            place = Place(0, len(first[1].text), first[1])
            yield Match(Place(0, len(segment.text), segment), related=(("the other case", place),))


def _is_titled(text: str) -> bool | None:
    """Whether a heading is in Title Case; None where too few of its words show it, or they are at odds."""
    words = [word for word in _WORD.findall(text)[1:] if not _SMALL_WORD.fullmatch(word)]
    capitals = sum(word[0].isupper() for word in words)
    if len(words) < _FEWEST_TELLING or text.isupper():
        return None
    if capitals == len(words):
        return True
    return False if len(words) - capitals >= _FEWEST_TELLING else None


_FLAGS: Final[dict[str, Callable[[Look], Iterator[Match]]]] = {
    "alternative-as-caption": _alternative_as_caption,
    "byline-out-of-place": _byline_out_of_place,
    "caption-as-headline": _caption_as_headline,
    "excess-blank-lines": _excess_blank_lines,
    "hard-wrapped-sentence": _hard_wrapped_sentence,
    "loose-caption": _loose_caption,
    "loose-credit": _loose_credit,
    "missing-field": _missing_field,
    "mixed-heading-case": _mixed_heading_case,
    "uncredited-caption": _uncredited_caption,
}

OPTIONS: Final = (
    Option("require", {"type": "string", "enum": list(PARTS)}, "a part that the story must have"),
    Option("flag", {"type": "string", "enum": list(_FLAGS)}, "a part out of its place"),
)
VALUES: Final = frozenset({"other", "field"})
"""`{other}`: the line of what it is held against, which the engine knows; `{field}`: what `missing-field` misses."""


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    options = definition.options
    if ("require" in options) == ("flag" in options):
        raise ValueError("give either 'require' or 'flag'")
    return Requirement(options["require"]) if "require" in options else Displacement(_FLAGS[options["flag"]])


def _without_credit(caption: str) -> str:
    start = credit_start(caption)
    return caption if start is None else caption[:start]


def _all_of(segment: Segment) -> Match:
    return Match(Place(0, len(segment.text), segment))


def _first_word(segment: Segment) -> Place:
    return Place(0, len(segment.text.split(" ", 1)[0]), segment)
