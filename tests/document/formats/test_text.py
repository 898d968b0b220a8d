from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.document.formats import read
from copylint.document.model import Document
from copylint.source.decode import decode

PLAIN_PARAGRAPH = (
    "The river rose again on Monday, the mayor of the town said, and two of its bridges were closed to cars."
)


def story(text: str) -> Document:
    return read(decode("story.txt", text.encode()))[0]


def parts(text: str) -> list[tuple[str, str]]:
    return [(segment.part, segment.text) for segment in story(text).segments]


def test_one_paragraph_a_line() -> None:
    assert parts("The river rose.\nIt fell again.\n") == [("body", "The river rose."), ("body", "It fell again.")]


def test_hard_wrapped_lines_join_with_one_space() -> None:
    text = (
        "The river rose again on Monday and the mayor of the town told the\n"
        "people who live by the water to leave their homes before the dark\n"
        "comes.\n"
        "\n"
        "Two bridges were closed, said Robert Roe, who runs the service in\n"
        "Derna.\n"
    )
    assert parts(text) == [("body", paragraph.strip().replace("\n", " ")) for paragraph in text.split("\n\n")]


def test_an_indented_line_begins_a_paragraph_of_wrapped_text() -> None:
    text = (
        "   The river rose again on Monday and the mayor of the town told the\n"
        "people who live by the water to leave their homes before dark comes.\n"
        "   Two bridges were closed, said Robert Roe, who runs the service in\n"
        "the old harbour.\n"
    )
    assert [len(text.split()) for _, text in parts(text)] == [27, 15]


def test_a_wire_story_without_blank_lines() -> None:
    text = (
        "BC-EU--Flood, 1st Ld\n"
        "Flood closes two bridges in Derna as the mayor pleads for help\n"
        "By ANN LEE\n"
        "AP Science Writer\n"
        "   DERNA, Libya (AP) _ The river rose again on Monday, the mayor of\n"
        "the town said, and two of its bridges were closed to cars. The army\n"
        "was sent to help, he added.\n"
        '   "We have not seen this before, and we do not know how long it will\n'
        'last," the mayor said. "The people are tired.\n'
        '   "They want to go home," he said.\n'
        "   ___\n"
        "   Associated Press writer Bob Roe in Tunis contributed to this\n"
        "report.\n"
    )
    expected = "slug headline byline byline dateline body body body sign-off sign-off"
    assert [part for part, _ in parts(text)] == expected.split()


def test_a_hyphenated_word_joins_without_a_space() -> None:
    text = (
        "The river rose again on Monday and the mayor spoke to a group of 14-\nyear-old pupils who live by the water.\n"
    )
    assert "14-year-old" in parts(text)[0][1]


def test_double_spaces_inside_a_line_stay() -> None:
    assert parts("The  river rose.") == [("body", "The  river rose.")]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_newline_ends_a_line(newline: str) -> None:
    text = newline.join(["The river rose.", "", "It fell again.", ""])
    document = story(text)
    assert [segment.text for segment in document.segments] == ["The river rose.", "It fell again."]
    assert document.segments[1].span.start == text.index("It")


@pytest.mark.parametrize("space", ["\f", "\v", "\x1c", "\x85", "\u2028"])
def test_nothing_else_ends_a_line(space: str) -> None:
    assert len(parts(f"The river{space}rose.")) == 1


def test_converters_residue_is_no_segment_and_stays_outside() -> None:
    text = "The river rose on Monday.\n![]() |\n|\nA flood in Derna. Photo: AFP |\n| A bank in Athens. Photo: AFP |\n"
    document = story(text)
    assert [(s.part, s.text) for s in document.segments] == [
        ("body", "The river rose on Monday."),
        ("caption", "A flood in Derna. Photo: AFP"),
        ("caption", "A bank in Athens. Photo: AFP"),
    ]
    caption = document.segments[2]
    assert text[caption.span.start : caption.span.end] == caption.text


def test_a_pipe_between_words_stays() -> None:
    assert parts("Choose A | B | C.") == [("body", "Choose A | B | C.")]


def test_wrapped_copy_below_a_cell_stands_alone() -> None:
    text = (
        "| Lyon | 3 |\n"
        "The river rose again on Monday and the mayor of the town told the\n"
        "people who live by the water to leave their homes before the dark\n"
        "came down over them.\n"
    )
    assert parts(text)[0][1] == "Lyon | 3"


