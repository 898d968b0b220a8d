"""Tells a file's format by its content, then by its name."""

from __future__ import annotations

from typing import Final

import regex

from copylint.expressions import expression
from copylint.source.choice import extension
from copylint.source.decode import BYTE_ORDER_MARKS

TEXT: Final = "text"
MARKDOWN: Final = "markdown"
HTML: Final = "html"
JSON_LINES: Final = "jsonl"

_BY_EXTENSION: Final = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
}

_ROOT: Final = expression(
    r"\s*(?:<\?[^>]{0,2000}\?>\s*|<!--(?:(?!-->).){0,5000}-->\s*|<!DOCTYPE\b[^>\[]{0,1000}(?:\[.{0,5000}?\]\s*)?>\s*)*+"
    r"<(?:[\w.-]+:)?(?P<name>[A-Za-z][\w.-]*)(?P<attributes>[^>]{0,5000})",
    regex.DOTALL | regex.IGNORECASE,
)
"""The first element of XML, behind the declaration, comments and a document type."""

_BY_ROOT: Final = {
    "nitf": "nitf",
    "NewsML": "newsml",
    "newsMessage": "newsml-g2",
    "newsItem": "newsml-g2",
    "packageItem": "newsml-g2",
    "rss": "rss",
    "feed": "atom",
    "RBNews": "ritzau",
    "XMLNewsQueuedResponse": "ritzau",
}

_LATE_ROOT: Final = expression(
    r"<(?:[\w.-]+:)?(?P<name>nitf|NewsML|newsMessage|newsItem|packageItem|RBNews)\b(?P<attributes>[^>]{0,5000})"
)
"""The root of news whose beginning is damaged, so that its reader can say where."""

_ANPA_START: Final = expression("\x16\x16\x01")
_IPTC_7901_START: Final = expression("\x01[A-Za-z]{3}\\s?[A-Za-z]?\\d")

_HEAD: Final = 20_000
"""So many characters hold the root element, whatever stands above it."""

_STARTS: Final = (b"<", b"{", b"[", b"\x01", b"\x16")
"""How news in markup, JSON or an old wire's envelope begins."""
_BEFORE_START: Final = b" \t\r\n\0"
"""White space; the NULs are those of UTF-16 and UTF-32, which write a letter in two or four bytes."""


def may_be_news(start: bytes) -> bool:
    """Whether a file that begins with these bytes can be of a format that its content tells."""
    mark = next((mark for mark, _ in BYTE_ORDER_MARKS if start.startswith(mark)), b"")
    return start[len(mark) :].lstrip(_BEFORE_START).startswith(_STARTS)


def is_nameless_text(text: str, path: str) -> bool:
    """Whether a file without an extension, or standard input, can be read as plain text: it is no XML and no JSON."""
    return not extension(path) and not text.lstrip().startswith(("<?xml", "<!DOCTYPE", "{", "["))


def by_name(path: str) -> str | None:
    """The format that a file's name tells; None where it doesn't."""
    return _BY_EXTENSION.get(extension(path))


def by_content(text: str, path: str) -> str | None:
    """The format that a file's text tells; None where it doesn't."""
    head = text[:_HEAD]
    if _ANPA_START.match(head):
        return "anpa"
    if _IPTC_7901_START.match(head):
        return "iptc7901"
    start = head.lstrip()[:1]
    if start == "<" or extension(path) == ".xml":
        return _by_root(head, path)
    if start not in ("{", "[") or by_name(path) is not None:
        return None
    from copylint.document.formats.json_stories.json_kinds import by_json  # noqa: PLC0415 - most copy is no JSON

    return by_json(text)


def _by_root(head: str, path: str) -> str | None:
    root = _ROOT.match(head) or _LATE_ROOT.search(head)
    if root is None:
        return None
    name = root["name"]
    if name in _BY_ROOT:
        return _BY_ROOT[name]
    if name == "RDF" and "purl.org/rss/1.0" in root["attributes"]:
        return "rdf"
    return HTML if name.casefold() == "html" and by_name(path) != TEXT else None
