"""How stories end."""

from datetime import date

import pytest

from copylint.checks import consistency
from copylint.checks.consistency import Contradiction
from copylint.checks.model import Definition, Look, Match, Setting
from copylint.document.formats import read
from copylint.source.decode import Source


def matches(flag: str, text: str, now: date | None = None) -> list[Match]:
    check = consistency.compile(Definition({"flag": flag}))
    assert isinstance(check, Contradiction)
    (document,) = read(Source("story.md", text.encode(), text, "utf-8"), format="markdown", language="en")
    return list(check.find_in_document(Look(document, document.segments, lambda *_: True, Setting(now=now))))


def found(flag: str, text: str) -> list[str]:
    places = [match.place for match in matches(flag, text)]
    return [each.segment.text[each.start : each.end] for each in places if each.segment]


LEAD = "Talks resumed in Paris on Friday, the ministry said.\n\nThey go on.\n\n"


@pytest.mark.parametrize(
    ("last", "places"),
    [
        ("They met for three hours and agreed to meet in the", ["the"]),
        ("The minister, who had flown in from Oran that day,", ["day,"]),
        ("A spokesman told reporters on the steps of the palace that both sides had shown goodwill", ["goodwill"]),
        ("A spokesman told reporters on the steps of the palace that both sides had shown goodwill.", []),
        ('A spokesman told reporters: "Both sides have shown goodwill and will meet in Oran again."', []),
        ("- who took part in the talks of the", []),
        ("Ann Lee in Oran", []),
        ("STOCKS: Shares rose BONDS: Bonds fell FOREX: The dollar fell against the yen and the euro", []),
        ("They met for three hours and agreed to read https://example.org/the", []),
    ],
)
def test_the_last_words(last: str, places: list[str]) -> None:
    assert found("truncated-story", LEAD + last) == places
    assert found("truncated-story", f"{LEAD}{last}\n\n(Reporting by Ann Lee; Editing by Bob Roe)") == places


def test_copy_whose_paragraphs_have_no_stops() -> None:
    text = "A spokesman told reporters on the steps of the palace that both sides had shown goodwill"
    assert found("truncated-story", f"{text}\n\n{text} again") == []


SIGN_OFF = "(Reporting by Ann Lee; Editing by Bob Roe)"


@pytest.mark.parametrize(
    ("behind", "places"),
    [
        ("", []),
        ("For more, call the desk.", []),
        ("A bank failed in Athens on Friday, officials said. " * 6, [SIGN_OFF]),
    ],
)
def test_copy_behind_a_sign_off(behind: str, places: list[str]) -> None:
    assert found("signoff-mid-story", f"{LEAD}{SIGN_OFF}\n\n{behind}") == places
