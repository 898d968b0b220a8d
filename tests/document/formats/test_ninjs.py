from __future__ import annotations

import json
from pathlib import Path

import pytest

from copylint.document.formats import read, recognise
from copylint.document.formats.json_stories.json_kinds import by_json
from copylint.document.model import Document
from copylint.errors import CopylintError, Problem
from copylint.source.decode import decode


def documents(value: object, *, ascii_only: bool = False) -> tuple[Document, ...]:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=2)
    return read(decode("item.json", text.encode()), format="ninjs")


def parts(value: object) -> list[tuple[str, str]]:
    (document,) = documents(value)
    return [(segment.part, segment.text) for segment in document.segments]


STORY = {
    "uri": "urn:x:1",
    "type": "text",
    "body_html": "<p>LYON, Feb 6 (Reuters) - The dam&rsquo;s wall <b>fell</b>.</p><p>(Reporting by Jane Doe)</p>",
    "byline": "By Jane Doe",
    "headline": "Dam fails above Lyon",
    "slugline": "FRANCE-DAM",
    "ednote": "Updates toll",
    "located": "Lyon",
}


def test_a_story_is_read_in_reading_order() -> None:
    assert parts(STORY) == [
        ("slug", "FRANCE-DAM"),
        ("headline", "Dam fails above Lyon"),
        ("byline", "By Jane Doe"),
        ("dateline", "LYON, Feb 6 (Reuters) -"),
        ("body", "The dam’s wall fell."),
        ("sign-off", "(Reporting by Jane Doe)"),
        ("editor-note", "Updates toll"),
    ]


@pytest.mark.parametrize("ascii_only", [True, False])
def test_places_stand_in_the_file(*, ascii_only: bool) -> None:
    (document,) = documents({**STORY, "headline": 'Zoë’s "dam" fell'}, ascii_only=ascii_only)
    (headline,) = document.of_part("headline")
    (body,) = document.of_part("body")
    for segment, words, place in ((headline, '"dam"', r"\"dam\""), (body, "’", "&rsquo;"), (body, "wall", "wall")):
        start = segment.text.index(words)
        span = segment.source_span(start, start + len(words))
        assert document.source_text[span.start : span.end] == place


TEXT = "The dam fell.\n\nNobody was hurt."


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"body_text": TEXT}, ["The dam fell.", "Nobody was hurt."]),
        ({"body_text": "3 &lt; 4 <b>now</b>"}, ["3 &lt; 4 <b>now</b>"]),
        ({"body_text": TEXT, "body_xhtml": "<p>One.</p>", "body_html": "<p>Two.</p>"}, ["Two."]),
        ({"body_text": TEXT, "body_nitf": "<nitf><body.content><p>One.</p></body.content></nitf>"}, ["One."]),
        ({"body_text": TEXT, "body_html": "<p> </p>"}, ["The dam fell.", "Nobody was hurt."]),
        ({"body_new": "The dam fell."}, ["The dam fell."]),
        ({"body_html": "<h1>Dam fails</h1><p>The dam fell.</p>"}, ["The dam fell."]),
        ({"body_text": "Dam fails\nThe dam fell."}, ["The dam fell."]),
        ({"bodies": [{"value": TEXT}]}, ["The dam fell.", "Nobody was hurt."]),
        (
            {
                "bodies": [
                    {"role": "text", "contenttype": "text/plain", "value": "One."},
                    {"role": "agencynitf", "contenttype": "application/xml", "value": "<X><P>Two.</P></X>"},
                    {"role": "html5", "contenttype": "text/html", "value": "<p>Three.</p>"},
                    {"role": "richhtml5", "contenttype": "text/html", "value": "<p>Four.</p>"},
                ]
            },
            ["Three."],
        ),
        ({"bodies": [{"contentType": "text/vnd.IPTC.NITF", "value": "<p>One.</p>"}]}, ["One."]),
        ({"bodies": [{"contentType": "application/x-own+xml", "value": "<X>One.</X>"}]}, []),
        ({"description_text": "The dam fell."}, ["The dam fell."]),
        ({"descriptions": [{"role": "lead", "value": "One."}], "body_text": "Two."}, ["One.", "Two."]),
    ],
)
def test_one_rendition_is_read(fields: dict[str, object], expected: list[str]) -> None:
    found = parts({"uri": "urn:x:1", "type": "text", "headline": "Dam fails", **fields})
    assert [text for part, text in found if part == "body"] == expected


