"""Tells text that its writer set line by line from text whose lines mean nothing, inside an element of markup."""

from __future__ import annotations

from typing import Final

from copylint.document.formats.plain.rows import rows_of
from copylint.document.formats.plain.wrapping import groups, wrapping_of
from copylint.document.story_text import StoryText
from copylint.expressions import expression
from copylint.source.lines import LineTable

_FEWEST_LINES: Final = 3
_FLUSH: Final = 3
"""Lines that a program indented with the markup all stand further in."""
_INDENT: Final = 2
_COLUMNS: Final = expression(r"\S(?: {3,}|\t)\S")


def is_preformatted(story: StoryText) -> bool:
    """Whether blank lines, indents or columns part a text that is set flush left, as Reuters sends one in a `<p>`."""
    text = story.text.strip("\r\n").expandtabs()
    lines = [text[start:end] for start, end in LineTable(text)]
    while lines and not lines[-1].strip():
        lines.pop()
    filled = [line for line in lines[1:] if line.strip()]
    if len(lines) < _FEWEST_LINES or not filled:
        return False
    indents = [len(line) - len(line.lstrip()) for line in filled]
    if min(indents) > _FLUSH:
        return False
    has_gap = len(filled) < len(lines) - 1
    in_columns = sum(_COLUMNS.search(line.strip()) is not None for line in filled) >= _FEWEST_LINES
    return has_gap or in_columns or max(indents) - min(indents) >= _INDENT


def is_wrapped_prose(story: StoryText) -> bool:
    """Whether sentences run over the ends of its lines, so that it is no table though it stands in a `<pre>`."""
    return wrapping_of(groups(list(rows_of(story.text)))).width > 0


def has_columns(story: StoryText) -> bool:
    """Whether any line of it is set in columns."""
    return any(_COLUMNS.search(line.strip()) or "|" in line for _, line in story.lines)
