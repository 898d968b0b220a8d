"""What can be a person's name, as bylines and picture credits write it."""

from __future__ import annotations

import re
from typing import Final

from copylint.expressions import expression

_PARTICLES: Final = frozenset(
    re.findall(
        r"\S+",
        "al am and at bin d da das de del della der des di do dos du e el en et for from i in la las le les los mc of "
        "och "
        "og on sur the to und van vom von with y za zu à för für på í ó &",
    )
)
_NO_NAMES: Final = frozenset(
    re.findall(
        r"\w+",
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
        "september "
        "october november december he it she they this that these those there noon night day then now when contrast "
        "default "
        "law design definition comparison",
    )
)
_WORD: Final = expression(r"[^\s,;/|•·]+")


def is_names(text: str, at_most: int = 14) -> bool:
    """Whether the text is nothing but capitalised words, joined as names are; the first one can be no weekday."""
    words = _WORD.findall(text)
    if not 1 <= len(words) <= at_most or words[0].strip("()[]*").casefold() in _NO_NAMES:
        return False
    return all(map(_can_stand_in_name, words)) and any(word[0].isupper() for word in words)


def _can_stand_in_name(word: str) -> bool:
    bare = word.strip("()[]*.'’‘“”\"-–—:")
    if not bare:
        return True
    return bare[0].isupper() or bare.casefold() in _PARTICLES or bare[:2] in ("d'", "d’", "l'", "l’") or bare[0] == "@"
