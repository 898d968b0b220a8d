"""The tree of a marked-up file, whatever parser made it: elements, and texts that know their places in the source."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Final

from copylint.document.story_text import StoryText, StoryTextBuilder
from copylint.expressions import expression
from copylint.values import dataclass

DEEPEST: Final = 200
"""No news format or page nests elements deeper; more is an attack or an accident."""

_ATTRIBUTE: Final = expression(r"""\s+(?:[^\s=<>/"':]+:)?(?P<name>[^\s=<>/"':]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_TAG_NAME: Final = expression(r"<[^\s/>]+")
_REFERENCE: Final = expression(r"&#?\w+;")


@dataclass(frozen=True)
class Tag:
    """Where a start tag stands: the source's text, and its `<`."""

    source: StoryText
    start: int

    def values(self) -> Iterator[tuple[str, StoryText]]:
        """Its attributes by names without their prefixes, and what they say."""
        name = _TAG_NAME.match(self.source.text, self.start)
        position = name.end() if name else self.start
        while attribute := _ATTRIBUTE.match(self.source.text, position):
            yield attribute["name"], self._value(*attribute.span(2 if attribute[2] is not None else 3))
            position = attribute.end()

    def _value(self, start: int, end: int) -> StoryText:
        builder = StoryTextBuilder(self.source)
        for reference in _REFERENCE.finditer(self.source.text, start, end):
            builder.verbatim(start, reference.start())
            builder.unit(html.unescape(reference[0]), *reference.span(), reference=True)
            start = reference.end()
        builder.verbatim(start, end)
        return builder.joined()


@dataclass
class Element:
    """An element of XML or HTML. Its parser fills in the children; after that only `html_text` renames some."""

    name: str
    """Without its prefix; in HTML in small letters."""
    prefix: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """By names without their prefixes."""
    children: list[Element | StoryText] = field(default_factory=list)
    tag: Tag | None = None
    """Its start tag, where the parser tells the place and it has attributes: in XML."""

    def attribute(self, name: str) -> str:
        """Its value without outer white space; empty where there is none."""
        return self.attributes.get(name, "").strip()

    def attribute_text(self, name: str) -> StoryText:
        """What an attribute says and where: some formats put copy into one. Empty where that is not known."""
        values = self.tag.values() if self.tag is not None else iter(())
        return next((value for each, value in values if each == name), StoryTextBuilder().joined())

    def each(self, *names: str) -> Iterator[Element]:
        """Its children of these names, of any name if none is given, in order."""
        for child in self.children:
            if isinstance(child, Element) and (not names or child.name in names):
                yield child

    def within(self, *names: str) -> Iterator[Element]:
        """Its descendants of these names, in order; what lies in one that is found counts too."""
        stack: list[Element] = [*self.each()][::-1]
        while stack:
            element = stack.pop()
            if element.name in names:
                yield element
            stack += [*element.each()][::-1]

    def outermost(self, *names: str) -> Iterator[Element]:
        """Its descendants of these names that lie in no other one, in order."""
        stack: list[Element] = [*self.each()][::-1]
        while stack:
            element = stack.pop()
            if element.name in names:
                yield element
            else:
                stack += [*element.each()][::-1]

    def first(self, *path: str) -> Element | None:
        """The first child of the first name, its first child of the second, and so on."""
        element: Element | None = self
        for name in path:
            element = next(element.each(name), None) if element is not None else None
        return element

    def first_or_empty(self, *path: str) -> Element:
        """The same, and an element without anything where there is none."""
        return self.first(*path) or Element(path[-1])

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
