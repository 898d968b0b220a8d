"""Reads NewsML-G2 of the IPTC, in which Reuters, AP, dpa, APA, STT and ANSA send."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from copylint.document.block import Draft
from copylint.document.formats.markup.tree import Element
from copylint.document.formats.markup.xml_tree import read_xml
from copylint.document.formats.newsml.newsml_g2_content import Content, content_of
from copylint.document.formats.newsml.newsml_g2_facts import facts_of, language_of
from copylint.document.formats.newsml.newsml_g2_lines import Line, lines_of, notes_of, wording
from copylint.document.formats.newsml.newsml_g2_story import Story
from copylint.document.model import Part
from copylint.source.decode import Source

_NEWS: Final = "newsItem"
_PACKAGE: Final = "packageItem"
_COPY: Final[tuple[Part | None, ...]] = ("headline", "subhead", "caption", None)
"""An item with nothing of these has nothing to be read: a film without words, statistics, an event's dates."""
_OF_PACKAGE: Final = ("language", "date", "urgency", "embargo", "status")
"""What a package states of the items it refers to as well."""


def read(source: Source) -> tuple[Draft, ...]:
    """The stories of an item, or of the items of a message. Concepts, events and plans are items without copy."""
    root = read_xml(source)
    items = [root] if root.name in (_NEWS, _PACKAGE) else list(root.within(_NEWS, _PACKAGE))
    news = {id(item): tuple(_of_news(item, source.path)) for item in items if item.name == _NEWS}
    said = {wording(block.story) for drafts in news.values() for draft in drafts for block in draft.blocks}
    drafts = (draft for item in items for draft in news.get(id(item)) or _of_package(item, said))
    return tuple(draft for draft in drafts if any(block.part in _COPY for block in draft.blocks))


def _of_news(item: Element, path: str) -> Iterator[Draft]:
    """An item's story, and the lines that it states in other languages as stories of their own."""
    content = content_of(item, path)
    facts = {**content.metadata, **facts_of(item)}
    by_language = _by_language(lines_of(item), language_of(item))
    own = by_language.pop("", ())
    story = Story(own, content, tuple(notes_of(item)), shows_picture=_shows_picture(item))
    yield Draft(tuple(story.blocks()), facts, content.plain)
    for language, lines in by_language.items():
        yield Draft(tuple(Story(lines, Content()).blocks()), {**facts, "language": language})


def _of_package(package: Element, said: set[str]) -> Iterator[Draft]:
    """What a package says of itself, and of each item that it refers to, as far as nothing in the message says it."""
    if package.name != _PACKAGE:
        return
    facts = facts_of(package)
    yield _listed(package, facts, said)
    of_items = {name: fact for name, fact in facts.items() if name in _OF_PACKAGE}
    for reference in package.within("itemRef"):
        yield _listed(reference, of_items, said)


def _listed(item: Element, facts: dict[str, str], said: set[str]) -> Draft:
    lines = tuple(line for line in lines_of(item) if wording(line.block.story) not in said)
    said.update(wording(line.block.story) for line in lines)
    return Draft(tuple(Story(lines, Content(), tuple(notes_of(item))).blocks()), facts)


def _by_language(lines: Iterable[Line], language: str) -> dict[str, tuple[Line, ...]]:
    """The lines in the item's own language under an empty name, those in others under theirs.

    All are its own where none of its own is a headline.
    """
    found: dict[str, list[Line]] = {"": []}
    for line in lines:
        foreign = language and line.language and _primary(line.language) != _primary(language)
        found.setdefault(line.language if foreign else "", []).append(line)
    if any(line.part == "headline" for line in found[""]):
        return {name: tuple(group) for name, group in found.items()}
    return {"": tuple(line for group in found.values() for line in group)}


def _primary(language: str) -> str:
    """`en` of `en-GB`: BCP 47."""
    return language.partition("-")[0].casefold()


def _shows_picture(item: Element) -> bool:
    """Whether an item is a still; IPTC NewsCodes, `ninature`, and Reuters' own scheme."""
    code = item.first_or_empty("itemMeta", "itemClass").attribute("qcode")
    return code.endswith((":picture", ":graphic", ":graphics"))
