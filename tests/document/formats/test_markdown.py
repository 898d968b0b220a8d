from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.document.formats import read
from copylint.document.model import Document
from copylint.source.decode import decode

COPY = "The river rose again on Monday, the mayor of the town said, and two of its bridges were closed to cars."


def story(text: str) -> Document:
    return read(decode("story.md", text.encode()))[0]


def parts(text: str) -> list[tuple[str, str]]:
    return [(segment.part, segment.text) for segment in story(text).segments]


def test_headings_are_headline_and_subheads() -> None:
    assert parts(f"# River rises\n\n{COPY}\n\n## Bridges closed ##\n\n{COPY}\n\nWhat next\n---\n\n{COPY}") == [
        ("headline", "River rises"),
        ("body", COPY),
        ("subhead", "Bridges closed"),
        ("body", COPY),
        ("subhead", "What next"),
        ("body", COPY),
    ]


def test_the_first_heading_of_level_one_is_the_headline() -> None:
    assert [part for part, _ in parts(f"## Nyheter\n\n# River rises\n\n{COPY}")] == ["subhead", "headline", "body"]
    assert [part for part, _ in parts(f"## River rises\n\n{COPY}")] == ["headline", "body"]
    assert [part for part, _ in parts(f"{COPY}\n\n## Bridges\n\n{COPY}")] == ["body", "subhead", "body"]


def test_a_line_without_mark_is_no_headline_in_markdown() -> None:
    assert parts(f"River rises\n\n{COPY}")[0] == ("body", "River rises")


def test_front_matter_states_facts() -> None:
    document = story(
        '---\ntitle: "River rises"\nauthors:\n- Ann Lee\n- Bob Roe\ndate: 2026-02-06\n'
        "lang: en\ntags: [river, town]\n---\n"
        f"{COPY}\n\n## Bridges\n"
    )
    assert dict(document.metadata) == {
        "title": "River rises",
        "author": "Ann Lee, Bob Roe",
        "date": "2026-02-06",
        "language": "en",
        "tags": "river, town",
    }
    assert [segment.part for segment in document.segments] == ["front-matter", "body", "subhead"]


def test_front_matter_that_is_never_closed_is_none() -> None:
    assert story(f"---\n{COPY}\n").segments[0].part == "body"


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("The **river** rose.", "The river rose."),
        ("The *river* rose.", "The river rose."),
        ("The _river_ and __town__ rose.", "The river and town rose."),
        ("**The river rose: **It fell.", "The river rose: It fell."),
        ("The r**iver rose** again.", "The river rose again."),
        ("***The river*** rose.", "The river rose."),
        ("A [river](http://example.com/a_(b)) rose.", "A river rose."),
        ('A [river](http://example.com "The river") rose.', "A river rose."),
        ("A [river][1] rose.", "A river rose."),
        ("The river [sic] rose.", "The river [sic] rose."),
        ("The ![river](r.jpg) rose.", "The rose."),
        ("The [![river](r.jpg)](http://example.com) rose.", "The rose."),
        ("The `river` rose.", "The river rose."),
        ("The river <em>rose</em><br>again.", "The river rose again."),
        ("The river <!-- why? --> rose.", "The river rose."),
        ("Tom &amp; Ann&#8217;s river", "Tom & Ann’s river"),
        (r"On the 2\. day \*all\* rose", "On the 2. day *all* rose"),
        ("c**p and s*** and 5*4*3", "c**p and s*** and 5*4*3"),
        ("snake_case_name", "snake_case_name"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a `tick", "a `tick"),
        ("See <https://example.com/a>.", "See https://example.com/a."),
        ("a ] b [ c", "a ] b [ c"),
        ("AT&T &unknown; 5 < 6 > 4", "AT&T &unknown; 5 < 6 > 4"),
    ],
)
def test_marks_inside_a_paragraph_are_not_read(markdown: str, text: str) -> None:
    assert [segment.text for segment in story(markdown).segments] == [text]


def test_code_is_masked_inside_and_a_part_of_its_own_in_blocks() -> None:
    document = story(f"Type `ls -l` now, he said.\n\n```\nls -l\n```\n\n{COPY}\n\n    indented\n\n~~~ sh\nopen\n")
    assert [segment.part for segment in document.segments] == ["body", "code", "body", "code", "code"]
    first = document.segments[0]
    assert [first.text[m.span.start : m.span.end] for m in first.masks if m.kind == "code"] == ["ls -l"]


def test_tables() -> None:
    assert [part for part, _ in parts(f"| Team | Won |\n|---|:-:|\n| Lyon | 3 |\n\n{COPY}")] == ["table", "body"]
    assert [part for part, _ in parts("Team | Won\n--- | ---\nLyon | 3\n")] == ["table"]
    assert [part for part, _ in parts("| Lyon | 3 |\n| Derna | 12 |\n")] == ["table"]


