from collections.abc import Mapping
from typing import Any

import pytest

from copylint.checks import swap
from copylint.checks.model import Definition, Look, Match
from copylint.checks.swap import Swap
from copylint.document.model import Document, Segment
from copylint.document.offsets import OffsetMap, Piece
from copylint.finding import Span


def matches(options: Mapping[str, Any], text: str) -> list[Match]:
    compiled = swap.compile(Definition(options))
    assert isinstance(compiled, Swap)
    segment = Segment("body", Span(0, len(text)), text, OffsetMap((Piece(0, 0, len(text)),)))
    look = Look(Document(0, "text", (segment,), text), (segment,), lambda *_: True)
    return list(compiled.find_in_segment(segment, look))


def written(options: Mapping[str, Any], text: str) -> list[str]:
    return [match.replacements[0].text for match in matches(options, text)]


@pytest.mark.parametrize(
    ("pairs", "text", "expected"),
    [
        ({"Kiev": "Kyiv"}, "Kiev KIEV kiev Kievan", ["Kyiv", "KYIV"]),
        ({"towards": "toward"}, "towards Towards TOWARDS", ["toward", "Toward", "TOWARD"]),
        ({"USA": "U.S."}, "the USA", ["U.S."]),
        ({"in order to": "to"}, "In order to win, in\u00a0order to lose", ["To", "to"]),
        ({"per cent": "percent", "cent": "penny"}, "5 per cent, a cent", ["percent", "penny"]),
        ({"(sic)": "[sic]"}, "he (sic) said", ["[sic]"]),
    ],
)
def test_writes_in_the_case_of_what_it_found(pairs: dict[str, str], text: str, expected: list[str]) -> None:
    assert written({"swap": pairs}, text) == expected


def test_several_readings_are_shown_and_not_written() -> None:
    (match,) = matches({"swap": {"complement": ["a complement", "a compliment"]}}, "Complement")
    assert match.replacements == ()
    assert match.values == {
        "readings": "'A complement' or 'A compliment'",
        "fix": "A complement or A compliment",
    }


def test_a_pattern_writes_its_groups() -> None:
    options = {"swap-patterns": [{"pattern": r"(\d+) (?P<unit>km)s", "write": r"\1 \g<unit>"}]}
    assert written(options, "40 kms and 5 kms") == ["40 km", "5 km"]


def test_what_is_right_already_is_left_alone() -> None:
    assert not matches({"swap-patterns": [{"pattern": "(?i)covid-19", "write": "COVID-19"}]}, "COVID-19")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "give 'swap'"),
        ({"swap": {" ": "a"}}, "is empty"),
        ({"swap-patterns": [{"pattern": "a", "write": r"\1"}]}, "group '1'"),
    ],
)
def test_refuses_options_that_do_not_fit(options: Mapping[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        swap.compile(Definition(options))


def test_refuses_the_source_s_lines() -> None:
    with pytest.raises(ValueError, match="story's text"):
        swap.compile(Definition({"swap": {"a": "b"}}, "source"))
