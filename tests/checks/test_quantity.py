"""The sums and contradictions that rules find in figures."""

from __future__ import annotations

import pytest

from copylint.checks import quantity
from copylint.checks.model import Definition, Look, Match
from copylint.checks.quantity import Sum
from copylint.document.model import Document, Part, Segment
from copylint.document.offsets import Mask, OffsetMap, Piece
from copylint.finding import Span


def matches(flag: str, *parts: tuple[Part, str], quoted: str = "") -> list[tuple[str, Match]]:
    """The matches in a story of these parts, each with its words; `quoted` stands in a quotation."""
    segments = []
    position = 0
    for part, text in parts:
        start = text.find(quoted) if quoted else -1
        masks = (Mask(Span(start, start + len(quoted)), "quotation"),) if start >= 0 else ()
        piece = Piece(0, position, position + len(text))
        segments.append(Segment(part, Span(position, position + len(text)), text, OffsetMap((piece,)), masks=masks))
        position += len(text) + 2
    document = Document(
        0, "text", tuple(segments), "\n\n".join(text for _, text in parts), metadata={"date": "2026-02-06"}
    )
    seen = tuple(segment for segment in segments if segment.part in ("headline", "body", "caption"))
    check = quantity.compile(Definition({"flag": flag}))
    assert isinstance(check, Sum)
    found = check.find_in_document(Look(document, seen, lambda *_: True))
    return [
        (match.place.segment.text[match.place.start : match.place.end], match) for match in found if match.place.segment
    ]


def found(flag: str, *texts: str, quoted: str = "") -> list[str]:
    """The same for paragraphs of the body."""
    return [text for text, _ in matches(flag, *(("body", text) for text in texts), quoted=quoted)]


def told(flag: str, headline: str, *texts: str) -> list[str]:
    """The same for a headline and paragraphs."""
    return [text for text, _ in matches(flag, ("headline", headline), *(("body", text) for text in texts))]


@pytest.mark.parametrize("flag", sorted(quantity.OPTIONS[0].schema["enum"]))  # type: ignore[call-overload]
def test_every_flag_has_its_function(flag: str) -> None:
    assert found(flag, "Nothing is counted here.") == []


def test_units_belong_to_conversions() -> None:
    with pytest.raises(ValueError, match="conversion"):
        quantity.compile(Definition({"flag": "toll-changes", "units": [["mile", "league", 0.33]]}))


def test_a_newsroom_has_its_own_units() -> None:
    check = quantity.compile(Definition({"flag": "conversion", "units": [["league", "kilometre", 4.83]]}))
    assert isinstance(check, Sum)
    text = "It is 10 leagues (20 km) away."
    segment = Segment("body", Span(0, len(text)), text, OffsetMap((Piece(0, 0, len(text)),)))
    look = Look(Document(0, "text", (segment,), text), (segment,), lambda *_: True)
    assert [match.values["right"] for match in check.find_in_document(look)] == ["48 km"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("a convoy 40 miles (25 km) long", "64 km"),
        ("10 kilometres (16 miles) away", "6.2 miles"),
        ("a 100-acre (400-hectare) fire", "40 hectare"),
        ("5 to 6 miles (3 to 4 km) off", "8 to 9.7 km"),
        ("an area of 10 square miles (16 square kilometres)", "26 square kilometres"),
        ("5 feet 10 inches (1.5 metres) tall", "1.78 metres"),
        ("winds of 100 mph (62 kph)", "160 kph"),
        ("12 stone (168 kg)", "76 kg"),
        ("30 miles, or 19 km, away", "48 km"),
    ],
)
def test_conversion(text: str, right: str) -> None:
    assert [match.values["right"] for _, match in matches("conversion", ("body", text))] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "a convoy 40 miles (64 km) long",
        "5,000 feet (1,500 metres), 1 mile (2 km), 6 miles (10 km)",
        "100-acre (40-hectare)",
        "5-6 miles (8-10 km)",
        "10 square miles (26 sq km)",
        "5 feet 10 inches (1.78 metres)",
        "100 gallons (455 litres), 100 gallons (379 litres)",
        "5 miles in 40 minutes (25 of them uphill)",
        "40 miles (and 25 km more)",
        "12 nautical miles (22 km)",
        "3 million acres (1.2 million hectares)",
    ],
)
def test_conversion_that_is_right(text: str) -> None:
    assert found("conversion", text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It was 40 C (72 F).", 1),
        ("It rose to 40 C (72 F).", 1),
        ("It was 40C (104F), 38 degrees Celsius (100 Fahrenheit) and -40 C (-40 F).", 0),
        ("It rose by 2 C (3.6 F).", 0),
        ("Warming of 1.5 degrees Celsius (2.7 Fahrenheit) is near.", 0),
    ],
)
def test_temperature(text: str, count: int) -> None:
    assert len(found("temperature", text)) == count


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Fire kills 12", "A fire killed 14 people on Friday."),
        ("Twelve dead in crash", "Officials said 15 people were killed."),
        ("Bank cuts 3,000 jobs", "The bank will shed 2,000 office jobs."),
        ("Owner gets $5 million fine", "A fine of $8 million was set."),
    ],
)
def test_headline_number(headline: str, body: str) -> None:
    assert len(told("headline-number", headline, body)) == 1


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Fire kills 12", "A fire killed twelve people, two more than in May."),
        ("Nearly 50 die", "The blast killed 48 people."),
        ("Fire kills 40", "It killed 30 people in Oran and 10 in Derna."),
        ("Bank cuts 3,000 jobs", "The bank will shed 2,950 jobs."),
        ("Fire kills 12", "The fire killed at least 12 people."),
        ("Fire kills 12", "Last year a fire killed 14 people."),
        ("Fire kills 12", "The dead include 3 children killed in bed."),
        ("Vote of 2026 begins", "The vote of 2024 was late."),
    ],
)
def test_headline_number_that_is_borne_out(headline: str, body: str) -> None:
    assert told("headline-number", headline, body) == []


