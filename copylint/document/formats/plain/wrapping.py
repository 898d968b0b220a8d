"""Which lines belong to one paragraph: they join only where the text is hard-wrapped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from copylint.document.formats.plain.rows import Row
from copylint.document.parts.byline import is_byline
from copylint.document.parts.caption import caption_or_credit, opens_as_file_picture
from copylint.document.parts.credit import credit_start
from copylint.document.parts.dateline import dateline_end
from copylint.expressions import expression
from copylint.values import dataclass

_SHORTEST, _WIDEST = 30, 110
"""A hard-wrapped line that goes on in the next one is no shorter and no longer, in code points."""
_USUAL_WIDTH: Final = 85
"""Longer lines in a wrapped text are two that a converter glued together."""
_NEARLY_FULL: Final = 0.7
"""A line that ends without a stop goes on in the next one if it fills so much of the usual width."""
_LINK_TARGET: Final = expression(r"(?<=\])\([^()\s]*(?:\([^()]*\)[^()]*)*\)")
_INITIALS: Final = expression(r"\b(?:[A-Z]\.){2,}$")
_ENDS: Final = tuple('.!?:;|"”’»)]…')


@dataclass(frozen=True)
class Wrapping:
    """How a text is hard-wrapped; `width` 0: it is not."""

    width: int
    """That of a usual full line, in code points."""
    new_at: int = 0
    """A line with so many columns before it opens a paragraph; 0: indents say nothing."""

    def joins(self, row: Row, following: Row) -> bool:
        """Whether a line goes on in the one below it."""
        if self.width == 0 or _stands_alone(row, following):
            return False
        if 0 < self.new_at <= following.indent and not following.text[:1].islower():
            return False
        length = _length(row)
        ended = row.text.endswith(_ENDS) and _INITIALS.search(row.text) is None
        if following.text[:1].islower() and (not ended or length > _NEARLY_FULL * self.width):
            return True
        if following.indent > row.indent + 1:
            return False
        next_word = len(following.text.split(None, 1)[0]) if following.text else 0
        return length <= 2 * _WIDEST and length + 1 + next_word > (self.width if ended else _NEARLY_FULL * self.width)


def wrapping_of(groups: Iterable[Sequence[Row]]) -> Wrapping:
    """Judges a text by its groups of neighbouring lines: are there enough sentences that run over a line's end?"""
    lengths: list[int] = []
    neighbours = 0
    for group in groups:
        for row, following in pairwise(group):
            if _length(row) <= _WIDEST:
                neighbours += 1
                if _goes_on(row, following):
                    lengths.append(_length(row))
    if not lengths or len(lengths) < 0.2 * neighbours:
        return Wrapping(0)
    usual = sorted(length for length in lengths if length <= _USUAL_WIDTH) or sorted(lengths)
    return Wrapping(usual[int(0.75 * (len(usual) - 1))])


def _length(row: Row) -> int:
    """Links can't be wrapped: a line that one makes too long counts without its address."""
    length = len(row.text)
    return len(_LINK_TARGET.sub("", row.text)) if length > _WIDEST and "](" in row.text else length


def _goes_on(row: Row, following: Row) -> bool:
    """Whether a sentence plainly runs over the line's end."""
    return (
        _SHORTEST <= _length(row) <= 2 * _WIDEST
        and not row.text.endswith((".", "!", "?", ":", "|", "…"))
        and following.text[:1].islower()
        and not _stands_alone(row, following)
    )


def _stands_alone(row: Row, following: Row) -> bool:
    """Whether one of the two is a byline, a caption or a credit, or a cell or a story begins between them."""
    if len(row.text) > 2 * _WIDEST or len(following.text) > 10 * _WIDEST:
        return True
    if row.text.endswith("|") or following.text.startswith("|"):
        return True
    if is_byline(row.text) or is_byline(following.text) or credit_start(row.text) is not None:
        return True
    if opens_as_file_picture(following.text) or caption_or_credit(following.text) == "credit":
        return True
    return dateline_end(following.text, lead=False) is not None


def groups(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Neighbouring lines with no blank line between them."""
    group: list[Row] = []
    for row in rows:
        if row.blank:
            yield group
            group = []
        else:
            group.append(row)
    yield group
