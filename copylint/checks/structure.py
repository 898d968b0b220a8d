"""`check: structure`: parts that a story lacks, or that stand in the wrong place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from copylint.checks.model import Check, Definition, Look, Match, Option, Place
from copylint.checks.pictures import pictures_in
from copylint.document.model import PARTS, Document, Part, Segment

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

    def find_in_document(self, look: Look) -> Iterator[Match]:
        body = next((segment for segment in look.segments if segment.part == "body"), None)
        if body is not None and not self._is_there(look.document):
            yield Match(_first_word(body))

    def _is_there(self, document: Document) -> bool:
        stated = (document.metadata.get(name) for name in _STATED_AS.get(self.part, ()))
        return any(document.of_part(self.part)) or any(stated)


@dataclass(frozen=True)
class Displacement:
    """Reports parts that stand where they don't belong."""

    find: Callable[[Look], Iterator[Segment]]

    @property
    def level(self) -> Literal["document"]:
        return "document"

    def find_in_document(self, look: Look) -> Iterator[Match]:
        for segment in self.find(look):
            yield Match(Place(0, len(segment.text), segment))


def _byline_out_of_place(look: Look) -> Iterator[Segment]:
    """Bylines behind the first paragraph."""
    body = look.document.of_part("body")
    for segment in look.segments:
        if segment.part == "byline" and body and segment.span.start > body[0].span.start:
            yield segment


def _loose_caption(look: Look) -> Iterator[Segment]:
    """Captions in a story's body without a picture directly before or behind them."""
    segments = look.document.segments
    if not look.document.of_part("body"):
        return
    pictures = pictures_in(look.document.source_text)
    seen = {id(segment) for segment in look.segments}
    for index, segment in enumerate(segments):
        if segment.part != "caption" or id(segment) not in seen:
            continue
        start = segments[index - 1].span.end if index else 0
        end = segments[index + 1].span.start if index + 1 < len(segments) else len(look.document.source_text)
        if not pictures.between(start, end):
            yield segment


_FLAGS: Final[dict[str, Callable[[Look], Iterator[Segment]]]] = {
    "byline-out-of-place": _byline_out_of_place,
    "loose-caption": _loose_caption,
}

OPTIONS: Final = (
    Option("require", {"type": "string", "enum": list(PARTS)}, "a part that the story must have"),
    Option("flag", {"type": "string", "enum": list(_FLAGS)}, "a part out of its place"),
)
VALUES: Final[frozenset[str]] = frozenset()


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    options = definition.options
    if ("require" in options) == ("flag" in options):
        raise ValueError("give either 'require' or 'flag'")
    return Requirement(options["require"]) if "require" in options else Displacement(_FLAGS[options["flag"]])


def _first_word(segment: Segment) -> Place:
    return Place(0, len(segment.text.split(" ", 1)[0]), segment)
