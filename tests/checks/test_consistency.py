"""Two forms of one thing in a story."""

from typing import Any

import pytest

from copylint.checks import consistency
from copylint.checks.mixed_forms import MixedForms
from copylint.checks.model import Definition, FixForm, Look, Match, Setting
from copylint.document.model import Document, Segment
from copylint.document.offsets import OffsetMap, Piece
from copylint.finding import Span

PERCENT = {"forms": ["%", "percent", "per cent"], "after": "number", "house-forms": {"afp": "percent"}}
VARIANTS = {"sets": [[["adviser", "advisers"], ["advisor", "advisors"]], ["toward", "towards"]], "names": "skip"}
SPELLING = {"forms": ["British", "American"], "list": {"colour": "color", "centre": "center"}, "names": "skip"}
STOPS = {"forms": ["U.S.", {"name": "US", "pattern": r"\bUS\b", "write": "US"}]}


def segments(*texts: str) -> tuple[Segment, ...]:
    made, start = [], 0
    for text in texts:
        made.append(Segment("body", Span(start, start + len(text)), text, OffsetMap((Piece(0, start, len(text)),))))
        start += len(text) + 1
    return tuple(made)


def matches(options: dict[str, Any], *texts: str, house: str | None = None, after: int = 0) -> list[Match]:
    check = consistency.compile(Definition(options, fix=FixForm("unsafe", to="house-form")))
    assert isinstance(check, MixedForms)
    body = segments(*texts)
    look = Look(
        Document(0, "text", body, "\n".join(texts)),
        body,
        lambda _segment, start, _end: start >= after,
        Setting(house=house),
    )
    return list(check.find_in_document(look))


def fixed(options: dict[str, Any], text: str, house: str | None = None) -> str:
    edits = [replacement for match in matches(options, text, house=house) for replacement in match.replacements]
    for edit in reversed(edits):
        text = text[: edit.place.start] + edit.text + text[edit.place.end :]
    return text


@pytest.mark.parametrize(
    ("options", "text", "right"),
    [
        (PERCENT, "up 5%, 6% and 7 percent", "up 5%, 6% and 7%"),
        (PERCENT, "up 5 percent, 6.5 percent and 7%", "up 5 percent, 6.5 percent and 7 percent"),
        (PERCENT, "up 5 per cent, 4 per cent or 6 percent", "up 5 per cent, 4 per cent or 6 per cent"),
        (PERCENT, "up 5%, half a percent", "up 5%, half a percent"),
        (VARIANTS, "an adviser, two advisers, two Advisors", "an adviser, two advisers, two Advisors"),
        (VARIANTS, "an adviser, two advisers, two advisors", "an adviser, two advisers, two advisers"),
        (SPELLING, "the colour of the center in colour", "the colour of the centre in colour"),
        (SPELLING, "Colour fades. Ann Center spoke of color", "Colour fades. Ann Center spoke of color"),
        (STOPS, "the US, the US and the U.S. army", "the US, the US and the US army"),
    ],
)
def test_the_commonest_form_is_written(options: dict[str, Any], text: str, right: str) -> None:
    assert fixed(options, text) == right


def test_the_house_decides() -> None:
    assert fixed(PERCENT, "up 5%, 6% and 7 percent", house="afp") == "up 5 percent, 6 percent and 7 percent"
    assert fixed(PERCENT, "up 5%, 6% and 7 per cent", house="afp") == "up 5 percent, 6 percent and 7 percent"
    assert fixed(PERCENT, "up 5%, 6% and 7%", house="afp") == "up 5%, 6% and 7%"


def test_what_the_message_says() -> None:
    (match,) = matches(PERCENT, "up 5%, 6%", "and 7 percent")
    assert match.values == {
        "forms": "% and percent",
        "samples": "'5%' and '7 percent'",
        "choice": "write '%' throughout",
        "fix": "%",
    }
    ((said, place),) = match.related
    assert said == "the other form"
    assert (place.start, place.end) == (3, 5)


def test_a_list_of_words_is_named_by_what_the_story_has() -> None:
    (match,) = matches(VARIANTS, "two advisers, three advisers and an advisor")
    assert match.values["choice"] == "write 'advisers' throughout"


def test_in_a_tie_nothing_is_written() -> None:
    (match,) = matches(PERCENT, "up 5% and 6 percent")
    assert match.values["choice"] == "use one"
    assert not match.replacements
    assert match.place.start == len("up 5% and ")


def test_sets_are_judged_apart() -> None:
    assert matches(VARIANTS, "an adviser went towards him") == []
    assert len(matches(VARIANTS, "an adviser and an advisor", "went toward, and towards")) == 2


def test_what_is_not_admitted_is_no_form() -> None:
    assert matches(PERCENT, "5% and then 6 percent", after=3) == []


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "give one of"),
        ({"forms": ["a", "b"], "sets": [["a", "b"]]}, "give one of"),
        ({"forms": ["a", "b"], "flag": "title-changes"}, "give either a 'flag' or forms"),
        ({"forms": ["a", "b"], "house-forms": {"ap": "c"}}, "which is no form"),
        ({"sets": [["a", "b"]], "house-forms": {"ap": "a"}}, "not with 'sets'"),
        ({"forms": ["a", ["b", "c"]], "list": {"b": "d"}}, "names of its two sides"),
        ({"forms": ["a", {"name": "b"}]}, "either 'words' or a 'pattern'"),
    ],
)
def test_options_that_do_not_fit(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        consistency.compile(Definition(options))


def test_a_fix_writes_the_house_form() -> None:
    with pytest.raises(ValueError, match="writes 'house-form'"):
        consistency.compile(Definition(PERCENT, fix=FixForm("safe")))
