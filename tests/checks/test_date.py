"""The faults that rules find in dates."""

from collections.abc import Mapping

import pytest

from copylint.checks import date
from copylint.checks.date import DateCheck
from copylint.checks.model import Definition, Look, Match, Setting
from copylint.document.model import Document, Part, Segment
from copylint.document.offsets import OffsetMap, Piece
from copylint.finding import Span

IN_2026 = {"date": "2026-02-06"}


def segment(text: str, part: Part = "body") -> Segment:
    return Segment(part, Span(0, len(text)), text, OffsetMap((Piece(0, 0, len(text)),)))


def matches(
    flag: str, text: str, dateline: str = "", metadata: Mapping[str, str] | None = None, house: str | None = None
) -> list[Match]:
    check = date.compile(Definition({"flag": flag}))
    assert isinstance(check, DateCheck)
    body = segment(text)
    segments = (segment(dateline, "dateline"), body) if dateline else (body,)
    document = Document(0, "text", segments, text, metadata=metadata or {})
    return list(check.find_in_document(Look(document, (body,), lambda *_: True, Setting(house=house))))


def found(flag: str, text: str, dateline: str = "", metadata: Mapping[str, str] | None = None) -> list[str]:
    places = [match.place for match in matches(flag, text, dateline, metadata)]
    return [text[place.start : place.end] for place in places]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("in Paris on 6/2. Photo: AFP", "6/2"),
        ("since 2/5, officials said", "2/5"),
        ("Monday p.m. 12/11", "12/11"),
        ("Monday, 3/2", "3/2"),
        ("a deadline of 03/04/2026", "03/04/2026"),
        ("Issue of 6/5/97", "6/5/97"),
        ("dated 3.4.2026", "3.4.2026"),
        ("on 03-04-2026 in Oran", "03-04-2026"),
    ],
)
def test_ambiguous(text: str, place: str) -> None:
    assert found("ambiguous", text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "on 25/12 and on 6/6, by 13/01/2026",
        "odds of 6/4, a 4/5 rating, 1/2 cup",
        "the note rose 7/12",
        "by 1/2 point, on 3/4 of them, on 4/5 occasions, by 2/3",
        "from 4/1 to 5/2",
        "version 3.4.20 and call 555-04-2026 or 03-04-20261",
        "June 11/12",
    ],
)
def test_not_ambiguous(text: str) -> None:
    assert found("ambiguous", text) == []


@pytest.mark.parametrize(
    ("dateline", "metadata", "house", "readings"),
    [
        ("", {}, None, ("6 February", "June 2")),
        ("", {}, "ap", ("June 2", "6 February")),
        ("", {}, "guardian", ("6 February", "June 2")),
        ("", IN_2026, "ap", ("6 February", "June 2")),
        ("", {"date": "2026-05-30T10:00Z"}, None, ("June 2", "6 February")),
        ("PARIS, June 3 (AFP) - ", {}, None, ("June 2", "6 February")),
        ("PARIS, June 3 (AFP) - ", IN_2026, None, ("June 2", "6 February")),
        ("PARIS (AP) — ", {"date": "Tue Jun 3, 2025 8:59am EDT"}, None, ("June 2", "6 February")),
    ],
)
def test_the_nearer_reading_comes_first(
    dateline: str, metadata: Mapping[str, str], house: str | None, readings: tuple[str, str]
) -> None:
    (match,) = matches("ambiguous", "in Paris on 6/2.", dateline, metadata, house)
    assert (match.values["reading_1"], match.values["reading_2"]) == readings
    assert not match.replacements


