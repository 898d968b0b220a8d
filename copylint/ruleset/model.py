"""A rule and a ruleset, as loaded and checked: plain data that can be cached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, Final, Literal

from copylint.checks.model import FixForm, Text
from copylint.document.model import Part
from copylint.finding import Severity
from copylint.values import dataclass

if TYPE_CHECKING:  # a run whose rules are cached needs no YAML
    from copylint.yaml_text import Node, Place

Quotations = Literal["skip", "report", "fix"]
Report = Literal["each", "once"]
Status = Literal["preview", "stable", "deprecated"]

ANY_LANGUAGE: Final = "*"

PROFILES: Final = ("wire", "web")


@dataclass(frozen=True)
class Example:
    """A text that a rule must report (`invalid`) or leave alone (`valid`)."""

    text: str
    valid: bool
    line: int
    """Where it stands in the rule file."""
    match: str | None = None
    fixed: str | None = None
    format: str = "markdown"
    part: Part | None = None
    language: str | None = None
    encoding: str = "utf-8"
    profile: str = "wire"
    now: str = "2026-02-06"
    dateline: str | None = None
    house: str | None = None
    also: tuple[str, ...] = ()
    """Other rules that a valid example is known to break."""


@dataclass(frozen=True)
class Rule:
    """One YAML entry with its pack's defaults filled in."""

    id: str
    check: str
    message: str
    severity: Severity
    pack: str
    topic: str
    path: str
    line: int
    options: Mapping[str, Any] = field(default_factory=dict)
    """The check's own keys, with `{lists}` filled in."""
    why: str = ""
    languages: tuple[str, ...] = ("en",)
    scope: tuple[Part, ...] | None = None
    """None: everywhere but in front matter and code (only for `text: source`)."""
    text: Text = "story"
    quotations: Quotations = "skip"
    exceptions: tuple[str, ...] = ()
    except_in: tuple[str, ...] = ()
    report: Report = "each"
    supersedes: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    """The profiles it runs in; empty: all."""
    fix: FixForm | None = None
    status: Status = "stable"
    since: str = ""
    references: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    """The ids that it had before, the oldest first."""
    examples: tuple[Example, ...] = ()

    @property
    def first_id(self) -> str:
        """What fingerprints are made of, so that accepted findings stay accepted when a rule gets another id."""
        return self.formerly[0] if self.formerly else self.id

    def runs_in(self, profile: str) -> bool:
        return not self.profiles or profile in self.profiles


@dataclass(frozen=True)
class Ruleset:
    """The rules of a run, sorted by id, with the settings that packs and newsroom made already applied."""

    rules: tuple[Rule, ...]
    profile: str = "wire"
    house: str | None = None
    known: frozenset[str] = frozenset()
    """All names of rules, topics and packs, running or not; empty where nobody can tell which there are."""


@dataclass(frozen=True)
class Given:
    """A selector as somebody wrote it, and where: in a file, or on the command line by this option."""

    text: str
    place: Place | None = None
    option: str = ""


@dataclass(frozen=True)
class Layer:
    """The choices of one pack, of the newsroom's configuration, or of the command line."""

    select: tuple[Given, ...] | None = None
    """None: says nothing; else it replaces what the layers before chose."""
    ignore: tuple[Given, ...] = ()
    severity: tuple[tuple[Given, Severity], ...] = ()
    options: tuple[tuple[Given, Node], ...] = ()
    """New values for a rule's options; they are held against its check's once the rule is known."""
    exceptions: tuple[tuple[Given, tuple[str, ...]], ...] = ()
    """Words that join a rule's `except`."""
    extend_select: tuple[Given, ...] = ()
    """Joins what the layers before and `select` chose."""


@dataclass(frozen=True)
class Pack:
    """A folder of rule files, or one rule file of it."""

    id: str
    path: str
    rules: tuple[Rule, ...]
    name: str = ""
    version: str = ""
    settings: Layer = field(default_factory=Layer)
