"""Tells, before a file is checked, whether it is copy."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from copylint.document.formats.recognition import by_content, by_name, may_be_news
from copylint.errors import CopylintError
from copylint.source.decode import decode
from copylint.source.files import MEBIBYTE

_START: Final = 200
"""Bytes; markup, JSON and the old wire formats show themselves within them."""
_NEWS_SUFFIXES: Final = (".xml", ".json")
"""Names under which news comes, besides much else."""
_AT_MOST: Final = 10 * MEBIBYTE
"""Bytes; where a story's format shows only further inside, it is too large to be checked."""


def is_copy(path: Path) -> bool:
    """Whether a file's name tells its format, or else what stands in it is a news format.

    Raises nothing: a file that can't be read and could be news counts, so that whoever checks it says why.
    """
    if by_name(path.name) is not None:
        return True
    named_for_news = path.suffix.lower() in _NEWS_SUFFIXES
    try:
        if not path.is_file():
            return named_for_news and not path.is_dir()
        with path.open("rb") as file:
            data = file.read(_START)
            if not (named_for_news or may_be_news(data)):
                return False
            data += file.read(_AT_MOST)
        return by_content(_text_of(path.name, data), path.name) is not None
    except OSError:
        return named_for_news


def _text_of(name: str, data: bytes) -> str:
    """What can't be decoded may be news all the same: whoever reads it says what is wrong."""
    try:
        return decode(name, data).text
    except CopylintError:
        return data.decode("latin-1").replace("\0", "")
