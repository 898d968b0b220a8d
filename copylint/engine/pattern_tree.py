"""A regular expression read into a tree, as far as one must know it to say what its matches hold.

The tree allows for more than the expression does: boundaries and negative look-arounds are left out, and a character
that isn't one of few may be any. Where a notation isn't known, there is no tree.
"""

from __future__ import annotations

from dataclasses import field
from math import inf
from typing import Final, TypeAlias

import regex

from copylint.engine.shadow import HIDDEN_LETTERS, shadow
from copylint.expressions import expression
from copylint.values import dataclass

_MEMBERS_AT_MOST: Final = 16
"""A class with more characters than that may as well hold any."""

_FEW_TIMES: Final = 8
"""A part that is repeated no more often counts as being written out."""
_QUANTIFIER: Final = expression(r"(?:[*+?]|\{(?P<least>\d*)(?P<to>,(?P<most>\d*))?\})[?+]?")
_GROUP: Final = expression(
    r"\?(?:P?<(?![=!])[^>]+>|(?P<flags>[aiLmsuw]*(?:-[ims]+)?)(?P<end>[:)])|>|\||(?P<look><?[=!])|(?P<comment>#))"
)
_COUNTED_ESCAPE: Final = expression(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})")
_MULTILINE: Final = expression(r"\(\?[a-zA-Z]*m")
"""With that flag `^` fits behind every newline."""
_CONTROL: Final = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}
_DIGITS: Final = frozenset("0123456789?")
"""What a digit may be in a shadow: those of other scripts are not ASCII."""


@dataclass(frozen=True)
class Characters:
    """One character: of these, as a shadow has them, or any where there are none."""

    members: frozenset[str] | None = None


@dataclass(frozen=True)
class Row:
    """Parts one behind the other."""

    parts: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Choice:
    branches: tuple[Node, ...]


@dataclass(frozen=True)
class Repeat:
    part: Node
    least: int
    most: int | None
    """None: without end."""
    gives_back: bool = True
    """Whether it is tried with fewer where what follows doesn't fit; a possessive one isn't."""


@dataclass(frozen=True)
class Beside:
    """A positive look-around: it must stand in the text, but not in the match."""

    part: Node


@dataclass(frozen=True)
class TextStart:
    """The place before the text's first character."""


Node: TypeAlias = Characters | Row | Choice | Repeat | Beside | TextStart

_NOTHING: Final = Row()
_ANY: Final = Characters()
_ESCAPES: Final[tuple[tuple[regex.Pattern[str], Node], ...]] = (
    (expression(r"\\d"), Characters(_DIGITS)),
    (expression(r"\\(?:[pPN]\{[^}]*\}|[pP]\w|[wWsSDhH])"), _ANY),
    (expression(r"\\A"), TextStart()),
    (expression(r"\\[bBZzmMK]"), _NOTHING),
    # A line's end, a grapheme, what a group matched, or a character in octal.
    (expression(r"\\(?:[XR]|[1-9]\d*|g<[^>]*>)"), Repeat(_ANY, 0, None)),
)


def pattern_tree(pattern: str) -> Node:
    """Raises ValueError where the expression uses a notation that this reader doesn't know."""
    reader = _Reader(pattern)
    try:
        tree = reader.choice()
    except IndexError as error:
        raise ValueError("the expression ends too early") from error
    if reader.rest():
        raise ValueError("a bracket that nothing opened")
    return tree


def loops(node: Node) -> float:
    """How many repeats of a pattern can be tried against each other: the power that a text's length is taken to.

    Infinite where one stands in another, so that a short text may take for ever.
    """
    if isinstance(node, Row):
        return sum(map(loops, node.parts))
    if isinstance(node, Choice):
        return max(map(loops, node.branches))
    if isinstance(node, Beside):
        return loops(node.part)
    return _loops_in_repeat(node) if isinstance(node, Repeat) else 0


def _loops_in_repeat(node: Repeat) -> float:
    inner = loops(node.part)
    if not node.gives_back:
        return inner
    if node.most is not None and node.most <= _FEW_TIMES:
        return inner * node.most
    return inf if inner else 1


