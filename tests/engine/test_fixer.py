"""Splicing: everything outside the edits stays, and lines that a fix empties go away whole."""

from __future__ import annotations

from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.engine.fixer import apply
from copylint.finding import Edit, Finding, Fix, Safety, Span
from copylint.source.decode import Source

Splice = tuple[int, int, str]


def source(text: str) -> Source:
    return Source("story.txt", text.encode(), text, "utf-8")


def finding(*splices: Splice, safety: Safety = "safe") -> Finding:
    edits = tuple(Edit(*splice) for splice in splices)
    span = Span(edits[0].start, edits[0].end) if edits else Span(0, 0)
    return Finding(span, "some-rule", "error", "Mend it.", "", fix=Fix(safety, edits))


@pytest.mark.parametrize(
    ("text", "splices", "expected"),
    [
        ("in july 2025", [(3, 7, "July")], "in July 2025"),
        ("in july and june", [(3, 7, "July"), (12, 16, "June")], "in July and June"),
        ("one two three", [(0, 4, ""), (4, 8, "")], "three"),  # adjacent
        ("one two", [(0, 3, "1"), (3, 7, " 2")], "1 2"),
        ("one two", [(3, 3, ",")], "one, two"),
        ("Derna", [], "Derna"),
        ("One\nTwo\n", [(3, 4, " and ")], "One and Two\n"),  # joins two lines
    ],
)
def test_edits_are_spliced_in(text: str, splices: list[Splice], expected: str) -> None:
    assert apply(source(text), [finding(splice) for splice in splices]).text == expected


@pytest.mark.parametrize(
    ("text", "splices", "expected"),
    [
        ("One\n![]() |\nTwo\n", [(4, 9, ""), (9, 11, "")], "One\nTwo\n"),
        ("One\r\n![]() |\r\nTwo\r\n", [(5, 10, ""), (10, 12, "")], "One\r\nTwo\r\n"),
        ("One\r![]()\rTwo", [(4, 9, "")], "One\rTwo"),
        ("One\n  |  \nTwo", [(4, 9, "")], "One\nTwo"),
        ("One\n \t|\nTwo", [(6, 7, "")], "One\nTwo"),  # what is left is blank
        ("One\n\n|\n\nTwo\n", [(5, 6, "")], "One\n\n\nTwo\n"),  # blank lines of the story's own stay
        ("One\nTwo", [(4, 7, "")], "One"),  # there was no newline at the end
        ("One\r\nTwo", [(5, 8, "")], "One"),
        ("One\nTwo\n", [(4, 7, "")], "One\n"),
        ("One\nTwo\nSix", [(4, 7, ""), (8, 11, "")], "One"),
        ("One\r\nTwo\r\nSix", [(5, 8, ""), (10, 13, "")], "One"),
        ("One\nTwo\nSix", [(4, 11, "")], "One"),  # several lines in one edit
        ("One\nTwo\n", [(0, 3, "")], "Two\n"),
        ("One\nTwo", [(0, 3, "1"), (4, 7, "")], "1"),
        ("One", [(0, 3, "")], ""),
        ("One\n", [(0, 3, "")], ""),
        ("One\n", [(0, 4, "")], ""),
        ("One\nTwo", [(0, 3, ""), (4, 7, "")], ""),
        ("One\n \nTwo", [(4, 5, "")], "One\n\nTwo"),  # a blank line loses its space and stays
    ],
)
def test_a_line_that_a_fix_empties_goes_away_whole(text: str, splices: list[Splice], expected: str) -> None:
    assert apply(source(text), [finding(splice) for splice in splices]).text == expected


def test_of_two_fixes_that_touch_the_same_words_the_earlier_is_made() -> None:
    first, second = finding((0, 5, "A")), finding((3, 8, "B"))
    fixed = apply(source("one two six"), [first, second])
    assert (fixed.text, fixed.findings) == ("Awo six", (first,))


def test_a_fix_is_made_whole_or_not_at_all() -> None:
    first, second = finding((0, 3, "1")), finding((8, 11, "6"), (0, 7, "1-2"))
    fixed = apply(source("one two six"), [first, second])
    assert (fixed.text, fixed.findings) == ("1 two six", (first,))


@pytest.mark.parametrize("deletion_first", [True, False])
def test_what_stands_in_a_deleted_stretch_is_mended_with_it(deletion_first: bool) -> None:  # noqa: FBT001 - the row
    deletion, inside = finding((4, 11, "")), finding((8, 11, "6"))
    findings = [deletion, inside] if deletion_first else [inside, deletion]
    fixed = apply(source("one two six\n"), findings)
    assert (fixed.text, set(fixed.findings)) == ("one \n", {deletion, inside})


