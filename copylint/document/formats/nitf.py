"""Reads NITF 3, the XML of the IPTC in which AP, PA, AAP, CP, EFE and NTB send text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from copylint.document.block import Block, Draft
from copylint.document.formats.markup.end_marks import with_end_marks
from copylint.document.formats.markup.flow import PARTS, blocks_of, paragraph
from copylint.document.formats.markup.layout import as_running_text
from copylint.document.formats.markup.tree import Element
from copylint.document.formats.markup.xml_tree import read_xml
from copylint.document.formats.metadata import stated
from copylint.document.model import Part
from copylint.document.parts.caption import caption_or_credit
from copylint.document.parts.dateline import dateline_end
from copylint.document.story_text import StoryText
from copylint.expressions import expression
from copylint.source.decode import Source

_PARTS: Final[dict[str, Part]] = {**PARTS, "note": "editor-note"}
"""A note is `npa`, not for publication, or an advice to editors that may be printed: NITF 3.6, `note`."""

_STAMP: Final = expression(r"[\d\s:/.,TZ+-]*")
"""A date for machines, which is no dateline: EFE writes one into `story.date`."""

_SLUGS: Final = ("anpa-keyword", "NTBStikkord")
"""Names under which AAP and NTB put the slug into `meta`."""


def read(source: Source) -> tuple[Draft, ...]:
    root = read_xml(source)
    stories = (root,) if root.name == "nitf" else tuple(root.outermost("nitf"))
    return tuple(draft for draft in map(draft_of, stories) if draft.blocks)


def draft_of(nitf: Element) -> Draft:
    """The story of an `<nitf>` element, which other formats also wrap."""
    return Draft((*head_blocks(nitf), *body_blocks(nitf)), _metadata(nitf))


def head_blocks(nitf: Element) -> Iterator[Block]:
    """What stands above the copy: headlines, abstract, byline, dateline, and notes to editors."""
    head = nitf.first_or_empty("body", "body.head")
    yield from _headlines(nitf, head)
    yield from _abstract(nitf, head)
    for line in head.within("byline"):
        yield from _blocks_as("byline", line)
    yield from _datelines(nitf, head)
    for note in head.within("note"):
        yield from _blocks_as("editor-note", note)
    for message in nitf.within("ed-msg"):
        yield from _lines_of_message(message)


def body_blocks(nitf: Element) -> Iterator[Block]:
    """The copy itself with its pictures, and what stands under it."""
    blocks: list[Block] = []
    for name in ("body.content", "body.end"):
        blocks += blocks_of(as_running_text(nitf.first_or_empty("body", name)), _PARTS)
    return with_end_marks([_as_credit(block) for block in blocks])


def _blocks_as(part: Part, element: Element) -> Iterator[Block]:
    """The blocks of an element whose whole text is of one part."""
    for block in blocks_of(element):
        yield replace(block, part=part)


def _headlines(nitf: Element, head: Element) -> Iterator[Block]:
    """AP repeats the headline as the original one, EFE sets its keywords as a second one."""
    keywords = {_said(word) for word in nitf.within("keyword")}
    headlines = _stated_headlines(head)
    for line in head.within("hl1"):
        yield from paragraph(line.story(), "headline")
    for line in head.within("hl2"):
        if line.words not in headlines:
            yield from paragraph(line.story(), "slug" if line.words in keywords else "subhead")


def _stated_headlines(head: Element) -> set[str]:
    return {line.words for line in head.within("hl1")}


def _abstract(nitf: Element, head: Element) -> Iterator[Block]:
    """A summary, unless it only repeats the headline or how the copy begins, which PA's and AAP's does."""
    opening = " ".join(nitf.first_or_empty("body", "body.content").words.split()[:100])
    headlines = _stated_headlines(head)
    for abstract in head.within("abstract"):
        for block in blocks_of(abstract, _PARTS):
            if block.story.text not in headlines and not opening.startswith(block.story.text):
                yield block if block.part else replace(block, part="subhead")


def _datelines(nitf: Element, head: Element) -> Iterator[Block]:
    """The dateline, unless the copy begins with one: then AP's and CP's only says for machines what is typed there."""
    lead = next(blocks_of(nitf.first_or_empty("body", "body.content")), None)
    if lead is not None and dateline_end(lead.story.text, lead=True) is not None:
        return
    for line in head.within("dateline"):
        for block in _blocks_as("dateline", _as_line(line)):
            if not _STAMP.fullmatch(block.story.text):
                yield block


def _as_line(dateline: Element) -> Element:
    """A dateline without what only machines read: EFE's stamp, and CP's province and country below the city."""
    children = [_as_place(child) if isinstance(child, Element) else child for child in dateline.children]
    return replace(dateline, children=children)


def _as_place(element: Element) -> Element:
    if element.name == "story.date":
        return replace(element, children=[] if _STAMP.fullmatch(element.words) else element.children)
    typed = "".join(child.text for child in element.children if not isinstance(child, Element)).strip()
    nearest: list[Element | StoryText] = [*islice(element.each(), 1)]
    return element if typed else replace(element, children=nearest)


def _lines_of_message(message: Element) -> Iterator[Block]:
    """NITF 3.6: what a message says is its attribute `info`."""
    story = message.attribute_text("info")
    for line in re.finditer(r"[^\r\n]+", story.text):
        yield from paragraph(story.slice(*line.span()), "editor-note")


def _as_credit(block: Block) -> Block:
    """NTB puts the picture's credit where its caption would stand."""
    alone = block.part == "caption" and caption_or_credit(block.story.text) == "credit"
    return replace(block, part="credit") if alone else block


def _said(keyword: Element) -> str:
    """CP writes a keyword as text, where NITF has an attribute for it."""
    return keyword.attribute("key") or keyword.words


def _metadata(nitf: Element) -> dict[str, str]:
    """Of the document data: NITF 3.6, `docdata`. A story that is embargoed is so until its `date.release`."""
    head = nitf.first_or_empty("head")
    data = head.first_or_empty("docdata")
    slugs = [meta.attribute("content") for meta in head.each("meta") if meta.attribute("name") in _SLUGS]
    status = data.attribute("management-status")
    top = nitf.first_or_empty("body", "body.head")
    return stated(
        title=" ".join(title.words for title in head.each("title")),
        author=", ".join(block.story.text for line in top.within("byline") for block in blocks_of(line)),
        language=nitf.attribute("baselang"),
        keywords=", ".join(filter(None, map(_said, data.within("keyword")))),
        slug=next(filter(None, slugs), "") or _value(data, "du-key", "key"),
        version=_value(data, "du-key", "version"),
        date=_value(data, "date.issue", "norm"),
        urgency=_value(head, "urgency", "ed-urg"),
        status=status,
        embargo=_value(data, "date.release", "norm") if status == "embargoed" else "",
    )


def _value(element: Element, name: str, attribute: str) -> str:
    return next((each.attribute(attribute) for each in element.within(name)), "")
