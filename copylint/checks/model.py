"""What every check kind shares: its options, what it looks at, and what it hands back.

A check only finds places. The engine decides beforehand which segments a rule may see, and through `Look.admits`
whether a place counts (masks, quotations, exceptions); afterwards it turns a `Match` into a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any, Final, Literal, Protocol

from copylint.document.model import Document, Part, Segment
from copylint.finding import Safety
from copylint.values import dataclass

Text = Literal["story", "source"]
Level = Literal["segment", "document", "source"]


@dataclass(frozen=True)
class Starts:
    """Where in a text a match of a check's patterns can begin."""

    offsets: Sequence[int]
    """Rising."""
    timed: bool = True
    """Whether one try can take long, so that it needs a clock."""


@dataclass(frozen=True)
class Line:
    """One line of copy without its newline, for rules with `text: source`.

    It is a line of the source, or of what a format with markup of its own (XML, JSON) holds there.
    """

    text: str
    start: int
    """Its offset in the text that places count from."""
    format: str = "text"
    """What its document reads as: `text` or `markdown`."""
    starts: Starts | None = None
    """Where in the text the patterns that the check's `needs` name can begin to match; None: anywhere."""


@dataclass(frozen=True)
class Place:
    """A stretch of a segment's story text, or of the source where `segment` is None."""

    start: int
    end: int
    segment: Segment | None = None

    @property
    def text(self) -> str:
        """What stands there in the segment; empty where there is none."""
        return self.segment.text[self.start : self.end] if self.segment else ""


def whole(segment: Segment) -> Place:
    """The place of everything in it."""
    return Place(0, len(segment.text), segment)


@dataclass(frozen=True)
class Replacement:
    """Write `text` at a place."""

    place: Place
    text: str


@dataclass(frozen=True)
class Match:
    """A place where a check applies."""

    place: Place
    values: Mapping[str, str] = field(default_factory=dict)
    """What the message's `{placeholders}` say; `{match}` and `{fix}` are the engine's own."""
    replacements: tuple[Replacement, ...] = ()
    """How to mend it; none where the check doesn't know."""
    related: tuple[tuple[str, Place], ...] = ()
    """Other places and what to say of each: `("first used here", place)`."""
    safety: Safety | None = None
    """Says that here the fix is less safe than the rule's own (a second picture between two captions)."""


@dataclass(frozen=True)
class Setting:
    """What the run knows beside the story."""

    profile: str = "wire"
    now: date | None = None
    """`--now`; the clock is never read."""
    house: str | None = None
    """The house pack in force, such as `ap`."""


Admits = Callable[[Segment, int, int], bool]


@dataclass(frozen=True)
class Look:
    """What a rule may look at in one document."""

    document: Document
    segments: tuple[Segment, ...]
    """Those in the rule's languages and scope."""
    admits: Admits
    """Whether `[start, end)` of a segment counts: it overlaps no mask, skipped quotation or exception. A check must ask
    it for every candidate, and where it says no, go on searching behind the candidate's first character."""
    setting: Setting = field(default_factory=Setting)
    starts: Starts | None = None
    """For a check of segments: where in this one the patterns that its `needs` name can begin; None: anywhere."""

    def of_part(self, *parts: Part) -> tuple[Segment, ...]:
        """Those of the segments that are one of these parts."""
        return tuple(segment for segment in self.segments if segment.part in parts)


@dataclass(frozen=True)
class Needs:
    """What must stand in a text for a check to find anything there: in a segment or a line, or for a check of the
    whole story anywhere in it. It may ask for less than it could, never for more.
    """

    literals: tuple[frozenset[str], ...] = ()
    """Of each set one literal, anywhere, even inside a word: in small letters, with `?` for whatever is not ASCII."""
    words: frozenset[str] | None = None
    """One of these words, folded as `lexicon.vocabulary_of` does it; None: no word is needed."""
    patterns: tuple[str, ...] = ()
    """A match of one of these expressions; the engine reads from them which literals that takes, and where a match
    can begin (`Look.starts`, `Line.starts`). Empty: no match is needed."""


NOTHING_NEEDED: Final = Needs()


class SegmentCheck(Protocol):
    """Sees one segment at a time: no match crosses segments."""

    @property
    def level(self) -> Literal["segment"]: ...
    @property
    def needs(self) -> Needs: ...
    def find_in_segment(self, segment: Segment, look: Look) -> Iterable[Match]: ...


class DocumentCheck(Protocol):
    """Sees the whole story."""

    @property
    def level(self) -> Literal["document"]: ...
    @property
    def needs(self) -> Needs: ...
    def find_in_document(self, look: Look) -> Iterable[Match]: ...


class SourceCheck(Protocol):
    """Sees each line of the decoded source by itself; its places have no segment and count from the source's start."""

    @property
    def level(self) -> Literal["source"]: ...
    @property
    def needs(self) -> Needs: ...
    def find_in_line(self, line: Line) -> Iterable[Match]: ...


Check = SegmentCheck | DocumentCheck | SourceCheck


@dataclass(frozen=True)
class FixForm:
    """What a rule file's `fix:` says. Without `replace`, `delete` or `to` the check itself knows the right text."""

    safety: Safety
    replace: str | None = None
    """The text to write; `\\1` and `\\g<name>` stand for a pattern's groups."""
    delete: str | None = None
    """Which of the places to delete, such as `later`."""
    to: str | None = None


@dataclass(frozen=True)
class Definition:
    """What a rule gives its check: the check's own keys, checked and with `{lists}` filled in."""

    options: Mapping[str, Any]
    text: Text = "story"
    fix: FixForm | None = None


@dataclass(frozen=True)
class Option:
    """A key that one check kind adds to a rule, for the loader, the schema and the docs."""

    name: str
    schema: Mapping[str, object]
    """Its JSON Schema, such as `{"type": "array", "items": {"type": "string"}}`."""
    help: str
    required: bool = False


class CheckKind(Protocol):
    """What each module of this package is: `copylint.checks.pattern`, …"""

    OPTIONS: tuple[Option, ...]
    VALUES: frozenset[str]
    """The message placeholders that its matches fill in, besides `{match}` and `{fix}`."""

    def compile(self, definition: Definition) -> Check:
        """Raises ValueError with a sentence for the rule's author where the options don't fit together."""
        ...
