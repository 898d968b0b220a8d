"""Reads items, messages and packages of NewsML-G2, each story's lines once and in order."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from copylint.document.formats import read
from copylint.document.model import Document
from copylint.errors import CopylintError
from copylint.source.decode import decode

LEAD: Final = "The bank closed its doors on Friday after customers had queued for three days in the rain."
NEXT: Final = "Its owner sold the house and the boats, and paid the men who had built the harbour."

HARD_WRAPPED: Final = """<p>(Adds owner, detail)
    * Owner sold two boats
    * Harbour stays open

    By Ann Lee
    Feb 6 (Reuters) - The bank closed its doors on Friday after
customers had queued for three days in the rain, and nobody
knew.
    Its owner sold the house &amp; the boats, and paid the men
who had built the harbour.

 (Reporting by Ann Lee in Oran; Editing by Bob Roe)</p>"""

HARD_WRAPPED_PARTS: Final = [
    ("editor-note", "(Adds owner, detail)"),
    ("body", "Owner sold two boats"),
    ("body", "Harbour stays open"),
    ("byline", "By Ann Lee"),
    ("dateline", "Feb 6 (Reuters) -"),
    (
        "body",
        "The bank closed its doors on Friday after customers had queued for three days in the rain, and nobody knew.",
    ),
    ("body", "Its owner sold the house & the boats, and paid the men who had built the harbour."),
    ("sign-off", "(Reporting by Ann Lee in Oran; Editing by Bob Roe)"),
]


def _item(meta: str = "", content: str = "", item_meta: str = "", attributes: str = ' xml:lang="en"') -> str:
    return (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" version="3"{attributes}>'
        f"<itemMeta>{item_meta}</itemMeta><contentMeta>{meta}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


def _xhtml(body: str) -> str:
    return (
        '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>A page</title></head><body>{body}</body></html></inlineXML>"
    )


def _message(*items: str) -> str:
    return f"<newsMessage><header/><itemSet>{''.join(items)}</itemSet></newsMessage>"


def _read(text: str) -> tuple[Document, ...]:
    return read(decode("item.xml", text.encode()))


def _parts(document: Document) -> list[tuple[str, str]]:
    return [(segment.part, segment.text) for segment in document.segments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            _item(
                "<slugline>BANK-ORAN/</slugline><headline>Bank fails</headline><by>By Ann Lee</by>"
                "<dateline>ORAN</dateline><creditline>Agency</creditline>",
                _xhtml(f"<p>{LEAD}</p><p>{NEXT}</p>"),
                '<edNote role="x:private">Owner not reached</edNote>',
            ),
            [
                *[("slug", "BANK-ORAN/"), ("headline", "Bank fails"), ("byline", "By Ann Lee"), ("dateline", "ORAN")],
                *[("body", LEAD), ("body", NEXT), ("credit", "Agency"), ("editor-note", "Owner not reached")],
            ],
            id="lines-round-the-copy",
        ),
        pytest.param(
            _item(
                "<headline>Bank fails “again”</headline><by>By Ann Lee</by><dateline>ORAN (AFP) - </dateline>"
                '<description role="drol:teaser">Nobody knows why.</description>',
                _xhtml(
                    '<header><ul class="slugline"><li>Banks</li></ul><h1>Bank fails "again"</h1>'
                    '<p class="byline">By Ann Lee</p></header><p class="teaser">Nobody knows why.</p>'
                    f'<p><span class="dateline">ORAN <span class="credit">(AFP)</span> - </span>{LEAD}</p>'
                ),
            ),
            [
                *[("headline", "Bank fails “again”"), ("byline", "By Ann Lee"), ("subhead", "Nobody knows why.")],
                *[("dateline", "ORAN (AFP) -"), ("body", LEAD)],
            ],
            id="what-the-content-repeats-stands-once",
        ),
        pytest.param(
            _item("<headline>Bank fails</headline>", _xhtml(f"<h1>Bank fails at last</h1><p>{LEAD}</p>")),
            [("headline", "Bank fails"), ("headline", "Bank fails at last"), ("body", LEAD)],
            id="two-headlines-that-differ",
        ),
        pytest.param(
            _item(
                '<headline role="x:subtitle">Owner sells boats</headline><headline role="x:title">Bank fails</headline>'
                "<headline>Harbour stays</headline>",
                _xhtml(f"<h1>Bank fails</h1><h2>Harbour stays</h2><p>{LEAD}</p>"),
            ),
            [
                ("headline", "Bank fails"),
                ("subhead", "Owner sells boats"),
                ("subhead", "Harbour stays"),
                ("body", LEAD),
            ],
            id="roles-of-headlines",
        ),
        pytest.param(
            _item("", _xhtml(f"<p>{LEAD}</p>")),
            [("headline", "A page"), ("body", LEAD)],
            id="a-page-title-where-no-headline-is-stated",
        ),
        pytest.param(
            _item(
                "<headline>Bank fails</headline><by>Ann Lee</by><creditline>AFP</creditline>"
                '<description role="drol:caption">Customers queue.</description>',
                '<remoteContent href="a.jpg" contenttype="image/jpeg"/>',
                '<itemClass qcode="ninat:picture"/>',
            ),
            [("headline", "Bank fails"), ("caption", "Customers queue."), ("credit", "Ann Lee"), ("credit", "AFP")],
            id="picture",
        ),
        pytest.param(
            _item(
                "<slugline>BANK/</slugline><headline>Bank fails</headline>"
                "<dateline>2026-02-06 11:40:31 GMT+00:00</dateline>"
                '<description role="descRole:caption">BANK/:Bank fails</description>'
                '<description role="descRole:videoCaption">1149NO-BANK_FAILS_O_</description>',
                _xhtml(f"<p>{LEAD}</p>"),
            ),
            [("slug", "BANK/"), ("headline", "Bank fails"), ("body", LEAD)],
            id="what-machines-made",
        ),
        pytest.param(
            _item("<headline>Bank fails</headline>", _xhtml(HARD_WRAPPED)),
            [("headline", "Bank fails"), *HARD_WRAPPED_PARTS],
            id="a-story-in-one-paragraph",
        ),
        pytest.param(
            _item(
                "<headline>Bank fails</headline>",
                f'<inlineData contenttype="text/plain"><![CDATA[{HARD_WRAPPED.replace("&amp;", "&")}]]></inlineData>',
            ),
            [("headline", "Bank fails"), *HARD_WRAPPED_PARTS],
            id="html-in-cdata",
        ),
        pytest.param(
            _item(
                "<headline>Bank fails</headline>",
                f'<inlineData contenttype="text/html">&lt;p&gt;{LEAD}&lt;/p&gt;&lt;p&gt;{NEXT}&lt;/p&gt;</inlineData>',
            ),
            [("headline", "Bank fails"), ("body", LEAD), ("body", NEXT)],
            id="escaped-html",
        ),
        pytest.param(
            _item(
                "<headline>Bank fails</headline>",
                f'<inlineData contenttype="text/plain">{LEAD}\n\n{NEXT}</inlineData>'
                '<inlineData contenttype="text/plain" rendition="x:headline">Bank fails</inlineData>',
            ),
            [("headline", "Bank fails"), ("body", LEAD), ("body", NEXT)],
            id="the-fullest-of-several-renditions",
        ),
        pytest.param(
            _item(
                "<headline>Bank fails</headline>",
                '<inlineXML contenttype="application/nitf+xml"><nitf><body><body.head><hedline><hl1>Bank fails</hl1>'
                "</hedline><byline>By Ann Lee</byline></body.head><body.content>"
                f"<p>ORAN (AP) _ {LEAD}</p></body.content></body></nitf></inlineXML>",
            ),
            [("headline", "Bank fails"), ("byline", "By Ann Lee"), ("dateline", "ORAN (AP) _"), ("body", LEAD)],
            id="nitf",
        ),
        pytest.param(
            _item(
                f'<headline>Bank fails</headline><description role="x:dopesheet">{LEAD}<br/><br/>{NEXT}</description>'
            ),
            [("headline", "Bank fails"), ("body", LEAD), ("body", NEXT)],
            id="a-description-as-the-only-copy",
        ),
        pytest.param(
            _item(
                "<headline>Bank fails</headline>",
                _xhtml(f"<p>{LEAD}</p>"),
                '<edNote role="x:pad"><section><h3>Notes</h3><p class="closingline">xx yy</p></section></edNote>'
                '<edNote role="x:note">Notes</edNote><ednote role="x:closing">xx zz</ednote>',
            ),
            [
                *[("headline", "Bank fails"), ("body", LEAD), ("editor-note", "Notes"), ("sign-off", "xx yy")],
                ("sign-off", "xx zz"),
            ],
            id="notes-once",
        ),
        pytest.param(
            _item("<headline>Bank fails</headline>", _xhtml("<p>Queues:</p><pre>It was\nlong ago</pre>")),
            [("headline", "Bank fails"), ("body", "Queues:"), ("body", "It was"), ("body", "long ago")],
            id="words-in-pre",
        ),
        pytest.param(
            _item("<headline>Results</headline>", _xhtml("<pre>Oran   1   2\nLille   3   4\nGhent   2   2</pre>")),
            [("headline", "Results"), ("table", "Oran   1   2 Lille   3   4 Ghent   2   2")],
            id="figures-in-pre",
        ),
    ],
)
def test_the_parts_of_an_item(text: str, expected: list[tuple[str, str]]) -> None:
    (document,) = _read(text)
    squeezed = [(part, " ".join(words.split())) for part, words in _parts(document)]
    assert squeezed == [(part, " ".join(words.split())) for part, words in expected]
    assert document.format == "newsml-g2"


def test_metadata() -> None:
    (document,) = _read(
        _item(
            "<urgency>3</urgency><contentCreated>2026-02-05</contentCreated><slugline>BANK/</slugline>"
            "<creator><name>Ann Lee</name></creator><keyword>bank</keyword><keyword>Oran</keyword>"
            '<language tag="en-GB"/><headline>Bank fails</headline>',
            "",
            "<versionCreated>2026-02-06 11:40:31</versionCreated><embargoed>2026-02-07T12:00:00Z</embargoed>"
            '<pubStatus qcode="stat:withheld"/><title>bank item</title>',
            ' xml:lang="de"',
        )
    )
    assert document.metadata == {
        "language": "en-GB",
        "keywords": "bank, Oran",
        "slug": "BANK/",
        "title": "bank item",
        "author": "Ann Lee",
        "date": "2026-02-06T11:40:31",
        "version": "3",
        "urgency": "3",
        "embargo": "2026-02-07T12:00:00Z",
        "status": "withheld",
    }


def test_headlines_in_another_language_are_a_story_of_their_own() -> None:
    english, french = _read(
        _item(
            '<headline>Bank fails</headline><headline xml:lang="fr">La banque ferme</headline>',
            _xhtml(f"<p>{LEAD}</p>"),
        )
    )
    assert _parts(english) == [("headline", "Bank fails"), ("body", LEAD)]
    assert _parts(french) == [("headline", "La banque ferme")]
    assert french.language == "fr"


def test_a_message_holds_several_stories_and_a_package_says_what_they_do_not() -> None:
    package = (
        "<packageItem><itemMeta/><contentMeta><headline>Bank fails</headline></contentMeta><groupSet><group>"
        '<itemRef residref="urn:x"><headline>Bank fails</headline></itemRef>'
        '<itemRef residref="urn:y"><title>Harbour stays</title><description role="drol:summary">It pays.</description>'
        "</itemRef></group></groupSet></packageItem>"
    )
    stories = _read(_message(package, _item("<headline>Bank fails</headline>"), _item("<headline>Rain</headline>")))
    assert [_parts(story) for story in stories] == [
        [("headline", "Harbour stays"), ("body", "It pays.")],
        [("headline", "Bank fails")],
        [("headline", "Rain")],
    ]
    assert [story.index for story in stories] == [0, 1, 2]


@pytest.mark.parametrize(
    "text",
    [
        _item("<slugline>BANK/</slugline><creditline>AFP</creditline>", '<remoteContent href="a.mp4"/>'),
        _item("<by>No-Data-Available, FEB 06</by>", "", "<edNote>Not reached</edNote>"),
        _item("", "<inlineXML><sports-content><team><name>Oran</name></team></sports-content></inlineXML>"),
        _item("", "<inlineXML><events><event><name>A fair</name></event></events></inlineXML>"),
        _item("", '<inlineData contenttype="image/jpeg" encoding="x:base64">AAAA</inlineData>'),
        _message("<conceptItem><concept><name>Bank</name></concept></conceptItem>"),
        _message('<packageItem><itemRef residref="urn:x"/></packageItem>'),
        "<newsMessage/>",
        "<packageItem/>",
    ],
)
def test_what_holds_no_copy_is_no_story(text: str) -> None:
    assert _read(text) == ()


@pytest.mark.parametrize("text", ["<newsItem>", "<newsMessage><itemSet></newsMessage>", "<newsItem>&nope;</newsItem"])
def test_broken_xml_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(CopylintError) as raised:
        _read(text)
    problem = raised.value.problems[0]
    assert problem.line == 1
    assert problem.column is not None


@pytest.mark.parametrize(
    "text",
    [
        _item("<headline>Bank &amp; boats</headline>", _xhtml(HARD_WRAPPED)),
        _item("<headline>Bank</headline>", f"<inlineData>{LEAD.replace(' ', '&#32;')}</inlineData>"),
        _item("<headline>Bank</headline>", f"<inlineData>&lt;p&gt;Lee &amp;amp; Roe: {LEAD}&lt;/p&gt;</inlineData>"),
    ],
)
def test_every_character_knows_its_place(text: str) -> None:
    for segment in (segment for document in _read(text) for segment in document.segments):
        for index, char in enumerate(segment.text):
            span = segment.source_span(index, index + 1)
            written = text[span.start : span.end]
            assert written == char or char in " &", (written, char)


def _g2_files(corpus: Path) -> list[Path]:
    folders = ("wire-iptc-newsmlg2", "wire-dpa-g2", "wire-apa-g2", "wire-superdesk-stt", "wire-superdesk-core")
    return [path for folder in folders for path in sorted((corpus / folder).iterdir())]


def test_every_item_of_the_corpus_is_read_with_its_places(corpus: Path) -> None:
    stories = 0
    for path in _g2_files(corpus):
        source = decode(path.name, path.read_bytes())
        if b"newsItem" not in source.data and b"packageItem" not in source.data:
            continue
        for document in read(source, format="newsml-g2"):
            stories += 1
            assert all(segment.text.strip() for segment in document.segments)
            for segment in document.segments:
                for index in range(0, len(segment.text), 7):
                    if segment.offsets.is_plain(index, index + 1):
                        span = segment.source_span(index, index + 1)
                        written = source.text[span.start : span.end]
                        assert written == segment.text[index] or written.startswith("&")
    assert stories > 150
