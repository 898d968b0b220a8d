"""Reads the JSON of the AP Media API: an item, or a feed of items. The text of a story is fetched apart, as NITF."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from copylint.document.block import Block, Draft
from copylint.document.formats.json_stories.json_fields import (
    Item,
    item_of,
    items_of,
    line_in,
    names_in,
    text_in,
    words_in,
)
from copylint.document.formats.json_stories.json_tree import Value, read_json
from copylint.document.formats.markup.html_text import lines_of_html
from copylint.document.formats.metadata import stated
from copylint.document.model import Part
from copylint.source.decode import Source

_HEAD: Final[dict[str, Part]] = {
    "slugline": "slug",
    "headline": "headline",
    "headline_extended": "subhead",
    "description_summary": "subhead",
}
"""The fields above a caption, in the order in which they are read."""
_COPY: Final[frozenset[Part | None]] = frozenset(("headline", "subhead", "caption"))
"""An item with nothing of these has nothing to be read."""


def read(source: Source) -> tuple[Draft, ...]:
    stories = (_draft(item, source.path) for item in _items(read_json(source)))
    return tuple(draft for draft in stories if draft is not None)


def _items(value: Value) -> Iterator[Item]:
    """AP Media API 1.1: `data.item` of an answer about one item, `data.items[].item` of a feed."""
    data = item_of((item_of(value) or {}).get("data")) or {}
    for holder in (data, *items_of(data.get("items"))):
        item = item_of(holder.get("item"))
        if item is not None:
            yield item


def _draft(item: Item, path: str) -> Draft | None:
    blocks = tuple(_blocks(item, path))
    return Draft(blocks, _metadata(item)) if any(block.part in _COPY for block in blocks) else None


def _blocks(item: Item, path: str) -> Iterator[Block]:
    for name, part in _HEAD.items():
        yield from line_in(item, part, name)
    for byline in items_of(item.get("bylines")):
        yield from line_in(byline, "byline", "by")
    for name in ("description_caption", "caption"):
        story = text_in(item, name)
        if story is not None:
            yield from lines_of_html(story, path, "caption")
            break
    yield from line_in(item, "credit", "description_creditline")
    yield from line_in(item, "editor-note", "ednote")


def _metadata(item: Item) -> dict[str, str]:
    return stated(
        language=words_in(item, "language"),
        keywords=names_in(item, "keywords", "subject"),
        slug=words_in(item, "slugline"),
        title=words_in(item, "title"),
        author=names_in(item, "bylines") or words_in(item_of(item.get("photographer")) or {}, "name"),
        date=words_in(item, "versioncreated", "firstcreated"),
        version=words_in(item, "version"),
        urgency=words_in(item, "urgency"),
        embargo=words_in(item, "embargoed", "releasedatetime"),
        status=words_in(item, "pubstatus"),
    )
