"""What agencies set under or behind a story's last paragraph: the desk's initials, `ends`, `/ritzau/`, rights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import regex

from copylint.document.block import Block
from copylint.document.model import Part
from copylint.expressions import expression

_LETTERS: Final = r"[^\W\d_]"
_INITIALS: Final = rf"{_LETTERS}{{1,5}}(?:[\s-]{_LETTERS}{{1,4}}){{0,2}}"
_MARK: Final = expression(
    r"ends?|/\w{2,10}/|-{2,3}\s*ends?\s*-{2,3}"
    r"|(?:AAP|AFP|ATS|PA|NTB|TT|STT|BELGA|Belga)(?:\s+[A-Z]{2,4})*(?:\s+[a-z]{2,4}){0,4}"
    rf"|{_INITIALS}(?:/{_INITIALS}){{1,5}}",
    regex.IGNORECASE,
)
"""A whole paragraph: PA's `ends`, `/ritzau/`, `AAP RTV ar`, `hh/ph/ts/hd` in any script."""

_GLUED: Final = expression(r"(?<=[.!?\"”»])\s+(?P<mark>/\w{2,10}/)$")
"""`… landsmand. /ritzau/`"""

_RIGHTS: Final = expression(r"©|\*\*.+\*\*$", regex.DOTALL)
"""A last paragraph that says who owns the story, or who doesn't answer for it."""


def with_end_marks(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a story's body; end marks are blocks of their own and state their part."""
    last = len(blocks) - 1
    while last > 0 and _part(blocks[last]) is not None:
        last -= 1
    for index, block in enumerate(blocks):
        part = _part(block) if index > last else None
        if part is not None:
            yield replace(block, part=part)
        elif index == last:
            yield from _without_mark(block)
        else:
            yield block


def _part(block: Block) -> Part | None:
    text = block.story.text
    if block.part is not None:
        return block.part if block.part in ("sign-off", "boilerplate") else None
    if _MARK.fullmatch(text):
        return "sign-off"
    return "boilerplate" if _RIGHTS.match(text) else None


def _without_mark(block: Block) -> Iterator[Block]:
    text = block.story.text
    glued = _GLUED.search(text) if block.part is None else None
    if glued is None:
        yield block
        return
    yield replace(block, story=block.story.slice(0, glued.start()))
    yield replace(block, story=block.story.slice(glued.start("mark"), len(text)), part="sign-off")
