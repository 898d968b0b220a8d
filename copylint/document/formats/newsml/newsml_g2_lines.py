"""The lines that an item of NewsML-G2 states beside its content: headlines, byline, captions, notes to editors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from copylint.document.block import Block
from copylint.document.formats.markup.flow import paragraph
from copylint.document.formats.markup.tree import Element
from copylint.document.formats.newsml.newsml_g2_content import blocks_of_xhtml
from copylint.document.model import Part
from copylint.document.story_text import StoryText
from copylint.expressions import expression
from copylint.values import dataclass

_PARTS: Final[dict[str, Part]] = {"slugline": "slug", "by": "byline", "dateline": "dateline", "creditline": "credit"}

_SUMMARIES: Final = ("", "summary", "teaser", "abstract", "intro", "synthe")
"""Roles of a description that stands above the copy; IPTC NewsCodes, `descriptionrole`, and AFP's, dpa's, Reuters'."""
_CLOSINGS: Final = ("closing", "closingline")
"""Roles of notes in which APA and dpa write the desk's initials."""
_STAMP: Final = expression(r"(?:\w+\.?\s+)?\d[\d\s.,:/+T-]*(?:GMT|UTC|Z)?[\d:+]*")
"""A date alone is no dateline: Reuters states `2014-07-17 00:24:11 GMT+00:00`."""
_ALIKE: Final = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\N{NBSP}": " "})


@dataclass(frozen=True)
class Line:
    """A line of an item's metadata that a reader can see."""

    name: str
    """The element that states it."""
    block: Block
    language: str
    """That of the line itself (`xml:lang`), where it says one."""

    @property
    def part(self) -> Part | None:
        return self.block.part


def lines_of(item: Element) -> Iterator[Line]:
    """The lines of an item, or of a package's reference to one, in order. A description without a part is copy."""
    meta = item.first("contentMeta") or item
    slugs = tuple({f"{slug.words}:" for slug in meta.each("slugline") if slug.words})
    for element in _elements(meta):
        name = "headline" if element.name == "title" else element.name
        for block in _blocks(element):
            label = name == "description" and _is_label(block.story.text, slugs)
            stamp = name == "dateline" and _STAMP.fullmatch(block.story.text)
            if not label and not stamp:
                yield Line(name, block, element.attribute("lang"))


def _elements(meta: Element) -> Iterator[Element]:
    """A reference may have a title in the place of a headline."""
    named = meta.name == "itemRef" and meta.first("headline") is None
    return meta.each(*_PARTS, "headline", "description", *(("title",) if named else ()))


def notes_of(item: Element) -> Iterator[Block]:
    """The notes to editors, also those that aren't for print. The Scoop writes them in small letters."""
    seen = set()
    for note in item.first_or_empty("itemMeta").each("edNote", "ednote"):
        part: Part = "sign-off" if local_role(note) in _CLOSINGS else "editor-note"
        for block in blocks_of_xhtml(note):
            said = wording(block.story)
            if said not in seen:  # dpa has a note pad, and then each line of it as a note of its own
                seen.add(said)
                yield replace(block, part="sign-off" if block.part == "sign-off" else part)


def wording(story: StoryText) -> str:
    """What is the same in two copies of a line, though one of them has typographic marks."""
    return story.text.translate(_ALIKE).replace("…", "...").strip(" -")


def local_role(element: Element) -> str:
    """The role without its scheme: `drol:caption` and `http://cv.iptc.org/newscodes/descriptionrole/caption`."""
    return local(element.attribute("role") or element.attribute("roleuri")).casefold()


def local(code: str) -> str:
    """A code without its scheme."""
    return re.split(r"[:/]", code)[-1]


def _blocks(element: Element) -> Iterator[Block]:
    if element.name in ("headline", "title"):
        yield from paragraph(element.story(), "subhead" if "sub" in local_role(element) else "headline")
    elif element.name == "description":
        for block in blocks_of_xhtml(element):
            yield replace(block, part=_part_of_description(local_role(element)))
    else:
        yield from paragraph(element.story(), _PARTS[element.name])


def _part_of_description(role: str) -> Part | None:
    if "caption" in role:
        return "caption"
    return "subhead" if role in _SUMMARIES else None


def _is_label(text: str, slugs: tuple[str, ...]) -> bool:
    """Whether a machine made a description: Reuters' of slug and headline, or of a file's name."""
    return text.startswith(slugs) or " " not in text
