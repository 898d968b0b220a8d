"""Whose story it is: agencies named in dateline, byline and copyright line, and datelines that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import regex

from copylint.checks.model import Look, Match, Needs, Place, whole
from copylint.document.model import Segment
from copylint.document.parts.dateline import dateline_end
from copylint.expressions import expression

_NAMES: Final = {
    "afp": "AFP", "agence france-presse": "AFP", "agence france presse": "AFP", "ap": "AP", "associated press": "AP",
    "the associated press": "AP", "reuters": "Reuters", "thomson reuters": "Reuters", "dpa": "dpa", "upi": "UPI",
    "xinhua": "Xinhua", "ansa": "ANSA", "efe": "EFE", "pti": "PTI", "ians": "IANS", "aap": "AAP",
    "bloomberg": "Bloomberg", "kyodo": "Kyodo", "yonhap": "Yonhap", "tass": "TASS", "interfax": "Interfax",
    "anadolu": "Anadolu",
}  # fmt: skip
_AGENCY: Final = "|".join(sorted(map(re.escape, _NAMES), key=len, reverse=True))
_IN_BRACKETS: Final = expression(rf"\((?P<agency>{_AGENCY})\)", regex.IGNORECASE)
_COPYRIGHT: Final = expression(
    rf"(?:©|\(c\)|copyright)\s?(?:©|\(c\))?\s?(?:(?:19|20)\d\d,?\s)?(?:by\s)?(?P<agency>{_AGENCY})(?!\w)",
    regex.IGNORECASE,
)
_WORD: Final = expression(r"\w+")
NEEDS: Final = {"mixed-agency-marks": Needs((frozenset(f"({name})" for name in _NAMES),))}
_MARKS: Final = {"byline": _IN_BRACKETS, "boilerplate": _COPYRIGHT, "body": _COPYRIGHT, "sign-off": _COPYRIGHT}
"""Where an agency signs for the whole story; a credit signs for its picture."""


def mixed_agency_marks(look: Look) -> Iterator[Match]:
    """A dateline of one agency over a byline or copyright line of another."""
    signed = ((each, name) for each in look.document.of_part("dateline") if (name := _signed(each)))
    segment, own = next(signed, (None, None))
    if segment is None or own is None:
        return
    for other in look.segments:
        pattern = _MARKS.get(other.part)
        if pattern is None or (pattern is _COPYRIGHT and not _may_sign(other.text)):
            continue
        for found in pattern.finditer(other.text):
            agency = _NAMES[found["agency"].lower()]
            if agency != own and look.admits(other, *found.span()):
                related = (("the dateline", whole(segment)),)
                yield Match(
                    Place(*found.span("agency"), other), {"agency": own, "other_agency": agency}, related=related
                )


def _may_sign(text: str) -> bool:
    """Whether a copyright line may stand in the text."""
    return "©" in text or any(mark in text.lower() for mark in ("copyright", "(c)"))


def _signed(dateline: Segment) -> str | None:
    found = _IN_BRACKETS.search(dateline.text)
    return _NAMES[found["agency"].lower()] if found else None


def dateline_repeated(look: Look) -> Iterator[Match]:
    """The same dateline again, above a later paragraph or glued to the first; a round-up has several."""
    first: dict[str, Segment] = {}
    datelines = look.document.of_part("dateline")
    is_round_up = len({_folded(dateline.text) for dateline in datelines}) > 1
    for dateline in datelines:
        earlier = first.setdefault(_folded(dateline.text), dateline)
        if earlier is not dateline and not is_round_up:
            yield Match(whole(dateline), related=(("first used here", whole(earlier)),))
    places = {_first_word(dateline.text) for dateline in datelines}
    for body in look.segments:
        may_be_same = bool(places) and body.part == "body" and _first_word(body.text) in places
        end = dateline_end(body.text, lead=False) if may_be_same else None
        same = first.get(_folded(body.text[:end])) if end else None
        if end and same and look.admits(body, 0, end):
            yield Match(Place(0, len(body.text[:end].rstrip()), body), related=(("first used here", whole(same)),))


def _folded(dateline: str) -> str:
    return " ".join(_WORD.findall(dateline.casefold()))


def _first_word(text: str) -> str:
    found = _WORD.search(text)
    return found[0].casefold() if found else ""
