"""The story of a page as a tree of its own: furniture left out, elements named after the parts that they state."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from copylint.document.block import Block
from copylint.document.formats.markup.flow import DROPPED, PARTS, blocks_of
from copylint.document.formats.markup.tree import Element
from copylint.document.formats.pages.headline import HEADINGS
from copylint.document.formats.pages.marks import is_furniture, is_short, part_of
from copylint.document.model import Part
from copylint.document.story_text import StoryText

_STATED: Final[dict[str, Part]] = {
    part: part
    for part in (
        *("headline", "subhead", "dateline", "byline", "caption", "credit", "correction", "editor-note", "sign-off"),
        "boilerplate",
    )
}
"""The elements' new names: each is called what its text is."""

_INSIDE: Final[dict[Part | None, frozenset[str]]] = {
    None: frozenset(_STATED),
    "caption": frozenset(("credit",)),
    "byline": frozenset(("boilerplate",)),
    "boilerplate": frozenset(("byline",)),
}
"""Which parts may lie in another one; in the rest there are none."""

_OUTSIDE: Final = ("header", "footer")
"""Furniture where they lie outside an article and outside the main part."""
_BLOCKS: Final = (
    *("p", "div", "section", "article", "header", "footer", "address", "blockquote", "figure", "figcaption", "main"),
    *("ul", "ol", "dl", "li", "dt", "dd", "table", "pre", "hr", *HEADINGS),
)
_INLINE: Final = ("a", "span", "strong", "b", "em", "i", "cite", "time")
_SENTENCE_ENDS: Final = tuple(".!?\"'”’»")
_BY: Final = re.compile(r"(?:by|von|par|por|da|di|door|av)\s", re.IGNORECASE)
_LONGEST_LINE: Final = 150
"""A block with more characters is a paragraph, and no byline or stamp of the time."""
_OPENINGS: Final = tuple("(—–-:")
"""What goes on with a dateline behind its place: then the words tell how far it reaches."""


@dataclass(frozen=True)
class _Context:
    """What the elements round a place say of it."""

    part: Part | None = None
    in_sentence: bool = False
    """Whether it lies in a paragraph, where a name or a time is a word like others."""


def story_blocks(root: Element, headline: Element | None) -> tuple[Block, ...]:
    """The blocks of the story in an element of a page.

    What a class calls furniture is left out, unless nothing but the headline would be left. So are stamps of the time
    and the section's name above the headline: they are the page's own, and nobody has to delete them.
    """
    blocks = _blocks(root, headline, strict=True)
    return blocks if any(block.part is None for block in blocks) else _blocks(root, headline, strict=False)


def _blocks(root: Element, headline: Element | None, *, strict: bool) -> tuple[Block, ...]:
    outside = _OUTSIDE if root.name in ("body", "#document") else ()
    tree = _Story(headline, outside, strict).copy(root, _Context())
    return tuple(block for block in blocks_of(tree, {**PARTS, **_STATED}) if block.part != "boilerplate")


@dataclass(frozen=True)
class _Story:
    headline: Element | None
    outside: tuple[str, ...]
    strict: bool
    """Whether class names may call an element furniture."""

    def copy(self, element: Element, context: _Context) -> Element:
        """The element without furniture. Its depth is limited by the parser."""
        following: Element | StoryText | None = None
        children: list[Element | StoryText] = []
        for child in reversed(element.children):
            copied = self._child(child, following, context)
            if copied is not None:
                children.append(copied)
            following = child
        return replace(element, children=children[::-1])

    def _child(
        self, child: Element | StoryText, following: Element | StoryText | None, context: _Context
    ) -> Element | StoryText | None:
        if isinstance(child, StoryText) or child.name == "pre":
            return child
        if child is self.headline:
            return replace(child, name="headline")
        if child.name == "table" and not self._lays_out(child):
            return child
        if child.name in DROPPED or child.name == "article" or self._is_furniture(child):
            return None
        child = replace(child, name="div") if child.name == "table" else child
        part = self._part(child, context)
        if part == "dateline" and child.name not in _BLOCKS and _goes_on(following):
            part = None
        if part is not None and part in _INSIDE.get(context.part, ()):
            return replace(self.copy(child, _Context(part)), name=part)
        in_sentence = context.in_sentence or (child.name in _BLOCKS and _is_line(child))
        return self.copy(child, replace(context, in_sentence=in_sentence))

    def _is_furniture(self, element: Element) -> bool:
        outside = element.name in self.outside
        if not outside and not is_furniture(element):
            return False
        return (self.strict or outside or element.name == "aside") and not _holds(element, self.headline)

    def _lays_out(self, table: Element) -> bool:
        """Whether a table arranges a page: it holds the headline, another table or a cell with paragraphs."""
        if _holds(table, self.headline) or next(table.within("table"), None) is not None:
            return True
        return any(len(tuple(cell.each("p"))) > 1 for cell in table.within("td"))

    def _part(self, element: Element, context: _Context) -> Part | None:
        if element.name == "figcaption":
            return "caption"
        part = part_of(element)
        if part == "dateline" and next(element.within("time"), None) is not None:
            part = "boilerplate"
        if element.name in _BLOCKS:
            return part if part not in (None, "boilerplate") else _part_of_line(element) or part
        if element.name == "time":
            part = "boilerplate"
        return None if context.in_sentence and part in ("byline", "boilerplate") else part


def _part_of_line(block: Element) -> Part | None:
    """The part of a short line by the elements inside it: a link to the writer, a time."""
    if not _is_line(block) or not is_short(block, _LONGEST_LINE):
        return None
    inner = tuple(block.within(*_INLINE))
    words = block.words
    writers = [element for element in inner if part_of(element) == "byline"]
    if writers and not words.endswith(_SENTENCE_ENDS):
        stamped = any(element.name == "time" for element in inner)
        return "boilerplate" if stamped and _BY.match(writers[0].words) else "byline"
    times = sum(len(element.words) for element in inner if element.name == "time")
    return "boilerplate" if times * 2 > len(words) else None


def _is_line(block: Element) -> bool:
    """Whether it holds text and no other block."""
    return next(block.within(*_BLOCKS), None) is None and not is_short(block, 0)


def _goes_on(following: Element | StoryText | None) -> bool:
    """Whether a dateline goes on behind its element."""
    return isinstance(following, StoryText) and following.text.lstrip().startswith(_OPENINGS)


def _holds(element: Element, wanted: Element | None) -> bool:
    return wanted is not None and any(found is wanted for found in element.within(wanted.name))
