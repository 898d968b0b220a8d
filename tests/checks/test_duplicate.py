"""Captions, paragraphs, sentences and headlines that stand twice."""

from collections.abc import Sequence
from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from copylint.checks import duplicate
from copylint.checks.duplicate import Copy, Duplicate, Unit
from copylint.checks.model import Definition, FixForm, Look, Match
from copylint.document.model import Document, Part, Segment
from copylint.document.offsets import Mask, OffsetMap, Piece
from copylint.finding import Span

FLOOD = "A flood in Derna on Monday. Photo: AFP"
HEADLINE = "Ministers reopen line to Moscow"
LONG = "The bank in Athens closed its doors on Monday after a long run by customers."
SENTENCE = "The ministry gave no reason for the delay."
DELETE_LATER = FixForm("safe", delete="later")


def document(*texts: tuple[Part, str] | str) -> Document:
    """A story of segments with their parts; a bare text stands between segments."""
    source, segments = "", []
    for each in texts:
        if isinstance(each, str):
            source += f"{each}\n"
        else:
            part, text = each
            span = Span(len(source), len(source) + len(text))
            segments.append(Segment(part, span, text, OffsetMap((Piece(0, *_ends(span)),)), deletable=True))
            source += f"{text}\n"
    return Document(0, "text", tuple(segments), source)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def matches(unit: str, alike: str, story: Document, fix: FixForm | None = None) -> list[Match]:
    check = duplicate.compile(Definition({"unit": unit, "alike": alike}, fix=fix))
    assert isinstance(check, Duplicate)
    return list(check.find_in_document(Look(story, story.segments, lambda *_: True)))


def places(unit: str, alike: str, *texts: tuple[Part, str] | str) -> list[tuple[int, int]]:
    """For each match the number of its segment and of the first one's."""
    story = document(*texts)
    order = {id(segment): index for index, segment in enumerate(story.segments)}
    found = matches(unit, alike, story)
    return [(order[id(match.place.segment)], order[id(match.related[0][1].segment)]) for match in found]


@pytest.mark.parametrize(
    ("first", "later"),
    [(FLOOD, FLOOD), (FLOOD + " |", FLOOD), (FLOOD.upper(), FLOOD), ("A bank. Photo: AP", "A bank. Photo: AP")],
)
def test_a_caption_twice(first: str, later: str) -> None:
    assert places("caption", "residue", ("caption", first), ("body", LONG), ("caption", later)) == [(2, 0)]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("A bank in Athens", "A bank in Athens"),
        ("Ann Lee in 2019. Photo: AP", "Ann Lee in 2020. Photo: AP"),
        (FLOOD, FLOOD.replace("Monday", "Sunday")),
    ],
)
def test_two_captions(first: str, later: str) -> None:
    assert places("caption", "residue", ("caption", first), ("caption", later)) == []
    assert places("caption", "80%", ("caption", first), ("caption", later)) == []


def test_exact_means_letter_for_letter() -> None:
    assert places("caption", "exact", ("caption", FLOOD), ("caption", FLOOD)) == [(1, 0)]
    assert places("caption", "exact", ("caption", FLOOD), ("caption", FLOOD + " |")) == []


def test_nearly_the_same_is_not_the_same() -> None:
    near = FLOOD.replace("Derna", "Dernah")
    assert places("caption", "80%", ("caption", FLOOD), ("caption", near), ("caption", FLOOD)) == [(1, 0)]
    assert places("caption", "residue", ("caption", FLOOD), ("caption", near)) == []


def test_all_copies_are_one_match() -> None:
    story = document(("caption", FLOOD), ("caption", FLOOD), ("body", LONG), ("caption", FLOOD))
    (match,) = matches("caption", "residue", story, DELETE_LATER)
    assert match.values["count"] == "3"
    assert [message for message, _ in match.related] == ["first used here", "also here"]
    assert [replacement.place.segment for replacement in match.replacements] == [story.segments[1], story.segments[3]]
    assert all((each.place.start, each.place.end, each.text) == (0, len(FLOOD), "") for each in match.replacements)
    assert match.safety is None


