"""Agencies' marks and datelines."""

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
        ("By Ann Lee (AFP)\n\nPARIS, Feb 6 (Reuters) - Talks resumed on Friday, the ministry said.", ["AFP"]),
        ("PARIS (AP) — Talks resumed on Friday, the ministry said.\n\n© 2026 AFP", ["AFP"]),
        ("By Ann Lee (AP)\n\nPARIS (AP) — Talks resumed on Friday, the minister told AFP.", []),
        ("PARIS (AP) — Talks resumed on Friday, he said.\n\nMinisters on Friday. Photo: AFP", []),
        ("Talks resumed on Friday, the ministry said.\n\n© 2026 AFP", []),
    ],
)
def test_mixed_agencies(text: str, places: list[str]) -> None:
    assert found("mixed-agency-marks", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("PARIS (AP) — PARIS (AP) — Talks resumed on Friday, the ministry said.", ["PARIS (AP) —"]),
        ("PARIS (AP) — Talks resumed.\n\nPARIS (AP) — Talks resumed on Friday.", ["PARIS (AP) —"]),
        ("PARIS (AP) — Talks resumed.\n\nORAN (AP) — A bank failed on Friday.", []),
        ("PARIS (AP) — Talks resumed on Friday, the ministry said.", []),
    ],
)
def test_repeated_datelines(text: str, places: list[str]) -> None:
    assert found("dateline-repeated", text) == places
