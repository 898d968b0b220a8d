"""What a feed's item states beside its text: date, language, keywords, author.

Sources: RSS 2.0 (rssboard.org), Atom (RFC 4287), RSS 1.0 with Dublin Core, WordPress's export (`wp:`).
"""

from __future__ import annotations

import html
from email.utils import parsedate_to_datetime
from typing import Final

from copylint.document.formats.markup.tree import Element
from copylint.document.formats.metadata import stated
from copylint.values import dataclass

_DATES: Final = ("pubDate", "published", "issued", "created", "date", "updated", "modified")
"""The day on which an item appeared goes before the one on which it was last changed."""


@dataclass(frozen=True)
class FeedFacts:
    """What a feed states of all its items, looked up once: a feed can have thousands."""

    language: str
    author: str


def facts_of_feed(root: Element, feed: Element) -> FeedFacts:
    """`feed` is the element that states them, mostly a `<channel>`; the language may stand at the root."""
    return FeedFacts(language_of(feed) or language_of(root), _author(feed))


def facts_of(feed: FeedFacts, item: Element) -> dict[str, str]:
    """The facts of an item."""
    return stated(
        language=language_of(item) or feed.language,
        keywords=", ".join(dict.fromkeys(filter(None, map(_keyword, item.each("category", "subject", "keywords"))))),
        author=_author(item) or feed.author,
        date=next(filter(None, (_date(item, name) for name in _DATES)), ""),
        status=next((each.words for each in item.each("status") if each.prefix == "wp"), ""),
    )


def language_of(element: Element) -> str:
    """Of an attribute `xml:lang`, else of RSS's `language` or Dublin Core's."""
    language = element.first("language")
    return element.attribute("lang") or (language.words if language is not None else "")


def _keyword(element: Element) -> str:
    """Atom writes it into an attribute, RSS into the text, often escaped twice."""
    return element.attribute("label") or element.attribute("term") or html.unescape(element.words)


def _author(element: Element) -> str:
    creators = [creator.words for creator in element.each("creator", "author") if creator.first("name") is None]
    names = [name.words for author in element.each("author") for name in author.each("name")]
    return ", ".join(filter(None, creators or names))


def _date(item: Element, name: str) -> str:
    """As ISO 8601 writes it: RSS's dates are those of e-mail."""
    element = item.first(name)
    words = element.words if element is not None else ""
    if words[:4].isdecimal() or not words:
        return words
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, OverflowError):
        return ""
