from __future__ import annotations

import time
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copylint.document.formats.markup.html_tree import read_html
from copylint.document.formats.markup.tree import Element
from copylint.document.offsets import Piece
from copylint.document.story_text import StoryText
from copylint.errors import CopylintError

PIECES: Final = (
    *("<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<a href='x&amp;y'>", "</a>", "<br>", "<br/>", "<div>", "</div>"),
    *("<table>", "<tr>", "<td>", "</td>", "</table>", "<ul><li>", "</ul>", "<h1>", "</h1>", "<pre>", "</pre>"),
    *("<script>", "</script>", "<style>", "</style>", "<title>", "</title>", "<textarea>", "</textarea>", "<select>"),
    *("<!-- note -->", "<!--", "-->", "<!doctype html>", "<?xml?>", "<![CDATA[x]]>", "<svg>", "</svg>", "<template>"),
    *("<head>", "</head>", "<body>", "</body>", "<html>", "</html>", "<form>", "</form>", "<frameset>", "<plaintext>"),
    *("The dam", " ", "\n", "\r\n", "\r", "\t", "\f", "\0", "&", "&amp;", "&rsquo;", "&#39;", "&#x2019;", "&#0;"),
    *(
        "&#150;",
        "&notit;",
        "&ampx",
        "&copy",
        "&unknown;",
        "&#",
        "&#x",
        "<",
        ">",
        "</",
        "<3",
        "< b>",
        "</ b>",
        "<b",
        "é",
    ),
    *("😀", "\u00a0", "]]>", "<math>", "<mi>", "<noscript>", "</noscript>", "<option>", "<caption>", "<b x='", "'>"),
)


def tree(html: str) -> Element:
    return read_html(StoryText.whole(html), "page.html")


def leaves(html: str) -> list[StoryText]:
    return [text for text in tree(html).texts() if text.text]


def ends(text: StoryText) -> list[tuple[Piece, int]]:
    """Each piece with where its text ends."""
    pieces = text.offsets.pieces
    return list(zip(pieces, [*(piece.story for piece in pieces[1:]), len(text.text)], strict=True))


@pytest.mark.parametrize(
    ("html", "words", "slice_"),
    [
        ("<p>The dam fell", "dam", "dam"),
        ("<p>Marks &amp; Roe", "&", "&amp;"),
        ("<p>Marks & Roe", "&", "&"),
        ("<p>Marks &amp Roe", "&", "&amp"),
        ("<p>Marks &notit; Roe", "it", "it"),
        ("<p>It&rsquo;s &#8217;", "It’s", "It&rsquo;s"),
        ("<p>a&#150;b", "–", "&#150;"),
        ("<p>a\r\nb", "\n", "\r\n"),
        ("<p>a\rb", "\n", "\r"),
        ("a</b>b", "ab", "a</b>b"),
        ("<table>stray<tr><td>cell</table>", "cell", "cell"),
        ("<table>stray<tr><td>cell</table>", "stray", "stray"),
        ("<p>2 < 3 &lt; 4", "2 < 3 < 4", "2 < 3 &lt; 4"),
        ("<p>&unknown; word", "word", "word"),
        ("<pre>\nfirst", "first", "first"),
        ("<title>A &amp; B</title>", "&", "&amp;"),
        ("<pre>\r\nfirst", "first", "first"),
        ("<textarea>a<b</textarea>", "a<b", "a<b"),
        ("<table>a<tr>b<td>c</td>d", "ab", "a<tr>b"),
        ("<p>a<?php echo ?>b", "ab", "a<?php echo ?>b"),
        ("<?xml version='1.0'?>\n<!doctype html><p>The dam", "The", "The"),
        ("a</ b>c", "ac", "a</ b>c"),
        ("\ufeff<p>The dam", "dam", "dam"),
        ("<p>a<!-- open <b>b</b>", "<!-- open <b>b</b>", "<!-- open <b>b</b>"),
    ],
)
def test_every_character_knows_its_place(html: str, words: str, slice_: str) -> None:
    for text in leaves(html):
        if words in text.text:
            start = text.text.index(words)
            span = text.offsets.to_source(start, start + len(words))
            assert html[span.start : span.end] == slice_
            return
    pytest.fail("no such text")


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("<table>text<tr>")
@example("a<table>b</table>c")
@example("<b>a<table>b<p>c</b>d</table>e")
def test_texts_are_covered_by_pieces_that_lie_in_the_source(html: str) -> None:
    for text in leaves(html):
        pieces = text.offsets.pieces
        assert pieces[0].story == 0
        for one, other in pairwise(pieces):
            assert one.story < other.story
            assert one.source_end <= other.source
        for piece, end in ends(text):
            assert 0 <= piece.source <= piece.source_end <= len(html)
            if piece.verbatim:
                assert html[piece.source : piece.source_end] == text.text[piece.story : end]
            if piece.reference:
                assert html[piece.source] == "&"


@pytest.mark.parametrize(
    "html",
    [
        *("<!--" * 100_000, "<a " * 100_000, "</p>" * 100_000, "<" * 100_000, "&" * 100_000, "a<!" * 50_000),
        *(
            "<table>text<tr>" * 10_000,
            "<table>" + "text<tr>" * 10_000,
            "<table>" + "te&amp;xt<b>" * 100 + "x" * 200_000,
        ),
        *("&amp" * 50_000, "<script>" + "x" * 500_000, "<p>" + "\0" * 50_000, "\r\n" * 100_000, "<b>a<p>b" * 100),
        "<p>The dam fell on <b>Friday</b> &amp; Saturday.</p>\r\n" * 10_000,
    ],
    ids=lambda html: html[:12],
)
def test_hostile_pages_are_read_in_linear_time(html: str) -> None:
    start = time.process_time()
    tree(html)
    assert time.process_time() - start < 8


@pytest.mark.parametrize("html", ["<div>" * 50_000, "<b><i>" * 20_000, "<ul><li>" * 20_000])
def test_deep_nesting_is_refused(html: str) -> None:
    start = time.process_time()
    with pytest.raises(CopylintError, match="not checked: elements lie in more than 200 others"):
        tree(html)
    assert time.process_time() - start < 8


@pytest.mark.parametrize("html", ["", "</p>", "<", "&", "\0", "<!--", "<script>", "<a ", "<p", "</", "<!", "<?", "\r"])
def test_scraps_are_pages_too(html: str) -> None:
    tree(html)
