"""Reads feeds: RSS 2.0, which WordPress's export is too, Atom, and RSS 1.0 in RDF. Each item is a story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from copylint.document.block import Block, Draft
from copylint.document.formats.feeds.facts import FeedFacts, facts_of, facts_of_feed, language_of
from copylint.document.formats.feeds.wordpress import html_of, is_furniture, is_post
from copylint.document.formats.markup.flow import blocks_of, paragraph
from copylint.document.formats.markup.html_text import blocks_of_html
from copylint.document.formats.markup.html_tree import read_html
from copylint.document.formats.markup.tree import Element
from copylint.document.formats.markup.xml_tree import read_xml
from copylint.document.formats.plain.text import text_blocks
from copylint.document.model import Part
from copylint.document.story_text import StoryText
from copylint.source.decode import Source
from copylint.values import dataclass

_BODIES: Final = (
    ("content", "encoded"),
    ("", "content"),
    ("", "body"),
    ("", "fullitem"),
    ("", "description"),
    ("", "summary"),
    ("excerpt", "encoded"),
)
"""Where the text can stand, the whole one before what is mostly its first lines."""
_PICTURE_LINES: Final[dict[str, Part]] = {"description": "caption", "credit": "credit", "copyright": "credit"}
"""Media RSS's elements, `media:`."""
_ENOUGH: Final = 60
"""A summary that has so many characters in common with the body's beginning is cut from it."""


def read(source: Source) -> tuple[Draft, ...]:
    """A draft for each item with words.

    Raises CopylintError with line and column where the XML is broken, without a column where HTML nests too deeply.
    """
    root = read_xml(source)
    feeds = (root, *root.each("channel"))
    facts = facts_of_feed(root, feeds[-1])
    html = root.name != "feed"
    items = (_Item(item, source.path, html) for feed in feeds for item in feed.each("item", "entry"))
    drafts = (item.draft(facts) for item in items if not is_furniture(item.element))
    return tuple(draft for draft in drafts if draft.blocks)


@dataclass(frozen=True)
class _Item:
    element: Element
    path: str
    html: bool
    """Whether texts that don't say so are HTML: they are in RSS, and are not in Atom."""

    def draft(self, feed: FeedFacts) -> Draft:
        texts = [text for text in map(self._text, self._bodies()) if text.blocks]
        body = texts[0] if texts else _Text(())
        facts = facts_of(feed, self.element)
        title = self._child("", "title")
        language = body.language or (title and language_of(title)) or facts.get("language", "")
        metadata = {**facts, "language": language} if language else facts
        blocks = (*self._top(title), *_summary(texts), *body.blocks, *self._picture_lines())
        return Draft(blocks, metadata, plain=body.plain)

    def _top(self, title: Element | None) -> Iterator[Block]:
        if title is not None:
            yield from self._line(title, "headline")
        for author in self.element.each("creator", "author"):
            for name in tuple(author.each("name")) or (() if next(author.each(), None) else (author,)):
                yield from paragraph(name.story(), "byline")

    def _bodies(self) -> Iterator[Element]:
        for prefix, name in _BODIES:
            body = self._child(prefix, name)
            if body is not None:
                yield body

    def _child(self, prefix: str, name: str) -> Element | None:
        """A child of the feed's own vocabulary where no prefix is given."""
        prefixes = (prefix,) if prefix else (self.element.prefix, "", "atom", "xhtml")
        return next((child for child in self.element.each(name) if child.prefix in prefixes), None)

    def _picture_lines(self) -> Iterator[Block]:
        for line in self.element.within(*_PICTURE_LINES):
            if line.prefix == "media":
                yield from self._line(line, _PICTURE_LINES[line.name])

    def _line(self, element: Element, part: Part) -> Iterator[Block]:
        """A text of one part: never a list, however it begins."""
        kind = self._kind(element)
        if kind == "html":
            for block in blocks_of(read_html(element.story(), self.path)):
                yield replace(block, part=part)
        elif kind is not None:
            yield from paragraph(element.story(), part)

    def _text(self, element: Element) -> _Text:
        kind = self._kind(element)
        story = element.story()
        language = language_of(element)
        if kind == "xhtml":
            return _Text(tuple(blocks_of(element)), language)
        if kind == "html":
            return _Text(self._blocks(story), language)
        return _Text(tuple(text_blocks(story)), language, (story,)) if kind == "text" else _Text(())

    def _blocks(self, story: StoryText) -> tuple[Block, ...]:
        if is_post(self.element):
            return tuple(blocks_of(read_html(html_of(story), self.path)))
        return blocks_of_html(story, self.path)

    def _kind(self, element: Element) -> str | None:
        """How a text is written: `html` as a string, `xhtml` as elements, `text`; None where it is none.

        Of RFC 4287, 4.1.3.3, and of Atom 0.3, whose `mode` says it.
        """
        kind = element.attribute("type").casefold().partition(";")[0]
        mode = element.attribute("mode").casefold()
        if mode == "base64":
            return None
        if next(element.each(), None) is not None:
            return "xhtml"
        if kind in ("html", "text/html", "application/xhtml+xml") or (mode == "escaped" and kind != "text/plain"):
            return "html"
        if kind in ("text", "text/plain", "plain", "xhtml"):
            return "text"
        if not kind:
            return "html" if self.html else "text"
        return "text" if kind.startswith("text/") else None


@dataclass(frozen=True)
class _Text:
    """What one element holds."""

    blocks: tuple[Block, ...]
    language: str = ""
    plain: tuple[StoryText, ...] = ()


def _summary(texts: list[_Text]) -> Iterator[Block]:
    """The blocks of a standfirst: a shorter text beside the body that isn't the body's own beginning."""
    if len(texts) < 2:
        return
    body, summary = (" ".join(block.story.text for block in text.blocks) for text in texts[:2])
    if body[:_ENOUGH] != summary[:_ENOUGH] and not body.startswith(summary):
        for block in texts[1].blocks:
            yield replace(block, part="subhead")
