"""Which lines have characters that a check of encodings looks for: a first look for all of its flags together."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from copylint.checks.mojibake import may_be_mojibake
from copylint.expressions import expression

_UNUSUAL: Final = expression(
    r"[^\t\n\r\x20-\x7e\xa1-\xac\xae-\u02ff\u0500-\u061b\u061d-\u10ff\u1113-\u180d\u180f-\u200a\u2010-\u2027"
    r"\u2030-\u205f\u2070-\u3098\u309b-\ud7ff\uf900-\ufefe\uff00-\ufffb\U00010000-\U000effff]"
)
"""Every character that some flag looks for, but for those of wrongly decoded text, and few others."""


@lru_cache(maxsize=256)
def may_have_flaws(line: str) -> bool:
    """Whether there is anything in the line that some flag may look for: in most lines there is nothing.

    A dozen rules ask for it in a row, so the answers are remembered for about as long as one story takes.
    """
    return _UNUSUAL.search(line) is not None or may_be_mojibake(line)
