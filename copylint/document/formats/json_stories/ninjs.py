"""Reads ninjs 1.x, 2.x and 3.x, the JSON of the IPTC in which Superdesk, AP, dpa, NTB, TT and PA send news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from typing import Final

from copylint.document.block import Block, Draft
from copylint.document.formats.json_stories.json_fields import Item, items_of, line_in, names_in, text_in, words_in
from copylint.document.formats.json_stories.json_kinds import PLANNED
from copylint.document.formats.json_stories.json_tree import read_json
from copylint.document.formats.json_stories.ninjs_items import MEDIA, STILLS, is_media, items_in, kind_of
from copylint.document.formats.json_stories.renditions import best_of, letters_of, renditions_of
from copylint.document.formats.markup.flow import paragraph
from copylint.document.formats.markup.html_text import has_tag
from copylint.document.formats.metadata import stated
from copylint.document.model import Part
from copylint.document.parts.caption import caption_or_credit
from copylint.document.parts.dateline import dateline_end
from copylint.document.story_text import StoryText
from copylint.source.decode import Source
from copylint.values import dataclass

_BESIDE_COPY: Final[frozenset[Part | None]] = frozenset(("slug", "byline", "dateline", "credit", "editor-note"))
"""An item with such lines alone has nothing to be read."""

_CREDIT_LINES: Final = ("creditline", "credit")
_UNREAD: Final = ("writer",)
"""Roles of descriptions that aren't printed: who wrote the caption."""
_SHORT: Final = 40
"""A line of fewer letters can stand in another text by chance."""


def read(source: Source) -> tuple[Draft, ...]:
    stories = (_Story(item, source.path).draft() for item in items_in(read_json(source)))
    return tuple(draft for draft in stories if draft is not None)


