"""The running text of a marked-up story: paragraphs, headings, captions and tables out of an element."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Final

from copylint.document.block import Block
from copylint.document.formats.markup.tree import Element
from copylint.document.formats.markup.whole_blocks import whole_blocks_of
from copylint.document.model import Part
from copylint.document.story_text import StoryText, StoryTextBuilder
from copylint.values import dataclass

DROPPED: Final = frozenset(
    {
        *("script", "style", "noscript", "template", "head", "title", "meta", "link"),
        *("svg", "math", "iframe", "object", "embed", "applet", "audio", "video", "canvas", "map"),
        *("form", "button", "input", "select", "textarea", "nav", "menu"),
    }
)
"""Elements that hold no copy."""

PARTS: Final[Mapping[str, Part]] = {
    "figcaption": "caption",
    "media-caption": "caption",
    "media-producer": "credit",
    "credit": "credit",
    "hl2": "subhead",
    "code": "code",
    "tagline": "sign-off",
}
"""What the elements of HTML and NITF say of their text."""

_BLOCKS: Final = frozenset(
    {
        *("html", "body", "main", "article", "section", "div", "p", "header", "footer", "aside", "address", "hr"),
        *("blockquote", "bq", "block", "ul", "ol", "dl", "li", "dt", "dd", "center", "pre", "details", "summary"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "body.head", "body.content", "body.end", "tagline"),
        *("figure", "figcaption", "media", "media-caption", "media-producer", "credit", "fieldset", "note"),
        *("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "nitf-table", "fn", "byttl"),
    }
)
"""Elements that begin and end a line; all others stand inside one."""

_FULL_LINE: Final = 60
"""A line of so many code points without a stop goes on in the next one; shorter ones are headings and bylines."""

_ITEMS: Final = frozenset(("li", "dt", "dd"))
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_BOLD: Final = frozenset(("b", "strong"))
_ITALIC: Final = frozenset(("i", "em", "cite"))
_CODE: Final = frozenset(("code", "kbd", "samp", "tt", "var"))


def blocks_of(
    element: Element,
    parts: Mapping[str, Part] = PARTS,
    dropped: frozenset[str] = DROPPED,
    *,
    preformatted: bool = False,
) -> Iterator[Block]:
    """The blocks in an element, in order.

    `parts` says which elements state their part, `dropped` which hold no copy, `preformatted` whether a paragraph that
    holds blank lines, indents or columns is read by its lines.
    """
    flow = _Flow(parts, dropped, preformatted)
    flow.go_into(element, _Place())
    flow.end_block()
    return iter(flow.blocks)


def paragraph(story: StoryText, part: Part | None = None) -> Iterator[Block]:
    """A text as one block, its white space folded; none where it is empty."""
    builder = StoryTextBuilder()
    builder.fold(story)
    folded = builder.build()
    if folded.text:
        yield Block(folded, part)


@dataclass(frozen=True)
class _Place:
    """What the elements round a text say of it."""

    part: Part | None = None
    level: int = 0
    in_list: bool = False
    emphasis: int = 0


@dataclass
class _Flow:
    """Goes through a tree, a line at a time."""

    parts: Mapping[str, Part]
    dropped: frozenset[str]
    preformatted: bool
    blocks: list[Block] = field(default_factory=list)
    _line: StoryTextBuilder = field(default_factory=StoryTextBuilder)
    _place: _Place = field(default_factory=_Place)
    _emphases: set[int] = field(default_factory=set)
    _broken: bool = False
    """Whether a line break has just been passed."""

    def go_into(self, element: Element, place: _Place) -> None:
        for child in element.children:
            if isinstance(child, StoryText):
                self._take(child, place)
            elif child.name == "br":
                self._break()
            elif child.name not in self.dropped:
                self._take_element(child, place)

    def _take_element(self, element: Element, place: _Place) -> None:
        whole = tuple(whole_blocks_of(element, preformatted=self.preformatted and place.part is None))
        if whole:
            self.end_block()
            self.blocks += whole
            return
        inner = self._place_in(element, place)
        if element.name in _BLOCKS or (element.name in self.parts and element.name not in _CODE):
            self.end_block()
            self.go_into(element, inner)
            self.end_block()
        elif element.name in _CODE:
            start = self._line.length
            self.go_into(element, inner)
            self._line.mask(start, "code")
        else:
            self.go_into(element, inner)

    def _place_in(self, element: Element, place: _Place) -> _Place:
        name = element.name
        level = _HEADINGS.get(name, place.level)
        part: Part | None = "subhead" if name in _HEADINGS else place.part
        if name == "pre":
            part = "code" if element.first("code") is not None else "table"
        elif name in self.parts and name not in _CODE:
            part = self.parts[name]
        emphasis = max(place.emphasis, 2 if name in _BOLD else 1 if name in _ITALIC else 0)
        return _Place(part, level, place.in_list or name in _ITEMS, emphasis)

    def _take(self, text: StoryText, place: _Place) -> None:
        if not text.text.strip(" \t\r\n\f"):
            self._line.fold(text)
            return
        if self._broken:
            self._go_on_after_break(text)
        if not self._emphases:
            self._place = place
        self._emphases.add(place.emphasis)
        self._line.fold(text)

    def _break(self) -> None:
        """A second line break ends the paragraph; what one alone does is told by the words behind it."""
        if self._broken:
            self.end_block()
        self._broken = bool(self._emphases)

    def _go_on_after_break(self, text: StoryText) -> None:
        """A sentence that runs over a line break is one; else each line stands for itself."""
        self._broken = False
        if _goes_on(self._line.last(2 * _FULL_LINE).rstrip(), text.text.lstrip()):
            self._space(text)
        else:
            self.end_block()

    def _space(self, text: StoryText) -> None:
        if not self._line.ends_in_space:
            start = text.offsets.to_source(0, 0)
            self._line.append(StoryText.space(start.start, start.end))

    def end_block(self) -> None:
        """Ends the paragraph that is being read."""
        story = self._line.build()
        if story.text and self._emphases:
            place = self._place
            emphasis = min(self._emphases)
            self.blocks.append(Block(story, place.part, list_item=place.in_list, emphasis=emphasis, level=place.level))
        self._line = StoryTextBuilder()
        self._emphases = set()
        self._broken = False


def _goes_on(line: str, following: str) -> bool:
    """Whether a sentence plainly runs over the line break, by how the two lines meet: the end of one is enough."""
    if following[:1].islower() or line.endswith(","):
        return True
    return len(line) >= _FULL_LINE and line[-1].isalnum() and following[:1].isalnum()
