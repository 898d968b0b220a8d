"""Writes a changed file so that it is the old one or the new one, whatever happens."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from pathlib import Path

from copylint.errors import CopylintError, Problem
from copylint.source.signals import held


def replace_file(path: Path, before: bytes, after: bytes) -> None:
    """Put `after` in the place of `before`; mode, owner and extended attributes stay.

    Raises CopylintError where the file is no longer as it was read, is a hard link, is a link that leads out of the
    working folder, or can't be written.
    """
    try:
        target = _target(path)
        _refuse_unless_the_same(path, target, before)
        with held(signal.SIGTERM):  # or the temporary file would stay
            _write(target, after)
    except (OSError, RuntimeError) as error:  # before Python 3.13 a link in a circle is a RuntimeError
        reason = getattr(error, "strerror", None) or error
        raise CopylintError(Problem(f"the file can't be written: {reason}", str(path))) from error


def put_file(path: Path, data: bytes) -> None:
    """Write a file of copylint's own, be it new or there already; at any time it is the old one or the new one.

    Raises CopylintError where it can't be written.
    """
    try:
        with held(signal.SIGTERM):
            _write(path.resolve(), data)
    except (OSError, RuntimeError) as error:  # as above
        reason = getattr(error, "strerror", None) or error
        hint = "the folder must be there, and you must be allowed to write in it"
        raise CopylintError(Problem(f"the file can't be written: {reason}", str(path), hint=hint)) from error


def _target(path: Path) -> Path:
    """The file itself. A link out of this folder is refused, be it the file or a folder on the way to it."""
    target = path.resolve(strict=True)
    folder = Path.cwd()
    named_inside = Path(os.path.abspath(path)).is_relative_to(folder)  # noqa: PTH100 - absolute() keeps '..'
    if (named_inside or path.is_symlink()) and not target.is_relative_to(folder.resolve()):
        hint = f"check {target} itself"
        raise CopylintError(Problem("not fixed: it is a link that leads out of this folder", str(path), hint=hint))
    return target


def _refuse_unless_the_same(path: Path, target: Path, before: bytes) -> None:
    if target.stat().st_nlink > 1:
        hint = "it would no longer be the same file as its other names"
        raise CopylintError(Problem("not fixed: the file is a hard link", str(path), hint=hint))
    if target.read_bytes() != before:
        hint = "run copylint again"
        raise CopylintError(Problem("not fixed: the file was changed while it was checked", str(path), hint=hint))


def _write(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:50]}.", suffix=".copylint", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if target.exists():
                _keep_attributes(target, temporary)
            else:
                temporary.chmod(0o666 & ~_mask())
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mask() -> int:
    """The rights that this user's new files don't have."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _keep_attributes(target: Path, temporary: Path) -> None:
    """Mode, owner and extended attributes; the times are the change's own."""
    status = target.stat()
    if (status.st_uid, status.st_gid) != (temporary.stat().st_uid, temporary.stat().st_gid):
        os.chown(temporary, status.st_uid, status.st_gid)
    shutil.copystat(target, temporary)
    os.utime(temporary)
