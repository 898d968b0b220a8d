"""Packs from disk: a shipped one by its name, a folder, or a single rule file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from copylint import yaml_text
from copylint.errors import CopylintError, Problem
from copylint.ruleset import files, schema, shipped
from copylint.ruleset.defaults import Defaults
from copylint.ruleset.layers import layer_of
from copylint.ruleset.model import Layer, Pack, Rule
from copylint.ruleset.rules import read_rule
from copylint.ruleset.suggestions import closest
from copylint.ruleset.validation import Reader
from copylint.yaml_text import Node, Place

_NOWHERE: Final[Mapping[str, Place]] = MappingProxyType({})


def load(packs: Sequence[str], base: Path, places: Mapping[str, Place] = _NOWHERE) -> tuple[Pack, ...]:
    """The packs in their order, each once, a file of a folder that is named too not again.

    A path is taken from `base`; a shipped pack's name comes first. `places` says where a name was written, for the
    message when there is no such pack.
    A single file takes its defaults and lists, not its settings, from the `pack.yaml` beside it; `pack.yaml` itself
    means its folder.
    Raises CopylintError with every problem of every file.
    """
    loader = _Loader()
    paths = {path.resolve(): path for name in packs if (path := loader.locate(name, base, places.get(name)))}
    loaded = tuple(
        loader.pack(path) for resolved, path in paths.items() if path.is_dir() or resolved.parent not in paths
    )
    if loader.problems:
        raise CopylintError(*sorted_by_place(loader.problems))
    return loaded


def sorted_by_place(problems: Sequence[Problem]) -> list[Problem]:
    """File by file as they came, within a file from top to bottom."""
    paths = {problem.path: None for problem in problems}
    ranks = {path: rank for rank, path in enumerate(paths)}
    return sorted(problems, key=lambda each: (ranks[each.path], each.line or 0, each.column or 0))


def _names(pack: Pack) -> dict[str, Rule]:
    """Its rules by their ids, also those of former days."""
    return {name: rule for rule in pack.rules for name in (rule.id, *rule.formerly)}


class _Loader:
    """Collects problems while it loads."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._first: dict[str, Rule] = {}
        """By each id, also those of former days."""

    def locate(self, name: str, base: Path, place: Place | None) -> Path | None:
        """The folder or file that a name stands for."""
        path = files.pack_path(name, base)
        if path.name == files.PACK_FILE:
            path = path.parent
        if name and (files.is_folder(path) or files.is_file(path)):
            return path
        message = f"there is no pack '{name}'"
        shipped = files.shipped_packs()
        hint = closest(name, shipped) or f"shipped: {', '.join(shipped)}; folders are looked for in {base.absolute()}"
        self.problems.append(place.problem(message, hint) if place else Problem(message, hint=hint))
        return None

    def pack(self, path: Path) -> Pack:
        stored = shipped.stored_pack(path) if path.parent == files.shipped_folder() else None
        if stored and self._is_new(stored):
            self._first.update(_names(stored))
            return stored
        folder = path if path.is_dir() else path.parent
        defaults, settings = self._pack_file(folder)
        names = self._rule_files(path) if path.is_dir() else (path,)
        rules = [rule for name in names for rule in self._rules(name, defaults)]
        settings = settings if path.is_dir() else Layer()
        return Pack(defaults.id, files.shown(path), tuple(rules), defaults.name, defaults.version, settings)

    def _is_new(self, pack: Pack) -> bool:
        """Whether no rule has an id that is taken; where one has, its rule file tells the place for the message."""
        return self._first.keys().isdisjoint(_names(pack))

    def _rule_files(self, folder: Path) -> tuple[Path, ...]:
        try:
            names = files.rule_files(folder)
        except OSError as error:
            self.problems.append(Problem(f"the folder can't be read: {error.strerror}", files.shown(folder)))
            return ()
        if not names:
            self.problems.append(Problem("the folder has no rule files", files.shown(folder), hint="they end in .yaml"))
        return names

    def _pack_file(self, folder: Path) -> tuple[Defaults, Layer]:
        defaults = Defaults(folder.resolve().name)
        path = folder / files.PACK_FILE
        root = self._root(path) if files.is_file(path) else None
        if root is None:
            return defaults, Layer()
        self._check_keys(root, "pack", "settings")
        settings = root.entry("settings")
        return self._changed(defaults, root), self._settings(settings.value) if settings else Layer()

    def _rules(self, path: Path, defaults: Defaults) -> list[Rule]:
        root = self._root(path)
        if root is None:
            return []
        self._check_keys(root, "pack", "rules")
        defaults = self._changed(defaults, root)
        entries = root.entry("rules")
        if entries is None:
            self.problems.append(root.place.problem("the file has no 'rules:'"))
            return []
        if not isinstance(entries.value, yaml_text.Sequence) or not entries.value.items:
            self.problems.append(entries.key.place.problem("'rules' must be a list of rules"))
            return []
        rules = [self._rule(item, path.stem, defaults) for item in entries.value.items]
        return [rule for rule in rules if rule]

    def _rule(self, node: Node, topic: str, defaults: Defaults) -> Rule | None:
        if not isinstance(node, yaml_text.Mapping):
            self.problems.append(node.place.problem("a rule must be a mapping", "it begins with '- id: …'"))
            return None
        rule, problems = read_rule(node, topic, defaults)
        self.problems += problems
        if rule:
            self._check_ids(rule, node)
        return rule

    def _check_ids(self, rule: Rule, node: yaml_text.Mapping) -> None:
        """They are unique over all packs."""
        entry = node.entry("id")
        place = entry.value.place if entry else node.place
        for name in (rule.id, *rule.formerly):
            first = self._first.setdefault(name, rule)
            if first is not rule:
                hint = f"the first stands in {first.path}:{first.line}"
                self.problems.append(place.problem(f"a second rule is called '{name}'", hint))

    def _root(self, path: Path) -> yaml_text.Mapping | None:
        yaml = files.read(path)
        self.problems += yaml.problems
        if isinstance(yaml.root, yaml_text.Mapping):
            return yaml.root
        if not yaml.problems:
            self.problems.append(Problem("the file must hold 'pack:' or 'rules:'", files.shown(path)))
        return None

    def _check_keys(self, root: yaml_text.Mapping, *names: str) -> None:
        reader = Reader()
        reader.refuse_other_keys(root, names, "the file")
        self.problems += reader.problems

    def _changed(self, defaults: Defaults, root: yaml_text.Mapping) -> Defaults:
        entry = root.entry("pack")
        if entry is None:
            return defaults
        changed, problems = defaults.changed_by(entry.value)
        self.problems += problems
        return changed

    def _settings(self, node: Node) -> Layer:
        reader = Reader()
        reader.read(node, schema.mapping(schema.SETTING_KEYS), "'settings'")
        self.problems += reader.problems
        return Layer() if reader.problems else layer_of(node)