def test_a_lone_cell_is_no_table() -> None:
    assert parts("|  |\n| --- |\n| A flood in Derna. Photo: AFP |\n") == [("caption", "A flood in Derna. Photo: AFP")]


@pytest.mark.parametrize(
    "markdown",
    [
        "![](flood.jpg)\nA flood in Derna",
        "![A flood in Derna](flood.jpg)\n\nA flood in Derna, on Monday",
        "![](flood.jpg)\n\n*A flood in Derna*",
        "![](flood.jpg) A flood in Derna",
        '<img src="flood.jpg" alt="">\nA flood in Derna',
        "![]() |\nA flood in Derna |",
        "**A flood in Derna.** Photo: AP",
        "![x](data:image/svg+xml,%3Csvg xmlns='http://a' width='1'%3E) A flood in Derna",
    ],
)
def test_captions(markdown: str) -> None:
    assert [part for part, _ in parts(f"{COPY}\n\n{markdown}\n\n{COPY}")] == ["body", "caption", "body"]


def test_copy_below_a_picture_is_body() -> None:
    assert [part for part, _ in parts(f"![A flood](flood.jpg)\n\n{COPY}")] == ["body"]


def test_the_span_of_a_bold_caption_takes_its_marks_in() -> None:
    text = "**A flood in Derna. Photo: AP**"
    (segment,) = story(text).segments
    assert (segment.span.start, segment.span.end) == (0, len(text))


def test_what_is_no_copy_is_no_segment() -> None:
    above = "<!-- a note\nof two lines -->\n<div class='x'>\n\n"
    below = "\n\n</div>\n\n* * *\n\n[1]: http://example.com\n\n{% image 'x',\ncaption: 'y' %}\n"
    text = f"{above}{COPY}{below}"
    assert parts(text) == [("body", COPY)]


def test_a_comment_that_is_never_closed_hides_nothing() -> None:
    assert parts(f"<!-- a note\n\n{COPY}")[-1] == ("body", COPY)


def test_lists_and_quotes_are_body() -> None:
    assert parts("- The river\n- The town\n\n1. One\n2. Two\n\n> The river rose again.\n") == [
        ("body", text) for text in ("The river", "The town", "One", "Two", "The river rose again.")
    ]


def test_wrapped_lines_join_and_links_do_not_count() -> None:
    text = (
        "The river rose again on Monday and the mayor told the people of the\n"
        "town to [leave their homes\n"
        "behind](https://example.com/a/very/long/address/that/can/not/be/wrapped/at/all/by/any), for\n"
        "the bridges were closed.\n"
    )
    (segment,) = story(text).segments
    assert segment.text.endswith("to leave their homes behind, for the bridges were closed.")


def test_lines_that_are_not_wrapped_stay_apart() -> None:
    assert len(parts(f"{COPY}\n{COPY}\nA flood in Derna. Photo: AFP\nBy Ann Lee (AFP)\n")) == 4


def test_nested_and_open_marks_take_linear_time() -> None:
    for text in (
        "[" * 100_000,
        "*a " * 100_000,
        "`" * 100_000,
        "![](" * 50_000,
        "<a " * 50_000,
        "<!--" * 50_000,
        "[a](" * 50_000,
        "**" * 50_000,
    ):
        story(text)


@given(
    st.lists(
        st.sampled_from(
            [
                "# a",
                "**b** c",
                "[x](y)",
                "![z](y)",
                "| a |",
                "| a | b |",
                "|---|---|",
                "```",
                "    code",
                "- item",
                "> quote",
                "",
                "`co`de",
                "&amp;",
                "<b>",
                "<!-- c",
                "-->",
                "---",
                "===",
                "By Ann Lee",
                "Photo: AFP |",
                "\\*",
                "the water _rose_ in",
            ]
        )
        | st.text("ab*_[]()!`<>&;\\# |-\n", max_size=20),
        max_size=12,
    ),
    st.sampled_from(["\n", "\r\n", "\n\n"]),
)
def test_segments_lie_in_the_source_in_order(lines: list[str], newline: str) -> None:
    document = story(newline.join(lines))
    position = 0
    for segment in document.segments:
        assert position <= segment.span.start < segment.span.end <= len(document.source_text)
        position = segment.span.end
        assert segment.text == segment.text.strip() != ""
        assert segment.span.contains(segment.source_span(0, len(segment.text)))
        for index, char in enumerate(segment.text):
            if segment.offsets.is_plain(index, index + 1):
                span = segment.source_span(index, index + 1)
                assert document.source_text[span.start : span.end] == char


def test_a_front_matter_of_a_megabyte_is_read_in_linear_time() -> None:
    start = time.process_time()
    read(decode("story.md", b"+++\n" + b"a." * 250_000 + b"a = 1\n+++\nThe dam failed.\n"))
    assert time.process_time() - start < 5


def test_comments_opened_and_never_closed_take_linear_time() -> None:
    start = time.process_time()
    story("<!-- " * 200_000)
    assert time.process_time() - start < 3
