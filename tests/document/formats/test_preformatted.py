from __future__ import annotations

from copylint.document.formats.markup.preformatted import has_columns, is_preformatted
from copylint.document.story_text import StoryText


def test_lines_end_where_editors_end_them() -> None:
    text = "The dam fell.{0}{0}Nobody was hurt.{0}It rained."
    assert is_preformatted(StoryText.whole(text.format("\r")))
    assert not is_preformatted(StoryText.whole(text.format("\x85")))


def test_columns_stand_in_any_line() -> None:
    assert has_columns(StoryText.whole("Results\nOran    2"))
    assert not has_columns(StoryText.whole("Results\nOran 2"))
