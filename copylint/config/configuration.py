"""Reads a newsroom's configuration file and those that it extends, and finds everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Any, Final

from copylint import yaml_text
from copylint.checks.model import Option
from copylint.config.discover import FILE_NAME
from copylint.config.keys import EXTENDS, OPTIONS, OVERRIDE_KEYS
from copylint.document.language import stated_code
from copylint.errors import Problem
from copylint.ruleset import files, schema
from copylint.ruleset.layers import layer_of
from copylint.ruleset.model import Layer
from copylint.ruleset.validation import Reader
from copylint.source.declaration import text_encoding
from copylint.source.patterns import Patterns, fault
from copylint.values import dataclass
from copylint.yaml_text import Node, Place, Scalar

_OVERRIDE_OPTIONS: Final = tuple(key.option for key in OVERRIDE_KEYS)
_OVERRIDES: Final = "overrides"
_NAME: Final = "the configuration"


@dataclass(frozen=True)
class Written:
    """A value, and where it stands."""

    value: Any
    base: Path
    """The folder of its file: what paths in it count from."""
    place: Place

    @property
    def origin(self) -> str:
        return f"{self.place.path}:{self.place.line}"

    def patterns(self) -> Patterns:
        """For a list of patterns."""
        return Patterns(tuple(self.value), str(self.base))


@dataclass(frozen=True)
class Override:
    """Other settings for some files."""

    files: Written
    layer: Layer
    values: Mapping[str, Written]


@dataclass(frozen=True)
class Configuration:
    """What the files say, the first that was read last, so that it wins."""

    files: tuple[Path, ...] = ()
    values: Mapping[str, Written] = field(default_factory=dict)
    """By key: those that don't speak of rules."""
    layers: tuple[Layer, ...] = ()
    overrides: tuple[Override, ...] = ()
    pack_places: Mapping[str, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    """What is wrong; no faulty value is among the others."""


def read(path: Path) -> Configuration:
    """The configuration file with what it extends."""
    problems: list[Problem] = []
    found = Configuration()
    for each in _with_bases(path, problems, []):
        found = replace(
            found,
            files=(*found.files, each.path),
            values={**found.values, **each.values},
            layers=(*found.layers, layer_of(each.root)),
            overrides=(*found.overrides, *_overrides(each.root, each.base, problems)),
            pack_places=_pack_places(each.root) or found.pack_places,
        )
    return replace(found, problems=tuple(problems))


@dataclass(frozen=True)
class _File:
    path: Path
    base: Path
    root: yaml_text.Mapping
    """Without the entries that are faulty."""
    values: Mapping[str, Written]


def _with_bases(path: Path, problems: list[Problem], chain: list[Path]) -> Iterator[_File]:
    """The file behind those that it extends."""
    yaml = files.read(path)
    problems += yaml.problems
    base = path.absolute().parent
    root, values = _sound(yaml.root, OPTIONS, base, _NAME, problems)
    if yaml.root is not None and not isinstance(yaml.root, yaml_text.Mapping):
        Reader(problems=problems).read(yaml.root, schema.mapping(OPTIONS), _NAME)
    entry = root.entry(EXTENDS.name)
    for name in yaml_text.scalars(entry.value) if entry else ():
        extended = _extended(name, base, [*chain, path], problems)
        if extended is not None:
            yield from _with_bases(extended, problems, [*chain, path])
    yield _File(path, base, root, values)


def _extended(name: Scalar, base: Path, chain: Sequence[Path], problems: list[Problem]) -> Path | None:
    path = base / name.text
    path = path / FILE_NAME if files.is_folder(path) else path
    if not files.is_file(path):
        hint = f"it is looked for at {files.shown(path)}"
        problems.append(name.place.problem(f"there is no configuration '{name.text}'", hint))
        return None
    if path.resolve() in [each.resolve() for each in chain]:
        shown = " extends ".join(files.shown(each) for each in (*chain, path))
        problems.append(name.place.problem("a configuration can't extend itself", shown))
        return None
    return path


def _sound(
    root: Node | None, options: Sequence[Option], base: Path, name: str, problems: list[Problem]
) -> tuple[yaml_text.Mapping, dict[str, Written]]:
    """The mapping without its faulty entries, and the others' values."""
    if not isinstance(root, yaml_text.Mapping):
        return yaml_text.Mapping((), Place("", 1, 1, 1, "")), {}
    by_name = {option.name: option for option in options}
    reader = Reader(problems=problems)
    reader.refuse_other_keys(root, by_name, name)
    entries, values = [], {}
    for entry in root.entries:
        key = entry.key.text
        if key not in by_name:
            continue
        known = len(problems)
        # The items of overrides are read one by one, so that a faulty one hides nothing that is wrong with the others.
        value = reader.read(entry.value, {"type": "array"} if key == _OVERRIDES else by_name[key].schema, f"'{key}'")
        if len(problems) == known:
            problems += _value_problems(key, entry.value)
        if len(problems) == known:
            entries.append(entry)
            values[key] = Written(value, base, entry.key.place)
    return yaml_text.Mapping(tuple(entries), root.place), values


def _overrides(root: yaml_text.Mapping, base: Path, problems: list[Problem]) -> Iterator[Override]:
    """The sound ones of a file."""
    entry = root.entry(_OVERRIDES)
    for item in entry.value.items if entry and isinstance(entry.value, yaml_text.Sequence) else ():
        known = len(problems)
        if not isinstance(item, yaml_text.Mapping):
            problems.append(item.place.problem("an override must be a mapping", "it begins with '- files: […]'"))
            continue
        node, values = _sound(item, _OVERRIDE_OPTIONS, base, "an override", problems)
        if item.entry("files") is None:
            problems.append(item.place.problem("an override has no 'files'", "which files it is about"))
        if len(problems) == known:
            yield Override(values["files"], layer_of(node), values)


def _value_problems(key: str, node: Node) -> list[Problem]:
    """What the schema can't say."""
    if key == "encoding" and isinstance(node, Scalar) and text_encoding(node.text) is None:
        return [node.place.problem(f"'{node.text}' is no encoding", "such as cp1252, iso-8859-1, utf-16")]
    if key == "language" and isinstance(node, Scalar) and stated_code(node.text) is None:
        return [node.place.problem(f"'{node.text}' is no language", "a code such as en, fr or de")]
    if key in ("include", "exclude", "files"):
        found = ((item, fault(item.text)) for item in yaml_text.scalars(node))
        return [item.place.problem(message, "patterns are those of .gitignore") for item, message in found if message]
    return []


def _pack_places(root: yaml_text.Mapping) -> dict[str, Place]:
    entry = root.entry("packs")
    return {item.text: item.place for item in yaml_text.scalars(entry.value)} if entry else {}
