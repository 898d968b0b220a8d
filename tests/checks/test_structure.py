"""Parts that are missing or out of place."""

from collections.abc import Mapping

import pytest

from copylint.checks import structure
from copylint.checks.model import Definition, Look
from copylint.checks.structure import Displacement, Requirement
from copylint.document.model import Document, Part, Segment
from copylint.document.offsets import OffsetMap, Piece
from copylint.finding import Span

CAPTION: tuple[Part, str] = ("caption", "A flood. Photo: AFP")
BODY: tuple[Part, str] = ("body", "Talks began.")
BYLINE: tuple[Part, str] = ("byline", "By Ann Lee")


def look_at(*texts: tuple[Part, str] | str, metadata: Mapping[str, str] | None = None) -> Look:
    """A document with one text a line; what is no pair stands between segments."""
    source, segments = "", []
    for each in texts:
        if not isinstance(each, str):
            span = Span(len(source), len(source) + len(each[1]))
            segments.append(Segment(each[0], span, each[1], OffsetMap((Piece(0, span.start, span.end),))))
        source += f"{each if isinstance(each, str) else each[1]}\n"
    document = Document(0, "text", tuple(segments), source, metadata=metadata or {})
    return Look(document, document.segments, lambda *_: True)


def found(
    options: dict[str, str], *texts: tuple[Part, str] | str, metadata: Mapping[str, str] | None = None
) -> list[str]:
    check = structure.compile(Definition(options))
    assert isinstance(check, Requirement | Displacement)
    matches = check.find_in_document(look_at(*texts, metadata=metadata))
    return [segment.text[match.place.start : match.place.end] for match in matches if (segment := match.place.segment)]


@pytest.mark.parametrize(
    ("texts", "metadata", "places"),
    [
        ([BODY], {}, ["Talks"]),
        ([BYLINE, BODY], {}, ["Talks"]),
        ([("headline", "Talks begin"), BODY], {}, []),
        ([BODY], {"title": "Talks begin"}, []),
        ([BODY], {"title": ""}, ["Talks"]),
        ([CAPTION], {}, []),
        ([], {}, []),
    ],
)
def test_a_headline_is_required(texts: list[tuple[Part, str]], metadata: Mapping[str, str], places: list[str]) -> None:
    assert found({"require": "headline"}, *texts, metadata=metadata) == places


@pytest.mark.parametrize(
    ("texts", "places"),
    [([BODY, BYLINE], ["By Ann Lee"]), ([BYLINE, BODY], []), ([BYLINE], []), ([BODY, BYLINE, BODY], ["By Ann Lee"])],
)
def test_bylines_out_of_place(texts: list[tuple[Part, str]], places: list[str]) -> None:
    assert found({"flag": "byline-out-of-place"}, *texts) == places


@pytest.mark.parametrize(
    ("texts", "loose"),
    [
        ([BODY, CAPTION], 1),
        ([CAPTION, BODY], 1),
        ([BODY, "![](a.jpg)", CAPTION], 0),
        ([BODY, CAPTION, "<img src=a.jpg>", BODY], 0),
        ([BODY, "![](a.jpg)", CAPTION, CAPTION], 1),
        ([CAPTION], 0),
    ],
)
def test_loose_captions(texts: list[tuple[Part, str] | str], loose: int) -> None:
    assert found({"flag": "loose-caption"}, *texts) == [CAPTION[1]] * loose


@pytest.mark.parametrize("options", [{}, {"require": "headline", "flag": "loose-caption"}])
def test_options_that_do_not_fit(options: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="either"):
        structure.compile(Definition(options))


@pytest.mark.parametrize(
    ("texts", "places"),
    [
        ([("headline", "Bank fails in Athens"), ("caption", "Bank fails in Athens. Photo: AFP")], 1),
        ([("headline", "Bank fails in Athens"), ("caption", "Bank Fails In Athens")], 1),
        ([("headline", "Bank fails in Athens"), ("caption", "A bank in Athens. Photo: AFP")], 0),
        ([("headline", "Ann Lee"), ("caption", "Ann Lee. Photo: AFP")], 0),
        ([("caption", "Bank fails in Athens. Photo: AFP")], 0),
    ],
)
def test_captions_that_repeat_the_headline(texts: list[tuple[Part, str]], places: int) -> None:
    assert len(found({"flag": "caption-as-headline"}, *texts)) == places


def test_a_caption_that_repeats_the_stated_title() -> None:
    title = {"title": "Bank fails in Athens"}
    assert found({"flag": "caption-as-headline"}, ("caption", "Bank fails in Athens"), metadata=title)


