"""Puts the lines that an item of NewsML-G2 states and its content together, so that each stands there once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from copylint.document.block import Block
from copylint.document.formats.newsml.newsml_g2_content import Content
from copylint.document.formats.newsml.newsml_g2_lines import Line, wording
from copylint.document.model import Part
from copylint.document.parts.byline import is_byline
from copylint.document.parts.dateline import dateline_end, glued_dateline
from copylint.values import dataclass

_HEADS: Final[tuple[Part | None, ...]] = ("slug", "headline", "subhead")
_OPENING: Final = 6
"""So many of the first blocks can hold what is typed above the lead."""
_LONGEST_OPENING: Final = 2_000
"""So far into each of them its writers are named, in code points."""


@dataclass(frozen=True)
class Story:
    """An item's lines and content.

    A headline that the content repeats is left out there, everything else is left out of the lines: the place in the
    copy is the one an editor looks at. Two that differ both stay, and so does one that a fix has made different, until
    the next round mends the other.
    """

    lines: tuple[Line, ...]
    content: Content
    notes: tuple[Block, ...] = ()
    shows_picture: bool = False

    def blocks(self) -> Iterator[Block]:
        """In the order in which they are read."""
        content = self._content()
        typed_heads = list(takewhile(lambda block: block.part in _HEADS, content))
        byline = list(self._byline(content))
        yield from self._of("slugline")
        yield from sorted(self._headlines(), key=lambda block: block.part == "subhead")
        yield from typed_heads
        if content:
            yield from self._summary(content)
        if not self.shows_picture:
            yield from byline
            yield from self._dateline(content)
        yield from content[len(typed_heads) :]
        if not content:
            yield from (replace(block, part=None) for block in self._of("description", "subhead"))
        yield from self._new_to(content, self._of("description", None))
        yield from self._of("description", "caption")
        if self.shows_picture:
            yield from (replace(block, part="credit") for block in byline)
        yield from self._of("creditline")
        yield from self._new_to(content, self.notes)

    def _of(self, name: str, *parts: Part | None) -> list[Block]:
        """The lines of an element; of these parts, where any are given."""
        return [line.block for line in self.lines if line.name == name and (not parts or line.part in parts)]

    def _headlines(self) -> Iterator[Block]:
        """One without a role is a subhead where the content sets the same words as a lower heading."""
        lower = {wording(block.story) for block in self.content.blocks if block.level > 1}
        for block in self._of("headline"):
            yield replace(block, part="subhead") if wording(block.story) in lower else block

    def _content(self) -> list[Block]:
        """The content without a headline that the lines state."""
        stated = {wording(block.story) for block in self._of("headline")}
        blocks = [
            block
            for block in self.content.blocks
            if block.part not in ("headline", "subhead") or wording(block.story) not in stated
        ]
        headed = self._of("headline", "headline") or any(block.part == "headline" for block in blocks)
        return blocks if headed or not blocks else [*self.content.title, *blocks]

    def _summary(self, content: Sequence[Block]) -> Iterator[Block]:
        """What stands above the copy, unless it only repeats how that begins."""
        opening = [wording(block.story) for block in content[:_OPENING]]
        for block in self._of("description", "subhead"):
            if not any(each.startswith(wording(block.story)) for each in opening):
                yield block

    def _byline(self, content: Sequence[Block]) -> Iterator[Block]:
        """The byline, unless one that names the same writers is typed."""
        opening = content[:_OPENING]
        said = " ".join(wording(block.story)[:_LONGEST_OPENING] for block in opening).casefold()
        typed = [wording(block.story).casefold() for block in opening if _is_byline(block)]
        for block in self._of("by"):
            names = wording(block.story).casefold()
            if names not in said and not any(names in each or each in names for each in typed):
                yield block

    def _dateline(self, content: Sequence[Block]) -> Iterator[Block]:
        """The dateline, unless one is typed."""
        stated = self._of("dateline")
        opening = content[:_OPENING]
        if not stated or any(map(_has_dateline, opening)):
            return
        openings = [wording(block.story) for block in opening if block.part is None]
        for block in stated:
            if not any(each.startswith(wording(block.story)) for each in openings):
                yield block

    def _new_to(self, content: Sequence[Block], blocks: Sequence[Block]) -> Iterator[Block]:
        said = {wording(block.story) for block in content}
        return (block for block in blocks if wording(block.story) not in said)


def _is_byline(block: Block) -> bool:
    return block.part == "byline" or (block.part is None and is_byline(block.story.text))


def _has_dateline(block: Block) -> bool:
    """Whether a paragraph has a dateline of its own, in any shape that can be told."""
    if block.part is not None:
        return block.part == "dateline"
    text = block.story.text
    return dateline_end(text, lead=True) is not None or glued_dateline(text) is not None
