"""Regular expressions in rule files: word lists filled in, limits held, faults found at their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import regex

from copylint.expressions import expression
from copylint.ruleset.suggestions import closest
from copylint.values import dataclass

CHARACTERS_AT_MOST: Final = 2_000
NESTED_GROUPS_AT_MOST: Final = 50
REFUSED_FLAGS: Final = ("V1", "f", "b", "e", "p", "r", "L")
"""Inline flags that change what a pattern means; fuzzy matching and reverse searching among them."""

LIST_NAME: Final = expression(r"\{([a-z][a-z0-9-]*)\}")
_INLINE_FLAGS: Final = expression(r"\(\?([A-Za-z0-9-]+)[:)]")
_TOKEN: Final = expression(
    r"""(?P<escape>\\[pPN]\{[^}]*\}|\\.)
      | (?P<set>\[\^?\]?(?:\\.|\[:[^]]*:\]|[^]\\])*\])
      | (?P<open>\()
      | (?P<close>\))
      | (?P<repeat>\{\d*,?\d*\})
      | (?P<list>\{[a-z][a-z0-9-]*\})
      | (?P<brace>\{)
      | .""",
    regex.VERBOSE | regex.DOTALL,
)


@dataclass(frozen=True)
class Fault:
    """What is wrong with a pattern, where in it, and what to do about it."""

    message: str
    offset: int = 0
    hint: str | None = None


def filled(pattern: str, lists: Mapping[str, Sequence[str]]) -> str:
    """The pattern with each `{list}` as an alternation, longest words first so that none hides another."""

    def alternation(found: regex.Match[str]) -> str:
        if found.lastgroup != "list":
            return found[0]
        words = sorted(lists[found[0][1:-1]], key=len, reverse=True)
        return "(?:" + "|".join(regex.escape(word, special_only=True) for word in words) + ")"

    return _TOKEN.sub(alternation, pattern)


def faults(pattern: str, lists: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    """Everything that is wrong with a pattern as it stands in the rule file."""
    if len(pattern) > CHARACTERS_AT_MOST:
        yield Fault(f"the pattern has {len(pattern):,} characters; at most {CHARACTERS_AT_MOST:,} are allowed")
        return
    found = [*_structural_faults(pattern, lists), *_flag_faults(pattern)]
    yield from sorted(found, key=lambda fault: fault.offset) or _syntax_faults(pattern)


def _structural_faults(pattern: str, lists: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    depth = 0
    for token in _TOKEN.finditer(pattern):
        depth += {"open": 1, "close": -1}.get(token.lastgroup or "", 0)
        if token.lastgroup == "open" and depth == NESTED_GROUPS_AT_MOST + 1:
            yield Fault(f"groups are nested more than {NESTED_GROUPS_AT_MOST} deep", token.start())
        if token.lastgroup == "list" and token[0][1:-1] not in lists:
            yield _unknown_list(token[0][1:-1], lists, token.start())
        if token.lastgroup == "brace":
            yield Fault("a bare '{' is neither a repeat nor a list", token.start(), r"write '\{' for a brace")


def _flag_faults(pattern: str) -> Iterator[Fault]:
    for token in _TOKEN.finditer(pattern):
        flags = _INLINE_FLAGS.match(pattern, token.start()) if token.lastgroup == "open" else None
        refused = [flag for flag in REFUSED_FLAGS if flags and flag in flags[1]]
        if refused:
            yield Fault(f"the inline flag '{refused[0]}' is not allowed in a rule", token.start() + 2)


def _syntax_faults(pattern: str) -> Iterator[Fault]:
    """What `regex` says of it. Lists stand in as words of the same length, so that its positions hold."""
    stand_in = _TOKEN.sub(
        lambda found: "x" * len(found[0]) if found.lastgroup == "list" else found[0],
        pattern,
    )
    try:
        regex.compile(stand_in)
    except regex.error as error:
        message, position = getattr(error, "msg", str(error)), getattr(error, "pos", None)  # absent from its types
        yield Fault(f"the pattern is broken: {message}", position or 0)
    except (OverflowError, RecursionError, ValueError) as error:
        yield Fault(f"the pattern is broken: {error}")


def _unknown_list(name: str, lists: Mapping[str, Sequence[str]], offset: int) -> Fault:
    hint = closest(name, lists) or "the lists stand under 'pack:' in 'lists:'"
    return Fault(f"there is no list '{name}'", offset, hint)
