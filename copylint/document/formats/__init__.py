"""Readers, one for each family of formats."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from os.path import basename
from typing import Final

from copylint.document.block import Draft, Fields
from copylint.document.formats.assembly import assemble
from copylint.document.formats.recognition import JSON_LINES, TEXT, by_content, by_name, is_nameless_text
from copylint.document.model import Document
from copylint.errors import CopylintError, Problem
from copylint.expressions import expression
from copylint.source.decode import Source

_READERS: Final = {
    "text": "plain.text",
    "markdown": "plain.markdown",
    "html": "pages.html",
    "nitf": "nitf",
    "newsml": "newsml.newsml",
    "newsml-g2": "newsml.newsml_g2",
    "ninjs": "json_stories.ninjs",
    "ap-media": "json_stories.ap_media",
    "iptc7901": "wire.iptc7901",
    "anpa": "wire.anpa",
    "rss": "feeds.feeds",
    "atom": "feeds.feeds",
    "rdf": "feeds.feeds",
    "ritzau": "ritzau",
    "jsonl": "json_stories.jsonl",
}
"""Which module reads a format: its `read(source)` gives a draft for each story. Imported when there is such a file."""
FORMATS: Final = tuple(_READERS)

_FILE_DATE: Final = expression(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?=[-_.])")
"""How archives and static sites (Jekyll's posts) begin a story's file name: `2026-02-06-talks.md`."""


def recognise(source: Source) -> str | None:
    """The format of a file by its content, then by its name; None where it is not copy."""
    known = by_content(source.text, source.path) or by_name(source.path)
    return known or (TEXT if is_nameless_text(source.text, source.path) else None)


def read(
    source: Source,
    *,
    format: str | None = None,  # noqa: A002 - the option's own name
    language: str | None = None,
    fields: Fields | None = None,
) -> tuple[Document, ...]:
    """The stories of a source; none where it is not copy. Without a format the source decides.

    Raises CopylintError for a format that no reader knows, and where the source is not well-formed in its format.
    """
    name = format or recognise(source) or (JSON_LINES if fields and (fields.text or fields.title) else None)
    if name is None:
        return ()
    dated = _FILE_DATE.match(basename(source.path))  # noqa: PTH119 - a Path takes longer
    drafts = _drafts(source, name, fields)
    if dated:
        drafts = tuple(replace(draft, metadata={"file-date": dated[0], **draft.metadata}) for draft in drafts)
    return tuple(assemble(source, draft, index, name, language) for index, draft in enumerate(drafts))


def _drafts(source: Source, name: str, fields: Fields | None) -> tuple[Draft, ...]:
    if name not in _READERS:
        hint = f"choose from {', '.join(FORMATS)}"
        raise CopylintError(Problem(f"no reader for the format '{name}'", source.path, hint=hint))
    reader = import_module(f"copylint.document.formats.{_READERS[name]}")
    drafts: tuple[Draft, ...] = reader.read(source, fields) if fields and name == JSON_LINES else reader.read(source)
    return drafts
