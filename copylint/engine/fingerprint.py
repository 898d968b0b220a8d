"""A finding's name that survives moved paragraphs: its rule, its words and their neighbours, no line number."""

from __future__ import annotations

from hashlib import blake2b
from typing import Final
from unicodedata import normalize

from copylint.expressions import expression
from copylint.finding import Span

_NEIGHBOURHOOD: Final = 40
"""How many code points before and after count; enough to tell two findings of a rule apart in one paragraph."""
_BYTES: Final = 8
_NEWLINE: Final = expression(r"[\r\n]")


def fingerprint(rule: str, source_text: str, span: Span) -> str:
    """Sixteen hexadecimal digits. The neighbourhood ends with the line: mostly a paragraph, which may be moved."""
    before = source_text[max(span.start - _NEIGHBOURHOOD, 0) : span.start]
    after = source_text[span.end : span.end + _NEIGHBOURHOOD]
    words = source_text[span.start : span.end]
    near = (_NEWLINE.split(before)[-1], words, _NEWLINE.split(after)[0])
    return _digest((rule, *map(_folded, near)))


def keyed(raw: str, salt: str) -> str:
    """The fingerprint as it leaves the run: only who has the newsroom's salt can tell whether it is of some words."""
    return blake2b(raw.encode(), digest_size=_BYTES, key=salt.encode()).hexdigest()


def nameless(rule: str, path: str, ordinal: int) -> str:
    """The fingerprint of a finding whose words are withheld and whose newsroom has no salt: it says nothing of them."""
    return _digest((rule, path, str(ordinal)))


def _folded(text: str) -> str:
    return " ".join(normalize("NFC", text).casefold().split())


def _digest(parts: tuple[str, ...]) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()
