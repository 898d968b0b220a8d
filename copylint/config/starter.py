"""Looks at a newsroom's files and proposes its first `.copylint.yaml`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import regex

from copylint.expressions import expression
from copylint.source.choice import extension
from copylint.values import dataclass

HOUSES: Final = {"ap": "AP", "reuters": "Reuters", "afp": "AFP", "guardian": "Guardian"}
"""The house packs, and how each house signs a dateline or is named in its own copy."""
SCHEMA: Final = "https://raw.githubusercontent.com/copylint/copylint/main/schema/config.json"

_SAMPLE: Final = 400
"""Stories that are read, spread over all."""
_BYTES: Final = 4000
_MOST: Final = 0.8
"""The share of stories that must agree before a proposal says so."""
_CREDIT: Final = expression(r"^[^\n]{0,80}\((AP|Reuters|AFP|Guardian)\) ?[-–—]", regex.MULTILINE)
_ENGLISH: Final = frozenset({"the", "of", "and", "said", "was", "that", "with", "from"})
_WORD: Final = expression(r"[a-z]+")


@dataclass(frozen=True)
class Found:
    """What the proposal rests on."""

    folders: tuple[str, ...]
    """Top folders that hold copy, from the newsroom's own; `.` where stories lie beside the configuration."""
    stories: int
    sampled: int
    not_utf8: int
    english: int
    nameless: tuple[str, ...]
    """Top folders with stories that have no extension."""
    houses: Counter[str]


def look(paths: Sequence[str], nameless: Sequence[str], folder: str) -> Found:
    """What stands in these stories, of which the second ones have no extension."""
    step = max(len(paths) // _SAMPLE, 1)
    heads = [_head(path) for path in paths[::step]]
    houses: Counter[str] = Counter()
    for head in heads:
        credit = _CREDIT.search(head.decode("utf-8", "replace"))
        if credit:
            houses[next(pack for pack, sign in HOUSES.items() if sign == credit[1])] += 1
    return Found(
        tuple(sorted({_top(path, folder) for path in paths})),
        len(paths),
        len(heads),
        sum(not _is_utf8(head) for head in heads),
        sum(_is_english(head) for head in heads),
        tuple(sorted({_top(path, folder) for path in nameless})),
        houses,
    )


def is_nameless_story(path: str) -> bool:
    """Whether a file without an extension holds lines of text, and not a program or a list."""
    name = os.path.basename(path)  # noqa: PTH119 - an archive has many files, and a Path takes longer
    if extension(path) or name.startswith(".") or name.isupper() or name == "Makefile":
        return False
    head = _head(path)
    return b"\0" not in head and not head.startswith((b"#!", b"<", b"{", b"[")) and len(head.split()) > 40


def proposal(found: Found, house: str | None) -> Iterator[str]:
    """The lines of a first configuration, each with a word on what it is for."""
    yield f"# yaml-language-server: $schema={SCHEMA}"
    yield "# What copylint checks here, and how. 'copylint config' explains every key."
    yield ""
    yield from _packs(found, house)
    yield ""
    yield "# The files that hold copy: patterns as in .gitignore. 'copylint check --show-files' lists what that makes."
    folders = [folder for folder in found.folders if folder != "."]
    if folders and "." not in found.folders:
        yield "include:"
        yield from (f"  - {_quoted(f'/{folder}/')}" for folder in folders)
    else:
        yield "# include: [/wire/]"
    yield ""
    yield from _encoding(found)
    yield from _language(found)
    yield "# Rules that don't fit this house: 'copylint rule' lists all."
    yield "# ignore: [doubled-word]"


def _packs(found: Found, house: str | None) -> Iterator[str]:
    guessed, count = found.houses.most_common(1)[0] if found.houses else ("", 0)
    sure = count >= _MOST * max(sum(found.houses.values()), 1) and count * 2 > found.sampled
    chosen = house if house not in (None, "none") else guessed if house is None and sure else None
    yield "# The rules that are wrong in any house, and a house's style: ap, reuters, afp or guardian."
    if chosen:
        if house is None:
            yield f"# {count} of {found.sampled} stories that were looked at are signed {HOUSES[chosen]}."
        yield f"packs: [core, {chosen}]"
    else:
        yield "packs: [core]"
        yield "# packs: [core, ap]"


def _encoding(found: Found) -> Iterator[str]:
    if found.not_utf8:
        share = f"{found.not_utf8} of {found.sampled}"
        yield f"# {share} stories that were looked at are not UTF-8; most such copy is:"
        yield "encoding: cp1252"
        yield ""


def _language(found: Found) -> Iterator[str]:
    if found.english and found.english == found.sampled:
        yield "# All stories that were looked at are in English. Without this line, each story's own words decide."
        yield "# language: en"
        yield ""


def _head(path: str) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            return file.read(_BYTES)
    except OSError:
        return b""


def _is_utf8(head: bytes) -> bool:
    try:
        head.decode()
    except UnicodeDecodeError as error:
        return error.end == len(head) == _BYTES or head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return True


def _is_english(head: bytes) -> bool:
    words = _WORD.findall(head.decode("latin-1").casefold())
    return len(words) > 20 and sum(word in _ENGLISH for word in words) > len(words) / 20


def _top(path: str, folder: str) -> str:
    inside = os.path.relpath(path, folder).replace(os.sep, "/")
    return inside.partition("/")[0] if "/" in inside else "."


def _quoted(pattern: str) -> str:
    """As YAML reads it back; what git takes for more than a character is escaped."""
    escaped = "".join(f"\\{char}" if char in "*?[\\" else char for char in pattern)
    return "'" + escaped.replace("'", "''") + "'"
