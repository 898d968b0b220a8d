from __future__ import annotations

from pathlib import Path

import pytest

from copylint.document.escapes import written
from copylint.document.formats import read
from copylint.document.model import Document
from copylint.source.decode import decode


def documents(xml: str) -> tuple[Document, ...]:
    return read(decode("story.xml", xml.encode()))


def document(xml: str) -> Document:
    (found,) = documents(xml)
    return found


def parts(found: Document) -> list[tuple[str, str]]:
    return [(segment.part, segment.text) for segment in found.segments]


def story(head: str = "", content: str = "", *, above: str = "", end: str = "") -> str:
    return (
        f"<nitf><head>{above}</head><body><body.head>{head}</body.head>"
        f"<body.content>{content}</body.content><body.end>{end}</body.end></body></nitf>"
    )


LEAD = "<p>The dam above the village broke at noon and the river rose two metres.</p>"
BODY = ("body", "The dam above the village broke at noon and the river rose two metres.")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<hedline><hl1>Dam breaks</hl1></hedline>", [("headline", "Dam breaks")]),
        (
            "<hedline><hl1>Dam breaks</hl1><hl2>Village flooded</hl2></hedline>",
            [("headline", "Dam breaks"), ("subhead", "Village flooded")],
        ),
        (
            '<hedline><hl1>Dam breaks</hl1><hl2 id="originalHeadline">Dam breaks</hl2></hedline>',
            [("headline", "Dam breaks")],
        ),
        (
            "<byline>By <person>Ann Lee</person><byttl>Science Writer</byttl></byline>",
            [("byline", "By Ann Lee"), ("byline", "Science Writer")],
        ),
        ("<dateline><location>OSLO</location></dateline>", [("dateline", "OSLO")]),
        (
            "<dateline><location><city>Newport</city>, <state>VA</state></location></dateline>",
            [("dateline", "Newport, VA")],
        ),
        (
            "<dateline><location><city>Newport</city>\n <state>Virginia</state></location></dateline>",
            [("dateline", "Newport")],
        ),
        (
            "<dateline><location>Oslo</location>, <story.date>Feb. 6</story.date></dateline>",
            [("dateline", "Oslo, Feb. 6")],
        ),
        ('<dateline><story.date norm="20260206T120000Z">20260206T120000+0000</story.date></dateline>', []),
        ("<abstract><p>A flood took two houses.</p></abstract>", [("subhead", "A flood took two houses.")]),
        ("<abstract><p>The dam above the village broke at noon</p></abstract>", []),
        (
            "<note><body.content><p>Adds a quotation.</p></body.content></note>",
            [("editor-note", "Adds a quotation.")],
        ),
    ],
)
def test_what_stands_above_the_copy_states_its_part(head: str, expected: list[tuple[str, str]]) -> None:
    assert parts(document(story(head, LEAD))) == [*expected, BODY]


def test_a_dateline_that_the_copy_begins_with_is_told_once() -> None:
    head = "<dateline><location><city>Oslo</city></location></dateline>"
    found = document(story(head, "<p>OSLO (AP) — The dam above the village broke at noon.</p>"))
    assert parts(found) == [("dateline", "OSLO (AP) —"), ("body", "The dam above the village broke at noon.")]


def test_a_keyword_set_as_second_headline_is_a_slug() -> None:
    above = '<docdata><key-list><keyword key="NORWAY FLOOD"/></key-list></docdata>'
    head = "<hedline><hl1>Dam breaks</hl1><hl2>NORWAY FLOOD</hl2></hedline>"
    assert parts(document(story(head, LEAD, above=above)))[:2] == [("headline", "Dam breaks"), ("slug", "NORWAY FLOOD")]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<block><hl2>Second dam</hl2></block>", ("subhead", "Second dam")),
        ("<media><media-caption>The dam on Friday.</media-caption></media>", ("caption", "The dam on Friday.")),
        ("<media><media-caption>Foto: NTB / Scanpix</media-caption></media>", ("credit", "Foto: NTB / Scanpix")),
        ("<media><media-producer>Ann Lee</media-producer></media>", ("credit", "Ann Lee")),
        ("<note><p>Adds the mayor.</p></note>", ("editor-note", "Adds the mayor.")),
        ("<table><tr><td>1</td><td>2</td></tr></table>", ("table", "1 2")),
        ("<pre>Home 1\nAway 2</pre>", ("table", "Home 1 Away 2")),
        ("<p>ends</p>", ("sign-off", "ends")),
        ("<p>AAP RTV ar</p>", ("sign-off", "AAP RTV ar")),
        ("<p>ab/cd/ef</p>", ("sign-off", "ab/cd/ef")),
        ("<p>اب/جد ه</p>", ("sign-off", "اب/جد ه")),
        ("<p>© Agency 2026</p>", ("boilerplate", "© Agency 2026")),
    ],
)
def test_what_stands_under_the_lead_states_its_part(content: str, expected: tuple[str, str]) -> None:
    assert parts(document(story(content=LEAD + content)))[-1] == expected


def test_a_tagline_is_a_sign_off() -> None:
    found = document(story(content=LEAD, end="<tagline>Ann Lee contributed to this report.</tagline>"))
    assert parts(found)[-1] == ("sign-off", "Ann Lee contributed to this report.")


