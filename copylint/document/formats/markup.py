"""The tree of a marked-up file, whatever parser made it: elements, and texts that know their places in the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from copylint.document.story_text import StoryText, StoryTextBuilder

DEEPEST: Final = 200
"""No news format or page nests elements deeper; more is an attack or an accident."""


@dataclass
class Element:
    """An element of XML or HTML. Its parser fills in the children; after that nobody changes it."""

    name: str
    """Without its prefix; in HTML in small letters."""
    prefix: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """By names without their prefixes."""
    children: list[Element | StoryText] = field(default_factory=list)

    def attribute(self, name: str) -> str:
        """Its value without outer white space; empty where there is none."""
        return self.attributes.get(name, "").strip()

    def each(self, *names: str) -> Iterator[Element]:
        """Its children of these names, of any name if none is given, in order."""
        for child in self.children:
            if isinstance(child, Element) and (not names or child.name in names):
                yield child

    def within(self, *names: str) -> Iterator[Element]:
        """Its descendants of these names, in order; what lies in one that is found counts too."""
        stack = [child for child in reversed(self.children) if isinstance(child, Element)]
        while stack:
            element = stack.pop()
            if element.name in names:
                yield element
            stack += [child for child in reversed(element.children) if isinstance(child, Element)]

    def first(self, *path: str) -> Element | None:
        """The first child of the first name, its first child of the second, and so on."""
        element: Element | None = self
        for name in path:
            element = next(element.each(name), None) if element is not None else None
        return element

    def story(self) -> StoryText:
        """All text in it as it stands, line breaks too."""
        builder = StoryTextBuilder()
        for text in self.texts():
            builder.append(text)
        return builder.joined()

    def texts(self) -> Iterator[StoryText]:
        """The texts in it, in order."""
        stack: list[Element | StoryText] = list(reversed(self.children))
        while stack:
            child = stack.pop()
            if isinstance(child, StoryText):
                yield child
            else:
                stack += reversed(child.children)

    @property
    def words(self) -> str:
        """All text in it with its white space folded, for metadata."""
        return " ".join("".join(text.text for text in self.texts()).split())
