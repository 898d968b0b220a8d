"""How a story ends: in the middle of a sentence, or with a second story behind its sign-off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from copylint.checks.model import Look, Match, Needs, Place, whole
from copylint.checks.sentences import sentences
from copylint.document.model import Document, Segment
from copylint.expressions import expression

NEEDS: Final = {
    "signoff-mid-story": Needs((frozenset("("), frozenset(("reporting", "writing", "editing", "compiled")))),
}
_BEHIND_A_STORY: Final = frozenset(
    {"caption", "credit", "byline", "sign-off", "boilerplate", "editor-note", "correction", "slug"}
)
_STOP: Final = expression(r"[.!?…]['\"”’»›)\]*_]*$")
_UNFINISHED: Final = expression(
    r"(?:,|;|\s[–—-]|\b(?:the|an?|of|and|or|but|to|at|by|for|with|from|into|that|which|who|whose|as|than|because|is|are"
    r"|was|were|has|have|had|will|would|could|should|can|may|its|his|her|their|our|said|told|says|between|while|where"
    r"|when|if|be|been|being|these|very|mr|mrs))$"
)
"""No sentence ends so."""
_ENDS_IN_A_WORD: Final = expression(r"(?<!\S)[a-z][a-z'’-]*$")
_LIST_MARK: Final = expression(r"^\s*(?:[-*+•·–—>|]|\d+[.)])\s")
_FEWEST_WORDS: Final = 8
_FEWEST_WITHOUT_PROOF: Final = 14
"""A paragraph of so many words that ends in a small word, where all others have their stop, is no list's item."""


def truncated_story(look: Look) -> Iterator[Match]:
    """A last paragraph that ends in mid-sentence."""
    last = _last_paragraph(look)
    if last is None or not look.admits(last, len(last.text) - 1, len(last.text)):
        return
    *_, (start, _end) = sentences(last.text)
    sentence = last.text[start:]
    if _STOP.search(last.text) or not _is_prose(last, look.document):
        return
    words = sentence.split()
    cut = _UNFINISHED.search(sentence) is not None and len(last.text.split()) >= _FEWEST_WORDS
    if cut or (len(words) >= _FEWEST_WITHOUT_PROOF and _is_cut(sentence) and _others_end(look.document, last)):
        yield Match(Place(len(last.text) - len(words[-1]), len(last.text), last))


def _last_paragraph(look: Look) -> Segment | None:
    """The last paragraph of copy, if nothing but what ends a story stands behind it."""
    for segment in reversed(look.document.segments):
        if segment.part == "body":
            return segment if any(segment is each for each in look.segments) else None
        if segment.part not in _BEHIND_A_STORY:
            return None
    return None


def _is_cut(sentence: str) -> bool:
    """Whether a sentence without a stop ends in a small word, and neither begins nor goes on as a list does."""
    listed = ": " in sentence or "*" in sentence
    return sentence[:1].isupper() and not listed and _ENDS_IN_A_WORD.search(sentence) is not None


def _is_prose(segment: Segment, document: Document) -> bool:
    """Whether the paragraph is no item of a list and no verse, and isn't ended by a link."""
    start = document.source_text.rfind("\n", 0, segment.span.start) + 1
    if _LIST_MARK.match(document.source_text[start : segment.span.end]):
        return False
    return not any(mask.kind != "quotation" and mask.span.end >= len(segment.text) for mask in segment.masks)


def _others_end(document: Document, last: Segment) -> bool:
    """Whether the other paragraphs have their stops; in the one that is cut the earlier sentences count as well."""
    others = [segment.text for segment in document.of_part("body") if segment is not last]
    inner = [last.text[start:end] for start, end in sentences(last.text)][:-1]
    ended = [_STOP.search(text) is not None or text.endswith(":") for text in (*others, *inner)]
    return len(ended) >= 2 and all(ended)


_DESK: Final = expression(r"\(+\s?(?:Reporting|Writing|Editing|Additional reporting|Compiled)\b", regex.IGNORECASE)
_LEAST_COPY: Final = 40
"""Words behind a sign-off that are another story, and not a note or a contact."""


def signoff_mid_story(look: Look) -> Iterator[Match]:
    """A desk's sign-off with copy before and behind it."""
    segments = look.document.segments
    body = [number for number, each in enumerate(segments) if each.part == "body"]
    matches: list[Match] = []
    words, first_behind = 0, None
    # From the end, so that what stands behind each sign-off is counted once.
    for segment in reversed(segments[body[0] :] if body else ()):
        if _is_copy_behind(segment):
            words, first_behind = words + len(segment.text.split()), segment
        elif first_behind and words >= _LEAST_COPY and segment.part == "sign-off" and _DESK.match(segment.text):
            matches.append(Match(whole(segment), related=(("copy goes on here", whole(first_behind)),)))
    yield from reversed(matches)


def _is_copy_behind(segment: Segment) -> bool:
    """Whether it is no note or contact."""
    in_body = segment.part == "body" and not segment.text.startswith(("(", "[", "*"))
    return in_body and _STOP.search(segment.text) is not None
