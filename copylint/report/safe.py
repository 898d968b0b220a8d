"""What may reach a terminal or a log: nothing that moves the cursor, hides text or forges a line."""

from __future__ import annotations

from typing import Final

import regex

from copylint.expressions import expression

_UNSAFE: Final = expression(
    "[\\x00-\\x1f\\x7f-\\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
    r"|(?<=#)#(?=\[|vso\[)"
)
"""Control characters, line separators, invisible and bidi characters, surrogates of undecodable file names, tags.

And `##[`, `##vso[`: the runners of GitHub and Azure take them for a command wherever they stand in a line.
"""


def safe(text: str) -> str:
    r"""One line of text with everything unsafe written as an escape: `\x1b`, `\u202e`."""
    return text if _is_plain(text) else _UNSAFE.sub(_escape, text)


def safe_characters(text: str) -> list[str]:
    """The same, character by character."""
    shown = list(text)
    if not _is_plain(text):
        for found in _UNSAFE.finditer(text):
            shown[found.start()] = _escape(found)
    return shown


def safe_path(path: str) -> str:
    """A file's name that can open a line: a log takes what begins with `::`, after spaces too, for a command."""
    shown = safe(path)
    return f"./{shown}" if shown.lstrip().startswith((":", "#")) else shown


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable() and "##" not in text


def _escape(found: regex.Match[str]) -> str:
    code = ord(found[0])
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
