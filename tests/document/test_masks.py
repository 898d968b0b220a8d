from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.document.formats import read
from copylint.document.masks import masks_in
from copylint.source.decode import decode


def masked(text: str) -> set[tuple[str, str]]:
    return {(mask.kind, text[mask.span.start : mask.span.end]) for mask in masks_in(text)}


@pytest.mark.parametrize(
    ("text", "kind", "mask"),
    [
        ("See https://example.com/a_(b), now.", "url", "https://example.com/a_(b)"),
        ("It is online (see http://example.com/x).", "url", "http://example.com/x"),
        ("It is online (http://example.com/x.)", "url", "http://example.com/x"),
        ("See www.example.org/x?y=1&z=2.", "url", "www.example.org/x?y=1&z=2"),
        ("“https://example.com/a”", "url", "https://example.com/a"),
        ("http://example.com/a—and more", "url", "http://example.com/a"),
        ("HTTPS://EXAMPLE.COM", "url", "HTTPS://EXAMPLE.COM"),
        ("Shares of Example.com's owner", "url", "Example.com"),
        ("At news.example.co.uk/june today", "url", "news.example.co.uk/june"),
        ("Read bit.ly/3june and t.co/may", "url", "bit.ly/3june"),
        ("Write to ann.lee@example.co.uk.", "e-mail", "ann.lee@example.co.uk"),
        ("Follow @AnnLee.", "handle", "@AnnLee"),
        ("They tweet #DernaFlood2026, often.", "hashtag", "#DernaFlood2026"),
        ("#été", "hashtag", "#été"),
    ],
)
def test_what_is_masked(text: str, kind: str, mask: str) -> None:
    assert (kind, mask) in masked(text)


@pytest.mark.parametrize(
    "text",
    [
        "It rained today.it stopped. He left.in May",
        "The U.S. and Ph.D. e.g. 2.5 million",
        "No. #1 and AT&T&#39;s",
        "They met @ 6 p.m.",
        "http:// and www.",
        "end.me and.co",
        "",
    ],
)
def test_what_is_not_masked(text: str) -> None:
    assert masked(text) == set()


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["http://", "www.", "a", ".com", "@", "#a", ")", "(", ".", "/", " ", "”"])).map("".join)
)
def test_masks_lie_in_the_text(text: str) -> None:
    for mask in masks_in(text):
        assert 0 <= mask.span.start < mask.span.end <= len(text)
        assert not any(character.isspace() for character in text[mask.span.start : mask.span.end])


@pytest.mark.parametrize(
    "unit", ["@", "a.", "a@", "a@a.", "#a", "http://", "http://a)", "www.", "a.com", "a-", ".", "@a ", "a.b.c.d."]
)
def test_takes_linear_time(unit: str) -> None:
    text = unit * 100_000
    assert all(mask.span.end <= len(text) for mask in masks_in(text))


@pytest.mark.parametrize("unit", [")", ").", "("])
def test_brackets_behind_an_address_take_linear_time(unit: str) -> None:
    masks = list(masks_in("http://a.example/b" + unit * 200_000))
    assert masks


def test_real_addresses_are_whole(corpus: Path) -> None:
    addresses = 0
    for path in sorted((corpus / "fnc1-web").glob("*.txt"))[::3]:
        for segment in read(decode(path.name, path.read_bytes()))[0].segments:
            masks = [mask for mask in segment.masks if mask.kind == "url"]
            addresses += len(masks)
            for mask in masks:
                text = segment.text[mask.span.start : mask.span.end]
                assert not text.endswith((",", ".", ";", "”", "'"))
                assert text.count(")") <= text.count("(") or not text.endswith(")")
    assert addresses > 20