def test_only_plain_text_is_seen_line_by_line() -> None:
    (plain,) = documents({"uri": "x", "body_text": TEXT})
    (marked,) = documents({"uri": "x", "body_text": TEXT, "body_html": "<p>The dam fell.</p>"})
    assert [story.text for story in plain.plain] == [TEXT]
    assert marked.plain == ()


PICTURE = {
    "type": "picture",
    "by": "Jane Doe/AP",
    "headlines": [{"value": "Dam"}],
    "descriptions": [
        {"role": "text", "contentType": "text/plain", "value": "The dam above Lyon after it fell."},
        {"role": "richtext", "contentType": "text/html", "value": "<p>The dam above Lyon after it <i>fell</i>.</p>"},
        {"role": "creditline", "value": "AP"},
        {"role": "writer", "value": "JD"},
    ],
}


def test_pictures_of_a_story_are_its_captions() -> None:
    story = {"uri": "urn:x:1", "bodies": [{"value": "The dam fell."}], "associations": [PICTURE, {"type": "event"}]}
    assert parts(story) == [
        ("body", "The dam fell."),
        ("caption", "The dam above Lyon after it fell."),
        ("credit", "AP"),
        ("credit", "Jane Doe/AP"),
    ]


def test_a_caption_that_the_body_shows_is_not_read_again() -> None:
    caption = "The dam above Lyon, France, after it fell on Friday morning."
    figure = f"<p>The dam fell.</p><figure><img/><figcaption>{caption}</figcaption></figure>"
    picture = {"type": "picture", "description_text": caption, "byline": "AP"}
    found = parts({"uri": "x", "type": "text", "body_html": figure, "associations": {"main": picture}})
    assert found == [("body", "The dam fell."), ("caption", caption), ("credit", "AP")]


def test_a_picture_by_itself_has_headline_caption_and_credit() -> None:
    picture = {"uri": "x", **PICTURE, "body_text": "A fallen wall"}
    assert parts(picture) == [
        ("headline", "Dam"),
        ("caption", "A fallen wall"),
        ("caption", "The dam above Lyon after it fell."),
        ("credit", "AP"),
        ("credit", "Jane Doe/AP"),
    ]


def test_stories_in_a_package_are_documents_of_their_own() -> None:
    inner = {"uri": "2", "type": "text", "headline": "Two", "body_text": "The dam fell."}
    package = {
        "uri": "1",
        "type": "composite",
        "headline": "One",
        "associations": {"a": {**inner, "associations": {"b": {"uri": "3", "body_text": "Three."}}}, "p": None},
    }
    assert [document.segments[0].text for document in documents(package)] == ["One", "Two", "Three."]


@pytest.mark.parametrize(
    "wrap", [lambda item: [item], lambda item: {"_items": [item]}, lambda item: {"item": [item, 1]}]
)
def test_lists_of_items(wrap: object) -> None:
    assert callable(wrap)
    assert parts(wrap(STORY)) == parts(STORY)


def test_a_summary_stands_under_the_headline_unless_the_body_says_it() -> None:
    summary = "The dam above Lyon fell on Friday, and nobody was hurt there."
    told = {"uri": "x", "type": "text", "description_text": summary, "body_html": f"<p>{summary} More.</p>"}
    assert ("subhead", summary) not in parts(told)
    assert parts({**told, "body_html": "<p>The dam fell.</p>"})[0] == ("subhead", summary)


def test_the_place_stands_for_a_dateline_that_the_text_has_not() -> None:
    assert parts({**STORY, "body_html": "<p>The dam fell.</p>"})[3] == ("dateline", "Lyon")


