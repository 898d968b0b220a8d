"""What a story says of its own versions: update numbers, correction marks and notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from copylint.checks.model import Look, Match, Needs, Place, whole
from copylint.document.model import Document, Segment
from copylint.expressions import expression
from copylint.values import dataclass

_UPDATED: Final = r"(?<!\w)(?P<scheme>UPDATE|WRAPUP)\s?(?P<number>\d{1,2})(?=\s?[-–—):/]|$|\s[A-Z])"
_LED: Final = r"(?<!\w)(?P<number>\d{1,2})(?:st|nd|rd|th)\s(?P<scheme>Ld|Lead|LD|LEAD)(?!\w)(?:[- ]?Write?thr[ou]\w*)?"
_UPDATE: Final = expression(_UPDATED)
_LEAD: Final = expression(_LED)

NEEDS: Final = {
    "version-markers-disagree": Needs(patterns=(_UPDATED, _LED)),
    "correction-mark-without-note": Needs((frozenset(("correct", "c o r r e c t e d")),)),
    "correction-note-without-mark": Needs(
        (frozenset(("correct", "misst", "misspelled", "clarif", "earlier version")),)
    ),
    "paragraph-pointer-wrong": Needs((frozenset(("para", "graf")),)),
}


@dataclass(frozen=True)
class _Mark:
    """A version's number and where it stands."""

    scheme: str
    number: int
    place: Place


def version_markers_disagree(look: Look) -> Iterator[Match]:
    """'UPDATE 2-' in the headline and '(UPDATE 3)' in the slug."""
    first: dict[str, _Mark] = {}
    for mark in _marks(look):
        earlier = first.setdefault(mark.scheme, mark)
        if earlier.number != mark.number:
            values = {"first": earlier.place.text, "second": mark.place.text}
            yield Match(mark.place, values, related=(("first marked here", earlier.place),))


def _marks(look: Look) -> Iterator[_Mark]:
    for segment in look.segments:
        for pattern in (_UPDATE, _LEAD):
            for found in pattern.finditer(segment.text):
                if _speaks_of_itself(segment, found.start()) and look.admits(segment, *found.span()):
                    scheme = "LEAD" if pattern is _LEAD else found["scheme"]
                    yield _Mark(scheme, int(found["number"]), Place(*found.span(), segment))


def _speaks_of_itself(segment: Segment, start: int) -> bool:
    """A reader may take 'UPDATE 2-Bank fails' for copy; further inside, copy speaks of other things."""
    return segment.part != "body" or (start == 0 and not segment.text.endswith("."))


_MARKED: Final = expression(r"(?<!\w)(?:CORRECTED|CORRECTION|CORRECTIVE|C O R R E C T E D)(?!\w)")
_REFILED: Final = expression(r"(?<!\w)(?:CORRECTED|CORRECTION|CORRECTIVE|C O R R E C T E D|REFILE)(?!\w)")
_FEWEST_WORDS: Final = 4
"""A note of what was corrected has more than the mark's."""
_SAYS_WHAT: Final = expression(
    r"\b(?:correct(?:s|ed|ing|ion)|misstated|misspelled|clarif\w+|earlier version)\b", regex.IGNORECASE
)


def correction_mark_without_note(look: Look) -> Iterator[Match]:
    """A story marked as corrected that says nowhere what was."""
    if any(_is_note(segment) for segment in look.document.segments):
        return
    for segment in look.segments:
        found = _MARKED.search(segment.text)
        if found and segment.part != "body":
            yield Match(Place(*found.span(), segment))
            return


def correction_note_without_mark(look: Look) -> Iterator[Match]:
    """A note above the lead saying what was corrected, under a headline without the mark."""
    document = look.document
    headline = document.of_part("headline")
    body = document.of_part("body")
    if not headline or not body or _is_marked(document):
        return
    for segment in look.segments:
        above = segment.span.start < body[0].span.start
        if segment.part == "correction" and above and _is_note(segment):
            yield Match(whole(segment))
            return


def _is_marked(document: Document) -> bool:
    flags = [segment for segment in document.of_part("correction") if not _is_note(segment)]
    marked = (*document.of_part("headline", "slug"), *flags)
    stated = " ".join(document.metadata.get(name, "") for name in ("title", "headline", "slug", "version"))
    return any(_REFILED.search(segment.text) for segment in marked) or _REFILED.search(stated.upper()) is not None


def _is_note(segment: Segment) -> bool:
    if segment.part not in ("correction", "editor-note"):
        return False
    return len(segment.text.split()) >= _FEWEST_WORDS and _SAYS_WHAT.search(segment.text) is not None


_POINTER: Final = expression(
    r"\b(?:paragraphs?|paras?|grafs?)\s(?P<numbers>\d{1,2}(?:(?:\s?[-–]\s?|,\s|\s(?:and|to)\s|,\sand\s)\d{1,2}){0,4})(?!\d)",
    regex.IGNORECASE,
)
_NUMBER: Final = expression(r"\d+")
_LONGEST_PARAGRAPH: Final = 120
"""Words; where one has more, paragraphs were joined on the way and can't be counted."""


def paragraph_pointer_wrong(look: Look) -> Iterator[Match]:
    """'(Corrects name in paragraph 9)' in a story of six."""
    body = look.document.of_part("body")
    if not body or any(len(segment.text.split()) > _LONGEST_PARAGRAPH for segment in body):
        return
    for segment in look.segments:
        if segment.part not in ("correction", "editor-note"):
            continue
        for found in _POINTER.finditer(segment.text):
            last = max(int(number) for number in _NUMBER.findall(found["numbers"]))
            if last > len(body):
                values = {"paragraph": str(last), "paragraphs": str(len(body))}
                yield Match(Place(*found.span(), segment), values)
