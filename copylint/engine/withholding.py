"""Keeps a story's words out of everything that leaves a run: which stories that holds for, and what is left then.

It holds where the newsroom says so (`--no-copy`, `show-copy: false`), and always for a story that must not be seen yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

import regex

from copylint.document.model import Document
from copylint.engine.run import Checked
from copylint.errors import Problem
from copylint.expressions import expression
from copylint.finding import Finding, Fix, Related

MESSAGE: Final = "Its words are not shown: 'copylint rule' explains the rule."
"""In place of every message: one names what it found."""
RELATED_MESSAGE: Final = "also here"
_UNREADABLE: Final = "the story can't be read in its format"

_WITHHELD: Final = frozenset({"withheld", "embargoed"})
"""States of a story: `pubStatus` of NewsML-G2 and ninjs (`stat:withheld`), `Status` of NewsML 1.2."""
_EMBARGO: Final = "embargo"
_CAPITALS: Final = (
    r"NOT FOR (?:IMMEDIATE )?(?:RELEASE|PUBLICATION|BROADCAST)|DO NOT (?:PUBLISH|RELEASE)|HOLD FOR RELEASE"
)
_AT_THE_HEAD: Final = r"(?:^|[\[(])[\W_]{0,4}"
_MARK: Final = expression(
    rf"(?<!\w)(?:{_CAPITALS})(?!\w)"
    rf"|{_AT_THE_HEAD}(?i:{_CAPITALS})(?=[\W_]*$|[,;:.)\]–—-]| (?:before|till|until|yet)\b)"
    rf"|{_AT_THE_HEAD}EMBARGO(?:ED)?(?=[\W_]*$)",
    regex.MULTILINE,
)
"""In capitals anywhere; in small letters, which a sentence could have too, only at the head of a line or bracket."""


def is_withheld(documents: Sequence[Document], now: date | None) -> bool:
    """Whether one of a file's stories is embargoed, withheld or marked as not for publication.

    An embargo holds until the day after the one that it names; without `now`, or without a day, always.
    """
    return any(
        document.metadata.get("status", "").rpartition(":")[2].casefold() in _WITHHELD
        or any(is_marked(segment.text) for segment in document.segments)
        or _is_embargoed(document, now)
        for document in documents
    )


def is_marked(text: str) -> bool:
    """Whether the text says that it is not for publication."""
    return _MARK.search(text) is not None


def _is_embargoed(document: Document, now: date | None) -> bool:
    if "embargo" not in document.metadata and not any(
        _EMBARGO in segment.text.casefold() for segment in document.segments
    ):
        return False
    from copylint.checks.embargo import embargoes  # noqa: PLC0415 - few stories speak of one
    from copylint.checks.model import Look, Setting  # noqa: PLC0415 - as above

    look = Look(document, document.segments, lambda *_: True, Setting(now=now))
    return any(now is None or each.day is None or each.day >= now for each in embargoes(look))


def masked(checked: Checked) -> Checked:
    """What may be told of a file: the places, rules and counts of its findings, not a word of it."""
    shown = replace(checked.excerpt, stretches={}, edited={})
    return replace(
        checked,
        excerpt=shown,
        findings=tuple(map(_without_copy, checked.findings)),
        fixed=tuple(map(_without_copy, checked.fixed)),
        cut=None,
        difference=(),
        withheld=True,
    )


def _without_copy(finding: Finding) -> Finding:
    """Its place, rule and count; whether there is a fix, not what it writes."""
    return replace(
        finding,
        message=MESSAGE,
        text="",
        related=tuple(Related(RELATED_MESSAGE, each.span) for each in finding.related),
        fix=Fix(finding.fix.safety) if finding.fix else None,
    )


def unreadable(problem: Problem) -> Problem:
    """What a reader says of a story that it can't read: such a message may quote it."""
    return Problem(_UNREADABLE, problem.path, problem.line, problem.column)
