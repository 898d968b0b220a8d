"""YAML text as nodes that know where they stand. The only module that imports ruamel.yaml, and only when it parses.

Scalars are read by the YAML 1.2 core schema, so `no` and `on` are text. Tags, merge keys and second documents are
refused: a rule or configuration file is data. Every limit is held before a node is made.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, Literal

import regex

from copylint.errors import Problem
from copylint.expressions import expression

CHARACTERS_AT_MOST: Final = 512 * 1024
DEPTH_AT_MOST: Final = 24
NODES_AT_MOST: Final = 100_000
"""An alias counts as many nodes as what it repeats, so that a small file cannot unfold into a huge one."""

Kind = Literal["text", "number", "true-false", "date", "nothing"]
"""What YAML takes a scalar for."""

_NEWLINE: Final = expression(r"\r\n|\n|\r")
_NUMBER: Final = expression(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?")
_WHOLE_NUMBER: Final = expression(r"[-+]?\d{1,15}")
_DATE: Final = expression(r"\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d.*)?")
_TRUE_OR_FALSE: Final = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
_CURLY_QUOTES: Final = frozenset("“”„‟‘’‚‛")
_DOUBLE_QUOTED_CHARACTER: Final = expression(r"\\(?:x..|u.{4}|U.{8}|.)|.", regex.DOTALL)

_HINTS: Final = (
    ("mapping values are not allowed", "put quotes round a text that holds ': '"),
    ("while scanning an alias", "put quotes round a text that begins with '*'"),
    ("while scanning an anchor", "put quotes round a text that begins with '&'"),
    (r"found character '\t'", "indent with spaces, not with a tab"),
    ("that cannot start any token", "put quotes round a text that begins with such a character"),
    ("escape", r"in double quotes a backslash is written '\\'; in single quotes it stands for itself"),
    ("while scanning a quoted scalar", "close the quotation mark that opens here"),
    ("expected <block end>", "indent keys of one group alike, and every '-' of one list"),
    ("expected the node content, but found '<stream end>'", "the file ends too early: close the bracket"),
    ("expected ',' or", "close the bracket, and put a comma between items"),
)


@dataclass(frozen=True)
class Place:
    """A stretch of one line of a file. Line and column are 1-based, the width counts code points."""

    path: str
    line: int
    column: int
    width: int
    excerpt: str

    def problem(self, message: str, hint: str | None = None) -> Problem:
        return Problem(message, self.path, self.line, self.column, self.excerpt, self.width, hint)


@dataclass(frozen=True)
class Scalar:
    """A single value or a key."""

    text: str
    """What was written, whatever YAML takes it for."""
    kind: Kind
    place: Place
    raw: str = field(default="", repr=False)
    """As it stands in the file, quotes and all."""
    style: str = ""
    """`'`, `"`, `|` or `>`; empty: unquoted."""

    @property
    def value(self) -> str | int | float | bool | None:
        """As Python has it; a date stays text."""
        if self.kind == "number":
            return int(self.text) if _WHOLE_NUMBER.fullmatch(self.text) else float(self.text)
        if self.kind == "true-false":
            return _TRUE_OR_FALSE[self.text]
        return None if self.kind == "nothing" else self.text

    def place_at(self, offset: int) -> Place:
        """Where the character at `offset` of the text stands; the whole value where YAML folded its lines."""
        if self.style == "|":
            return self._place_in_block(offset)
        if self.style == ">" or _NEWLINE.search(self.raw):
            return self.place
        return Place(
            self.place.path, self.place.line, self.place.column + self._raw_offset(offset), 1, self.place.excerpt
        )

    def _raw_offset(self, offset: int) -> int:
        if self.style == "'":
            return 1 + offset + self.text.count("'", 0, offset)
        if self.style == '"':
            characters = _DOUBLE_QUOTED_CHARACTER.findall(self.raw[1:])
            return 1 + sum(map(len, characters[:offset]))
        return offset

    def _place_in_block(self, offset: int) -> Place:
        before = self.text[:offset]
        number = before.count("\n") + 1
        excerpts = _NEWLINE.split(self.raw)
        excerpt = excerpts[min(number, len(excerpts) - 1)]
        indent = len(excerpt) - len(self.text.split("\n")[number - 1])
        column = max(indent, 0) + len(before.rpartition("\n")[2]) + 1
        return Place(self.place.path, self.place.line + number, column, 1, excerpt)


@dataclass(frozen=True)
class Sequence:
    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True)
class Entry:
    key: Scalar
    value: Node


@dataclass(frozen=True)
class Mapping:
    """Keys and values in the file's order; of a key that stands twice only the first."""

    entries: tuple[Entry, ...]
    place: Place

    def entry(self, key: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.key.text == key), None)


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True)
class Yaml:
    """What a text holds. The root is None where there is nothing, or nothing that could be read."""

    root: Node | None
    problems: tuple[Problem, ...] = ()


