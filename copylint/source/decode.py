"""From a file's bytes to text and back, without losing a byte."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from copylint.errors import CopylintError, Problem
from copylint.source.declaration import declared_encoding, is_ascii_superset, wide_encoding
from copylint.source.lines import LineTable

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

FALLBACK: Final = "cp1252"

_WITHOUT_MARK: Final = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
"""Encodings that write a byte-order mark of their own, and what a file without one is read as."""

_UNDEFINED: Final = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
"""The bytes that cp1252 leaves undefined; browsers read each as the C1 control of its number (WHATWG Encoding)."""


@dataclass(frozen=True)
class Source:
    """A file's bytes and how they decode."""

    path: str
    data: bytes
    text: str
    """The decoded text, without the byte-order mark; newlines as they are in the file."""
    encoding: str
    byte_order_mark: bytes = b""
    declared: bool = True
    """Whether the encoding is UTF-8, configured, or declared by the file; otherwise it was fallen back to."""
    refuted_encoding: str | None = None
    """The encoding that the file declares, where its bytes are plainly another one."""

    @cached_property
    def lines(self) -> LineTable:
        return LineTable(self.text)

    def encode(self, text: str) -> bytes:
        """The bytes of a changed text in the source's own encoding.

        Raises UnicodeEncodeError where the encoding lacks a character.
        """
        if self.encoding == FALLBACK and not self.declared:
            return self.byte_order_mark + _encode_fallback(text)
        return self.byte_order_mark + text.encode(self.encoding)

    def can_hold(self, text: str) -> bool:
        """Whether the source's encoding has all characters of the text."""
        try:
            self.encode(text)
        except UnicodeEncodeError:
            return False
        return True


def decode(path: str, data: bytes, encoding: str | None = None) -> Source:
    """Read bytes by their byte-order mark, else as the configured encoding, as the one that they declare, as UTF-8.

    What is none of these is read as cp1252. Valid UTF-8 with letters beyond ASCII is UTF-8 whatever it declares.
    Raises CopylintError where the bytes are no text or are not in the configured encoding.
    """
    for mark, marked_encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_strictly(path, data, marked_encoding, mark)
    wide = wide_encoding(data)
    if wide is not None:
        return _decode_strictly(path, data, wide, b"")
    if encoding is not None:
        return _decode_strictly(path, data, _text_encoding(path, encoding), b"")
    if b"\0" in data:
        raise CopylintError(Problem("this is not text: it holds NUL bytes", path, hint="leave it out with 'exclude:'"))
    return _decode_as_declared(path, data, declared_encoding(data))


def _decode_as_declared(path: str, data: bytes, declared: str | None) -> Source:
    """As UTF-8 if it can be that and declares nothing else, or has letters that only UTF-8 would spell so."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_beside_utf_8(path, data, declared)
    if declared is None or declared == "utf-8":
        return Source(path, data, text, "utf-8")
    if data.isascii() and is_ascii_superset(declared):
        return _decode_beside_utf_8(path, data, declared)
    return Source(path, data, text, "utf-8", refuted_encoding=declared)


def _decode_beside_utf_8(path: str, data: bytes, declared: str | None) -> Source:
    if declared is not None and declared != "utf-8":
        try:
            return Source(path, data, data.decode(declared), declared)
        except UnicodeDecodeError:
            pass
    return Source(path, data, _decode_fallback(data), FALLBACK, declared=False, refuted_encoding=declared)


def _text_encoding(path: str, encoding: str) -> str:
    try:
        "a".encode(encoding)
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError) as error:
        raise CopylintError(Problem(f"there is no encoding '{encoding}'", path)) from error
    return _WITHOUT_MARK.get(name, encoding)


def _decode_strictly(path: str, data: bytes, encoding: str, mark: bytes) -> Source:
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        start = len(mark) + error.start
        before = data[len(mark) : start].decode(encoding, "ignore")
        place = LineTable(before).position(len(before))
        message = f"byte {start} is not {encoding}: {error.reason}"
        hint = "set 'encoding:' to the file's own"
        raise CopylintError(Problem(message, path, place.line, place.column, hint=hint)) from error
    return Source(path, data, text, encoding, mark)


def _decode_fallback(data: bytes) -> str:
    return "".join(_UNDEFINED.get(byte) or bytes((byte,)).decode(FALLBACK) for byte in data)


def _encode_fallback(text: str) -> bytes:
    undefined = frozenset(_UNDEFINED.values())
    return b"".join(bytes((ord(char),)) if char in undefined else char.encode(FALLBACK) for char in text)
