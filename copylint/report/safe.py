"""What may reach a terminal or a log: nothing that moves the cursor, hides text or forges a line."""

from __future__ import annotations

import re
from typing import Final

_UNSAFE: Final = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control characters, line separators, invisible and bidi characters, surrogates of undecodable file names, tags."""


def safe(text: str) -> str:
    r"""One line of text with everything unsafe written as an escape: `\\x1b`, `\\u202e`."""
    return text if text.isascii() and text.isprintable() else _UNSAFE.sub(_escape, text)


def safe_path(path: str) -> str:
    """A file's name that can open a line: none looks like a command of the log that it stands in."""
    shown = safe(path)
    return f"./{shown}" if shown.startswith((":", "#")) else shown


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
