"""From a file's bytes to text and back, without losing a byte."""

from __future__ import annotations

import codecs
from functools import cached_property
from typing import Final

from copylint.errors import CopylintError, Problem
from copylint.source.declaration import declared_encoding, is_ascii_superset, text_encoding, wide_encoding
from copylint.source.lines import LineTable
from copylint.values import dataclass

BYTE_ORDER_MARKS: Final = (
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
_FALLBACK_TABLE: Final = "".join(_UNDEFINED.get(byte) or bytes((byte,)).decode(FALLBACK) for byte in range(256))
_FALLBACK_BYTES: Final = codecs.charmap_build(_FALLBACK_TABLE)


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
        if self.encoding == FALLBACK:
            return self.byte_order_mark + codecs.charmap_encode(text, "strict", _FALLBACK_BYTES)[0]
        return self.byte_order_mark + text.encode(self.encoding)

    def can_hold(self, text: str) -> bool:
        """Whether the source's encoding has all characters of the text, so that it can be written into the file."""
        try:
            self.encode(text)
            writable = self._comes_back
        except UnicodeEncodeError:
            return False
        return writable

    @cached_property
    def _comes_back(self) -> bool:
        """Whether its text, encoded again, is its bytes.

        Not always: ISO-2022-JP can switch to what it is in already, Big5 and cp932 spell some characters in two ways.
        """
        return self.encoding.startswith("utf-") or self.encode(self.text) == self.data


def decode(path: str, data: bytes, encoding: str | None = None) -> Source:
    """Read bytes by their byte-order mark, else as UTF-8, the configured encoding, or the one that they declare.

    What is none of these is read as cp1252. Valid UTF-8 with letters beyond ASCII is UTF-8 whatever is configured or
    declared. Raises CopylintError where the bytes are no text or are not in the configured encoding.
    """
    for mark, marked_encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_strictly(path, data, marked_encoding, mark)
    wide = wide_encoding(data)
    if wide is not None:
        return _decode_strictly(path, data, wide, b"")
    if encoding is not None:
        configured = _known_encoding(path, encoding)
        if not is_ascii_superset(configured) or not _is_told_by_itself(data):
            return _decode_strictly(path, data, configured, b"")
    if b"\0" in data:
        raise CopylintError(Problem("this is not text: it holds NUL bytes", path, hint="leave it out with 'exclude:'"))
    return _decode_as_declared(path, data, declared_encoding(data))


def _is_told_by_itself(data: bytes) -> bool:
    """Whether the bytes leave nothing to configure: letters that only UTF-8 would spell so, or ASCII that declares.

    What a fix writes into ASCII must be of the encoding that the file declares.
    """
    if data.isascii():
        return declared_encoding(data) is not None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


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
    """As declared if it can be that, else as cp1252."""
    if declared == FALLBACK:
        return Source(path, data, _decode_fallback(data), FALLBACK)
    if declared is not None and declared != "utf-8" and is_ascii_superset(declared):
        try:
            return Source(path, data, data.decode(declared), declared)
        except UnicodeDecodeError:
            pass
    return Source(path, data, _decode_fallback(data), FALLBACK, declared=False, refuted_encoding=declared)


def _known_encoding(path: str, encoding: str) -> str:
    """The configured encoding by the name that the newsroom gave it."""
    name = text_encoding(encoding)
    if name is None:
        raise CopylintError(Problem(f"there is no encoding '{encoding}'", path))
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
    return codecs.charmap_decode(data, "strict", _FALLBACK_TABLE)[0]
