"""`check: occurrence`: how often a part, a byline's name or certain words may stand in a story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final, Literal

import regex

from copylint.checks.model import NOTHING_NEEDED, Check, Definition, Look, Match, Needs, Option, Place, whole
from copylint.checks.scan import scan
from copylint.checks.words import phrase_pattern
from copylint.document.model import PARTS
from copylint.expressions import expression
from copylint.values import dataclass

_TIMES: Final = {"type": "integer", "minimum": 0}

OPTIONS: Final = (
    Option(
        "count",
        {
            "oneOf": [
                {"type": "string", "enum": list(PARTS)},
                {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}},
            ]
        },
        "what to count: a part of the story, or words",
        required=True,
    ),
    Option(
        "same",
        {"type": "string", "enum": ["name"]},
        "count each name in the bylines by itself; a page with more than three bylines lists several stories",
    ),
    Option("at-most", _TIMES, "how often it may stand"),
    Option("at-least", _TIMES, "how often it must stand"),
)
VALUES: Final = frozenset({"name", "count", "other"})
"""`{count}`: how often it stands; `{name}`: the name, with `same: name`; `{other}`: the first one's line."""

_OPENING: Final = expression(
    r"(?:by|par|por|von|door|av|af|text|tekst|story by|words by|written by|posted by)\b:?\s+", regex.IGNORECASE
)
_AGENCY: Final = expression(r"\s*\([^()]{0,60}\).*|\s+[|•·].*")
_BETWEEN_NAMES: Final = expression(r"\s*[,;/&]\s*|\s+(?:and|et|y|e|und|och|og)\s+")
_WHERE: Final = expression(r"\s+(?:in|à|en|aus|from)\s.*")

_BYLINES_OF_ONE_STORY: Final = 3


@dataclass(frozen=True)
class Named:
    """A place and what stands there."""

    place: Place
    name: str


@dataclass(frozen=True)
class Occurrence:
    """Counts and compares with its limits."""

    part: str | None
    words: regex.Pattern[str] | None
    same_name: bool
    at_most: int | None
    at_least: int

    @property
    def level(self) -> Literal["document"]:
        return "document"

    @property
    def needs(self) -> Needs:
        return NOTHING_NEEDED

    def find_in_document(self, look: Look) -> Iterator[Match]:
        found = list(self._found(look))
        for group in _by_name(found) if self.same_name else (found,):
            yield from self._too_many(group)
            if len(group) < self.at_least:
                yield from _too_few(group, look)

    def _found(self, look: Look) -> Iterator[Named]:
        for segment in look.segments:
            if self.words is not None:
                for match in scan(self.words, segment.text, partial(look.admits, segment)):
                    yield Named(Place(*match.span(), segment), "")
            elif segment.part == self.part:
                place = whole(segment)
                names = names_in(segment.text) if self.same_name else ("",)
                yield from (Named(place, name) for name in names)

    def _too_many(self, group: Sequence[Named]) -> Iterator[Match]:
        """One for all that are too many, at the first of them."""
        if self.at_most is None or len(group) <= self.at_most:
            return
        values = {"name": group[0].name, "count": str(len(group))}
        first, extra = group[: self.at_most][:1], group[self.at_most :]
        related = [("first used here", each.place) for each in first] + [
            ("also here", each.place) for each in extra[1:]
        ]
        yield Match(extra[0].place, values, related=tuple(related))


def _too_few(group: Sequence[Named], look: Look) -> Iterator[Match]:
    if look.segments:
        segment = look.segments[0]
        place = group[0].place if group else Place(0, len(segment.text.split(" ", 1)[0]), segment)
        yield Match(place, {"name": group[0].name if group else "", "count": str(len(group))})


def names_in(byline: str) -> tuple[str, ...]:
    """The writers that a byline names, each once: 'By Ann Lee and Bob Roe (AFP)' names two."""
    opening = _OPENING.match(byline)
    if opening is None:
        return ()
    writers = _BETWEEN_NAMES.split(_AGENCY.sub("", byline[opening.end() :]))
    names = (_WHERE.sub("", writer).strip(" .,") for writer in writers)
    return tuple(dict.fromkeys(name for name in names if name))


def _by_name(found: Sequence[Named]) -> Iterable[Sequence[Named]]:
    """Those of each name; none on a page that lists several stories, each with its writer."""
    groups: dict[str, list[Named]] = {}
    if len({id(each.place.segment) for each in found}) <= _BYLINES_OF_ONE_STORY:
        for each in found:
            groups.setdefault(each.name.casefold(), []).append(each)
    return groups.values()


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    options = definition.options
    count = options["count"]
    if "at-most" not in options and "at-least" not in options:
        raise ValueError("give 'at-most' or 'at-least'")
    if "same" in options and (count != "byline" or "at-most" not in options):
        raise ValueError("'same: name' goes with 'count: byline' and 'at-most'")
    return Occurrence(
        part=count if isinstance(count, str) else None,
        words=None if isinstance(count, str) else phrase_pattern(count),
        same_name="same" in options,
        at_most=options.get("at-most"),
        at_least=options.get("at-least", 0),
    )
