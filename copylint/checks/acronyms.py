"""Initials and what they stand for.

`flag: acronym-two-expansions`, `acronym-defined-twice`, `acronym-defined-not-used`, `acronym-not-explained`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

from copylint.checks.memory import remembered
from copylint.checks.model import Look, Match, Needs, Place, Replacement
from copylint.checks.name_words import OPENERS
from copylint.document.model import Segment
from copylint.expressions import expression
from copylint.values import dataclass

_BRACKETED: Final = expression(r" \((?P<acronym>\p{Lu}[\p{Lu}\p{Ll}&-]{1,9})\)")
_WORD: Final = expression(r"\p{L}[\p{L}\p{M}'’]*+")
_WORD_OR_MARK: Final = expression(r"\p{L}[\p{L}’']*+|[.;:!?]")
_CAPITAL: Final = expression(r"(?<!\w)\p{Lu}")
_END: Final = expression(r"s?(?!\w)")
_NO_CAPITAL: Final = expression(r"[^\p{Lu}]")
_NO_LETTER: Final = expression(r"[^\p{L} ]")
_PARTING: Final = expression(r"[.,;:()\"“”]")
_SMALL_WORD_BEFORE: Final = expression(r"(\p{Ll}{3,}+) $")
_APPOSITION: Final = expression(r",? (?:an?|the|which|who)\b")
_NAME_BEHIND: Final = expression(r" (?:\p{Lu}|\d|[<(])|['’]?\d")
_NAME_BEFORE: Final = expression(r"(\p{Lu}[\p{L}.&-]*|[<(:]) ?$")
_SMALL: Final = frozenset(
    "a an and at by de del des di du en et for in la le of on the to und y".split()  # noqa: SIM905 - easier to read
)
_LONGEST: Final = 140
"""How far before a bracket its words begin at most."""
_LOOK: Final = 30
_ACRONYM: Final = expression(r"(?<![\w@#&.<:/$'’-])\p{Lu}{3,6}(?![\w&.>@/:-]|['’]\p{L}{2})")
_TOLD: Final = expression(r"(?<=\(\s?|\.|, or |known as (?:the )?)\p{Lu}{3,6}\b|\b\p{Lu}{3,6}(?=\s?[(<]|\.\p{Lu})")
"""'(AFX)', 'AFX (', 'or AFX,', a share's code or index '.AFX': the story says what it is."""
_BEHIND_PLACE: Final = expression(r"\s[-–—]\s")
"""'PERTH - A bridge fell': a paragraph of a round-up opens with its place."""
_FEWEST_USES: Final = 2
_KNOWN: Final = frozenset(
    """
    AIDS HIV NATO NASA FBI CIA BBC CNN ITV NBC CBS ABC HBO MTV PBS NPR ESPN GDP GNP CEO CFO COO CTO CIO COVID SARS
    MERS UNESCO UNICEF OPEC IMF WTO WHO OECD ECB FIFA UEFA IOC IAAF NFL NBA NHL MLB PGA LPGA WTA ATP USGA NCAA FIA
    MLS AFP DPA ANSA TASS PTI IRNA SANA KCNA EPA DNA RNA MRI CCTV DVD USB LED LCD GPS SUV ATM PIN SMS SIM VIP IQ USA
    USSR UAE DRC IRA ETA PLO PKK ISIS ISIL IS KGB FSB MI5 MI6 NSA DEA IRS FDA SEC FTC FCC EPA DOJ DHS ICE TSA CDC
    NIH FAA FEMA NTSB OPCW IAEA ASEAN NAFTA BRICS IPO ETF GMT EST EDT CST CDT MST MDT PST PDT BST CET CEST UTC IST
    JST BP GM IBM HSBC UBS BMW AIG AOL AT BHP RBS BNP ING SAP SAS KLM JAL DHL UPS KPMG PWC LVMH CBI MP MEP PC TV PR
    HR IT AI VAT NHS MOT GCSE RAF RSPCA RAC PLC LLC LTD INC USD EUR GBP JPY CHF FTSE DAX CAC MSCI NYSE LSE WTI LNG
    LPG CO2 CFC UFO SOS FAQ DIY PDF URL HTML HTTP API XML JPEG MP3 IP PHP CSS ISP WIFI GOP NRA ACLU AARP NAACP LGBT
    LGBTQ YMCA USAID PTSD ADHD IVF BMI STD HPV BSE TNT RPG IED SWAT POW MIA AWOL BSA CSI LOL OMG RIP AKA TBA FYI
    ASAP OK JFK LAX MIT UCLA USC NYU UCSC LSE NYPD LAPD UPI REUTERS PHOTO FILE VIDEO WATCH UPDATE PHOTOS AND THE FOR
    NOT BUT YOU ALL NEW ARE WAS HAS HIS HER OUR WHY HOW NOW ONE TWO WITH THIS THAT FROM WHAT WHEN HAVE WILL YOUR
    JUST MORE ONLY VERY EVER NONE XXX III VII VIII XIII XIV XVI XII XVII WARNING BREAKING
    """.split()  # noqa: SIM905 - a list of two hundred one-word strings is harder to read
)
"""Initials that readers everywhere know: bodies, companies, leagues, time zones, units, and words in capitals."""
_NO_DESCRIPTION: Final = frozenset(
    """
    the and but for with from into onto over under after before since until while when where than that this which
    said says told asks sent gave took made met was were has had have will would may can could not its his her their
    our your per via say about against among between during through despite amid following including like unlike
    joined left saw new
    """.split()  # noqa: SIM905 - a list of sixty one-word strings is harder to read
)
"""Before initials, these say nothing of what they are."""


