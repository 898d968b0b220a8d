"""Elements of markup that are read as a whole: tables, and text that its writer set line by line."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.document.block import Block
from copylint.document.formats.markup.preformatted import has_columns, is_preformatted, is_wrapped_prose
from copylint.document.formats.markup.tree import Element
from copylint.document.formats.plain.text import text_blocks
from copylint.document.story_text import StoryText, StoryTextBuilder


def whole_blocks_of(element: Element, *, preformatted: bool) -> Iterator[Block]:
    """The blocks of an element that its own lines or cells part; none where its children do.

    `preformatted` says whether the line breaks in a paragraph can be the writer's own, as on the wires, where moreover
    no `<pre>` holds a program.
    """
    if element.name == "table":
        if not _is_layout(element):
            yield from _table(element)
    elif element.name == "pre" and element.first("code") is None:
        story = element.story()
        if is_wrapped_prose(story) or (preformatted and not has_columns(story)):
            yield from text_blocks(story)
    elif preformatted and element.name == "p":
        story = element.story()
        if is_preformatted(story):
            yield from text_blocks(story)


def _table(table: Element) -> Iterator[Block]:
    """All cells as one text: no wording rule looks at figures in columns."""
    line = StoryTextBuilder()
    for text in table.texts():
        line.fold(text)
        if not line.ends_in_space:
            line.append(StoryText.space(text.source_end, text.source_end))
    story = line.build()
    if story.text:
        yield Block(story, "table")


def _is_layout(table: Element) -> bool:
    """Whether a table only lays out running text: no row of it has a second cell."""
    return all(sum(1 for _ in row.each("td", "th")) <= 1 for row in table.within("tr"))
