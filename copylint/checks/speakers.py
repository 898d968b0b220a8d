"""Quotations that nobody is said to speak."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import regex

from copylint.checks.model import Look, Match, Place
from copylint.document.model import Document, Segment
from copylint.expressions import expression

_FEWEST_WORDS: Final = 10
"""Fewer words may be a title, a slogan or words as words."""
_SAYS: Final = expression(
    r"\b(?:sa(?:id|ys?|ying)|told|tells?|telling|add(?:ed|s|ing)|according to|wr(?:ote|ites?|itten|iting)"
    r"|ask(?:ed|s|ing)"
    r"|insist\w*|stat(?:ed|es|ing|ement)|announc\w+|explain\w*|warn\w*|argu\w+|claim\w*|not(?:ed|es|ing)|observ\w+|recall\w*"
    r"|repl(?:y|ied|ies)|respon[ds]\w*|declar\w+|remark\w*|comment\w*|continu\w+|conclud\w+|admit\w*|acknowledg\w+|agree\w*"
    r"|complain\w*|stress\w*|emphasi\w+|suggest\w*|joke\w*|tweet\w*|post(?:ed|s)?|quot\w+|read(?:s|ing)?|testif\w+|vow\w*"
    r"|pledg\w+|predict\w*|report\w*|shout\w*|chant\w*|sang|sings?|yell\w*|cr(?:ied|y)|whisper\w*|mutter\w*|den(?:y|ied|ies)"
    r"|confirm\w*|confess\w*|promis\w+|believ\w+|think\w*|thought|feels?|felt|call(?:ed|s|ing)|describ\w+|reveal\w*"
    r"|point(?:s|ed) out"
    r"|words|message|interview|speech|letter|e-?mail|statement|quote|slogan|sign|banner|headline|title|went on"
    r"|put it|heard|hears|speak\w*|spoke|stat\w+|counter\w*|retort\w*|urg\w+|blam\w+|opin\w+"
    r"|reflect\w*|laugh\w*|boast\w*"
    r"|reason\w*|mus(?:ed|es)|reckon\w*|reiterat\w+|caution\w*|accus\w+|contend\w*|assert\w*|maintain\w*|express\w*)\b|:\s*[\"“]|^\s*(?:--?|[–—])\s*\S",
    regex.IGNORECASE,
)
_OPENS: Final = ('"', "“", "„", "«")
_CLOSES: Final = ('"', "”", "“", "»")


def quote_without_speaker(look: Look) -> Iterator[Match]:
    """A long quotation with no word of saying round it, nor in the paragraphs beside it."""
    body = look.document.of_part("body")
    seen = {id(segment) for segment in look.segments}
    for index, segment in enumerate(body):
        if id(segment) not in seen or not segment.text.startswith(_OPENS):
            continue
        beside = [body[near] for near in (index - 1, index, index + 1) if 0 <= near < len(body)]
        if any(_SAYS.search(outside) for each in beside for outside in _outside_quotations(each)):
            continue
        quotation = next(iter(segment.quotation_spans), None)
        if quotation is None or len(body) == 1 or _stands_in_a_list(look.document, body, index):
            continue
        words = segment.text[quotation.start : quotation.end]
        # One that nobody closed hides what stands behind it, its speaker among it.
        if words.endswith(_CLOSES) and len(words.split()) >= _FEWEST_WORDS:
            yield Match(Place(quotation.start, quotation.end, segment))


def _outside_quotations(segment: Segment) -> Iterator[str]:
    position = 0
    for span in segment.quotation_spans:
        # The mark itself belongs to what introduces it: 'Its sign: "…'.
        yield segment.text[position : span.start + 1]
        position = span.end
    yield segment.text[position:]


def _stands_in_a_list(document: Document, body: Sequence[Segment], index: int) -> bool:
    """One of several quotations in a row, or under a cross-head that names the speaker."""
    near = [body[place].text for place in (index - 1, index + 1) if 0 <= place < len(body)]
    before = document.index_of(body[index]) - 1
    headed = before >= 0 and document.segments[before].part in ("subhead", "headline", "byline", "caption")
    return headed or any(text.startswith(_OPENS) for text in near)
