"""One person or body in two spellings.

`flag: name-spelled-two-ways`, `first-name-changes`, `name-order-changes`, `organisation-variants`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

import regex

from copylint.checks.model import Look, Match, Needs, Place
from copylint.checks.name_facts import acts, people_by_surname
from copylint.checks.name_words import GIVEN_NAMES, NOT_IN_NAMES, OFFICES, OPENERS
from copylint.checks.near_words import LONG, are_sky, distance, near_pairs, squeezed
from copylint.checks.person_names import (
    Name,
    all_names,
    are_forms_of_one,
    folded_name,
    full_names,
    is_introduced_again,
    is_quoted,
    speaks_of_family,
    starts_a_sentence,
)
from copylint.checks.place_words import PLACE_WORDS
from copylint.document.model import Segment
from copylint.expressions import expression

_FEWEST_LETTERS: Final = 5
_WORD: Final = expression(r"(?<![\w@#.'’&/-])\p{Lu}(?:\p{L}*\p{Ll})?\p{Ll}{2,}+(?![\w@]|[&/-]\p{L}|\.\p{L})")
_CAPITAL_BESIDE: Final = expression(r"\p{Lu}[\p{L}\p{M}’'-]*\.? $")
_OTHER_GENDER: Final = (("", "a"), ("y", "aya"), ("i", "a"), ("as", "iene"), ("is", "yte"), ("y", "a"), ("iy", "aya"))
"""Slavic and Baltic husbands and wives: Golubkov and Golubkova, Kovalsky and Kovalskaya."""
_SLAVIC: Final = expression(r"(?:ov|ev|in|yn|ova|eva|ina|yna|sk[yi]+|skaya|ska|as|is|iene|yte|ny|naya|na)$")
_ACTS_ON: Final = expression(r"['’]s \p{Ll}")
_NAME_GOES_ON: Final = expression(r" (?:\p{Lu}|&)")
_WORD_ENDINGS: Final = expression(r"(?:i|n|s|es|an|ian|ish|ese|er|ers|or|ed|ic|y|d|r|a|o|e|t)?$")

_VARIANTS: Final = (
    ("al-Qaida", "al-Qaeda", "Al Qaeda", "al Qaeda", "Al-Qaeda", "Al-Qaida", "Al Qaida"),
    ("Hezbollah", "Hizbollah", "Hizbullah", "Hezbullah"),
    ("Houthi", "Huthi"),
    ("Quran", "Koran", "Qur'an"),
    ("Taliban", "Taleban"),
    ("Shiite", "Shi'ite", "Shia"),
    ("World Trade Organization", "World Trade Organisation"),
    ("World Health Organization", "World Health Organisation"),
    ("International Labor Organization", "International Labour Organization", "International Labour Organisation"),
)
"""Bodies and beliefs that houses spell differently; Quran and Qur'an change no fact, but one story has one spelling."""


NEEDS: Final = {
    "organisation-variants": Needs(
        (frozenset(max(regex.split(r"[^a-z]+", form.lower()), key=len) for forms in _VARIANTS for form in forms),)
    )
}
"""Of each form its longest run of letters, as it may stand behind any apostrophe, hyphen or space."""


def name_spelled_two_ways(look: Look) -> Iterator[Match]:
    """A spelling that differs by a letter or two from another that is a person's of the story."""
    people = _people(look.segments)
    seen: set[str] = set()
    for wrong, right in _misspelled(look, people):
        key = wrong.text
        segment = wrong.segment
        if key in seen or segment is None or not look.admits(segment, wrong.start, wrong.end):
            continue
        seen.add(key)
        yield Match(wrong, {"other_name": right.text}, related=((right.text, right),))


def _people(segments: Sequence[Segment]) -> list[Name]:
    """Sure persons, and those who share the surname of one: a misspelled first name is in no list."""
    named = [name for name in all_names(segments) if name.given]
    surnames = {name.surname for name in named if name.is_sure}
    return [name for name in named if name.is_sure or name.surname in surnames]


def _misspelled(look: Look, people: Sequence[Name]) -> Iterator[tuple[Place, Place]]:
    yield from _full_names_that_differ(people)
    bearers = people_by_surname(people)
    near = near_pairs({word for segment in look.segments for word in _capitalised(segment.text)}, bearers)
    if not near:
        return
    words = _words(look.segments)
    given = {name.given[0] for name in all_names(look.segments) if name.given}
    for one, other in near:
        if one not in words or other not in words:
            continue
        rare, common = _rare_first(words[one], words[other])
        if _is_one_surname(words, one, other, bearers, given) or _is_one_long_name(rare, common):
            yield from ((place, common[0]) for place in rare)


