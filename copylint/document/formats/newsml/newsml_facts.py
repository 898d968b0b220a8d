"""What NewsML 1.2 says of a story beside its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copylint.document.formats.markup.tree import Element
from copylint.document.formats.metadata import stated


def facts_of(path: Sequence[Element]) -> dict[str, str]:
    """The facts of a story. `path` leads to its component from the root; what the nearest one says holds."""
    return stated(
        language=_language(path).casefold(),
        keywords=", ".join(_keywords(path)),
        slug=_words(path, "NewsLines", "SlugLine") or _words(path, "Identification", "NameLabel"),
        author=_words(path, "NewsLines", "ByLine"),
        date=_words(path, "NewsManagement", "ThisRevisionCreated") or _words(path, "NewsManagement", "FirstCreated"),
        version=_words(path, "Identification", "NewsIdentifier", "RevisionId"),
        urgency=_name(path, "NewsManagement", "Urgency") or _name(path, "NewsEnvelope", "Priority"),
        status=_name(path, "NewsManagement", "Status").casefold(),
        embargo=_embargo(path),
    )


def _embargo(path: Sequence[Element]) -> str:
    """Until when it is not for publication: NewsML 1.2, `StatusWillChange`; some have an element of their own."""
    until = _words(path, "NewsManagement", "StatusWillChange", "DateAndTime")
    if until and _name(path, "NewsManagement", "Status").casefold() in ("embargoed", "withheld"):
        return until
    return _words(path, "NewsManagement", "Embargo") or _words(path, "Embargo")


def _language(path: Sequence[Element]) -> str:
    by_name = _name(path, "DescriptiveMetadata", "Language")
    return by_name or next(filter(None, (element.attribute("lang") for element in reversed(path))), "")


def _keywords(path: Sequence[Element]) -> Iterator[str]:
    for element in reversed(path):
        lines = element.first_or_empty("NewsLines")
        facts = element.first_or_empty("DescriptiveMetadata")
        found = [line.words for line in lines.each("KeywordLine")] or [
            fact.attribute("Value") for fact in facts.each("Property") if fact.attribute("FormalName") == "Keyword"
        ]
        if found:
            yield from filter(None, found)
            return


def _words(path: Sequence[Element], *names: str) -> str:
    return next(filter(None, (found.words for found in _found(path, names))), "")


def _name(path: Sequence[Element], *names: str) -> str:
    return next(filter(None, (found.attribute("FormalName") for found in _found(path, names))), "")


def _found(path: Sequence[Element], names: Sequence[str]) -> Iterator[Element]:
    for element in reversed(path):
        found = element.first(*names)
        if found is not None:
            yield found