def parse(text: str, path: str) -> Yaml:
    """Read one YAML document. A syntax error ends the reading; everything else wrong is collected."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - heavy, and not needed when rules come from the cache
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415 - as above

    builder = _Builder(text, path)
    if len(text) > CHARACTERS_AT_MOST:
        return Yaml(None, (Problem(f"the file has more than {CHARACTERS_AT_MOST // 1024} Ki characters", path),))
    try:
        root = builder.build(YAML(typ="safe", pure=True).parse(text))
    except _StopReadingError:
        root = None
    except (YAMLError, ValueError, OverflowError, AssertionError) as error:  # the last for odd %YAML directives
        builder.problems.append(builder.syntax_problem(error))
        root = None
    return Yaml(root, tuple(builder.problems))


def plain(node: Node) -> Any:  # noqa: ANN401 - YAML holds anything
    """The node as Python values: str, int, float, bool, None, list, dict."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {entry.key.text: plain(entry.value) for entry in node.entries}


def scalars(node: Node) -> Iterator[Scalar]:
    """Every key and value under a node, in the file's order."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    else:
        for entry in node.entries:
            yield entry.key
            yield from scalars(entry.value)


def curly_quotes_at_the_edge(node: Node) -> Iterator[Problem]:
    """An unquoted value that begins or ends with a curly quote was meant to be quoted."""
    for scalar in scalars(node):
        if not scalar.style and _CURLY_QUOTES.intersection(scalar.text[:1] + scalar.text[-1:]):
            yield scalar.place.problem(
                "a curly quote stands at the edge of an unquoted value; YAML takes it for a part of the text",
                "use straight quotes, also round a text that has curly ones",
            )


class _StopReadingError(Exception):
    """A limit is passed."""


@dataclass
class _Open:
    """A list or mapping whose end has not been read."""

    event: Any
    children: list[Node] = field(default_factory=list)
    nodes_before: int = 0


class _Builder:
    """Makes nodes from the parser's events, without recursion."""

    def __init__(self, text: str, path: str) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._path = path
        self._nodes = 0
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._open: list[_Open] = []
        self._root: Node | None = None

    def build(self, events: Iterable[Any]) -> Node | None:
        documents = 0
        for event in events:
            kind = type(event).__name__
            if kind in ("MappingStartEvent", "SequenceStartEvent"):
                self._begin(event)
            elif kind in ("MappingEndEvent", "SequenceEndEvent"):
                self._end(kind)
            elif kind == "ScalarEvent":
                self._count(1, event)
                self._add(self._scalar(event), event.anchor, 1)
            elif kind == "AliasEvent":
                self._repeat(event)
            elif kind == "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    self._stop(event, "a second document begins here; a file holds one")
        return self._root

    def _begin(self, event: Any) -> None:  # noqa: ANN401 - ruamel.yaml has no types for its events
        self._refuse_tag(event)
        self._open.append(_Open(event, nodes_before=self._nodes))
        self._count(1, event)
        if len(self._open) > DEPTH_AT_MOST:
            self._stop(event, f"lists and mappings are nested more than {DEPTH_AT_MOST} deep")

    def _end(self, kind: str) -> None:
        closed = self._open.pop()
        children = closed.children
        place = self._place(closed.event.start_mark.index, closed.event.start_mark.index + 1)
        if kind == "SequenceEndEvent":
            node: Node = Sequence(tuple(children), children[0].place if children else place)
        else:
            node = self._mapping(children, place)
        self._add(node, closed.event.anchor, self._nodes - closed.nodes_before)

    def _mapping(self, children: list[Node], place: Place) -> Mapping:
        entries: dict[str, Entry] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.problems.append(key.place.problem("a key must be a text"))
            elif key.text in entries:
                hint = f"it stands first in line {entries[key.text].key.place.line}"
                self.problems.append(key.place.problem(f"the key '{key.text}' stands twice", hint))
            else:
                entries[key.text] = Entry(key, value)
        return Mapping(tuple(entries.values()), children[0].place if children else place)

    def _add(self, node: Node, anchor: str | None, nodes: int) -> None:
        if anchor:
            self._anchors[anchor] = node, nodes
        if self._open:
            self._open[-1].children.append(node)
        else:
            self._root = node

    def _repeat(self, event: Any) -> None:  # noqa: ANN401 - as above
        if event.anchor not in self._anchors:
            self._stop(event, f"'*{event.anchor}' repeats what no '&{event.anchor}' names", _HINTS[1][1])
        node, nodes = self._anchors[event.anchor]
        self._count(nodes, event)
        self._add(node, None, nodes)

    def _scalar(self, event: Any) -> Scalar:  # noqa: ANN401 - as above
        self._refuse_tag(event)
        start, end = event.start_mark.index, event.end_mark.index
        place = self._place(start, end)
        if any("\ud800" <= char <= "\udfff" for char in event.value):
            self.problems.append(place.problem("half of a surrogate pair is no character"))
        style = event.style or ""
        kind: Kind = "text" if style else _kind(event.value)
        return Scalar(event.value, kind, place, self._text[start:end], style)

    def _refuse_tag(self, event: Any) -> None:  # noqa: ANN401 - as above
        if event.tag is not None:
            place = self._place(event.start_mark.index, event.end_mark.index)
            self.problems.append(place.problem("tags such as '!name' are not allowed", "put quotes round the text"))

    def _count(self, nodes: int, event: Any) -> None:  # noqa: ANN401 - as above
        self._nodes += nodes
        if self._nodes > NODES_AT_MOST:
            self._stop(event, f"the file holds more than {NODES_AT_MOST:,} values")

    def _stop(self, event: Any, message: str, hint: str | None = None) -> None:  # noqa: ANN401 - as above
        place = self._place(event.start_mark.index, event.end_mark.index)
        self.problems.append(place.problem(message, hint))
        raise _StopReadingError

    def _place(self, start: int, end: int) -> Place:
        line = bisect_right(self._line_starts, start)
        line_start = self._line_starts[line - 1]
        newline = _NEWLINE.search(self._text, line_start)
        line_end = newline.start() if newline else len(self._text)
        width = max(min(end, line_end) - start, 1)
        return Place(self._path, line, start - line_start + 1, width, self._text[line_start:line_end])

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(newline.end() for newline in _NEWLINE.finditer(self._text))]

    def syntax_problem(self, error: Exception) -> Problem:
        """What the parser could not read, in its words, with a next step where one is known."""
        if hasattr(error, "character"):
            place = self._place(error.position, error.position + 1)  # type: ignore[attr-defined] # ruamel.yaml's ReaderError
            return place.problem(f"the character U+{error.character:04X} is not allowed in YAML")
        context, message = getattr(error, "context", None) or "", getattr(error, "problem", None) or str(error)
        mark = getattr(error, "problem_mark", None)
        if mark is None:
            return Problem(f"this is not YAML: {message}", self._path)
        if "quoted scalar" in context and "end of" in message:
            mark = getattr(error, "context_mark", None) or mark
        said = f"{context} {message}"
        hint = next((hint for key, hint in _HINTS if key in said), None)
        return self._place(mark.index, mark.index + 1).problem(f"this is not YAML: {message}", hint)


def _kind(text: str) -> Kind:
    """What the YAML 1.2 core schema takes an unquoted scalar for; dates as older readers see them."""
    if text in _NOTHING:
        return "nothing"
    if text in _TRUE_OR_FALSE:
        return "true-false"
    if _NUMBER.fullmatch(text):
        return "number"
    return "date" if _DATE.fullmatch(text) else "text"
