from __future__ import annotations

import time
from pathlib import Path

import pytest

from copylint.document.formats import read
from copylint.document.model import Document
from copylint.errors import CopylintError
from copylint.source.decode import decode

RSS = '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Lantern</title>{}</channel></rss>'
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Lantern</title>{}</feed>'


def stories(text: str) -> tuple[Document, ...]:
    return read(decode("feed.xml", text.encode()))


def parts(document: Document) -> list[tuple[str, str]]:
    return [(segment.part, segment.text) for segment in document.segments]


def item(inner: str, frame: str = RSS) -> Document:
    name = "item" if frame is RSS else "entry"
    (document,) = stories(frame.format(f"<{name}>{inner}</{name}>"))
    return document


def test_each_item_is_a_story_with_its_parts_and_facts() -> None:
    documents = stories(
        """<rss version="2.0" xmlns:dc="dc" xmlns:content="c" xmlns:media="m"><channel>
        <title>The Lantern</title><language>en-gb</language>
        <item><title>Dam fails in Harlow</title><dc:creator>Nora Field</dc:creator>
        <pubDate>Fri, 06 Feb 2026 09:15:00 +0100</pubDate><category>Floods</category>
        <category>Harlow &amp;amp; area</category>
        <description>Thousands flee as the water rises.</description>
        <content:encoded><![CDATA[<p>HARLOW, England (Reuters) - The dam failed on Friday.</p>
        <p>It was built in 1911.</p>]]></content:encoded>
        <media:content url="dam.jpg"><media:description>The dam on Friday.</media:description>
        <media:credit>Ann Lee/AP</media:credit></media:content>
        </item>
        <item><title>A bridge closes</title>
        <description>A bridge closed &lt;b&gt;on Friday&lt;/b&gt;, officials said.</description></item>
        </channel></rss>"""
    )
    assert [document.format for document in documents] == ["rss", "rss"]
    assert parts(documents[0]) == [
        ("headline", "Dam fails in Harlow"),
        ("byline", "Nora Field"),
        ("subhead", "Thousands flee as the water rises."),
        ("dateline", "HARLOW, England (Reuters) -"),
        ("body", "The dam failed on Friday."),
        ("body", "It was built in 1911."),
        ("caption", "The dam on Friday."),
        ("credit", "Ann Lee/AP"),
    ]
    assert documents[0].metadata == {
        "language": "en-gb",
        "keywords": "Floods, Harlow & area",
        "author": "Nora Field",
        "date": "2026-02-06T09:15:00+01:00",
    }
    assert parts(documents[1]) == [
        ("headline", "A bridge closes"),
        ("body", "A bridge closed on Friday, officials said."),
    ]


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("<title>Marks &amp; Roe rise</title>", "Marks & Roe rise"),
        ("<title>Marks &amp;amp; Roe rise</title>", "Marks & Roe rise"),
        ("<title><![CDATA[It&#8217;s over]]></title>", "It’s over"),
        ("<title>A &lt;i&gt;new&lt;/i&gt; dam</title>", "A new dam"),
        ("<title>1. FC wins cup</title>", "1. FC wins cup"),
        ("<title>\n  A dam\n  fails\n</title>", "A dam fails"),
    ],
)
def test_titles_of_rss_are_html(title: str, headline: str) -> None:
    assert parts(item(title)) == [("headline", headline)]


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ('<title type="html">A &lt;b&gt;new&lt;/b&gt; dam &amp;amp; lake</title>', "A new dam & lake"),
        ('<title type="text">A dam &lt; a lake</title>', "A dam < a lake"),
        ('<title type="xhtml"><div>A <b>new</b> dam</div></title>', "A new dam"),
        ("<title>A dam &amp;lt; a lake</title>", "A dam &lt; a lake"),
        ('<title type="text/html" mode="escaped">A &lt;b&gt;dam&lt;/b&gt;</title>', "A dam"),
        ('<title type="text/plain" mode="escaped">A &lt;b&gt; dam</title>', "A <b> dam"),
    ],
)
def test_titles_of_atom_say_what_they_are(title: str, headline: str) -> None:
    assert parts(item(title, ATOM)) == [("headline", headline)]


