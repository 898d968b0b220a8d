"""What the keys of `.copylint.yaml` mean, for a terminal and as a Markdown page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from copylint.config.keys import KEYS, OVERRIDE_KEYS, Key

_TYPES: Final = {
    "string": "a text",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping",
}
_HEAD: Final = """\
# The keys of `.copylint.yaml`

What each means; [configuration.md](configuration.md) says how they work together. `copylint config KEY` prints it.
"""


def text_lines(keys: Sequence[Key]) -> Iterator[str]:
    """A paragraph for each key."""
    for key in keys:
        yield key.name
        yield f"    {_sentence(key.option.help)}"
        yield f"    type:     {_type(key.option.schema)}"
        yield f"    default:  {key.default}"
        yield f"    example:  {key.example}"
        if key.name == "overrides":
            yield f"    keys:     {', '.join(each.name for each in OVERRIDE_KEYS)}"
        yield ""


def markdown() -> str:
    """The page of all keys."""
    parts = [_HEAD]
    for key in KEYS:
        parts.append(f"\n## {key.name}\n\n{_sentence(key.option.help)}\n")
        parts.append(f"\nType: {_type(key.option.schema)}. Default: {key.default}.\n")
        if key.name == "overrides":
            parts.append(f"\nIts keys: {', '.join(f'`{each.name}`' for each in OVERRIDE_KEYS)}.\n")
        parts.append(f"\n```yaml\n{key.example}\n```\n")
    return "".join(parts)


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _type(schema: Mapping[str, Any]) -> str:
    if "oneOf" in schema:
        return " or ".join(map(_type, schema["oneOf"]))
    if "enum" in schema:
        return " or ".join(map(str, schema["enum"]))
    items = schema.get("items", {}).get("type")
    return "a list of texts" if items == "string" else "a list of mappings" if items else _TYPES[schema["type"]]
