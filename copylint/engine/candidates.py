"""Tells, before a file is checked, whether it is copy."""

from __future__ import annotations

import os
from typing import Final

from copylint.document.formats.recognition import by_content, by_name, may_be_news
from copylint.errors import CopylintError
from copylint.source.choice import extension
from copylint.source.decode import decode
from copylint.source.file_bytes import MEBIBYTE

_START: Final = 200
"""Bytes; markup, JSON and the old wire formats show themselves within them."""
_NEWS_SUFFIXES: Final = (".xml", ".json")
"""Names under which news comes, besides much else."""
_AT_MOST: Final = 10 * MEBIBYTE
"""Bytes; where a story's format shows only further inside, it is too large to be checked."""


def is_copy(path: str) -> bool:
    """Whether a file's name tells its format, or else what stands in it is a news format.

    Raises nothing: a file that can't be read and could be news counts, so that whoever checks it says why.
    """
    if by_name(path) is not None:
        return True
    named_for_news = extension(path) in _NEWS_SUFFIXES
    try:
        if not os.path.isfile(path):  # noqa: PTH113 - an archive has many files, and a Path takes longer
            return named_for_news and not os.path.isdir(path)  # noqa: PTH112 - as above
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            start = file.read(_START)
            return (named_for_news or may_be_news(start)) and _is_news(path, start + file.read(_AT_MOST))
    except OSError:
        return named_for_news


def are_copy(path: str, data: bytes) -> bool:
    """The same of bytes that stand in no file, or not yet."""
    if by_name(path) is not None:
        return True
    return (extension(path) in _NEWS_SUFFIXES or may_be_news(data[:_START])) and _is_news(path, data)


def _is_news(path: str, data: bytes) -> bool:
    return by_content(_text_of(path, data), path) is not None


def _text_of(name: str, data: bytes) -> str:
    """What can't be decoded may be news all the same: whoever reads it says what is wrong."""
    try:
        return decode(name, data).text
    except CopylintError:
        return data.decode("latin-1").replace("\0", "")
