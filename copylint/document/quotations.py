"""Direct quotations in a paragraph, by their marks.

One that is not closed ends with its paragraph, so that a stray mark doesn't hide the rest of the story. One that runs
over paragraphs opens each of them with a mark, so every paragraph can be read by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import regex

from copylint.expressions import expression
from copylint.finding import Span

_MARK: Final = expression("[\"“”„‟«»]|['‘‚](?<![\\w'’]['‘‚])(?=[^\\W\\d_])|['’‘](?<=\\S['’‘])(?!\\w)")
"""Each form begins with its mark, and looks behind it only then."""
_CLOSERS: Final = {
    '"': '"”',
    "“": '”"',
    "„": '“”"',
    "‟": '”"',
    "”": "”",
    "«": "»",
    "»": "«",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
}
"""What can close a quotation that the mark opens; „…“ and ‚…‘ are German, ”…” Swedish, »…« Danish and German."""
_SINGLE: Final = "'‘‚"
_BEFORE_OPENING: Final = expression(r"[\s(\[{/—–-]")
_GLUED_BEFORE_OPENING: Final = expression(r"[:*_]")
_AFTER_CLOSING: Final = expression(r"[\s,;:!?)\]}]|\.(?![.\d])|\Z")
_ELISION: Final = expression(r"'(?:em|til|tis|twas|cause|bout|round|n)\b", regex.IGNORECASE)
_PLURAL_POSSESSIVE: Final = expression(r"s['’] [^\W\d_]")
_SENTENCE_END: Final = expression(r"[.!?…](?=\s)")
_STOPS: Final = ",.!?…"


def quotations_in(text: str) -> tuple[Span, ...]:
    """The spans of a paragraph's quotations, their marks included, in order."""
    return tuple(_quotations(text))


def _quotations(text: str) -> Iterator[Span]:
    start, opener = 0, ""
    for mark, following in pairwise([*_MARK.finditer(text), None]):
        if mark is None:
            break
        if opener and _closes(text, mark, following, opener):
            yield Span(start, mark.end())
            opener = ""
        elif _begins(text, mark.start(), opener):
            if opener and opener not in _SINGLE:
                yield Span(start, _end_without_mark(text, start, mark.start()))
            start, opener = mark.start(), mark[0]
    if opener and opener not in _SINGLE:
        yield Span(start, len(text))


def _begins(text: str, position: int, opener: str) -> bool:
    """Whether a quotation begins at the mark, where `opener` has opened one already or nothing has."""
    if not opener:
        return _opens(text, position) or _opens_glued(text, position)
    if opener in _SINGLE:
        # What seemed to open was an apostrophe ('bots), or quotes a word or two.
        return _opens(text, position)
    return text[position] not in _SINGLE and _opens(text, position) and not _continues(text, position)


def _closes(text: str, mark: regex.Match[str], following: regex.Match[str] | None, opener: str) -> bool:
    if opener in _SINGLE:
        can_close = mark[0] in _CLOSERS[opener] and not _opens(text, mark.start())
        return can_close and not _is_possessive(text, mark, following)
    if mark[0] == "“" == opener:
        # “So“ is common in Spanish copy, and where the keyboard has one curly mark.
        return _stands_behind_a_word(text, mark.start())
    return mark[0] in _CLOSERS[opener] and not (mark[0] == '"' and _opens(text, mark.start()))


def _opens(text: str, position: int) -> bool:
    """Whether the mark at `position` can open a quotation: `6" pipe` and `players' union` hold none."""
    mark = text[position]
    if mark in "“„‟«":
        return not _stands_behind_a_word(text, position)
    if mark == "’" or (mark == "'" and _ELISION.match(text, position)) or _AFTER_CLOSING.match(text, position + 1):
        return False
    return position == 0 or _BEFORE_OPENING.match(text[position - 1]) is not None


def _opens_glued(text: str, position: int) -> bool:
    """`said:"No`, a converter's `*"No"*`, `said: " No`: inside a quotation, a mark that stands so closes it."""
    if text[position] not in '"”' or position == 0:
        return False
    if _AFTER_CLOSING.match(text, position + 1):
        return text[position - 2 : position + 1] == ': "' and text.find('"', position + 1) > 0
    return _GLUED_BEFORE_OPENING.match(text[position - 1]) is not None


def _stands_behind_a_word(text: str, position: int) -> bool:
    """Whether the mark stands as one that closes: no space before it, a space or a stop behind it."""
    before = text[position - 1 : position]
    glued = bool(before) and before not in "'’" and _BEFORE_OPENING.match(before) is None
    return glued and _AFTER_CLOSING.match(text, position + 1) is not None


def _is_possessive(text: str, mark: regex.Match[str], following: regex.Match[str] | None) -> bool:
    """'We back the players' union,' he said: the mark that a stop stands before is the one that closes."""
    if following is None or _PLURAL_POSSESSIVE.match(text, mark.start() - 1) is None:
        return False
    return following[0] == mark[0] and text[following.start() - 1] in _STOPS


def _continues(text: str, position: int) -> bool:
    """Whether the mark opens a further paragraph of the quotation: it stands behind a whole sentence."""
    before = text[max(position - 20, 0) : position].rstrip()
    return not before or before[-1] in ".!?…)]*"


def _end_without_mark(text: str, start: int, limit: int) -> int:
    """Where a quotation ends whose closing mark was forgotten: with its first sentence."""
    end = _SENTENCE_END.search(text, start, limit)
    return end.end() if end else limit
