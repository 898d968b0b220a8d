"""Reads HTML as browsers do, with JustHTML, into a tree whose texts know their places in the source."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from copylint.document.formats.markup import DEEPEST, Element
from copylint.document.story_text import StoryText, StoryTextBuilder
from copylint.errors import CopylintError, Problem

if TYPE_CHECKING:
    from justhtml.dom import Node

_REFERENCE: Final = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{0,31};?)")
_TAG: Final = re.compile(r"<(?:!--.*?(?:--!?>|\Z)|[/!?A-Za-z][^>]*+(?:>|\Z))", re.DOTALL)
_PLAIN: Final = re.compile(r"[^&<\r]+")


def read_html(origin: StoryText, path: str) -> Element:
    """The tree of a page or of a piece of HTML, its root named `#document`. No HTML is broken.

    Raises CopylintError where it nests too deeply; `path` is the file's name for the message.
    """
    from justhtml import JustHTML  # noqa: PLC0415 - only stories with HTML need it

    page = JustHTML(origin.text, track_node_locations=True, sanitize=False)
    return _element(page.root, origin.holding("xml"), path)


def _element(root: Node, origin: StoryText, path: str) -> Element:
    """The same tree without comments; gone through without recursion, for HTML nests as deep as its writer likes."""
    top = Element(root.name)
    stack: list[tuple[Node, Element, int]] = [(root, top, 0)]
    while stack:
        node, element, depth = stack.pop()
        if depth > DEEPEST:
            raise CopylintError(Problem(f"not checked: elements lie in more than {DEEPEST} others", path))
        for child in node.children or ():
            if child.name == "#text":
                element.children.append(_text(str(child.data), child.origin_offset, origin))
            elif not child.name.startswith(("#", "!")):
                attributes = {key: value or "" for key, value in (child.attrs or {}).items()}
                made = Element(child.name, "", attributes)
                element.children.append(made)
                stack.append((child, made, depth + 1))
    return top


def _text(data: str, start: int | None, origin: StoryText) -> StoryText:
    """A text node with its places: the parser tells only where it begins, so both texts are gone through together.

    Between two characters of a node there can be a tag that the parser dropped, or that closed nothing.
    """
    builder = StoryTextBuilder(origin)
    position = start or 0
    done = 0
    while done < len(data):
        length, decoded = _next(origin.text, position, data, done)
        if length == 0:  # the parser moved text about (out of a table): its place is known no nearer
            builder.unit(data[done:], position, position)
            break
        if decoded is None:
            builder.verbatim(position, position + length)
            done += length
        else:
            builder.unit(decoded, position, position + length, reference=decoded != "\n")
            done += len(decoded)
        position += length
    return builder.joined()


def _next(text: str, position: int, data: str, done: int) -> tuple[int, str | None]:
    """How much of the text comes next, and what it says if that isn't what stands there: nothing for a dropped tag."""
    plain = _PLAIN.match(text, position)
    if plain:
        length = min(len(plain[0]), len(data) - done)
        return (length, None) if data.startswith(plain[0][:length], done) else (0, None)
    mark = text[position : position + 1]
    if mark == "\r":
        return (2 if text.startswith("\r\n", position) else 1), "\n"
    reference = _REFERENCE.match(text, position) if mark == "&" else None
    if reference:
        decoded = html.unescape(reference[0])
        if decoded != reference[0] and data.startswith(decoded, done):
            return len(reference[0]), decoded
    if mark and data.startswith(mark, done) and (mark == "&" or not _TAG.match(text, position)):
        return 1, None
    tag = _TAG.match(text, position)
    return (tag.end() - position, "") if tag else (0, None)
