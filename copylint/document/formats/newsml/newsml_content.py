"""What a `ContentItem` of NewsML 1.2 holds: NITF, XHTML, HTML in a CDATA section or escaped, or plain text."""

from __future__ import annotations

from typing import Final

from copylint.document.block import Block
from copylint.document.formats.markup.end_marks import with_end_marks
from copylint.document.formats.markup.flow import blocks_of
from copylint.document.formats.markup.html_text import blocks_of_html, has_tag
from copylint.document.formats.markup.html_tree import read_html
from copylint.document.formats.markup.layout import as_running_text
from copylint.document.formats.markup.tree import Element
from copylint.document.formats.nitf import body_blocks, head_blocks
from copylint.document.formats.plain.text import text_blocks
from copylint.document.story_text import StoryText
from copylint.expressions import expression
from copylint.values import dataclass

_REFERENCE: Final = expression(r"&(?:#\d+|#[xX][\da-fA-F]+|[A-Za-z]{2,8});")
"""What shows that a text without tags is escaped once more than its XML needs."""

_NITF_BODIES: Final = ("body.head", "body.content", "body.end")


@dataclass(frozen=True)
class Content:
    """The copy of a content item."""

    head: tuple[Block, ...] = ()
    """What NITF states above its copy; other contents have only copy."""
    body: tuple[Block, ...] = ()
    plain: tuple[StoryText, ...] = ()
    """The whole, where it is plain text."""


def content_of(item: Element, path: str) -> Content:
    """What a `ContentItem` holds; nothing where its data is a picture's or lies elsewhere.

    `path` is the file's name for an error message. Raises CopylintError where escaped HTML nests too deeply.
    """
    data = next(item.within("DataContent"), None)
    if data is None or _is_coded(item):
        return Content()
    if next(data.each(), None) is not None:
        return _of_elements(data)
    return _of_text(data.story(), path)


def _is_coded(item: Element) -> bool:
    """Whether its data is bytes in letters: NewsML 1.2, `Encoding`."""
    return any(each.attribute("Notation").casefold() == "base64" for each in item.within("Encoding"))


def _of_elements(data: Element) -> Content:
    nitf = _nitf_in(data)
    if nitf is not None:
        return Content(tuple(head_blocks(nitf)), tuple(body_blocks(nitf)))
    return Content(body=tuple(with_end_marks(list(blocks_of(as_running_text(data))))))


def _of_text(story: StoryText, path: str) -> Content:
    if "<body." in story.text:
        return _of_elements(read_html(story, path))
    if has_tag(story) or _REFERENCE.search(story.text):
        return Content(body=tuple(with_end_marks(blocks_of_html(story, path))))
    return Content(body=tuple(with_end_marks(list(text_blocks(story)))), plain=(story,))


def _nitf_in(data: Element) -> Element | None:
    """A whole NITF story. Read as HTML it has lost its root and its `body`, but not what is in there."""
    whole = next(data.within("nitf"), None)
    if whole is not None and whole.first("body") is not None:
        return whole
    bodies: list[Element | StoryText] = [*data.within(*_NITF_BODIES)]
    return Element("nitf", children=[Element("body", children=bodies)]) if bodies else None