_NEEDS_BRACKET: Final = Needs((frozenset((" (",)),))
NEEDS: Final = {
    "acronym-two-expansions": _NEEDS_BRACKET,
    "acronym-defined-twice": _NEEDS_BRACKET,
    "acronym-defined-not-used": _NEEDS_BRACKET,
}


@dataclass(frozen=True)
class _Explanation:
    """'World Health Organization (WHO)'."""

    segment: Segment
    start: int
    """Of the words that are explained."""
    bracket: int
    end: int
    acronym: str
    words: str

    @property
    def place(self) -> Place:
        return Place(self.start, self.end, self.segment)


def acronym_two_expansions(look: Look) -> Iterator[Match]:
    """One acronym that stands for two things."""
    for explanations in _by_acronym(look.segments).values():
        first = explanations[0]
        for other in explanations[1:]:
            if not _are_alike(other.words, first.words) and look.admits(other.segment, other.start, other.end):
                values = {"acronym": other.acronym, "expansion": other.words, "other_expansion": first.words}
                yield Match(other.place, values, related=((first.words, first.place),))
                break


def acronym_defined_twice(look: Look) -> Iterator[Match]:
    """An explanation that the body has given before."""
    body = look.of_part("body")
    for explanations in _by_acronym(body).values():
        first = explanations[0]
        for other in explanations[1:]:
            if _are_alike(other.words, first.words) and look.admits(other.segment, other.start, other.end):
                whole = Place(other.start, other.end, other.segment)
                values = {"acronym": other.acronym}
                yield Match(whole, values, (Replacement(whole, other.acronym),), ((first.words, first.place),))


def acronym_defined_not_used(look: Look) -> Iterator[Match]:
    """An explanation that nothing in the story needs."""
    explained = _by_acronym(look.segments)
    uses = _uses(explained, look.document.segments)
    for acronym, explanations in explained.items():
        first = explanations[0]
        if uses[acronym] == 1 and first.segment.part == "body" and look.admits(first.segment, first.bracket, first.end):
            bracket = Place(first.bracket, first.end, first.segment)
            yield Match(bracket, {"acronym": acronym}, (Replacement(bracket, ""),))


def _uses(acronyms: Collection[str], segments: Iterable[Segment]) -> Counter[str]:
    """How often each of them stands there, all found in one pass."""
    lengths = {len(acronym) for acronym in acronyms}
    uses: Counter[str] = Counter()
    for segment in segments if acronyms else ():
        text = segment.text
        for capital in _CAPITAL.finditer(text):
            for end in (capital.start() + length for length in lengths):
                word = text[capital.start() : end]
                if word in acronyms and _END.match(text, end):
                    uses[word] += 1
    return uses


