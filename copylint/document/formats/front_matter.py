"""The facts that stand above a Markdown story between two lines `---`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from copylint.document.formats.rows import Row

_KEY: Final = re.compile(r"([A-Za-z][\w-]*)\s*:(?:\s+(.*))?$")
_ITEM: Final = re.compile(r"-\s+(.+)$")
_NAMES: Final = {
    "headline": "title",
    "authors": "author",
    "byline": "author",
    "by": "author",
    "lang": "language",
    "locale": "language",
    "published": "date",
    "pubdate": "date",
    "publish-date": "date",
    "date-published": "date",
}
"""Other names of the same facts."""


def front_matter_end(rows: Sequence[Row]) -> int:
    """How many rows the front matter takes, its two fences included; 0 where there is none."""
    if not rows or rows[0].text != "---" or rows[0].indent:
        return 0
    for index in range(1, len(rows)):
        if rows[index].text in ("---", "...") and not rows[index].indent:
            return index + 1
    return 0


def facts(rows: Sequence[Row]) -> dict[str, str]:
    """Simple `key: value` lines by the fact's name; a list is joined by commas, what lies deeper is left out."""
    found: dict[str, list[str]] = {}
    values: list[str] = []
    for row in rows:
        key = _KEY.match(row.text) if row.indent == 0 else None
        item = _ITEM.match(row.text)
        if key:
            name = key[1].casefold().replace("_", "-")
            values = found.setdefault(_NAMES.get(name, name), [])
            values.extend(_items(key[2] or ""))
        elif item and ":" not in item[1]:
            values.append(_bare(item[1]))
    return {name: ", ".join(items) for name, items in found.items() if items}


def _items(value: str) -> list[str]:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return [_bare(item) for item in value[1:-1].split(",") if item.strip()]
    return [_bare(value)] if value and value not in ("|", ">", "|-", ">-") else []


def _bare(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
