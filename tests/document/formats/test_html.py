from __future__ import annotations

import time

import pytest

from copylint.document.formats import read
from copylint.document.model import Document
from copylint.errors import CopylintError
from copylint.source.decode import decode


def stories(html: str) -> tuple[Document, ...]:
    return read(decode("page.html", html.encode()))


def parts(document: Document) -> list[tuple[str, str]]:
    return [(segment.part, segment.text) for segment in document.segments]


def story(html: str) -> list[tuple[str, str]]:
    (document,) = stories(html)
    return parts(document)


PAGE = """<!DOCTYPE html>
<html lang="en-GB" class="no-sidebar">
<head><meta charset="utf-8"><title>Dam fails in Harlow Valley - The Lantern</title>
<meta property="og:title" content="Dam fails in Harlow Valley">
<meta property="article:published_time" content="2026-02-06T09:15:00+00:00">
<meta name="author" content="Nora Field"><meta name="keywords" content="dam, floods">
<script>var a = "<p>not copy</p>";</script><style>p { color: red }</style></head>
<body>
<header><h1 class="logo">The Lantern</h1><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<div id="cookie-banner"><p>We use cookies to make this site work.</p><button>Accept</button></div>
<main><article>
<header><p class="kicker">World</p><h1>Dam fails in Harlow Valley</h1>
<p class="standfirst">Thousands leave their homes.</p>
<p class="byline">By <a rel="author" href="/nora">Nora Field</a> and <a rel="author">Joe Penn</a></p>
<p><time datetime="2026-02-06T09:15">6 February 2026, 9:15am</time></p>
<div class="share-bar"><a href="#">Share on X</a> <span>12 shares</span></div></header>
<figure><img src="dam.jpg" alt="The dam">
<figcaption>Water runs over the dam. <span class="credit">Photo: Ann Lee/AP</span>
</figcaption></figure>
<p><span class="dateline">HARLOW, England</span> (Reuters) - The dam failed, the
mayor&rsquo;s office said, and <b>3,000</b>
people fled.</p>
<p>&ldquo;We heard it go,&rdquo; said <span class="author">Jane Roe</span>, who
lives <em>below</em> the dam.</p>
<noscript><p>Turn on scripts.</p></noscript>
<aside class="related"><h3>Related</h3><ul><li><a href="/x">Older dam story</a></li></ul></aside>
<h2>What comes next</h2>
<blockquote><p>We will build it again.</p></blockquote>
<table><tr><th>Town</th><th>People</th></tr><tr><td>Harlow</td><td>3,000</td></tr></table>
<pre><code>level = 3</code></pre>
<ul><li>The dam was built in 1911.</li></ul>
<p>(Reporting by Nora Field; Editing by Max Orr)</p>
<form><label>Your e-mail</label><input></form>
<div class="newsletter-signup"><p>Sign up for our letter.</p></div>
</article>
<section class="related-stories">
<article class="card"><h3><a href="/1">Bridge closes</a></h3><p>A bridge closed.</p></article>
</section></main>
<footer><p>Copyright 2026 The Lantern.</p></footer>
</body></html>
"""


def test_a_page_holds_one_story_among_its_furniture() -> None:
    (document,) = stories(PAGE)
    assert parts(document) == [
        ("headline", "Dam fails in Harlow Valley"),
        ("subhead", "Thousands leave their homes."),
        ("byline", "By Nora Field and Joe Penn"),
        ("caption", "Water runs over the dam."),
        ("credit", "Photo: Ann Lee/AP"),
        ("dateline", "HARLOW, England (Reuters) -"),
        ("body", "The dam failed, the mayor’s office said, and 3,000 people fled."),
        ("body", "“We heard it go,” said Jane Roe, who lives below the dam."),
        ("subhead", "What comes next"),
        ("body", "We will build it again."),
        ("table", "Town People Harlow 3,000"),
        ("code", "level = 3"),
        ("body", "The dam was built in 1911."),
        ("sign-off", "(Reporting by Nora Field; Editing by Max Orr)"),
    ]
    assert document.metadata == {
        "language": "en-GB",
        "keywords": "dam, floods",
        "title": "Dam fails in Harlow Valley",
        "author": "Nora Field",
        "date": "2026-02-06T09:15:00+00:00",
    }


def test_places_lead_to_the_source() -> None:
    (document,) = stories(PAGE.replace("\n", "\r\n"))
    for segment in document.segments:
        for index, character in enumerate(segment.text):
            span = segment.source_span(index, index + 1)
            slice_ = document.source_text[span.start : span.end]
            assert slice_ == character or slice_.startswith("&") or (character == " " and not slice_.strip())


