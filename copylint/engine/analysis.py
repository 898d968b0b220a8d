"""What the engine must know of a rule before its check runs; for shipped rules worked out when the wheel is built.

Reading a pattern to the end to find what it needs takes longer than compiling it, so a first run takes what was found.
"""

from __future__ import annotations

import io
import pickle
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import blake2b
from typing import Final

import copylint
from copylint.checks.model import Check, Level
from copylint.engine.requirement import Requirement
from copylint.ruleset.model import Rule
from copylint.values import dataclass

FILE: Final = "rules.analysed"

_FORMAT: Final = 1
_DIGEST_SIZE: Final = 16


@dataclass(frozen=True)
class Analysis:
    level: Level
    """What its check sees at a time: a segment, the document, or a line of the source."""
    requirement: Requirement
    """What must stand in a text for it to find anything there."""


def analysed(check: Check) -> Analysis:
    from copylint.engine.derivation import requirement  # noqa: PLC0415 - not needed when rules come from the cache

    return Analysis(check.level, requirement(check.needs))


def data_of(analyses: Iterable[tuple[Rule, Analysis]]) -> bytes:
    """What `shipped_analysis` looks rules up in."""
    stream = io.BytesIO(_version())
    stream.seek(_DIGEST_SIZE)
    _Writer(stream, pickle.HIGHEST_PROTOCOL).dump({_key(rule): analysis for rule, analysis in analyses})
    return stream.getvalue()


def shipped_analysis(rule: Rule) -> Analysis | None:
    """A shipped rule's, as long as nobody has changed what its check goes by."""
    known = _shipped()
    return known.get(_key(rule)) if known else None


@cache
def _shipped() -> Mapping[bytes, Analysis]:
    """Empty in a checkout."""
    from copylint.ruleset.files import shipped_folder  # noqa: PLC0415 - not needed when rules come from the cache

    try:
        stream = io.BytesIO((shipped_folder() / FILE).read_bytes())
        found = _Reader(stream).load() if stream.read(_DIGEST_SIZE) == _version() else {}
    except Exception:  # noqa: BLE001 - a damaged file can raise anything, and the analysis is only made anew
        return {}
    return found if isinstance(found, dict) else {}


def _version() -> bytes:
    return blake2b(f"{_FORMAT} {copylint.__version__}".encode(), digest_size=_DIGEST_SIZE).digest()


def _key(rule: Rule) -> bytes:
    """Of everything that its check is made of."""
    goes_by = (rule.check, rule.options, rule.text, rule.fix)
    return blake2b(repr(goes_by).encode("utf-8", "surrogatepass"), digest_size=_DIGEST_SIZE).digest()


class _Writer(pickle.Pickler):
    """Writes sets in order, and each literal once, so that the same tree always makes the same wheel."""

    def persistent_id(self, value: object) -> list[str] | None:
        return sorted(map(sys.intern, value)) if isinstance(value, frozenset) else None


class _Reader(pickle.Unpickler):
    def persistent_load(self, members: list[str]) -> frozenset[str]:
        return frozenset(members)