@dataclass
class _Reader:
    """Goes through a pattern from left to right."""

    pattern: str
    _at: int = field(default=0)

    def rest(self) -> str:
        return self.pattern[self._at :]

    def choice(self) -> Node:
        """Up to the group's closing bracket or the pattern's end."""
        branches = [self._sequence()]
        while self._next() == "|":
            self._at += 1
            branches.append(self._sequence())
        return branches[0] if len(branches) == 1 else Choice(tuple(branches))

    def _sequence(self) -> Node:
        parts: list[Node] = []
        while self._next() not in ("|", ")", ""):
            part = self._repeated(self._atom())
            if part != _NOTHING:
                parts.append(part)
        return parts[0] if len(parts) == 1 else Row(tuple(parts))

    def _atom(self) -> Node:
        mark = self.pattern[self._at]
        if mark == "(":
            return self._group()
        if mark == "[":
            return self._class()
        if mark == "\\":
            return self._escape()
        if mark in "*+?":
            raise ValueError("nothing to repeat")
        self._at += 1
        if mark == "^" and not _MULTILINE.search(self.pattern):
            return TextStart()
        if mark in "^$":
            return _NOTHING
        return _ANY if mark == "." else _one(mark)

    def _repeated(self, part: Node) -> Node:
        """The part with the quantifiers behind it."""
        while found := _QUANTIFIER.match(self.pattern, self._at):
            if found[0] == "{}":
                break
            self._at = found.end()
            least, most = _times(found[0][0], found["least"], found["to"], found["most"])
            part = Repeat(part, least, most, gives_back=not found[0].endswith("+") or len(found[0]) == 1)
        if self._next() == "{" and self.pattern[self._at + 1 : self._at + 2] in tuple("ides<>=123456789,"):
            raise ValueError("a fuzzy quantifier")
        return part

    def _group(self) -> Node:
        self._at += 1
        opening = _GROUP.match(self.pattern, self._at)
        if opening is None:
            if self._next() in ("?", "*"):
                raise ValueError("a flag, a reference, a recursion or a condition that this reader doesn't know")
            return self._closed()
        self._at = opening.end()
        if opening["comment"]:
            self._at = self.pattern.index(")", self._at) + 1
            return _NOTHING
        if opening["end"] == ")":
            return _NOTHING
        inner = self._closed()
        if opening["look"]:
            return Beside(inner) if opening["look"].endswith("=") else _NOTHING
        return inner

    def _closed(self) -> Node:
        inner = self.choice()
        if self._next() != ")":
            raise ValueError("an open group")
        self._at += 1
        return inner

    def _class(self) -> Node:
        self._at += 1
        negated = self._next() == "^"
        self._at += negated
        members: set[str] = set()
        may_be_any = negated
        while True:
            if self.pattern.startswith("[:", self._at):
                raise ValueError("a named class")
            found = self._class_member()
            may_be_any = may_be_any or found is None
            members.update(found or ())
            if self._next() == "]":
                break
        self._at += 1
        return _ANY if may_be_any or len(members) > _MEMBERS_AT_MOST else Characters(frozenset(members))

    def _class_member(self) -> frozenset[str] | None:
        """A character, a range, or an escape for some; None for what may be many."""
        start = self._class_character()
        if not isinstance(start, str):
            return start.members
        if self._next() != "-" or self.pattern[self._at + 1] == "]":
            return _one(start).members
        self._at += 1
        end = self._class_character()
        if not isinstance(end, str) or any(start <= char <= end for char in HIDDEN_LETTERS):
            return None
        return frozenset(map(_shadowed, map(chr, range(ord(start), ord(end) + 1))))

    def _class_character(self) -> str | Characters:
        """One character as it is written, or what an escape stands for."""
        char = self.pattern[self._at]
        if char != "\\":
            self._at += 1
            return char
        if self.pattern.startswith("\\b", self._at):
            self._at += 2
            return "\b"
        escaped = self._escaped_character()
        if escaped is not None:
            return escaped
        node = self._escape()
        return node if isinstance(node, Characters) else _ANY

    def _escape(self) -> Node:
        for notation, meaning in _ESCAPES:
            found = notation.match(self.pattern, self._at)
            if found:
                self._at = found.end()
                return meaning
        char = self._escaped_character()
        if char is None:
            raise ValueError("an escape that this reader doesn't know")
        return _one(char)

    def _escaped_character(self) -> str | None:
        """The one character that the escape here stands for, if it is such a one."""
        counted = _COUNTED_ESCAPE.match(self.pattern, self._at)
        if counted:
            self._at = counted.end()
            return chr(int(f"0x{counted[0][2:]}", base=0))
        char = self.pattern[self._at + 1]
        if char.isalnum() and char not in _CONTROL:
            return None
        self._at += 2
        return _CONTROL.get(char, char)

    def _next(self) -> str:
        return self.pattern[self._at : self._at + 1]


def _times(mark: str, least: str | None, to: str | None, most: str | None) -> tuple[int, int | None]:
    if mark != "{":
        return (1 if mark == "+" else 0), (1 if mark == "?" else None)
    low = int(least or 0)
    return low, (low if to is None else int(most) if most else None)


def _one(char: str) -> Characters:
    if char in HIDDEN_LETTERS:
        raise ValueError("a character that matches an ASCII letter where case is ignored")
    return Characters(frozenset((_shadowed(char),)))


def _shadowed(char: str) -> str:
    return shadow(char).decode("ascii")
