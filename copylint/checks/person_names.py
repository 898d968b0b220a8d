"""People in a story's text: full names, names behind a title, and surnames alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

import regex

from copylint.checks.memory import remembered
from copylint.checks.model import Place
from copylint.checks.name_words import GIVEN_NAMES, NICKNAME_GROUPS, NOT_IN_NAMES, OFFICES, OPENERS
from copylint.checks.words import PLAIN
from copylint.document.model import Segment
from copylint.expressions import expression
from copylint.finding import Span
from copylint.values import dataclass

_WORD: Final = (
    r"(?:\p{Lu}\.(?:\s?\p{Lu}\.)*+|(?:\p{Ll}{1,2}['’])?\p{Lu}[\p{L}\p{M}]*+(?:['’](?!s\b)\p{L}++|-\p{L}++)*+)"
)
_PARTICLE: Final = r"(?:van|von|der|den|de|da|di|del|della|dos|du|la|le|bin|ibn|al|el|ter|ten|zu|y|e)"
_ABBREVIATION: Final = (
    r"(?<=\b(?:Mrs?|Ms|Drs?|Gov|Gens?|Col|Maj|Capts?|Lt|Sgt|Cpl|Det|Adm|Cmdr|Rev|Sens?|Reps?|Prof|St))\."
)
_PART: Final = expression(rf"(?:al-|el-)?{_WORD}|\p{{Ll}}+")
_MORE_WORDS: Final = rf"(?:(?:{_ABBREVIATION})?[ \u00a0](?:{_PARTICLE}\s){{0,2}}(?:al-|el-)?{_WORD})*+"
_RUN: Final = expression(rf"(?<![\w@#&'’.-])(?:al-|el-)?{_WORD}{_MORE_WORDS}")
_RUN_FROM_CAPITAL: Final = expression(
    r"\p{Lu}(?<![\w@#&'’.-]\p{Lu})(?:\.(?:\s?\p{Lu}\.)*+|[\p{L}\p{M}]*+(?:['’](?!s\b)\p{L}++|-\p{L}++)*+)" + _MORE_WORDS
)
"""The same where no name begins small, like al-Sisi or d'Estaing: found in a third of the time."""
_BEGINS_SMALL: Final = expression(r"l-|['’]\p{Lu}")
"""Stands wherever one does."""
_SENTENCE_START: Final = expression(r"(?:^|[.!?:;…][\"'”’)]*\s+|[\"“‘(]|[•*–—-]\s*|\s-\s|\d\.\s)[\"“‘'(]*$")
_LOOK_BACK: Final = 40
_LONGEST_NAME: Final = 4
_SEGMENTS_REMEMBERED: Final = 4096
"""Those of a story of a megabyte, since one rule after the other asks for its names."""
_RUNS_REMEMBERED: Final = 4096
"""The same names, and the same words at the head of sentences, come again and again."""
_FAMILY: Final = expression(
    r"\b(?:wife|husband|spouse|brothers?|sisters?|sons?|daughters?|fathers?|mothers?|parents?|family|families|couple|twins?"
    r"|widow|widower|cousins?|uncle|aunt|nephew|niece|siblings?|married|divorced?|relatives?|namesake|no relation"
    r"|unrelated|grand\w+|dynasty|ex-wife|ex-husband|kin|partner|stepson|son-in-law|father-in-law)\b",
    regex.IGNORECASE,
)
SPEECH: Final = (
    "said|says|told|added|adds|asked|wrote|writes|tweeted|replied|testified|insisted|noted|notes|recalled|explained"
    "|admitted|acknowledged|warned|argued|thinks|believes|predicted|confirmed|denied|conceded|joked|declined"
)
_JOB: Final = expression(
    r"(?:\b(?:\p{Ll}+-)?\p{Ll}*(?:man|woman|person|[^v]er|[^f]or|ist|ian|ent|ant|chief|head|boss|star|coach|mp|secretary|guard"
    r"|expert|colleague|rival|official|candidate|hero|friend|judge|witness|driver|nurse|pilot|cook|clerk|host|lead))\s$"
)
_JOB_ENDINGS: Final = (
    "man", "woman", "person", "er", "or", "ist", "ian", "ent", "ant", "chief", "head", "boss", "star", "coach", "mp",
    "secretary", "guard", "expert", "colleague", "rival", "official", "candidate", "hero", "friend", "judge", "witness",
    "nurse", "pilot", "cook", "clerk", "host", "lead",
)  # fmt: skip
"""How the words of `_JOB` end; most names have none before them."""
_NO_JOB: Final = frozenset(
    """
    after over under never either rather whether however other another former later earlier for or nor when then than
    order letter paper number went sent bent rent percent cent event want quarter water matter better user near her
    per ever
    offer cover power tower answer summer winter october december september november
    """.split()  # noqa: SIM905 - a list of forty one-word strings is harder to read
)
"""These end as trades do: '-er', '-or', '-ent'."""
_BEHIND: Final = expression(rf",? (?:{SPEECH})\b|, (?:\d\d?\b(?! \w)|who\b|(?:aged )\d\d)")
_APPOSITION: Final = expression(
    r",? \(?\d\d?\b|, (?:an?|the|who|chief|head|director|president|of|from|\p{Ll}+) |, \p{Lu}|\s?\("
)
"""What says behind a name who it is."""


