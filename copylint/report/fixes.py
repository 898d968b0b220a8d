"""What a finding's fix does, in a few words."""

from __future__ import annotations

from copylint.finding import Edit, Finding
from copylint.report.summary import counted
from copylint.source.excerpt import Excerpt, last_character

_BY_WHOM = {"safe": "'--fix' {}", "unsafe": "'--fix --unsafe-fixes' {}", "manual": "perhaps: {}"}
_VERBS = {"safe": ("deletes", "writes"), "unsafe": ("deletes", "writes"), "manual": ("delete", "write")}
_LONGEST = 40


def described(finding: Finding, excerpt: Excerpt) -> str | None:
    """A help line, or None where no machine can say what to write."""
    fix = finding.fix
    if fix is None or not fix.edits:
        return None
    deletes, writes = _VERBS[fix.safety]
    first = fix.edits[0]
    action = f"{deletes} {_deleted(first, excerpt)}" if not first.text else f"{writes} {_change(first, excerpt)}"
    others = len(fix.edits) - 1
    places = f", likewise in {counted(others, 'other place')}" if others else ""
    return _BY_WHOM[fix.safety].format(action + places)


def _deleted(edit: Edit, excerpt: Excerpt) -> str:
    first, last = excerpt.line(edit.start), excerpt.line(last_character(edit))
    if edit.start == first.start and edit.end >= last.end:
        return f"line {first.number}" if first == last else f"lines {first.number} to {last.number}"
    return f"'{_short(excerpt.replaced(edit))}'"


def _change(edit: Edit, excerpt: Excerpt) -> str:
    old = excerpt.replaced(edit)
    return f"'{_short(edit.text)}' for '{_short(old)}'" if old else f"'{_short(edit.text)}'"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