@pytest.mark.parametrize(
    ("content", "body"),
    [
        (
            '<content type="html">&lt;p&gt;The dam failed.&lt;/p&gt;&lt;p&gt;It rained.&lt;/p&gt;',
            ["The dam failed.", "It rained."],
        ),
        ('<content type="xhtml"><div xmlns="x"><p>The <i>dam</i> failed.</p></div>', ["The dam failed."]),
        ('<content type="text">The dam &lt;b&gt; failed.\n\nIt rained.', ["The dam <b> failed.", "It rained."]),
        ('<content type="application/octet-stream">VGhlIGRhbQ==', []),
        ('<content type="image/png">VGhlIGRhbQ==', []),
        ('<content mode="base64" type="text/html">VGhlIGRhbQ==', []),
        ('<content type="html">&lt;script&gt;x = "y"&lt;/script&gt;', []),
    ],
)
def test_contents_of_atom(content: str, body: list[str]) -> None:
    document = item(f"<title>A dam</title>{content}</content>", ATOM)
    assert [segment.text for segment in document.of_part("body")] == body


def test_the_whole_text_goes_before_the_summary_and_one_cut_from_it_is_left_out() -> None:
    document = item(
        "<title>A dam</title><summary>The dam failed.</summary><content>The dam failed. It rained.</content>", ATOM
    )
    assert parts(document) == [("headline", "A dam"), ("body", "The dam failed. It rained.")]
    document = item("<title>A dam</title><summary>The dam failed.</summary>", ATOM)
    assert parts(document) == [("headline", "A dam"), ("body", "The dam failed.")]


def test_atom_states_author_language_and_date() -> None:
    (document,) = stories(
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="en"><a:author><a:name>Desk</a:name></a:author>'
        '<a:entry xml:lang="de"><a:title>Ein Damm bricht</a:title><a:author><a:name>Nora Feld</a:name>'
        "<a:email>n@x.de</a:email></a:author><a:updated>2026-02-07T10:00:00Z</a:updated><a:published>2026-02-06T10:00:00Z</a:published>"
        '<a:category term="dam" label="Dams"/></a:entry></a:feed>'
    )
    assert parts(document) == [("headline", "Ein Damm bricht"), ("byline", "Nora Feld")]
    assert document.metadata == {
        "language": "de",
        "author": "Nora Feld",
        "date": "2026-02-06T10:00:00Z",
        "keywords": "Dams",
    }


def test_rss_in_rdf() -> None:
    (document,) = stories(
        '<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d"><channel><title>Lantern</title>'
        "<dc:language>en</dc:language></channel><item><title>A dam</title><dc:creator>Nora Field</dc:creator>"
        "<dc:subject>Floods</dc:subject><dc:date>2026-02-06</dc:date>"
        "<description>The dam failed.</description></item></rdf:RDF>"
    )
    assert document.format == "rdf"
    assert parts(document) == [("headline", "A dam"), ("byline", "Nora Field"), ("body", "The dam failed.")]
    assert document.metadata == {"language": "en", "author": "Nora Field", "keywords": "Floods", "date": "2026-02-06"}


def test_wordpress_stores_lines_and_shortcodes() -> None:
    post = """<rss xmlns:content="c" xmlns:wp="w" xmlns:excerpt="e"><channel>
<item><title>A dam</title><wp:post_type>post</wp:post_type>
<wp:status>draft</wp:status><content:encoded><![CDATA[By Nora Field
HARLOW, England (AP) - The dam [sic] &amp; lake failed.

[caption id="a" width="3"]<img src="x"
alt="y"/> The dam on Friday.[/caption]

It rained.
[gallery ids="1,2"]
[contact_form]]]></content:encoded></item>
<item><title>Home</title><wp:post_type>nav_menu_item</wp:post_type></item></channel></rss>"""
    (document,) = stories(post)
    assert parts(document) == [
        ("headline", "A dam"),
        ("byline", "By Nora Field"),
        ("dateline", "HARLOW, England (AP) -"),
        ("body", "The dam [sic] & lake failed."),
        ("caption", "The dam on Friday."),
        ("body", "It rained."),
    ]
    assert document.metadata["status"] == "draft"


