"""Puts the shipped packs into the wheel as loading and analysing leave them, beside their rule files."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ReadyRules(BuildHookInterface[Any]):
    """Runs when a wheel is built; what is installed to be worked on reads its rule files anew."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from copylint.engine import analysis, compiled  # noqa: PLC0415 - from the tree that is being built
        from copylint.ruleset import files, load, shipped  # noqa: PLC0415 - as above

        names = files.shipped_packs()
        packs = load.load(names, files.shipped_folder())
        rules = [compiled.CompiledRule(rule) for pack in packs for rule in pack.rules]
        made = {f"{name}/{shipped.FILE}": shipped.data_of(pack) for name, pack in zip(names, packs, strict=True)}
        made[analysis.FILE] = analysis.data_of((rule.rule, rule.analysis) for rule in rules)
        self._temporary = TemporaryDirectory()
        for number, (name, data) in enumerate(made.items()):
            path = Path(self._temporary.name) / str(number)
            path.write_bytes(data)
            build_data["force_include"][str(path)] = f"copylint/rules/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - hatchling's
        if version != "editable":
            self._temporary.cleanup()
