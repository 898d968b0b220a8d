"""Words that differ by a letter or so, and may be one name."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from copylint.checks.person_names import folded_name
from copylint.expressions import expression

LONG: Final = 8
"""Letters: a long word is no other one by chance."""
_SKY: Final = expression(r"(?<=[sc]k)(?:yy|iy|ii|yi|y|i)$")
_TWICE: Final = expression(r"(.)\1")


def near_pairs(words: Iterable[str], surnames: Container[str]) -> list[tuple[str, str]]:
    """Pairs a letter apart of which one is a person's surname, folded, or both are long."""
    pairs = {tuple(sorted(pair)) for pair in (*_near_surnames(list(words), surnames), *_near_long_words(words))}
    return [(one, other) for one, other in sorted(pairs) if distance(one, other) == 1 or are_sky(one, other)]


def _near_surnames(words: Sequence[str], surnames: Container[str]) -> Iterator[tuple[str, str]]:
    """Each surname with the words of its first letter and about its length that may be it."""
    alike: dict[tuple[str, int], list[str]] = {}
    for word in words:
        alike.setdefault((word[0], len(word)), []).append(word)
    for word in words:
        if folded_name(word) in surnames:
            for length in (len(word) - 1, len(word), len(word) + 1):
                others = alike.get((word[0], length), ())
                yield from ((word, other) for other in others if other != word and _may_be_near(word, other))


def _may_be_near(one: str, other: str) -> bool:
    """Whether no more than two letters of the longer stand between what both begin and end with."""
    shorter = min(len(one), len(other))
    begin = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    end = next((at for at in range(shorter - begin) if one[-1 - at] != other[-1 - at]), shorter - begin)
    return max(len(one), len(other)) - begin - end <= 2


def _near_long_words(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Those of the same letters, or that differ in a doubled one; see `name_spellings._is_one_long_name`."""
    alike: dict[str, list[str]] = {}
    for word in words:
        if len(word) >= LONG:
            for key in ("".join(sorted(word)), squeezed(word)):
                alike.setdefault(key, []).append(word)
    for group in alike.values():
        yield from combinations(sorted(set(group))[:8], 2)


def distance(one: str, other: str) -> int:
    """How many letters must be changed, added, dropped or exchanged with their neighbour (OSA)."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only for stories with two names that may be one

    return int(OSA.distance(one, other))


def are_sky(one: str, other: str) -> bool:
    """Zelensky, Zelenskyy and Zelenskiy."""
    return one != other and bool(_SKY.search(one)) and _SKY.sub("", one) == _SKY.sub("", other)


def squeezed(word: str) -> str:
    return _TWICE.sub(r"\1", word)
