"""The forms of which a story should have one, and the searches that find them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

import regex

from copylint.checks.lexicon import Lexicon, can_hold
from copylint.checks.model import Look, Place
from copylint.checks.scan import scan
from copylint.checks.words import in_case_of, literal, phrase_pattern
from copylint.document.model import Segment
from copylint.expressions import expression
from copylint.values import dataclass

_NUMBER: Final = r"(?<![\w.,])\d(?:[\d.,]*\d)?"
_PLAIN: Final = expression(r"[!-&(-~]+")
"""Letters and marks that have no other form in copy, as a space and an apostrophe have."""
_JOINT: Final = "[ \u00a0\u202f]?"


@dataclass(frozen=True)
class Form:
    """One way to write it."""

    name: str
    """Empty for a mere list of words, which is named by the one that the story has."""
    words: tuple[str, ...] = ()
    pattern: regex.Pattern[str] | None = None
    write: str | None = None
    """What stands in place of another form; without it, the word that belongs to the other one."""

    @property
    def literals(self) -> frozenset[str]:
        """Of each of its words a part that stands in copy as it is, in small letters; empty where one has none."""
        if self.pattern is not None:
            return frozenset()
        parts = [max(_PLAIN.findall(word.lower()), key=len, default="") for word in self.words]
        return frozenset(parts) if all(parts) else frozenset()

    def instead_of(self, other: Form, found: str, word: str) -> str | None:
        if self.write is not None:
            return self.write
        if not self.words or not word:
            return None
        index = other.words.index(word)
        own = self.words[index] if len(self.words) == len(other.words) else self.words[0]
        return in_case_of(found, word, own)


@dataclass(frozen=True)
class Use:
    """A form where it stands; `place` begins with the figure before it, if there must be one."""

    group: int
    form: int
    word: str
    place: Place
    start: int
    """Where the form itself begins, without the space before it."""
    joint: str = ""
    """What stands between figure and form."""

    @property
    def segment(self) -> Segment:
        assert self.place.segment is not None  # noqa: S101 - made below, always with one
        return self.place.segment


Search = Callable[[Segment, Look], Iterator[Use]]


def form_of(given: str | Sequence[str] | Mapping[str, Any]) -> Form:
    if isinstance(given, str):
        return Form(given, (given,))
    if not isinstance(given, Mapping):
        return Form("", tuple(given))
    name = given["name"]
    if ("words" in given) == ("pattern" in given):
        raise ValueError(f"the form '{name}' has either 'words' or a 'pattern'")
    pattern = regex.compile(given["pattern"]) if "pattern" in given else None
    return Form(name, tuple(given.get("words", ())), pattern, given.get("write"))


def searches(groups: Sequence[Sequence[Form]], *, after_number: bool) -> Iterator[Search]:
    """One for all plain words, and one for each form that has others or a pattern."""
    in_lexicon: dict[str, tuple[int, int]] = {}
    for index, forms in enumerate(groups):
        for number, form in enumerate(forms):
            key = (index, number)
            if form.pattern is not None:
                yield _pattern_search(form.pattern, key)
            elif after_number:
                yield _number_search(form, key)
            elif all(map(can_hold, form.words)):
                in_lexicon |= dict.fromkeys(form.words, key)
            else:
                yield _pattern_search(phrase_pattern(form.words), key, form.words)
    if in_lexicon:
        yield _LexiconSearch(Lexicon(in_lexicon), in_lexicon)


@dataclass(frozen=True)
class _LexiconSearch:
    lexicon: Lexicon
    keys: Mapping[str, tuple[int, int]]

    def __call__(self, segment: Segment, look: Look) -> Iterator[Use]:
        end = 0
        for found in self.lexicon.find(segment.text):
            if found.start >= end and look.admits(segment, found.start, found.end):
                end = found.end
                yield Use(*self.keys[found.entry], found.entry, Place(found.start, end, segment), found.start)


def key_words(every: Sequence[Search]) -> frozenset[str] | None:
    """Words of which one stands in each text where any of the searches finds something; None where none need."""
    lexicons = [search.lexicon for search in every if isinstance(search, _LexiconSearch)]
    return frozenset().union(*(each.key_words for each in lexicons)) if len(lexicons) == len(every) else None


def _pattern_search(pattern: regex.Pattern[str], key: tuple[int, int], words: Sequence[str] = ()) -> Search:
    return partial(_uses_of_pattern, pattern, key, words)


def _uses_of_pattern(
    pattern: regex.Pattern[str], key: tuple[int, int], words: Sequence[str], segment: Segment, look: Look
) -> Iterator[Use]:
    for found in scan(pattern, segment.text, lambda start, end: look.admits(segment, start, end)):
        yield Use(*key, _word(found[0], words), Place(*found.span(), segment), found.start())


def _number_search(form: Form, key: tuple[int, int]) -> Search:
    alternatives = "|".join(map(_in_any_case, sorted(form.words, key=len, reverse=True)))
    pattern = regex.compile(rf"{_NUMBER}({_JOINT})({alternatives})")
    return partial(_uses_after_number, pattern, key, form.words)


def _uses_after_number(
    pattern: regex.Pattern[str], key: tuple[int, int], words: Sequence[str], segment: Segment, look: Look
) -> Iterator[Use]:
    for found in scan(pattern, segment.text, lambda start, end: look.admits(segment, start, end)):
        place = Place(*found.span(), segment)
        yield Use(*key, _word(found[2], words), place, found.start(2), found[1])


def _in_any_case(word: str) -> str:
    found = f"(?i:{literal(word)})" if word == word.lower() else literal(word)
    return found + (r"(?!\w)" if word[-1].isalpha() else "")


def _word(found: str, words: Iterable[str]) -> str:
    """Which of the words was found."""
    return next((word for word in words if word.casefold() == found.casefold()), "")
