"""Where the sentences of a paragraph begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from copylint.expressions import expression

_END: Final = expression(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W\d_a-z])")
_LAST_WORD: Final = expression(r"(\w+(?:\.\w+)*)\.$")
_ABBREVIATIONS: Final = frozenset(
    """
    mr mrs ms dr prof st sen rep gov gen lt col sgt capt jr sr no vs inc corp co ltd u.s u.k u.n e.u a.m p.m
    jan feb mar apr jun jul aug sept sep oct nov dec
    """.split()  # noqa: SIM905 - a list of forty one-word strings is harder to read
)


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """`[start, end)` of each sentence, its closing marks included. A stop behind 'Mr' or an initial ends none.

    Several rules ask for those of each paragraph, so they are remembered for about as long as one story takes.
    """
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _END.finditer(text):
        word = _LAST_WORD.search(text[max(end.start() - 12, 0) : end.start() + 1])
        if word and (_is_initial(word[1]) or word[1].casefold() in _ABBREVIATIONS):
            continue
        stop = end.start() + len(end[0].rstrip())
        yield start, stop
        start = end.end()
    if start < len(text):
        yield start, len(text)


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isalpha()
