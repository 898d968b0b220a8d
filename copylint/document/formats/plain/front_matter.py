"""The facts that stand above a Markdown story: YAML between two lines `---`, or TOML between two lines `+++`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from copylint.document.formats.plain.rows import Row
from copylint.expressions import expression

_TOML: Final = "+++"
_CLOSINGS: Final = {"---": ("---", "..."), _TOML: (_TOML,)}
_LONGEST_TOML: Final = 50_000
"""In characters: Python's reader takes time that grows with the square of a key of many parts."""
_TOML_LINE: Final = expression(r"([A-Za-z][\w-]*)\s*=\s*(\S.*)$")
_KEY: Final = expression(r"([A-Za-z][\w-]*)\s*:(?:\s+(.*))?$")
_ITEM: Final = expression(r"-\s+(.+)$")
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
    closings = _CLOSINGS.get(rows[0].text, ()) if rows and not rows[0].indent else ()
    for index in range(1, len(rows) if closings else 0):
        if rows[index].text in closings and not rows[index].indent:
            return index + 1
    return 0


def facts(rows: Sequence[Row]) -> dict[str, str]:
    """The facts of a front matter with its fences, by name; lists are joined by commas, deeper values left out."""
    inner = rows[1:-1]
    return _facts_of_toml(inner) if rows[0].text == _TOML else _facts_of_yaml(inner)


def _facts_of_toml(rows: Sequence[Row]) -> dict[str, str]:
    """No facts where it is broken TOML, or longer than any story's is."""
    import tomllib  # noqa: PLC0415 - few stories have TOML

    text = "\n".join(row.text for row in rows)
    if len(text) > _LONGEST_TOML:
        return {}
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        lines = (_TOML_LINE.match(row.text) for row in rows)
        return {_fact(line[1]): _bare(line[2]) for line in lines if line}
    found = {_fact(name): _toml_text(value) for name, value in table.items()}
    return {name: text for name, text in found.items() if text}


def _toml_text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_toml_text, value)))
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value.strip() if isinstance(value, str) else ""


def _facts_of_yaml(rows: Sequence[Row]) -> dict[str, str]:
    """Of simple `key: value` lines."""
    found: dict[str, list[str]] = {}
    values: list[str] = []
    for row in rows:
        key = _KEY.match(row.text) if row.indent == 0 else None
        item = _ITEM.match(row.text)
        if key:
            values = found.setdefault(_fact(key[1]), [])
            values.extend(_items(key[2] or ""))
        elif item and ":" not in item[1]:
            values.append(_bare(item[1]))
    return {name: ", ".join(items) for name, items in found.items() if items}


def _fact(key: str) -> str:
    """The fact's name by the key that states it."""
    name = key.casefold().replace("_", "-")
    return _NAMES.get(name, name)


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
