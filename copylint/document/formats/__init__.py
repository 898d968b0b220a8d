"""Readers, one for each family of formats, and how a file's format is told by its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from copylint.document.block import Draft
from copylint.document.formats.assembly import assemble
from copylint.document.formats.text import read_text
from copylint.document.model import Document
from copylint.errors import CopylintError, Problem
from copylint.source.decode import Source

TEXT: Final = "text"
MARKDOWN: Final = "markdown"
FORMATS: Final = (TEXT, MARKDOWN)
_EXTENSIONS: Final = {".txt": TEXT, ".text": TEXT, ".md": MARKDOWN, ".markdown": MARKDOWN}

_FILE_DATE: Final = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?=[-_.])")
"""How archives and static sites (Jekyll's posts) begin a story's file name: `2026-02-06-talks.md`."""


def recognise(path: str) -> str | None:
    """The format of a file by its name; None where the name doesn't say."""
    return _EXTENSIONS.get(PurePath(path).suffix.lower())


def read(source: Source, *, format: str | None = None, language: str | None = None) -> tuple[Document, ...]:  # noqa: A002 — the option's own name
    """The stories of a source. Without a format its name decides, else it is read as plain text.

    Raises CopylintError for a format that no reader knows.
    """
    name = format or recognise(source.path) or TEXT
    draft = _reader(name, source.path)(source)
    dated = _FILE_DATE.match(PurePath(source.path).name)
    if dated:
        draft = replace(draft, metadata={"file-date": dated[0], **draft.metadata})
    return (assemble(source, draft, name, language),)


def _reader(name: str, path: str) -> Callable[[Source], Draft]:
    if name == TEXT:
        return read_text
    if name == MARKDOWN:
        from copylint.document.formats.markdown import read_markdown  # noqa: PLC0415 — plain text needs none of it

        return read_markdown
    raise CopylintError(Problem(f"no reader for the format '{name}'", path, hint=f"choose from {', '.join(FORMATS)}"))
