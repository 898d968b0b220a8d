"""The renditions of one text that an item of ninjs can hold, and which of them is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

import regex

from copylint.document.block import Block
from copylint.document.formats.json_stories.json_fields import Item, items_of, text_in, words_in
from copylint.document.formats.markup.html_text import blocks_of_html, blocks_of_nitf, has_tag
from copylint.document.formats.plain.text import text_blocks
from copylint.document.model import Part
from copylint.document.story_text import StoryText
from copylint.expressions import expression
from copylint.values import dataclass

Form = Literal["html", "xhtml", "nitf", "text"]
_FORMS: Final[tuple[Form, ...]] = ("html", "xhtml", "nitf", "text")
"""The first that there is, is read: what is published mostly goes through HTML."""

_SIGNS: Final[dict[Form, regex.Pattern[str]]] = {
    "xhtml": expression("xhtml"),
    "html": expression("html"),
    "nitf": expression(r"\bnitf"),
    "text": expression("text/plain"),
}
"""What says the form in a field's name or its content type, the surest first."""

_CLASSES: Final[dict[str, Part]] = {"byline": "credit", "vignette": "dateline", "source": "credit"}
"""How TT marks the lines of a story and the credit of a picture in its HTML."""

_WORD: Final = expression(r"\w+")


@dataclass(frozen=True)
class Rendition:
    """One of the texts of an item."""

    role: str
    """What it is for, where it says more than its form: caption, credit line, lead."""
    form: Form
    story: StoryText

    def blocks(self, path: str) -> tuple[Block, ...]:
        if self.form == "text":
            return tuple(text_blocks(self.story))
        return blocks_of_nitf(self.story, path) if self.form == "nitf" else blocks_of_html(self.story, path, _CLASSES)


def renditions_of(item: Item, name: str, listed: str) -> tuple[Rendition, ...]:
    """The texts under `body_html`, `body_text`, … (ninjs 1.x) and in the list `bodies` (2.x, 3.x), best form first.

    IPTC ninjs 1.4: what follows the line says the form; 3.0: a role and a content type.
    """
    found = (*_by_name(item, name), *_by_list(item, listed))
    return tuple(sorted(found, key=lambda rendition: _FORMS.index(rendition.form)))


def best_of(renditions: Sequence[Rendition]) -> tuple[Rendition, ...]:
    """Of each role those in the best form that it has."""
    best: dict[str, Form] = {}
    for rendition in renditions:
        best.setdefault(rendition.role, rendition.form)
    return tuple(rendition for rendition in renditions if rendition.form == best[rendition.role])


def letters_of(story: StoryText) -> str:
    """What is the same in all renditions of the same words."""
    return "".join(_WORD.findall(story.text.casefold()))


def _by_name(item: Item, name: str) -> Iterator[Rendition]:
    for key in item:
        stem, _, label = key.partition("_")
        story = text_in(item, key)
        if stem == name and story is not None:
            yield from _rendition(story, "text/plain" if label.casefold() == "text" else "", label)


def _by_list(item: Item, listed: str) -> Iterator[Rendition]:
    for each in items_of(item.get(listed)):
        story = text_in(each, "value")
        if story is not None:
            yield from _rendition(story, words_in(each, "contenttype"), words_in(each, "role"))
    story = text_in(item, listed)
    if story is not None:
        yield Rendition("", "text", story)


def _rendition(story: StoryText, content_type: str, label: str) -> Iterator[Rendition]:
    """None where it is of a form that has no reader: an agency's own XML."""
    label = label.casefold()
    words = f"{content_type} {label}".casefold()
    role = "" if re.search(r"text|html|nitf|main", label) else label
    for form, sign in _SIGNS.items():
        if sign.search(words):
            yield Rendition(role, form, story)
            return
    if "xml" not in words and "json" not in words:
        yield Rendition(role, "html" if has_tag(story) else "text", story)