@dataclass
class _Story:
    """An item on its way to a draft, which remembers what has been read of it."""

    item: Item
    path: str
    _plain: tuple[StoryText, ...] = ()
    _read: set[str] = field(default_factory=set)
    """The letters of all lines so far."""
    _letters: str = ""
    """Those of the body, in one."""

    def draft(self) -> Draft | None:
        if kind_of(self.item) in PLANNED or "eventdetails" in self.item:
            return None
        headlines = tuple(self._headlines())
        body = tuple(self._body())
        lead, subheads, captions = self._descriptions(has_body=bool(body))
        byline = tuple(line_in(self.item, "credit" if kind_of(self.item) in STILLS else "byline", "byline", "by"))
        blocks = (
            *line_in(self.item, "slug", "slugline", "slug"),
            *(*headlines, *subheads),
            *(byline if kind_of(self.item) not in STILLS else ()),
            *self._dateline((*lead, *body)),
            *(*lead, *body, *captions),
            *(byline if kind_of(self.item) in STILLS else ()),
            *self._pictures(),
            *(*line_in(self.item, "editor-note", "ednote"), *line_in(self.item, "editor-note", "embargoedreason")),
        )
        has_copy = any(block.part not in _BESIDE_COPY for block in blocks)
        return Draft(blocks, _metadata(self.item), self._plain) if has_copy else None

    def _headlines(self) -> Iterator[Block]:
        """The headline and its variants: a shorter one, one for the web."""
        stories = [text_in(self.item, "headline")]
        stories += [rendition.story for rendition in renditions_of(self.item, "headline", "headlines")]
        for story in stories:
            if story is not None:
                yield from self._new(paragraph(story, "headline"))

    def _body(self) -> Iterator[Block]:
        """The first rendition with words."""
        for rendition in renditions_of(self.item, "body", "bodies"):
            blocks = rendition.blocks(self.path)
            if blocks:
                self._plain = (rendition.story,) if rendition.form == "text" else ()
                # What Superdesk writes as a picture's text is said in its place; an article about it is marked up.
                part: Part | None = "caption" if kind_of(self.item) in STILLS and not has_tag(rendition.story) else None
                # A body that begins with the headline again says it where it is shown by itself.
                yield from self._new(blocks[:1], part)
                yield from self._remembered(blocks[1:], part)
                self._letters = "".join(letters_of(block.story) for block in blocks)
                return

    def _descriptions(self, *, has_body: bool) -> tuple[list[Block], list[Block], list[Block]]:
        """The item's descriptions: what opens the body, what stands under the headline, captions with their credits.

        A story's description is its summary, and all of its text where it has no other.
        """
        lead: list[Block] = []
        subheads: list[Block] = []
        captions: list[Block] = []
        for role, block in self._described(self.item):
            if role in _CREDIT_LINES:
                captions.append(replace(block, part="credit"))
            elif kind_of(self.item) in MEDIA:
                captions.append(_caption(block))
            elif role == "lead" or not has_body:
                lead.append(block)
            else:
                subheads.append(replace(block, part="subhead"))
        return lead, subheads, sorted(captions, key=_is_credit)

    def _described(self, item: Item) -> Iterator[tuple[str, Block]]:
        for rendition in best_of(renditions_of(item, "description", "descriptions")):
            if rendition.role not in _UNREAD:
                for block in self._new(rendition.blocks(self.path)):
                    yield rendition.role, block

    def _pictures(self) -> Iterator[Block]:
        """What stands under the copy: of each picture once, though two pictures may have the same caption."""
        seen: set[str] = set()
        read = frozenset(self._read)
        for each in items_of(self.item.get("associations")):
            name = words_in(each, "uri", "guid")
            if not name or name not in seen:
                self._read = set(read)
                yield from self._media(each)
            seen.add(name)

    def _media(self, item: Item) -> Iterator[Block]:
        """Captions and credits of a picture, film or sound, and what its senders note about it."""
        if not is_media(item):
            return
        described = [
            replace(block, part="credit") if role in _CREDIT_LINES else _caption(block)
            for role, block in self._described(item)
        ]
        yield from sorted(described, key=_is_credit)
        for rendition in renditions_of(item, "body", "bodies")[:1]:
            yield from self._new(rendition.blocks(self.path), "caption")
        yield from self._new(line_in(item, "credit", "byline", "by"))
        yield from self._new(line_in(item, "editor-note", "ednote"))

    def _dateline(self, body: Sequence[Block]) -> Iterator[Block]:
        """Where the story comes from, unless its text says it by itself."""
        if kind_of(self.item) in MEDIA or not body or dateline_end(body[0].story.text, lead=True) is not None:
            return
        yield from self._new(line_in(self.item, "dateline", "dateline", "located"))

    def _new(self, blocks: Iterable[Block], part: Part | None = None) -> Iterator[Block]:
        """The blocks whose words have not been read yet."""
        for block in blocks:
            letters = letters_of(block.story)
            known = letters in self._read or (len(letters) >= _SHORT and letters in self._letters)
            if not known:
                yield from self._remembered((block,), part)

    def _remembered(self, blocks: Iterable[Block], part: Part | None = None) -> Iterator[Block]:
        for block in blocks:
            self._read.add(letters_of(block.story))
            yield replace(block, part=block.part or part)


def _caption(block: Block) -> Block:
    """A line of a caption, which may tell by its words that it is the credit."""
    return replace(block, part=caption_or_credit(block.story.text) or "caption")


def _is_credit(block: Block) -> bool:
    return block.part == "credit"


def _metadata(item: Item) -> dict[str, str]:
    return stated(
        language=words_in(item, "language"),
        keywords=names_in(item, "keywords", "keyword", "subjects", "subject"),
        slug=words_in(item, "slugline", "slug"),
        title=words_in(item, "title"),
        author=words_in(item, "byline", "by") or names_in(item, "authors"),
        date=words_in(item, "versioncreated", "firstcreated"),
        version=words_in(item, "version"),
        urgency=words_in(item, "urgency"),
        embargo=words_in(item, "embargoed"),
        status=words_in(item, "pubstatus"),
    )
