"""What a text must hold for a pattern to match in it: literals, read off the regular expression.

The answer may ask for less than it could and must never ask for more: where anything is unclear, nothing is needed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from copylint.expressions import expression

Literals: TypeAlias = frozenset[str]
"""Texts in the letters of `shadow`; every match of the pattern contains at least one of them."""

SHORTEST: Final = 2
"""A single letter stands in every text, so it tells nothing; a mark that is no letter does."""
_COMMON_MARKS: Final = frozenset(" .,-'\"?\n\t")
_MOST: Final = 2_000
"""More alternatives than that are not worth looking for."""

_QUANTIFIER: Final = expression(r"(?:[*+?]|\{(?P<least>\d*)(?P<to>,\d*)?\})[?+]?")
_GROUP: Final = expression(
    r"\?(?:P?<(?![=!])[^>]+>|(?P<flags>[a-zA-Z]*(?:-[a-zA-Z]+)?)(?P<end>[:)])|>|\||(?P<look><?[=!])|(?P<comment>#)"
    r"|(?P<other>[PR&(0-9+-]))"
)
_COUNTED_ESCAPE: Final = expression(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})")
_NAMED_ESCAPE: Final = expression(r"\\(?:[pPN]\{[^}]*\}|[pP]\w|g<[^>]*>|[a-zA-Z]|\d+)")
_BOUNDARIES: Final = frozenset(("\\b", "\\B", "\\A", "\\Z", "\\K", "\\m", "\\M"))
"""Escapes that match no character."""


def shadow(text: str) -> bytes:
    """The text with one byte for each character: small letters, and `?` for what is not ASCII."""
    return text.encode("ascii", "replace").lower()


def hides_letters(text: str) -> bool:
    """Whether it has one of the four characters beyond ASCII that match an ASCII letter where case is ignored."""
    return not text.isascii() and any(char in text for char in "\u0130\u0131\u017f\u212a")


def needed_literals(pattern: str) -> Literals | None:
    """The literals one of which stands in every text that the pattern matches in; None where nothing can be said."""
    if hides_letters(pattern) or "(?x" in pattern or re.search(r"\(\?[a-zA-Z]*[xV]", pattern):
        return None
    try:
        needed = _Reader(pattern).alternation()
    except (IndexError, ValueError):  # a notation that this reader doesn't know
        return None
    return needed if needed is not None and len(needed) <= _MOST else None


@dataclass
class _Reader:
    """Goes through a pattern from left to right."""

    pattern: str
    _at: int = 0

    def alternation(self) -> Literals | None:
        """Up to the group's closing bracket or the pattern's end; None where a branch needs nothing."""
        branches = [self._sequence()]
        while self._next() == "|":
            self._at += 1
            branches.append(self._sequence())
        if any(branch is None for branch in branches):
            return None
        return frozenset(literal for branch in branches if branch is not None for literal in branch)

    def _sequence(self) -> Literals | None:
        """The best of what the parts of one branch need."""
        needs: list[Literals] = []
        run = ""
        while self._next() not in ("|", ")", ""):
            char, needed = self._atom()
            least, repeats = self._quantifier()
            if char is not None and least > 0:
                run += char
                if not repeats:
                    continue
            if run:
                needs.append(frozenset((run,)))
            run = "" if char is None or least == 0 or not repeats else char
            if needed is not None and least > 0:
                needs.append(needed)
        if run:
            needs.append(frozenset((run,)))
        return _best(needs)

    def _atom(self) -> tuple[str | None, Literals | None]:
        """One character that must stand there, or what a group needs; (None, None) for anything else."""
        mark = self.pattern[self._at]
        if mark == "(":
            return None, self._group()
        if mark == "[":
            return self._class(), None
        if mark == "\\":
            return self._escape(), None
        self._at += 1
        return (None, None) if mark in ".^$" else (_shadowed(mark), None)

    def _group(self) -> Literals | None:
        self._at += 1
        opening = _GROUP.match(self.pattern, self._at)
        if opening is None:
            if self._next() in ("?", "*"):
                raise ValueError("an unknown group")
            return self._closed()
        self._at = opening.end()
        if opening["comment"]:
            self._at = self.pattern.index(")", self._at) + 1
            return None
        if opening["other"]:
            raise ValueError("a reference, a recursion or a condition")
        if opening["end"] == ")":
            return None
        needed = self._closed()
        # What a look-around needs may stand outside the match, and in a negative one must not stand at all.
        return None if opening["look"] else needed

    def _closed(self) -> Literals | None:
        needed = self.alternation()
        if self._next() != ")":
            raise ValueError("an open group")
        self._at += 1
        return needed

    def _class(self) -> str | None:
        """The one character of a class that has no other, whatever its case; None for any other class."""
        start = self._at + 1
        end = start + 1 if self.pattern[start] in "]^" else start
        end += self.pattern[start : start + 2] == "^]"
        members: list[str] = []
        while self.pattern[end] != "]":
            if self.pattern.startswith("[:", end):
                raise ValueError("a named class")
            width = 2 if self.pattern[end] == "\\" else 1
            members.append(self.pattern[end : end + width])
            end += width
        self._at = end + 1
        letters = {member.lower() for member in members}
        only = letters.pop() if len(letters) == 1 and self.pattern[start] not in "]^" else ""
        return _shadowed(only) if len(only) == 1 and only.isascii() else None

    def _escape(self) -> str | None:
        counted = _COUNTED_ESCAPE.match(self.pattern, self._at)
        if counted:
            self._at = counted.end()
            char = chr(int(f"0x{counted[0][2:]}", base=0))
            if hides_letters(char):
                raise ValueError("a character that matches an ASCII letter")
            return _shadowed(char)
        named = _NAMED_ESCAPE.match(self.pattern, self._at)
        if named:
            self._at = named.end()
            return None
        char = self.pattern[self._at + 1]
        self._at += 2
        return _shadowed(char)

    def _quantifier(self) -> tuple[int, bool]:
        """How often the last atom stands there at least, and whether it may stand there more often."""
        found = _QUANTIFIER.match(self.pattern, self._at)
        if found is None:
            return 1, False
        self._at = found.end()
        mark = found[0][0]
        if mark == "{":
            return int(found["least"] or 0), True
        return (1 if mark == "+" else 0), True

    def _next(self) -> str:
        return self.pattern[self._at : self._at + 1]


def _shadowed(char: str) -> str:
    return shadow(char).decode("ascii")


def _best(needs: Sequence[Literals]) -> Literals | None:
    """The need that the fewest texts will meet: whose shortest literal is the longest."""
    told = [need for need in needs if all(map(_tells, need))]
    return max(told, key=lambda need: (min(map(len, need)), -len(need)), default=None)


def _tells(literal: str) -> bool:
    """Whether few texts hold it."""
    if len(literal) >= SHORTEST:
        return literal.strip("? ") != ""
    return not literal.isalnum() and literal not in _COMMON_MARKS
