"""Which texts are nearly alike, found without comparing each with every other.

Texts that share enough words also share some of their rarest pairs of words; only those that do are compared, and each
with a bounded number of others. So the work grows with the length of the texts, not with the square of their number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import field
from heapq import nsmallest
from itertools import pairwise
from typing import Final
from zlib import crc32

from copylint.expressions import expression
from copylint.values import dataclass

_WORD: Final = expression(r"[^\W_]+(?:['’.,:/-][^\W_]+)*")
_BARE_WORD: Final = expression(r"[^\W_]+")

_SKETCH: Final = 12
"""How many pairs of words stand for a text."""
_NEIGHBOURS: Final = 4
"""How many texts with the same pair of words a text is compared with."""
_LONGEST: Final = 2000
"""Longer texts are not compared, in words: the time for one comparison grows with the square of their length."""
_NUMBERS_THAT_MAY_DIFFER: Final = 2


def words_of(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text))


def without_residue(text: str) -> str:
    """The text's words alone, in small letters: pipes, marks, spaces and case don't count."""
    return " ".join(_BARE_WORD.findall(text.casefold()))


@dataclass
class NearlyAlike:
    """Takes texts in the order of the story and says which earlier one each is nearly like."""

    share: float
    """How much of two texts must be the same, from 0 to 1."""
    numbers_may_differ: bool
    comparisons: int = 0
    """How many pairs of texts were compared so far."""
    _texts: list[tuple[str, ...]] = field(default_factory=list)
    _by_pair: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, words: tuple[str, ...]) -> int | None:
        """The number of the first earlier text that this one is nearly like; texts are numbered from 0."""
        index = len(self._texts)
        self._texts.append(words)
        if len(words) > _LONGEST:
            return None
        sketch = _sketch(words)
        alike = next((other for other in self._candidates(sketch) if self._is_alike(self._texts[other], words)), None)
        for pair in sketch:
            if len(self._by_pair[pair]) < _NEIGHBOURS:
                self._by_pair[pair].append(index)
        return alike

    def _candidates(self, sketch: Sequence[int]) -> list[int]:
        return sorted({other for pair in sketch for other in self._by_pair.get(pair, ())})

    def _is_alike(self, earlier: tuple[str, ...], later: tuple[str, ...]) -> bool:
        if min(len(earlier), len(later)) < self.share * max(len(earlier), len(later)):
            return False
        self.comparisons += 1
        return differ_by_a_slip(earlier, later, self.share, numbers_may_differ=self.numbers_may_differ)


def most_new_words(count: int, share: float) -> float:
    """How many of a text's words an earlier text that is so much alike can lack.

    The shorter of the two has at least that share of the longer one's words, and of both together that share is the
    same. One more, as words are not counted here as they are there.
    """
    return (1 - share * (1 + share) / 2) * count + 1


def differ_by_a_slip(
    earlier: Sequence[str], later: Sequence[str], share: float, *, numbers_may_differ: bool = False
) -> bool:
    """Whether two versions of one text stand there: spellings and small words differ, but no name, day or other word.

    'Ann Lee in 2019' and 'Ann Lee in 2020' are two texts on purpose.
    """
    from rapidfuzz.distance import Indel, Levenshtein  # noqa: PLC0415 - most stories need no comparison

    folded = [word.casefold() for word in earlier], [word.casefold() for word in later]
    if Indel.normalized_similarity(*folded, score_cutoff=share) < share:
        return False
    numbers = 0
    for change in Levenshtein.opcodes(*folded):
        before = earlier[change.src_start : change.src_end]
        after = later[change.dest_start : change.dest_end]
        if change.tag == "replace":
            for left, right in zip(before, after, strict=True):
                if _is_number(left) and _is_number(right):
                    numbers += 1
                elif not _is_slip(left, right):
                    return False
        elif change.tag != "equal" and not all(word.islower() for word in (*before, *after)):
            return False
    return numbers <= (_NUMBERS_THAT_MAY_DIFFER if numbers_may_differ else 0)


def _is_slip(left: str, right: str) -> bool:
    """Two spellings or forms of one word: 'Emanuel' and 'Emmanuel', not 'eastern' and 'western'."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - see above

    left, right = left.casefold(), right.casefold()
    shorter = min(len(left), len(right))
    if left[0] != right[0] or shorter < 4 or any(map(str.isdigit, left + right)):
        return False
    return OSA.distance(left, right) <= (2 if shorter >= 8 else 1)


def _is_number(word: str) -> bool:
    return word[0].isdigit()


def _sketch(words: Sequence[str]) -> list[int]:
    """The pairs of neighbouring words with the smallest hashes: for alike texts mostly the same ones.

    The hash must not differ between runs, so it isn't Python's own.
    """
    folded = [word.casefold() for word in words]
    pairs = (f"{left} {right}".encode("utf-8", "surrogatepass") for left, right in pairwise(folded))
    return nsmallest(_SKETCH, {crc32(pair) for pair in pairs})
