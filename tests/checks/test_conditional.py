"""Words that call for others."""

from typing import Any

import pytest

from copylint.checks import conditional
from copylint.checks.conditional import Condition, StoryCondition
from copylint.checks.model import Definition, Look
from copylint.document.model import Document, Part, Segment
from copylint.document.offsets import Mask, OffsetMap, Piece
from copylint.finding import Span


def segment(text: str, part: Part = "body", start: int = 0, quotations: tuple[Span, ...] = ()) -> Segment:
    masks = tuple(Mask(span, "quotation") for span in quotations)
    span = Span(start, start + len(text))
    return Segment(part, span, text, OffsetMap((Piece(0, start, start + len(text)),)), masks=masks)


def found(options: dict[str, Any], *segments: Segment, after: int = 0) -> list[str]:
    check = conditional.compile(Definition(options))
    seen = tuple(each for each in segments if each.part == "body")
    look = Look(Document(0, "text", segments, ""), seen, lambda _segment, start, _end: start >= after)
    if isinstance(check, StoryCondition):
        matches = list(check.find_in_document(look))
    else:
        assert isinstance(check, Condition)
        matches = [match for each in seen for match in check.find_in_segment(each, look)]
    return [match.place.segment.text[match.place.start : match.place.end] for match in matches if match.place.segment]


FILE = {"when": r"\bFILE\b", "unless": r"\b20\d\d\b"}
CRORE = {"when-words": ["crore"], "unless-words": ["million"], "within": "sentence"}
STORY = {"when-words": ["ECB"], "unless-words": ["European Central Bank"], "within": "story"}


@pytest.mark.parametrize(
    ("options", "text", "places"),
    [
        (FILE, "FILE - A bank.", ["FILE"]),
        (FILE, "FILE - A bank in 2020.", []),
        (FILE, "FILE and FILE", ["FILE", "FILE"]),
        (CRORE, "A crore (10 million). Two crore.", ["crore"]),
        (CRORE, "Ten million. Two crore.", ["crore"]),
        (STORY, "The ECB met.", ["ECB"]),
        (STORY, "The ECB met. The European Central Bank said so.", []),
    ],
)
def test_in_one_segment(options: dict[str, Any], text: str, places: list[str]) -> None:
    assert found(options, segment(text)) == places


def test_anywhere_in_the_story() -> None:
    explained = segment("European Central Bank meets", "headline", start=50)
    assert found(STORY, segment("The ECB met."), explained) == []


@pytest.mark.parametrize("part", ["correction", "editor-note", "table"])
def test_a_correction_explains_nothing(part: Part) -> None:
    assert found(STORY, segment("The ECB met."), segment("European Central Bank", part, start=50)) == ["ECB"]


def test_a_quotation_explains_nothing() -> None:
    quoted = segment('"European Central Bank"', start=50, quotations=(Span(0, 23),))
    assert found(STORY, segment("The ECB met."), quoted) == ["ECB"]


def test_what_is_not_admitted_is_not_found() -> None:
    assert found(FILE, segment("FILE and FILE"), after=2) == ["FILE"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"unless": "a"}, "give either 'when' or 'when-words'"),
        ({"when": "a"}, "give either 'unless' or 'unless-words'"),
        ({"when": "a", "when-words": ["a"], "unless": "b"}, "give either 'when' or 'when-words'"),
    ],
)
def test_options_that_do_not_fit(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        conditional.compile(Definition(options))


def test_the_source_has_no_conditions() -> None:
    with pytest.raises(ValueError, match="the story's text"):
        conditional.compile(Definition(FILE, text="source"))
