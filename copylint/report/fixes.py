"""What a finding's fix does, in a few words."""

from __future__ import annotations

from copylint.finding import Edit, Finding
from copylint.report.summary import counted
from copylint.source.decode import Source

_BY_WHOM = {"safe": "'--fix' {}", "unsafe": "'--fix --unsafe-fixes' {}", "manual": "perhaps: {}"}
_VERBS = {"safe": ("deletes", "writes"), "unsafe": ("deletes", "writes"), "manual": ("delete", "write")}
_LONGEST = 40


def described(finding: Finding, source: Source) -> str | None:
    """A help line, or None where no machine can say what to write."""
    fix = finding.fix
    if fix is None or not fix.edits:
        return None
    deletes, writes = _VERBS[fix.safety]
    first = fix.edits[0]
    action = f"{deletes} {_deleted(first, source)}" if not first.text else f"{writes} {_change(first, source)}"
    others = len(fix.edits) - 1
    places = f", likewise in {counted(others, 'other place')}" if others else ""
    return _BY_WHOM[fix.safety].format(action + places)


def _deleted(edit: Edit, source: Source) -> str:
    first, last = source.lines.line_of(edit.start), source.lines.line_of(max(edit.end - 1, edit.start))
    if edit.start == source.lines.span(first)[0] and edit.end >= source.lines.span(last)[1]:
        return f"line {first}" if first == last else f"lines {first} to {last}"
    return f"'{_short(source.text[edit.start : edit.end])}'"


def _change(edit: Edit, source: Source) -> str:
    old = source.text[edit.start : edit.end]
    return f"'{_short(edit.text)}' for '{_short(old)}'" if old else f"'{_short(edit.text)}'"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
