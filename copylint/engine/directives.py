"""Reads what a comment tells copylint: `copylint: ignore[rule, other-rule] reason`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from copylint.engine.comments import Comment
from copylint.expressions import expression
from copylint.finding import Span
from copylint.values import dataclass

FORM: Final = "copylint: ignore[rule] reason"
_VERBS: Final = r"ignore|disable|enable|allow|skip|suppress|off|noqa|nolint"
_ADDRESSED: Final = expression(rf"(?i)\s*(?P<all>copylint(?:\s*[-:]|\s+(?:{_VERBS})\b|\s*\[)[^\r\n]*)")
"""Whether a comment speaks to copylint; others may speak of it."""
_IGNORE: Final = expression(r"(?i)\s*copylint\s*:\s*ignore\s*\[(?P<names>[^\[\]]*)\](?P<reason>.*)", regex.DOTALL)
_UNCLOSED_NAMES: Final = expression(r"(?i)\s*copylint\s*:\s*ignore\s*\[")
_NO_NAMES: Final = expression(r"(?i)\s*copylint\s*:\s*ignore\b")
_NAME: Final = expression(r"[^\s,](?:[^,]*[^\s,])?")
_WORD: Final = expression(r"\w")
_LONGEST_SHOWN: Final = 60


@dataclass(frozen=True)
class Name:
    """A rule, topic or pack as somebody wrote it."""

    text: str
    span: Span


@dataclass(frozen=True)
class Fault:
    """What is wrong with a suppression, to follow the words `The suppression`."""

    span: Span
    text: str


@dataclass(frozen=True)
class Directive:
    """What one comment, or the front matter, says. It holds for `names`, whatever else is wrong with it."""

    names: tuple[Name, ...] = ()
    faults: tuple[Fault, ...] = ()


def directive(text: str, comment: Comment) -> Directive | None:
    """What the comment tells copylint; None where it doesn't speak to it."""
    inner = comment.inner
    addressed = _ADDRESSED.match(text, inner.start, inner.end)
    if addressed is None:
        return None
    start = addressed.start("all")
    whole = Span(start, start + len(addressed["all"].rstrip()[:_LONGEST_SHOWN]))
    if not comment.is_closed:
        return Directive(faults=(Fault(whole, "isn't closed: end it with '-->'"),))
    ignore = _IGNORE.match(text, inner.start, inner.end)
    if ignore is None:
        return Directive(faults=(Fault(whole, _fault_of(text, inner)),))
    names = tuple(_names(text, Span(*ignore.span("names"))))
    faults = []
    if not names:
        faults.append(Fault(whole, f"names no rule: write '{FORM}'"))
    elif _WORD.search(ignore["reason"]) is None:
        faults.append(Fault(whole, "gives no reason: say why behind the bracket"))
    return Directive(names, tuple(faults))


def _names(text: str, span: Span) -> Iterator[Name]:
    for found in _NAME.finditer(text, span.start, span.end):
        yield Name(found[0], Span(*found.span()))


def _fault_of(text: str, inner: Span) -> str:
    if _UNCLOSED_NAMES.match(text, inner.start, inner.end):
        return "has no closing bracket: write ']' behind the rules"
    if _NO_NAMES.match(text, inner.start, inner.end):
        return f"names no rule in brackets: write '{FORM}'"
    return f"can't be understood: write '{FORM}'"
