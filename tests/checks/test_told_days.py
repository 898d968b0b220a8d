"""Days told in the wrong tense."""

import pytest

from copylint.checks import date
from copylint.checks.date import DateCheck
from copylint.checks.model import Definition, Look
from copylint.document.formats import read
from copylint.source.decode import Source


def found(flag: str, text: str) -> list[str]:
    check = date.compile(Definition({"flag": flag}))
    assert isinstance(check, DateCheck)
    (document,) = read(Source("story.md", text.encode(), text, "utf-8"), format="markdown", language="en")
    look = Look(document, document.segments, lambda *_: True)
    places = [match.place for match in check.find_in_document(look)]
    return [each.segment.text[each.start : each.end] for each in places if each.segment]


IN_FEBRUARY = "PARIS, Feb. 6, 2026 (AP) — "


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The court ruled on Feb. 9.", "Feb. 9"),
        ("Police arrested two men in Lyon on Monday, Feb. 9, a spokesman said.", "Monday, Feb. 9"),
        ("He was born in Oran on March 2, 2027.", "March 2, 2027"),
        ("Lee said on Feb. 9 that he was ill.", "Feb. 9"),
        ("Sales fell in March 2026, the bank said.", "March 2026"),
        ("He was elected in 2029 and lives in Derna.", "2029"),
    ],
)
def test_a_past_event_after_the_storys_day(text: str, place: str) -> None:
    assert found("after-dateline", IN_FEBRUARY + text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "The court ruled on Feb. 6.",
        "The court ruled on May 20.",
        "Ministers met to agree on a vote on Feb. 9.",
        "The minister announced elections on Feb. 9.",
        "He won tickets for a concert on Feb. 9.",
        "If he resigned on Feb. 9 nobody noticed.",
        "The bank opened on Feb. 9 talks with its staff.",
        "In 1953 the war ended on Feb. 9.",
        "The fiscal year ended on Feb. 28.",
        "Seats fell to 2029 in 2029 seats.",
    ],
)
def test_no_past_event_after_the_storys_day(text: str) -> None:
    assert found("after-dateline", IN_FEBRUARY + text) == []


def test_the_dateline_need_not_say_its_year() -> None:
    assert found("after-dateline", "PARIS, Dec. 31 (AP) — The court ruled on Jan. 2.") == ["Jan. 2"]
    assert found("after-dateline", "PARIS, Dec. 31 (AP) — The court ruled on Jan. 2, 2027.") == []


def test_metadata_may_be_stamped_a_day_early() -> None:
    story = "---\ndate: 2026-02-06\n---\n\nThe court ruled on Feb. {} that the sale was void."
    assert found("after-dateline", story.format(7)) == []
    assert found("after-dateline", story.format(8)) == ["Feb. 8"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ministers will meet on Feb. 3.", ["Feb. 3"]),
        ("The plant will open in 2024, the firm said.", ["2024"]),
        ("Ministers will meet on Feb. 9.", []),
        ("They will bury those killed on Feb. 3.", []),
        ("They would meet on Feb. 3.", []),
        ("The law will apply from Feb. 3.", []),
    ],
)
def test_a_future_event_before_the_storys_day(text: str, places: list[str]) -> None:
    assert found("before-dateline", IN_FEBRUARY + text) == places


@pytest.mark.parametrize(
    ("caption", "places"),
    [
        ("Ministers in Paris, June 2, 2026. Photo: AFP", ["June 2, 2026"]),
        ("Ministers in Paris on Feb. 7. Photo: AFP", []),
        ("Ministers ahead of the vote on Feb. 20. Photo: AFP", []),
        ("A float at the Feb. 20 carnival. Photo: AFP", []),
    ],
)
def test_a_caption_after_the_storys_day(caption: str, places: list[str]) -> None:
    story = f"{IN_FEBRUARY}Talks resumed on Friday, the ministry said.\n\n{caption}"
    assert found("caption-after-dateline", story) == places