def _full_names_that_differ(people: Sequence[Name]) -> Iterator[tuple[Place, Place]]:
    """Sergey Lavrov and Sergei Lavrov, Paul Mikkelson and Paul Mikkleson."""
    uses = Counter(name.full for name in people)
    for part in (0, -1):
        groups: dict[str, list[Name]] = {}
        for name in people:
            groups.setdefault(folded_name((*name.given, name.surname)[part]), []).append(name)
        for group in groups.values():
            firsts = {name.full: name for name in reversed(group)}
            for one, other in combinations(list(reversed(firsts.values()))[:12], 2):
                if _are_one_person(one, other):
                    rare, common = _rare_of(one, other, uses)
                    yield rare.place, common.place


def _are_one_person(one: Name, other: Name) -> bool:
    if folded_name(one.surname) == folded_name(other.surname):
        first, second = one.given[0], other.given[0]
        if first.startswith(second) or second.startswith(first):
            return False
        if first in GIVEN_NAMES and second in GIVEN_NAMES and not are_forms_of_one(first, second):
            return False
        first, second = folded_name(first), folded_name(second)
        return (
            min(len(first), len(second)) >= 4 and first[0] == second[0] and 0 < distance(first, second) <= _most(first)
        )
    if speaks_of_family(one.segment.text, one.start, one.end):
        return False
    return _is_slip(one.surname, other.surname) and not _are_couple(one.surname, other.surname)


def _is_slip(one: str, other: str) -> bool:
    """Whether two surnames behind the same first name are one: a letter apart, two in a long one."""
    if min(len(one), len(other)) < _FEWEST_LETTERS or one[0] != other[0]:
        return False
    return 0 < distance(one, other) <= _most(one) or are_sky(one, other)


def _most(word: str) -> int:
    return 2 if len(word) >= LONG else 1


def _are_couple(one: str, other: str) -> bool:
    if not (_SLAVIC.search(one) and _SLAVIC.search(other)):
        return False
    return any(
        {one, other} == {stem + man, stem + woman}
        for man, woman in _OTHER_GENDER
        for stem in {one.removesuffix(man), other.removesuffix(man)}
    )


def _is_one_surname(
    words: Mapping[str, Sequence[Place]], one: str, other: str, bearers: Mapping[str, Sequence[Name]], given: set[str]
) -> bool:
    """A person's surname beside a word that stands alone, is nobody's own name and no word of the language."""
    surname, lone = (one, other) if folded_name(one) in bearers else (other, one)
    persons = bearers.get(folded_name(surname), ())
    if not persons or folded_name(lone) in bearers or lone in given or lone in GIVEN_NAMES or is_known_word(lone):
        return False
    if is_known_word(surname) or _are_couple(lone, surname):
        return False
    if min(len(lone), len(surname)) < _FEWEST_LETTERS and not all(_acts(place) for place in words[lone]):
        return False
    own = {word for person in persons for word in person.given}
    if any(_stands_in_longer_name(place, own) for place in words[lone]):
        return False
    return are_sky(lone, surname) or not _is_family_of_words(lone, surname)


def _is_one_long_name(rare: Sequence[Place], common: Sequence[Place]) -> bool:
    """Caterpilar beside Caterpillar: a letter dropped, doubled or two exchanged inside a long name that recurs."""
    wrong, right = rare[0].text, common[0].text
    if min(len(wrong), len(right)) < LONG or len(common) < 2 or len(rare) > 1 or _starts(rare[0]):
        return False
    if wrong.endswith("s"):  # Brexiters and Brexiteers
        return False
    inside = wrong[-2:] == right[-2:] and wrong[:2] == right[:2]
    moved = sorted(wrong) == sorted(right) or squeezed(wrong) == squeezed(right)
    return inside and moved and not any(is_known_word(each) for each in (wrong, right))


def _acts(place: Place) -> bool:
    text = place.segment.text if place.segment else ""
    return acts(text, place.start, place.end) or _ACTS_ON.match(text[place.end : place.end + 4]) is not None


def _starts(place: Place) -> bool:
    return place.segment is None or starts_a_sentence(place.segment.text, place.start)


def _is_family_of_words(one: str, other: str) -> bool:
    """German and Germany, Pakistan and Pakistani, Toyota and Toyoda: only the end differs."""
    short, long = sorted((one, other), key=len)
    stem = next((at for at, (left, right) in enumerate(zip(short, long, strict=False)) if left != right), len(short))
    return stem >= len(short) - 1 and _WORD_ENDINGS.fullmatch(long[stem:]) is not None


