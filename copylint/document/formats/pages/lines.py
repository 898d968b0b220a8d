"""What a line, a list or a figure of a page is, by the elements and the words in it."""

from __future__ import annotations

from typing import Final

import regex

from copylint.document.formats.markup.tree import Element
from copylint.document.formats.pages.headline import HEADINGS
from copylint.document.formats.pages.marks import is_short, part_of
from copylint.document.model import Part
from copylint.document.parts.credit import credit_start
from copylint.document.parts.names import is_names
from copylint.document.story_text import StoryText
from copylint.expressions import expression

BLOCKS: Final = (
    *("p", "div", "section", "article", "header", "footer", "address", "blockquote", "figure", "figcaption", "main"),
    *("ul", "ol", "dl", "li", "dt", "dd", "table", "pre", "hr", *HEADINGS),
)
_INLINE: Final = ("a", "span", "strong", "b", "em", "i", "cite", "time")
_LABELS: Final = ("span", "div", "small", "cite")
_SENTENCE_ENDS: Final = tuple(".!?\"'”’»")
_BY: Final = expression(r"(?:by|von|par|por|da|di|door|av)\s", regex.IGNORECASE)
_LONGEST_LINE: Final = 150
"""A block with more characters is a paragraph, and no byline or stamp of the time."""


def part_of_line(block: Element, author: str) -> Part | None:
    """The part of a short line by the elements inside it, a link to the writer or a time, or by the writer's name."""
    if not is_line(block) or not is_short(block, _LONGEST_LINE):
        return None
    inner = tuple(block.within(*_INLINE))
    words = block.words
    if author and words.removeprefix("By ") == author:
        return "byline"
    writers = [element for element in inner if part_of(element) == "byline"]
    if writers and not words.endswith(_SENTENCE_ENDS):
        stamped = any(element.name == "time" for element in inner)
        return "boilerplate" if stamped and _BY.match(writers[0].words) else "byline"
    times = sum(len(element.words) for element in inner if element.name == "time")
    return "boilerplate" if times * 2 > len(words) else None


def part_beside_caption(element: Element) -> Part | None:
    """The part of a short line in a figure beside its caption: the picture's owner, else a label such as `Image`."""
    words = element.words
    if not words or element.name not in _LABELS or not is_line(element) or len(words) > _LONGEST_LINE:
        return None
    if "/" in words or (" " in words and is_names(words)) or credit_start(words) == 0:
        return "credit"
    return None if words.endswith(_SENTENCE_ENDS) else "boilerplate"


def has_caption(figure: Element) -> bool:
    return next(figure.within("figcaption"), None) is not None


def is_list_of_links(element: Element) -> bool:
    """Whether each item of a list is nothing but a link: to other stories, or to places in this one."""
    items = tuple(element.each()) if element.name in ("ul", "ol") else ()
    return bool(items) and all(_is_link(item) for item in items)


def _is_link(item: Element) -> bool:
    """Whether all words of an element are one link's."""
    link = next(item.within("a"), None)
    return link is not None and bool(link.words) and link.words == item.words


def is_heading_alone(element: Element) -> bool:
    """Whether an element holds words, and all of them in headings."""
    stack, headed = list(element.children), False
    while stack:
        child = stack.pop()
        if isinstance(child, StoryText):
            if child.text.strip():
                return False
        elif child.name in HEADINGS:
            headed = headed or bool(child.words)
        else:
            stack += child.children
    return headed


def is_line(block: Element) -> bool:
    """Whether it holds text and no other block."""
    return next(block.within(*BLOCKS), None) is None and not is_short(block, 0)
