from __future__ import annotations

import tracemalloc
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.document.formats.markup.tree import Element
from copylint.document.formats.markup.xml_tree import read_xml
from copylint.document.story_text import StoryText
from copylint.errors import CopylintError, Problem
from copylint.source.decode import decode


def tree(text: str) -> Element:
    return read_xml(decode("story.xml", text.encode()))


def problem(text: str) -> Problem:
    with pytest.raises(CopylintError) as caught:
        tree(text)
    (found,) = caught.value.problems
    return found


@pytest.mark.parametrize(
    ("xml", "words", "slice_"),
    [
        ("<p>The dam fell.</p>", "dam", "dam"),
        ("<p>Marks &amp; Spencer</p>", "&", "&amp;"),
        ("<p>It&#8217;s over</p>", "’", "&#8217;"),
        ("<p>It&#x2019;s over</p>", "It’s", "It&#x2019;s"),
        ("<p><![CDATA[R&D fell]]></p>", "R&D", "R&D"),
        ("<p>Zoë saw the <b>dam</b></p>", "dam", "dam"),
        ("<p>Über &lt;b&gt;alles&lt;/b&gt;</p>", "<b>", "&lt;b&gt;"),
        ("<p>two\r\nlines</p>", "two\nlines", "two\r\nlines"),
        ("<ns:p xmlns:ns='x'>The dam</ns:p>", "dam", "dam"),
        ('<!DOCTYPE nitf SYSTEM "nitf.dtd"><p>caf&eacute; now</p>', "é", "&eacute;"),
        ('<!DOCTYPE nitf SYSTEM "nitf.dtd"><p>a &unknown; b</p>', "&unknown;", "&unknown;"),
    ],
)
def test_every_character_knows_its_place(xml: str, words: str, slice_: str) -> None:
    story = tree(xml).story()
    start = story.text.index(words)
    span = story.offsets.to_source(start, start + len(words))
    assert xml[span.start : span.end] == slice_


def test_names_and_attributes_lose_their_prefixes() -> None:
    root = tree("<n:newsItem xmlns:n='urn:x' xml:lang='en-GB'><n:p/></n:newsItem>")
    assert (root.name, root.prefix, root.attribute("lang")) == ("newsItem", "n", "en-GB")
    assert [child.name for child in root.each()] == ["p"]


@pytest.mark.parametrize(
    ("xml", "line", "column", "message"),
    [
        ("<nitf>\n<p>The dam\n</nitf>", 3, 3, "mismatched tag"),
        ("<nitf>\n  é <p>R&D</p></nitf>", 2, 11, "invalid token"),
        ("<nitf><p>caf&eacute;</p></nitf>", 1, 13, "undefined entity"),
        ("<nitf>", 1, 7, "no element found"),
        ("", 1, 1, "no element found"),
    ],
)
def test_broken_xml_is_an_error_with_its_place(xml: str, line: int, column: int, message: str) -> None:
    found = problem(xml)
    assert (found.line, found.column) == (line, column)
    assert message in found.message


ENTITIES = "".join(f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in pairwise("abcdefghi"))
BOMB = f'<!DOCTYPE nitf [<!ENTITY a "ha">{ENTITIES}]><nitf>&i;</nitf>'


@pytest.mark.parametrize(
    "xml",
    [
        BOMB,
        '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf>&x;</nitf>',
        '<!DOCTYPE nitf [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]><nitf/>',
        "<!DOCTYPE nitf [<!ELEMENT nitf ANY>]><nitf/>",
    ],
)
def test_declarations_are_refused_before_anything_is_expanded(xml: str) -> None:
    tracemalloc.start()
    found = problem(xml)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "declares" in found.message
    assert found.line == 1
    assert peak < 1_000_000


def test_deep_nesting_is_refused_where_it_goes_too_deep() -> None:
    found = problem("<nitf>" + "<p>" * 100_000)
    assert "lie in more than" in found.message
    assert found.column == len("<nitf>") + 3 * 199 + 1


@given(
    st.lists(st.sampled_from(["word", " ", "\n", "é", "&amp;", "&#8217;", "<b>", "</b>", "<![CDATA[a<b]]>", "<i/>"]))
)
def test_the_verbatim_pieces_are_what_stands_in_the_source(pieces: list[str]) -> None:
    opened = 0
    whole: list[str] = []
    for piece in pieces:
        opened += (piece == "<b>") - (piece == "</b>")
        if opened < 0:
            opened = 0
            continue
        whole.append(piece)
    xml = f"<p>{''.join(whole)}{'</b>' * opened}</p>"
    for text in tree(xml).texts():
        assert_maps(text, xml)


def assert_maps(text: StoryText, source: str) -> None:
    pieces = text.offsets.pieces
    ends = [*(piece.story for piece in pieces[1:]), len(text.text)]
    position = 0
    for piece, end in zip(pieces, ends, strict=True):
        assert position <= piece.source < piece.source_end
        position = piece.source_end
        if piece.verbatim:
            assert text.text[piece.story : end] == source[piece.source : piece.source_end]
