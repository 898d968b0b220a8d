"""Reads NITF 3, the XML of the IPTC in which AP, PA, AAP, EFE and NTB send text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from copylint.document.block import Block, Draft
from copylint.document.formats.flow import blocks_of, paragraph
from copylint.document.formats.markup import Element
from copylint.document.formats.metadata import stated
from copylint.document.formats.xml_tree import read_xml
from copylint.document.model import Part
from copylint.source.decode import Source

_HEAD: Final[dict[str, Part]] = {"hl1": "headline", "hl2": "subhead"}
_LINES: Final[dict[str, Part]] = {"byline": "byline", "dateline": "dateline"}


def read(source: Source) -> tuple[Draft, ...]:
    return (draft_of(read_xml(source)),)


def draft_of(nitf: Element) -> Draft:
    """The story of an `<nitf>` element, which other formats also wrap."""
    return Draft(tuple(_blocks(nitf)), _metadata(nitf))


def _blocks(nitf: Element) -> Iterator[Block]:
    head = nitf.first("body", "body.head")
    if head is not None:
        yield from _blocks_of_head(head)
    for note in nitf.within("ed-msg"):
        yield from paragraph(note.story(), "editor-note")
    for name in ("body.content", "body.end"):
        element = nitf.first("body", name)
        if element is not None:
            yield from blocks_of(element)


def _blocks_of_head(head: Element) -> Iterator[Block]:
    for line in head.within(*_HEAD):
        yield from paragraph(line.story(), _HEAD[line.name])
    for line in head.within(*_LINES):
        for block in blocks_of(line):
            yield from paragraph(block.story, _LINES[line.name])


def _metadata(nitf: Element) -> dict[str, str]:
    """Of the document data: NITF 3.6, `docdata`."""
    data = nitf.first("head", "docdata") or Element("docdata")
    return stated(
        language=nitf.attribute("baselang"),
        keywords=", ".join(word.attribute("key") for word in data.within("keyword")),
        slug=" ".join(each.attribute("key") for each in data.each("du-key")),
        version=" ".join(each.attribute("version") for each in data.each("du-key")),
        date=next((each.attribute("norm") for each in data.each("date.issue")), ""),
        urgency=next((each.attribute("ed-urg") for each in data.each("urgency")), ""),
        status=data.attribute("management-status"),
    )
