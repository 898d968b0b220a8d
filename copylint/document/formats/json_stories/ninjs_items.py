"""The items of a file of ninjs: stories with what is associated with them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from copylint.document.formats.json_stories.json_fields import Item, item_of, items_of, words_in
from copylint.document.formats.json_stories.json_tree import Value
from copylint.document.formats.json_stories.renditions import renditions_of

STILLS: Final = ("picture", "graphic")
MEDIA: Final = (*STILLS, "audio", "video", "animation")
"""Types of items (IPTC ninjs 3.0, `type`) that are shown in a story."""


def items_in(value: Value) -> Iterator[Item]:
    """The items of a file in order, each followed by those associated with it that are stories themselves."""
    waiting = list(_roots(value))[::-1]
    while waiting:
        item = waiting.pop()
        yield item
        waiting += [each for each in items_of(item.get("associations")) if not is_media(each)][::-1]


def _roots(value: Value) -> Iterator[Item]:
    """One item, a list of them, or what an interface answers: `{"item": […]}`, `{"_items": […]}`."""
    item = item_of(value)
    lists = (value,) if item is None else (item.get(name) for name in ("item", "items", "_items"))
    listed = next((each for each in lists if isinstance(each, list)), None)
    if listed is not None:
        yield from items_of(listed)
    elif item is not None:
        yield item


def kind_of(item: Item) -> str:
    return words_in(item, "type").casefold()


def is_media(item: Item) -> bool:
    """Whether it is shown in the story it is associated with; one without a type is if it has no body."""
    return kind_of(item) in MEDIA or not (kind_of(item) or renditions_of(item, "body", "bodies"))
