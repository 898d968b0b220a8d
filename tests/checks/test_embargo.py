"""When embargoes end."""

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


COPY = "\n\nTalks resumed in Paris, the ministry said."
NOW = date(2026, 2, 6)


@pytest.mark.parametrize(
    ("head", "holds"),
    [
        ("EMBARGOED UNTIL 0001 GMT FEB 9", True),
        ("EMBARGOED UNTIL 0001 GMT FEB 5", False),
        ("Embargo: 1800 GMT March 1, 2026", True),
        ("---\nembargo: 2026-02-07T00:01Z\n---", True),
        ("---\nembargo: none\n---", False),
        ("The UN lifted its embargo to Feb. 20.", False),
    ],
)
def test_an_embargo_in_the_future(head: str, *, holds: bool) -> None:
    assert bool(matches("embargo-not-past", head + COPY, NOW)) == holds


@pytest.mark.parametrize(
    ("head", "now", "reason"),
    [
        ("EMBARGOED UNTIL 0001 GMT FEB 9", None, "--now gives no day"),
        ("EMBARGOED UNTIL MIDNIGHT", NOW, "it names no day"),
        ("EMBARGOED UNTIL 1800 GMT FEB 6", NOW, "it ends today, and --now gives no hour"),
        ("EMBARGOED UNTIL 1800 GMT FEB 5", NOW, ""),
        ("EMBARGOED UNTIL 1800 GMT FEB 9", NOW, ""),
    ],
)
def test_what_could_not_be_checked_is_said(head: str, now: date | None, reason: str) -> None:
    reasons = [match.values["reason"] for match in matches("embargo-not-checked", head + COPY, now)]
    assert reasons == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("head", "missing"),
    [
        ("EMBARGOED UNTIL MIDNIGHT", "day and time zone"),
        ("Embargo: Feb. 5", "hour and time zone"),
        ("EMBARGOED UNTIL 0001 GMT FEB 5", ""),
        ("---\nembargo: 2026-02-05T00:01Z\n---", ""),
    ],
)
def test_what_an_embargo_lacks(head: str, missing: str) -> None:
    assert [match.values["missing"] for match in matches("embargo-malformed", head + COPY)] == (
        [missing] if missing else []
    )


def test_no_embargo_no_finding() -> None:
    assert found("embargo-not-checked", f"The arms embargo until 2027 holds.{COPY}") == []
