"""Days and months in two orders."""

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


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("On Feb. 6 and on Feb. 7 he spoke; on 2 March he left.", ["2 March"]),
        ("On 6 February and on 7 February he spoke; on March 2 he left.", ["March 2"]),
        ("On Feb. 6 and on Feb. 7 he spoke; on March 2 he left.", []),
        ("On Feb. 6 he spoke, and on 14 July and the 4th of July he danced.", []),
        ("On Feb. 6 he posted it, stamped Fri, 06 Feb 2026 17:06 GMT.", []),
        ("On Feb. 6 he posted it in Oran with a friend.\n\nPosted on 3 Oct 2016", []),
    ],
)
def test_orders(text: str, places: list[str]) -> None:
    assert found("mixed-date-order", text) == places
    assert len(matches("mixed-date-order", text)) <= 1
