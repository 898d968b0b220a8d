"""What is in force and where it was set, for `--show-settings`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from copylint.config.settings import Settings, ruleset
from copylint.ruleset import files
from copylint.ruleset.model import Given, Layer

_WIDTH: Final = 13
_UNSET: Final = "default"


def lines(settings: Settings) -> Iterator[str]:
    """A line for each setting. Raises CopylintError with everything that is wrong with the rules that are asked for."""
    rules = ruleset(settings).rules
    shown = ", ".join(files.shown(path) for path in reversed(settings.files))
    yield _line("configuration", shown or "none", None)
    origins = settings.origins
    yield _line("packs", ", ".join(settings.packs), origins.get("packs", _UNSET))
    yield _line("profile", settings.profile, origins.get("profile", _UNSET))
    yield _line("language", settings.language or "each story's own words decide", origins.get("language", _UNSET))
    yield _line("encoding", settings.encoding or "cp1252 where it is not UTF-8", origins.get("encoding", _UNSET))
    yield _line("show-copy", "true" if settings.show_copy else "false", origins.get("show-copy", _UNSET))
    included = settings.include.lines if settings.include else ("news formats, .txt, .md, .html",)
    yield _line("include", ", ".join(included), origins.get("include", _UNSET))
    for patterns, origin in zip(settings.exclude, _origins_of_exclude(settings), strict=True):
        yield _line("exclude", ", ".join(patterns.lines), origin)
    baseline = str(settings.baseline) if settings.baseline else ".copylint-baseline.jsonl, if it is there"
    yield _line("baseline", baseline, origins.get("baseline", _UNSET))
    for layer in settings.layers:
        yield from _layer(layer)
    for override in settings.overrides:
        yield _line("override", ", ".join(override.files.value), override.files.origin)
        for key, written in override.values.items():
            if key in ("language", "encoding", "show-copy"):
                yield "  " + _line(key, str(written.value), written.origin)
        yield from (f"  {line}" for line in _layer(override.layer))
    yield _line("rules", f"{len(rules)} run; 'copylint rule' lists them", None)


def _origins_of_exclude(settings: Settings) -> Sequence[str]:
    """The command line's patterns join the configuration's."""
    configured = [settings.origins["exclude"]] if "exclude" in settings.origins else []
    return [*configured, "--exclude"][: len(settings.exclude)]


def _layer(layer: Layer) -> Iterator[str]:
    """What one file, or the command line, says of rules."""
    for key, given in (
        ("select", layer.select or ()),
        ("extend-select", layer.extend_select),
        ("ignore", layer.ignore),
    ):
        yield from (_line(key, each.text, _origin(each)) for each in given)
    yield from (_line("severity", f"{rule.text}: {level}", _origin(rule)) for rule, level in layer.severity)
    yield from (_line("options", rule.text, _origin(rule)) for rule, _ in layer.options)
    yield from (_line("except", f"{rule.text}: {', '.join(words)}", _origin(rule)) for rule, words in layer.exceptions)


def _origin(given: Given) -> str:
    return f"{given.place.path}:{given.place.line}" if given.place else given.option


def _line(key: str, value: str, origin: str | None) -> str:
    return f"{key:<{_WIDTH}}  {value}" + (f"  ({origin})" if origin else "")
