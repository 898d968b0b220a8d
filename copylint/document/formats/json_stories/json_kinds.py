"""Tells the JSON of news from all other JSON by its keys."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from copylint.expressions import expression

_COPY: Final = expression(r"(?:body|description)_\w+|headline(?:_\w+)?|headlines|bodies|descriptions")
"""The keys of ninjs under which copy stands (IPTC ninjs 1.4, 3.0)."""

_DATES: Final = frozenset(("versioncreated", "firstcreated", "contentcreated", "versionCreated", "firstCreated"))
_TYPES: Final = ("text", "picture", "graphic", "audio", "video", "animation", "composite", "component", "package")
PLANNED: Final = ("event", "planning")
"""Types of items that announce something and are no copy."""
_NO_COPY: Final = frozenset(("eventDetails", "properties", "$defs"))
_LETTER: Final = expression(r"[^\W\d_]")

_AP_COPY: Final = ("headline", "slugline", "description_caption", "caption")
_AP_MARKS: Final = ("altids", "versioncreated", "pubstatus")
"""Keys of each item of the AP Media API 1.1."""

_BROKEN_COPY: Final = expression(
    r'"(?:body_?(?:text|html|xhtml|nitf)|headline|description_(?:text|html))"\s*:\s*"|"(?:headlines|bodies)"\s*:\s*\['
)
_BROKEN_MARK: Final = expression(
    r'"(?:uri|guid|version[cC]reated|pub[sS]tatus|itemid)"\s*:\s*"'
    r'|"type"\s*:\s*"(?:text|picture|composite)"|"name"\s*:\s*"ninjs"'
)
"""What tells that JSON which can't be read should have been a story."""


def by_json(text: str) -> str | None:
    """The format of a file that begins as JSON does; None where it is no news."""
    try:
        value = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        return "ninjs" if _BROKEN_COPY.search(text) and _BROKEN_MARK.search(text) else None
    if any(_is_ap_item(item) for item in _ap_items(value)):
        return "ap-media"
    return "ninjs" if any(_is_ninjs(item) for item in _items(value)) else None


def _ap_items(value: object) -> Iterator[object]:
    data = value.get("data") if isinstance(value, dict) else None
    if isinstance(data, dict):
        yield data.get("item")
        items = data.get("items")
        yield from (each.get("item") for each in items if isinstance(each, dict)) if isinstance(items, list) else ()


def _is_ap_item(item: object) -> bool:
    if not isinstance(item, dict):
        return False
    return any(_has_words(item.get(key)) for key in _AP_COPY) and any(key in item for key in _AP_MARKS)


def _items(value: object) -> Iterator[object]:
    """One item, a list of them, or what an interface answers: `{"item": […]}`, `{"_items": […]}`."""
    if isinstance(value, dict):
        yield value
        value = next((value[name] for name in ("item", "items", "_items") if name in value), None)
    yield from value if isinstance(value, list) else ()


def _is_ninjs(item: object) -> bool:
    """Whether it is an item with copy. An event, what is planned and a schema are none, whatever is said of them."""
    if not isinstance(item, dict) or not _NO_COPY.isdisjoint(item) or item.get("type") in PLANNED:
        return False
    if not any(_COPY.fullmatch(key) and _has_words(value) for key, value in item.items()):
        return False
    named = any(isinstance(item.get(key), str) for key in ("uri", "guid"))
    return named or _is_standard(item) or (item.get("type") in _TYPES and not _DATES.isdisjoint(item))


def _is_standard(item: dict[str, object]) -> bool:
    """Whether it names ninjs, or an agency's form of it, as its standard (3.0; 1.4 writes `$standard`)."""
    standard = item.get("standard", item.get("$standard"))
    return isinstance(standard, dict) and "ninjs" in str(standard.get("name")).casefold()


def _has_words(value: object) -> bool:
    """Whether a field of copy has any: a text, or the list of an item's renditions."""
    if isinstance(value, list):
        return any(isinstance(each, dict) and _has_words(each.get("value")) for each in value)
    return isinstance(value, str) and _LETTER.search(value) is not None
