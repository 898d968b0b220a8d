"""What a story says of its own versions."""

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


COPY = "A bank failed in Athens on Friday, officials said.\n\nIt had 300 customers, the central bank said."


@pytest.mark.parametrize(
    ("head", "places"),
    [
        ("# UPDATE 4-Bank fails\n\n(Updates UPDATE 3: adds quote)\n\n", ["UPDATE 3"]),
        ("# UPDATE 4-Bank fails\n\n(UPDATE 4: adds quote)\n\n", []),
        ("# WRAPUP 1-Banks fail\n\n(Updates UPDATE 3: adds quote)\n\n", []),
    ],
)
def test_version_numbers(head: str, places: list[str]) -> None:
    assert found("version-markers-disagree", head + COPY) == places


@pytest.mark.parametrize(
    ("flag", "head", "places"),
    [
        ("correction-mark-without-note", "# CORRECTED-Bank fails in Athens\n\n", ["CORRECTED"]),
        ("correction-mark-without-note", "# CORRECTED-Bank fails\n\n(Corrects day in paragraph 1)\n\n", []),
        ("correction-mark-without-note", "# Bank fails in Athens\n\n", []),
        (
            "correction-note-without-mark",
            "# Bank fails\n\n(Corrects day in paragraph 1)\n\n",
            ["(Corrects day in paragraph 1)"],
        ),
        ("correction-note-without-mark", "# CORRECTED-Bank fails\n\n(Corrects day in paragraph 1)\n\n", []),
        (
            "paragraph-pointer-wrong",
            "# Bank fails\n\n(Corrects days in paragraphs 1 and 9)\n\n",
            ["paragraphs 1 and 9"],
        ),
        ("paragraph-pointer-wrong", "# Bank fails\n\n(Corrects day in paragraph 2)\n\n", []),
    ],
)
def test_corrections(flag: str, head: str, places: list[str]) -> None:
    assert found(flag, head + COPY) == places


def test_joined_paragraphs_are_not_counted() -> None:
    long = "A bank failed in Athens on Friday, officials said. " * 20
    assert found("paragraph-pointer-wrong", f"# Bank fails\n\n(Corrects day in paragraph 9)\n\n{long}") == []
