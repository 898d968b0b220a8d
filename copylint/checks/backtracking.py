"""How much a search can try in the worst case: which patterns are quick on a paragraph without being watched.

A search with a time limit takes about 2 microseconds more (measured with `regex` 2026.11.19: the limit is in CPU time,
which only the kernel can tell), as much as most searches of a paragraph take in all. A pattern that has few ways to match
at one place needs no limit.
"""

from __future__ import annotations

from functools import lru_cache
from math import prod
from typing import Final

import regex

LONGEST: Final = 1000
"""Of the texts that are searched without a limit, in code points; few paragraphs are longer."""
_STEPS_AT_MOST: Final = 5_000_000.0
"""Of one search; they take about a tenth of a second."""
_ENDLESS: Final = float("inf")

_TOKEN: Final = regex.compile(
    r"""(?P<escape>\\(?:[pPN]\{[^}]*\}|g<\w+>|.))
      | (?P<set>\[\^?\]?(?:\\.|\[:[^]]*:\]|[^]\\])*\])
      | (?P<open>\((?:\?(?:P?<[A-Za-z_]\w*>|<?[=!]|>|\||[aimsuw-]*:|P=\w+|[aimsuw-]+(?=\))|(?P<unknown>)))?)
      | (?P<close>\))
      | (?P<bar>\|)
      | (?P<repeat>(?:[*+?]|\{(?P<least>\d*)(?P<to>,(?P<most>\d*))?\})(?P<mode>[+?]?))
      | (?P<character>.)""",
    regex.VERBOSE | regex.DOTALL,
)


def is_surely_quick(pattern: regex.Pattern[str], text: str) -> bool:
    """Whether the search through the text needs no time limit."""
    return len(text) <= LONGEST and len(text) * _ways(pattern.pattern) <= _STEPS_AT_MOST


@lru_cache(maxsize=4096)
def _ways(pattern: str) -> float:
    """In how many ways it can match at one place of the longest text, at most."""
    branches: list[list[list[float]]] = [[[]]]
    for token in _TOKEN.finditer(pattern):
        kind = token.lastgroup
        if token["unknown"] is not None:
            return _ENDLESS  # a condition, a call of a group, white space that means nothing
        if token["open"] is not None:
            branches.append([[]])
        elif kind == "close":
            if len(branches) == 1:
                return _ENDLESS
            group = branches.pop()
            branches[-1][-1].append(sum(map(prod, group)))
        elif kind == "bar":
            branches[-1].append([])
        elif token["repeat"] is not None and branches[-1][-1]:
            branches[-1][-1].append(_repeated(branches[-1][-1].pop(), token))
        else:
            branches[-1][-1].append(1.0)
    return sum(map(prod, branches[0]))


def _repeated(ways: float, repeat: regex.Match[str]) -> float:
    """One way for each count; where what is repeated has several itself, they multiply with each repetition."""
    sign = repeat["repeat"][0]
    least = {"*": 0, "+": 1, "?": 0}.get(sign, int(repeat["least"] or 0))
    most = {"*": LONGEST, "+": LONGEST, "?": 1}.get(sign)
    if most is None:
        most = int(repeat["most"] or LONGEST) if repeat["to"] else least
    if ways == 1:
        return 1.0 if repeat["mode"] == "+" else max(most - least + 1, 1)
    return float(sum(ways**count for count in range(least, most + 1))) if most <= 4 else _ENDLESS
