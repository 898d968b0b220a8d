"""How a step talks to the runner: its inputs, its outputs, and what it says in the log."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

_INPUT: Final = "INPUT_"
_SWITCHES: Final = {"true": True, "false": False}


class ActionError(Exception):
    """The action can't do what it was asked for. Its text says what to do next."""


def text_input(name: str) -> str:
    """The input, without space around it; empty where it isn't given."""
    return os.environ.get(_INPUT + name.upper().replace("-", "_"), "").strip()


def lines_input(name: str) -> Sequence[str]:
    """An input that holds one value a line, so that a value may hold spaces."""
    return [line.strip() for line in text_input(name).splitlines() if line.strip()]


def switch_input(name: str) -> bool:
    """An input that is true or false. Raises ActionError for anything else."""
    given = text_input(name)
    if given not in _SWITCHES:
        raise ActionError(f"the input '{name}' is true or false, not '{given}'")
    return _SWITCHES[given]


def choice_input(name: str, choices: Sequence[str]) -> str:
    """An input that is one of these. Raises ActionError for anything else."""
    given = text_input(name)
    if given not in choices:
        raise ActionError(f"the input '{name}' is one of {', '.join(choices)}, not '{given}'")
    return given


def set_outputs(**values: object) -> None:
    """Hands values to the steps that follow; `exit_code` becomes `exit-code`."""
    lines = [f"{name.replace('_', '-')}={_one_line(str(value))}\n" for name, value in values.items()]
    _append("GITHUB_OUTPUT", "".join(lines))


def notice(message: str) -> None:
    """Says something that hindered nothing."""
    _say("notice", message)


def warn(message: str) -> None:
    """Says that something was left undone."""
    _say("warning", message)


def fail(message: str) -> None:
    """Says why the step fails. It doesn't end it."""
    _say("error", message)


def _say(command: str, message: str) -> None:
    escaped = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    print(f"::{command} title=copylint::{escaped}", flush=True)


def _append(variable: str, text: str) -> None:
    """To the file that the runner names; outside of a runner there is none."""
    if name := os.environ.get(variable):
        with Path(name).open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)


def _one_line(value: str) -> str:
    """A line break would begin another output."""
    return " ".join(value.splitlines())
