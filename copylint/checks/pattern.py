"""`check: pattern`: words, or a regular expression, that should not stand in a story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

import regex

from copylint.checks.model import Check, Definition, Line, Look, Match, Option, Place, Replacement
from copylint.checks.scan import scan
from copylint.checks.words import phrase_pattern
from copylint.document.model import Segment

OPTIONS: Final = (
    Option(
        "words",
        {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}},
        "words or phrases; a lower-case word matches any case, one with capitals as written and in ALL CAPS",
    ),
    Option("pattern", {"type": "string", "minLength": 1, "format": "regex"}, "a regular expression"),
    Option("formats", {"type": "array", "minItems": 1, "items": {"type": "string"}}, "the file formats it looks at"),
)
VALUES: Final[frozenset[str]] = frozenset()

_ESCAPE: Final = regex.compile(r"\\(?:(?P<group>[1-9]\d?)|g<(?P<group>\w+)>|\\|(?P<unknown>.?))", regex.DOTALL)


@dataclass(frozen=True)
class SegmentPattern:
    """Finds its pattern in the story text of each segment."""

    pattern: regex.Pattern[str]
    replace: str | None = None
    formats: frozenset[str] = frozenset()
    """Empty: all."""

    @property
    def level(self) -> Literal["segment"]:
        return "segment"

    def find_in_segment(self, segment: Segment, look: Look) -> Iterable[Match]:
        if self.formats and look.document.format not in self.formats:
            return
        for found in scan(self.pattern, segment.text, lambda start, end: look.admits(segment, start, end)):
            yield _match(found, Place(*found.span(), segment), self.replace)


@dataclass(frozen=True)
class LinePattern:
    """Finds its pattern in each line of the source."""

    pattern: regex.Pattern[str]
    replace: str | None = None

    @property
    def level(self) -> Literal["source"]:
        return "source"

    def find_in_line(self, line: Line) -> Iterable[Match]:
        for found in scan(self.pattern, line.text, _everything):
            yield _match(found, Place(line.start + found.start(), line.start + found.end()), self.replace)


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    pattern = _pattern(definition)
    replace = definition.fix.replace if definition.fix else None
    if replace is not None:
        _check_template(replace, pattern)
    formats = frozenset(definition.options.get("formats", ()))
    if definition.text == "story":
        return SegmentPattern(pattern, replace, formats)
    if formats:
        raise ValueError("'formats' needs 'text: story'")
    return LinePattern(pattern, replace)


def _pattern(definition: Definition) -> regex.Pattern[str]:
    options = definition.options
    if ("words" in options) == ("pattern" in options):
        raise ValueError("give either 'words' or 'pattern'")
    return regex.compile(options["pattern"]) if "pattern" in options else phrase_pattern(options["words"])


def _check_template(template: str, pattern: regex.Pattern[str]) -> None:
    for escape in _ESCAPE.finditer(template):
        group = escape["group"]
        if escape["unknown"] is not None:
            raise ValueError(rf"the fix has a '{escape[0]}'; only \1, \g<name> and \\ have a meaning there")
        if group and not (int(group) <= pattern.groups if group.isdigit() else group in pattern.groupindex):
            raise ValueError(f"the fix names a group '{group}' that the pattern doesn't have")


def _match(found: regex.Match[str], place: Place, replace: str | None) -> Match:
    if replace is None:
        return Match(place)
    return Match(place, replacements=(Replacement(place, found.expand(replace)),))


def _everything(_start: int, _end: int) -> bool:
    return True
