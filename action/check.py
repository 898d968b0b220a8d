"""Runs copylint once for the workflow, and hands its exit code and its reports to the steps that follow."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from action import workflow
from action.event import Event, read_event
from action.history import fetch_history, remove_tree, take_lists_from_base, trusted_tree
from action.workflow import ActionError
from copylint.commands.arguments import names
from copylint.config.command_line import CommandLine
from copylint.config.settings import rule_folders, settings
from copylint.errors import CopylintError

TROUBLE: Final = 2
"""The exit code where something could not be checked, as copylint's own."""
_EVERYTHING: Final = "everything"
_TRUST: Final = ("head", "base")
_COPYLINT: Final = (sys.executable, "-I", "-m", "copylint")
"""Isolated: otherwise Python would import a module that lies in the checkout."""


@dataclass(frozen=True)
class Reports:
    """The files that a run writes."""

    sarif: Path
    markdown: Path

    def arguments(self) -> Iterator[str]:
        """Annotations go to the log, the others to files."""
        yield "--output-format=github"
        yield "--output-format=sarif"
        yield f"--output-file={self.sarif}"
        yield "--output-format=markdown"
        yield f"--output-file={self.markdown}"


def main() -> int:
    """The step's exit code: 0 also where copylint found something, so that the reports get uploaded first."""
    try:
        event = read_event()
        folder = Path(os.environ["RUNNER_TEMP"]) / "copylint"
        folder.mkdir(parents=True, exist_ok=True)
        reports = Reports(folder / "copylint.sarif", folder / "copylint.md")
        for each in (reports.sarif, reports.markdown):
            each.unlink(missing_ok=True)
        code = _check(event, reports, folder)
        _hand_over(event, reports, code)
    except ActionError as error:
        workflow.fail(str(error))
        return TROUBLE
    return 0


def _check(event: Event, reports: Reports, folder: Path) -> int:
    since = _since(event)
    trust = workflow.choice_input("trust", _TRUST)
    base = event.base or since
    for commit in dict.fromkeys(each for each in (since, base if trust == "base" else None) if each):
        fetch_history(commit)
    arguments = [*_settings(), *([f"--since={since}"] if since else []), *reports.arguments()]
    with _tree(base if trust == "base" else None, folder / "tree") as tree:
        paths = workflow.lines_input("paths") or ["."]
        # Its own output goes to the log as it comes.
        return subprocess.run([*_COPYLINT, "check", *arguments, "--", *paths], cwd=tree, check=False).returncode


def _since(event: Event) -> str | None:
    """The commit that the findings are measured against; None: everything is checked."""
    given = workflow.text_input("since")
    if given == _EVERYTHING:
        return None
    if given.startswith("-"):
        raise ActionError(f"the input 'since' is a commit or a branch, not '{given}'")
    if given:
        return given
    if event.base is None:
        workflow.notice("everything is checked: this event has no commit before it to compare with")
    return event.base


@contextmanager
def _tree(base: str | None, folder: Path) -> Iterator[Path]:
    """The folder to check: the checkout, or a copy of it with the settings of the base."""
    if base is None:
        if workflow.text_input("trust") == "base":
            workflow.notice("'trust: base' has no base here, so the settings are those of the commit itself")
        yield Path.cwd()
        return
    remove_tree(folder)
    try:
        tree = trusted_tree(base, folder, workflow.lines_input("trusted-paths"))
        take_lists_from_base(base, tree, set(_rule_folders(tree)))
        yield tree
    finally:
        remove_tree(folder)


def _rule_folders(tree: Path) -> Iterator[str]:
    """The folders of the newsroom's own rules, whose lists of words are settings too, by the base's YAML."""
    config, packs = workflow.text_input("config"), workflow.text_input("packs")
    with chdir(tree):
        try:
            in_force = settings(CommandLine(packs=names(packs) if packs else None), Path(config) if config else None)
        except CopylintError:
            return  # copylint says what is wrong when it runs
        for each in rule_folders(in_force):
            if each.is_relative_to(Path.cwd()):
                yield each.relative_to(Path.cwd()).as_posix()


def _settings() -> Sequence[str]:
    """The inputs that are arguments. Each is one word for copylint, whatever it holds.

    Nothing is kept on the runner: a later job could read it, or an earlier one have written it.
    """
    given = [f"--{name}={value}" for name in ("config", "packs", "fail-on") if (value := workflow.text_input(name))]
    return ["--no-cache", *given, *(["--no-copy"] if workflow.switch_input("no-copy") else [])]


def _hand_over(event: Event, reports: Reports, code: int) -> None:
    wishes = {name: workflow.switch_input(name) for name in ("sarif", "comment")}
    if any(wishes.values()) and event.why_read_only:
        workflow.notice(f"no SARIF upload and no comment: {event.why_read_only}")
    writes = event.why_read_only is None
    workflow.set_outputs(
        exit_code=code,
        findings=_findings(reports.sarif),
        sarif_file=reports.sarif if reports.sarif.is_file() else "",
        markdown_file=reports.markdown if reports.markdown.is_file() else "",
        upload=_word(writes and wishes["sarif"] and reports.sarif.is_file()),
        comment=_word(writes and wishes["comment"] and event.number is not None and reports.markdown.is_file()),
        pull_request=event.number or "",
    )


def _findings(sarif: Path) -> int | str:
    """How many the report holds; empty where there is no report."""
    if not sarif.is_file():
        return ""
    return sum(len(run.get("results", ())) for run in json.loads(sarif.read_text("utf-8"))["runs"])


def _word(value: bool) -> str:  # noqa: FBT001 - it is what is put into a word
    return "true" if value else "false"


if __name__ == "__main__":
    sys.exit(main())
