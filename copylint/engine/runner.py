"""Checks files: those that have not changed since an earlier run by what it found, many others by several processes."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING, Final

from copylint.engine.run import Checked, Outcome, Run, run_of
from copylint.values import dataclass

if TYPE_CHECKING:
    from copylint.engine.checker import Checker
    from copylint.engine.results import Results

_BYTES_FOR_ONE: Final = 256 * 1024
"""As much copy is checked by one process before others would pay for being started."""
_BYTES_BEFORE_OTHERS: Final = 32 * 1024
"""As much is checked before they are, so that they begin with what that has made ready."""
_PROCESSES_AT_MOST: Final = 61
"""Windows waits for no more."""

Told = Callable[[Sequence[Outcome]], None]
"""Is told what was done since it was last called."""


def tell_nobody(_: Sequence[Outcome]) -> None:
    """For runs whose progress isn't shown."""


@dataclass(frozen=True)
class Runner:
    """Checks any number of files with the same rules."""

    make_checker: Callable[[], Checker]
    """Called when a file has to be checked: where none has changed, no rule is even made ready."""
    results: Results | None = None
    """Of earlier runs; None: every file is checked."""
    jobs: int | None = 1
    """How many processes check; None: as many as pay."""
    tell: Told = tell_nobody

    def run(self, paths: Sequence[str]) -> Run:
        """Checks every file; what can't be read is a problem of that file, and the others go on."""
        return run_of(self.outcomes(paths))

    def outcomes(self, paths: Sequence[str]) -> list[Outcome]:
        """What each file gave."""
        with _no_collection():
            known = [self._known(path) for path in paths]
        checked: dict[int, Outcome] = {}
        try:
            self._check([path for path, found in zip(paths, known, strict=True) if found is None], checked)
        finally:  # also when it is interrupted
            if self.results is not None:
                self.results.keep(checked.values())
        rest = iter(sorted(checked))
        return [found or checked[next(rest)] for found in known]

    def outcome_of_bytes(self, name: str, data: bytes) -> Outcome:
        """Checks what stands in no file, or not yet; nothing is written and nothing is kept."""
        return self._checker.check_bytes(name, data)

    @cached_property
    def _checker(self) -> Checker:
        return self.make_checker()

    def _known(self, path: str) -> Checked | None:
        """What an earlier run found in the file; None where it has to be checked."""
        found = self.results.find(path) if self.results else None
        if found is not None:
            self.tell([found])
        return found

    def _check(self, paths: Sequence[str], checked: dict[int, Outcome]) -> None:
        """Adds what the files gave, by their numbers."""
        jobs = min(self.jobs or _processors(), len(paths))
        if jobs > 1:
            sizes = list(map(_size, paths))
            if self.jobs is not None or sum(sizes) > _BYTES_FOR_ONE:
                self._check_in_workers(paths, sizes, jobs, checked)
        for number, path in enumerate(paths):
            if number not in checked:
                checked[number] = self._check_here(path)

    def _check_here(self, path: str) -> Outcome:
        outcome = self._checker.check(path)
        self.tell([outcome])
        return outcome

    def _check_in_workers(
        self, paths: Sequence[str], sizes: Sequence[int], jobs: int, checked: dict[int, Outcome]
    ) -> None:
        """Adds what the files gave; not all of them where the system lets no other process be started."""
        try:
            from copylint.engine.workers import Crew, start_method  # noqa: PLC0415 - see `_BYTES_FOR_ONE`
        except ImportError:  # a Python without semaphores
            return
        first = _first(sizes)
        for number in range(first):
            checked[number] = self._check_here(paths[number])
        checker = self._checker
        make = (lambda: checker) if start_method() == "fork" else self.make_checker
        with suppress(OSError, NotImplementedError):
            Crew(paths, make, jobs, self.tell, checked).check(range(first, len(paths)), sizes[first:])


@contextmanager
def _no_collection() -> Iterator[None]:
    """What is known of files is in no cycle, and looking for some in so much takes a tenth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _processors() -> int:
    """How many there are for this process."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(available, _PROCESSES_AT_MOST)


def _first(sizes: Iterable[int]) -> int:
    """How many files are checked before other processes are started."""
    total = 0
    for number, size in enumerate(sizes):
        total += size
        if total > _BYTES_BEFORE_OTHERS:
            return number
    return 0


def _size(path: str) -> int:
    """In bytes; of a file that can't be read nothing, as whoever checks it finds out."""
    try:
        return os.stat(path).st_size  # noqa: PTH116 - an archive has many files, and a Path takes longer
    except (OSError, ValueError):
        return 0
