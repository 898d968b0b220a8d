"""Letters of another alphabet that look like a word's own: a Cyrillic 'а' in 'bank'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from copylint.expressions import expression
from copylint.values import dataclass

_OTHER_ALPHABET: Final = expression("[\u0370-\u04ff]")
_WORD: Final = expression(r"[^\W\d_]{3,}")
_LATIN_FOR: Final = {
    "Cyrillic": dict(zip("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅ", "aeopcyxijshdqwABEKMHOPCTYXIJS", strict=True)),
    "Greek": dict(zip("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX", strict=True)),
}
_LOOK_ALIKES: Final = {
    **{("Latin", script): letters for script, letters in _LATIN_FOR.items()},
    **{(script, "Latin"): {latin: own for own, latin in letters.items()} for script, letters in _LATIN_FOR.items()},
}
"""By the alphabet of the word and that of the stray letter."""


@dataclass(frozen=True)
class MixedWord:
    """A word of one alphabet with a few letters of another that look the same."""

    start: int
    end: int
    mended: str
    script: str
    """The alphabet that the stray letters are of."""
    letter: str
    """The first of them."""


def mixed_words(text: str) -> Iterator[MixedWord]:
    if _OTHER_ALPHABET.search(text) is None:
        return
    for found in _WORD.finditer(text):
        stray = _stray_letters(found[0])
        if stray is not None:
            script, letters = stray
            mended = "".join(letters.get(char, char) for char in found[0])
            yield MixedWord(*found.span(), mended, script, next(filter(letters.get, found[0])))


def _stray_letters(word: str) -> tuple[str, Mapping[str, str]] | None:
    """The alphabet of the few letters of a word that look like another alphabet's, and what to write for them."""
    alphabets = [_alphabet(char) for char in word]
    names = sorted(set(alphabets), key=alphabets.count)
    if len(names) != 2 or alphabets.count(names[0]) * 2 >= len(word):
        return None
    few, many = names
    letters = _LOOK_ALIKES.get((many, few), {})
    stray = "".join(char for char, name in zip(word, alphabets, strict=True) if name == few)
    rest = "".join(char for char, name in zip(word, alphabets, strict=True) if name == many)
    is_ending = word.endswith(stray) and stray.islower() and rest.isupper()  # VIPа: an acronym, declined
    return None if is_ending or not all(char in letters for char in stray) else (few, letters)


def _alphabet(char: str) -> str:
    if char < "\u0250" or "\u1e00" <= char < "\u1f00":
        return "Latin"
    if "\u0370" <= char < "\u0400" or "\u1f00" <= char < "\u2000":
        return "Greek"
    return "Cyrillic" if "\u0400" <= char < "\u0530" else "other"
