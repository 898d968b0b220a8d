"""Reads HTML as browsers do, with JustHTML, into a tree whose texts know their places in the source."""

from __future__ import annotations

import html
from bisect import bisect_right
from collections.abc import Iterator
from html.entities import html5
from typing import TYPE_CHECKING, Final

import regex

from copylint.document.formats.markup.tree import DEEPEST, Element
from copylint.document.story_text import StoryText, StoryTextBuilder
from copylint.errors import CopylintError, Problem
from copylint.expressions import expression

if TYPE_CHECKING:
    from justhtml.dom import Node

_REFERENCE: Final = expression(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{0,31};?)")
_TAG: Final = expression(
    r"<(?:!--.*?--!?>|[!?](?!--)[^>]*+>|/?[A-Za-z](?:[^>=]|=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])))*+>|/>)",
    regex.DOTALL,
)
"""What the parser drops from a text: a comment, or a tag, in whose quoted values a `>` may stand."""
_TAG_START: Final = expression(r"<[/!?A-Za-z]")
_SCRAP: Final = expression(r"<(?:/[^A-Za-z>]|\?|!(?!--))[^>]*+>")
"""A comment to browsers (`<?xml …?>`, `</ b>`, a late document type); JustHTML, tracking places, makes it text.

A comment that is never closed stays text: browsers would hide all the rest of the page.
"""
_PLAIN: Final = expression(r"[^&<\r\0]+")
_BLANK: Final = expression(r"[ \t\n\f]*")
_MARKS: Final = "<&"
_MARKS_IN: Final = {
    **dict.fromkeys(("script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext"), ""),
    **dict.fromkeys(("title", "textarea"), "&"),
}
"""Elements in whose text fewer marks mean something (HTML Living Standard, "raw text" and "escapable raw text")."""
_BYTE_ORDER_MARK: Final = "\ufeff"
_REPLACEMENT: Final = "\ufffd"


def read_html(origin: StoryText, path: str) -> Element:
    """The tree of a page or of a piece of HTML, its root named `#document`. No HTML is broken.

    Raises CopylintError where it nests too deeply; `path` is the file's name for the message.
    """
    from justhtml import JustHTML  # noqa: PLC0415 - only stories with HTML need it

    if origin.text.startswith(_BYTE_ORDER_MARK):  # the parser would drop it and count from behind it
        origin = origin.slice(1, len(origin.text))
    page = JustHTML(origin.text, track_node_locations=True, sanitize=False)
    return _element(page.root, _Places(origin.holding("xml"), page.root), path)


def _element(root: Node, places: _Places, path: str) -> Element:
    """The same tree without comments; gone through without recursion, for HTML nests as deep as its writer likes."""
    top = Element(root.name)
    stack: list[tuple[Node, Element, int]] = [(root, top, 0)]
    while stack:
        node, element, depth = stack.pop()
        if depth > DEEPEST:
            raise CopylintError(Problem(f"not checked: elements lie in more than {DEEPEST} others", path))
        for child in node.children or ():
            if child.name == "#text":
                text = places.of(child, _MARKS_IN.get(element.name, _MARKS))
                element.children += [text] if text.text else []
            elif not child.name.startswith(("#", "!")):
                attributes = {key: value or "" for key, value in (child.attrs or {}).items()}
                made = Element(child.name, "", attributes)
                element.children.append(made)
                stack.append((child, made, depth + 1))
    return top


class _Places:
    """Finds the places of text nodes: the parser tells only where each begins.

    Both texts are gone through together. Between two characters of a node there can be a tag that the parser dropped,
    or that closed nothing; but nothing of another node, else the parser moved text about (out of a table), and the rest
    of its place is known no nearer.
    """

    def __init__(self, origin: StoryText, root: Node) -> None:
        self._origin = origin
        self._starts = sorted({node.origin_offset or 0 for node in _texts(root)})
        self._last_close = origin.text.rfind(">")

    def of(self, node: Node, marks: str) -> StoryText:
        """The text of a node, with its places."""
        builder = StoryTextBuilder(self._origin)
        data = str(node.data)
        position = node.origin_offset or 0
        following = bisect_right(self._starts, position)
        limit = self._starts[following] if following < len(self._starts) else len(self._origin.text)
        done = 0
        while done < len(data):
            if position > self._last_close:  # no tag ends behind it, so none is looked for: that would cost time
                marks = marks.replace("<", "")
            scrap = _SCRAP.match(self._origin.text, position) if "<" in marks else None
            if scrap and data.startswith(scrap[0], done):
                position, done = scrap.end(), done + len(scrap[0])
                continue
            length, decoded = _next(self._origin.text, position, data, done, marks)
            if length == 0 or position + length > limit:
                builder.unit(data[done:], position, position)
                break
            if decoded is None:
                builder.verbatim(position, position + length)
                done += length
            else:
                mark = self._origin.text[position]
                builder.unit(decoded, position, position + length, reference=mark == "&")
                done += len(decoded)
            position += length
        return builder.joined()


def _texts(root: Node) -> Iterator[Node]:
    stack = [root]
    while stack:
        node = stack.pop()
        if node.name == "#text":
            yield node
        stack += node.children or ()


def _next(text: str, position: int, data: str, done: int, marks: str) -> tuple[int, str | None]:
    """How much of the text comes next, and what it says if that isn't what stands there: nothing for what was dropped.

    The length is 0 where the data goes on with something else.
    """
    plain = _PLAIN.match(text, position)
    if plain:
        length = min(len(plain[0]), len(data) - done)
        return (length, None) if data.startswith(plain[0][:length], done) else _dropped_blank(plain[0], data, done)
    mark = text[position : position + 1]
    if mark == "\r":
        length = 2 if text.startswith("\r\n", position) else 1
        return length, "\n" if data.startswith("\n", done) else ""
    if mark == "\0":
        return 1, _REPLACEMENT if data.startswith(_REPLACEMENT, done) else ""
    reference = _REFERENCE.match(text, position) if mark == "&" and mark in marks else None
    if reference:
        length = _known_length(reference[0])
        decoded = html.unescape(reference[0][:length])
        if length and data.startswith(decoded, done):
            return length, decoded
    if mark in marks and _TAG_START.match(text, position):
        return _next_tag(text, position, data, done)
    return (1, None) if mark and data.startswith(mark, done) else (0, None)


def _known_length(reference: str) -> int:
    """How much of it stands for a character: of `&notit;` it is `&not`. Nothing where the name is unknown."""
    if reference[1] == "#":
        return len(reference)
    return next((end for end in range(len(reference), 1, -1) if reference[1:end] in html5), 0)


def _next_tag(text: str, position: int, data: str, done: int) -> tuple[int, str | None]:
    """A tag is dropped; what only begins like one and is never closed is text to the end."""
    tag = _TAG.match(text, position)
    if tag:
        return tag.end() - position, ""
    rest = len(data) - done
    if data.endswith(text[position : position + rest]):
        return rest, None
    return (1, None) if data.startswith("<", done) else (0, None)


def _dropped_blank(plain: str, data: str, done: int) -> tuple[int, str | None]:
    """White space that the parser dropped: at the start of a preformatted element, between the rows of a table."""
    here, kept = _BLANK.match(plain), _BLANK.match(data, done)
    length = here.end() - (kept.end() - done) if here and kept else 0
    return (length, "") if length > 0 else (0, None)
