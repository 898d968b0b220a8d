"""Which heading of a page is its story's headline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from copylint.document.formats.markup.flow import DROPPED
from copylint.document.formats.markup.tree import Element

HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST_ABOVE: Final = 200
"""Above a headline stand a section's name and stamps, and no paragraph longer than this."""


def headline_of(story: Element, title: str) -> Element | None:
    """The heading that the page's title begins with, else the first `<h1>`, else what `itemprop` calls so.

    A story without any has the heading above its text. `title` is empty where a page has several stories.
    """
    headings = tuple(headings_of(story))
    first = [heading for heading in headings if heading.name == "h1"]
    named = [heading for heading in headings if heading.attribute("itemprop") == "headline"]
    entitled = [heading for heading in first if _begins(title, heading)]
    above = [heading for heading in headings[:1] if _stands_on_top(story, heading)]
    if story.name != "article" and title:
        above = [heading for heading in above if _begins(title, heading)]
    return next(iter((*entitled, *named, *first, *above)), None)


def headline_outside(page: Element, main: Element | None, title: str) -> Element | None:
    """An `<h1>` that the page's title begins with, or one in its main part: the headline of an article without one."""
    for heading in page.within("h1"):
        if heading.words and _begins(title, heading):
            return heading
    return next((heading for heading in headings_of(main or Element("main")) if heading.name == "h1"), None)


def headings_of(story: Element) -> Iterator[Element]:
    """Its headings with words, in order, without those of articles in it."""
    for child in story.each():
        if child.name in HEADINGS:
            if child.words:
                yield child
        elif child.name not in ("article", "aside") and child.name not in DROPPED:
            yield from headings_of(child)


def _begins(title: str, heading: Element) -> bool:
    return bool(title) and title.casefold().startswith(heading.words.casefold())


def _stands_on_top(story: Element, heading: Element) -> bool:
    for element in story.within("p", heading.name):
        if element is heading:
            return True
        if len(element.words) > _LONGEST_ABOVE:
            return False
    return False