@pytest.mark.parametrize(
    ("between", "safety"),
    [
        ([], None),
        (["![](b.jpg)"], "manual"),
        (["![]() |"], "manual"),
        ([("body", LONG), "![]() |"], "manual"),
        (["![]() |", ("body", LONG)], None),
        (["![](b.jpg)", ("body", LONG)], "manual"),
    ],
)
def test_a_second_picture_makes_the_fix_manual(between: list[tuple[Part, str] | str], safety: str | None) -> None:
    story = document("![](a.jpg)", ("caption", FLOOD), *between, ("caption", FLOOD))
    (match,) = matches("caption", "residue", story, DELETE_LATER)
    assert match.safety == safety


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([LONG, LONG], [(1, 0)]),
        ([LONG, SENTENCE, LONG], [(2, 0)]),
        (["He waited all night.", "He waited all night."], [(1, 0)]),
        (["He waited all night.", "+12", "He waited all night."], [(2, 0)]),
        (["He waited all night.", SENTENCE, "He waited all night."], []),
        (["No.", "No."], []),
    ],
)
def test_paragraphs(texts: list[str], expected: list[tuple[int, int]]) -> None:
    assert places("paragraph", "residue", *(("body", text) for text in texts)) == expected


def test_captions_are_no_paragraphs() -> None:
    assert places("paragraph", "residue", ("caption", FLOOD), ("caption", FLOOD), ("body", LONG)) == []
    assert places("sentence", "residue", ("caption", LONG), ("caption", LONG), ("body", LONG)) == []


def test_paragraphs_that_differ_in_a_number() -> None:
    earlier, later = f"{LONG} It had 40 branches.", f"{LONG} It had 47 branches."
    assert places("paragraph", "85%", ("body", earlier), ("body", LONG * 2), ("body", later)) == [(2, 0)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([f"{SENTENCE} He left.", f"She stayed. {SENTENCE}"], [(1, 0)]),
        ([f"{SENTENCE} He left. {SENTENCE}"], [(0, 0)]),
        ([f"{SENTENCE} He left.", f"{SENTENCE} He left."], []),
        (["He did not elaborate. A.", "He did not elaborate. B."], []),
        ([f"{SENTENCE} A.", f"{SENTENCE} B.", f"{SENTENCE} C."], []),
    ],
)
def test_sentences(texts: list[str], expected: list[tuple[int, int]]) -> None:
    assert places("sentence", "residue", *(("body", text) for text in texts)) == expected


@pytest.mark.parametrize(
    ("later", "fixed"),
    [
        (f"She stayed. {SENTENCE} He came.", "She stayed. He came."),
        (f"{SENTENCE} He came.", "He came."),
        (f"She stayed. {SENTENCE}", "She stayed."),
    ],
)
def test_a_sentence_goes_with_its_space(later: str, fixed: str) -> None:
    story = document(("body", f"{SENTENCE} He left."), ("body", later))
    (match,) = matches("sentence", "residue", story, DELETE_LATER)
    (replacement,) = match.replacements
    assert later[: replacement.place.start] + replacement.text + later[replacement.place.end :] == fixed


@pytest.mark.parametrize(
    ("headline", "lead", "expected"),
    [
        ("Bank fails in Athens", "Bank fails in Athens. It had 40 branches.", [(1, 0)]),
        ("“Bank” fails in Athens", "BANK FAILS IN ATHENS", [(1, 0)]),
        ("Bank fails", "Bank fails. It had 40 branches.", []),
        ("Bank fails in Athens", "A bank in Athens has failed.", []),
    ],
)
def test_headlines(headline: str, lead: str, expected: list[tuple[int, int]]) -> None:
    assert places("headline", "residue", ("headline", headline), ("body", lead), ("body", headline)) == expected


def test_a_mask_in_a_caption_hides_nothing_but_a_mask_over_all_of_it_does() -> None:
    for mask, expected in ((Span(8, 13), 1), (Span(0, len(FLOOD)), 0)):
        story = document(("caption", FLOOD), ("caption", FLOOD))
        masks = (Mask(mask, "quotation"),)

        def admits(_segment: Segment, start: int, end: int, masks: tuple[Mask, ...] = masks) -> bool:
            return not any(mask.span.overlaps(Span(start, end)) for mask in masks)

        check = duplicate.compile(Definition({"unit": "caption", "alike": "residue"}))
        assert isinstance(check, Duplicate)
        assert len(list(check.find_in_document(Look(story, story.segments, admits)))) == expected


