"""Finds the comments `<!-- … -->` of a source: not those in code, scripts or CDATA, which are text that is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from copylint.document.model import Document
from copylint.expressions import expression
from copylint.finding import Span, Spans
from copylint.values import dataclass

MARKUP: Final = frozenset({"html", "nitf", "newsml", "newsml-g2", "rss", "atom", "rdf", "ritzau"})
FORMATS: Final = MARKUP | {"markdown"}
"""The formats that have comments. In every other one a comment would be published."""

_OPENING: Final = "<!--"
_CLOSING: Final = "-->"
_MARK: Final = expression(
    r"(?P<empty><!--(?:-)?>)|(?P<comment><!--)|(?P<cdata><!\[CDATA\[)|<\?|(?i:<(?P<raw>script|style|textarea|title)\b)"
)
_ONLY_IN_XML: Final = ("<?", "<![CDATA[")
_RAW_ENDS: Final = {
    name: expression(rf"(?i)</{name}\b") for name in ("script", "style", "textarea", "title")
}  # in HTML they hold text and no markup


@dataclass(frozen=True)
class Comment:
    """A comment with its marks, and the text between them."""

    span: Span
    inner: Span
    is_closed: bool = True


def comments_in(text: str, documents: Sequence[Document]) -> Iterator[Comment]:
    """The source's comments in order. One that is never closed is the last. Takes time that grows with the length."""
    if not documents or documents[0].format not in FORMATS:
        return
    name = documents[0].format
    code = _code(documents) if name == "markdown" else Spans(())
    position = 0
    while mark := _MARK.search(text, position):
        if _is_shown(mark[0], name) or code.overlap(Span(*mark.span())):
            position = mark.end()
        elif mark["comment"]:
            comment = _comment(text, mark.start())
            yield comment
            position = comment.span.end
        else:
            position = _end_of_raw(text, mark[0], mark.end(), mark["raw"])


def _is_shown(mark: str, name: str) -> bool:
    """Whether the mark means nothing in the format; `<!-->` is a whole comment, and an empty one."""
    if mark in ("<!-->", "<!--->"):
        return True
    if mark in _ONLY_IN_XML:
        return name in ("html", "markdown")
    return mark != _OPENING and name != "html"


def _comment(text: str, start: int) -> Comment:
    inner = start + len(_OPENING)
    end = text.find(_CLOSING, inner)
    if end < 0:
        return Comment(Span(start, len(text)), Span(inner, len(text)), is_closed=False)
    return Comment(Span(start, end + len(_CLOSING)), Span(inner, end))


def _end_of_raw(text: str, mark: str, behind: int, element: str | None) -> int:
    """Where CDATA, an instruction or an element of plain text ends; the text's end where it isn't closed."""
    if element:
        closing = _RAW_ENDS[element.lower()].search(text, behind)
        return closing.end() if closing else len(text)
    end = text.find("?>" if mark == "<?" else "]]>", behind)
    return len(text) if end < 0 else end


def _code(documents: Sequence[Document]) -> Spans:
    """Where Markdown shows text as it is typed."""
    return Spans(span for document in documents for span in _code_in(document))


def _code_in(document: Document) -> Iterator[Span]:
    for segment in document.segments:
        if segment.part in ("code", "front-matter"):
            yield segment.span
            continue
        for mask in segment.masks:
            if mask.kind == "code":
                yield segment.source_span(mask.span.start, mask.span.end)