def acronym_not_explained(look: Look) -> Iterator[Match]:
    """Initials in the body, used twice or more, that no words of the story stand for."""
    uses: dict[str, list[tuple[Segment, int, int]]] = {}
    for segment in look.segments:
        written = list(_ACRONYM.finditer(segment.text)) if segment.part == "body" else []
        if not written or _is_shouted(segment.text):
            continue
        for found in written:
            if found[0] in _KNOWN or (found.start() == 0 and _BEHIND_PLACE.match(segment.text, found.end())):
                continue
            if not _stands_in_name(segment.text, *found.span()):
                uses.setdefault(found[0], []).append((segment, *found.span()))
    frequent = {word: places for word, places in uses.items() if len(places) >= _FEWEST_USES}
    if not frequent:
        return
    told = {word for segment in look.document.segments for word in _TOLD.findall(segment.text)}
    initials = " ".join(_initials(segment.text) for segment in look.document.segments)
    for word, places in frequent.items():
        segment, start, end = places[0]
        if word in initials or word in told or _is_told_beside(segment.text, start, end):
            continue
        if look.admits(segment, start, end):
            yield Match(Place(start, end, segment), {"acronym": word, "uses": str(len(places))})


def _is_told_beside(text: str, start: int, end: int) -> bool:
    """'the regulator AFX', 'AFX, a lender,': what it is stands beside its first use."""
    before = _SMALL_WORD_BEFORE.search(text[max(start - _LOOK, 0) : start])
    described = before is not None and before[1] not in _NO_DESCRIPTION and not before[1].endswith(("ed", "ing", "ly"))
    return described or _APPOSITION.match(text[end : end + 8]) is not None


def _is_shouted(text: str) -> bool:
    """Whether more of its letters are capitals than not."""
    return sum(map(str.isupper, text)) * 2 > sum(map(str.isalpha, text))


def _stands_in_name(text: str, start: int, end: int) -> bool:
    """'HSBC HSBA.L', 'PSV Eindhoven', 'CROSS HEAD': part of a name, or one of several words in capitals."""
    behind = _NAME_BEHIND.match(text[end : end + 3])
    before = _NAME_BEFORE.search(text[max(start - _LOOK, 0) : start])
    return behind is not None or (before is not None and before[1] not in OPENERS)


def _initials(text: str) -> str:
    """The first letters of the words, without the small ones; a mark of the sentence parts them."""
    return "".join(word[0].upper() if word not in _SMALL else "" for word in _WORD_OR_MARK.findall(text))


def _by_acronym(segments: Iterable[Segment]) -> dict[str, Sequence[_Explanation]]:
    found: dict[str, list[_Explanation]] = {}
    for segment in segments:
        for explanation in _explanations(segment):
            found.setdefault(explanation.acronym, []).append(explanation)
    return dict(found)


@remembered(at_most=1024)
def _explanations(segment: Segment) -> tuple[_Explanation, ...]:
    return tuple(_explained(segment)) if " (" in segment.text else ()


def _explained(segment: Segment) -> Iterator[_Explanation]:
    for bracket in _BRACKETED.finditer(segment.text):
        acronym = bracket["acronym"]
        letters = _NO_CAPITAL.sub("", acronym)
        start = _start_of_words(segment.text, bracket.start(), letters)
        if len(letters) >= 2 and start is not None:
            words = segment.text[start : bracket.start()]
            yield _Explanation(segment, start, bracket.start(), bracket.end(), acronym, words)


def _start_of_words(text: str, stop: int, letters: str) -> int | None:
    """Where the words before a bracket begin whose first letters are those in it; small words may be left out."""
    words = list(_WORD.finditer(text, max(stop - _LONGEST, 0), stop))
    wanted = len(letters)
    start = None
    for word in reversed(words):
        if wanted == 0 or (start is not None and _PARTING.search(text[word.end() : start])):
            break
        if start is None and text[word.end() : stop].strip():
            return None
        if word[0][0].upper() == letters[wanted - 1]:
            wanted -= 1
        elif word[0] not in _SMALL:
            return None
        start = word.start()
    return start if wanted == 0 else None


def _are_alike(one: str, other: str) -> bool:
    """Whether the words are the same, some perhaps shortened: Async Task Framework, Asynchronous Task Framework."""
    pairs = zip_longest(_plain(one), _plain(other), fillvalue="")
    return all(first and second and (first.startswith(second) or second.startswith(first)) for first, second in pairs)


def _plain(words: str) -> list[str]:
    """The words as far as they can differ: not in case, small words, plurals, hyphens or -ise and -ize."""
    plain = _NO_LETTER.sub(" ", words.casefold().replace("is", "iz").replace("centre", "center").replace("our", "or"))
    return [word.rstrip("s") for word in plain.split() if word not in _SMALL]