@pytest.mark.parametrize(
    "item",
    [
        {"type": "event", "headlines": [{"value": "Briefing"}], "bodies": [{"value": "The minister speaks."}]},
        {"eventDetails": {}, "bodies": [{"value": "The minister speaks."}]},
        {"type": "text", "slugline": "DAM", "byline": "By Jane Doe", "ednote": "Hold"},
        {"type": "picture", "byline": "AP"},
        {"headline": 3, "body_text": None, "bodies": "", "descriptions": [None, {"value": 1}], "associations": [[]]},
        [],
        "x",
    ],
)
def test_no_copy_no_document(item: object) -> None:
    assert documents(item) == ()


def test_facts() -> None:
    facts = {
        "versionCreated": "2026-02-06T10:00:00Z",
        "version": 3,
        "urgency": 4,
        "embargoed": "2026-02-07T00:00:00Z",
        "pubStatus": "withheld",
        "language": "en-GB",
        "subjects": [{"name": "dams"}, {"name": "rivers"}],
        "title": "dam 1",
    }
    (document,) = documents({**STORY, **facts})
    assert document.metadata == {
        "language": "en-GB",
        "keywords": "dams, rivers",
        "slug": "FRANCE-DAM",
        "title": "dam 1",
        "author": "By Jane Doe",
        "date": "2026-02-06T10:00:00Z",
        "version": "3",
        "urgency": "4",
        "embargo": "2026-02-07T00:00:00Z",
        "status": "withheld",
    }


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (STORY, "ninjs"),
        ([STORY], "ninjs"),
        ({"_items": [STORY]}, "ninjs"),
        ({"standard": {"name": "TTNINJS", "version": "3.0"}, "headlines": [{"value": "Dam"}]}, "ninjs"),
        ({"type": "text", "versioncreated": "2026-02-06", "body_text": "The dam fell."}, "ninjs"),
        ({"uri": "x", "headline": "水坝"}, "ninjs"),
        ({"uri": "x", "type": "text"}, None),
        ({"uri": "x", "bodies": [{"value": "..."}]}, None),
        ({"uri": "x", "type": "event", "headline": "Briefing"}, None),
        ({"uri": "x", "eventDetails": {}, "descriptions": [{"value": "Briefing"}]}, None),
        ({"name": "copy", "version": "1.0.0", "description": "A linter", "scripts": {"test": "x"}}, None),
        ({"compilerOptions": {"strict": True}, "include": ["src"]}, None),
        ({"$schema": "x", "title": "ninjs", "type": "object", "properties": {"headline": {"type": "string"}}}, None),
        ({"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Dam fails"}, None),
        ({"type": "FeatureCollection", "features": []}, None),
        ({"data": {"items": [{"id": 1, "title": "x"}]}}, None),
        ({"data": {"item": {"headline": "Dam"}}}, None),
        ({"uri": "x", "description": "An interface", "body": "x"}, None),
        ([1, [2], None], None),
        ({}, None),
    ],
)
def test_which_json_is_news(value: object, expected: str | None) -> None:
    assert by_json(json.dumps(value)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"uri": "x", "body_text": "The dam fell.",}', "ninjs"),
        ('{"guid": "x", "headline": "Dam\nfails"}', "ninjs"),
        ('{"headline": "Dam fails", // a comment\n}', None),
        ('{"uri": "x", "properties": {"headline": {"type": "string"},}}', None),
        ("[" * 100_000, None),
    ],
)
def test_broken_json_that_should_have_been_a_story(text: str, expected: str | None) -> None:
    assert by_json(text) == expected


def test_a_broken_story_is_an_error_with_its_place() -> None:
    source = decode("item.json", b'{"uri": "x",\n "body_text": "The dam fell.\n"}')
    assert recognise(source) == "ninjs"
    with pytest.raises(CopylintError) as caught:
        read(source)
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (2, 29)


def test_the_items_of_the_corpus_are_read(corpus: Path) -> None:
    read_items = 0
    problems: list[Problem] = []
    for path in sorted((corpus / "wire-iptc-ninjs").glob("*.json")):
        source = decode(path.name, path.read_bytes())
        try:
            found = read(source)
        except CopylintError as error:
            problems += error.problems
            continue
        assert bool(found) == (recognise(source) is not None), path.name
        read_items += len(found)
    assert read_items >= 40
    assert all(problem.line and problem.column for problem in problems)