def is_known_word(word: str) -> bool:
    """Whether it names a place, a people, an office or a body, or opens sentences."""
    return word in PLACE_WORDS or word in NOT_IN_NAMES or word in OFFICES or word in OPENERS


def _stands_in_longer_name(place: Place, own: set[str]) -> bool:
    """'Jones Smyth' or 'Smyth Road': a name of its own, unless the words before are the person's own first names."""
    segment = place.segment
    if segment is None:
        return False
    if _NAME_GOES_ON.match(segment.text[place.end : place.end + 3]):
        return True
    before = _CAPITAL_BESIDE.search(segment.text[max(place.start - 20, 0) : place.start])
    if before is None or _starts(place):
        return False
    word = before[0].strip(" .")
    return word not in own and word not in OFFICES and word not in OPENERS


def _words(segments: Iterable[Segment]) -> dict[str, list[Place]]:
    """The capitalised words that stand inside a sentence somewhere in the story, or act as a person does."""
    places: dict[str, list[Place]] = {}
    names: set[str] = set()
    for segment in segments:
        for word in _WORD.finditer(segment.text):
            place = Place(*word.span(), segment)
            places.setdefault(word[0], []).append(place)
            if word[0] not in names and (segment.part == "headline" or not _starts(place) or _acts(place)):
                names.add(word[0])
    return {word: found for word, found in places.items() if word in names}


@lru_cache(maxsize=1024)
def _capitalised(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


def _rare_first(one: list[Place], other: list[Place]) -> tuple[list[Place], list[Place]]:
    """The rarer spelling, which is likelier wrong; of two as common, the headline's, else the later one."""
    if len(one) != len(other):
        return (one, other) if len(one) < len(other) else (other, one)
    return (one, other) if _rank(one[0]) > _rank(other[0]) else (other, one)


def _rank(place: Place) -> tuple[bool, int, int]:
    segment = place.segment
    return segment is not None and segment.part != "body", segment.span.start if segment else 0, place.start


def _rare_of(one: Name, other: Name, uses: Mapping[str, int]) -> tuple[Name, Name]:
    return (one, other) if uses[one.full] < uses[other.full] else (other, one)


def first_name_changes(look: Look) -> Iterator[Match]:
    """One surname with two first names, where nothing introduces a second person."""
    for names in people_by_surname(full_names(look.segments)).values():
        first = names[0]
        changed = next((name for name in names[1:] if _is_renamed(first, name)), None)
        if changed and look.admits(changed.segment, changed.start, changed.end):
            values = {"name": changed.full, "other_name": first.full}
            yield Match(changed.place, values, related=((first.full, first.place),))


def _is_renamed(first: Name, name: Name) -> bool:
    one, other = first.given[0], name.given[0]
    if are_forms_of_one(one, other) or {one, other} & {*first.given[1:], *name.given[1:]}:
        return False
    if is_quoted(first) or is_quoted(name) or is_introduced_again(name):
        return False
    if any(speaks_of_family(each.segment.text, each.start, each.end) for each in (first, name)):
        return False
    same_title = bool(first.title) and first.title.casefold() == name.title.casefold()
    are_near = one[0] == other[0] and distance(one, other) <= 2 and one in GIVEN_NAMES and other in GIVEN_NAMES
    return same_title or are_near


def name_order_changes(look: Look) -> Iterator[Match]:
    """The same two words in both orders: Kim Min-ji and Min-ji Kim."""
    seen: dict[tuple[str, str], Name] = {}
    for name in all_names(look.segments):
        if len(name.given) != 1 or name.given[0] == name.surname:
            continue
        seen.setdefault((name.given[0], name.surname), name)
        other = seen.get((name.surname, name.given[0]))
        if other is not None and look.admits(name.segment, name.start, name.end):
            yield Match(name.place, {"other_name": other.full}, related=((other.full, other.place),))


_VARIANT_PATTERNS: Final = tuple(
    expression(rf"(?<![\w-])(?:{'|'.join(map(regex.escape, forms))})(?!\w)") for forms in _VARIANTS
)


def organisation_variants(look: Look) -> Iterator[Match]:
    """Two spellings of one body, from a closed list."""
    for word in _VARIANT_PATTERNS:
        found: dict[str, Place] = {}
        for segment in look.segments:
            for each in word.finditer(segment.text):
                if look.admits(segment, *each.span()):
                    found.setdefault(each[0].casefold().replace(" ", "-"), Place(*each.span(), segment))
        first, *others = found.values() or (None,)
        for other in others:
            if first is not None and other is not None:
                yield Match(other, {"other_name": first.text}, related=((first.text, first),))
