"""Shipped packs as loading leaves them: written when the wheel is built, so that a first run reads no YAML.

Such a file lies in its pack's folder and counts only while the rule files beside it are what it was made of. A checkout
has none. It holds a pack's plain values and nothing that depends on versions of `regex` or of Python.
"""

from __future__ import annotations

import io
import pickle
from hashlib import blake2b
from pathlib import Path
from typing import Final

import copylint
from copylint.ruleset import files, pairs
from copylint.ruleset.model import Pack

FILE: Final = "pack.loaded"

_FORMAT: Final = 1
_DIGEST_SIZE: Final = 16


def data_of(pack: Pack) -> bytes:
    """What `stored_pack` reads, for a pack that was loaded from its folder just now."""
    folder = Path(pack.path)
    stream = io.BytesIO()
    _Writer(stream, folder).dump(pack)
    return _key(folder) + stream.getvalue()


def stored_pack(folder: Path) -> Pack | None:
    """The pack of a shipped folder; None where nothing is stored of it as it is now.

    Only for folders that come with the program: unpickling runs what the file says.
    """
    path = folder / FILE
    if not files.is_file(path):
        return None
    try:
        data, key = path.read_bytes(), _key(folder)
        pack = _Reader(io.BytesIO(data[len(key) :]), folder).load() if data.startswith(key) else None
    except Exception:  # noqa: BLE001 - a damaged file can raise anything, and the rule files say the same
        return None
    return pack if isinstance(pack, Pack) else None


def _key(folder: Path) -> bytes:
    """Of this version of the program and everything that the pack is read from."""
    digest = blake2b(f"{_FORMAT} {copylint.__version__}".encode(), digest_size=_DIGEST_SIZE)
    for path in sorted(folder.iterdir()):
        if path.suffix in (*files.SUFFIXES, pairs.SUFFIX):
            content = path.read_bytes()
            digest.update(f"\0{path.name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.digest()


class _Writer(pickle.Pickler):
    """Writes the paths of the folder and its files as names, since they depend on where the program is installed."""

    def __init__(self, stream: io.BytesIO, folder: Path) -> None:
        super().__init__(stream, pickle.HIGHEST_PROTOCOL)
        self._names = {files.shown(path): path.name for path in folder.iterdir()}
        self._names[files.shown(folder)] = "."

    def persistent_id(self, value: object) -> str | None:
        return self._names.get(value) if isinstance(value, str) else None


class _Reader(pickle.Unpickler):
    def __init__(self, stream: io.BytesIO, folder: Path) -> None:
        super().__init__(stream)
        self._folder = folder
        self._paths: dict[str, str] = {}

    def persistent_load(self, name: str) -> str:
        if name not in self._paths:
            self._paths[name] = files.shown(self._folder / name)
        return self._paths[name]
