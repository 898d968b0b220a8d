"""A finding's name that survives moved paragraphs: its rule, its words and their neighbours, no line number."""

from __future__ import annotations

from hashlib import blake2b
from typing import Final

from copylint.finding import Span

_NEIGHBOURHOOD: Final = 40
"""How many code points before and after count; enough to tell two findings of a rule apart in one paragraph."""


def fingerprint(rule: str, source_text: str, span: Span) -> str:
    """Sixteen hexadecimal digits."""
    before = source_text[max(span.start - _NEIGHBOURHOOD, 0) : span.start]
    after = source_text[span.end : span.end + _NEIGHBOURHOOD]
    parts = (rule, before.rpartition("\n")[2], source_text[span.start : span.end], after.partition("\n")[0])
    folded = "\0".join(" ".join(part.casefold().split()) for part in parts)
    return blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