def test_a_cell_below_wrapped_copy_stands_alone() -> None:
    text = (
        "The river rose again on Monday and the mayor of the town told the\n"
        "people who live by the water to leave their homes before the dark\n"
        "| Lyon | 3 |\n"
    )
    assert [text for _, text in parts(text)][1:] == ["Lyon | 3"]


def test_a_short_line_below_a_picture_is_its_caption() -> None:
    text = f"{PLAIN_PARAGRAPH}\n![]() |\nThe bridge of Derna in spring |\n"
    assert parts(text)[1] == ("caption", "The bridge of Derna in spring")


def test_a_headline_stands_above_copy() -> None:
    assert parts(f"River rises in Derna\n\n{PLAIN_PARAGRAPH}")[0] == ("headline", "River rises in Derna")
    assert parts("River rises in Derna")[0][0] == "body"
    assert parts(f"The river rose.\n\n{PLAIN_PARAGRAPH}")[0][0] == "body"


def test_a_whole_story() -> None:
    text = (
        "CORRECTED-River rises in Derna\n\nBy ANN LEE\nAP Sports Writer\n\n"
        f"DERNA, Libya (AP) — {PLAIN_PARAGRAPH}\n\nWHAT POLICE SAY\n\n{PLAIN_PARAGRAPH}\n\n"
        "FILE - The bridge of Derna. (AP Photo/Ann Lee)\n\nPhoto: AP\n\nScroll down for video\n\n"
        f"{PLAIN_PARAGRAPH} (Reporting by Ann Lee)\n\n(This story corrects the day in paragraph 2)\n\n___\n\n"
        "Associated Press writer Bob Roe contributed to this report.\n"
    )
    assert [part for part, _ in parts(text)] == [
        "correction", "headline", "byline", "byline", "dateline", "body", "subhead", "body", "caption", "credit",
        "boilerplate", "body", "sign-off", "correction", "sign-off", "sign-off",
    ]  # fmt: skip


def test_the_lead_begins_at_its_first_word() -> None:
    document = story(f"PARIS (AP) — {PLAIN_PARAGRAPH}")
    assert [segment.text for segment in document.segments] == ["PARIS (AP) —", PLAIN_PARAGRAPH]


def test_notes_bullets_and_byline_glued_before_the_dateline() -> None:
    text = f"* Profit up 3% * Outlook cut By Ann Lee NEW YORK (Reuters) - {PLAIN_PARAGRAPH}"
    assert parts(text) == [
        ("body", "Profit up 3% * Outlook cut"),
        ("byline", "By Ann Lee"),
        ("dateline", "NEW YORK (Reuters) -"),
        ("body", PLAIN_PARAGRAPH),
    ]
    assert parts(f"(Adds comment) PARIS, Feb 6 (Reuters) - {PLAIN_PARAGRAPH}") == [
        ("editor-note", "(Adds comment)"),
        ("dateline", "PARIS, Feb 6 (Reuters) -"),
        ("body", PLAIN_PARAGRAPH),
    ]
    assert [part for part, _ in parts(f"(Adds comment)\nPARIS (AP) — {PLAIN_PARAGRAPH}")] == [
        "editor-note", "dateline", "body",
    ]  # fmt: skip


def test_initials_glued_to_the_last_paragraph() -> None:
    assert parts(f"{PLAIN_PARAGRAPH}\n\nThe river fell, she said. bur-abc/def\n")[1:] == [
        ("body", "The river fell, she said."),
        ("sign-off", "bur-abc/def"),
    ]
    assert parts(f"{PLAIN_PARAGRAPH}\n\nIt rises and/or falls by the hour.\n")[-1][0] == "body"


def test_header_lines_are_headline_byline_and_facts() -> None:
    document = story(
        "-- River rises\n-- By Ann Lee\n-- Fri Feb 6, 2026 1:00pm\n-- http://example.com/1\n\n \n\n"
        " DERNA  (Reuters) - It rose.\n"
    )
    assert [(s.part, s.text) for s in document.segments] == [
        ("headline", "River rises"),
        ("byline", "By Ann Lee"),
        ("dateline", "DERNA  (Reuters) -"),
        ("body", "It rose."),
    ]
    assert document.metadata == {"date": "Fri Feb 6, 2026 1:00pm", "url": "http://example.com/1"}


