"""Many words and phrases found at the price of one look-up a word: lists of thousands of pairs stay cheap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

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


class Word(NamedTuple):
    """A word where it stands."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True)
class Words:
    """The words of a text."""

    in_order: tuple[Word, ...]
    indices: Mapping[str, Sequence[int]]
    """By the folded word: which of them it is."""


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
        by_key_word: dict[str, list[str]] = defaultdict(list)
        for entry in entries:
            by_key_word[_key_word(entry)].append(entry)
        self._by_key_word = by_key_word
        self.key_words = frozenset(by_key_word)
        """Folded: each entry has one of them."""
        self._phrases: dict[str, tuple[_Phrase, ...]] = {}

    def find(self, text: str) -> Iterator[Found]:
        """Each entry that stands in the text, in the text's order; of two that begin at one word the longer first."""
        vocabulary = vocabulary_of(text)
        key_words = vocabulary & self.key_words
        phrases = [
            each for word in key_words for each in self._with_key_word(word) if vocabulary.issuperset(each.words)
        ]
        if phrases:
            words = words_of(text)
            found = [place for phrase in phrases for place in phrase.places(text, words)]
            yield from sorted(found, key=lambda place: (place.start, -len(place.entry)))

    def _with_key_word(self, word: str) -> tuple[_Phrase, ...]:
        """Of thousands of entries few are ever asked for, so they wait."""
        if word not in self._phrases:
            self._phrases[word] = tuple(_phrase(entry, word) for entry in self._by_key_word[word])
        return self._phrases[word]


def can_hold(entry: str) -> bool:
    """Whether a lexicon can find the word or phrase."""
    words = list(_WORD.finditer(entry))
    if not words or words[0].start():
        return False
    return _tail(entry, words) in _TAILS and all(joint in _JOINTS for joint in _joints(entry, words))


@lru_cache(maxsize=_PARAGRAPHS_REMEMBERED)
def vocabulary_of(text: str) -> frozenset[str]:
    """Which words a text has, folded."""
    plain = folded(text)
    if len(plain) == len(text):
        return frozenset(_WORD.findall(plain))
    return frozenset(map(folded, _WORD.findall(text)))


@lru_cache(maxsize=_PARAGRAPHS_REMEMBERED)
def words_of(text: str) -> Words:
    """The words of a text, where they stand."""
    words = tuple(Word(folded(found[0]), *found.span()) for found in _WORD.finditer(text))
    indices: dict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        indices[word.folded].append(index)
    return Words(words, indices)


@dataclass(frozen=True)
class _Phrase:
    entry: str
    words: tuple[str, ...]
    """Folded."""
    key: int
    """Which of them is its key word."""
    written: tuple[str, ...]
    joints: tuple[str, ...]
    tail: str

    def places(self, text: str, words: Words) -> Iterator[Found]:
        """Where the phrase stands in the text that has these words."""
        for index in words.indices[self.words[self.key]]:
            first = index - self.key
            end = self._end_in(text, words.in_order, first) if first >= 0 else None
            if end is not None:
                yield Found(self.entry, words.in_order[first].start, end)

    def _end_in(self, text: str, words: tuple[Word, ...], index: int) -> int | None:
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


def _key_word(entry: str) -> str:
    """The word of an entry that the fewest texts have: the longest is near enough."""
    return entry.lower() if entry.isalpha() else max((folded(found[0]) for found in _WORD.finditer(entry)), key=len)


def _phrase(entry: str, key_word: str) -> _Phrase:
    words = list(_WORD.finditer(entry))
    written = tuple(word[0] for word in words)
    every = tuple(map(folded, written))
    return _Phrase(entry, every, every.index(key_word), written, _joints(entry, words), _tail(entry, words))


def _joints(entry: str, words: list[regex.Match[str]]) -> tuple[str, ...]:
    return tuple(folded(entry[left.end() : right.start()]) for left, right in pairwise(words))


def _tail(entry: str, words: list[regex.Match[str]]) -> str:
    return folded(entry[words[-1].end() :])


def _in_case(word: str, written: str) -> bool:
    return written == written.lower() or word.translate(PLAIN) in (written, written.upper())
