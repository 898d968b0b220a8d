"""Corrections and notes to editors: they speak about the story, and a correction repeats the error on purpose."""

from __future__ import annotations

from typing import Final, Literal

from copylint.expressions import expression

Note = Literal["correction", "editor-note"]

_LONGEST_UNMARKED: Final = 250
"""A note above the lead without bracket or label is no longer, in code points."""

_MARKS: Final = r"[\s(\[*_]{0,10}"
_LABEL: Final = (
    r"(?:corrections?|clarifications?|errat(?:um|a)|korrektur|berichtigung|rectificatif|corrección|fe de erratas"
    r"|correção"
    r"|rettifica)(?:\s+(?:[\w.]+\s+){0,3}[\w.]+)?[*_]*\s*[:—–]"
)
_STORY: Final = (
    r"(?:this|an earlier|a previous|the original|earlier)\s"
    r"(?:stor(?:y|ies)|versions?|articles?|reports?|headline|post|caption)\b"
)
_CORRECTS: Final = (
    r"\b(?:corrects|corrected|correcting|misstated|misspelled|misidentified|incorrectly|erroneously"
    r"|clarif(?:ies|ied))\b"
)
_CORRECTION: Final = expression(
    rf"{_MARKS}(?:(?i:{_LABEL}|{_STORY}[^.]{{0,80}}?{_CORRECTS})|CORRECTED\b|CORRECTION\b|CORRECTIVE\b)"
    r"|[\s*_]{0,5}[(\[]{1,2}\s{0,2}(?i:(?:in\s[^,()]{1,40}\b(?:story|item|article),\s)?(?:corrects|corrected|correcting))\b"
)
_UNMARKED_CORRECTION: Final = expression(r"[\s*_]*(?:Corrects|Corrected)\b")
_EDITORS_NOTE: Final = expression(
    rf"{_MARKS}(?:(?i:(?:editors?['’]?s?['’]?\s+notes?|note\s+to\s+(?:editors?|readers?)|publisher['’]s\s+note"
    r"|attention\s+editors|advisory|eds)\b[\s*_]*[:—–-]"
    r"|(?:note d[eu] (?:la |l['’])?(?:rédaction|éditeur)|anmerkung der redaktion|nota del editor)\b)|EDITORS\b)"
)
_CHANGE: Final = expression(
    r"[(\[]{1,2}\s{0,2}(?i:adds|updates|recasts|refiles|refiling|repeats|rewrites|writes\s+through|clarifies|fixes|removes"
    r"|changes"
    r"|rephrases|eds\b|editors?['’]s?\s+note|this (?:story|version|article)\s+(?:has been|was|is)\s+(?:updated|refiled)"
    r"|for\s[^()]{0,80}\bclick)\b"
)
_FLAG: Final = expression(r"\s*(?:CORRECTED|CORRECTION|CORRECTIVE)(?:\s+\d+)?\s*[-–—:]+\s*")


def note_part(text: str, *, lead: bool) -> Note | None:
    """What a whole paragraph is; a note without bracket or label is believed above the lead only."""
    if _UNMARKED_CORRECTION.match(text):
        return "correction" if lead and len(text) <= _LONGEST_UNMARKED else None
    if _CORRECTION.match(text):
        return "correction"
    closed = text.rstrip(" .*_").endswith((")", "]"))
    return "editor-note" if _EDITORS_NOTE.match(text) or (_CHANGE.match(text) and closed) else None


def bracketed_note(text: str) -> Note | None:
    """The same for a bracket that stands inside a paragraph."""
    if _CORRECTION.match(text):
        return "correction"
    return "editor-note" if _CHANGE.match(text) else None


def correction_flag_end(text: str) -> int:
    """Where the flag before a headline ends, `CORRECTED-`; 0 where there is none."""
    flag = _FLAG.match(text)
    return flag.end() if flag and flag.end() < len(text) else 0