@pytest.mark.parametrize(
    ("unit", "fix", "message"),
    [("caption", FixForm("safe"), "delete: later"), ("headline", DELETE_LATER, "can't be deleted")],
)
def test_a_fix_that_does_not_fit(unit: str, fix: FixForm, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        duplicate.compile(Definition({"unit": unit, "alike": "residue"}, fix=fix))


def test_a_headline_twice() -> None:
    assert places("heading", "residue", ("headline", HEADLINE), ("subhead", HEADLINE.upper())) == [(1, 0)]
    assert places("heading", "residue", ("headline", HEADLINE), ("body", LONG), ("headline", HEADLINE)) == [(2, 0)]


def test_cross_heads_may_be_alike() -> None:
    twice: list[tuple[Part, str]] = [("subhead", HEADLINE), ("subhead", HEADLINE)]
    assert places("heading", "residue", ("headline", "Bank fails in Oran"), *twice) == []
    assert places("heading", "residue", ("headline", "Bank fails"), ("subhead", "Bank fails")) == []


def test_a_quotation_twice() -> None:
    said = "“We will go on with it until the last day,”"
    assert quotations_twice(f"{said} he said.", f"It rained. {said} Roe said.") == [(11, 11 + len(said))]
    assert quotations_twice(f"{said} he said.", f"{said.replace('last', 'first')} he said.") == []
    assert quotations_twice("“It is naive,” he said.", "“It is naive,” he said.") == []


def quotations_twice(*paragraphs: str) -> list[tuple[int, int]]:
    """Where the later ones stand in their paragraph; each paragraph has one quotation."""
    story = document(*(("body", text) for text in paragraphs))
    segments = tuple(replace(each, masks=(Mask(_quotation(each.text), "quotation"),)) for each in story.segments)
    found = matches("quotation", "residue", replace(story, segments=segments))
    return [(match.place.start, match.place.end) for match in found]


def _quotation(text: str) -> Span:
    return Span(text.index("“"), text.index("”") + 1)


class Unsifted(Duplicate):
    """Compares all with all, which takes long."""

    def _suspects(self, copies: Sequence[Copy]) -> Sequence[Copy]:
        return copies


PASSAGES = [
    LONG,
    SENTENCE,
    LONG.upper(),
    LONG.replace("Monday", "Tuesday"),
    LONG.replace("customers", "its customers"),
    LONG.replace(" ", " — "),
    f"{LONG} {SENTENCE}",
    f"{SENTENCE} {LONG}",
    "Министры вновь открыли железную дорогу и пустили первый поезд из столицы к морю в понедельник.",
    "* * *",
    "Die Straße nach Süden bleibt nach dem Unwetter am Montag noch mehrere Wochen lang für alle gesperrt.",
    "DIE STRASSE NACH SÜDEN bleibt nach dem Unwetter am Montag noch mehrere Wochen lang für alle gesperrt.",
]


@pytest.mark.parametrize("unit", ["paragraph", "sentence"])
@pytest.mark.parametrize("alike", ["exact", "residue", "85%"])
@given(some.lists(some.sampled_from(PASSAGES), max_size=6))
def test_none_is_passed_over_that_a_look_at_all_words_finds(unit: Unit, alike: str, texts: list[str]) -> None:
    story = document(*[("body", text) for text in texts])
    look = Look(story, story.segments, lambda *_: True)
    found, every = (list(check(unit, alike).find_in_document(look)) for check in (Duplicate, Unsifted))
    assert found == every


@pytest.mark.parametrize("unit", ["paragraph", "sentence"])
@pytest.mark.parametrize("alike", ["residue", "85%"])
@pytest.mark.parametrize(
    "text", [LONG, LONG + " No {}.", LONG.replace("Monday", "{} Monday"), LONG.replace("Athens", "Athens{}")]
)
def test_takes_no_longer_for_many_paragraphs_than_their_number_tells(unit: str, alike: str, text: str) -> None:
    def seconds(count: int) -> float:
        story = document(*[("body", text.format(number)) for number in range(count)])
        start = process_time()
        matches(unit, alike, story)
        return process_time() - start

    assert seconds(4_000) < 12 * min(seconds(500) for _ in range(3)) + 0.2
