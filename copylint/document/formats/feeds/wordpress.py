"""What WordPress stores of a post and makes HTML only as it shows it: line breaks and shortcodes.

Sources: WordPress's `wpautop` (a blank line parts paragraphs, a line break is `<br>`) and Shortcode API.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from copylint.document.formats.markup.tree import Element
from copylint.document.story_text import StoryText, StoryTextBuilder
from copylint.expressions import expression

_NO_COPY: Final = ("nav_menu_item", "custom_css", "wp_navigation", "wp_global_styles", "oembed_cache")
"""What is exported beside posts, pages and pictures."""
_MARKS: Final = expression(
    r"(?P<tag><[^<>]*>)|(?P<caption>\[/?(?:wp_)?caption\b[^\[\]\n]{0,500}\])"
    r"|(?P<line>(?:\r\n?|\n)(?:[ \t]*\[/?[A-Za-z][\w-]{0,40}(?:\s[^\[\]\r\n]{0,500})?\][ \t]*(?=[\r\n]|\Z))*)"
)
"""A line break takes the shortcodes with it that are the whole next line; one among words stays, as `[sic]` does."""


def is_post(item: Element) -> bool:
    return _kind(item) is not None


def is_furniture(item: Element) -> bool:
    """Whether an item of an export is no copy, but a menu's entry or the like (`wp:post_type`)."""
    return _kind(item) in _NO_COPY


def html_of(story: StoryText) -> StoryText:
    """The HTML that a post's text stands for: lines broken, lone shortcodes gone, captions elements."""
    builder = StoryTextBuilder(story)
    position = 0
    for mark in _MARKS.finditer(story.text):
        if not mark["tag"]:
            builder.verbatim(position, mark.start())
            builder.unit(_html_of(mark), *mark.span())
            position = mark.end()
    builder.verbatim(position, len(story.text))
    return builder.joined()


def _html_of(mark: regex.Match[str]) -> str:
    if mark["line"]:
        return "<br>"
    return "</figcaption>" if mark["caption"].startswith("[/") else "<figcaption>"


def _kind(item: Element) -> str | None:
    kinds: Iterator[str] = (kind.words for kind in item.each("post_type") if kind.prefix == "wp")
    return next(kinds, None)
