"""Captions. One has a picture beside it, a credit in final position, or opens with `FILE -`.

A sentence that only mentions a photograph is body.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from copylint.document.block import Block, Picture
from copylint.document.parts.credit import credit_start
from copylint.expressions import expression

_LONGEST: Final = 1200
_LONGEST_UNCREDITED: Final = 200
"""Beyond it a text beside a picture is body, in code points; wire captions with a credit run longer."""

_FILE: Final = expression(
    r"FILE (?:PHOTO|PICTURE|IMAGE)S?\b|FILES?(?:\s+VIDEO)?\s*(?:[-–—:]|\()|FILES?\s+(?:In|This)\s|\((?:FILE|FILES)\)\s"
)


def opens_as_file_picture(text: str) -> bool:
    """`FILE - `, `FILE PHOTO: `, `(FILES) In this photo …`."""
    return _FILE.match(text) is not None


def caption_or_credit(text: str) -> Literal["caption", "credit"] | None:
    """What a line shows by its words alone: `credit` where nothing but the credit stands there."""
    if len(text) > _LONGEST:
        return None
    if opens_as_file_picture(text):
        return "caption"
    start = credit_start(text)
    if start is None:
        return None
    return "credit" if not text[:start].strip(" -–—|([*") else "caption"


def stands_beside_picture(block: Block, *, credited: bool = False) -> bool:
    """Whether a text without credit belongs to the picture before it.

    It touches the picture, stands in its table cell, is in italic type, repeats its alternative text, or is `credited`:
    a credit of its own follows.
    """
    picture = block.picture
    if picture is None:
        return False
    touches = picture.adjacent or block.lone_cell or block.emphasis == 1 or credited
    return (touches and len(block.story.text) <= _LONGEST_UNCREDITED) or _repeats(block.story.text, picture)


def _repeats(text: str, picture: Picture) -> bool:
    words = re.findall(r"\w+", text[:600].casefold())
    alternative = re.findall(r"\w+", picture.alt[:600].casefold())
    return len(alternative) >= 3 and words[: len(alternative)] == alternative and len(words) <= len(alternative) + 25
