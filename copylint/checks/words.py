"""Plain words as exact patterns: what a rule file means by the words that it lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

_LOOSE: Final = {" ": "[ \u00a0\u202f]", "'": "['’]", "’": "['’]"}
"""A space may be a no-break space in copy, an apostrophe straight or curly."""
PLAIN: Final = {ord("\u00a0"): " ", ord("\u202f"): " ", ord("’"): "'"}


def phrase_pattern(words: Sequence[str]) -> regex.Pattern[str]:
    """A pattern that finds every one of the words or phrases, where two begin at one place the longer."""
    return regex.compile(phrases(words))


def phrases(words: Sequence[str]) -> str:
    """The same as a regular expression without groups of its own."""
    ordered = sorted(dict.fromkeys(words), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(phrase(each) for each in ordered) + ")"


def phrase(text: str) -> str:
    """One phrase between its boundaries. Each word of it has its own case: 'chicken Kiev' also finds 'Chicken KIEV'."""
    words = _LOOSE[" "].join(_in_its_case(word) for word in text.split(" "))
    return _boundary_before(text[0]) + words + _boundary_after(text[-1])


def literal(text: str) -> str:
    """The characters of a text, whatever they mean in a regular expression."""
    return "".join(_LOOSE.get(char) or regex.escape(char, special_only=True) for char in text)


def one_of(texts: Sequence[str]) -> str:
    """Any of the texts in any case, as a regular expression; where two begin at one place, the earlier in the list.

    A search through hundreds of names takes a third of the time when they are grouped by their first letters.
    """
    groups: dict[str, list[str]] = {}
    for text in texts:
        groups.setdefault(folded(text[0]), []).append(literal(text[1:]))
    return "|".join(f"{literal(first)}(?:{'|'.join(rests)})" for first, rests in groups.items())


def folded(text: str) -> str:
    """The text without case and with plain spaces and apostrophes, to look a found word up by."""
    return text.translate(PLAIN).casefold()


def in_case_of(found: str, wrong: str, right: str) -> str:
    """`right` as it stands in place of `found`, which is the rule's `wrong` in some case: KIEV becomes KYIV."""
    if found.isupper() and not wrong.isupper() and len(found) > 1:
        return right.upper()
    if found[0].isupper() and not wrong[0].isupper():
        return right[:1].upper() + right[1:]
    return right


def _in_its_case(word: str) -> str:
    """A lower-case word in any case; a word with capitals as written and in capitals only."""
    if word == word.lower():
        return f"(?i:{literal(word)})" if word != word.upper() else literal(word)
    return "(?:" + "|".join(literal(form) for form in dict.fromkeys((word, word.upper()))) + ")"


def _boundary_before(char: str) -> str:
    """A word or figure is no part of a longer one; punctuation needs no boundary."""
    if char.isdigit():
        return r"(?<!\w|\d[./,:])"
    return r"(?<!\w)" if _is_word(char) else ""


def _boundary_after(char: str) -> str:
    if char.isdigit():
        return r"(?!\w|[./,:]\d)"
    return r"(?!\w)" if _is_word(char) else ""


def _is_word(char: str) -> bool:
    return regex.fullmatch(r"\w", char) is not None
