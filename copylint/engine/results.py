"""What earlier runs found, so that a file that has not changed is not checked again.

A file is known by a keyed digest of its name and its content; kept are its findings and nothing else of it. They are
spread over a few dozen records, so that a hook that checks one story reads and writes a small one.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

from copylint.config.cache_folder import CacheFolder
from copylint.engine.run import Checked, Outcome, Reading
from copylint.errors import CopylintError
from copylint.source.decode import decode
from copylint.source.excerpt import NOTHING, excerpt
from copylint.source.file_bytes import MEBIBYTE, file_bytes
from copylint.values import dataclass

_FORMAT: Final = 3
_RECORDS: Final = 32
_BYTES_OF_A_RECORD: Final = MEBIBYTE // 2
"""At most, about: what was kept first goes when there is more."""
_SECRET: Final = "secret"  # noqa: S105 - the name of its record
_BYTES_OF_A_SECRET: Final = 32
_BYTES_OF_A_KEY: Final = 16
_BYTES_OF_A_SEAL: Final = 16

Packed = dict[bytes, bytes]
"""What was found in files, by their keys: pickled, so that it costs only where it is wanted; empty for nothing."""


@dataclass(frozen=True)
class Keys:
    """What files are kept under. Without the secret nobody can tell from a key whether it is a certain story's."""

    secret: bytes

    def key_of(self, path: str, data: bytes) -> bytes:
        """A file's name can decide how it is read; the folder that it lies in can't."""
        name = os.fsencode(os.path.basename(path))  # noqa: PTH119 - an archive has many files, and a Path takes longer
        digest = blake2b(name + b"\0", digest_size=_BYTES_OF_A_KEY, key=self.secret)
        digest.update(data)
        return digest.digest()

    def seal_of(self, packed: bytes) -> bytes:
        """What tells a record that is damaged, or kept under another secret."""
        return blake2b(packed, digest_size=_BYTES_OF_A_SEAL, key=self.secret).digest()


class Results:
    """The findings of earlier runs with the same rules, settings and versions."""

    def __init__(self, folder: CacheFolder, keys: Keys, reading: Reading, *, is_new: bool = False) -> None:
        """`is_new` says that there was no earlier run."""
        self.keys = keys
        self._folder = folder
        self._reading = reading
        self._is_new = is_new
        self._records: dict[str, Packed] = {}

    def find(self, path: str) -> Checked | None:
        """What the file gave in an earlier run; None where it is new, has changed or can't be read."""
        if self._is_new:
            return None
        try:
            data = file_bytes(path, self._reading.bytes_at_most)
            key = self.keys.key_of(path, data)
            packed = self._record(_record_of(key)).get(key)
            if not packed:
                return None if packed is None else Checked(path, NOTHING)
            findings, counts = pickle.loads(packed)  # noqa: S301 - from the user's own cache, and sealed
            shown = excerpt(decode(path, data, self._reading.encoding), findings) if findings else NOTHING
            return Checked(path, shown, findings, **counts)
        except CopylintError:
            return None

    def keep(self, outcomes: Iterable[Outcome]) -> None:
        """Keeps what a run found in files that have a key: those that nothing hindered it to check."""
        new: dict[str, Packed] = {}
        for each in outcomes:
            if isinstance(each, Checked) and each.key is not None:
                new.setdefault(_record_of(each.key), {})[each.key] = _packed(each)
        for name, packed in new.items():
            # Read anew: another run may have written in the meantime.
            self._write(name, {**self._read(name), **packed})

    def _record(self, name: str) -> Packed:
        if name not in self._records:
            self._records[name] = self._read(name)
        return self._records[name]

    def _read(self, name: str) -> Packed:
        """Nothing, where the record is damaged."""
        stored = self._folder.read(name) or b""
        seal, packed = stored[:_BYTES_OF_A_SEAL], stored[_BYTES_OF_A_SEAL:]
        if seal != self.keys.seal_of(packed):
            return {}
        record: Packed = pickle.loads(packed)  # noqa: S301 - as above
        return record

    def _write(self, name: str, record: Packed) -> None:
        surplus = sum(map(len, record.values())) + _BYTES_OF_A_KEY * len(record) - _BYTES_OF_A_RECORD
        while surplus > 0:
            oldest = next(iter(record))
            surplus -= len(record.pop(oldest)) + _BYTES_OF_A_KEY
        packed = pickle.dumps(record, pickle.HIGHEST_PROTOCOL)
        try:
            self._folder.write(name, self.keys.seal_of(packed) + packed)
        except OSError:
            return  # the next run checks these files again


def results(cache: CacheFolder, goes_by: object, reading: Reading) -> Results | None:
    """What is kept of runs that go by the same and read files in the same way; None where the cache can't be used.

    `goes_by` is all else that findings come from, in a form that `repr` tells apart.
    """
    name = blake2b(repr((_FORMAT, goes_by, reading)).encode(), digest_size=16).hexdigest()
    try:
        folder = cache.folder(name)
        secret = folder.read(_SECRET)
        if secret is not None and len(secret) == _BYTES_OF_A_SECRET:
            return Results(folder, Keys(secret), reading)
        secret = os.urandom(_BYTES_OF_A_SECRET)
        folder.write(_SECRET, secret)
    except OSError:
        return None
    return Results(folder, Keys(secret), reading, is_new=True)


def _record_of(key: bytes) -> str:
    return f"{key[0] % _RECORDS:02}"


def _packed(checked: Checked) -> bytes:
    if not checked.findings and checked.holds_story and not checked.suppressed:
        return b""
    counts = {"holds_story": checked.holds_story, "suppressed": checked.suppressed}
    return pickle.dumps((checked.findings, counts), pickle.HIGHEST_PROTOCOL)
