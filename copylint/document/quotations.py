"""Direct quotations in a paragraph, by their marks.

One that is not closed ends with its paragraph, so that a stray mark doesn't hide the rest of the story. One that runs
over paragraphs opens each of them with a mark, so every paragraph can be read by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from copylint.finding import Span

_MARK: Final = re.compile("[\"“”„‟«»]|(?<![\\w'’])['‘](?=[^\\W\\d_])|(?<=\\S)['’](?!\\w)")
_CLOSERS: Final = {
    '"': '"”',
    "“": '”"',
    "„": '“”"',
    "‟": '”"',
    "”": "”",
    "«": "»",
    "»": "«",
    "‘": "’",
    "'": "'",
}
"""What can close a quotation that the mark opens; „…“ is German, ”…” Swedish, »…« Danish and German."""
_SINGLE: Final = "'‘"
_BEFORE_OPENING: Final = re.compile(r"[\s(\[{/—–-]|^")
_ELISION: Final = re.compile(r"'(?:em|til|tis|twas|cause|bout|round|n)\b", re.IGNORECASE)


def quotations_in(text: str) -> tuple[Span, ...]:
    """The spans of a paragraph's quotations, their marks included, in order."""
    return tuple(_quotations(text))


def _quotations(text: str) -> Iterator[Span]:
    start, opener = 0, ""
    for mark in _MARK.finditer(text):
        if not opener:
            if _opens(text, mark.start()):
                start, opener = mark.start(), mark[0]
        elif mark[0] in _CLOSERS[opener] and not (mark[0] == '"' and _opens(text, mark.start())):
            yield Span(start, mark.end())
            opener = ""
        elif opener in _SINGLE and mark[0] not in "'’‘" and _opens(text, mark.start()):
            # A single mark that a double one follows was an apostrophe, or quotes a word or two.
            start, opener = mark.start(), mark[0]
    if opener and opener not in _SINGLE:
        yield Span(start, len(text))


def _opens(text: str, position: int) -> bool:
    """Whether the mark at `position` can open a quotation: `6" pipe` and `players' union` hold none."""
    mark = text[position]
    following = text[position + 1 : position + 2]
    if mark in "“„‟«":
        return True
    if not following or following.isspace():
        return False
    if mark == "’" or (mark == "'" and _ELISION.match(text, position)):
        return False
    return position == 0 or _BEFORE_OPENING.match(text[position - 1]) is not None
