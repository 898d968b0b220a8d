"""Ages that a year of birth, or another age of the same person, contradicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import regex

from copylint.checks.background import is_masked, story_sentences
from copylint.checks.model import Look, Match, Needs, Place
from copylint.checks.story_day import story_day
from copylint.expressions import expression

_DEATH_WORDS: Final = ("died", "dead", "death", "aged")
_NAMED_AGES: Final = r",\s\d{1,2}(?:,|\s)|\d-year-old\s"
NEEDS: Final = {
    "age-and-birth": Needs((frozenset({"born"}), frozenset({"18", "19", "20"}))),
    "life-dates": Needs((frozenset(_DEATH_WORDS), frozenset({"born", "(1", "(2"}))),
    "two-ages": Needs(patterns=(_NAMED_AGES,)),
}

_AN_AGE: Final = expression(_NAMED_AGES)
_AGE: Final = expression(
    r"(?:(?<=\w),\s(?P<apposed>\d{1,3})(?=,|\.?$|\)|\s(?:and|of|from|who)\b)|\b(?P<hyphened>\d{1,3})-year-old\b"
    r"|\b(?:aged|is|at(?: the age of)?|turns|turned)\s(?P<aged>\d{1,3})"
    r"(?=[,.;)]|\s(?:and|on|in|after|from)\b|$)(?!,\d))"
)
_BORN: Final = expression(
    r"\b(?:was\s)?(?P<word>born)\s(?:(?:on|in|at)\s)?(?:[A-Z][\w.'’-]*,?\s|\d{1,2},?\s|(?:on|in|near|at|of|the|to|and|a)\s){0,8}?"
    r"(?P<year>(?:18|19|20)\d\d)\b"
)
_THEN: Final = expression(
    r"\b(?:when|then|at the time|by the age|before|after|while|was \d+|were|became|when he|since he|until|would have"
    r"|brother|sister|son|daughter|father|mother|wife|husband|grand\w+|children|twins?|couple|parents|whose|both|his|her|married)\b",
    regex.IGNORECASE,
)
_RELATIVE: Final = expression(
    r"\b(?:brother|sister|son|daughter|father|mother|wife|husband|grand\w+|children|twins?|parents|whose)\b",
    regex.IGNORECASE,
)
_YEARS_OF_A_LIFE: Final = expression(r"\((?:born\s)?[12]|\bborn\b")
_LIFE: Final = expression(r"\((?:born\s)?(?P<born>1[5-9]\d\d|20\d\d)\s?[-–—]\s?(?P<died>1[5-9]\d\d|20\d\d)\)")
_LIFE_TOLD: Final = expression(
    r"\bborn\b[^.;]{0,40}?\b(?P<born>1[5-9]\d\d|20\d\d)\b[^.;]{0,80}?\bdied\b[^.;]{0,40}?\b(?P<died>1[5-9]\d\d|20\d\d)\b"
)
_DEATH_AGE: Final = expression(
    r"\b(?:died|dead|death|dies)\b[^.;]{0,30}?\b(?:at(?: the age of)?|aged|age)\s(?P<age>\d{1,3})"
    r"(?=[,.;)]|\s|$)(?![,.]\d|\s\w+%)"
    r"|\b(?:aged)\s(?P<aged>\d{1,3})\b"
)
_NAME_WORD: Final = r"[A-Z][\w'’-]{1,40}"
_NAME: Final = rf"{_NAME_WORD}(?:\s(?:[A-Z]\.\s)?(?:(?:van|von|de|da|del|bin|al)\s)?{_NAME_WORD}){{0,3}}"
_NAMED_AGE: Final = expression(
    rf"(?<!\w)(?P<name>{_NAME}),\s(?P<age>\d{{1,2}})(?=,\s[a-z]|,\sof\s|,\sfrom\s|\swho\b)|\b(?P<old>\d{{1,2}})-year-old\s(?P<who>{_NAME})"
)
_YOUNGEST, _OLDEST = 5, 115


def age_and_birth(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """An age outside both values that the year of birth allows, in a sentence about one living person."""
    today = story_day(look.document)
    if today is None or not today.has_year:
        return
    for sentence in story_sentences(look, "body", "caption", having=lambda text: "born" in text):
        if "born" not in sentence.text:
            continue
        births = list(_BORN.finditer(sentence.text))
        found = list(_AGE.finditer(sentence.text))
        if len(births) != 1 or len(found) != 1 or _THEN.search(sentence.text):
            continue
        birth, age = births[0], found[0]
        value, year = _figure(age), int(birth["year"])
        right = today.day.year - year
        if value in (right, right - 1) or not _YOUNGEST <= value <= _OLDEST or right > _OLDEST:
            continue
        offset = sentence.start
        place = Place(offset + _figure_start(age), offset + _figure_end(age), sentence.segment)
        if is_masked(sentence.segment, offset + birth.start(), offset + birth.end()):
            continue
        values = {
            "right": f"{right - 1} or {right}",
            "age": str(value),
            "given": str(year),
            "year_from": f" (year from the {today.origin})",
        }
        yield Match(place, values)


def life_dates(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """An age at death that the two years of a life don't give."""
    for sentence in story_sentences(look, "body", "caption", having=_YEARS_OF_A_LIFE.search):
        if not any(word in sentence.text for word in _DEATH_WORDS):
            continue
        lives = [*_LIFE.finditer(sentence.text), *_LIFE_TOLD.finditer(sentence.text)]
        found = list(_DEATH_AGE.finditer(sentence.text))
        if len(lives) != 1 or len(found) != 1 or _RELATIVE.search(sentence.text):
            continue
        born, died = int(lives[0]["born"]), int(lives[0]["died"])
        group = "age" if found[0]["age"] else "aged"
        age, right = int(found[0][group]), died - born
        if age in (right, right - 1) or not 0 < right <= _OLDEST:
            continue
        start = sentence.start + found[0].start(group)
        values = {"right": f"{right - 1} or {right}", "age": str(age), "first": str(born), "second": str(died)}
        yield Match(Place(start, start + len(found[0][group]), sentence.segment), values)


