"""Bylines: `By Ann Lee`, `By CHARLES ODUM`, `Von Anna Roe`, and the writer's title on the line below."""

from __future__ import annotations

import re
from typing import Final

import regex

from copylint.document.parts.names import is_names
from copylint.expressions import expression

_LONGEST: Final = 140
_OPENING: Final = expression(
    r"(?:By|BY|Par|PAR|Por|POR|Von|VON|Door|Av|AV|Af|Tekst:|Text:|Story by|Words by|Written by|Reported by"
    r"|Posted by|Analysis by)\s*:?\s+(?=\S)|by\s+(?=[A-Z][\w.'’-]+\s+[A-Z][\w.'’-]+$)"
)
_TAIL: Final = expression(
    r"\s*(?:\((?:AP|AFP|Reuters|dpa|UPI|CNN|[A-Z][\w ./-]{1,30})\)|[|•·].*"
    r"|,?\s+(?:last updated|updated|published|posted|follow)\b.*|,\s+\w{3,9}\.? \d{1,2},.*)$",
    regex.IGNORECASE,
)
_ROLE: Final = expression(
    r"(?:[\w’'.&/-]+\s+){0,5}(?:writer|reporter|correspondent|columnist|editor|bureau chief|contributor)s?",
    regex.IGNORECASE,
)
_OF_AGENCY: Final = expression(
    r"(?:The )?(?:Associated Press|AP|AFP|Reuters|Agence France-Presse|dpa|Canadian Press|[A-Z][\w ]{0,30} staff)"
)


def is_byline(text: str) -> bool:
    """Whether a whole line names the writers and nothing else."""
    if len(text) > _LONGEST:
        return False
    opening = _OPENING.match(text)
    if opening is None:
        return False
    names = _TAIL.sub("", text[opening.end() :])
    role = re.search(r",\s+(?=[^,]+$)", names)
    if role and _ROLE.fullmatch(names[role.end() :].rstrip(".")):
        names = names[: role.start()]
    return not _ends_a_sentence(names) and is_names(names)


def is_writer_title(text: str) -> bool:
    """Whether a line can stand under a byline as its second: `AP Sports Writer`, `Associated Press`."""
    if len(text) > 60 or not text[:1].isupper():
        return False
    return _OF_AGENCY.fullmatch(text) is not None or (_ROLE.fullmatch(text) is not None and is_names(text))


def _ends_a_sentence(names: str) -> bool:
    """`By Ann Lee Jr.` and `By A. B.` don't, `By Monday.` does."""
    return names.endswith((".", "!", "?", ",", ":", ";")) and re.search(r"\b(?:Jr|Sr|[A-Z])\.$", names) is None