def test_articles_with_copy_of_their_own_are_stories_each() -> None:
    first, second = stories(
        """<html lang="en"><meta property="article:published_time" content="2026-01-01"><main><h1>Briefs</h1>
        <article lang="fr"><h2>Un pont fermé</h2><time datetime="2026-02-05">jeudi</time>
        <p>Le pont est fermé.</p></article>
        <article><h2>A school opens</h2><p>A school opened in Leeds.</p></article>
        <article><h2><a href="x">A bank closes</a></h2><p>Read on.</p></article>
        <article class="teaser"><h2>More</h2><p>Read on.</p></article></main>"""
    )
    assert parts(first)[0] == ("headline", "Un pont fermé")
    assert parts(second) == [("headline", "A school opens"), ("body", "A school opened in Leeds.")]
    assert first.metadata == {"language": "fr", "title": "Un pont fermé", "date": "2026-02-05"}
    assert second.metadata == {"language": "en", "title": "A school opens"}


def test_posts_of_a_live_report_are_stories_and_comments_are_not() -> None:
    documents = stories(
        "<article><h1>The dam, live</h1><p>The dam failed.</p><article><h2>It rains</h2><p>It rained.</p></article>"
        '<div class="comments"><article><p>I saw it.</p></article></div></article>'
    )
    assert [parts(document) for document in documents] == [
        [("headline", "The dam, live"), ("body", "The dam failed.")],
        [("headline", "It rains"), ("body", "It rained.")],
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<main><h1>A dam fails</h1><p>The dam failed.</p></main><p>Terms of use</p>",
        "<div role=main><header><h1>A dam fails</h1></header><p>The dam failed.</p></div><div>Terms</div>",
        "<body><header><h1>A dam fails</h1></header><div>The dam failed.</div><footer>Terms</footer></body>",
        "<title>A dam fails | Lantern</title><header><h1>Lantern</h1></header><h1>A dam fails</h1><p>The dam failed.",
        "<main><h1>A dam fails</h1><article><p>The dam failed.</p></article></main>",
        '<article><div itemprop="headline"></div><h2 itemprop="headline">A dam fails</h2><p>The dam failed.</article>',
        "<h2>A dam fails</h2>The dam failed.",
        '<body class="share"><div class="story share-enabled"><h1>A dam fails</h1><p>The dam failed.</div>',
        '<?xml version="1.0"?>\n<!DOCTYPE html><html><body><h1>A dam fails</h1><p>The dam failed.</p></body></html>',
        "<main><h1>A dam fails</h1>The dam failed.<article class=card><a href=x>Next</a></article></main>",
    ],
)
def test_the_story_is_found_without_an_article_too(html: str) -> None:
    assert story(html) == [("headline", "A dam fails"), ("body", "The dam failed.")]


def test_a_table_that_lays_out_a_page_is_read_and_one_of_figures_is_a_table() -> None:
    page = "<table><tr><td>Home</td><td><h1>A dam</h1><p>It failed.</p><p>It rained.</p></td></tr></table>"
    assert story(page) == [("body", "Home"), ("headline", "A dam"), ("body", "It failed."), ("body", "It rained.")]
    page = "<h1>A dam</h1><p>It failed.</p><table><tr><td><p>Town</p></td><td><p>People</p></td></tr></table>"
    assert story(page)[2:] == [("table", "Town People")]


def test_the_title_is_the_metadata_s_where_no_heading_is_the_headline() -> None:
    (document,) = stories("<title>A dam fails</title><p>The dam failed.")
    assert parts(document) == [("body", "The dam failed.")]
    assert document.metadata["title"] == "A dam fails"