def two_ages(look: Look, _options: Mapping[str, Any]) -> Iterator[Match]:
    """One full name, or a surname that one person of the story has, with two ages."""
    first: dict[str, tuple[int, Place, str]] = {}
    people: dict[str, set[str]] = {}
    for sentence in story_sentences(look, "body", "caption", having=_AN_AGE.search):
        found_ages = list(_NAMED_AGE.finditer(sentence.text))
        if found_ages and sentence.has_its_own_time and _THEN.search(sentence.text):
            continue
        for found in found_ages:
            name, group = found["name"] or found["who"], "age" if found["age"] else "old"
            age, surname = int(found[group]), name.rpartition(" ")[2]
            start = sentence.start + found.start(group)
            place = Place(start, start + len(found[group]), sentence.segment)
            if " " in name:
                people.setdefault(surname, set()).add(name)
            if (
                age < _YOUNGEST
                or is_masked(sentence.segment, place.start, place.end)
                or len(people.get(surname, ())) != 1
            ):
                continue
            known = first.setdefault(surname, (age, place, name))
            if known[0] != age and (" " not in name or known[2] == name):
                values = {"name": surname, "first": str(known[0]), "second": str(age)}
                yield Match(place, values, related=(("the other age", known[1]),))


def _figure(found: regex.Match[str]) -> int:
    return int(found["apposed"] or found["hyphened"] or found["aged"])


def _figure_start(found: regex.Match[str]) -> int:
    return max(found.start(name) for name in ("apposed", "hyphened", "aged"))


def _figure_end(found: regex.Match[str]) -> int:
    return max(found.end(name) for name in ("apposed", "hyphened", "aged"))
