from __future__ import annotations

import pytest

from copylint.checks.contexts import NAMES, description, holds
from copylint.checks.model import Place
from copylint.document.formats import read
from copylint.document.model import Document, Part, Segment
from copylint.document.offsets import OffsetMap, Piece
from copylint.finding import Span
from copylint.source.decode import decode


def story(*paragraphs: str, part: Part = "body") -> Document:
    text = "\n".join(paragraphs)
    segments = []
    start = 0
    for paragraph in paragraphs:
        end = start + len(paragraph)
        segments.append(Segment(part, Span(start, end), paragraph, OffsetMap((Piece(0, start, end),))))
        start = end + 1
    return Document(0, "text", tuple(segments), text)


def in_context(name: str, text: str, place: str, part: Part = "body") -> bool:
    document = story(text, part=part)
    start = text.index(place)
    return holds(name, Place(start, start + len(place), document.segments[0]), document)


TRUE = [
    ("scores", "Lee won 6/2 6/4 in Lyon.", "6/2"),
    ("scores", "Lee won 6/4, 6/2 in Lyon.", "6/2"),
    ("scores", "Lee beat Ann Roe 6/2 in Lyon.", "6/2"),
    ("scores", "They resumed on 5/2 at stumps.", "5/2"),
    ("scores", "He had figures of 6/12 in Lyon.", "6/12"),
    ("scores", "Derna were 3/2 all out.", "3/2"),
    ("odds", "Bookmakers have him at 6/4 to win.", "6/4"),
    ("odds", "Lee is the 5/2 favourite.", "5/2"),
    ("odds", "He was backed at 7/2 to go.", "7/2"),
    ("odds", "On Monday, 5/2 favourite Star fell.", "5/2"),
    ("odds", "The odds were cut from 5/1 to 5/2.", "5/2"),
    ("fractions", "Rates went up by 1/2 point.", "1/2"),
    ("fractions", "It took 3 1/2 years.", "1/2"),
    ("fractions", "It fell by 2/3 of its price.", "2/3"),
    ("ratings", "He gave it 4/5 stars.", "4/5"),
    ("ratings", "Rated 8/10 by the reviewer.", "8/10"),
    ("ratings", "On Friday, 4/5 stars were given.", "4/5"),
    ("day-ranges", "It opens on June 11/12.", "11/12"),
    ("day-ranges", "It opens on 11/12 June.", "11/12"),
    ("seasons", "The crop of 1986/87 was poor.", "1986/87"),
    ("seasons", "In the 11/12 season they won.", "11/12"),
    ("seasons", "The season 11/12 was poor.", "11/12"),
    ("market-quotes", "The note rose 7/12 in price.", "7/12"),
    ("market-quotes", "The bonds fell by 7/12 late.", "7/12"),
    ("market-quotes", "Treasuries were down 3 4/12 at noon.", "4/12"),
    ("ticker-codes", "Shares of HBOS HBOS.L rose.", "HBOS HBOS"),
    ("ticker-codes", "Shares of Ford (F.N) rose.", "F.N"),
    ("ticker-codes", "Shares of Ford <F.N> rose.", "F.N"),
    ("ticker-codes", "Ford (NYSE: F) rose.", "F)"),
    ("lowercase-passages", "we go home in june and come back.", "june"),
    ("lowercase-passages", 'He wrote: "last june, i went home. then i left."', "june"),
    ("lowercase-passages", "we met Lee. then in june we left. it rained. we slept.", "june"),
    ("lyrics", "And then la la la they sang.", "la la"),
    ("lyrics", "♪ the the river ♪", "the the"),
]