def test_an_agencys_mark_behind_the_last_sentence_is_a_sign_off() -> None:
    found = document(story(content=f"{LEAD}<p>The river fell again on Friday. /ritzau/</p>"))
    assert parts(found)[-2:] == [("body", "The river fell again on Friday."), ("sign-off", "/ritzau/")]


def test_lines_of_a_fixed_width_are_one_paragraph() -> None:
    content = (
        "<p>   The dam above the village broke at noon and the river rose<br/>Two metres in the hour "
        "that followed, the mayor of the next<br />Town said.</p>"
    )
    (body,) = document(story(content=content)).of_part("body")
    assert body.text == (
        "The dam above the village broke at noon and the river rose Two metres in the hour that followed, "
        "the mayor of the next Town said."
    )


def test_short_lines_stay_lines() -> None:
    found = document(story(content=f"{LEAD}<p>Norway 2<br/>Sweden 1</p>"))
    assert [text for _, text in parts(found)][1:] == ["Norway 2", "Sweden 1"]


def test_a_message_to_editors_is_copy_in_an_attribute_and_has_its_place() -> None:
    xml = story(content=LEAD, above='<docdata><ed-msg info="Adds R&amp;D\nEmbargoed to 0001 Friday"/></docdata>')
    notes = document(xml).of_part("editor-note")
    assert [note.text for note in notes] == ["Adds R&D", "Embargoed to 0001 Friday"]
    assert [xml[note.span.start : note.span.end] for note in notes] == ["Adds R&amp;D", "Embargoed to 0001 Friday"]
    assert notes[0].offsets.escapes_at(0) == ("attribute",)


def test_metadata() -> None:
    above = (
        '<title>1 WORLD Flood</title><meta name="anpa-keyword" content="Flood"/>'
        '<docdata management-status="embargoed"><du-key key="world-flood" version="3"/><urgency ed-urg="4"/>'
        '<date.issue norm="20260206T120000+0100"/><date.release norm="20260207T000100Z"/>'
        '<key-list><keyword key="Norway"/><keyword>Rivers</keyword><keyword/></key-list></docdata>'
    )
    head = "<byline><person>Ann Lee</person><byttl>Science Writer</byttl></byline>"
    xml = story(head, LEAD, above=above).replace("<nitf>", '<nitf baselang="en-GB">')
    assert document(xml).metadata == {
        "title": "1 WORLD Flood",
        "author": "Ann Lee, Science Writer",
        "language": "en-GB",
        "keywords": "Norway, Rivers",
        "slug": "Flood",
        "version": "3",
        "date": "2026-02-06T12:00:00+0100",
        "urgency": "4",
        "status": "embargoed",
        "embargo": "2026-02-07T00:01:00Z",
    }


def test_a_story_without_words_is_no_document() -> None:
    assert documents(story()) == ()


def test_a_namespace_and_a_document_type_change_nothing() -> None:
    xml = '<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">' + story(content=LEAD).replace("<nitf>", "<nitf xmlns='urn:x'>")
    assert parts(document(xml)) == [BODY]


@pytest.mark.parametrize("name", ["ap-nitf", "pa5", "efe_nitf", "nitf-ntb", "nitf-fishing", "aap-finance"])
def test_real_stories_have_headline_and_copy(corpus: Path, name: str) -> None:
    path = corpus / "wire-superdesk-core" / f"{name}.xml"
    (found,) = read(decode(path.name, path.read_bytes()))
    assert found.format == "nitf"
    assert found.of_part("headline")
    assert found.of_part("body")


@pytest.mark.parametrize(
    ("tag", "info"),
    [
        ("<ed-msg info='Adds the mayor&apos;s \"no\"'/>", 'Adds the mayor\'s "no"'),
        ('<ed-msg msg-type="x > y"\n\tinfo = "Adds Zoë&#8217;s words"/>', "Adds Zoë’s words"),
        ('<ed-msg x:info="Adds words" xmlns:x="urn:x"></ed-msg>', "Adds words"),
        ('<ed-msg info=""/>', ""),
        ("<ed-msg/>", ""),
    ],
)
def test_what_an_attribute_says_is_read_from_its_tag(tag: str, info: str) -> None:
    xml = story(content=LEAD, above=f"<docdata>{tag}</docdata>")
    assert [note.text for note in document(xml).of_part("editor-note")] == [info] * bool(info)


def test_an_edit_in_an_attribute_closes_no_quotation_mark() -> None:
    assert written('R&D\'s "no"', ("attribute",)) == "R&amp;D&apos;s &quot;no&quot;"


def test_a_story_inside_a_story_is_read_once() -> None:
    xml = f"<stories>{story(content=story(content=LEAD))}</stories>"
    found = read(decode("story.xml", xml.encode()), format="nitf")
    assert [parts(each) for each in found] == [[BODY]]


def test_the_space_behind_a_cell_that_ends_in_an_entity_stands_behind_it() -> None:
    xml = story(content="<table><tr><td>a&#39;</td><td>b</td></tr></table>")
    (table,) = document(xml).segments
    span = table.source_span(1, 3)
    assert xml[span.start : span.end] == "&#39;"
