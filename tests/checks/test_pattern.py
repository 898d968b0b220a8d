from collections.abc import Callable
from typing import Any

import pytest

from copylint.checks import pattern
from copylint.checks.model import Definition, FixForm, Line, Look, Text
from copylint.document.model import Document, Segment
from copylint.document.offsets import OffsetMap, Piece
from copylint.finding import Span


def segment(text: str) -> Segment:
    return Segment("body", Span(0, len(text)), text, OffsetMap((Piece(0, 0, len(text)),)))


def look(
    of: Segment,
    admits: Callable[[Segment, int, int], bool] = lambda *_: True,
    format: str = "text",  # noqa: A002 - the document's own word
) -> Look:
    return Look(Document(0, format, (of,), of.text), (of,), admits)


def compiled(options: dict[str, Any], text: Text = "story", replace: str | None = None) -> Any:  # noqa: ANN401 - either level
    fix = None if replace is None else FixForm("safe", replace=replace)
    return pattern.compile(Definition(options, text, fix))


def found(options: dict[str, Any], text: str) -> list[str]:
    of = segment(text)
    return [text[match.place.start : match.place.end] for match in compiled(options).find_in_segment(of, look(of))]


def test_finds_words_and_patterns() -> None:
    assert found({"words": ["TK", "TKTK"]}, "TKTK and TK, not tk") == ["TKTK", "TK"]
    assert found({"pattern": r"^a|b$"}, "ab ab") == ["a", "b"]


def test_asks_for_every_candidate() -> None:
    of = segment("ababa")
    check = compiled({"pattern": "aba"})
    matches = check.find_in_segment(of, look(of, lambda _, start, end: (start, end) != (0, 3)))
    assert [match.place.start for match in matches] == [2]


def test_writes_its_groups() -> None:
    of = segment("on 5 May")
    check = compiled({"pattern": r"(\d+) (?P<month>May)"}, replace=r"\g<month> \1\\")
    (match,) = check.find_in_segment(of, look(of))
    assert [each.text for each in match.replacements] == ["May 5\\"]
    assert match.replacements[0].place == match.place


def test_looks_at_its_formats_only() -> None:
    of = segment("a<br>")
    check = compiled({"words": ["<br>"], "formats": ["text"]})
    assert list(check.find_in_segment(of, look(of)))
    assert not list(check.find_in_segment(of, look(of, format="markdown")))


def test_a_source_rule_looks_at_its_formats_only() -> None:
    check = compiled({"words": ["<br>"], "formats": ["text"]}, text="source")
    assert list(check.find_in_line(Line("a<br>", 0, "text")))
    assert not list(check.find_in_line(Line("a<br>", 0, "markdown")))


def test_a_source_rule_counts_from_the_start_of_the_source() -> None:
    check = compiled({"pattern": r" \|$"}, text="source", replace="")
    (match,) = check.find_in_line(Line("Photo: AFP |", 100, "text"))
    assert (match.place.start, match.place.end, match.place.segment) == (110, 112, None)
    assert match.replacements[0].text == ""


@pytest.mark.parametrize(
    ("options", "text", "replace", "message"),
    [
        ({}, "story", None, "either 'words' or 'pattern'"),
        ({"words": ["a"], "pattern": "a"}, "story", None, "either 'words' or 'pattern'"),
        ({"pattern": "(a)"}, "story", r"\2", "group '2'"),
        ({"pattern": "(a)"}, "story", r"\g<name>", "group 'name'"),
        ({"pattern": "(a)"}, "story", r"\d", r"'\\d'"),
        ({"pattern": "(a)"}, "story", "a\\", "only"),
    ],
)
def test_refuses_options_that_do_not_fit(
    options: dict[str, Any], text: Text, replace: str | None, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        compiled(options, text, replace)


def test_decodes_entities() -> None:
    of = segment("Jos&#233; and America&#191;s")
    check = pattern.compile(Definition({"pattern": r"&#\d+;"}, "story", FixForm("safe", to="decoded")))
    assert isinstance(check, pattern.SegmentPattern)
    written = [[each.text for each in match.replacements] for match in check.find_in_segment(of, look(of))]
    assert written == [["é"], []]


def test_refuses_another_form_to_write() -> None:
    with pytest.raises(ValueError, match="can't write 'house-form'"):
        pattern.compile(Definition({"words": ["a"]}, "story", FixForm("safe", to="house-form")))
