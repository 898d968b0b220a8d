"""What a page states of its story beside the text.

Sources: HTML Living Standard (`meta`, `time`, `lang`), the Open Graph protocol (`og:title`, `article:published_time`),
schema.org (`datePublished`), Dublin Core in HTML (`dc.date`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from copylint.document.formats.markup.tree import Element
from copylint.document.formats.metadata import stated
from copylint.expressions import expression

_DATE: Final = expression(r"\d{4}-\d\d-\d\d(?!\d)")
"""How a date begins; `datetime` may also hold a duration ("PT4M")."""
_DATES: Final = (
    *("article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dcterms.created", "dc.date"),
    *("dcterms.date", "pubdate", "publishdate", "date"),
)
_AUTHORS: Final = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author")
_TITLES: Final = ("og:title", "twitter:title", "dc.title")


class PageFacts:
    """What a page states in its head."""

    def __init__(self, page: Element) -> None:
        self._values: dict[str, list[str]] = {}
        for meta in page.within("meta"):
            for key in ("name", "property", "itemprop", "http-equiv"):
                if meta.attribute(key) and meta.attribute("content"):
                    self._values.setdefault(meta.attribute(key).casefold(), []).append(meta.attribute("content"))
        title = next(page.within("title"), None)
        self.title = self.first(*_TITLES) or (title.words if title is not None else "")
        """The page's own name for its story."""
        self.author = next((author for author in self.each(*_AUTHORS) if "://" not in author), "")
        self.language = _language(page.first("html") or page) or self.first("og:locale").replace("_", "-")

    def each(self, *names: str) -> Iterator[str]:
        """The values under these names, name by name."""
        for name in names:
            yield from self._values.get(name, ())

    def first(self, *names: str) -> str:
        return next(self.each(*names), "")


def metadata_of_one(facts: PageFacts, story: Element, headline: Element | None) -> dict[str, str]:
    """The facts of a story that has its page to itself."""
    return stated(
        language=_language(story) or facts.language,
        keywords=facts.first("news_keywords", "keywords") or ", ".join(facts.each("article:tag")),
        title=headline.words if headline is not None else facts.title,
        author=facts.author,
        date=next(iter((*_published(story), *_dates(facts.each(*_DATES)), *_times(story))), ""),
    )


def metadata_of_several(facts: PageFacts, story: Element, headline: Element | None) -> dict[str, str]:
    """The facts of one of a page's stories; what the page states is of all of them."""
    return stated(
        language=_language(story) or facts.language,
        title=headline.words if headline is not None else "",
        date=next(iter((*_published(story), *_times(story))), ""),
    )


def _language(element: Element) -> str:
    return element.attribute("lang") or element.attribute("xml:lang")


def _published(story: Element) -> Iterator[str]:
    for time in story.within("time", "meta", "abbr", "span"):
        published = "datepublished" in time.attribute("itemprop").casefold() or "pubdate" in time.attributes
        if published:
            yield from _dates((time.attribute("datetime"), time.attribute("content")))


def _times(story: Element) -> Iterator[str]:
    yield from _dates(time.attribute("datetime") for time in story.within("time"))


def _dates(values: Iterable[str]) -> Iterator[str]:
    return (value for value in values if _DATE.match(value))
