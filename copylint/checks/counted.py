"""What a number counts: 12 'people', 3,000 'jobs', '$5 million' of a 'fine', the dead and the injured."""

from __future__ import annotations

from typing import Final

import regex

from copylint.checks.number_text import SMALL_NUMBERS, Number
from copylint.expressions import expression

_KILLED: Final = (
    r"kill(?:s|ed|ing)?|dead|dies?|died|dying|deaths?|fatalit(?:y|ies)|perish(?:ed|es)?|slain|drown(?:ed|s)?"
)
_INJURED: Final = r"injur(?:es?|ed|ing|ies)|wound(?:s|ed|ing)?|hurt"
_ARRESTED: Final = r"arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?"
_MISSING: Final = r"missing"
_TOLLS: Final = {"killed": _KILLED, "injured": _INJURED, "arrested": _ARRESTED, "missing": _MISSING}
TOLL_STEMS: Final = frozenset(
    {"kill", "dead", "die", "dying", "death", "fatalit", "perish", "slain", "drown", "claim", "injur", "wound", "hurt"}
    | {"arrest", "detain", "missing"}
)
"""How the words begin of which one stands beside every toll."""
_VERBS_BEFORE: Final = {
    "killed": (
        r"kill(?:s|ed|ing)?|death toll[\w\s]{0,24}\s(?:to|at|of|is|was|reaches|hits|now)"
        r"|claim(?:s|ed|ing)? the lives of"
    ),
    "injured": r"injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s|ing)?",
    "arrested": r"arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?",
}
_PEOPLE: Final = (
    r"people|persons?|men|women|children|civilians?|soldiers?|troops|victims|passengers|workers|miners|protesters"
    r"|policemen|police(?: officers)?|officers|students|villagers|residents|migrants|pilgrims|tourists|worshippers"
)
_BEFORE: Final = {
    kind: expression(
        rf"\b(?:{verbs})(?:\s(?:at|least|about|some|around|over|more|than|nearly|almost|up|to|the))*\s$",
        regex.IGNORECASE,
    )
    for kind, verbs in _VERBS_BEFORE.items()
}
_AFTER: Final = {
    kind: expression(
        rf"\s(?:(?:of\sthe\s)?(?:[\w-]+\s){{0,2}}(?:{_PEOPLE})\s)?(?:(?:had|have|has|were|was|are|is|been|be|feared|reported"
        rf"|confirmed|believed|left|found|also|to)\s){{0,3}}(?:{words})\b",
        regex.IGNORECASE,
    )
    for kind, words in _TOLLS.items()
}
_LONGEST_VERB: Final = 60
_LONGEST_BEHIND: Final = 200
"""Without an end, the search for a word that every match needs would go through all of a long text."""

_MORE_VICTIMS: Final = expression(
    r"\s(?:[\w-]+\s)?[\w-]+(?:\sand|,|\sas well as|\splus)\s(?:an?|his|her|their|another|himself|herself"
    rf"|(?:\d+|{'|'.join(list(SMALL_NUMBERS)[:10])})(?!\sof\b))\s"
    r"(?!spokes|police|official|doctor|minist|witness|local|hospital|statement|report|government|military|court)"
)
_WORD: Final = expression(r"[ -]([^\W\d_][\w'’-]*)")
_OF: Final = expression(r"\b([^\W\d_][\w-]+)(?:\sof|,?\s(?:worth|valued at|totall?ing))\s(?:\w+\s){0,2}$")
_NO_NOUN: Final = frozenset(
    """
    a an the and or but in on at to of for from by with as is are was were be been has have had will would could may
    might that this these those who which when while after before if than then so not over under about per into out up
    down off more less fewer million billion
    """.split()  # noqa: SIM905 - a list of sixty one-word strings is harder to read
)
_PLURALS: Final = frozenset({"people", "men", "women", "children", "police", "troops", "staff", "crew"})
_TIMES_AND_MEASURES: Final = frozenset(
    """
    year month week day hour minute second century decade time percent point degree mile kilometre kilometer km metre
    meter foot feet inch pound kilogram kg ton tonne acre hectare barrel pm am cent dollar euro pence yen page goal run
    yard game match set per round place spot way thing reason tip step
    """.split()  # noqa: SIM905
)
"""Much of one story is measured in them, and never the same thing twice."""


def toll(text: str, number: Number) -> str:
    """'killed', 'injured', 'arrested' or 'missing' where the number counts such people, else nothing."""
    if number.currency or text[number.end : number.end + 1] == "%":
        return ""
    before = text[max(number.start - _LONGEST_VERB, 0) : number.start]
    for kind, pattern in _BEFORE.items():
        if pattern.search(before):
            return "" if _counts_another(text, number) else kind
    for kind, pattern in _AFTER.items():
        if pattern.match(text, number.end, number.end + _LONGEST_BEHIND):
            return kind
    return ""


def goes_on(text: str, number: Number) -> bool:
    """'killed two women and a child' counts three."""
    return _MORE_VICTIMS.match(text, number.end) is not None


def _counts_another(text: str, number: Number) -> bool:
    """'killed 12 and wounded 30' counts both; 'killed 5 miles away', 'killed 2 dogs' no people."""
    following = _WORD.match(text, number.end)
    if following is None:
        return False
    noun = following[1].casefold()
    return singular(noun) in _TIMES_AND_MEASURES or text[number.end : number.end + 1] == "-"


def noun(text: str, number: Number) -> str:
    """The plural that the number counts, its last word and in the singular: 'job' in '3,000 factory jobs'."""
    position = number.end
    for _ in range(3):
        word = _WORD.match(text, position)
        if word is None or word[1].casefold() in _NO_NOUN:
            return ""
        lower = word[1].casefold()
        if lower in _PLURALS or (lower.endswith("s") and not lower.endswith(("ss", "us", "'s", "’s", "is"))):
            found = singular(lower)
            return "" if found in _TIMES_AND_MEASURES else found
        if text[number.end : number.end + 1] == "-":
            return ""
        position = word.end()
    return ""


def sum_of(text: str, number: Number) -> str:
    """What a sum of money is: 'fine' in '$5 million fine' and in 'a fine of $5 million'."""
    before = _OF.search(text[max(number.start - 40, 0) : number.start])
    if before:
        return singular(before[1].casefold())
    position, found = number.end, ""
    for _ in range(2):
        word = _WORD.match(text, position)
        if word is None or word[1].casefold() in _NO_NOUN:
            break
        found = singular(word[1].casefold())
        position = word.end()
    return found


def singular(word: str) -> str:
    """Good enough to compare two words of one story."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
