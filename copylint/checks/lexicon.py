"""Many words and phrases found at the price of one look-up a word: lists of thousands of pairs stay cheap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

import regex

from copylint.checks.words import PLAIN, folded
from copylint.expressions import expression

_WORD: Final = expression(r"(?!(?<=\w['’])[sS]\b)[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*")
"""A possessive's ending is no part of its word: a list that has 'goverment' finds "goverment's"."""
_JOINTS: Final = frozenset((" ", "-", "'s ", "'s-"))
"""What may stand between the words of a phrase; a no-break space counts as a space."""
_TAILS: Final = frozenset(("", "'s"))
_PARAGRAPHS_REMEMBERED: Final = 1024
"""Every rule with a list asks for the words of the same paragraphs, one rule after the other."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True)
class Found:
    """An entry of the list where it stands in a text."""

    entry: str
    """As the list has it."""
    start: int
    end: int


class Lexicon:
    """Words and phrases that `can_hold` admits: of letters and apostrophes, joined by spaces or hyphens.

    As in any rule, a lower-case word stands for any case, one with capitals for itself and for ALL CAPS.
    """

    def __init__(self, entries: Iterable[str]) -> None:
        by_first_word: dict[str, list[str]] = defaultdict(list)
        for entry in entries:
            by_first_word[_first_word(entry)].append(entry)
        self._by_first_word = by_first_word
        self._phrases: dict[str, tuple[_Phrase, ...]] = {}

    def find(self, text: str) -> Iterator[Found]:
        """Each entry that stands in the text, in the text's order; of two that begin at one word the longer first."""
        words, vocabulary = words_of(text)
        if vocabulary.isdisjoint(self._by_first_word):
            return
        for index, word in enumerate(words):
            for phrase in self._beginning_with(word.folded):
                end = phrase.end_in(text, words, index)
                if end is not None:
                    yield Found(phrase.entry, word.start, end)

    def _beginning_with(self, word: str) -> tuple[_Phrase, ...]:
        """The entries of that first word, the longest first. Of thousands few are ever asked for, so they wait."""
        if word not in self._by_first_word:
            return ()
        if word not in self._phrases:
            entries = sorted(self._by_first_word[word], key=len, reverse=True)
            self._phrases[word] = tuple(map(_phrase, entries))
        return self._phrases[word]


def can_hold(entry: str) -> bool:
    """Whether a lexicon can find the word or phrase."""
    words = list(_WORD.finditer(entry))
    if not words or words[0].start():
        return False
    return _tail(entry, words) in _TAILS and all(joint in _JOINTS for joint in _joints(entry, words))


@lru_cache(maxsize=_PARAGRAPHS_REMEMBERED)
def words_of(text: str) -> tuple[tuple[Word, ...], frozenset[str]]:
    """The words of a text in their order, and which it has."""
    words = tuple(Word(folded(found[0]), *found.span()) for found in _WORD.finditer(text))
    return words, frozenset(word.folded for word in words)


@dataclass(frozen=True)
class _Phrase:
    entry: str
    words: tuple[str, ...]
    """Folded."""
    written: tuple[str, ...]
    joints: tuple[str, ...]
    tail: str

    def end_in(self, text: str, words: tuple[Word, ...], index: int) -> int | None:
        """Where the phrase ends if it stands in the text from the word of that index on."""
        stands = words[index : index + len(self.words)]
        if tuple(word.folded for word in stands) != self.words:
            return None
        if not all(_in_case(text[word.start : word.end], own) for word, own in zip(stands, self.written, strict=True)):
            return None
        if any(
            folded(text[left.end : right.start]) != joint
            for (left, right), joint in zip(pairwise(stands), self.joints, strict=True)
        ):
            return None
        end = stands[-1].end + len(self.tail)
        return end if folded(text[stands[-1].end : end]) == self.tail else None


def _first_word(entry: str) -> str:
    return entry.lower() if entry.isalpha() else folded(next(_WORD.finditer(entry))[0])


def _phrase(entry: str) -> _Phrase:
    words = list(_WORD.finditer(entry))
    written = tuple(word[0] for word in words)
    return _Phrase(entry, tuple(map(folded, written)), written, _joints(entry, words), _tail(entry, words))


def _joints(entry: str, words: list[regex.Match[str]]) -> tuple[str, ...]:
    return tuple(folded(entry[left.end() : right.start()]) for left, right in pairwise(words))


def _tail(entry: str, words: list[regex.Match[str]]) -> str:
    return folded(entry[words[-1].end() :])


def _in_case(word: str, written: str) -> bool:
    return written == written.lower() or word.translate(PLAIN) in (written, written.upper())
