"""A rule made ready to run: its check compiled and its gates resolved."""

from __future__ import annotations

import pickle
from functools import cached_property
from typing import Final

import regex

from copylint.checks import kind
from copylint.checks.model import Check, Definition, Level
from copylint.checks.words import phrase_pattern
from copylint.document.model import Part, Segment
from copylint.engine.analysis import Analysis, analysed, shipped_analysis
from copylint.engine.requirement import Requirement
from copylint.ruleset.model import ANY_LANGUAGE, Rule
from copylint.values import dataclass

_NEVER_BY_DEFAULT: frozenset[Part] = frozenset({"front-matter", "code"})
"""Where a rule without a scope of its own does not look."""


@dataclass(frozen=True)
class Packed:
    """A compiled rule as the cache keeps it: pickled apart, since most stories need no more of most rules."""

    level: Level
    requirement: bytes
    made: bytes
    """Its check and its exceptions, their patterns compiled."""


_SUPPRESSION: Final = "suppression"


@dataclass(frozen=True)
class CompiledRule:
    """A rule with its check, whose patterns are compiled when the check, or what it needs, is first asked for."""

    rule: Rule
    stored: Packed | None = None
    """What `packed` gave in an earlier run."""

    @property
    def is_about_suppressions(self) -> bool:
        """Whether it looks at what stands in a file for copylint and not at the story; it runs when all others have."""
        return self.rule.check == _SUPPRESSION

    @cached_property
    def analysis(self) -> Analysis:
        if self.stored is None:
            return shipped_analysis(self.rule) or analysed(self.check)
        return Analysis(self.stored.level, pickle.loads(self.stored.requirement))  # noqa: S301 - from the user's own cache, see `prepared`

    @cached_property
    def requirement(self) -> Requirement:
        """What must stand in a text for it to find anything there."""
        return self.analysis.requirement

    @cached_property
    def level(self) -> Level:
        """What its check sees at a time: a segment, the document, or a line of the source."""
        return self.stored.level if self.stored else self.analysis.level

    @property
    def check(self) -> Check:
        return self._made[0]

    @property
    def exceptions(self) -> regex.Pattern[str] | None:
        """The words of `except:`; a candidate that touches one of them is none."""
        return self._made[1]

    def packed(self) -> Packed | None:
        """None where its check is made of what can't be stored."""
        try:
            requirement, made = (pickle.dumps(each, pickle.HIGHEST_PROTOCOL) for each in (self.requirement, self._made))
        except (AttributeError, TypeError, pickle.PicklingError):
            return None
        return Packed(self.level, requirement, made)

    @cached_property
    def _made(self) -> tuple[Check, regex.Pattern[str] | None]:
        if self.stored is not None:
            made: tuple[Check, regex.Pattern[str] | None] = pickle.loads(self.stored.made)  # noqa: S301 - from the user's own cache, see `prepared`
            return made
        rule = self.rule
        check = kind(rule.check).compile(Definition(rule.options, rule.text, rule.fix))
        return check, phrase_pattern(rule.exceptions) if rule.exceptions else None

    def speaks(self, language: str) -> bool:
        return ANY_LANGUAGE in self.rule.languages or language in self.rule.languages

    def looks_in(self, part: Part) -> bool:
        scope = self.rule.scope
        return part not in _NEVER_BY_DEFAULT if scope is None else part in scope

    def sees(self, segment: Segment) -> bool:
        return self.looks_in(segment.part) and self.speaks(segment.language)
