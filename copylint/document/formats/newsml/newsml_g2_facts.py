"""What an item of NewsML-G2 states of itself for machines."""

from __future__ import annotations

from typing import Final

from copylint.document.formats.markup.tree import Element
from copylint.document.formats.metadata import stated
from copylint.document.formats.newsml.newsml_g2_lines import local
from copylint.expressions import expression

_SPACED_TIME: Final = expression(r"(?<=\d{4}-\d\d-\d\d) +(?=\d\d:)")
_DATES: Final = (
    ("itemMeta", "versionCreated"),
    ("contentMeta", "contentModified"),
    ("contentMeta", "contentCreated"),
    ("itemMeta", "firstCreated"),
)
"""Where the date of this version stands, the surest first."""


def facts_of(item: Element) -> dict[str, str]:
    """NewsML-G2 2.28, "Item Metadata" and "Content Metadata"."""
    meta = item.first_or_empty("itemMeta")
    content = item.first_or_empty("contentMeta")
    return stated(
        language=language_of(item),
        keywords=", ".join(filter(None, (word.words for word in content.each("keyword")))),
        slug=_words(content, "slugline"),
        title=_words(meta, "title"),
        author=_words(content, "by") or ", ".join(filter(None, map(_name, content.each("creator")))),
        date=_SPACED_TIME.sub("T", next(filter(None, (_words(item, *path) for path in _DATES)), "")),
        version=item.attribute("version"),
        urgency=_words(content, "urgency"),
        embargo=_SPACED_TIME.sub("T", _words(meta, "embargoed")),
        status=local(_code(meta.first_or_empty("pubStatus"))),
    )


def language_of(item: Element) -> str:
    """That of the content, else that of the item's own words; of a film's several languages the first."""
    tags = [each.attribute("tag") for each in item.first_or_empty("contentMeta").each("language")]
    return next(filter(None, tags), "") or item.attribute("lang")


def _words(element: Element, *path: str) -> str:
    return element.first_or_empty(*path).words


def _code(element: Element) -> str:
    return element.attribute("qcode") or element.attribute("uri")


def _name(creator: Element) -> str:
    return _words(creator, "name") or creator.attribute("literal")
