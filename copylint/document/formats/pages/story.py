"""The story of a page as a tree of its own: furniture left out, elements named after the parts that they state."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from copylint.document.block import Block
from copylint.document.formats.markup.flow import DROPPED, PARTS, blocks_of
from copylint.document.formats.markup.tree import Element
from copylint.document.formats.pages.lines import (
    BLOCKS,
    has_caption,
    is_heading_alone,
    is_line,
    is_list_of_links,
    part_beside_caption,
    part_of_line,
)
from copylint.document.formats.pages.marks import is_furniture, is_short, part_of
from copylint.document.model import Part
from copylint.document.story_text import StoryText
from copylint.values import dataclass

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
    "headline": frozenset(("boilerplate",)),
}
"""Which parts may lie in another one; in the rest there are none."""

_OUTSIDE: Final = ("header", "footer")
"""Furniture where they lie outside an article and outside the main part."""
_SHORTEST_TEASER: Final = 25
"""Furniture with more characters, under a heading of its own, is what that heading names: other stories."""
_OPENINGS: Final = tuple("(—–-:")
"""What goes on with a dateline behind its place: then the words tell how far it reaches."""


@dataclass(frozen=True)
class _Context:
    """What the elements round a place say of it."""

    part: Part | None = None
    in_sentence: bool = False
    """Whether it lies in a paragraph, where a name or a time is a word like others."""
    beside_caption: bool = False
    """Whether it lies in a figure that has a caption of its own."""


def story_blocks(
    root: Element, headline: Element | None, *, author: str = "", strict: bool = False
) -> tuple[Block, ...]:
    """The blocks of the story in an element of a page, whose writer the page's head may name.

    What a class calls furniture is left out, unless nothing but the headline would be left and `strict` does not demand
    it. So are stamps of the time and the section's name above the headline: they are the page's own, and nobody has to
    delete them.
    """
    blocks = _blocks(root, headline, author, strict=True)
    if strict or any(block.part is None for block in blocks):
        return blocks
    return _blocks(root, headline, author, strict=False)


def _blocks(root: Element, headline: Element | None, author: str, *, strict: bool) -> tuple[Block, ...]:
    outside = _OUTSIDE if root.name in ("body", "#document") else ()
    tree = _Story(headline, author, outside, strict).copy(root, _Context())
    return tuple(block for block in blocks_of(tree, {**PARTS, **_STATED}) if block.part != "boilerplate")


@dataclass(frozen=True)
class _Story:
    headline: Element | None
    author: str
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
        if isinstance(child, StoryText) or self._is_whole(child):
            return child
        if child is self.headline:
            return replace(self.copy(child, _Context("headline")), name="headline")
        if child.name in DROPPED or child.name == "article":
            return None
        if self._is_furniture(child):
            return self._address_in(child)
        child = replace(child, name="div") if child.name == "table" else child
        part = self._part(child, context)
        if part == "dateline" and child.name not in BLOCKS and _goes_on(following):
            part = None
        if part is not None and part in _INSIDE.get(context.part, ()):
            return replace(self.copy(child, _Context(part)), name=part)
        return self._copy_within(child, context)

    def _copy_within(self, child: Element, context: _Context) -> Element | None:
        """The copy of an element that states no part; none of one whose furniture leaves only its heading."""
        copied = self.copy(
            child,
            replace(
                context,
                in_sentence=context.in_sentence or (child.name in BLOCKS and is_line(child)),
                beside_caption=context.beside_caption or (child.name == "figure" and has_caption(child)),
            ),
        )
        lost = (each for each in child.each() if not is_short(each, _SHORTEST_TEASER) and self._is_furniture(each))
        return None if is_heading_alone(copied) and next(lost, None) is not None else copied

    def _address_in(self, furniture: Element) -> Element | None:
        """The writer's name in an `<aside>` of facts about the story: HTML's `<address>` is about its article."""
        address = next(furniture.within("address"), None) if furniture.name == "aside" else None
        if address is None or (part_of(address) or part_of_line(address, self.author)) != "byline":
            return None
        return replace(self.copy(address, _Context("byline")), name="byline")

    def _is_furniture(self, element: Element) -> bool:
        outside = element.name in self.outside
        if not outside and not is_furniture(element) and not is_list_of_links(element):
            return False
        return (self.strict or outside or element.name == "aside") and not _holds(element, self.headline)

    def _is_whole(self, element: Element) -> bool:
        """Whether nothing in it is told apart."""
        return element.name == "pre" or (element.name == "table" and not self._lays_out(element))

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
        if part is None and context.beside_caption and not context.in_sentence:
            return part_beside_caption(element)
        if element.name in BLOCKS:
            return part if part not in (None, "boilerplate") else part_of_line(element, self.author) or part
        if element.name == "time":
            part = "boilerplate"
        return None if context.in_sentence and part in ("byline", "boilerplate") else part


def _goes_on(following: Element | StoryText | None) -> bool:
    """Whether a dateline goes on behind its element."""
    return isinstance(following, StoryText) and following.text.lstrip().startswith(_OPENINGS)


def _holds(element: Element, wanted: Element | None) -> bool:
    return wanted is not None and any(found is wanted for found in element.within(wanted.name))
