"""The values that a run goes by, and those that it hands over to its report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from copylint.errors import Problem
from copylint.finding import Finding
from copylint.source.excerpt import Excerpt
from copylint.source.file_bytes import MEBIBYTE
from copylint.values import dataclass

if TYPE_CHECKING:
    from copylint.document.block import Fields
    from copylint.document.model import Document
    from copylint.ruleset.model import Rule
    from copylint.source.decode import Source


@dataclass(frozen=True)
class Reading:
    """How stories are read."""

    format: str | None = None
    language: str | None = None
    encoding: str | None = None
    fields: Fields | None = None
    bytes_at_most: int = 10 * MEBIBYTE
    show_copy: bool = True
    """Whether the report may show the stories' words."""
    as_text: bool = False
    """Whether a file in which nothing else is recognised is plain text."""


@dataclass(frozen=True)
class Cut:
    """A file and the stories that were read from it."""

    source: Source
    documents: tuple[Document, ...]


@dataclass(frozen=True)
class Checked:
    """What checking one file gave."""

    path: str
    excerpt: Excerpt
    findings: tuple[Finding, ...] = ()
    """Those that are left after fixing."""
    problems: tuple[Problem, ...] = ()
    fixed: tuple[Finding, ...] = ()
    holds_story: bool = True
    """A picture without words and a planning item hold none."""
    cut: Cut | None = None
    """Kept only where it is to be shown."""
    key: bytes | None = None
    """Under which the findings may be kept for the next run."""
    seconds: Mapping[str, float] | None = None
    """CPU seconds that reading it and each rule took, by the rule's id; kept only where they are to be shown."""
    withheld: bool = False
    """Whether its copy is not to be shown: then neither the findings nor the excerpt hold any."""
    suppressed: int = 0
    """How many findings a comment in the file keeps back."""
    difference: tuple[str, ...] = ()
    """What fixing would change, as lines of a unified diff; kept only where it is to be shown."""


@dataclass(frozen=True)
class Unread:
    """A file that could not be checked at all."""

    problems: tuple[Problem, ...]


READING: Final = "(reading)"
"""In place of a rule's id."""

Outcome = Checked | Unread


@dataclass(frozen=True)
class Run:
    """Everything that one run gave, for its report."""

    checked: tuple[Checked, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Everything that could not be done."""
    unread: int = 0
    """How many files could not be checked at all; there is a problem for each."""
    left_out: tuple[str, ...] = ()
    """Files that are not copy, or hold none."""
    empty: tuple[str, ...] = ()
    """Named folders without any copy."""
    rules: tuple[Rule, ...] = ()
    """Those that ran, by id."""
    baseline: str | None = None
    """The file of accepted findings; None where there is none."""
    accepted: int = 0
    """How many findings it holds back."""
    outdated: int = 0
    """How many of its records of the checked files no finding matches any more."""
    untouched: int = 0
    """How many findings stand in lines that the change left alone; they are not among the findings."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for each in self.checked for finding in each.findings)


def run_of(outcomes: Iterable[Outcome]) -> Run:
    """What all files gave, in their order; those that hold no story are left out."""
    given = tuple(outcomes)
    checked = [each for each in given if isinstance(each, Checked)]
    unread = [each for each in given if isinstance(each, Unread)]
    problems_of_unread = (problem for each in unread for problem in each.problems)
    problems_of_checked = (problem for each in checked for problem in each.problems)
    return Run(
        checked=tuple(each for each in checked if each.holds_story),
        problems=(*problems_of_unread, *problems_of_checked),
        unread=len(unread),
        left_out=tuple(each.path for each in checked if not each.holds_story),
    )
