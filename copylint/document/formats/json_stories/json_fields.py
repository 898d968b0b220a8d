"""What the readers of JSON ask of an object: its words, its texts, the objects in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from copylint.document.block import Block
from copylint.document.formats.json_stories.json_tree import Value
from copylint.document.formats.markup.flow import paragraph
from copylint.document.model import Part
from copylint.document.story_text import StoryText

Item: TypeAlias = "Mapping[str, Value]"
"""An object of JSON, its keys in small letters: versions of one standard differ in their capitals alone."""


def item_of(value: Value) -> Item | None:
    """The object; None where the value is none."""
    return {key.casefold(): each for key, each in value.items()} if isinstance(value, dict) else None


def items_of(value: Value) -> Iterator[Item]:
    """The objects in a list, in order, or under the names of an object."""
    values = value if isinstance(value, list) else value.values() if isinstance(value, dict) else ()
    for each in values:
        item = item_of(each)
        if item is not None:
            yield item


def text_in(item: Item, *names: str) -> StoryText | None:
    """The first of the fields that holds text with more than white space."""
    for name in names:
        value = item.get(name)
        if isinstance(value, StoryText) and value.text.strip():
            return value
    return None


def line_in(item: Item, part: Part, *names: str) -> Iterator[Block]:
    """That text as a block of the part; nothing where there is none."""
    story = text_in(item, *names)
    if story is not None:
        yield from paragraph(story, part)


def words_in(item: Item, *names: str) -> str:
    """The words or the figure of the first of the fields that has any, for metadata: `""` where none has."""
    for name in names:
        value = item.get(name)
        words = value.text if isinstance(value, StoryText) else value
        if isinstance(words, str) and words.strip():
            return " ".join(words.split())
    return ""


def names_in(item: Item, *names: str) -> str:
    """The first of the fields that lists anything, its strings or its objects' names, for metadata."""
    for name in names:
        value = item.get(name)
        values = value if isinstance(value, list) else [value]
        strings = [each.text for each in values if isinstance(each, StoryText)]
        listed = [each.strip() for each in (*strings, *(words_in(each, "name", "by") for each in items_of(value)))]
        if any(listed):
            return ", ".join(each for each in listed if each)
    return ""
