"""First mentions of people: `flag: surname-before-full-name`, `full-name-again`, and names that the body lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from copylint.checks.model import Look, Match
from copylint.checks.name_words import OFFICES, OPENERS
from copylint.checks.person_names import (
    SPEECH,
    Name,
    all_names,
    are_forms_of_one,
    folded_name,
    full_names,
    job_before,
    speaks_of_family,
    starts_a_sentence,
)
from copylint.checks.place_words import PLACE_WORDS
from copylint.document.model import Segment
from copylint.expressions import expression
from copylint.values import dataclass

_ACTS: Final = expression(
    rf" (?:also |later |again |now |\p{{Ll}}+ly )?(?:{SPEECH}|is|was|has|had|will|would|did|does|could|can|may|might"
    r"|must|should|met|went|left|took|made|gave|came|won|lost|led|ran|began|spoke|fled|died|got|saw|held|plans|wants|hopes"
    r"|faces|leaves|refused|\p{Ll}{3,}ed)\b|, (?:who|whose|aged? \d\d|\d\d),? "
    r"|, (?:\p{Ll}[\p{Ll}-]*+ ){1,5}(?:of|at|for|with) \p{Lu}"
)
_SPOKEN_OF: Final = expression(rf"\b(?:{SPEECH}|according to) $")
_CAPITAL_BEFORE: Final = expression(r"(?:\p{Lu}[\p{L}\p{M}'’.-]*|\b(?:von|van|de|der|al|bin|of)) $|[&/@#-]$")
_TITLE_BEFORE: Final = expression(rf"\b(?:{'|'.join(sorted(OFFICES))}|St|Messrs)\.? $|\) $|(?<!\w)\p{{Lu}}\. $")
_CAPITAL_BEHIND: Final = expression(r" (?:\p{Lu}|&|\d)|[-/&@][\p{L}]|\.\p{L}| \(")
_CAPITALISED: Final = expression(r"(?<![\w'’)-])\p{Lu}[\p{L}\p{M}]*+")
_ANY_CAPITALISED: Final = expression(r"(?<!\w)\p{Lu}[\p{L}\p{M}]*+")
_COMPANY_BEHIND: Final = expression(r" (?:\p{Lu}\p{Ll}|\([A-Z.]+\)|shares|stock|executives)|, which")
_SPEAKER: Final = expression(
    r"(?<![\w-])(?P<name>\p{Lu}\p{Ll}{3,}+) "
    r"(?:says|tells|urges|warns|denies|vows|admits|resigns|apologi[sz]es|confirms)\b"
)
_CREDIT: Final = expression(r"(?i)\(?\b(?:photo(?:graph)?s?|picture|image|credit|courtesy|illustration)\b|\s*[/©]")
_FEWEST_WORDS: Final = 60
"""A shorter body is a brief, which leaves people out."""
_LOOK: Final = 40


def surname_before_full_name(look: Look) -> Iterator[Match]:
    """A person acts or speaks by surname in the body before a later sentence gives the full name."""
    body = look.of_part("body")
    order = {id(segment): at for at, segment in enumerate(body)}
    words: dict[str, list[tuple[int, int]]] | None = None
    others: _OtherBearers | None = None
    for persons in people_by_surname(full_names(body)).values():
        first = persons[0]
        if not _is_one_person(persons) or speaks_of_family(first.segment.text, first.start, first.end):
            continue
        words = _words(body) if words is None else words
        lone = _first_lone_mention(first, (order[id(first.segment)], first.start), body, words)
        if lone is None:
            continue
        others = others or _other_bearers(look.segments)
        if others.bear(first.surname):
            continue
        if look.admits(lone.segment, lone.start, lone.end):
            yield Match(lone.place, {"name": first.full}, related=(("the full name", first.place),))


def _words(body: Sequence[Segment]) -> dict[str, list[tuple[int, int]]]:
    """Where each capitalised word begins: which paragraph, and how far in it."""
    words: dict[str, list[tuple[int, int]]] = {}
    for number, segment in enumerate(body):
        for word in _CAPITALISED.finditer(segment.text):
            words.setdefault(word[0], []).append((number, word.start()))
    return words


def _first_lone_mention(
    full: Name, introduced: tuple[int, int], body: Sequence[Segment], words: Mapping[str, Sequence[tuple[int, int]]]
) -> Name | None:
    """Where the surname first acts or speaks alone, unless something introduces it before."""
    first_word = _CAPITALISED.match(full.surname)
    for number, start in words.get(first_word[0] if first_word else "", ()):
        segment, end = body[number], start + len(full.surname)
        if (number, start) >= introduced:
            return None
        if segment.text[start:end] != full.surname or segment.text[end : end + 1].isalnum():
            continue
        if _is_introduced(segment.text, start, end):
            return None
        if acts(segment.text, start, end):
            return Name(segment, start, end, (), full.surname)
    return None


def _is_introduced(text: str, start: int, end: int) -> bool:
    """By a title, a first name, a trade or a relative: 'President Roe', 'the judge Roe', 'his wife, Roe'."""
    before = text[max(start - _LOOK, 0) : start]
    if speaks_of_family(text, start, end) or _CAPITAL_BEHIND.match(text, end) or job_before(text, start):
        return True
    if _TITLE_BEFORE.search(before):
        return True
    return _CAPITAL_BEFORE.search(before) is not None and not starts_a_sentence(text, start)


def acts(text: str, start: int, end: int) -> bool:
    """Whether what follows or goes before is what a person does: 'Roe said', 'told Roe'."""
    return _ACTS.match(text, end) is not None or _SPOKEN_OF.search(text[max(start - _LOOK, 0) : start]) is not None


def people_by_surname(names: Iterable[Name]) -> dict[str, list[Name]]:
    """The names by their folded surnames, each in the story's order."""
    people: dict[str, list[Name]] = {}
    for name in names:
        people.setdefault(name.key, []).append(name)
    return people


