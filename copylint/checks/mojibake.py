"""UTF-8 that was read as Windows-1252 or Latin-1 on its way: where it stands, and what it was.

Every character of such text is a lead character (`Ã`, `â`, `ð`) with one to three more behind it. True text can look
like that, too: `IRMÃ”`, `até…”`, `«Â»`. What can be meant as it stands counts only in a line that is wrongly decoded
throughout.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

import regex

from copylint.expressions import expression
from copylint.values import dataclass


@dataclass(frozen=True)
class Mojibake:
    """One stretch of wrongly decoded text."""

    start: int
    end: int
    text: str
    """What it was before."""
    certain: bool = True
    """False where a byte was lost on the way."""


_UNDEFINED: Final = frozenset((0x81, 0x8D, 0x8F, 0x90, 0x9D))
_WINDOWS: Final = {
    byte: chr(byte) if byte in _UNDEFINED else bytes((byte,)).decode("cp1252") for byte in range(0x80, 0x100)
}
WINDOWS_CHARACTERS: Final = {
    chr(byte): char for byte, char in _WINDOWS.items() if byte < 0xA0 and byte not in _UNDEFINED
}
"""The quotes and dashes of Windows that were read as control characters."""
_BYTES: Final = {**{chr(byte): byte for byte in _WINDOWS}, **{char: byte for byte, char in _WINDOWS.items()}}
"""The byte that a character was read from, as Latin-1 or as Windows-1252."""

_NEXT: Final = "[" + "".join(regex.escape(char) for char, byte in _BYTES.items() if byte < 0xC0) + "]"
"""What stands for a byte that continues a character."""
# A lost character is written 'ï¿½', which no decoding brings back: it is left to `replacement-character`.
_LEAD: Final = expression(rf"[\xc2-\xf4]{_NEXT}")
_RUN: Final = expression(rf"(?:[\xc2-\xdf]{_NEXT}|(?!ï¿½)[\xe0-\xef]{_NEXT}{{2}}|[\xf0-\xf4]{_NEXT}{{3}})+")
_BEHEADED: Final = expression(rf"(?:â€|Ã¢â‚¬Â?)(?!{_NEXT})\ufffd?")
"""A closing quotation mark without its last byte, which Windows-1252 leaves undefined and many programs drop."""

_PLAUSIBLE: Final = expression(
    "[\u0082-\u008c\u008e\u0091-\u009c\u009e-\u017f\u0192\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u02c6\u02da\u02dc"
    "\u0300-\u0304\u0306-\u030c\u0323\u0327\u0328\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf\u2100-\u22ff\u25a0-\u27bf"
    "\u2b00-\u2bff\ufb01\ufb02\ufeff\U0001f000-\U0001faff]"
)
"""What a character that was decoded wrongly all by itself can have been; others come in rows, as Cyrillic does."""
_CLOSING: Final = frozenset("’‘”“»«›‹…–—™®©°ºª¹²³·•†‡\u00a0")
"""What can stand directly behind a word."""
_CLOSING_ELSEWHERE: Final = "“‘«‹"
"""They close a quotation in German and its neighbours, which have no 'Ã': CREÃ“ is CREÓ."""
_QUOTES: Final = frozenset(("“”", "‘’", "«»", "‹›", "»«", "›‹", "„“", "‚‘", "””", "’’", "„”", "‚’"))

_DEEPEST: Final = 4
"""How many times over a text is taken to have been decoded."""
_MENDED: Final = str.maketrans(
    {**WINDOWS_CHARACTERS, **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", "")}
)
"""What is written otherwise than it was decoded: characters that nobody sees are left out."""


def may_be_mojibake(text: str) -> bool:
    """Whether any wrongly decoded character may stand in it, even one that was lost."""
    return _LEAD.search(text) is not None


def mojibake_in(text: str) -> Iterator[Mojibake]:
    """The stretches of wrongly decoded text in a line, in order."""
    if not may_be_mojibake(text):
        return
    found = [(run, decoded) for run in _RUN.finditer(text) if (decoded := _decoded(run[0])) is not None]
    certain = {run.start() for run, decoded in found if _is_certain(text, *run.span(), decoded)}
    throughout = bool(certain) and _decoded(text) is not None
    flaws = [_mended(text, run, decoded) for run, decoded in found if throughout or run.start() in certain]
    flaws += [Mojibake(*lost.span(), "”", certain=False) for lost in _BEHEADED.finditer(text)]
    end = 0
    for flaw in sorted(flaws, key=lambda flaw: (flaw.start, -flaw.end)):
        if flaw.start >= end:
            end = flaw.end
            yield flaw


def _decoded(text: str) -> str | None:
    """The text of the bytes that a text was wrongly decoded from; None where there are no such bytes."""
    try:
        return bytes(ord(char) if char < "\x80" else _BYTES[char] for char in text).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None


def _is_certain(text: str, start: int, end: int, decoded: str) -> bool:
    """Whether `[start, end)` can't be meant as it stands. Two such characters in a row can't."""
    if len(decoded) > 1:
        return True
    plausible = _PLAUSIBLE.match(decoded) is not None
    return plausible and not _can_be_meant(text[start - 1 : start] if start else "", text[start:end], text[end:][:1])


def _can_be_meant(before: str, found: str, after: str) -> bool:
    lead, rest = found[0], found[1:]
    closes = _CLOSING.issuperset(rest) and not (lead == "Ã" and rest in _CLOSING_ELSEWHERE)
    if before + rest in _QUOTES:
        return True  # a single letter in quotation marks
    if len(rest) > 1:  # até…”, olá»…
        return closes and before.isalpha() and (not after.isalpha() or rest[-1] == "\u00a0")
    if lead == "Â":
        return False  # it ends no word
    if not before.isalpha():
        return (rest == "…" and not after.isalpha()) or (rest == "\u00a0" and lead != "Ã")  # Å… and Å være
    if not before.isupper():
        return False
    # AMANHÃ” and RÅ–; before a letter IRMÃ’S, SMÅ–STORA, and ĐÃ ĐI with a no-break space; but KÃ–LN is Köln.
    return closes and (not after.isalpha() or rest in "\u00a0’" or (rest in "–—" and lead != "Ã"))


def _mended(text: str, run: regex.Match[str], decoded: str) -> Mojibake:
    start, end = run.span()
    for _ in range(_DEEPEST):
        around = text[max(start - 1, 0) : start] + decoded + text[end : end + 1]
        at = min(start, 1)
        deeper = _decoded(decoded) if _RUN.fullmatch(decoded) else None
        if deeper is None or not _is_certain(around, at, at + len(decoded), deeper):
            break
        decoded = deeper
    if unicodedata.combining(decoded[0]) and start:  # a loose accent: its letter is written with it
        start -= 1
        decoded = text[start] + decoded
    return Mojibake(start, end, unicodedata.normalize("NFC", decoded.translate(_MENDED)))
