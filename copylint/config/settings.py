"""The newsroom's settings, from its configuration files and from the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from copylint.config.command_line import CommandLine
from copylint.config.configuration import Configuration, Override, Written, read
from copylint.config.discover import discover
from copylint.document.language import stated_code
from copylint.errors import CopylintError, Problem
from copylint.finding import SEVERITIES, Severity
from copylint.ruleset.files import pack_path, shipped_folder
from copylint.ruleset.load import load, sorted_by_place
from copylint.ruleset.model import PROFILES, Given, Layer, Ruleset
from copylint.ruleset.select import choose
from copylint.ruleset.suggestions import closest_or_all
from copylint.source.declaration import text_encoding
from copylint.source.patterns import Patterns, fault
from copylint.values import dataclass
from copylint.yaml_text import Place

DEFAULT_PACKS: Final = ("core",)
DEFAULT_PROFILE: Final = "wire"


@dataclass(frozen=True)
class Settings:
    """What a run goes by."""

    path: Path | None = None
    """The configuration file; None where there is none."""
    files: tuple[Path, ...] = ()
    """It and those that it extends, which come before it."""
    packs: tuple[str, ...] = DEFAULT_PACKS
    base: Path = field(default_factory=Path.cwd)
    """The folder that relative packs are taken from."""
    profile: str = DEFAULT_PROFILE
    layers: tuple[Layer, ...] = ()
    encoding: str | None = None
    language: str | None = None
    show_copy: bool = True
    include: Patterns | None = None
    exclude: tuple[Patterns, ...] = ()
    baseline: Path | None = None
    overrides: tuple[Override, ...] = ()
    """What could hold for some files; those that were asked for are already in the rest."""
    places: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))
    """Where each pack's name stands in the configuration file."""
    origins: Mapping[str, str] = field(default_factory=dict)
    """Where a key's value was set: `file:line`, or an option; none for what is so by default."""


def settings(
    command_line: CommandLine, config: Path | None = None, *, isolated: bool = False, overrides: Sequence[int] = ()
) -> Settings:
    """The newsroom's settings, those of some of its overrides over them, and the command line's over all.

    `config` names the file; without it, the nearest `.copylint.yaml` from the working folder upwards counts, unless the
    run is `isolated`. Raises CopylintError with everything that is wrong with the files and the command line.
    """
    path = config if config or isolated else discover(Path.cwd())
    configuration = read(path) if path else Configuration()
    problems = list(configuration.problems)
    newsroom = _of_configuration(path, configuration)
    if overrides:
        chosen = [configuration.overrides[number] for number in overrides]
        newsroom = replace(_overridden(newsroom, chosen), overrides=())
    in_force = _with_command_line(newsroom, command_line, problems)
    if problems:
        raise CopylintError(*sorted_by_place(list(dict.fromkeys((*problems, *_faults_of_rules(in_force))))))
    return in_force


def ruleset(settings: Settings) -> Ruleset:
    """The rules that the settings ask for. Raises CopylintError with everything that is wrong with the packs, and with
    what the settings and each of their overrides say of rules.
    """
    packs = load(settings.packs, settings.base, settings.places)
    problems: dict[Problem, None] = {}
    for override in settings.overrides:
        try:
            choose(packs, (*settings.layers, override.layer), settings.profile)
        except CopylintError as error:
            problems |= dict.fromkeys(error.problems)
    if problems:
        raise CopylintError(*sorted_by_place(list(problems)))
    return choose(packs, settings.layers, settings.profile)


def rule_folders(settings: Settings) -> tuple[Path, ...]:
    """The absolute folders of the newsroom's own rules, whose lists of words are no copy.

    The folder that packs are taken from isn't among them, nor one around it, though rules lie there: so may stories.
    """
    paths = [path for name in settings.packs if (path := pack_path(name, settings.base)).parent != shipped_folder()]
    folders = [(path if path.is_dir() else path.parent).resolve() for path in paths]
    base = settings.base.resolve()
    return tuple(folder for folder in folders if not base.is_relative_to(folder))


