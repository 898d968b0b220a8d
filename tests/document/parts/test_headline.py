from __future__ import annotations

import pytest

from copylint.document.parts.headline import can_be_headline, is_slug, is_subhead


@pytest.mark.parametrize(
    "line",
    [
        "Talks resume in Paris",
        "Bank fails",
        "Is the bridge safe?",
        "Mayor 'sorry' for flood",
        "Tax rise hits U.S.",
        "5 dead in Derna",
        "UPDATE 2-Bank fails",
    ],
)
def test_a_short_line_without_stop_can_be_a_headline(line: str) -> None:
    assert can_be_headline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Talks resumed in Paris.",
        "Paris",
        "Updated at 11:45 p.m.",
        "He left. She stayed",
        "one two " * 20,
        "Talks, he said,",
        "12 3 4",
    ],
)
def test_a_sentence_is_no_headline(line: str) -> None:
    assert not can_be_headline(line)


@pytest.mark.parametrize("line", ["US-FRANCE-RUSSIA/", "BC-EU--Flood, 5th Ld", "FRANCE-RUSSIA/ (UPDATE 1)"])
def test_slugs(line: str) -> None:
    assert is_slug(line)


@pytest.mark.parametrize("line", ["Talks resume", "PARIS", "He left."])
def test_no_slugs(line: str) -> None:
    assert not is_slug(line)


@pytest.mark.parametrize("line", ["WHAT POLICE SAY", "A Bridge Without Shores", "LOSSES"])
def test_cross_heads(line: str) -> None:
    assert is_subhead(line)


@pytest.mark.parametrize("line", ["It was late", "Yes", "ANN LEE: No.", "A 5% rise", "He Said, She Said"])
def test_no_cross_heads(line: str) -> None:
    assert not is_subhead(line)
