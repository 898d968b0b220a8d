"""The newsroom's settings, from its configuration file and from the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from copylint import yaml_text
from copylint.checks.model import Option
from copylint.config.command_line import CommandLine
from copylint.config.discover import discover
from copylint.errors import CopylintError, Problem
from copylint.finding import SEVERITIES, Severity
from copylint.ruleset import files, schema
from copylint.ruleset.layers import layer_of
from copylint.ruleset.load import load, sorted_by_place
from copylint.ruleset.model import PROFILES, Given, Layer, Ruleset
from copylint.ruleset.select import choose
from copylint.ruleset.suggestions import closest_or_all
from copylint.ruleset.validation import Reader
from copylint.source.declaration import text_encoding
from copylint.values import dataclass
from copylint.yaml_text import Place

DEFAULT_PACKS: Final = ("core",)

KEYS: Final = (
    Option("packs", {**schema.SELECTORS, "minItems": 1}, "shipped packs by name, and the newsroom's own folders"),
    Option("profile", {"type": "string", "enum": list(PROFILES)}, "wire or web"),
    Option("select", {**schema.SELECTORS, "minItems": 1}, "rules, topics or packs that run; all by default"),
    *schema.SETTING_KEYS,
    Option("encoding", {"type": "string", "minLength": 1}, "the stories' encoding where it isn't UTF-8"),
)


@dataclass(frozen=True)
class Settings:
    """What a run goes by."""

    path: Path | None = None
    """The configuration file; None where there is none."""
    packs: tuple[str, ...] = DEFAULT_PACKS
    base: Path = field(default_factory=Path.cwd)
    """The folder that relative packs are taken from."""
    profile: str = "wire"
    layers: tuple[Layer, ...] = ()
    encoding: str | None = None
    places: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))
    """Where each pack's name stands in the configuration file."""


def settings(command_line: CommandLine, config: Path | None = None, *, isolated: bool = False) -> Settings:
    """The newsroom's settings with the command line's over them.

    `config` names the file; without it, the nearest `.copylint.yaml` from the working folder upwards counts, unless the
    run is `isolated`. Raises CopylintError with everything that is wrong with the file and the command line.
    """
    path = config if config or isolated else discover(Path.cwd())
    newsroom = read(path) if path else Settings()
    return _with_command_line(newsroom, command_line)


def ruleset(settings: Settings) -> Ruleset:
    """The rules that the settings ask for. Raises CopylintError with everything that is wrong with the packs."""
    packs = load(settings.packs, settings.base, settings.places)
    return choose(packs, settings.layers, settings.profile)


def read(path: Path) -> Settings:
    """A configuration file's settings. Raises CopylintError with everything that is wrong with it."""
    yaml = files.read(path)
    reader = Reader(problems=list(yaml.problems))
    root = yaml.root or yaml_text.Mapping((), Place(files.shown(path), 1, 1, 1, ""))
    values: dict[str, Any] = reader.read(root, schema.mapping(KEYS), "the configuration")
    if isinstance(root, yaml_text.Mapping):
        reader.problems += _encoding_problems(root)
    if reader.problems:
        raise CopylintError(*sorted_by_place(reader.problems))
    return Settings(
        path=path,
        packs=tuple(values.get("packs", DEFAULT_PACKS)),
        base=path.absolute().parent,
        profile=values.get("profile", "wire"),
        layers=(layer_of(root),),
        encoding=values.get("encoding"),
        places=_pack_places(root),
    )


def _pack_places(root: yaml_text.Node) -> Mapping[str, Place]:
    entry = root.entry("packs") if isinstance(root, yaml_text.Mapping) else None
    items = entry.value.items if entry and isinstance(entry.value, yaml_text.Sequence) else ()
    return {item.text: item.place for item in items if isinstance(item, yaml_text.Scalar)}


def _encoding_problems(root: yaml_text.Mapping) -> list[Problem]:
    entry = root.entry("encoding")
    if entry is None or not isinstance(entry.value, yaml_text.Scalar) or text_encoding(entry.value.text) is not None:
        return []
    return [entry.value.place.problem(f"'{entry.value.text}' is no encoding", "such as cp1252, iso-8859-1, utf-16")]


def _with_command_line(newsroom: Settings, given: CommandLine) -> Settings:
    problems: list[Problem] = []
    layer = Layer(
        select=None if given.select is None else _selectors(given.select, "--select"),
        ignore=_selectors(given.ignore, "--ignore"),
        severity=tuple(filter(None, (_graded(each, problems) for each in given.severity))),
    )
    profile = given.profile or newsroom.profile
    if profile not in PROFILES:
        problems.append(Problem(f"there is no profile '{profile}'", hint=closest_or_all(profile, PROFILES)))
    if given.encoding and text_encoding(given.encoding) is None:
        problems.append(Problem(f"'{given.encoding}' in --encoding is no encoding", hint="such as cp1252 or utf-16"))
    if problems:
        raise CopylintError(*problems)
    changed = replace(
        newsroom,
        profile=profile,
        layers=(*newsroom.layers, layer),
        encoding=given.encoding or newsroom.encoding,
    )
    if given.packs is None:
        return changed
    return replace(changed, packs=given.packs, base=Path.cwd(), places=MappingProxyType({}))


def _selectors(names: Sequence[str], option: str) -> tuple[Given, ...]:
    return tuple(Given(name, option=option) for name in names)


def _graded(text: str, problems: list[Problem]) -> tuple[Given, Severity] | None:
    """A rule and its severity from `RULE=LEVEL`."""
    selector, _, level = text.partition("=")
    for severity in SEVERITIES:
        if severity == level:
            return Given(selector, option="--severity"), severity
    problems.append(
        Problem(f"--severity can't read '{text}'", hint="write it as RULE=LEVEL, the level error, warning or info")
    )
    return None
