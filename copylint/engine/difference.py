"""What fixing would change in a file, as a unified diff."""

from __future__ import annotations

from difflib import unified_diff

from copylint.source.decode import Source


def unified(before: Source, after: Source) -> tuple[str, ...]:
    """The lines of the diff, without newlines at their ends; none where nothing changed."""
    if before.text == after.text:
        return ()
    pairs = unified_diff(_lines(before), _lines(after), before.path, before.path)
    return tuple(line for each in pairs for line in _with_note(each))


def _lines(source: Source) -> list[str]:
    """As editors count them, each with a line feed at its end if any newline stood there."""
    table = source.lines
    ends = (source.text[end : table.full_end(number)] for number, (_, end) in enumerate(table, 1))
    return [table.text(number) + ("\n" if end else "") for number, end in enumerate(ends, 1)]


def _with_note(line: str) -> tuple[str, ...]:
    """Its note where no newline stands at the file's end, as GNU diff and git write it."""
    if line.endswith("\n"):
        return (line[:-1],)
    return (line, "\\ No newline at end of file")
