"""The rules of a run made ready, read from the cache where nothing that they come from has changed."""

from __future__ import annotations

import io
import os
import pickle
import sys
from collections.abc import Iterator, Mapping
from dataclasses import astuple, field, replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

import regex

import copylint
from copylint.config.cache_folder import CacheFolder
from copylint.config.command_line import CommandLine
from copylint.config.discover import discover
from copylint.engine.compiled import CompiledRule, Packed
from copylint.engine.prefilter import Index, index_of
from copylint.ruleset.model import Ruleset
from copylint.source.patterns import Patterns
from copylint.values import dataclass

if TYPE_CHECKING:
    from copylint.config.settings import Settings

_FORMAT: Final = 5
_RULE_SUFFIXES: Final = (".yaml", ".yml", ".txt")


@dataclass(frozen=True)
class Prepared:
    """What a run goes by."""

    ruleset: Ruleset
    """Its rules have no examples, and no options where they are compiled: no run looks at them."""
    compiled: Mapping[str, Packed] = field(default_factory=dict)
    """By the rules' ids; a rule's check is unpacked when it first runs."""
    index: Index | None = None
    """Of those of its rules that run in its profile and look at the story."""
    encoding: str | None = None
    language: str | None = None
    show_copy: bool = True
    include: Patterns | None = None
    exclude: tuple[Patterns, ...] = ()
    rule_folders: frozenset[str] = frozenset()
    """Absolute; of the newsroom's own rules, and their lists."""
    overrides: tuple[Patterns, ...] = ()
    """Which files each of the configuration's overrides is about."""
    config: Path | None = None
    baseline: Path | None = None
    """As the configuration or the command line names it."""
    identity: str | None = None
    """The same for all runs with the same rules, settings and versions; None where nobody can tell."""


def prepare(
    command_line: CommandLine,
    config: Path | None = None,
    *,
    isolated: bool = False,
    cache: CacheFolder | None = None,
    overrides: tuple[int, ...] = (),
) -> Prepared:
    """The rules and settings of a run, or of its files for which some of the configuration's overrides hold.

    A record is good as long as the configuration files and every file of every pack are as they were: it is found by
    what was asked for and opened by their contents.
    Raises CopylintError with everything that is wrong with the settings and the packs.
    """
    path = config if config or isolated else discover(Path.cwd())
    name = _name(command_line, path, overrides)
    stored = _stored(cache.read(name)) if cache else None
    if stored is not None:
        return stored
    # Reading YAML and holding it against the schema costs forty times what a record does, in imports alone twice.
    from copylint.config.settings import settings  # noqa: PLC0415 - see above

    in_force = settings(command_line, config, isolated=isolated, overrides=overrides)
    prepared = _prepared(in_force)
    folders = _pack_folders(in_force)
    if cache and folders is not None:
        watched = [(str(each), _digest(each)) for each in (*in_force.files, *folders)]
        identity = blake2b(repr((name, watched)).encode(), digest_size=16).hexdigest()
        prepared = replace(_compiled(prepared), identity=identity)
        _keep(cache, name, pickle.dumps(watched) + pickle.dumps(prepared, pickle.HIGHEST_PROTOCOL))
    return prepared


def _prepared(in_force: Settings) -> Prepared:
    from copylint.config.settings import rule_folders, ruleset  # noqa: PLC0415 - see `prepare`

    rules = ruleset(in_force)
    return Prepared(
        replace(rules, rules=tuple(replace(rule, examples=()) for rule in rules.rules)),
        encoding=in_force.encoding,
        language=in_force.language,
        show_copy=in_force.show_copy,
        include=in_force.include,
        exclude=in_force.exclude,
        rule_folders=frozenset(map(str, rule_folders(in_force))),
        overrides=tuple(override.files.patterns() for override in in_force.overrides),
        config=in_force.path,
        baseline=in_force.baseline,
    )


def _compiled(prepared: Prepared) -> Prepared:
    """With everything that can be worked out before there is a story."""
    rules = [CompiledRule(rule) for rule in prepared.ruleset.rules]
    running = [rule for rule in rules if rule.rule.runs_in(prepared.ruleset.profile) and not rule.is_about_suppressions]
    packed = {rule.rule.id: packed for rule in rules if (packed := rule.packed()) is not None}
    slim = tuple(replace(rule.rule, options={}) if rule.rule.id in packed else rule.rule for rule in rules)
    return replace(prepared, ruleset=replace(prepared.ruleset, rules=slim), compiled=packed, index=index_of(running))


def _stored(record: bytes | None) -> Prepared | None:
    """What a record holds; None where it is of another time, or damaged."""
    if record is None:
        return None
    stream = io.BytesIO(record)
    try:
        watched = pickle.load(stream)  # noqa: S301 - the folder is the user's alone
        if any(_digest(Path(path)) != digest for path, digest in watched):
            return None
        prepared = pickle.load(stream)  # noqa: S301 - as above
    except Exception:  # noqa: BLE001 - a damaged record can raise anything, and means only that there is none
        return None
    return prepared if isinstance(prepared, Prepared) else None


def _keep(cache: CacheFolder, name: str, record: bytes) -> None:
    try:
        cache.write(name, record)
    except OSError:
        return  # the next run reads the rules again


def _name(command_line: CommandLine, config: Path | None, overrides: tuple[int, ...]) -> str:
    """Names what was asked for, where, and of which copylint: its code may be a checkout that is worked on."""
    versions = (_FORMAT, copylint.__version__, sys.version, regex.__version__, _digest_of_code())
    asked = (astuple(command_line), str(config and config.absolute()), str(Path.cwd()), overrides)
    return blake2b(repr((versions, asked)).encode(), digest_size=16).hexdigest()


def _digest_of_code() -> str:
    """Of the places, sizes and times of the package's modules."""
    package = os.path.dirname(copylint.__file__)  # noqa: PTH120 - see `_modules_in`
    states = [(path, status.st_size, status.st_mtime_ns) for path, status in _modules_in(package)]
    return blake2b(repr(sorted(states)).encode(), digest_size=8).hexdigest()


def _modules_in(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """The paths are strings: every run asks, and a Path for each takes three times as long."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield entry.path, entry.stat()
            elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                yield from _modules_in(entry.path)


def _pack_folders(in_force: Settings) -> list[Path] | None:
    """The folders whose files the rules come from; None where a single file is a pack: its folder may hold anything."""
    from copylint.ruleset.files import pack_path  # noqa: PLC0415 - only when a record is made

    folders = [pack_path(name, in_force.base) for name in in_force.packs]
    return folders if all(folder.is_dir() for folder in folders) else None


def _digest(path: Path) -> str:
    """Of a file's content, or of all rule files and lists of a folder."""
    digest = blake2b(digest_size=16)
    files = sorted(each for each in path.iterdir() if each.suffix in _RULE_SUFFIXES) if path.is_dir() else [path]
    for file in files:
        content = file.read_bytes()
        digest.update(f"{file.name}\0{len(content)}\0".encode(errors="surrogateescape"))
        digest.update(content)
    return digest.hexdigest()
