"""Which rules cost what, for `--explain-timing`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from copylint.engine.run import Run
from copylint.report.summary import counted

_SHOWN_AT_MOST: Final = 25


def lines(run: Run) -> Iterator[str]:
    """A table of reading and the dearest rules, in CPU time; starting and reporting are no rule's.

    The first file of a run also pays for what its rules import and compile.
    """
    seconds: Counter[str] = Counter()
    for each in run.checked:
        seconds.update(each.seconds or {})
    total = sum(seconds.values())
    yield f"CPU time of {counted(len(run.checked), 'file')}: {total * 1000:,.1f} ms"
    shown = seconds.most_common(_SHOWN_AT_MOST)
    for name, spent in shown:
        yield _row(spent, total, name)
    others = len(seconds) - len(shown)
    if others > 0:
        yield _row(total - sum(spent for _, spent in shown), total, f"({counted(others, 'other rule')})")


def _row(spent: float, total: float, name: str) -> str:
    share = spent / total if total else 0.0
    return f"{spent * 1000:>10,.1f} ms {share:>5.0%}  {name}"
