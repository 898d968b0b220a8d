"""`check: pattern`: words, or a regular expression, that should not stand in a story."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, partial
from typing import Final, Literal

import regex

from copylint.checks.entities import decoded
from copylint.checks.model import (
    Check,
    Definition,
    FixForm,
    Line,
    Look,
    Match,
    Needs,
    Option,
    Place,
    Replacement,
)
from copylint.checks.scan import scan
from copylint.checks.template import check_template
from copylint.checks.words import phrase_pattern
from copylint.document.model import BY_LINES, Segment
from copylint.values import dataclass

OPTIONS: Final = (
    Option(
        "words",
        {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}},
        "words or phrases; a lower-case word matches any case, one with capitals as written and in ALL CAPS",
    ),
    Option("pattern", {"type": "string", "minLength": 1, "format": "regex"}, "a regular expression"),
    Option(
        "formats",
        {"type": "array", "minItems": 1, "items": {"type": "string", "enum": list(BY_LINES)}},
        "`markdown`, or `text` for all others, where every mark of Markdown or HTML in copy reaches the reader",
    ),
)
VALUES: Final[frozenset[str]] = frozenset()

_BRACKETS: Final = ("<", ">")
"""Decoded from entities, they can make a tag that readers see."""
DECODED: Final = "decoded"
"""With `fix: {to: decoded}`, the characters that entities stand for are written."""


@dataclass(frozen=True)
class SegmentPattern:
    """Finds its pattern in the story text of each segment."""

    pattern: regex.Pattern[str]
    fix: FixForm | None = None
    formats: frozenset[str] = frozenset()
    """Empty: all."""

    @property
    def level(self) -> Literal["segment"]:
        return "segment"

    @property
    def needs(self) -> Needs:
        return Needs(patterns=(self.pattern.pattern,))

    def find_in_segment(self, segment: Segment, look: Look) -> Iterable[Match]:
        if self.formats and look.document.reads_as not in self.formats:
            return
        admits, starts = partial(look.admits, segment), look.starts
        for found in scan(self.pattern, segment.text, admits, starts):
            yield _match(found, Place(*found.span(), segment), self.fix)


@dataclass(frozen=True)
class LinePattern:
    """Finds its pattern in each line of the source."""

    pattern: regex.Pattern[str]
    fix: FixForm | None = None
    formats: frozenset[str] = frozenset()

    @property
    def level(self) -> Literal["source"]:
        return "source"

    @property
    def needs(self) -> Needs:
        return Needs(patterns=(self.pattern.pattern,))

    def find_in_line(self, line: Line) -> Iterable[Match]:
        if (self.formats and line.format not in self.formats) or (not line.text and not self._fits_empty_lines):
            return
        for found in scan(self.pattern, line.text, _everything, line.starts):
            yield _match(found, Place(line.start + found.start(), line.start + found.end()), self.fix)

    @cached_property
    def _fits_empty_lines(self) -> bool:
        """Every second line of most stories is empty; few patterns need to see those."""
        return self.pattern.search("") is not None


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    pattern = _pattern(definition)
    _check_fix(definition.fix, pattern)
    formats = frozenset(definition.options.get("formats", ()))
    check = SegmentPattern if definition.text == "story" else LinePattern
    return check(pattern, definition.fix, formats)


def _pattern(definition: Definition) -> regex.Pattern[str]:
    options = definition.options
    if ("words" in options) == ("pattern" in options):
        raise ValueError("give either 'words' or 'pattern'")
    return regex.compile(options["pattern"]) if "pattern" in options else phrase_pattern(options["words"])


def _check_fix(fix: FixForm | None, pattern: regex.Pattern[str]) -> None:
    if fix and fix.to not in (None, DECODED):
        raise ValueError(f"a pattern's fix can't write '{fix.to}'; it can write '{DECODED}'")
    if fix and fix.replace is not None:
        check_template(fix.replace, pattern)


def _match(found: regex.Match[str], place: Place, fix: FixForm | None) -> Match:
    text = _fixed(found, fix)
    if text is None:
        return Match(place)
    return Match(place, replacements=(Replacement(place, text),), safety="unsafe" if text in _BRACKETS else None)


def _fixed(found: regex.Match[str], fix: FixForm | None) -> str | None:
    if fix and fix.to == DECODED:
        start, end = found.span()
        return decoded(found[0], found.string[max(start - 1, 0) : start], found.string[end : end + 1])
    return found.expand(fix.replace) if fix and fix.replace is not None else None


def _everything(_start: int, _end: int) -> bool:
    return True