@pytest.mark.parametrize(
    ("html", "part"),
    [
        ('<p class="byline">Nora Field', ("byline", "Nora Field")),
        ('<div class="ArticleByline">Nora Field</div>', ("byline", "Nora Field")),
        ('<span itemprop="author">Nora Field</span>', ("byline", "Nora Field")),
        ('<p>By <a rel="author">Nora Field</a>, Reuters', ("byline", "By Nora Field, Reuters")),
        ('<div data-component="byline-block">Nora Field</div>', ("byline", "Nora Field")),
        ('<p class="dateline">LONDON, May 3 —', ("dateline", "LONDON, May 3 —")),
        ('<p class="article__summary">The town is dry.', ("subhead", "The town is dry.")),
        ('<p class="wp-caption-text">The dam.', ("caption", "The dam.")),
        ('<div class="image-credit">Ann Lee', ("credit", "Ann Lee")),
        ('<p class="correction">It was Friday.', ("correction", "It was Friday.")),
        ('<p class="editors-note">It was cut.', ("editor-note", "It was cut.")),
        ('<p class="tagline">Field reported.', ("sign-off", "Field reported.")),
    ],
)
def test_elements_state_their_parts(html: str, part: tuple[str, str]) -> None:
    page = f"<article><h1>A dam fails</h1><div>{html}</div><p>The dam failed.</p></article>"
    assert story(page) == [("headline", "A dam fails"), part, ("body", "The dam failed.")]


@pytest.mark.parametrize(
    "html",
    [
        '<p>The <span class="author">writer</span> Roe said so.</p>',
        '<p>It fell at <time datetime="2026-02-06T09:15">nine</time> on Friday.</p>',
        '<div class="post author-jane summary"><p>' + "The dam is old. " * 100 + "</p></div>",
        '<p class="no-ads">The dam is old.</p>',
    ],
)
def test_words_in_a_paragraph_are_body_whatever_their_class(html: str) -> None:
    (document,) = stories(f"<article><h1>A dam fails</h1>{html}</article>")
    assert [segment.part for segment in document.segments] == ["headline", "body"]


@pytest.mark.parametrize(
    "html",
    [
        *(
            '<div class="share-bar">x</div>',
            '<div id="RelatedLinks">x</div>',
            '<p class="sr-only">x</p>',
            "<p hidden>x</p>",
        ),
        *(
            '<div role="navigation">x</div>',
            "<dialog open>x</dialog>",
            '<p aria-hidden="true">x</p>',
            "<select><option>x",
        ),
        *("<!-- x -->", "<svg><text>x</text></svg>", "<iframe>x</iframe>", "<template><p>x</p></template>"),
        *(
            '<p class="dateline"><time>May 3</time>',
            '<p class="date">May 3',
            '<div class="kicker">x</div>',
            "<time>May 3</time>",
        ),
        *("<menu><li>x</menu>", '<blockquote class="twitter-tweet">x</blockquote>', "<textarea>x</textarea>"),
    ],
)
def test_furniture_is_no_copy(html: str) -> None:
    assert story(f"<article><h1>A dam</h1><p>It failed.</p>{html}")[1:] == [("body", "It failed.")]


def test_a_weblog_s_line_holds_stamp_and_byline() -> None:
    page = """<article><h1>A dam</h1><div class="entry-meta">
    <span class="posted-on">Posted on <time datetime="2026-02-06">Feb. 6</time></span>
    <span class="byline">by <span class="author vcard">Nora Field</span></span></div><p>It failed.</p>"""
    assert story(page) == [
        ("headline", "A dam"),
        ("byline", "by Nora Field"),
        ("body", "It failed."),
    ]


@pytest.mark.parametrize(
    ("head", "name", "value"),
    [
        ('<meta name="dc.date" content="2026-02-06">', "date", "2026-02-06"),
        ('<meta itemprop="datePublished" content="2026-02-06T09:00Z">', "date", "2026-02-06T09:00Z"),
        ('<meta name="date" content="Friday">', "date", ""),
        ('<time datetime="PT4M">4 min</time><time datetime="2026-02-06">Friday</time>', "date", "2026-02-06"),
        ('<meta property="og:locale" content="de_AT">', "language", "de-AT"),
        ('<meta property="article:tag" content="a"><meta property="article:tag" content="b">', "keywords", "a, b"),
        (
            '<meta property="article:author" content="https://x/y"><meta name="dc.creator" content="Roe">',
            "author",
            "Roe",
        ),
    ],
)
def test_metadata(head: str, name: str, value: str) -> None:
    (document,) = stories(f"<body>{head}<p>The dam failed.</p>")
    assert document.metadata.get(name, "") == value


@pytest.mark.parametrize("html", ["<html></html>", "<html><nav>Home</nav></html>", "<html><script>x</script></html>"])
def test_a_page_without_words_is_no_story(html: str) -> None:
    assert stories(html) == ()


