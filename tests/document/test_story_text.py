from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copylint.document.offsets import Mask
from copylint.document.story_text import StoryText, StoryTextBuilder
from copylint.finding import Span

SOURCE = "The dam&amp;bridge\nfell on Monday."


def test_a_story_text_maps_back_to_the_source() -> None:
    builder = StoryTextBuilder(StoryText.whole(SOURCE))
    builder.verbatim(0, 7)
    builder.unit("&", 7, 12)
    builder.verbatim(12, 18)
    builder.unit(" ", 18, 19)
    builder.verbatim(19, len(SOURCE))
    story = builder.build()
    assert story.text == "The dam&bridge fell on Monday."
    assert SOURCE[slice(*_span(story.offsets.to_source(7, 8)))] == "&amp;"
    start = story.text.index("fell")
    assert SOURCE[slice(*_span(story.offsets.to_source(start, start + 4)))] == "fell"
    assert not story.offsets.is_plain(4, 10)


def _span(span: Span) -> tuple[int, int]:
    return span.start, span.end


def test_outer_white_space_is_left_out() -> None:
    builder = StoryTextBuilder(StoryText.whole("  a b  "))
    builder.verbatim(0, 7)
    story = builder.build()
    assert story.text == "a b"
    assert story.offsets.to_source(0, 3) == Span(2, 5)


def test_a_mask_is_cut_with_its_text() -> None:
    builder = StoryTextBuilder(StoryText.whole("run `ls -l` now"))
    builder.verbatim(0, 4)
    start = builder.length
    builder.verbatim(5, 10)
    builder.mask(start, "code")
    builder.verbatim(11, 15)
    story = builder.build()
    assert story.masks == (Mask(Span(4, 9), "code"),)
    assert story.slice(6, 13).masks == (Mask(Span(0, 3), "code"),)


@given(st.lists(st.tuples(st.booleans(), st.text("ab ", min_size=1, max_size=5)), max_size=8), st.data())
def test_a_slice_keeps_each_characters_place(parts: list[tuple[bool, str]], data: st.DataObject) -> None:
    source = "".join(f"[{text}]" for _, text in parts)
    builder = StoryTextBuilder(StoryText.whole(source))
    position = 0
    for verbatim, text in parts:
        if verbatim:
            builder.verbatim(position + 1, position + 1 + len(text))
        else:
            builder.unit("x", position, position + len(text) + 2)
        position += len(text) + 2
    story = builder.build()
    start = data.draw(st.integers(0, len(story.text)))
    end = data.draw(st.integers(start, len(story.text)))
    part = story.slice(start, end)
    assert part.text == story.text[start:end]
    for index in range(end - start):
        assert part.offsets.to_source(index, index + 1) == story.offsets.to_source(start + index, start + index + 1)


def test_a_reference_that_markup_parts_is_not_replaced() -> None:
    origin = StoryTextBuilder(StoryText.whole("&amp;<!-- -->rsquo;s"))
    origin.unit("&", 0, 5, reference=True)
    origin.verbatim(13, 20)
    builder = StoryTextBuilder(origin.joined())
    builder.unit("\N{RIGHT SINGLE QUOTATION MARK}", 0, 7, reference=True)
    builder.verbatim(7, 8)
    assert not builder.build().offsets.is_plain(0, 1)


def test_the_last_characters_are_those_of_several_stretches() -> None:
    builder = StoryTextBuilder(StoryText.whole(SOURCE))
    builder.verbatim(0, 3)
    builder.verbatim(8, 9)
    assert builder.last(2) == SOURCE[2] + SOURCE[8]
    assert builder.last(50) == SOURCE[:3] + SOURCE[8]
