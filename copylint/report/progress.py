"""How far a run has come: one line on a terminal, shown when the run takes a while, gone before its report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Final, NoReturn, TextIO

from copylint.engine.run import Checked, Outcome
from copylint.report.summary import counted

if TYPE_CHECKING:
    from tqdm import tqdm

_SECONDS_BEFORE: Final = 2.0
"""A run that is done by then shows nothing."""


@contextmanager
def progress(files: int, stream: TextIO) -> Iterator[Callable[[Sequence[Outcome]], None]]:
    """Gives what is to be told of every file that is done; it shows them where the stream is a terminal."""
    if not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda _: None
        return
    line = _Line(files, stream)
    try:
        yield line.tell
    finally:
        line.erase()


class _Line:
    def __init__(self, files: int, stream: TextIO) -> None:
        self._files = files
        self._stream = stream
        self._done = 0
        self._findings = 0
        self._shown_from = monotonic() + _SECONDS_BEFORE
        self._bar: tqdm[NoReturn] | None = None

    def tell(self, outcomes: Sequence[Outcome]) -> None:
        self._done += len(outcomes)
        self._findings += sum(len(each.findings) for each in outcomes if isinstance(each, Checked))
        if monotonic() < self._shown_from:
            return
        found = counted(self._findings, "problem")
        if self._bar is None:
            self._bar = _bar(self._files, self._done, found, self._stream)
        else:
            self._bar.set_postfix_str(found, refresh=False)
            self._bar.update(self._done - self._bar.n)

    def erase(self) -> None:
        if self._bar is not None:
            self._bar.close()


def _bar(files: int, done: int, found: str, stream: TextIO) -> tqdm[NoReturn]:
    # Most runs are over before these would be needed.
    from threading import RLock  # noqa: PLC0415 - see above

    from tqdm import tqdm  # noqa: PLC0415 - see above

    tqdm.monitor_interval = 0  # no thread: it would forbid to fork
    tqdm.set_lock(RLock())  # nor a lock between processes: only this one writes
    return tqdm(
        total=files,
        initial=done,
        postfix=found,
        file=stream,
        unit=" files",
        miniters=1,
        dynamic_ncols=True,
        leave=False,
    )