def test_corrections_are_no_evidence() -> None:
    parts: list[tuple[Part, str]] = [
        ("headline", "Fire kills 12"),
        ("correction", "An earlier version said the fire killed 14 people."),
        ("body", "A fire killed 12 people."),
    ]
    assert matches("headline-number", *parts) == []


@pytest.mark.parametrize(
    "later",
    [
        "Police named the 14 dead.",
        "The blast killed 14 people.",
        "Officials said 14 people died.",
        "The toll stood at 14 dead.",
    ],
)
def test_toll_changes(later: str) -> None:
    assert len(found("toll-changes", "A blast killed 12 people in Oran.", later)) == 1


@pytest.mark.parametrize(
    "later",
    [
        "Police named the 12 dead.",
        "More than 10 people died.",
        "Another blast killed 14 people.",
        "The blast killed three children.",
        "Last year 14 people died.",
        "The toll was earlier put at 10 dead.",
        "A blast in Derna killed 14 people.",
        "A fire killed 14 people.",
        "The blast wounded 14 people.",
    ],
)
def test_toll_that_stays(later: str) -> None:
    assert found("toll-changes", "A blast killed 12 people in Oran.", later) == []


def test_what_somebody_says_is_no_toll() -> None:
    quote = "The blast killed 14 people"
    assert found("toll-changes", "A blast killed 12 people.", f'"{quote}," he said.', quoted=quote) == []


@pytest.mark.parametrize(
    ("flag", "text", "count"),
    [
        ("total", "12 people, seven men and six women, came", 1),
        ("total", "12 people, seven men and five women, came", 0),
        ("total", "12 people, including seven men and six women", 0),
        ("total", "about 12 people, seven men and six women", 0),
        ("total", "12 points, five rebounds and eight assists", 0),
        ("total", "12 people, seven tents and six boats, were lost", 0),
        ("total", "2,500 soldiers, comprising 1,400 Britons and 1,050 Danes", 0),
        ("total", "11 players, comprising six Britons and four Danes, left", 1),
        ("shares", "She won the run-off by 52% to 49%.", 1),
        ("shares", "Some 60 percent approve and 45 percent disapprove.", 1),
        ("shares", "Some 90 percent like tea and 80 percent like coffee.", 0),
        ("shares", "Some 60 percent approve, up from 45 percent who disapprove.", 0),
        ("percent-change", "The share rose 10% to $110 from $90.", 1),
        ("percent-change", "The share rose 22% to $110 from $90.", 0),
        ("percent-change", "Sales went from 40 to 50, up 20 percent.", 1),
        ("percent-change", "The share fell 22% to $110 from $90.", 1),
        ("percent-change", "Profit rose about 10% to $110 from $90.", 0),
        ("points", "It rose 2 percent from 5 percent to 7 percent.", 1),
        ("points", "It rose 40 percent from 5 percent to 7 percent.", 0),
        ("fraction", "A quarter (20%) came.", 1),
        ("fraction", "Nearly half (48%) came.", 0),
        ("list-count", "Four cities: Paris, Lyon and Nice.", 1),
        ("list-count", "Three cities: Paris, Lyon and Nice.", 0),
        ("currency-rates", "It paid 10 million euros ($11 million) and 5 million euros ($7.5 million).", 1),
        ("currency-rates", "It paid 10 million euros ($11 million) and 5 million euros ($5.6 million).", 0),
        ("magnitude", "The $5 billion deal was signed. The $5 million deal is late.", 1),
        ("magnitude", "The $5 billion deal was signed. The $5 million fee is paid.", 0),
        ("magnitude-forms", "It cost $5 million, then $6m.", 1),
        ("plain-dollar", "A fine of C$5 million ($4 million).", 0),
        ("age-and-birth", "Ann Lee, 45, who was born in 1971, leads.", 1),
        ("age-and-birth", "Ann Lee, 55, who was born in 1971, leads.", 0),
        ("age-and-birth", "Ann Lee, 45, whose son was born in 1991, leads.", 0),
        ("life-dates", "Ann Lee (1927-1986) died at 62.", 1),
        ("life-dates", "Ann Lee (1927-1986) died at 58.", 0),
        ("two-ages", "Ann Lee, 45, of Oran, won. The 54-year-old Lee said so.", 1),
        ("two-ages", "Ann Lee, 45, of Oran, and Bob Lee, 48, of Oran. Lee, 48, from Oran, ran.", 0),
    ],
)
def test_sum(flag: str, text: str, count: int) -> None:
    assert len(found(flag, text)) == count


@pytest.mark.parametrize(
    ("headline", "body", "count"),
    [
        ("Lyon beat Nice 2-1", "Lyon beat Nice 3-1 on Saturday.", 1),
        ("Lyon beat Nice 2-1", "Nice lost 1-2 to Lyon.", 0),
        ("Lyon beat Nice 2-1", "Lyon led 2-0 and won.", 0),
        ("Lyon are 2-1 favourites", "Lyon beat Nice 3-1 on Saturday.", 0),
    ],
)
def test_score(headline: str, body: str, count: int) -> None:
    assert len(told("score", headline, body)) == count


def test_the_headline_has_another_magnitude() -> None:
    assert told("magnitude", "Firm gets $5 billion fine", "A fine of $5 million was set.") == ["$5 billion"]
    assert told("magnitude", "Firm gets $5 billion fine", "A fine of $5 billion, a fee of $5 million.") == []