@pytest.mark.parametrize(
    ("name", "stated"),
    [
        ("wire/2026-02-06-talks.txt", "2026-02-06"),
        ("2026-02-06.txt", "2026-02-06"),
        ("2026-13-06-talks.txt", None),
        ("20260206-talks.txt", None),
        ("talks-2026-02-06.txt", None),
    ],
)
def test_a_date_that_the_file_name_begins_with_is_known(name: str, stated: str | None) -> None:
    (document,) = read(decode(name, b"The river rose."))
    assert document.metadata.get("file-date") == stated


def test_tables_of_figures() -> None:
    table = "Team        Won   Lost\nLyon          3      1\nDerna        12      4\n"
    assert [part for part, _ in parts(f"{PLAIN_PARAGRAPH}\n\n{table}\n{PLAIN_PARAGRAPH}")] == ["body", "table", "body"]
    assert parts("| Lyon | 3 |\n| Derna | 12 |\n")[0][0] == "table"
    assert [part for part, _ in parts("He paid  3 euros  and left.")] == ["body"]


def test_lists_lose_their_marks() -> None:
    assert parts("* The river rose.\n- It fell.\n• It rose.") == [
        ("body", "The river rose."), ("body", "It fell."), ("body", "It rose."),
    ]  # fmt: skip


def test_a_converters_heading_marks_are_understood() -> None:
    assert parts(f"# River rises\n{PLAIN_PARAGRAPH}\n## Bridges closed\n{PLAIN_PARAGRAPH}") == [
        ("headline", "River rises"),
        ("body", PLAIN_PARAGRAPH),
        ("subhead", "Bridges closed"),
        ("body", PLAIN_PARAGRAPH),
    ]


def test_a_tag_is_masked() -> None:
    (segment,) = story('It <a href="x">rose</a> again.').segments
    assert [segment.text[m.span.start : m.span.end] for m in segment.masks if m.kind == "tag"] == [
        '<a href="x">',
        "</a>",
    ]


def test_a_long_line_takes_linear_time() -> None:
    for line in (
        "The river rose. " * 60_000,
        "(Reuters) " * 90_000,
        "![](" * 200_000,
        "a|" * 400_000,
        "(Reporting by A " * 60_000,
    ):
        assert story(line).segments or line.startswith("![")


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@given(
    st.lists(
        st.sampled_from(
            [
                "The river rose on Monday.",
                "PARIS (AP) — It rose.",
                "By Ann Lee",
                "Photo: AFP |",
                "![]() |",
                "",
                " ",
                "|",
                "* one",
                "# head",
                "12  34  56",
                "| a | b |",
                "(Reporting by Ann Lee)",
                "«",
                "\t",
                "x" * 70,
                "a\u00a0b",
                "\f",
                "who live by the water and who left their homes before the dark",
                "river rises",
                "-- x",
                "___",
                "\u2028",
                "-",
            ]
        )
        | st.text(max_size=30),
        max_size=12,
    ),
    st.sampled_from(["\n", "\r\n", "\r", "\n\n"]),
)
def test_segments_lie_in_the_source_in_order(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    check_segments(read(decode("story.txt", text.encode(errors="replace").replace(b"\0", b"")))[0])


def check_segments(document: Document, *, plain: bool = True) -> None:
    """What holds for every reader."""
    position = 0
    for segment in document.segments:
        assert position <= segment.span.start < segment.span.end <= len(document.source_text)
        position = segment.span.end
        assert segment.text == segment.text.strip() != ""
        whole = segment.source_span(0, len(segment.text))
        assert segment.span.contains(whole)
        slice_ = document.source_text[segment.span.start : segment.span.end]
        if plain:
            assert folded(segment.text).replace("- ", "-") == folded(slice_).replace("- ", "-")
        for mask in segment.masks:
            assert 0 <= mask.span.start < mask.span.end <= len(segment.text)
        assert list(segment.masks) == sorted(segment.masks, key=lambda mask: (mask.span.start, mask.span.end))
        for index in range(0, len(segment.text), max(len(segment.text) // 7, 1)):
            if segment.offsets.is_plain(index, index + 1):
                span = segment.source_span(index, index + 1)
                assert document.source_text[span.start : span.end] == segment.text[index]