def test_a_reading_near_the_turn_of_the_year() -> None:
    (match,) = matches("ambiguous", "open until 1/12.", "PARIS, Jan. 3, 2026 (AP) — ")
    assert match.values["reading_1"] == "January 12"
    (match,) = matches("ambiguous", "closed since 12/10.", "PARIS, Jan. 3, 2026 (AP) — ")
    assert match.values["reading_1"] == "December 10"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("sits on Feb. 30.", "Feb. 30"),
        ("on 31 April 1955", "31 April 1955"),
        ("until June 31, he said", "June 31"),
        ("Feb. 29, 2023", "Feb. 29, 2023"),
        ("May 45, 2026", "May 45, 2026"),
        ("April 29-31", "April 29-31"),
        ("due 31/02/2026", "31/02/2026"),
        ("due 13/13/2026", "13/13/2026"),
    ],
)
def test_impossible(text: str, place: str) -> None:
    assert found("impossible", text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Feb. 29, 2024, Feb. 29, Jan. 31 and 30 April",
        "In June 31 people died. June 31 graduates",
        "May 45-1/8, September 50 puts, March 87",
        "12/31/2026 and 31/12/2026",
        "48/52/30 and 13/13/26",
        "Pier 30/32 June 16-19",
    ],
)
def test_possible(text: str) -> None:
    assert found("impossible", text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Monday, Feb. 3, 2026", "Tuesday"),
        ("Sunday, 4 July 1955", "Monday"),
        ("MONDAY, MARCH 7, 2017", "Tuesday"),
        ("Thu. Feb. 5 2025", "Wednesday"),
        ("Friday and Saturday, June 14-15, 2025", "Saturday"),
    ],
)
def test_wrong_weekday(text: str, right: str) -> None:
    (match,) = matches("wrong-weekday", f"on {text}.")
    assert match.values["right"] == right
    assert match.values["year_from"] == ""
    assert match.place.start == len("on ")


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday, Feb. 3, 2026",
        "Friday and Saturday, June 13-15, 2025",
        "Friday and Saturday, June 13 and 14, 2025",
        "Tuesday-Friday, March 31-April 3, 2026",
        "Thursday or Friday, June 13, 2025",
        "Monday and on Feb. 3, 2026",
        "every Monday, Feb. 3, 2026",
        "Sunday, Jan. 9, 1905",
        "Monday, Feb. 30, 2026",
        "Monday, Feb. 3",
    ],
)
def test_right_or_unknown_weekday(text: str) -> None:
    assert found("wrong-weekday", text) == []


@pytest.mark.parametrize(
    ("dateline", "metadata", "year_from"),
    [
        ("PARIS, Feb. 6, 2026 (AP) — ", {}, " (year from the dateline)"),
        ("PARIS, Feb 6 (AFP) - ", IN_2026, " (year from the metadata)"),
        ("", IN_2026, " (year from the metadata)"),
    ],
)
def test_the_year_of_the_story(dateline: str, metadata: Mapping[str, str], year_from: str) -> None:
    (match,) = matches("wrong-weekday", "It sat on Friday, Feb. 5.", dateline, metadata)
    assert match.values == {"date": "Feb. 5, 2026", "right": "Thursday", "wrong": "Friday", "year_from": year_from}


@pytest.mark.parametrize(
    "text",
    [
        "It sat on Thursday, Feb. 5.",
        "It sat on Wednesday, Dec. 31.",  # of the year before
        "In 2014 it sat on Friday, Feb. 5.",
        "It sits on Saturday, Oct. 10, or sat on Friday, Oct. 10.",  # 2026 and 2025
    ],
)
def test_a_year_that_is_not_sure(text: str) -> None:
    assert found("wrong-weekday", text, metadata=IN_2026) == []


def test_a_dateline_without_a_year_gives_none() -> None:
    assert found("wrong-weekday", "It sat on Friday, Feb. 5.", "PARIS, Feb 6 (AFP) - ") == []


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("the 2th of May", "the 2nd of May"),
        ("21th century", "21st century"),
        ("13rd and 22th", "13th and 22nd"),
        ("the 12ST CENTURY", "the 12TH CENTURY"),
        ("a 1,002th visitor", "a 1,002nd visitor"),
        ("11st 4lb, 12th, 111th, 101st, 3rd, 9st", "11st 4lb, 12th, 111th, 101st, 3rd, 9st"),
    ],
)
def test_wrong_ordinal(text: str, fixed: str) -> None:
    for match in reversed(matches("wrong-ordinal", text)):
        (replacement,) = match.replacements
        text = text[: replacement.place.start] + replacement.text + text[replacement.place.end :]
    assert text == fixed


@pytest.mark.parametrize("text", ["June 15-13", "12 to 9 May", "Feb. 20 through 2, 2026"])
def test_reversed_range(text: str) -> None:
    assert found("reversed-range", text) == [text]


@pytest.mark.parametrize(
    "text",
    ["June 13-15", "May 31-June 2", "Dec. 28-Jan. 3", "May 20 and 12", "June 17 - 10-year bond", "June 13, 4-5 p.m."],
)
def test_no_reversed_range(text: str) -> None:
    assert found("reversed-range", text) == []


def test_what_is_not_admitted_is_not_found() -> None:
    check = date.compile(Definition({"flag": "wrong-ordinal"}))
    assert isinstance(check, DateCheck)
    body = segment("the 2th and the 3th")
    look = Look(Document(0, "text", (body,), body.text), (body,), lambda _segment, start, _end: start > 8)
    assert [match.place.start for match in check.find_in_document(look)] == [16]
