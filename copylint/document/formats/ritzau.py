"""Reads the XML of Ritzau, Denmark's agency: one `RBNews`, or the answer of its queue with several."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from copylint.document.block import Block, Draft
from copylint.document.formats.markup.end_marks import with_end_marks
from copylint.document.formats.markup.html_text import blocks_of_html, lines_of_html
from copylint.document.formats.markup.tree import Element
from copylint.document.formats.markup.xml_tree import read_xml
from copylint.document.formats.metadata import stated
from copylint.document.model import Part
from copylint.document.parts.dateline import dateline_end
from copylint.source.decode import Source

_LINES: Final[dict[str, Part]] = {
    "headline": "headline",
    "subtitle": "subhead",
    "strapline": "slug",
    "byLine": "byline",
    "town": "dateline",
}
"""The parts above the copy, in the order in which they are read."""


def read(source: Source) -> tuple[Draft, ...]:
    root = read_xml(source)
    stories = (root,) if root.name == "RBNews" else tuple(root.within("RBNews"))
    drafts = (_draft(story, source.path) for story in stories)
    return tuple(draft for draft in drafts if draft.blocks)


def _draft(story: Element, path: str) -> Draft:
    body = [block for content in story.each("content") for block in blocks_of_html(content.story(), path)]
    return Draft((*_head(story, body, path), *with_end_marks(body)), _metadata(story))


def _head(story: Element, body: list[Block], path: str) -> Iterator[Block]:
    """A story of another sender's has its dateline in the copy; the town is Ritzau's own then."""
    typed = bool(body) and dateline_end(body[0].story.text, lead=True) is not None
    for name, part in _LINES.items():
        for line in story.each(name):
            if not (part == "dateline" and typed):
                yield from lines_of_html(line.story(), path, part)
    for note in story.each("TilRedaktionen"):
        yield from lines_of_html(note.story(), path, "editor-note")


def _metadata(story: Element) -> dict[str, str]:
    """Ritzau states no language: press releases come in the sender's."""
    return stated(
        slug=_words(story, "strapline"),
        author=_words(story, "byLine"),
        date=_words(story, "PublishDate"),
        version=_words(story, "version"),
        urgency=_words(story, "Priority"),
        keywords=", ".join(word.words for word in story.within("SubjectKeyword") if word.words),
        status="canceled" if _words(story, "Annuleret") == "true" else _words(story, "Status"),
    )


def _words(story: Element, name: str) -> str:
    return " ".join(each.words for each in story.each(name))
