"""The package's own expressions, kept compiled in the cache from run to run."""

from __future__ import annotations

import pickle
import sys
from typing import Final

import regex

import copylint
from copylint import expressions
from copylint.config.cache_folder import CacheFolder

_RECORD: Final = "expressions"
_VERSIONS: Final = (1, copylint.__version__, sys.version, regex.__version__)
"""What a compiled expression depends on, besides itself."""


def use(cache: CacheFolder) -> None:
    """Takes those that earlier runs had to compile."""
    expressions.use_kept(_kept(cache))


def keep(cache: CacheFolder) -> None:
    """Adds those that this run had to compile; where they can't be written, the next run compiles them, too."""
    compiled = expressions.compiled_here()
    if compiled:
        try:
            cache.write(_RECORD, pickle.dumps((_VERSIONS, _kept(cache) | compiled), pickle.HIGHEST_PROTOCOL))
        except OSError:
            return


def _kept(cache: CacheFolder) -> dict[expressions.Key, bytes]:
    """None of another version, nor of a damaged record."""
    record = cache.read(_RECORD)
    try:
        versions, kept = pickle.loads(record) if record else (None, {})  # noqa: S301 - the folder is the user's alone
    except Exception:  # noqa: BLE001 - a damaged record can raise anything, and means only that there is none
        return {}
    return kept if versions == _VERSIONS and isinstance(kept, dict) else {}
