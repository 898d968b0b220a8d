"""Reads NewsML 1.2 of the IPTC, in which AFP, ANSA, ANA, ATS, Belga and Kyodo send."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from typing import Final

from copylint.document.block import Block, Draft
from copylint.document.formats.markup.flow import paragraph
from copylint.document.formats.markup.tree import Element
from copylint.document.formats.markup.xml_tree import read_xml
from copylint.document.formats.newsml.newsml_content import content_of
from copylint.document.formats.newsml.newsml_facts import Facts
from copylint.document.formats.newsml.newsml_stories import (
    CAPTIONS,
    TITLES,
    equivalent,
    is_picture,
    roles_of,
    story_paths,
)
from copylint.document.model import Part
from copylint.document.parts.dateline import dateline_end
from copylint.document.story_text import StoryText
from copylint.source.decode import Source
from copylint.values import dataclass

_Lines = Mapping[str, Part]

_LINES: Final[_Lines] = {
    "HeadLine": "headline",
    "SubHeadLine": "subhead",
    "SlugLine": "slug",
    "ByLine": "byline",
    "DateLine": "dateline",
}
"""The parts that `NewsLines` states, in the order in which they are read."""

_SAID_ONCE: Final = ("headline", "subhead", "slug", "byline")
_LINES_OF_PICTURE: Final[_Lines] = {"HeadLine": "caption", "ByLine": "credit", "CreditLine": "credit"}
_LINES_OF_LONE_PICTURE: Final[_Lines] = {**_LINES, "ByLine": "credit", "CreditLine": "credit"}

_TYPES: Final[Mapping[str, Part]] = {
    "correction": "correction",
    "overline": "subhead",
    "kicker": "subhead",
    "note": "editor-note",
    "editornote": "editor-note",
    "editorsnote": "editor-note",
    "advisory": "editor-note",
}
"""What a `NewsLine` of an agency's own `NewsLineType` can be; one of another type is no copy."""

_ROLES: Final[Mapping[str, Part]] = {
    **dict.fromkeys(TITLES, "headline"),
    "subtitle": "subhead",
    "byline": "byline",
    "credit": "credit",
    "credits": "credit",
    **dict.fromkeys(CAPTIONS, "caption"),
}
"""What Belga's and AFP's components say of their text by their role; one of any other role is copy."""


def read(source: Source) -> tuple[Draft, ...]:
    root = read_xml(source)
    noted: set[int] = set()
    facts = Facts()
    drafts = (_draft(path, source.path, noted, facts) for path in story_paths(root))
    return tuple(draft for draft in drafts if draft.blocks)


def _draft(path: tuple[Element, ...], name: str, noted: set[int], facts: Facts) -> Draft:
    """The story at the end of the path.

    `noted` are the elements whose instructions have been read: what stands above several stories is the first one's,
    so that nothing is reported twice.
    """
    story = _Story(name)
    component = path[-1]
    if is_picture(component):
        story.take_picture(component, _LINES_OF_LONE_PICTURE)
    else:
        for above in path[:-1]:
            if id(above) not in noted:
                noted.add(id(above))
                story.take_instructions(above)
        story.take(component)
    return Draft(tuple(_tidied(story)), facts.of(path), plain=tuple(story.plain))


@dataclass
class _Story:
    """Gathers a story from its components. Pictures stand under the copy."""

    name: str
    """The file's, for messages."""
    head: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    pictures: list[Block] = field(default_factory=list)
    plain: list[StoryText] = field(default_factory=list)

    def take_instructions(self, element: Element) -> None:
        for instruction in element.first_or_empty("NewsManagement").each("Instruction"):
            self.notes += paragraph(instruction.story(), "editor-note")

    def take(self, component: Element) -> None:
        part = _part(component)
        self.head += _lines(component, _LINES)
        for item in equivalent(component, "ContentItem"):
            content = content_of(item, self.name)
            self.plain += content.plain
            self._take_head(content.head)
            blocks = [replace(block, part=block.part or part) for block in content.body]
            target = self.pictures if part in ("caption", "credit") else self.body if part is None else self.head
            target += blocks
        for inner in sorted(equivalent(component, "NewsComponent"), key=_follows_lead):
            if is_picture(inner):
                self.take_picture(inner, _LINES_OF_PICTURE)
            else:
                self.take(inner)

    def take_picture(self, component: Element, lines: _Lines) -> None:
        credited: list[Block] = []
        for inner in (component, *component.within("NewsComponent")):
            part = _part(inner) or "caption"
            if part == "headline" and lines is _LINES_OF_PICTURE:
                part = "caption"
            found = list(_lines(inner, lines))
            for item in inner.each("ContentItem"):
                content = content_of(item, self.name)
                self.plain += content.plain
                found += [replace(block, part=block.part or part) for block in content.body]
            found = list({block.story.text: block for block in reversed(found)}.values())[::-1]
            credited += [block for block in found if block.part == "credit"]
            self.head += [block for block in found if block.part not in ("caption", "credit")]
            self.pictures += [block for block in found if block.part == "caption"]
        self.pictures += credited

    def _take_head(self, head: tuple[Block, ...]) -> None:
        """What NITF states and the news lines don't."""
        if not head:
            return
        known = {block.part for block in self.head}
        self.head += [block for block in head if block.part not in known and block.part != "editor-note"]
        self.notes += [block for block in head if block.part == "editor-note"]


def _part(component: Element) -> Part | None:
    """What its role says of its text."""
    return next((_ROLES[role] for role in roles_of(component) if role in _ROLES), None)


def _follows_lead(component: Element) -> bool:
    """Belga's components stand in any order: body, title, lead."""
    return "lead" not in roles_of(component)


def _lines(component: Element, parts: _Lines) -> Iterator[Block]:
    lines = component.first_or_empty("NewsLines")
    for name, part in parts.items():
        for line in lines.each(name):
            yield from paragraph(line.story(), part)
    for line in lines.each("NewsLine"):
        kind = line.first_or_empty("NewsLineType").attribute("FormalName")
        known = _TYPES.get(kind.casefold().replace(" ", ""))
        if known is not None:
            for text in line.each("NewsLineText"):
                yield from paragraph(text.story(), known)


def _tidied(story: _Story) -> Iterator[Block]:
    """The blocks in order, without what only repeats another: components and content state the same things.

    Two pictures may have the same caption; that is for rules to judge.
    """
    lead = next((block.story.text for block in story.body if block.part is None), "")
    said: set[str] = set()
    in_body = {block.story.text for block in story.body if block.part == "caption"}
    pictures = (block for block in story.pictures if block.story.text not in in_body)
    for block in (*story.head, *story.notes, *story.body, *pictures):
        text = block.story.text
        if (block.part in _SAID_ONCE and text in said) or (block.part == "subhead" and text == lead):
            continue
        if block.part == "dateline" and not _is_dateline(text, lead):
            continue
        said.add(text)
        yield block


def _is_dateline(text: str, lead: str) -> bool:
    """Whether a dateline names a place, which ANA's doesn't, and is not typed again where the copy begins."""
    return any(letter.isalpha() for letter in text) and dateline_end(lead, lead=True) is None