@pytest.mark.parametrize(
    "text",
    [
        RSS.format(
            "<item><title>Marks &amp;amp; Roe</title>"
            "<description>&lt;p&gt;It&amp;rsquo;s &lt;b&gt;over&lt;/b&gt; now.&lt;/p&gt;</description></item>"
        ),
        RSS.format(
            "<item><title>É dam</title><description><![CDATA[<p>A dam\r\nfell &amp; é</p>]]></description></item>"
        ),
        ATOM.format("<entry><title>A dam</title><content>Plain é &amp; two.\n\nLines.</content></entry>"),
    ],
)
def test_places_lead_to_the_source(text: str) -> None:
    (document,) = stories(text)
    seen = 0
    for segment in document.segments:
        for index, character in enumerate(segment.text):
            span = segment.source_span(index, index + 1)
            slice_ = document.source_text[span.start : span.end]
            if len(slice_) == 1 and not character.isspace():
                assert slice_ == character
                seen += 1
            else:
                assert slice_.startswith(("&", "<")) or slice_.isspace()
    assert seen > 5


@pytest.mark.parametrize(
    "text", [RSS.format(""), ATOM.format(""), RSS.format("<item><link>http://x</link></item>"), "<rss/>"]
)
def test_a_feed_without_words_is_no_story(text: str) -> None:
    assert stories(text) == ()


@pytest.mark.parametrize("declared", ["bogus-8", "us-ascii", "", "iso-8859-1"])
def test_a_charset_that_is_wrong_is_no_obstacle(declared: str) -> None:
    declaration = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    text = declaration + "<rss><channel><item><title>Café opens</title></item></channel></rss>"
    (document,) = stories(text)
    assert parts(document) == [("headline", "Café opens")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<rss><channel>\n<item><title>A dam</item></channel></rss>", 2),
        ("<rss>\n<channel>\n<item><title>A & B</title></item></channel></rss>", 3),
        ("<rss>\n<channel><item><title>A&nbsp;dam</title></item></channel></rss>", 2),
        ("<feed>\n", 2),
    ],
)
def test_broken_feeds_say_where(text: str, line: int) -> None:
    with pytest.raises(CopylintError) as caught:
        stories(text)
    (problem,) = caught.value.problems
    assert problem.line == line
    assert problem.column is not None


@pytest.mark.parametrize(
    "date",
    ["yesterday", "Fri, 99 Feb 2026 09:15:00 GMT", "Fri", "-", "1" * 5_000, "Fri, 06 Feb 2026 99999999999:00:00 GMT"],
)
def test_odd_dates_are_no_error(date: str) -> None:
    item(f"<title>A dam</title><pubDate>{date}</pubDate>")


def test_long_feeds_are_read_in_linear_time() -> None:
    entry = "<item><title>A dam</title><description>&lt;p&gt;The dam &amp;amp; the lake.&lt;/p&gt;</description></item>"
    start = time.process_time()
    assert len(stories(RSS.format(entry * 2_000))) == 2_000
    assert time.process_time() - start < 10


def test_every_feed_of_the_corpus_is_read(corpus: Path) -> None:
    paths = [*(corpus / "wire-feeds").glob("*.xml"), *(corpus / "wire-superdesk-core").glob("wordpress*.xml")]
    for path in paths:
        read(decode(path.name, path.read_bytes()))


def test_what_a_feed_states_is_looked_up_once() -> None:
    """Nor is it looked for among its items: then twice as many would take four times as long."""
    start = time.process_time()
    assert len(stories(RSS.format("<item><title>A</title></item>" * 16_000))) == 16_000
    assert time.process_time() - start < 20
