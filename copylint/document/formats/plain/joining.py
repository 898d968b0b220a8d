"""Writes the rows of a paragraph as one text."""

from __future__ import annotations

from collections.abc import Sequence

from copylint.document.formats.plain.rows import Row
from copylint.document.story_text import StoryText, StoryTextBuilder
from copylint.values import dataclass


@dataclass
class RowWriter:
    """Appends stretches of the source in order; a line's end becomes one space, or nothing inside a hyphenated word."""

    builder: StoryTextBuilder
    rows: Sequence[Row]
    _index: int = 0

    def write(self, start: int, end: int) -> None:
        """Append `[start, end)` of the source, as far as rows cover it."""
        while self._index < len(self.rows):
            row = self.rows[self._index]
            self.builder.verbatim(max(start, row.start), min(end, row.end))
            if self._index + 1 == len(self.rows) or end < self.rows[self._index + 1].start:
                return
            following = self.rows[self._index + 1]
            if start <= row.end and not _splits_word(row.text, following.text):
                self.builder.unit(" ", row.end, following.start)
            self._index += 1


def joined(text: StoryText, rows: Sequence[Row]) -> StoryText:
    """The rows of one paragraph of a text, which are neighbours."""
    if len(rows) == 1 and not text.masks and not rows[0].blank:
        return text.slice(*text.trimmed(rows[0].start, rows[0].end))
    builder = StoryTextBuilder(text)
    RowWriter(builder, rows).write(rows[0].start, rows[-1].end)
    return builder.build()


def _splits_word(line: str, following: str) -> bool:
    return len(line) > 1 and line[-1] == "-" and line[-2].isalnum() and following[:1].isalnum()
