from __future__ import annotations

from pathlib import Path

import pytest

from copylint.document.formats import read
from copylint.document.model import Document
from copylint.source.decode import decode

BODY = "&lt;p&gt;Floden steg to meter på en time.&lt;/p&gt;"


def documents(xml: str) -> tuple[Document, ...]:
    return read(decode("story.xml", xml.encode()))


def parts(found: Document) -> list[tuple[str, str]]:
    return [(segment.part, segment.text) for segment in found.segments]


def test_the_fields_state_their_parts() -> None:
    (found,) = documents(
        "<RBNews><strapline>NU/FLASH</strapline><headline>Dæmning brister</headline>"
        "<subtitle>Byen er i&amp;apos;s vold</subtitle><town>Odense</town><byLine>Ann Lee</byLine>"
        f"<content>{BODY}&lt;p&gt;Det siger &lt;b&gt;politiet&lt;/b&gt;. /ritzau/&lt;/p&gt;</content>"
        "<TilRedaktionen>&lt;p&gt;Nyt følger kl. 15.&lt;/p&gt;</TilRedaktionen></RBNews>"
    )
    assert parts(found) == [
        ("headline", "Dæmning brister"),
        ("subhead", "Byen er i's vold"),
        ("slug", "NU/FLASH"),
        ("byline", "Ann Lee"),
        ("dateline", "Odense"),
        ("editor-note", "Nyt følger kl. 15."),
        ("body", "Floden steg to meter på en time."),
        ("body", "Det siger politiet."),
        ("sign-off", "/ritzau/"),
    ]


def test_a_dateline_in_the_copy_replaces_the_town() -> None:
    (found,) = documents(
        "<RBNews><town>Odense</town><content>&lt;p&gt;GLASGOW, Feb. 1, 2018 (GLOBE NEWSWIRE) -- "
        "The company grew.&lt;/p&gt;</content></RBNews>"
    )
    assert [text for part, text in parts(found) if part == "dateline"] == [
        "GLASGOW, Feb. 1, 2018 (GLOBE NEWSWIRE) --",
    ]


def test_escaped_html_keeps_its_places() -> None:
    xml = "<RBNews><content>&lt;p&gt;Floden er &amp;amp; bliver h&#xF8;j, siger Ann Lee.&lt;/p&gt;</content></RBNews>"
    (found,) = documents(xml)
    (body,) = found.of_part("body")
    assert body.text == "Floden er & bliver høj, siger Ann Lee."
    start = body.text.index("&")
    span = body.source_span(start, start + 1)
    assert xml[span.start : span.end] == "&amp;amp;"
    span = body.source_span(body.text.index("høj"), body.text.index("høj") + 3)
    assert xml[span.start : span.end] == "h&#xF8;j"


def test_a_queue_holds_several_stories() -> None:
    story = f"<RBNews><headline>Nr. {{}}</headline><content>{BODY}</content></RBNews>"
    empty = "<RBNews><headline/><content/></RBNews>"
    found = documents(
        f"<XMLNewsQueuedResponse xmlns='urn:x'><List xmlns=''>{story.format(1)}{empty}{story.format(2)}</List>"
        "</XMLNewsQueuedResponse>"
    )
    assert [document.of_part("headline")[0].text for document in found] == ["Nr. 1", "Nr. 2"]
    assert [document.index for document in found] == [0, 1]


@pytest.mark.parametrize(("recalled", "status"), [("true", "canceled"), ("false", "New news")])
def test_metadata(recalled: str, status: str) -> None:
    (found,) = documents(
        "<RBNews><PublishDate>2018-01-30T17:32:18.397</PublishDate><strapline>NU</strapline><version>2</version>"
        f"<content>{BODY}</content><Priority>3</Priority><Annuleret>{recalled}</Annuleret>"
        "<byLine>Ann Lee</byLine><Status>New news</Status></RBNews>"
    )
    assert found.metadata == {
        "slug": "NU",
        "author": "Ann Lee",
        "date": "2018-01-30T17:32:18.397",
        "version": "2",
        "urgency": "3",
        "status": status,
    }


@pytest.mark.parametrize(("name", "count"), [("ritzau_feed", 2), ("ritzau_news", 1), ("ritzau_news_test_ednote", 1)])
def test_real_files(corpus: Path, name: str, count: int) -> None:
    path = corpus / "wire-superdesk-core" / f"{name}.xml"
    found = read(decode(path.name, path.read_bytes()))
    assert len(found) == count
    assert all(document.of_part("body") for document in found)
