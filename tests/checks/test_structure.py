"""Parts that are missing or out of place."""

from collections.abc import Mapping

import pytest

from copylint.checks import structure
from copylint.checks.model import Definition, Look
from copylint.checks.structure import Displacement, Requirement
from copylint.document.model import Document, OffsetMap, Part, Piece, Segment
from copylint.finding import Span

CAPTION: tuple[Part, str] = ("caption", "A flood. Photo: AFP")
BODY: tuple[Part, str] = ("body", "Talks began.")
BYLINE: tuple[Part, str] = ("byline", "By Ann Lee")


def found(
    options: dict[str, str], *texts: tuple[Part, str] | str, metadata: Mapping[str, str] | None = None
) -> list[str]:
    source, segments = "", []
    for each in texts:
        if not isinstance(each, str):
            span = Span(len(source), len(source) + len(each[1]))
            segments.append(Segment(each[0], span, each[1], OffsetMap((Piece(0, span.start, span.end),))))
        source += f"{each if isinstance(each, str) else each[1]}\n"
    check = structure.compile(Definition(options))
    assert isinstance(check, Requirement | Displacement)
    document = Document(0, "text", tuple(segments), source, metadata=metadata or {})
    matches = check.find_in_document(Look(document, document.segments, lambda *_: True))
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
