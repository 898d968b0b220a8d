"""Reads JSON into values whose strings know their places in the source."""

from __future__ import annotations

import json
from typing import Final, TypeAlias

import regex

from copylint.document.story_text import StoryText, StoryTextBuilder
from copylint.errors import CopylintError, Problem
from copylint.expressions import expression
from copylint.source.decode import Source

Value: TypeAlias = "dict[str, Value] | list[Value] | StoryText | str | None"
"""A number is a str, as it is written; true, false and null are None: no copy stands in them."""

_TOKEN: Final = expression(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\],:]|[^\s{}\[\],:"]+')
_ESCAPE: Final = expression(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")
_ESCAPES: Final = ("json",)
_NUMBER: Final = "-0123456789"
"""What a number can begin with."""


def read_json(source: Source, start: int = 0, end: int | None = None) -> Value:
    """The value in `[start, end)` of the source.

    Raises CopylintError with line and column where the JSON is broken or nests too deeply.
    """
    text = source.text[start:end]
    try:
        # The library says whether it is JSON, and where not; it keeps no places, so the tokens are then gone through.
        json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        place = source.lines.position(start + error.pos)
        message = f"this is broken JSON: {error.msg}"
        hint = "mend it, or leave it out with 'exclude:'"
        raise CopylintError(Problem(message, source.path, place.line, place.column, hint=hint)) from error
    except RecursionError as error:
        place = source.lines.position(start)
        message = "not checked: its JSON nests too deeply"
        raise CopylintError(Problem(message, source.path, place.line, place.column)) from error
    return _value(source.text, start, end)


def _value(text: str, start: int, end: int | None) -> Value:
    """The value that valid JSON says, gone through without recursion."""
    origin = StoryText.whole(text, _ESCAPES)
    root: list[Value] = []
    open_values: list[dict[str, Value] | list[Value]] = [root]
    key: StoryText | None = None
    for token in _TOKEN.finditer(text, start, len(text) if end is None else end):
        mark = token[0][0]
        if mark in "]}":
            open_values.pop()
            continue
        if mark in ",:":
            continue
        value = _token_value(origin, token)
        holder = open_values[-1]
        if isinstance(holder, list):
            holder.append(value)
        elif key is None:
            key = value if isinstance(value, StoryText) else None
            continue
        else:
            holder[key.text] = value
            key = None
        if isinstance(value, (dict, list)):
            open_values.append(value)
    return root[0]


def _token_value(origin: StoryText, token: regex.Match[str]) -> Value:
    mark = token[0][0]
    if mark == '"':
        return _string(origin, token.start() + 1, token.end() - 1)
    if mark in "{[":
        return {} if mark == "{" else []
    return token[0] if mark in _NUMBER else None


def _string(origin: StoryText, start: int, end: int) -> StoryText:
    builder = StoryTextBuilder(origin)
    position = start
    for escape in _ESCAPE.finditer(origin.text, start, end):
        builder.verbatim(position, escape.start())
        builder.unit(_decoded(escape[0]), *escape.span(), reference=True)
        position = escape.end()
    builder.verbatim(position, end)
    return builder.joined()


def _decoded(escape: str) -> str:
    """Half of a surrogate pair is no character: it has been lost, as `copylint` says of U+FFFD."""
    char: str = json.loads(f'"{escape}"')
    return "\ufffd" if "\ud800" <= char <= "\udfff" else char
