"""What class, id, rel and itemprop say of an element of a page: its part, or that it is no copy.

Sources: schema.org's `itemprop` (headline, author, alternativeHeadline), HTML's `rel=author`, WAI-ARIA's roles;
class names as newsrooms' pages have them, told by their words (`article__byline-author`, `RelatedLinks`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

import regex

from copylint.document.formats.markup.tree import Element
from copylint.document.model import Part
from copylint.expressions import expression

_NAME_WORD: Final = expression(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")

_WORDED: Final = """
    share sharing shares social related recirc recirculation recommended recommendations cookie cookies gdpr consent
    newsletter newsletters subscribe subscription paywall promo promos promotion ad ads advert adverts advertisement
    advertising sponsor sponsored breadcrumb breadcrumbs comment comments disqus sidebar skip outbrain taboola trending
    pagination pager pullquote tooltip modal popup toolbar masthead navbar nav navigation tags tweet actions tools
    relatedposts logo bio topics submeta
    """
_FURNITURE: Final = frozenset(_WORDED.split())
"""Words of class names that stand for a page's furniture."""
_FURNITURE_NAMES: Final = expression(
    r"\b(?:sr-only|visually-hidden|screen-reader-text|most-(?:read|popular|viewed)|read-next|see-also"
    r"|more-(?:stories|news|on|from)|up-next|rich-link|twitter-tweet|instagram-media|cat-links|entry-footer|posted-in)\b"
    r"|^(?:hidden|read-more)$"
)
_NAMING: Final = ("class", "id", "data-component", "data-testid", "data-gu-name")
"""The attributes in which pages name their elements (the last three are the BBC's, Reuters' and the Guardian's)."""
_STATES: Final = frozenset(("no", "not", "has", "with", "without", "is", "js", "hide"))
"""The words behind one of these tell what the page is like, and name no element: `no-sidebar`, `text-with-summary`."""
_ROLES_WORDED: Final = """
    alert alertdialog banner button complementary contentinfo dialog form menu menubar navigation search tablist toolbar
    """
_FURNITURE_ROLES: Final = frozenset(_ROLES_WORDED.split())
_FURNITURE_ELEMENTS: Final = ("aside", "dialog")

_PART_WORDS: Final[dict[str, Part]] = {
    **dict.fromkeys(("byline", "bylines", "author", "authors", "writer", "reporter"), "byline"),
    "dateline": "dateline",
    **dict.fromkeys(("credit", "credits", "copyright", "photographer"), "credit"),
    **dict.fromkeys(("caption", "captions", "cutline", "figcaption"), "caption"),
    **dict.fromkeys(("standfirst", "summary", "dek", "deck", "subtitle", "subheadline", "excerpt"), "subhead"),
    **dict.fromkeys(("correction", "corrections", "clarification"), "correction"),
    **dict.fromkeys(("signoff", "tagline"), "sign-off"),
    **dict.fromkeys(("kicker", "eyebrow", "overline", "timestamp", "pubdate", "published", "updated"), "boilerplate"),
    **dict.fromkeys(("date", "time", "submitted", "badge"), "boilerplate"),
}
"""The last of these words in a class name tells: `image-caption-credit` is a credit."""
_PART_NAMES: Final[tuple[tuple[regex.Pattern[str], Part], ...]] = (
    (expression(r"\beditors?-note\b"), "editor-note"),
    (expression(r"\bsign-off\b"), "sign-off"),
    (expression(r"\b(?:sub-headline|sub-title)\b"), "subhead"),
    (expression(r"\bby-line\b"), "byline"),
    (expression(r"\bauthor-(?:box|about|profile)\b|\babout-(?:the-)?author\b"), "boilerplate"),
)
_PART_PROPERTIES: Final[dict[str, Part]] = {
    "author": "byline",
    "creator": "byline",
    "alternativeheadline": "subhead",
    "copyrightholder": "credit",
    "copyrightnotice": "credit",
    "caption": "caption",
    "datepublished": "boilerplate",
    "datemodified": "boilerplate",
}

_LONGEST: Final[dict[Part, int]] = {
    "byline": 200,
    "dateline": 80,
    "credit": 300,
    "caption": 2_000,
    "subhead": 1_000,
    "correction": 2_000,
    "editor-note": 2_000,
    "sign-off": 500,
    "boilerplate": 150,
}
"""A longer text is no such part, whatever its class: weblogs put `author-jane` and `summary` on whole stories."""


def is_furniture(element: Element) -> bool:
    """Whether the element says that it is no copy."""
    if element.name in _FURNITURE_ELEMENTS or "hidden" in element.attributes:
        return True
    if element.attribute("aria-hidden") == "true" or element.attribute("role") in _FURNITURE_ROLES:
        return True
    return any(_names_furniture(name) for name in _class_names(element))


def part_of(element: Element) -> Part | None:
    """The part that the element states of its text."""
    part = next(_stated_parts(element), None)
    return part if part is not None and is_short(element, _LONGEST[part]) else None


def is_short(element: Element, longest: int) -> bool:
    """Whether its text has at most so many characters."""
    length = 0
    for text in element.texts():
        length += len(text.text)
        if length > longest and len(element.words) > longest:
            return False
    return True


def is_card(element: Element) -> bool:
    """Whether its class calls it a teaser of another page."""
    words = {word for name in _class_names(element) for word in name.split("-")}
    return not words.isdisjoint(("card", "cards", "teaser", "promo", "tease", "related"))


def _stated_parts(element: Element) -> Iterator[Part]:
    if "author" in element.attribute("rel").split():
        yield "byline"
    for name in element.attribute("itemprop").casefold().split():
        if name in _PART_PROPERTIES:
            yield _PART_PROPERTIES[name]
    for name in _class_names(element):
        part = _part_of_name(name)
        if part is not None:
            yield part


def _part_of_name(name: str) -> Part | None:
    stated = next((part for pattern, part in _PART_NAMES if pattern.search(name)), None)
    return stated or next((_PART_WORDS[word] for word in reversed(name.split("-")) if word in _PART_WORDS), None)


def _names_furniture(name: str) -> bool:
    return _FURNITURE_NAMES.search(name) is not None or not _FURNITURE.isdisjoint(name.split("-"))


def _class_names(element: Element) -> Iterator[str]:
    """Its class names, its id and the like, each as small words with hyphens: `RelatedLinks` is `related-links`."""
    for name in " ".join(map(element.attribute, _NAMING)).split():
        words = map(str.casefold, _NAME_WORD.findall(name))
        naming = "-".join(takewhile(lambda word: word not in _STATES, words))
        if naming:
            yield naming
