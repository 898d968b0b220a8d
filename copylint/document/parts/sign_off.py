"""Sign-offs: who reported, wrote and edited, at a story's end or glued to its last paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from copylint.document.model import Part
from copylint.document.parts.note import bracketed_note

_LONGEST_UNCLOSED: Final = 700
"""A bracket that never closes runs to its paragraph's end, if that is no further, in code points."""

_WORK: Final = (
    r"(?:(?:additional|further|extra|other)\s+)?(?:reporting|writing|editing|compiled|polling|graphics?|translat(?:ed|ion|ing)"
    r"|production|screening|research|written|edited|reported|contributions?|rewriting|repackaging)"
)
_NAME_FOLLOWS: Final = r"\s+(?=[\"“]?[^\W\d_a-z])"
_DESK: Final = rf"(?i:{_WORK}\b[^().:]{{0,60}}?\b(?:by|from)\b:?){_NAME_FOLLOWS}"
_FOREIGN_DESK: Final = (
    r"(?i:(?:reportage|rédigé|rédaction|édité|edité|version française|bearbeitet|geschrieben|redigiert|editado|reporte de"
    r"|información|reportagem)\b[^()]{0,60}?\b(?:de|par|von|por)\b)"
    rf"{_NAME_FOLLOWS}"
)
_OPENING: Final = re.compile(
    rf"\(+\s*(?:{_DESK}|{_FOREIGN_DESK})|[(\[]+(?=\s*(?i:this (?:story|version|article)|corrects?)\b)"
)
_BARE: Final = re.compile(rf"(?:[-–—]+\s*)?{_DESK}")
_CONTRIBUTED: Final = re.compile(
    r"contributed to (?:this|the) (?:report|story|article|dispatch)|contributed (?:reporting|research)\b"
    r"|(?:^|\s)hat zu diesem (?:bericht|artikel) beigetragen|ont contribué à cet article",
    re.IGNORECASE,
)
_INITIALS: Final = re.compile(
    r"(?:bur(?:s|x|eaux?)?|[a-z]{2,4})(?:-[a-z]{2,4}){0,3}(?:/[a-z]{1,4}){1,4}|bur(?:-[a-z]{2,4}){1,3}|dpa(?: [a-z]{2,4}){2,6}"
)
_AGENCY: Final = r"(?:AP|AFP|Reuters|dpa|UPI|ANI|PTI|IANS|EFE|ANSA|Xinhua|AAP|CNN|PA|TNS|Agencies|Agence France[- ]Presse|Associated Press)"
_AGENCIES_ONLY: Final = re.compile(
    rf"[(\[]?(?:(?:with|source|via|from)\b:?\s+(?:inputs? from |reporting by |files from |additional reporting (?:by|from) )?)?"
    rf"(?:the )?{_AGENCY}(?:(?:\s*[,/+&]\s*|\s+and\s+)(?:the )?(?:{_AGENCY}|[A-Z]\w+(?: [A-Z]\w+)?))*[)\]]?\.?",
    re.IGNORECASE,
)
RULED_OFF: Final = re.compile(r"_{3,}")
"""The line that AP sets between a story and its contributors."""


def is_sign_off(text: str, *, near_end: bool) -> bool:
    """Whether a whole paragraph is a sign-off; most forms are only believed near the story's end."""
    if len(text) > _LONGEST_UNCLOSED:
        return False
    if _BARE.match(text) and ". " not in text.rstrip(". "):
        return True
    if not near_end:
        return False
    if _CONTRIBUTED.search(text) and len(text) < 500:
        return True
    return _INITIALS.fullmatch(text) is not None or _AGENCIES_ONLY.fullmatch(text) is not None


def is_contributor_line(text: str) -> bool:
    """What can stand under AP's rule: `Associated Press writer Ann Lee in Paris contributed to this report.`"""
    return (
        len(text) < 600 and re.search(r"\b(?:contributed|reported|follow|AP|Associated Press|http)", text) is not None
    )


def bracketed_notes(text: str) -> Iterator[tuple[Part, int, int]]:
    """Sign-offs and corrections in brackets inside a paragraph, in order, each with the stop that follows it."""
    position = 0
    while opening := _OPENING.search(text, position):
        end = _closing(text, opening.start())
        part: Part | None = "sign-off" if _is_desk(opening[0]) else bracketed_note(text[opening.start() : end])
        if part is not None and end > opening.start():
            yield part, opening.start(), end
            position = end
        else:
            position = opening.end()


def _is_desk(opening: str) -> bool:
    return len(opening.strip("([ ")) > 0


def _closing(text: str, start: int) -> int:
    """Where the bracket that opens at `start` is closed, with a stop behind it; else the paragraph's end."""
    depth = 0
    for bracket in re.compile(r"[()\[\]]").finditer(text, start, start + 2 * _LONGEST_UNCLOSED):
        depth += 1 if bracket[0] in "([" else -1
        if depth == 0:
            end = bracket.end()
            return end + 1 if text[end : end + 1] == "." else end
    return len(text) if len(text) - start <= _LONGEST_UNCLOSED else start
