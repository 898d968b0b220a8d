"""Quotation marks and brackets in a paragraph: what each seems to do there, and which may be none."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal

from copylint.expressions import expression
from copylint.values import dataclass

Turn = Literal["opens", "closes", "either"]

_SPACE_OR_OPENING: Final = expression(r"[\s(\[{/—–‘'’“”„\"«»=:*_-]")
_SPACE_OR_CLOSING: Final = expression(r"[\s)\]}/—–‘'’“”\"«».,;:!?…|*_-]")

_FEET_AND_INCHES: Final = expression(r"\d['’′] ?\d{1,2}[½¼¾]?([\"”])")
AFTER_A_FIGURE: Final = expression(r"[\d½¼¾]([\"”'’])")
_LIST_LABEL: Final = expression(r"(?:^|(?<=[\s,;:(\[—–/-]))(?:\d{1,3}[A-Za-z]?|[A-Za-z]|[ivxIVX]{1,5})\.?(\))")
_EMOTICON: Final = expression(r"(?<!\w)[:;=8xX][-'^o]?([()\[\]])|(?<!\w)([()\[\]])[-'^o]?[:;=](?!\w)")
_LINK_MARK: Final = expression(r"!?\[[^\[\]]*\]\((?:(?:[^()]|\([^()]*\))*+\)|[^()\s]*)")
_WRONGLY_DECODED: Final = expression("â€[“”]")
"""A dash whose bytes were read with the wrong table."""
_ARROW: Final = expression(r"(?:^|(?<=\s))(»)(?!\S)")
_DOUBTFUL: Final = (AFTER_A_FIGURE, _LIST_LABEL, _EMOTICON, _ARROW)


@dataclass(frozen=True)
class Mark:
    """A mark and where it stands in its paragraph."""

    char: str
    position: int
    turn: Turn = "either"
    """What the spaces and stops beside it say that it does."""
    is_doubtful: bool = False
    """Whether it may be no such mark at all: an inch, a list's label, an emoticon, an arrow."""


@lru_cache(maxsize=256)
def no_marks(text: str) -> frozenset[int]:
    """Where inches, and the brackets and quotation marks of links and wrongly decoded dashes stand."""
    inches = _FEET_AND_INCHES.finditer(text)
    links = _LINK_MARK.finditer(text) if "](" in text else ()
    dashes = _WRONGLY_DECODED.finditer(text) if "â€" in text else ()
    others = (position for found in (*links, *dashes) for position in range(*found.span()))
    return frozenset((*(found.start(1) for found in inches), *others))


@lru_cache(maxsize=256)
def doubtful_marks(text: str) -> frozenset[int]:
    """Where marks stand that may be none: an inch, a list's label, an emoticon, an arrow."""
    return frozenset(found.start(found.lastindex or 0) for each in _DOUBTFUL for found in each.finditer(text))


def turn(text: str, position: int) -> Turn:
    return _turn_between(text[position - 1 : position], text[position + 1 : position + 2])


@lru_cache(maxsize=1024)
def _turn_between(before: str, after: str) -> Turn:
    starts = not before or _SPACE_OR_OPENING.match(before) is not None
    ends = not after or _SPACE_OR_CLOSING.match(after) is not None
    if starts == ends:
        return "either"
    return "opens" if starts else "closes"
