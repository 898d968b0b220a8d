"""What a format's reader makes of a source before the story's parts are told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from copylint.document.model import Part
from copylint.document.story_text import StoryText
from copylint.values import dataclass


@dataclass(frozen=True)
class Picture:
    """A picture that stands before a block."""

    alt: str = ""
    adjacent: bool = True
    """On the block's own line or the line above, with no blank line between."""


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, table or the like."""

    story: StoryText
    part: Part | None = None
    """The part that the format itself states; None where the words have to decide."""
    picture: Picture | None = None
    lone_cell: bool = False
    """Whether the line was a table cell: pipes stood round it that belong to no table."""
    list_item: bool = False
    emphasis: int = 0
    """How many marks set off all of it: 1 is italic type, 2 is bold."""
    level: int = 0
    """A heading's level; 0: no heading."""


@dataclass(frozen=True)
class Draft:
    """A story as its format's reader hands it over."""

    blocks: tuple[Block, ...]
    """In the order in which they are read, which in JSON need not be the source's."""
    metadata: Mapping[str, str] = field(default_factory=dict)
    """Stated facts by name: title, author, date, language, slug, keywords, version, urgency, embargo, …"""
    plain: tuple[StoryText, ...] = ()
    """The stretches of plain text or Markdown, whose lines rules with `text: source` see as they are."""
    unmarked_headline: bool = False
    """Whether the format has no mark for a headline, so that a short first line may be one."""


@dataclass(frozen=True)
class Fields:
    """The names of the fields of a `.jsonl` file that hold an article; None where the usual names are looked for."""

    text: str | None = None
    title: str | None = None
