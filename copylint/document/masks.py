"""Inline stretches where wording rules don't apply, whatever the format: addresses, handles, hashtags."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from copylint.document.offsets import Mask, MaskKind
from copylint.expressions import expression
from copylint.finding import Span

_URL: Final = expression(r"(?:https?|ftp)://[^\s<>\"“”—]+|\bwww\.[^\s<>\"“”—]+", regex.IGNORECASE)
_DOMAIN_ENDING: Final = (
    r"\.(?:com|org|net|gov|edu|mil|int|info|biz|news|co\.uk|org\.uk|ac\.uk|gov\.uk|com\.au|com\.br|eu|fr|de|es|pt|nl|ch|io|tv|vn"
    r"|(?:co|ly|be|gl|me)(?=/\w))(?![\w-]|\.\w)"
)
_ENDS_DOMAIN: Final = expression(_DOMAIN_ENDING)
"""What an address ends in; most paragraphs have none, and looking for the whole address takes long."""
_DOMAIN: Final = expression(
    rf"(?<![\w@.-])[A-Za-z0-9][\w-]{{0,62}}(?:\.[\w-]{{1,62}}){{0,4}}{_DOMAIN_ENDING}(?:/[^\s<>\"“”—]*)?"
)
"""Endings that are words too (.it, .in, .to, .no) are left out: 'today.it' is a missing space."""
_E_MAIL: Final = expression(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_HANDLE: Final = expression(r"(?<![\w@.])@\w{2,30}(?!\w)")
_HASHTAG: Final = expression(r"(?<![\w&#])#[^\W\d_]\w{1,99}")
_CLOSING: Final = ".,;:!?'’”\"…"
_CLOSING_OR_BRACKET: Final = _CLOSING + ")"


def masks_in(text: str) -> Iterator[Mask]:
    """The addresses, handles and hashtags of a story text, kind by kind."""
    if "://" in text or "www." in text.casefold():
        yield from (_address(found, "url") for found in _URL.finditer(text))
    if "." in text and _ENDS_DOMAIN.search(text):
        yield from (_address(found, "url") for found in _DOMAIN.finditer(text))
    if "@" in text:
        yield from (Mask(Span(*found.span()), "e-mail") for found in _E_MAIL.finditer(text))
        yield from (Mask(Span(*found.span()), "handle") for found in _HANDLE.finditer(text))
    if "#" in text:
        yield from (Mask(Span(*found.span()), "hashtag") for found in _HASHTAG.finditer(text))


def _address(found: regex.Match[str], kind: MaskKind) -> Mask:
    """Without the sentence's punctuation behind it, and without a bracket that was opened before it."""
    text = found[0]
    end = len(text.rstrip(_CLOSING))
    unopened = text.count(")", 0, end) - text.count("(", 0, end)
    while unopened > 0 and text[end - 1] in _CLOSING_OR_BRACKET:
        end -= 1
        unopened -= text[end] == ")"
    end = len(text[:end].rstrip(_CLOSING))
    return Mask(Span(found.start(), found.start() + end), kind)
