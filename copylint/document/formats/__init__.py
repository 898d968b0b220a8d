"""Readers, one for each family of formats, and how a file's format is told by its name."""

from __future__ import annotations

from collections.abc import Callable
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


def recognise(path: str) -> str | None:
    """The format of a file by its name; None where the name doesn't say."""
    return _EXTENSIONS.get(PurePath(path).suffix.lower())


def read(source: Source, *, format: str | None = None, language: str | None = None) -> tuple[Document, ...]:  # noqa: A002 — the option's own name
    """The stories of a source. Without a format its name decides, else it is read as plain text.

    Raises CopylintError for a format that no reader knows.
    """
    name = format or recognise(source.path) or TEXT
    draft = _reader(name, source.path)(source)
    return (assemble(source, draft, name, language),)


def _reader(name: str, path: str) -> Callable[[Source], Draft]:
    if name == TEXT:
        return read_text
    if name == MARKDOWN:
        from copylint.document.formats.markdown import read_markdown  # noqa: PLC0415 — plain text needs none of it

        return read_markdown
    raise CopylintError(Problem(f"no reader for the format '{name}'", path, hint=f"choose from {', '.join(FORMATS)}"))
