"""Corrections and notes to editors: they speak about the story, and a correction repeats the error on purpose."""

from __future__ import annotations

import re
from typing import Final

from copylint.document.model import Part

_MARKS: Final = r"[\s(\[*_]*"
_CORRECTION: Final = re.compile(
    rf"{_MARKS}(?:(?i:corrections?|clarifications?|errat(?:um|a)|korrektur|berichtigung|rectificatif|corrección|fe de erratas"
    r"|correção|rettifica)(?:\s+(?:\w+\s+){0,3}\w+)?[*_]*\s*[:—–]"
    r"|(?i:this|an earlier|a previous|the original|earlier)\s(?i:stor(?:y|ies)|version|article|report|headline|post|caption)s?\b"
    r"[^.]{0,80}?\b(?i:corrects?|corrected|correcting|correct|misstated|misspelled|misidentified|incorrectly|erroneously|clarif\w+)\b"
    r"|(?i:corrects|corrected to|correcting)\b|CORRECTED\b|CORRECTION\b|CORRECTIVE\b)"
)
_BARE_CORRECTS: Final = re.compile(r"\s*[*_]*(?:Corrects|Corrected)\b")
_EDITORS_NOTE: Final = re.compile(
    rf"{_MARKS}(?:(?i:editors?['’]?s?['’]?\s+notes?|note\s+to\s+(?:editors?|readers?)|publisher['’]s\s+note|attention\s+editors"
    r"|advisory|eds)\b\s*[*_]*\s*[:—–-]|EDITORS\b|(?i:note d[eu] (?:la |l['’])?(?:rédaction|éditeur)|anmerkung der redaktion"
    r"|nota del editor)\b)"
)
_CHANGES: Final = re.compile(
    r"[(\[]+\s*(?i:adds|updates|recasts|refiles|refiling|repeats|rewrites|writes\s+through|clarifies|fixes|removes|changes|rephrases"
    r"|eds|editors?['’]s?\s+note|this (?:story|version|article)\s+(?:has been|was|is)\s+(?:updated|refiled)|for more)\b"
)
_CORRECTION_FLAG: Final = re.compile(r"\s*(?:CORRECTED|CORRECTION|CORRECTIVE)(?:\s+\d+)?\s*[-–—:]+\s*")


def note_part(text: str, *, lead: bool) -> Part | None:
    """`correction`, `editor-note`, or None; a note without brackets or label is believed above the lead only."""
    if _BARE_CORRECTS.match(text):
        return "correction" if lead and len(text) < 250 else None
    if _CORRECTION.match(text):
        return "correction"
    if _EDITORS_NOTE.match(text) or (_CHANGES.match(text) and text.rstrip(" .*_").endswith((")", "]"))):
        return "editor-note"
    return None


def bracketed_note(text: str) -> Part | None:
    """The same for a bracket that stands inside a paragraph."""
    if _CORRECTION.match(text):
        return "correction"
    return "editor-note" if _CHANGES.match(text) else None


def correction_flag_end(text: str) -> int:
    """Where the flag before a headline ends, `CORRECTED-`; 0 where there is none."""
    flag = _CORRECTION_FLAG.match(text)
    return flag.end() if flag and flag.end() < len(text) else 0
