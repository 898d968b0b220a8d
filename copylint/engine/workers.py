"""Checks files in several processes at once; what comes of it doesn't depend on how many they are.

A process that the system ends, for want of memory say, takes down no other file than the one it was at. All of them end
with the process that started them, however that ends.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from typing import TYPE_CHECKING, Final

from copylint.engine.run import Outcome, Unread
from copylint.errors import Problem
from copylint.source.file_bytes import MEBIBYTE
from copylint.source.signals import held
from copylint.values import dataclass

if TYPE_CHECKING:
    from copylint.engine.checker import Checker

_CHUNKS_PER_WORKER: Final = 16
"""So that no worker is left with much when the others are done."""
_BYTES_OF_A_CHUNK: Final = (MEBIBYTE // 32, MEBIBYTE)
"""At least, so that handing over costs little beside checking, and at most."""
_FILES_OF_A_CHUNK: Final = 100

Chunk = list[int]
"""The numbers of files that are handed to a worker together."""


@dataclass(frozen=True)
class Crew:
    """Several processes that check the same files, known by their numbers."""

    paths: Sequence[str]
    make_checker: Callable[[], Checker]
    jobs: int
    tell: Callable[[Sequence[Outcome]], None]
    outcomes: dict[int, Outcome]
    """What the files gave that are done; the crew adds to it."""

    def check(self, numbers: Sequence[int], sizes: Sequence[int]) -> None:
        """Checks these files, each of its size in bytes. Raises OSError where no process can be started."""
        waiting = deque(_chunks(numbers, sizes, self.jobs))
        while waiting:
            interrupted = self._check_until_one_dies(waiting)
            self._check_one_by_one(deque(number for chunk in interrupted for number in chunk))

    def _check_until_one_dies(self, waiting: deque[Chunk]) -> list[Chunk]:
        """Takes from the chunks; those that a worker may have been at when it died."""
        running: dict[Future[list[Outcome]], Chunk] = {}
        try:
            with self._pool(min(self.jobs, len(waiting))) as pool:
                while waiting or running:
                    while waiting and len(running) <= self.jobs:
                        running[self._submit(pool, waiting[0])] = waiting[0]
                        waiting.popleft()
                    for future in wait(running, return_when=FIRST_COMPLETED).done:
                        self._take(running[future], future.result())
                        del running[future]
        except BrokenProcessPool:
            return list(running.values())
        return []

    def _check_one_by_one(self, numbers: deque[int]) -> None:
        """So that one that can't be checked hinders no other."""
        while numbers:
            with self._pool(1) as pool:
                while numbers:
                    number = numbers.popleft()
                    try:
                        self._take([number], self._submit(pool, [number]).result())
                    except BrokenProcessPool:
                        self._take([number], [Unread((_died(self.paths[number]),))])
                        break

    def _take(self, chunk: Chunk, outcomes: Sequence[Outcome]) -> None:
        self.outcomes.update(zip(chunk, outcomes, strict=True))
        self.tell(outcomes)

    def _submit(self, pool: ProcessPoolExecutor, chunk: Chunk) -> Future[list[Outcome]]:
        with held(signal.SIGINT):  # Ctrl-C goes to all processes of a terminal; workers are not to speak of it
            return pool.submit(_check_all, [self.paths[number] for number in chunk])

    @contextmanager
    def _pool(self, jobs: int) -> Iterator[ProcessPoolExecutor]:
        others = set(active_children())
        pool = ProcessPoolExecutor(jobs, get_context(start_method()), _begin, (self.make_checker,))
        try:
            yield pool
        except BaseException:  # nobody waits for what is still being checked
            for worker in set(active_children()) - others:
                worker.terminate()
            raise
        finally:
            pool.shutdown(cancel_futures=True)


def start_method() -> str:
    """A fork has everything that this process has made ready; with other threads, and beyond Linux, it isn't safe."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _chunks(numbers: Sequence[int], sizes: Sequence[int], jobs: int) -> list[Chunk]:
    """The largest first, so that none is begun when the other workers have ended."""
    least, most = _BYTES_OF_A_CHUNK
    fill = min(max(sum(sizes) // (jobs * _CHUNKS_PER_WORKER), least), most, sum(sizes) // jobs)
    chunks: list[tuple[int, Chunk]] = []
    for number, size in zip(numbers, sizes, strict=True):
        filled, chunk = chunks[-1] if chunks else (fill, [])
        if filled + size > fill or len(chunk) == _FILES_OF_A_CHUNK:
            chunks.append((size, [number]))
        else:
            chunks[-1] = (filled + size, [*chunk, number])
    return [chunk for _, chunk in sorted(chunks, key=lambda each: each[0], reverse=True)]


def _died(path: str) -> Problem:
    hint = "it may take more memory than there is: cut it into smaller files, or leave it out with 'exclude:'"
    return Problem("not checked: the process that checked it was ended by the system", path, hint=hint)


# in the workers ------------------------------------------------------------------------------------------------------

_checkers: Final[list[Checker]] = []
"""This worker's one."""


def _begin(make_checker: Callable[[], Checker]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with held(signal.SIGTERM):  # it is for the thread that checks
        threading.Thread(target=_end_with_parent, daemon=True).start()
    _checkers[:] = [make_checker()]


def _end_with_parent() -> None:
    """Nothing else tells a worker that waits for files that nobody is left to hand it any."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def _check_all(paths: Sequence[str]) -> list[Outcome]:
    return [_checkers[0].check(path) for path in paths]
