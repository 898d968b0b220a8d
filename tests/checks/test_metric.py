"""What is too long or too short."""

from typing import Any

import pytest

from copylint.checks import metric
from copylint.checks.metric import SegmentMetric, StoryMetric
from copylint.checks.model import Definition, Look, Match
from copylint.document.model import Document, Part, Segment
from copylint.document.offsets import OffsetMap, Piece
from copylint.finding import Span


def segment(text: str, part: Part = "body", start: int = 0) -> Segment:
    return Segment(part, Span(start, start + len(text)), text, OffsetMap((Piece(0, start, start + len(text)),)))


def matches(options: dict[str, Any], *segments: Segment, admitted: bool = True) -> list[Match]:
    check = metric.compile(Definition(options))
    look = Look(Document(0, "text", segments, ""), segments, lambda *_: admitted)
    if isinstance(check, StoryMetric):
        return list(check.find_in_document(look))
    assert isinstance(check, SegmentMetric)
    return [match for each in segments for match in check.find_in_segment(each, look)]


@pytest.mark.parametrize(
    ("options", "text", "value"),
    [
        ({"measure": "characters", "at-most": 4}, "Bank fails", "10"),
        ({"measure": "words", "at-most": 2}, "A bank - in Oran - fails", "5"),
        ({"measure": "words", "at-least": 4}, "Bank fails", "2"),
        ({"measure": "sentences", "at-most": 1}, "It fell. Mr. Lee left.", "2"),
        ({"measure": "words", "of": "sentence", "at-most": 2}, "It fell. Ann Lee left.", "3"),
    ],
)
def test_out_of_limits(options: dict[str, Any], text: str, value: str) -> None:
    (match,) = matches(options, segment(text))
    assert match.values["value"] == value
    assert match.values["limit"] == str(options.get("at-most") or options["at-least"])


def test_the_sentence_is_the_place() -> None:
    (match,) = matches({"measure": "words", "of": "sentence", "at-most": 2}, segment("It fell. Ann Lee left."))
    assert (match.place.start, match.place.end) == (9, 22)


@pytest.mark.parametrize("text", ["Bank fails", "A bank fails"])
def test_within_limits(text: str) -> None:
    assert matches({"measure": "words", "at-most": 3, "at-least": 2}, segment(text)) == []


def test_the_lead_is_the_first_paragraph_of_body() -> None:
    story = (segment("A long headline", "headline"), segment("It fell today.", start=20), segment("One.", start=40))
    (match,) = matches({"measure": "words", "of": "lead", "at-most": 2}, *story)
    assert match.place.segment is story[1]
    assert matches({"measure": "words", "of": "lead", "at-most": 3}, *story) == []


def test_the_story_is_measured_as_a_whole() -> None:
    story = (segment("It fell."), segment("It rose.", start=20))
    (match,) = matches({"measure": "words", "of": "story", "at-least": 5}, *story)
    assert match.values == {"value": "4", "limit": "5"}
    assert matches({"measure": "words", "of": "story", "at-least": 4}, *story) == []
    assert matches({"measure": "words", "of": "story", "at-least": 4}) == []


@pytest.mark.parametrize("unit", ["segment", "sentence", "lead", "story"])
def test_what_is_not_admitted_is_not_found(unit: str) -> None:
    assert matches({"measure": "words", "of": unit, "at-most": 1}, segment("It fell."), admitted=False) == []


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"measure": "words"}, "give 'at-most' or 'at-least'"),
        ({"measure": "sentences", "of": "sentence", "at-most": 3}, "can't be measured in sentences"),
    ],
)
def test_options_that_do_not_fit(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        metric.compile(Definition(options))
