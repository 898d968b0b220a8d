"""The user's own folder for what copylint has worked out, so that the next run need not."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from copylint.errors import CopylintError, Problem
from copylint.values import dataclass

_PRIVATE: Final = 0o700
_PRIVATE_FILE: Final = 0o600
_RECORDS_AT_MOST: Final = 64
"""The oldest go when there are more; each is up to a mebibyte."""
_FOLDERS_AT_MOST: Final = 8
"""Likewise."""
_SUFFIX: Final = ".record"
_FOLDER_SUFFIX: Final = ".records"


@dataclass(frozen=True)
class CacheFolder:
    """Records by name, each written under a temporary name first, so that two runs at once never see half of one."""

    path: Path

    def read(self, name: str) -> bytes | None:
        """A record; None where there is none that can be read."""
        try:
            return (self.path / f"{name}{_SUFFIX}").read_bytes()
        except OSError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """Raises OSError where it can't be written; the record is then the old one."""
        # Nobody else writes to this folder, and 'tempfile' takes as long to import as three readers.
        temporary = self.path / f".{os.urandom(8).hex()}{_SUFFIX}"
        try:
            with open(temporary, "xb", opener=_open_for_the_user_alone) as file:
                file.write(data)
            temporary.replace(self.path / f"{name}{_SUFFIX}")
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        self._forget_oldest()

    def folder(self, name: str) -> CacheFolder:
        """A folder of records that are forgotten together. Raises OSError where there can be none."""
        path = self.path / f"{name}{_FOLDER_SUFFIX}"
        if not path.is_dir():
            path.mkdir(mode=_PRIVATE, exist_ok=True)
            for folder in _oldest(self.path.glob(f"*{_FOLDER_SUFFIX}"), _FOLDERS_AT_MOST):
                _delete(folder)
        return CacheFolder(path)

    def clear(self) -> int:
        """Deletes every record; how many there were. What else lies here is not the cache's."""
        return _delete_records(self.path) + sum(map(_delete, self.path.glob(f"*{_FOLDER_SUFFIX}")))

    def _forget_oldest(self) -> None:
        for record in _oldest(self.path.glob(f"*{_SUFFIX}"), _RECORDS_AT_MOST):
            record.unlink(missing_ok=True)


def _open_for_the_user_alone(path: str, flags: int) -> int:
    return os.open(path, flags, _PRIVATE_FILE)


def _delete(folder: Path) -> int:
    """Deletes a folder with its records; how many they were."""
    records = _delete_records(folder)
    with suppress(OSError):  # another run has written to it, or deleted it
        folder.rmdir()
    return records


def _delete_records(folder: Path) -> int:
    records = list(folder.glob(f"*{_SUFFIX}"))
    for record in records:
        record.unlink(missing_ok=True)
    return len(records)


def _oldest(paths: Iterable[Path], kept: int) -> list[Path]:
    """All but so many that changed last."""
    return sorted(paths, key=_changed_at, reverse=True)[kept:]


def _changed_at(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:  # another run has deleted it
        return 0


def cache_folder(environment: Mapping[str, str]) -> CacheFolder:
    """The folder that the environment names, made if it isn't there.

    `COPYLINT_CACHE_DIR`, else `copylint` in `XDG_CACHE_HOME` or in `~/.cache` (XDG Base Directory Specification). It
    must be the user's alone, and lie outside the folder that copylint runs in: a pull request could plant one there.
    Raises CopylintError where it can't be used.
    """
    path = _named(environment)
    inside = path.absolute().is_relative_to(Path.cwd())
    if inside and not Path.home().is_relative_to(Path.cwd()):
        raise _unusable(path, "it lies inside the folder that copylint runs in")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir(mode=_PRIVATE, exist_ok=True)
        status = path.lstat()
    except OSError as error:
        raise _unusable(path, error.strerror or str(error)) from error
    if not stat.S_ISDIR(status.st_mode):
        raise _unusable(path, "it is no folder")
    if hasattr(os, "geteuid") and (status.st_uid != os.geteuid() or status.st_mode & 0o077):
        raise _unusable(path, "others can write or read in it")
    return CacheFolder(path)


def _named(environment: Mapping[str, str]) -> Path:
    own = environment.get("COPYLINT_CACHE_DIR")
    if own:
        return Path(own)
    home = environment.get("XDG_CACHE_HOME")
    # The specification says to ignore a relative one.
    base = Path(home) if home and Path(home).is_absolute() else Path.home() / ".cache"
    return base / "copylint"


def _unusable(path: Path, reason: str) -> CopylintError:
    return CopylintError(Problem(f"the cache isn't used: {reason}", str(path), hint="'--no-cache' runs without one"))
