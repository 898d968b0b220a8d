from __future__ import annotations

import pytest

from copylint.document.formats.json_stories.json_tree import read_json
from copylint.document.formats.markup.html_text import blocks_of_html, blocks_of_nitf, has_tag, lines_of_html
from copylint.document.story_text import StoryText
from copylint.errors import CopylintError
from copylint.source.decode import decode


def texts(html: str) -> list[str]:
    return [block.story.text for block in blocks_of_html(StoryText.whole(html), "feed.xml")]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<p>The dam &amp; the wall fell.</p><p>Nobody was hurt.</p>",
            ["The dam & the wall fell.", "Nobody was hurt."],
        ),
        ("The dam fell.<br><br>Nobody was hurt.", ["The dam fell.", "Nobody was hurt."]),
        ("The <b>dam</b> fell.\n\nNobody was\nhurt.", ["The dam fell.", "Nobody was hurt."]),
        ("The <b>dam</b> fell.\r\n\r\n<h2>Cause</h2>\r\n\r\nRain.", ["The dam fell.", "Cause", "Rain."]),
        ("<p>The dam\n\nfell.</p>", ["The dam fell."]),
        (
            "<html><body>The dam fell.<!-- note -->\n\nNobody was hurt.</body></html>",
            ["The dam fell.", "Nobody was hurt."],
        ),
        ("The dam&rsquo;s wall fell.", ["The dam’s wall fell."]),
        ("The dam fell.\n\nR&amp;D was hurt.", ["The dam fell.", "R&D was hurt."]),
        ("\n   The dam fell, said the office of\n   the mayor.\n  ", ["The dam fell, said the office of the mayor."]),
        ("3 < 4 & 5", ["3 < 4 & 5"]),
        ("", []),
        ("<p> </p>", []),
    ],
)
def test_the_paragraphs_of_html(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


def test_places_lead_through_the_tags_the_references_and_what_is_round_them() -> None:
    source = decode("item.json", rb'{"body": "<p>It\u2019s <b>R&amp;D<\/b> \"now\"</p>"}')
    value = read_json(source)
    assert isinstance(value, dict)
    body = value["body"]
    assert isinstance(body, StoryText)
    (block,) = blocks_of_html(body, source.path)
    story = block.story
    assert story.text == 'It’s R&D "now"'
    for words, place in (("’", r"\u2019"), ("&", "&amp;"), ('"now"', r"\"now\""), ("R&D", "R&amp;D")):
        start = story.text.index(words)
        span = story.offsets.to_source(start, start + len(words))
        assert source.text[span.start : span.end] == place


def test_lines_of_one_part() -> None:
    story = StoryText.whole("<p>The dam after it fell.</p><p>Photo: Jane Doe</p>")
    assert [(line.part, line.story.text) for line in lines_of_html(story, "x", "caption")] == [
        ("caption", "The dam after it fell."),
        ("caption", "Photo: Jane Doe"),
    ]


def test_classes_can_state_a_part() -> None:
    html = StoryText.whole('<div class="meta by">Jane Doe</div><p>The dam fell.</p>')
    assert [block.part for block in blocks_of_html(html, "x", {"by": "byline"})] == ["byline", None]


def test_nitf_is_read_from_its_content_alone() -> None:
    nitf = StoryText.whole(
        '<?xml version="1.0"?><nitf><head><title>A</title><docdata><du-key key="a"/></docdata></head><body><body.head>'
        "<hedline><hl1>A</hl1></hedline></body.head><body.content><p>The dam fell.</p><hl2>Cause</hl2><p>Rain.</p>"
        "</body.content><body.end><tagline>jd/ab</tagline></body.end></body></nitf>"
    )
    assert [(block.part, block.story.text) for block in blocks_of_nitf(nitf, "x")] == [
        (None, "The dam fell."),
        ("subhead", "Cause"),
        (None, "Rain."),
        ("sign-off", "jd/ab"),
    ]
    assert [block.story.text for block in blocks_of_nitf(StoryText.whole("<p>Rain.</p>"), "x")] == ["Rain."]


@pytest.mark.parametrize(("text", "tagged"), [("a <b>b</b>", True), ("3 < 4 > 2", False), ("x<!-- -->", True)])
def test_whether_it_is_html(text: str, *, tagged: bool) -> None:
    assert has_tag(StoryText.whole(text)) is tagged


def test_html_nested_too_deeply_is_refused() -> None:
    with pytest.raises(CopylintError, match="elements lie in more than"):
        blocks_of_html(StoryText.whole("<div>" * 5000), "x")


def test_a_run_of_spaces_costs_no_more_than_its_length() -> None:
    assert texts(f"The <b>dam</b>{' ' * 300_000}fell.") == ["The dam fell."]


def test_tags_that_nothing_closes_cost_no_more_than_their_length() -> None:
    (block,) = blocks_of_html(StoryText.whole("<p>The dam</p>" + "<a &amp; " * 15_000), "feed.xml")[:1]
    assert block.story.text == "The dam"
