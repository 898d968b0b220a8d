"""Which elements of a page hold its stories: articles, else the main part, else the body.

Source: HTML Living Standard, `article` ("a complete, or self-contained, composition"; one in another is related to it,
as a comment or a live report's post is), `main`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from copylint.document.formats.markup.flow import DROPPED
from copylint.document.formats.markup.tree import Element
from copylint.document.formats.pages.headline import headings_of
from copylint.document.formats.pages.marks import is_card, is_furniture
from copylint.document.story_text import StoryText
from copylint.values import dataclass

_OUTSIDE: Final = frozenset(("header", "footer", "aside", "nav", "dialog"))
"""Elements that are furniture where they lie outside an article."""
_ENOUGH_WORDS: Final = 60
"""With so many words of running text, an article is no teaser, whatever else it looks like."""
_MOST_OUTSIDE: Final = 3
"""With so many times the articles' words outside them, the story lies there."""


def stories_of(page: Element) -> tuple[Element, ...]:
    """The elements that hold a story each; at least one."""
    rest = main_of(page) or page.first("html", "body") or page
    every = tuple(_articles(page))
    articles = tuple(article for article in every if _has_copy(article, alone=len(every) == 1))
    words = sum(_count_of(article).words for article in articles)
    if articles and _count_of(rest).words <= max(words * _MOST_OUTSIDE, _ENOUGH_WORDS):
        return articles
    return (rest,)


def main_of(page: Element) -> Element | None:
    for element in page.within("main", "div", "section"):
        if element.name == "main" or element.attribute("role") == "main":
            return element
    return None


def _articles(element: Element) -> Iterator[Element]:
    """The articles outside furniture in order, those in other articles too.

    One with an `<h1>` is no furniture whatever its class: a newsletter's story can be a `newsletter-post`.
    """
    for child in element.each():
        if child.name not in _OUTSIDE and child.name not in DROPPED and (_is_titled(child) or not is_furniture(child)):
            if child.name == "article":
                yield child
            yield from _articles(child)


def _is_titled(element: Element) -> bool:
    """Whether it is an article with a headline of its own that leads nowhere."""
    heading = next(headings_of(element), None) if element.name == "article" else None
    return heading is not None and heading.name == "h1" and next(heading.within("a"), None) is None


def _has_copy(article: Element, *, alone: bool) -> bool:
    """Whether an article is a story and no teaser of one; `alone` on its page, it need not have paragraphs."""
    count = _count_of(article)
    if count.words >= _ENOUGH_WORDS or _is_titled(article):
        return True
    heading = next(headings_of(article), None)
    linked = heading is not None and heading.name != "h1" and next(heading.within("a"), None) is not None
    return (count.paragraphs > 0 or (alone and count.words > 0)) and not linked and not is_card(article)


@dataclass
class _Count:
    words: int = 0
    paragraphs: int = 0


def _count_of(element: Element) -> _Count:
    """The running text of an element without links, headings, furniture and articles in it."""
    count = _Count()
    stack: list[Element | StoryText] = list(element.children)
    while stack:
        child = stack.pop()
        if isinstance(child, StoryText):
            count.words += len(child.text.split())
        elif not _is_beside_copy(child):
            count.paragraphs += child.name == "p" and bool(child.words)
            stack += child.children
    return count


def _is_beside_copy(element: Element) -> bool:
    name = element.name
    return name in ("article", "a", "h1", "h2", "h3") or name in _OUTSIDE or name in DROPPED or is_furniture(element)