FALSE = [
    ("scores", "The party that led the count closed on 6/2 and won.", "6/2"),
    ("scores", "He declared a holiday on 6/2.", "6/2"),
    ("scores", "The team beat Lyon on 6/2.", "6/2"),
    ("scores", "They meet on 6/2 and 7/2.", "6/2"),
    ("scores", "Lee won 03/04/2026 all out.", "03/04/2026"),
    ("odds", "William Hill said sales fell on 6/2.", "6/2"),
    ("odds", "He was shot dead on 6/2 in Lyon.", "6/2"),
    ("odds", "The vote on 6/2 on Monday's plan", "6/2"),
    ("odds", "It was due on 6/2, at odds with the law.", "6/2"),
    ("odds", "The odds on 03/04/2026 were long.", "03/04/2026"),
    ("fractions", "The court sits on 3/2.", "3/2"),
    ("fractions", "The court sits on 1/2, he said.", "1/2"),
    ("ratings", "The film opens on 4/5, reviewers say.", "4/5"),
    ("ratings", "Stars arrive on 4/5.", "4/5"),
    ("ratings", "He gave it 9/5 stars.", "9/5"),
    ("day-ranges", "It opens on 11/12.", "11/12"),
    ("day-ranges", "They may 11/12 go.", "11/12"),
    ("seasons", "He left on 05/06 last year.", "05/06"),
    ("seasons", "School ended early when he left on 05/06.", "05/06"),
    ("seasons", "In the 11/13 season they won.", "11/13"),
    ("market-quotes", "The bank sent notes to clients on 6/2.", "6/2"),
    ("market-quotes", "Pay up by 6/2, the bank's notes say.", "6/2"),
    ("market-quotes", "It rose 7/12.", "7/12"),
    ("market-quotes", "The note fell to 03/04/2026.", "03/04/2026"),
    ("ticker-codes", "He left the the U.S. on Monday.", "the the"),
    ("ticker-codes", "The the board of HBOS HBOS.L met.", "The the"),
    ("lowercase-passages", "Lee left in june.", "june"),
    ("lowercase-passages", "in june", "june"),
    (
        "lowercase-passages",
        "Roe Inc. said so. Lee Corp. rose in june. The U.S. economy grew. Ann Lee Co. fell.",
        "june",
    ),
    ("lyrics", "They saw the the film La La Land.", "the the"),
    ("tables", "They saw the the film.", "the the"),
    ("code", "They saw the the film.", "the the"),
]


@pytest.mark.parametrize(("name", "text", "place"), TRUE)
def test_a_place_in_its_context(name: str, text: str, place: str) -> None:
    assert in_context(name, text, place)


@pytest.mark.parametrize(("name", "text", "place"), FALSE)
def test_a_place_that_only_looks_so(name: str, text: str, place: str) -> None:
    assert not in_context(name, text, place)


def test_tables_and_code_are_parts() -> None:
    assert in_context("tables", "Lyon  6/2  6/4", "6/2", "table")
    assert in_context("code", "a | b |", "|", "code")
    assert not in_context("code", "a | b |", "|", "table")


def test_three_short_lines_that_differ_are_verse() -> None:
    verse = story("The river is rising now", "The bridge is under water", "And nobody comes home")
    middle = verse.segments[1]
    assert holds("lyrics", Place(0, 3, middle), verse)
    for lines in (
        ("A flood in Derna", "A flood in Derna", "A flood in Derna"),
        ("Ann Lee", "Bob Roe", "Lyon"),
        ("The river is rising now.", "The bridge is under water.", "And nobody comes home."),
        ("The river is rising now", "The bridge is under water"),
    ):
        document = story(*lines)
        assert not holds("lyrics", Place(0, 3, document.segments[1]), document)
    captions = story("The river is rising", "The bridge is down", "And nobody comes", part="caption")
    assert not holds("lyrics", Place(0, 3, captions.segments[1]), captions)


def test_a_rule_on_the_source_sees_one_line() -> None:
    text = "Lee beat Ann\rRoe 6/2\r\n6/4 it was.\n"
    (document,) = read(decode("story.txt", text.encode()))
    start = text.index("6/2")
    assert not holds("scores", Place(start, start + 3), document)
    beside = "Lee: 6/2 6/4\n"
    assert holds("scores", Place(5, 8), read(decode("story.txt", beside.encode()))[0])


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_context_is_described_and_answers_anywhere(name: str) -> None:
    assert description(name)
    document = story("a")
    assert holds(name, Place(0, 1, document.segments[0]), document) is False
    assert holds(name, Place(0, 1), document) is False


@pytest.mark.parametrize("name", sorted(NAMES))
@pytest.mark.parametrize("unit", ["6/2 ", "A.B ", "la la ", "i. ", "won the ", "a"])
def test_a_long_paragraph_costs_little(name: str, unit: str) -> None:
    text = unit * 20_000
    document = story(text)
    middle = len(text) // 2
    on_the_line = holds(name, Place(middle, middle + 3), document)
    assert on_the_line == holds(name, Place(middle, middle + 3, document.segments[0]), document)