def test_the_same_edit_twice_is_made_once() -> None:
    fixed = apply(source("one two"), [finding((3, 3, ",")), finding((3, 3, ","))])
    assert (fixed.text, len(fixed.findings)) == ("one, two", 2)


@pytest.mark.parametrize("place", [0, 3])
def test_what_is_written_beside_a_deletion_waits_and_is_not_lost(place: int) -> None:
    deletion = finding((0, 3, ""))
    fixed = apply(source("one two"), [deletion, finding((place, place, "X"))])
    assert (fixed.text, fixed.findings) == (" two", (deletion,))


def test_a_fix_may_delete_and_write_at_the_same_place() -> None:
    assert apply(source("one two"), [finding((0, 3, ""), (3, 3, "X"))]).text == "X two"


def test_a_fix_that_contradicts_itself_is_not_made() -> None:
    before, odd = finding((0, 1, "O")), finding((4, 7, "2"), (5, 8, "3"))
    fixed = apply(source("one two six"), [before, odd])
    assert (fixed.text, fixed.findings) == ("One two six", (before,))


def test_a_fix_that_contradicts_itself_leaves_the_others_as_they_were() -> None:
    kept, contrary = finding((4, 5, "T")), finding((3, 5, ""), (2, 7, ""), (6, 9, "x"))
    fixed = apply(source("one two six"), [kept, contrary])
    assert (fixed.text, fixed.findings) == ("one Two six", (kept,))


def test_takes_no_longer_for_many_findings_than_their_number_tells() -> None:
    def seconds(count: int) -> float:
        text = "a b c d\n" * count
        start = process_time()
        # In no order, as the fixes of one rule and the next.
        places = [*range(0, count, 2), *range(1, count, 2)]
        fixed = apply(source(text), [finding((place * 8, place * 8 + 1, "A")) for place in places])
        assert len(fixed.findings) == count
        return process_time() - start

    # Eight times as many: 8 times as long where it grows with their number, 64 times where with its square.
    assert min(seconds(40_000) for _ in range(3)) < 12 * min(seconds(5_000) for _ in range(3)) + 0.2


@pytest.mark.parametrize(
    ("safety", "unsafe", "made"),
    [
        ("safe", False, True),
        ("safe", True, True),
        ("unsafe", False, False),
        ("unsafe", True, True),
        ("manual", False, False),
        ("manual", True, False),
    ],
)
def test_only_what_is_asked_for_is_made(safety: Safety, unsafe: bool, made: bool) -> None:  # noqa: FBT001 - the row
    fixed = apply(source("july"), [finding((0, 4, "July"), safety=safety)], unsafe=unsafe)
    assert fixed.text == ("July" if made else "july")
    assert bool(fixed.findings) == made


def test_findings_without_edits_change_nothing() -> None:
    without = Finding(Span(0, 4), "some-rule", "error", "Mend it.", "july")
    assert apply(source("july"), [without, finding(safety="manual")]).text == "july"


TEXTS = st.text(alphabet="ab \n\r|", max_size=40)
WRITTEN = st.text(alphabet="xy", min_size=1, max_size=3)


@st.composite
def texts_with_disjoint_edits(draw: st.DrawFn) -> tuple[str, list[Splice]]:
    """A text and edits that don't touch each other, in order. None splits a CRLF."""
    text = draw(TEXTS)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    cuts = [cut for cut in cuts if text[cut - 1 : cut + 1] != "\r\n"]
    pairs = [(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False) if start < end]
    return text, [(start, end, draw(WRITTEN)) for start, end in pairs]


@given(texts_with_disjoint_edits())
def test_everything_outside_the_edits_stays(case: tuple[str, list[Splice]]) -> None:
    text, splices = case
    expected, position = "", 0
    for start, end, written in splices:
        expected += text[position:start] + written
        position = end
    expected += text[position:]
    assert apply(source(text), [finding(splice) for splice in splices]).text == expected


@given(texts_with_disjoint_edits(), st.randoms(use_true_random=False))
def test_the_order_of_findings_does_not_matter(case: tuple[str, list[Splice]], random: Random) -> None:
    text, splices = case
    findings = [finding((start, end, "")) for start, end, _ in splices]
    shuffled = list(findings)
    random.shuffle(shuffled)
    assert apply(source(text), shuffled).text == apply(source(text), findings).text


@given(st.lists(st.sampled_from(["", "Derna", "Accra", "|", " | "]), max_size=8), st.sampled_from(["\n", "\r\n", "\r"]))
def test_deleting_words_leaves_every_other_line_as_it_was(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    findings = [finding((place, place + 1, "")) for place, char in enumerate(text) if char == "|"]
    expected = [line for line in lines if "|" not in line]
    assert apply(source(text), findings).text == newline.join(expected)
