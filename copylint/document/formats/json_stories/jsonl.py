"""Reads lines of JSON, one article a line, as archives and crawlers keep them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import regex

from copylint.document.block import Block, Draft, Fields
from copylint.document.formats.json_stories.json_fields import Item, item_of, line_in, names_in, words_in
from copylint.document.formats.json_stories.json_tree import Value, read_json
from copylint.document.formats.markup.html_text import blocks_of_html
from copylint.document.formats.metadata import stated
from copylint.document.formats.plain.text import text_blocks
from copylint.document.story_text import StoryText
from copylint.errors import CopylintError, Problem
from copylint.expressions import expression
from copylint.source.decode import Source

_TEXTS: Final = ("text", "body", "content", "article", "maintext")
_TITLES: Final = ("title", "headline")
"""The usual names of an article's fields, those that are looked for first in front."""

_PARAGRAPH: Final = expression(r"<(?:p|br|div|h[1-6]|ul|ol|table|figure|article|section)\b[^<>]*>", regex.IGNORECASE)
"""What a text has that is HTML; a single `<b>` can be residue in plain text."""


def read(source: Source, fields: Fields = Fields()) -> tuple[Draft, ...]:  # noqa: B008 - it is frozen
    """The articles of a file; an object without text and title is none.

    Raises CopylintError with line and column where a line is broken, where no line has a field that was named, and
    where a line among articles is no object. Where no line is an article the file is data, not copy.
    """
    values = {line: item_of(value) for line, value in _values(source)}
    objects = {line: item for line, item in values.items() if item is not None}
    for name in (fields.text, fields.title):
        if name is not None:
            _require(name, objects, source)
    found = (_draft(item, fields, source.path) for item in objects.values())
    drafts = tuple(draft for draft in found if draft is not None)
    stray = next((line for line, item in values.items() if item is None), None)
    if drafts and stray is not None:
        hint = "mend it, or leave it out with 'exclude:'"
        raise CopylintError(Problem("this line holds no JSON object", source.path, stray, 1, hint=hint))
    return drafts


def _values(source: Source) -> Iterator[tuple[int, Value]]:
    """Each line's value by the line's number; blank lines are passed over."""
    for line in range(1, len(source.lines) + 1):
        start, end = source.lines.span(line)
        if source.text[start:end].strip():
            yield line, read_json(source, start, end)


def _require(name: str, objects: Mapping[int, Item], source: Source) -> None:
    """Raises CopylintError where there are lines and none has the field."""
    if not objects or any(name.casefold() in item for item in objects.values()):
        return
    first = min(objects)
    hint = f"line {first} has {', '.join(objects[first])}" if objects[first] else None
    raise CopylintError(Problem(f"no line has the field '{name}'", source.path, first, 1, hint=hint))


def _draft(item: Item, fields: Fields, path: str) -> Draft | None:
    head = tuple(line_in(item, "headline", *_names(fields.title, _TITLES)))
    texts = tuple(_texts(item, _names(fields.text, _TEXTS)))
    body = tuple(block for text in texts for block in _blocks(text, path))
    if not (head or body):
        return None
    plain = tuple(text for text in texts if not _PARAGRAPH.search(text.text))
    return Draft((*head, *line_in(item, "byline", "byline"), *body), _metadata(item), plain, unmarked_headline=not head)


def _names(named: str | None, usual: tuple[str, ...]) -> tuple[str, ...]:
    return usual if named is None else (named.casefold(),)


def _texts(item: Item, names: tuple[str, ...]) -> Iterator[StoryText]:
    """The article's text, in one or as a list of paragraphs."""
    for name in names:
        value = item.get(name)
        values = value if isinstance(value, list) else [value]
        texts = [each for each in values if isinstance(each, StoryText) and each.text.strip()]
        if texts:
            yield from texts
            return


def _blocks(text: StoryText, path: str) -> Iterator[Block]:
    yield from blocks_of_html(text, path) if _PARAGRAPH.search(text.text) else text_blocks(text)


def _metadata(item: Item) -> dict[str, str]:
    facts = stated(
        language=words_in(item, "language", "lang"),
        keywords=names_in(item, "keywords", "tags"),
        title=words_in(item, *_TITLES),
        author=names_in(item, "author", "authors", "byline"),
        date=words_in(item, "date", "date_publish", "published", "publish_date", "pubdate", "datepublished"),
    )
    url = words_in(item, "url", "link")
    return {**facts, "url": url} if url else facts
