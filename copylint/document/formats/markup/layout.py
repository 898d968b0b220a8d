"""Takes the line breaks out of a tree that only cut its paragraphs into lines of a fixed width."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from statistics import median
from typing import Final

from copylint.document.formats.markup.tree import Element
from copylint.document.story_text import StoryText

_WIDEST: Final = 80
"""The old wires' lines have 69 characters at most, AAP's 66; a terminal's has 80."""
_WRAPPED: Final = 40
"""A line of a hard-wrapped paragraph that ends sooner ends there of itself."""


def as_running_text(element: Element) -> Element:
    """The same element with its paragraphs as they were typed, before a machine cut them into lines."""
    return _running(element) if _is_wrapped(element) else element


def _is_wrapped(element: Element) -> bool:
    """Whether the line breaks in its paragraphs are there for the width's sake, as in AAP's NITF."""
    lengths = [length for paragraph in element.within("p") for length in _lengths_before_breaks(paragraph)]
    return bool(lengths) and max(lengths) <= _WIDEST and median(lengths) >= _WRAPPED


def _lengths_before_breaks(paragraph: Element) -> Iterator[int]:
    """How long each line of it is that ends in a break."""
    length = 0
    for child in paragraph.children:
        if isinstance(child, StoryText):
            length += len(child.text.strip("\r\n\t "))
        elif child.name == "br":
            yield length
            length = 0
        else:
            length += len(child.words)


def _running(element: Element) -> Element:
    children: list[Element | StoryText] = []
    length = 0
    for child in element.children:
        if isinstance(child, StoryText):
            length += len(child.text.strip())
            children.append(child)
        elif child.name == "br" and length >= _WRAPPED:
            children += _space_after(children)
            length = 0
        else:
            length = 0 if child.name == "br" else length + len(child.words)
            children.append(_running(child))
    return replace(element, children=children)


def _space_after(children: list[Element | StoryText]) -> list[StoryText]:
    """The space that stands for a line break behind a text."""
    last = children[-1] if children else None
    texts = [last] if isinstance(last, StoryText) else list(last.texts()) if last is not None else []
    if not texts:
        return []
    return [StoryText.space(texts[-1].source_end, texts[-1].source_end)]