@pytest.mark.parametrize(
    ("piece", "times"),
    [
        ('<article><h2>A dam</h2><p>It failed on <time datetime="x">Friday</time>.</p></article>', 2_000),
        ('<p>The <b>dam</b> &amp; the <a class="author" href="x">mayor</a> failed.</p>', 8_000),
        ('<div class="share"><p>x</p></div><h1>A dam</h1>', 5_000),
        ('<span class="byline">a</span> ', 10_000),
        ("<meta name=author content=x><title>a</title>", 5_000),
    ],
)
def test_long_pages_are_read_in_linear_time(piece: str, times: int) -> None:
    start = time.process_time()
    stories("<html>" + piece * times)
    assert time.process_time() - start < 12


def test_a_page_that_nests_too_deeply_is_refused() -> None:
    with pytest.raises(CopylintError, match="not checked"):
        stories("<html>" + "<div>" * 300)


@pytest.mark.parametrize(
    "html",
    [
        '<article class="newsletter-post">{}<div>The dam failed.</div></article>',
        "<main>{}<article><div>The dam failed.</div></article></main>",
        '<article>{}<div class="field--type-text-with-summary"><p>The dam failed.</p></div></article>',
        "<article>{}<p>The dam failed.</p><ul><li><a>Why dams fail</a></li></ul></article>",
        '<article>{}<p>The dam failed.</p><div class="author-bio"><p>' + "Nora writes. " * 20 + "</p></div></article>",
        '<article>{}<div class="node__submitted">Submitted by <b>nora</b></div><p>The dam failed.</p></article>',
        (
            "<article>{}<p>The dam failed.</p><div><div><h2>More on this</h2></div>"
            '<div class="promo"><a>Why so many dams fail in winter</a></div></div></article>'
        ),
    ],
)
@pytest.mark.parametrize(
    "headline",
    [
        "<h1>A dam fails</h1>",
        '<h1><span class="kicker">World</span><span class="u-visually-hidden">: </span>A dam fails</h1>',
    ],
)
def test_what_stands_round_a_story_does_not_hide_or_join_it(html: str, headline: str) -> None:
    assert story(html.format(headline)) == [("headline", "A dam fails"), ("body", "The dam failed.")]


def test_a_heading_with_words_below_it_stays_beside_furniture() -> None:
    share = '<div class="share">Copy a link to this part of the story</div>'
    page = f"<article><h1>A dam</h1><p>It failed.</p><div><h2>Why</h2>{share}<p>It rained.</p></div></article>"
    assert story(page)[2:] == [("subhead", "Why"), ("body", "It rained.")]
    page = "<article><h1>A dam</h1><p>It failed.</p><ul><li><a>The dam</a> failed.</li></ul></article>"
    assert story(page)[2:] == [("body", "The dam failed.")]


def test_a_live_report_has_its_own_headline() -> None:
    documents = stories(
        "<article><header><h1>The dam, live</h1><p class=byline>By Nora Field</p></header>"
        '<div class="ad-slot">Advertisement</div><article><h2>It rains</h2><p>It rained.</p></article></article>'
    )
    assert [parts(document) for document in documents] == [
        [("headline", "The dam, live"), ("byline", "By Nora Field")],
        [("headline", "It rains"), ("body", "It rained.")],
    ]


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        ("<div><img><span>Ann Lee/PA Media</span></div>", [("credit", "Ann Lee/PA Media")]),
        ("<span>Ann Lee</span>", [("credit", "Ann Lee")]),
        ("<div><span>Image</span><img></div>", []),
        ("<blockquote>It fell. <cite>Ann Lee</cite></blockquote>", [("body", "It fell. Ann Lee")]),
    ],
)
def test_a_line_beside_a_caption_names_the_picture_s_owner(beside: str, expected: list[tuple[str, str]]) -> None:
    page = f"<article><h1>A dam</h1><figure>{beside}<figcaption>The dam.</figcaption></figure><p>It failed.</p>"
    assert story(page) == [("headline", "A dam"), *expected, ("caption", "The dam."), ("body", "It failed.")]


@pytest.mark.parametrize(
    "html",
    [
        '<aside data-gu-name="meta"><address><a rel="author">Nora Field</a></address><p>Fri 6 Feb</p></aside>',
        "<div><div>Nora Field</div><div class=meta><time>Feb. 6</time></div></div>",
    ],
)
def test_the_writer_s_name_is_a_byline_without_a_class_that_says_so(html: str) -> None:
    page = f"<meta name=author content='Nora Field'><article><h1>A dam</h1>{html}<p>It failed.</p></article>"
    assert story(page) == [("headline", "A dam"), ("byline", "Nora Field"), ("body", "It failed.")]
