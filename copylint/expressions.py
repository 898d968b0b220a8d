"""Regular expressions of the package's own, each compiled when it is first used.

There are hundreds, one run needs a part of them, and compiling them all takes longer than checking a story. So the
cache keeps those that a run had to compile: `regex` patterns can be pickled compiled, unlike those of `re`.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from typing import Any, AnyStr, Final, TypeAlias, cast

import regex

Key: TypeAlias = tuple[str | bytes, int]
"""A pattern and its flags."""

_kept: Final[dict[Key, bytes]] = {}
_compiled: Final[dict[Key, regex.Pattern[Any]]] = {}
"""Those that this run had to compile."""


def expression(pattern: AnyStr, flags: int = 0) -> regex.Pattern[AnyStr]:
    """What `regex.compile` gives, but made on its first use."""
    return cast("regex.Pattern[AnyStr]", _Expression(pattern, flags))


def use_kept(kept: Mapping[Key, bytes]) -> None:
    """Takes what `compiled_here` gave in earlier runs of the same versions of Python and `regex`."""
    _kept.update(kept)


def compiled_here() -> dict[Key, bytes]:
    """The expressions that this run had to compile, for the next one."""
    return {key: pickle.dumps(pattern, pickle.HIGHEST_PROTOCOL) for key, pattern in _compiled.items()}


class _Expression:
    """Stands for a compiled pattern: each of its attributes is looked up once, then it is this object's own."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._key: Key = (pattern, flags)

    @property
    def pattern(self) -> str | bytes:
        """Known without compiling it: others are made of it when modules are imported."""
        return self._key[0]

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        value: object = getattr(self._pattern(), name)
        self.__dict__[name] = value
        return value

    def __reduce__(self) -> tuple[Any, ...]:
        return expression, self._key

    def _pattern(self) -> regex.Pattern[Any]:
        if self._key in _kept:
            kept: regex.Pattern[Any] = pickle.loads(_kept[self._key])  # noqa: S301 - from the user's own cache
            return kept
        if self._key not in _compiled:
            _compiled[self._key] = regex.compile(self._key[0], self._key[1])
        return _compiled[self._key]
