"""Reads a file that is to be checked: a regular one, and not too large."""

from __future__ import annotations

import os
import stat
from typing import Final

from copylint.errors import CopylintError, Problem

MEBIBYTE: Final = 1024 * 1024
PATHS_COUNT_FROM: Final = "paths are taken from the folder that copylint runs in"
"""What to do where a named file isn't there."""

_WITHOUT_WAITING: Final = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""For a writer: should a named pipe have come into the file's place, it must not hang the run."""


def file_bytes(path: str, at_most: int) -> bytes:
    """What stands in the file. Raises CopylintError where it can't be read or is too large."""
    try:
        _refuse_special(path, os.stat(path))  # noqa: PTH116 - an archive has many files, and a Path takes longer
        handle = os.open(path, os.O_RDONLY | _WITHOUT_WAITING)
        with open(handle, "rb", buffering=0) as file:  # noqa: PTH123 - it is open already
            status = os.fstat(handle)
            _refuse_special(path, status)
            refuse_too_large(path, status.st_size, at_most)
            data = file.read(status.st_size + 1)
            while len(data) > status.st_size and len(data) <= at_most and (more := file.read(MEBIBYTE)):
                data += more  # it has grown since
    except FileNotFoundError as error:
        raise CopylintError(Problem("there is no such file", path, hint=PATHS_COUNT_FROM)) from error
    except (OSError, ValueError) as error:
        message = getattr(error, "strerror", None) or str(error)
        hint = "make it readable, or leave it out with 'exclude:'"
        raise CopylintError(Problem(f"the file can't be read: {message}", path, hint=hint)) from error
    refuse_too_large(path, len(data), at_most)
    return data


def refuse_too_large(name: str, size: int, at_most: int) -> None:
    if size > at_most:
        limit = f"{round(at_most / MEBIBYTE, 3):g} MiB"
        hint = "'--max-file-size' sets the limit"
        raise CopylintError(Problem(f"not checked: too large (over {limit})", name, hint=hint))


def _refuse_special(name: str, status: os.stat_result) -> None:
    """Pipes, devices and sockets are not opened."""
    if stat.S_ISDIR(status.st_mode):
        raise CopylintError(Problem("a file is needed, and this is a folder", name))
    if not stat.S_ISREG(status.st_mode):
        raise CopylintError(Problem("not checked: this is no regular file", name))