def _faults_of_rules(in_force: Settings) -> tuple[Problem, ...]:
    try:
        ruleset(in_force)
    except CopylintError as error:
        return error.problems
    return ()


def _of_configuration(path: Path | None, configuration: Configuration) -> Settings:
    values = configuration.values
    packs, baseline = values.get("packs"), values.get("baseline")
    return replace(
        _with_values(Settings(), values),
        path=path,
        files=configuration.files,
        packs=tuple(packs.value) if packs else DEFAULT_PACKS,
        base=packs.base if packs else Path.cwd(),
        layers=configuration.layers,
        include=values["include"].patterns() if "include" in values else None,
        exclude=(values["exclude"].patterns(),) if "exclude" in values else (),
        baseline=baseline.base / baseline.value if baseline else None,
        overrides=configuration.overrides,
        places=configuration.pack_places,
    )


def _overridden(newsroom: Settings, overrides: Sequence[Override]) -> Settings:
    for override in overrides:
        newsroom = replace(_with_values(newsroom, override.values), layers=(*newsroom.layers, override.layer))
    return newsroom


def _with_values(given: Settings, values: Mapping[str, Written]) -> Settings:
    """With what can be said of all files or of some."""
    known: dict[str, Any] = {
        key.replace("-", "_"): values[key].value
        for key in ("profile", "encoding", "language", "show-copy")
        if key in values
    }
    origins = {key: each.origin for key, each in values.items()}
    return replace(given, **known, origins={**given.origins, **origins})


def _with_command_line(newsroom: Settings, given: CommandLine, problems: list[Problem]) -> Settings:
    layer = Layer(
        select=None if given.select is None else _selectors(given.select, "--select"),
        extend_select=_selectors(given.extend_select, "--extend-select"),
        ignore=_selectors(given.ignore, "--ignore"),
        severity=tuple(filter(None, (_graded(each, problems) for each in given.severity))),
    )
    problems += _faults(given)
    folder = str(Path.cwd())
    own = {
        "packs": given.packs,
        "profile": given.profile,
        "encoding": given.encoding,
        "language": given.language,
        "include": given.include,
        "baseline": given.baseline,
    }
    changed = replace(
        newsroom,
        layers=(*newsroom.layers, layer),
        profile=given.profile or newsroom.profile,
        encoding=given.encoding or newsroom.encoding,
        language=given.language or newsroom.language,
        show_copy=given.show_copy and newsroom.show_copy,
        include=newsroom.include if given.include is None else Patterns(given.include, folder),
        exclude=(*newsroom.exclude, Patterns(given.exclude, folder)) if given.exclude else newsroom.exclude,
        baseline=newsroom.baseline if given.baseline is None else Path(given.baseline),
        origins={
            **newsroom.origins,
            **{key: f"--{key}" for key, value in own.items() if value is not None},
            **({} if given.show_copy else {"show-copy": "--no-copy"}),
        },
    )
    if given.packs is None:
        return changed
    return replace(changed, packs=given.packs, base=Path.cwd(), places=MappingProxyType({}))


def _faults(given: CommandLine) -> list[Problem]:
    """What is wrong with the command line's values."""
    found: list[Problem] = []
    if given.profile is not None and given.profile not in PROFILES:
        found.append(Problem(f"there is no profile '{given.profile}'", hint=closest_or_all(given.profile, PROFILES)))
    if given.encoding and text_encoding(given.encoding) is None:
        found.append(Problem(f"'{given.encoding}' in --encoding is no encoding", hint="such as cp1252 or utf-16"))
    if given.language and stated_code(given.language) is None:
        found.append(Problem(f"'{given.language}' is no language", hint="a code such as en, fr or de"))
    for option, patterns in (("--include", given.include or ()), ("--exclude", given.exclude)):
        messages = ((option, message) for each in patterns if (message := fault(each)))
        found += [Problem(f"{message} ({name})", hint="patterns are those of .gitignore") for name, message in messages]
    return found


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
