"""What fixing would change, for `--diff`."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.engine.run import Run
from copylint.report.safe import safe, safe_path
from copylint.report.summary import counted


def lines(run: Run) -> Iterator[str]:
    """The unified diffs of all files."""
    for checked in run.checked:
        yield from map(safe, checked.difference)


def closing_lines(run: Run) -> Iterator[str]:
    """How much would change, and in which files that can't be shown."""
    changed = [each for each in run.checked if each.fixed]
    total = sum(finding.count for each in changed for finding in each.fixed)
    if changed:
        yield f"Would fix {counted(total, 'problem')} in {counted(len(changed), 'file')}."
    else:
        yield "Nothing would be fixed."
    for each in changed:
        if each.withheld:
            yield f"{safe_path(each.path)}: its words are not shown."
