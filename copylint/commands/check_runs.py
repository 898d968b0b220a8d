"""Runs the rules over stories, each under the settings that hold for its path."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from copylint.commands.check_arguments import command_line
from copylint.config.cache_folder import CacheFolder
from copylint.engine.prepared import Prepared, prepare
from copylint.engine.results import results
from copylint.engine.run import Outcome, Reading, Run, run_of
from copylint.engine.runner import Runner
from copylint.report.progress import progress
from copylint.values import dataclass

if TYPE_CHECKING:
    from copylint.document.block import Fields
    from copylint.engine.baseline import Baseline
    from copylint.engine.checker import Checker, KeyOf
    from copylint.engine.selection import Selection
    from copylint.repository.changes import Changes


@dataclass(frozen=True)
class Stories:
    """What a run checks."""

    paths: Sequence[str]
    contents: Mapping[str, bytes] | None = None
    """What stands in them, where it doesn't come from the work tree: standard input, or what is staged."""
    as_text: frozenset[str] = frozenset()
    """Those that are plain text where nothing else is recognised."""


@dataclass(frozen=True)
class Runs:
    """Makes the runs of one command."""

    arguments: argparse.Namespace
    in_force: Prepared
    """What holds where no override does."""
    cache: CacheFolder | None = None
    baseline: Baseline | None = None
    changes: Changes | None = None
    """What is accepted, or not touched, is not fixed either."""

    def run(self, stories: Stories) -> Run:
        """Checks the stories; what they gave is in their order, whatever settings hold for them."""
        outcomes: dict[int, Outcome] = {}
        rules = {rule.id: rule for rule in self.in_force.ruleset.rules}
        with progress(len(stories.paths), sys.stderr) as tell:
            for (overrides, as_text), numbers in self._groups(stories).items():
                in_force = self._under(overrides)
                rules |= {rule.id: rule for rule in in_force.ruleset.rules}
                runner = replace(self._runner(in_force, stories, as_text=as_text), tell=tell)
                paths = [stories.paths[number] for number in numbers]
                outcomes.update(zip(numbers, _outcomes(runner, paths, stories.contents), strict=True))
        done = run_of(outcomes[number] for number in range(len(stories.paths)))
        return replace(done, rules=tuple(rules[name] for name in sorted(rules)))

    def _groups(self, stories: Stories) -> Mapping[tuple[tuple[int, ...], bool], Sequence[int]]:
        """The numbers of the stories, by the numbers of the overrides that hold for them and by how they are read."""
        overrides = self.in_force.overrides
        groups: dict[tuple[tuple[int, ...], bool], list[int]] = {}
        for number, path in enumerate(stories.paths):
            holding = tuple(index for index, patterns in enumerate(overrides) if patterns.match(path))
            groups.setdefault((holding, path in stories.as_text), []).append(number)
        return groups

    def _under(self, overrides: tuple[int, ...]) -> Prepared:
        if not overrides:
            return self.in_force
        arguments = self.arguments
        return prepare(
            command_line(arguments),
            arguments.config,
            isolated=arguments.isolated,
            cache=self.cache,
            overrides=overrides,
        )

    def _runner(self, in_force: Prepared, stories: Stories, *, as_text: bool) -> Runner:
        arguments = self.arguments
        reading = _reading(arguments, in_force, as_text=as_text)
        looks_anew = arguments.fix or arguments.diff or arguments.show_segments or arguments.explain_timing
        known = None
        if self.cache and in_force.identity and in_force.show_copy and stories.contents is None and not looks_anew:
            known = results(self.cache, (in_force.identity, arguments.now), reading)
        make_checker = partial(
            _checker, arguments, in_force, reading, known.keys.key_of if known else None, self._selection(in_force)
        )
        # Handing whole stories over takes longer than to cut them.
        return Runner(make_checker, known, 1 if arguments.show_segments else arguments.jobs)

    def _selection(self, in_force: Prepared) -> Selection | None:
        """What fixing may mend; None: everything."""
        if self.baseline is None and self.changes is None:
            return None
        from copylint.engine.selection import Selection  # noqa: PLC0415 - many runs need none

        return Selection(self.baseline, in_force.ruleset.rules, self.changes)


def _outcomes(runner: Runner, paths: Sequence[str], contents: Mapping[str, bytes] | None) -> Sequence[Outcome]:
    if contents is None:
        return runner.outcomes(paths)
    return [runner.outcome_of_bytes(path, contents[path]) for path in paths]


def _reading(arguments: argparse.Namespace, in_force: Prepared, *, as_text: bool) -> Reading:
    return Reading(
        format=arguments.format,
        language=in_force.language,
        encoding=in_force.encoding,
        fields=_fields(arguments),
        bytes_at_most=arguments.max_file_size,
        show_copy=in_force.show_copy,
        as_text=as_text,
    )


def _fields(arguments: argparse.Namespace) -> Fields | None:
    if not arguments.text_field and not arguments.title_field:
        return None
    from copylint.document.block import Fields  # noqa: PLC0415 - see `_checker`

    return Fields(arguments.text_field, arguments.title_field)


def _checker(
    arguments: argparse.Namespace,
    in_force: Prepared,
    reading: Reading,
    key_of: KeyOf | None,
    selection: Selection | None,
) -> Checker:
    """What checks a file; where only its segments are shown, without any rule."""
    # Where no file has changed, none of this is needed.
    from copylint.checks.model import Setting  # noqa: PLC0415 - as said
    from copylint.engine.checker import Checker, Fixing  # noqa: PLC0415 - as said
    from copylint.engine.linter import Linter  # noqa: PLC0415 - as said
    from copylint.engine.prefilter import NeededLiterals  # noqa: PLC0415 - as said

    rules = replace(in_force.ruleset, rules=()) if arguments.show_segments else in_force.ruleset
    prefilter = NeededLiterals if arguments.show_segments else partial(NeededLiterals, index=in_force.index)
    linter = Linter(rules, Setting(rules.profile, arguments.now, rules.house), prefilter, in_force.compiled)
    fixes = arguments.fix or arguments.diff
    fixing = Fixing(arguments.unsafe_fixes, writes=arguments.fix, selection=selection) if fixes else None
    return Checker(
        linter,
        reading,
        fixing,
        key_of,
        keeps_cut=arguments.show_segments,
        keeps_seconds=arguments.explain_timing,
    )
