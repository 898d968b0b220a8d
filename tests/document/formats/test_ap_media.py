from __future__ import annotations

import json
from pathlib import Path

import pytest

from copylint.document.formats import read, recognise
from copylint.document.model import Document
from copylint.source.decode import decode

ITEM = {
    "altids": {"itemid": "1"},
    "type": "picture",
    "version": 2,
    "urgency": 5,
    "versioncreated": "2026-02-06T06:06:29Z",
    "pubstatus": "usable",
    "language": "en",
    "headline": "Dam fails above Lyon",
    "slugline": "EU France Dam",
    "ednote": "LYON OUT",
    "bylines": [{"by": "By JANE DOE", "title": "Associated Press"}, {"title": "none"}],
    "description_caption": 'The dam &amp; the wall, "after" they fell. (AP Photo/Jane Doe)',
    "description_creditline": "AP",
    "keywords": ["dam", "river"],
    "usageterms": ["Not for sale."],
}


def documents(value: object) -> tuple[Document, ...]:
    return read(decode("item.json", json.dumps(value, indent=1).encode()))


def test_an_item_is_read_in_reading_order() -> None:
    (document,) = documents({"api_version": "1.1", "data": {"item": ITEM}})
    assert document.format == "ap-media"
    assert [(segment.part, segment.text) for segment in document.segments] == [
        ("slug", "EU France Dam"),
        ("headline", "Dam fails above Lyon"),
        ("byline", "By JANE DOE"),
        ("caption", 'The dam & the wall, "after" they fell. (AP Photo/Jane Doe)'),
        ("credit", "AP"),
        ("editor-note", "LYON OUT"),
    ]
    (caption,) = document.of_part("caption")
    span = caption.source_span(8, 9)
    assert document.source_text[span.start : span.end] == "&amp;"
    assert document.metadata == {
        "language": "en",
        "keywords": "dam, river",
        "slug": "EU France Dam",
        "author": "By JANE DOE",
        "date": "2026-02-06T06:06:29Z",
        "version": "2",
        "urgency": "5",
        "status": "usable",
    }


def test_the_items_of_a_feed_are_documents() -> None:
    items = [{"meta": {}, "item": {**ITEM, "headline": name}} for name in ("One", "Two")]
    feed: object = {"data": {"items": [*items, {"item": {"altids": {}}}, None]}}
    found = documents(feed)
    assert [document.index for document in found] == [0, 1]
    assert [document.of_part("headline")[0].text for document in found] == ["One", "Two"]


@pytest.mark.parametrize(
    "value",
    [
        {"data": {"item": {"altids": {}, "slugline": "", "ednote": "x"}}},
        {"data": {"items": [{"id": 1, "headline": "Dam"}]}},
        {"data": {"item": "x"}},
        {"data": []},
    ],
)
def test_other_answers_are_no_copy(value: object) -> None:
    assert documents(value) == ()


@pytest.mark.parametrize("value", [[], {}, {"data": {"items": 1, "item": {"headline": 1}}}])
def test_other_json_has_no_items(value: object) -> None:
    assert read(decode("x.json", json.dumps(value).encode()), format="ap-media") == ()


def test_the_files_of_the_corpus_are_read(corpus: Path) -> None:
    paths = sorted((corpus / "wire-superdesk-core").glob("ap_media_*.json"))
    assert len(paths) >= 5
    for path in paths:
        source = decode(path.name, path.read_bytes())
        assert recognise(source) == "ap-media"
        assert read(source)[0].of_part("headline")
