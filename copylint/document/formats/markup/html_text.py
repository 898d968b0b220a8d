"""HTML that another format holds as a string: a field of JSON, an escaped element of a feed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from copylint.document.block import Block
from copylint.document.formats.markup.flow import PARTS, blocks_of
from copylint.document.formats.markup.html_tree import read_html
from copylint.document.formats.markup.tree import Element
from copylint.document.formats.plain.text import text_blocks
from copylint.document.model import Part
from copylint.document.story_text import StoryText
from copylint.expressions import expression

_TAG: Final = expression(r"</?[A-Za-z][^<>]*>|<!--|<!\[CDATA\[")
_BLANK_LINES: Final = expression(r"(?<![ \t])[ \t]*(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*")
_INDENTED: Final = expression(r"\S[ \t]*(?:\r\n?|\n)[ \t]+\S")
"""A line break that only the markup round the text has made, so that it is folded as in HTML."""
_LINE_MARKUP: Final = ("p", "br", "div")
"""Where one of these stands, line breaks in the source mean nothing."""
_NO_CLASSES: Final[Mapping[str, Part]] = MappingProxyType({})


def blocks_of_html(story: StoryText, path: str, classes: Mapping[str, Part] = _NO_CLASSES) -> tuple[Block, ...]:
    """The blocks of a text that holds HTML; without any tag it is plain text with entities.

    `path` is the file's name for an error message, `classes` says which classes of elements state their part. Raises
    CopylintError where elements nest too deeply.
    """
    tree = read_html(story, path)
    if not (has_tag(story) or _INDENTED.search(story.text)):
        return tuple(text_blocks(tree.story()))
    if next(tree.within(*_LINE_MARKUP), None) is None:
        tree = _parted_at_blank_lines(tree)
    if not classes:
        return tuple(blocks_of(tree))
    _name_by_class(tree, classes)
    return tuple(blocks_of(tree, {**PARTS, **{f".{name}": part for name, part in classes.items()}}))


def blocks_of_nitf(story: StoryText, path: str) -> tuple[Block, ...]:
    """The blocks of the body in a text that holds NITF, whole or a piece of it, read with the forbearance of HTML."""
    tree = read_html(story, path)
    contents = list(tree.within("body.content", "body.end")) or [tree]
    return tuple(block for content in contents for block in blocks_of(content))


def lines_of_html(story: StoryText, path: str, part: Part) -> Iterator[Block]:
    """The blocks of a text that holds HTML and is of one part as a whole: a caption, a headline."""
    for block in blocks_of_html(story, path):
        yield replace(block, part=part)


def has_tag(story: StoryText) -> bool:
    """Whether a text whose format nobody states is HTML."""
    return _TAG.search(story.text) is not None


def _parted_at_blank_lines(tree: Element) -> Element:
    """The same piece of HTML with its paragraphs told apart by blank lines, as weblogs store what their writers type.

    A rule between two paragraphs ends the line there and holds no text.
    """
    body = tree.first("html", "body") or tree
    children: list[Element | StoryText] = []
    for child in body.children:
        if isinstance(child, Element):
            children.append(child)
            continue
        position = 0
        for gap in _BLANK_LINES.finditer(child.text):
            children += [child.slice(position, gap.start()), Element("hr")]
            position = gap.end()
        children.append(child.slice(position, len(child.text)))
    return Element(body.name, children=[child for child in children if isinstance(child, Element) or child.text])


def _name_by_class(tree: Element, classes: Mapping[str, Part]) -> None:
    """Rename the elements that state their part by class, so that `blocks_of` finds them by name."""
    for element in tree.within("div", "span", "p"):
        known = next((name for name in element.attribute("class").split() if name in classes), None)
        if known is not None:
            element.name = f".{known}"