def _is_one_person(names: Sequence[Name]) -> bool:
    first = names[0].given[0]
    return all(are_forms_of_one(first, name.given[0]) for name in names)


@dataclass(frozen=True)
class _OtherBearers:
    """Who or what else in a story bears a word: its first names, and where each capitalised word stands."""

    given: frozenset[str]
    places: Mapping[str, Sequence[tuple[Segment, int]]]

    def bear(self, surname: str) -> bool:
        """Whether it is a first name of somebody else, or a word of a company or a place: 'Ford Motor'."""
        first_word = _ANY_CAPITALISED.match(surname)
        places = self.places.get(first_word[0] if first_word else "", ())
        return surname in self.given or any(_is_of_company(segment.text, start, surname) for segment, start in places)


def _other_bearers(segments: Sequence[Segment]) -> _OtherBearers:
    places: dict[str, list[tuple[Segment, int]]] = {}
    for segment in segments:
        for word in _ANY_CAPITALISED.finditer(segment.text):
            places.setdefault(word[0], []).append((segment, word.start()))
    return _OtherBearers(frozenset(name.given[0] for name in all_names(segments) if name.given), places)


def _is_of_company(text: str, start: int, surname: str) -> bool:
    return text.startswith(surname, start) and _COMPANY_BEHIND.match(text, start + len(surname)) is not None


def full_name_again(look: Look) -> Iterator[Match]:
    """A full name that the body has given before."""
    for names in people_by_surname(full_names(look.of_part("body"))).values():
        if len({name.given[0] for name in names}) > 1:
            continue
        first = names[0]
        for name in names[1:]:
            if name.full == first.full and look.admits(name.segment, name.start, name.end):
                yield Match(name.place, {"name": name.surname}, related=((first.full, first.place),))


def headline_name_not_in_body(look: Look) -> Iterator[Match]:
    """A person of the headline whom the body never names."""
    persons: list[Name] = []
    for segment in look.of_part("headline"):
        persons += full_names([segment])
        persons += (Name(segment, *found.span("name"), (), found["name"]) for found in _SPEAKER.finditer(segment.text))
    yield from _absent(persons, look)


def caption_name_not_in_body(look: Look) -> Iterator[Match]:
    """A person of a caption whom the body never names."""
    persons: list[Name] = []
    for segment in look.of_part("caption"):
        credit = _CREDIT.search(segment.text)
        stop = credit.start() if credit else len(segment.text) + 1
        persons += (name for name in full_names([segment]) if name.end < stop)
    yield from _absent(persons, look)


def _absent(names: Sequence[Name], look: Look) -> Iterator[Match]:
    text = folded_name("\n".join(segment.text for segment in look.of_part("body"))) if names else ""
    words = text.split()
    if len(words) < _FEWEST_WORDS:
        return
    known_words = set(words)  # most names stand there as they are, and need no search through the whole text
    for name in names:
        own = [folded_name(word) for word in (name.surname, *name.given) if len(word) > 2]
        if not known_words.isdisjoint(own) or any(word in text for word in own):
            continue
        is_a_name = name.surname not in PLACE_WORDS and name.surname not in OPENERS
        if is_a_name and look.admits(name.segment, name.start, name.end):
            yield Match(name.place, {"name": name.full})
