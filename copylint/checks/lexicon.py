"""Many words and phrases found at the price of one look-up a word: lists of thousands of pairs stay cheap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

import regex

from copylint.checks.words import PLAIN, folded
from copylint.expressions import expression
from copylint.values import dataclass

_WORD: Final = expression(r"(?!(?<=\w['’])[sS]\b)[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*")
"""A possessive's ending is no part of its word: a list that has 'goverment' finds "goverment's"."""
_JOINTS: Final = frozenset((" ", "-", "'s ", "'s-"))
"""What may stand between the words of a phrase; a no-break space counts as a space."""
_TAILS: Final = frozenset(("", "'s"))
_LONGEST: Final = 60
"""Characters beside an entry that can say whether a word begins or ends there."""
_PARAGRAPHS_REMEMBERED: Final = 1024
"""Every rule with a list asks for the words of the same paragraphs, one rule after the other."""


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
            plain = _folded(text)
            found = [place for phrase in phrases for place in phrase.places(text, plain)]
            yield from sorted(found, key=lambda place: (place.start, -len(place.entry)))

    def _with_key_word(self, word: str) -> tuple[_Phrase, ...]:
        """Of thousands of entries few are ever asked for, so they wait."""
        if word not in self._phrases:
            self._phrases[word] = tuple(map(_phrase, self._by_key_word[word]))
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
    return frozenset(_WORD.findall(_folded(text)))


def _folded(text: str) -> str:
    """The text folded character by character, so that each stands where it stood: 'ß' stays."""
    plain = folded(text)
    if len(plain) == len(text):
        return plain
    return "".join(char if len(folded(char)) != 1 else folded(char) for char in text)


@dataclass(frozen=True)
class _Phrase:
    entry: str
    words: tuple[str, ...]
    """Folded, as is the whole."""
    whole: str
    written: tuple[str, ...]

    def places(self, text: str, plain: str) -> Iterator[Found]:
        """Where the phrase stands in a text, which folded is `plain`."""
        start = plain.find(self.whole)
        while start >= 0:
            end = start + len(self.whole)
            if self._stands_in(text, plain, start, end):
                yield Found(self.entry, start, end)
            start = plain.find(self.whole, start + 1)

    def _stands_in(self, text: str, plain: str, start: int, end: int) -> bool:
        """Whether its words are words of the text there, in their case."""
        before = plain.rfind(" ", 0, start) + 1
        words = list(_WORD.finditer(plain, max(before, start - _LONGEST), end + _LONGEST))
        first = next((at for at, found in enumerate(words) if found.start() == start), None)
        stand = words[first : first + len(self.words)] if first is not None else []
        if tuple(found[0] for found in stand) != self.words:
            return False
        return all(_in_case(text[slice(*found.span())], own) for found, own in zip(stand, self.written, strict=True))


def _key_word(entry: str) -> str:
    """The word of an entry that the fewest texts have: the longest is near enough."""
    words: list[str] = _WORD.findall(_folded(entry))
    return max(words, key=len)


def _phrase(entry: str) -> _Phrase:
    whole = _folded(entry)
    return _Phrase(entry, tuple(_WORD.findall(whole)), whole, tuple(_WORD.findall(entry)))


def _joints(entry: str, words: list[regex.Match[str]]) -> tuple[str, ...]:
    return tuple(folded(entry[left.end() : right.start()]) for left, right in pairwise(words))


def _tail(entry: str, words: list[regex.Match[str]]) -> str:
    return folded(entry[words[-1].end() :])


def _in_case(word: str, written: str) -> bool:
    return written == written.lower() or word.translate(PLAIN) in (written, written.upper())
