"""What the `contentSet` of NewsML-G2 holds: NITF or XHTML as XML, plain text or HTML as data, or only links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import Final

from copylint.document.block import Block
from copylint.document.formats.markup.end_marks import with_end_marks
from copylint.document.formats.markup.flow import DROPPED, PARTS, blocks_of, paragraph
from copylint.document.formats.markup.html_text import has_tag
from copylint.document.formats.markup.html_tree import read_html
from copylint.document.formats.markup.layout import as_running_text
from copylint.document.formats.markup.tree import Element
from copylint.document.formats.nitf import draft_of
from copylint.document.formats.plain.text import text_blocks
from copylint.document.model import Part
from copylint.document.story_text import StoryText
from copylint.values import dataclass

_CLASSES: Final[Mapping[str, Part]] = {
    "byline": "byline",
    "teaser": "subhead",
    "genrenote": "editor-note",
    "closingline": "sign-off",
}
"""How dpa marks the lines of its XHTML and of the notes to editors."""
_CODED_CLASSES: Final = ("slugline", "genre", "publicationDate")
"""What dpa repeats there of the item's metadata."""

_PARTS: Final[Mapping[str, Part]] = {**PARTS, **{f".{name}": part for name, part in _CLASSES.items()}}
_DROPPED: Final = DROPPED | {f".{name}" for name in _CODED_CLASSES}

_XHTML: Final = ("html", "body", "article", "section", "div", "p", "ul", "ol", "h1", "h2", "h3", "pre", "table")
"""What XHTML without its root begins with; sports statistics, events and the like are XML of their own."""
_BINARY: Final = ("image/", "audio/", "video/", "application/json", "text/calendar", "text/csv")
"""Content types of data that is no copy."""


@dataclass(frozen=True)
class Content:
    """The copy of an item in the rendition that is read."""

    blocks: tuple[Block, ...] = ()
    plain: tuple[StoryText, ...] = ()
    """The whole, where it is plain text."""
    metadata: Mapping[str, str] = field(default_factory=dict)
    """What NITF states of itself."""
    title: tuple[Block, ...] = ()
    """That of a page, which is its headline where nothing else states one."""


def content_of(item: Element, path: str) -> Content:
    """The copy of an item; empty where it has none or has it elsewhere.

    All parts of a `contentSet` are renditions of the same content (NewsML-G2 2.28, "Content Set"), so one is read: of
    those in XML the one that says most, else of those in data. `path` is the file's name for an error message.
    """
    sets = tuple(item.each("contentSet"))
    marked_up = _fullest(_of_xml(each) for content in sets for each in content.each("inlineXML"))
    if marked_up.blocks:
        return marked_up
    return _fullest(_of_data(each, path) for content in sets for each in content.each("inlineData"))


def blocks_of_xhtml(element: Element) -> tuple[Block, ...]:
    """The blocks of XHTML as agencies send it: a paragraph can hold a whole story, set line by line."""
    return tuple(blocks_of(_named_by_class(as_running_text(element)), _PARTS, _DROPPED, preformatted=True))


def _fullest(contents: Iterable[Content]) -> Content:
    return max(contents, key=lambda content: sum(len(block.story.text) for block in content.blocks), default=Content())


def _of_xml(holder: Element) -> Content:
    nitf = next(holder.within("nitf"), None)
    if nitf is not None:
        draft = draft_of(nitf)
        return Content(draft.blocks, metadata=draft.metadata, title=_title(nitf))
    return _of_page(holder) if next(holder.each(*_XHTML), None) is not None else Content()


def _of_data(holder: Element, path: str) -> Content:
    story = holder.story()
    if holder.attribute("encoding") or holder.attribute("contenttype").startswith(_BINARY):
        return Content()
    if has_tag(story):
        return _of_page(read_html(story, path))
    blocks = tuple(with_end_marks(list(text_blocks(story))))
    return Content(blocks, plain=(story,) if blocks else ())


def _of_page(page: Element) -> Content:
    """A page's first heading of the first level is its headline."""
    blocks = list(blocks_of_xhtml(page))
    first = next((index for index, block in enumerate(blocks) if block.level == 1), None)
    if first is not None:
        blocks[first] = replace(blocks[first], part="headline")
    return Content(tuple(with_end_marks(blocks)), title=_title(next(page.within("html"), page)))


def _title(root: Element) -> tuple[Block, ...]:
    title = root.first("head", "title")
    return tuple(paragraph(title.story(), "headline")) if title is not None else ()


def _named_by_class(element: Element) -> Element:
    """The same element with those named after their class that state their part by it."""
    classes = element.attribute("class").split()
    known = next((name for name in classes if name in _CLASSES or name in _CODED_CLASSES), None)
    children = [_named_by_class(child) if isinstance(child, Element) else child for child in element.children]
    return replace(element, name=f".{known}" if known else element.name, children=children)
