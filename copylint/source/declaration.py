"""The encoding that a file states in its own first lines, as XML and HTML do."""

from __future__ import annotations

import codecs
from typing import Final

import regex

from copylint.expressions import expression

_XML: Final = expression(rb"\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([A-Za-z][\w.:-]{0,40})[\"']")
_HTML: Final = expression(rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([A-Za-z][\w.:-]{0,40})", regex.IGNORECASE)
_LOOKS_LIKE_HTML: Final = expression(
    rb"\s*(?><!--.*?-->\s*|<\?[^>]*>\s*)*+<(?:!doctype\s+html|html|head|meta)\b", regex.IGNORECASE | regex.DOTALL
)
_HTML_STATES_IT_WITHIN: Final = 1024
"""Bytes from the start (WHATWG HTML, 'prescan a byte stream to determine its encoding')."""
_OF_PYTHON_ALONE: Final = frozenset(
    ("charmap", "idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7")
)
"""Python's codecs that no file is written in (UTF-7 is e-mail's; WHATWG forbids it): some unescape plain text."""
_WIDE_STARTS: Final = (
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
"""How markup in two or four bytes a character begins without a byte-order mark (XML 1.0, appendix F)."""


def wide_encoding(data: bytes) -> str | None:
    """The encoding of markup in two or four bytes a character; None for anything else."""
    return next((encoding for start, encoding in _WIDE_STARTS if data.startswith(start)), None)


def declared_encoding(data: bytes) -> str | None:
    """Python's name of the encoding that an XML or HTML file declares; None where none or an unknown one is."""
    declaration = _XML.match(data)
    start = data[:_HTML_STATES_IT_WITHIN]
    if declaration is None and _LOOKS_LIKE_HTML.match(start):
        declaration = _HTML.search(start)
    return text_encoding(declaration[1].decode("ascii")) if declaration else None


def text_encoding(name: str) -> str | None:
    """Python's name of an encoding of text; None where it knows none by that name."""
    try:
        "a".encode(name)
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return None if known in _OF_PYTHON_ALONE else known


def is_ascii_superset(encoding: str) -> bool:
    """Whether it spells ASCII as ASCII; a file in UTF-16 whose declaration could be read is none in UTF-16."""
    return "<?xml".encode(encoding) == b"<?xml"
