"""Tells, before a file is checked, whether it is copy."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from copylint.document.formats.recognition import by_content, by_name, may_be_news
from copylint.errors import CopylintError
from copylint.source.decode import decode

_START: Final = 200
"""Bytes; markup, JSON and the old wire formats show themselves within them."""
_AT_MOST: Final = 10 * 1024 * 1024
"""Bytes; where a story's format shows only further inside, it is too large to be checked."""


def is_copy(path: Path) -> bool:
    """Whether a file's name tells its format, or else what stands in it is a news format.

    Raises nothing: a file that can't be read and could be news counts, so that whoever checks it says why.
    """
    if by_name(path.name) is not None:
        return True
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            data = file.read(_START)
            if not may_be_news(data):
                return False
            data += file.read(_AT_MOST)
        return by_content(decode(path.name, data).text, path.name) is not None
    except OSError:
        return True
    except CopylintError:
        return False
