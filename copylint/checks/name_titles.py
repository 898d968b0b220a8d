"""One person in two offices that nobody holds at once: `flag: title-changes`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from copylint.checks.model import Look, Match, Place
from copylint.checks.name_facts import people_by_surname
from copylint.checks.person_names import Name, all_names, are_forms_of_one, is_quoted, speaks_of_family
from copylint.expressions import expression
from copylint.values import dataclass

_PORTFOLIO: Final = (
    "prime|foreign|finance|defen[cs]e|interior|justice|health|education|trade|energy|oil|agriculture|transport|environment"
    "|labou?r|economy|culture|home|treasury|sports?|tourism|industry|planning|information|housing"
)
_RANKS: Final = {
    "sgt": "sergeant", "sergeant": "sergeant", "lt": "lieutenant", "lieutenant": "lieutenant", "capt": "captain",
    "captain": "captain", "maj": "major", "major": "major", "col": "colonel", "colonel": "colonel", "gen": "general",
    "general": "general", "adm": "admiral", "admiral": "admiral", "cpl": "corporal", "corporal": "corporal",
    "inspector": "inspector", "superintendent": "superintendent", "constable": "constable", "sheriff": "sheriff",
}  # fmt: skip
_ELECTED: Final = {
    "senator": "senator", "sen": "senator", "governor": "governor", "gov": "governor",
    "representative": "representative", "rep": "representative", "congressman": "representative",
    "congresswoman": "representative", "mayor": "mayor",
}  # fmt: skip
_CHIEFS: Final = {
    "ceo": "chief executive", "chief executive": "chief executive", "cfo": "finance chief",
    "chief financial officer": "finance chief", "coo": "operations chief",
    "chief operating officer": "operations chief",
}  # fmt: skip
_OFFICE: Final = expression(
    rf"(?i)(?<![\w-])(?P<office>(?:(?:{_PORTFOLIO}) (?:minister|secretary)|chancellor|president|premier"
    rf"|{'|'.join(sorted((*_RANKS, *_ELECTED, *_CHIEFS), key=len, reverse=True))}"
    r"|(?:spokes|chair|council|business|police|congress)(?:man|woman)))\.? $"
)
_LAST_WORDS: Final = tuple(
    {office.split()[-1] for office in (*_RANKS, *_ELECTED, *_CHIEFS)}
    | {"minister", "secretary", "chancellor", "president", "premier", "man", "woman"}
)
"""How an office ends; most names have none before them."""
_ANOTHER_TIME: Final = expression(
    r"(?i)\b(?:former|then|ex|acting|outgoing|incoming|interim|deputy|vice|shadow|new|future|one-time|onetime|late|next"
    r"|and|ousted|assistant|under|junior|associate|retired|lt|lieutenant|major|maj|brig|brigadier|rear|attorney"
    r"|secretary|inspector|designate|elect|would-be|ally|rival|of|in|honorary|chief|detective|first)[ .,-]+(?:\w+ )?$"
)
_A_CAREER: Final = expression(
    r"(?i)\b(?:promot\w+|appoint\w+|named|became|becomes?|nominat\w+|sworn|elect\w*|resign\w+|replac\w+|succe\w+|moved"
    r"|previous\w*|formerly|reshuffl\w+|candida\w+|doubles|doubling|also serv\w+|two hats|demot\w+|retir\w+"
    r"|serv(?:ed|ing) as|stepp\w+ down|job|role|post|as well as|combines?|when (?:he|she) was|was then|by then|now"
    r"|years? ago|in (?:19|20)\d\d)\b"
)
_AROUND: Final = 120
_BEFORE: Final = 45


@dataclass(frozen=True)
class _Office:
    """An office that the text gives a person before the name."""

    name: Name
    start: int
    text: str
    kind: str
    """What it can't be held at once with: another office of its kind."""
    label: str


def title_changes(look: Look) -> Iterator[Match]:
    """'Finance Minister Ann Lee' and then 'Foreign Minister Lee'."""
    for names in people_by_surname(all_names(look.segments)).values():
        firsts = [name.given[0] for name in names if name.given]
        if any(not are_forms_of_one(firsts[0], first) for first in firsts[1:]):
            continue
        offices = [office for name in names if not is_quoted(name) and (office := _office(name))]
        for office in offices[1:]:
            first = next((each for each in offices if each.kind == office.kind), office)
            if first.label != office.label and look.admits(office.name.segment, office.start, office.name.end):
                place, other = (Place(each.start, each.name.end, each.name.segment) for each in (office, first))
                values = {"name": office.name.surname, "title": office.text, "other_title": first.text}
                yield Match(place, values, related=((first.text, other),))
                break


def _office(name: Name) -> _Office | None:
    text = name.segment.text
    before = text[max(name.start - _BEFORE, 0) : name.start]
    found = _OFFICE.search(before) if before.rstrip(" .").lower().endswith(_LAST_WORDS) else None
    if found is None or speaks_of_family(text, name.start, name.end):
        return None
    if _ANOTHER_TIME.search(before[: found.start()]) or _A_CAREER.search(
        text, max(name.start - _AROUND, 0), name.end + _AROUND
    ):
        return None
    office = found["office"]
    start = max(name.start - _BEFORE, 0) + found.start()
    return _Office(name, start, office, *_kind(office.casefold()))


def _kind(office: str) -> tuple[str, str]:
    """The kind of an office and its one spelling."""
    for kind, labels in (("rank", _RANKS), ("elected", _ELECTED), ("chief", _CHIEFS)):
        if office in labels:
            return kind, labels[office]
    if office.endswith(("man", "woman")):
        stem = office.removesuffix("woman").removesuffix("man")
        return stem, office
    department = office.replace("defense", "defence").replace("labor", "labour").replace(" secretary", " minister")
    return "government", "prime minister" if department == "premier" else department
