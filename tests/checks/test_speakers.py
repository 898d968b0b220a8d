"""Quotations and their speakers."""

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


QUOTATION = '"We will go ahead with the talks next week whatever they may do."'


@pytest.mark.parametrize(
    ("before", "quotation", "behind", "reported"),
    [
        ("The bank failed.", QUOTATION, "A flood hit Derna.", True),
        ("Lee was angry, she told reporters.", QUOTATION, "A flood hit Derna.", False),
        ("The bank failed.", QUOTATION, "Lee said so on Friday.", False),
        ("The bank failed.", f"{QUOTATION[:-2]}," + '" Lee said.', "A flood hit Derna.", False),
        ("The bank failed.", '"Anatomy of a Fall" won.', "A flood hit Derna.", False),
        ("The bank failed.", f"{QUOTATION} — Ann Lee", "A flood hit Derna.", False),
        ("The bank failed.", f"{QUOTATION[:-1]} Lee said on a visit to Derna on Friday.", "A flood hit Derna.", False),
        ('"No more.', QUOTATION, "A flood hit Derna.", False),
        ("The bank failed.", QUOTATION, '"And no more of it."', False),
    ],
)
def test_speakers(before: str, quotation: str, behind: str, *, reported: bool) -> None:
    story = f"{before}\n\n{quotation}\n\n{behind}"
    assert bool(found("quote-without-speaker", story)) == reported
    assert len(matches("quote-without-speaker", story)) <= 1