@pytest.mark.parametrize(
    ("texts", "places"),
    [
        ([BODY, ("caption", "A flood."), BODY], ["A flood."]),
        ([BODY, CAPTION], []),
        ([("caption", "A flood."), ("credit", "Photo: AFP")], []),
        ([("credit", "Photo: AFP"), ("caption", "A flood.")], []),
    ],
)
def test_captions_without_a_credit(texts: list[tuple[Part, str]], places: list[str]) -> None:
    assert found({"flag": "uncredited-caption"}, *texts) == places


@pytest.mark.parametrize(
    ("texts", "places"),
    [
        ([BODY, ("credit", "Photo: AFP"), BODY], ["Photo: AFP"]),
        ([BODY, "![](a.jpg)", ("credit", "Photo: AFP"), BODY], []),
        ([BODY, ("caption", "A flood."), ("credit", "Photo: AFP")], []),
    ],
)
def test_credits_without_a_picture(texts: list[tuple[Part, str] | str], places: list[str]) -> None:
    assert found({"flag": "loose-credit"}, *texts) == places


@pytest.mark.parametrize(
    ("texts", "places"),
    [
        (["![A flood.](a.jpg)", ("caption", "A flood. Photo: AFP")], 1),
        (['<img src="a.jpg" alt="A flood.">', ("caption", "A flood.")], 1),
        ([("caption", "A flood."), "![A flood](a.jpg)"], 1),
        (["![Water in a street](a.jpg)", ("caption", "A flood.")], 0),
        (["![](a.jpg)", ("caption", "A flood.")], 0),
        (["![A flood](a.jpg)", "![A bank](b.jpg)", "![A dam](c.jpg)", ("caption", "A flood.")], 0),
    ],
)
def test_alternative_texts_that_repeat_the_caption(texts: list[tuple[Part, str] | str], places: int) -> None:
    assert len(found({"flag": "alternative-as-caption"}, *texts)) == places


@pytest.mark.parametrize(
    ("texts", "places"),
    [
        ([("body", "Talks went on"), ("body", "until noon.")], ["until"]),
        ([("body", "Talks ended."), ("body", "until noon.")], []),
        ([("body", "Talks went on"), ("body", "Until noon.")], []),
        ([("body", "Talks went on"), "", ("body", "until noon.")], []),
        ([("body", "Talks went on"), CAPTION, ("body", "until noon.")], []),
        ([("body", "Die Gespräche"), ("body", "über den Vertrag.")], ["über"]),
    ],
)
def test_sentences_that_are_hard_wrapped(texts: list[tuple[Part, str] | str], places: list[str]) -> None:
    assert found({"flag": "hard-wrapped-sentence"}, *texts) == places


@pytest.mark.parametrize(("blank_lines", "excess"), [(0, None), (1, None), (2, "\n"), (4, "\n\n\n")])
def test_blank_lines(blank_lines: int, excess: str | None) -> None:
    look = look_at(BODY, *[""] * blank_lines, BODY)
    check = structure.compile(Definition({"flag": "excess-blank-lines"}))
    assert isinstance(check, Displacement)
    places = [match.place for match in check.find_in_document(look)]
    assert [look.document.source_text[place.start : place.end] for place in places] == ([excess] if excess else [])


@pytest.mark.parametrize(
    ("metadata", "count"), [({}, 2), ({"title": "A"}, 1), ({"title": "A", "date": "2026-02-06"}, 0)]
)
def test_fields_that_front_matter_lacks(metadata: Mapping[str, str], count: int) -> None:
    texts: tuple[Part, str] = ("front-matter", "--- ---")
    assert len(found({"flag": "missing-field"}, texts, BODY, metadata=metadata)) == count


@pytest.mark.parametrize(
    ("headings", "places"),
    [
        (["Ministers reopen a secret line", "What The Ministers Said Today"], ["What The Ministers Said Today"]),
        (["What The Ministers Said Today", "Ministers reopen a secret line"], ["Ministers reopen a secret line"]),
        (["Ministers reopen a secret line", "Reaction"], []),
        (["Ministers reopen a secret line", "MINISTERS REOPEN A SECRET LINE"], []),
        (["Ministers reopen a secret line", "Roe meets Ann Lee in Oran"], []),
        (["What The Ministers Said Today", "Why They Left by Two Doors"], []),
    ],
)
def test_headings_in_two_cases(headings: list[str], places: list[str]) -> None:
    parts: list[Part] = ["headline", "subhead"]
    assert found({"flag": "mixed-heading-case"}, *zip(parts, headings, strict=True)) == places
