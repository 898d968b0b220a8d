"""What NewsML 1.2 says of a story beside its text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from copylint.document.formats.markup.tree import Element
from copylint.document.formats.metadata import stated

_WORDS: Final = {
    "slug": ("NewsLines", "SlugLine"),
    "label": ("Identification", "NameLabel"),
    "author": ("NewsLines", "ByLine"),
    "revised": ("NewsManagement", "ThisRevisionCreated"),
    "created": ("NewsManagement", "FirstCreated"),
    "version": ("Identification", "NewsIdentifier", "RevisionId"),
    "change": ("NewsManagement", "StatusWillChange", "DateAndTime"),
    "managed embargo": ("NewsManagement", "Embargo"),
    "embargo": ("Embargo",),
}
"""The elements whose words are facts."""
_NAMES: Final = {
    "language": ("DescriptiveMetadata", "Language"),
    "urgency": ("NewsManagement", "Urgency"),
    "priority": ("NewsEnvelope", "Priority"),
    "status": ("NewsManagement", "Status"),
}
"""The elements that name a fact by their attribute `FormalName`."""


class Facts:
    """The facts of the stories of a file.

    What an element says is read once, however many stories it holds.
    """

    def __init__(self) -> None:
        self._said: dict[int, dict[str, str]] = {}

    def of(self, path: Sequence[Element]) -> dict[str, str]:
        """The facts of a story. `path` leads to its component from the root; what the nearest one says holds."""
        said: dict[str, str] = {}
        for element in path:
            if id(element) not in self._said:
                self._said[id(element)] = _said_by(element)
            said |= self._said[id(element)]
        facts = stated(
            language=(said.get("language") or said.get("lang", "")).casefold(),
            slug=said.get("slug") or said.get("label", ""),
            author=said.get("author", ""),
            date=said.get("revised") or said.get("created", ""),
            version=said.get("version", ""),
            urgency=said.get("urgency") or said.get("priority", ""),
            status=said.get("status", "").casefold(),
            embargo=_embargo(said),
        )
        # A root may have thousands of keywords and of stories, which share the one string.
        return facts | {"keywords": said["keywords"]} if said.get("keywords") else facts


def _said_by(element: Element) -> dict[str, str]:
    """What an element itself says, but for what is empty."""
    said = {"lang": element.attribute("lang"), "keywords": _keywords(element)}
    for fact, names in _WORDS.items():
        said[fact] = element.first_or_empty(*names).words
    for fact, names in _NAMES.items():
        said[fact] = element.first_or_empty(*names).attribute("FormalName")
    return {fact: value for fact, value in said.items() if value}


def _embargo(said: dict[str, str]) -> str:
    """Until when it is not for publication: NewsML 1.2, `StatusWillChange`; some have an element of their own."""
    if "change" in said and said.get("status", "").casefold() in ("embargoed", "withheld"):
        return said["change"]
    return said.get("managed embargo") or said.get("embargo", "")


def _keywords(element: Element) -> str:
    lines = element.first_or_empty("NewsLines").each("KeywordLine")
    facts = element.first_or_empty("DescriptiveMetadata").each("Property")
    found = [line.words for line in lines] or [
        fact.attribute("Value") for fact in facts if fact.attribute("FormalName") == "Keyword"
    ]
    return " ".join(", ".join(filter(None, found)).split())