@dataclass(frozen=True)
class Name:
    """A person's name as it stands in one place."""

    segment: Segment
    start: int
    end: int
    given: tuple[str, ...]
    """First name and what stands between it and the surname; empty for a surname alone."""
    surname: str
    title: str = ""
    """The capitalised or lower-case words of office before it: 'Finance Minister', 'spokesman'."""
    is_sure: bool = True
    """A person by a known first name, a title, an age or the like, not just two capitals."""

    @property
    def full(self) -> str:
        return " ".join((*self.given, self.surname))

    @property
    def key(self) -> str:
        return folded_name(self.surname)

    @property
    def place(self) -> Place:
        return Place(self.start, self.end, self.segment)


def folded_name(text: str) -> str:
    return text.translate(PLAIN).casefold()


@remembered(at_most=_SEGMENTS_REMEMBERED)
def names_in(segment: Segment) -> tuple[Name, ...]:
    """Every stretch of capitals that may be a person's name, in order."""
    return tuple(Name(segment, *found) for found in _found(segment.text))


def all_names(segments: Iterable[Segment]) -> Iterator[Name]:
    for segment in segments:
        yield from names_in(segment)


def full_names(segments: Iterable[Segment]) -> Iterator[Name]:
    """Sure persons with a first name and a surname."""
    return (name for name in all_names(segments) if name.given and name.is_sure)


def is_quoted(name: Name) -> bool:
    return name.segment.quotations.overlap(Span(name.start, name.end))


def are_forms_of_one(one: str, other: str) -> bool:
    """Whether two first names can be one person's: Bill and William, J. and John, Jean-Claude and Jean."""
    first, second = sorted((one.replace(".", "").replace(" ", ""), other.replace(".", "").replace(" ", "")), key=len)
    if first.isupper() and second.isupper():
        return first[0] == second[0]
    if folded_name(second).startswith(folded_name(first)):
        return (
            len(first) <= 1
            or first == second
            or second[len(first) : len(first) + 1] in ("", "-")
            or _share_a_group(first, second)
        )
    return _share_a_group(first, second)


def _share_a_group(one: str, other: str) -> bool:
    return bool(NICKNAME_GROUPS.get(one, frozenset()) & NICKNAME_GROUPS.get(other, frozenset()))


def speaks_of_family(text: str, start: int, end: int) -> bool:
    """Whether the clause round a place speaks of relatives, who share a surname."""
    return _FAMILY.search(text, max(start - 150, 0), end + 100) is not None


def starts_a_sentence(text: str, start: int) -> bool:
    return _SENTENCE_START.search(text[max(start - 6, 0) : start]) is not None or start == 0


def is_introduced_again(name: Name) -> bool:
    """Whether the text says who this is: an age, an apposition, an office of its own."""
    return _APPOSITION.match(name.segment.text, name.end) is not None


@dataclass(frozen=True)
class _Capitals:
    """What a run of capitals says by itself; a name's offsets count from its start."""

    start: int
    end: int
    given: tuple[str, ...]
    surname: str
    title: str


@lru_cache(maxsize=512)
def _found(text: str) -> tuple[tuple[int, int, tuple[str, ...], str, str, bool], ...]:
    runs = _RUN if _BEGINS_SMALL.search(text) else _RUN_FROM_CAPITAL
    return tuple(
        _person(text, run.start(), capitals) for run in runs.finditer(text) if (capitals := _read_capitals(run[0]))
    )


def _person(text: str, start: int, capitals: _Capitals) -> tuple[int, int, tuple[str, ...], str, str, bool]:
    begin, end = start + capitals.start, start + capitals.end
    given, surname = capitals.given, capitals.surname
    title = capitals.title or job_before(text, begin)
    sure = bool(title) or (bool(given) and (given[0] in GIVEN_NAMES or _BEHIND.match(text, end) is not None))
    return begin, end, given, surname, title, sure


@lru_cache(maxsize=_RUNS_REMEMBERED)
def _read_capitals(run: str) -> _Capitals | None:
    """The name in it, if there may be one."""
    words = [(part.start(), part.end(), part[0]) for part in _PART.finditer(run)]
    title, words = _without_title(words)
    while words and words[0][2] in OPENERS and words[0][2] not in GIVEN_NAMES:
        words = words[1:]
    while words and words[-1][2].islower():
        words = words[:-1]
    if not words or len(words) > _LONGEST_NAME + 1:
        return None
    plain = [word for _, _, word in words]
    if any(word in NOT_IN_NAMES or (word.isupper() and len(word) > 2 and "." not in word) for word in plain):
        return None
    surname_at = next((at for at, word in enumerate(plain) if word.islower()), len(plain) - 1)
    if (surname_at == 0 and len(plain) > 1) or len(plain[-1].rstrip(".")) < 2:
        return None
    if plain[-1] in ("Jr", "Sr") and len(plain) > 2:
        surname_at -= 1
    return _Capitals(words[0][0], words[-1][1], tuple(plain[:surname_at]), " ".join(plain[surname_at:]), title)


def _without_title(words: list[tuple[int, int, str]]) -> tuple[str, list[tuple[int, int, str]]]:
    """The title that a run of capitals begins with, and the words of the name behind it."""
    first = last = None
    for at, (_, _, word) in enumerate(words):
        if word in OFFICES or all(part in OFFICES for part in word.split("-")):
            first, last = at if first is None else first, at
    if first is None or last is None:
        return "", words
    return " ".join(word for _, _, word in words[first : last + 1]), words[last + 1 :]


def job_before(text: str, start: int) -> str:
    """'spokesman', 'striker', 'finance minister': the words of a trade right before a name."""
    before = text[max(start - _LOOK_BACK, 0) : start]
    job = _JOB.search(before) if before.rstrip().endswith(_JOB_ENDINGS) else None
    word = job[0].strip() if job else ""
    return "" if word in _NO_JOB else word
