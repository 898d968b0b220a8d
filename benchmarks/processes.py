"""What a whole process costs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_MEASURED: Final = Path(__file__).with_name("measured.py")
_OURS: Final = ("COPYLINT_", "PYTHON", "VALE_")
"""What somebody set for other runs says nothing about these: without bytecode, Python starts at half the speed."""


class KilledError(RuntimeError):
    """A process didn't end by itself."""


@dataclass(frozen=True)
class Usage:
    """What one run took, and what it said."""

    seconds: float
    """Of the CPU."""
    bytes_at_most: int
    """Of memory, in the largest of its processes."""
    code: int
    """What it ended with."""
    report: str

    @property
    def lines(self) -> int:
        return self.report.count("\n")


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Usage:
    """Raises KilledError where it was ended by a signal, and RuntimeError where it ended with a traceback."""
    output = folder / "output"
    result = subprocess.run(
        [sys.executable, "-IS", _MEASURED, output, *command],
        cwd=folder,
        env={**inherited(), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    code, seconds, size = result.stdout.split()
    report = output.read_text("utf-8", "replace")
    if int(code) < 0:
        raise KilledError(f"{command[0]} was ended by signal {-int(code)}")
    if "Traceback (most recent call last)" in report:
        raise RuntimeError(f"{command[0]} ended with {code}:\n{report[-2000:]}")
    return Usage(float(seconds), int(size), int(code), report)


def inherited() -> dict[str, str]:
    """The environment without what would change what is measured."""
    return {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
