"""The `copylint` command: finds the verb, imports its module, and turns what went wrong into an exit code."""

from __future__ import annotations

import argparse
import atexit
import gc
import io
import os
import re
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Final, NoReturn, TextIO

from copylint.errors import CopylintError, Problem, failure

COMMANDS: Final = {
    "check": "find what is wrong in stories, and mend it with --fix",
    "accept": "put one finding on record, with the reason why it may stay",
    "rule": "list the rules, or explain some",
    "test": "run the examples in rule files",
    "init": "write a first .copylint.yaml for a newsroom",
    "config": "explain the keys of .copylint.yaml",
    "schema": "print the JSON Schema of rule files or of the configuration",
    "clean": "empty the cache",
    "version": "print the version",
}
"""Each is a module of `copylint.commands`."""

CLEAN: Final = 0
NOT_DONE: Final = 2
INTERRUPTED: Final = 130

_COLUMNS: Final = 80
"""Where there is no terminal."""

_OBJECTS_BEFORE_COLLECTION: Final = 200_000
"""Modules and rules are made to stay; looking for garbage among them after every 700 is a tenth of a short run."""

_USAGE: Final = "copylint COMMAND …\n\nA linter for wire-service copy.\n\ncommands:\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0, 1 (findings), 2 (something could not be done) or 130 (interrupted)."""
    _collect_less()
    _open_streams()
    try:
        code = _run_or_explain(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader ('| head') has seen enough.
        _forget_the_report()
        return NOT_DONE
    except OSError as error:
        if error.filename is None:
            _forget_the_report()
        _print_problems(_system_problem(error))
        return NOT_DONE
    except Exception as error:  # noqa: BLE001 - any that nobody has thought of; a traceback could quote a story
        _print_problems(failure(error))
        return NOT_DONE
    return code


def _collect_less() -> None:
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTION)
    atexit.register(gc.freeze)  # or at the exit, too, all would be looked through, before the memory is given back


def _open_streams() -> None:
    """Makes the streams write UTF-8 whatever the locale; what goes to one that the caller closed is lost."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _nowhere() -> TextIO:
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def _forget_the_report() -> None:
    """What is still buffered must not raise again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _system_problem(error: OSError) -> Problem:
    reason = error.strerror or str(error)
    if error.filename is None:
        return Problem(f"the report can't be written: {reason}")
    return Problem(f"the file can't be read: {reason}", os.fsdecode(error.filename))


def _run_or_explain(arguments: list[str]) -> int:
    try:
        return _run(arguments)
    except CopylintError as error:
        sys.stdout.flush()
        _print_problems(*error.problems)
        return NOT_DONE


def _run(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        width = max(map(len, COMMANDS))
        listed = "\n".join(f"  {name:<{width}}  {does}" for name, does in COMMANDS.items())
        print(f"usage: {_USAGE}{listed}\n\n'copylint COMMAND --help' says more.")
        return CLEAN if arguments else NOT_DONE
    verb, *others = arguments
    if verb == "--version":
        verb = "version"
    if verb not in COMMANDS:
        raise CopylintError(_unknown_command(verb, arguments))
    command = import_module(f"copylint.commands.{verb}")
    parser = _Parser(prog=f"copylint {verb}", description=f"{COMMANDS[verb].capitalize()}.")
    command.add_arguments(parser)
    try:
        parsed, unknown = parser.parse_known_args(others)
    except SystemExit:  # after '--help'
        return CLEAN
    if unknown:
        raise CopylintError(parser.unknown_argument(unknown[0]))
    code: int = command.run(parsed)
    return code


def _unknown_command(verb: str, arguments: Sequence[str]) -> Problem:
    near = _nearest(verb, COMMANDS)
    if near and not os.path.exists(verb):  # noqa: PTH110 - pathlib takes longer to import than the answer
        hint = f"did you mean 'copylint {near}'?"
    elif verb.startswith("-") or os.path.exists(verb) or "." in verb or "/" in verb:  # noqa: PTH110 - as above
        hint = f"did you mean 'copylint check {' '.join(arguments)}'?"
    else:
        hint = f"known: {', '.join(COMMANDS)}"
    return Problem(f"there is no command '{verb}'", hint=hint)


def _formatter(prog: str) -> argparse.HelpFormatter:
    """One is made with each parser; told no width, it would import half of what packs archives to find it."""
    return argparse.HelpFormatter(prog, width=_columns() - 2)


def _columns() -> int:
    """Of the terminal."""
    stated = os.environ.get("COLUMNS", "")
    if stated.isdecimal() and int(stated) > 0:
        return int(stated)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _COLUMNS
    except (OSError, ValueError):  # it is no terminal
        return _COLUMNS


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a command line as everything else that is wrong is said."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog, description=description, allow_abbrev=False, formatter_class=_formatter)

    def error(self, message: str) -> NoReturn:
        raise CopylintError(Problem(_in_plain_words(message), hint=self._hint))

    def _check_value(self, action: argparse.Action, value: object) -> None:
        if action.choices is None or value in action.choices:
            return
        choices = [str(choice) for choice in action.choices]
        near = _nearest(str(value), choices)
        hint = f"did you mean '{near}'?" if near else f"choose from {', '.join(choices)}"
        raise CopylintError(Problem(f"{_name_of(action)} can't be '{value}'", hint=hint))

    @property
    def _hint(self) -> str:
        return f"'{self.prog} --help' lists what it takes"

    def unknown_argument(self, argument: str) -> Problem:
        if not argument.startswith("-"):
            return Problem(f"'{self.prog}' doesn't take '{argument}'", hint=self._hint)
        name = argument.partition("=")[0]
        options = [option for action in self._actions for option in action.option_strings]
        near = _nearest(name, options)
        hint = f"did you mean '{near}'?" if near else self._hint
        return Problem(f"'{self.prog}' has no option '{name}'", hint=hint)


def _nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that was probably meant."""
    from difflib import get_close_matches  # noqa: PLC0415 - needed only where something is wrong

    return next(iter(get_close_matches(name, list(known), n=1, cutoff=0.6)), None)


def _name_of(action: argparse.Action) -> str:
    return f"'{action.option_strings[-1]}'" if action.option_strings else f"'{action.dest}'"


def _in_plain_words(message: str) -> str:
    """What argparse says, without its 'argument': `'--now': expected one argument`."""
    message = message.replace("the following arguments are required", "missing")
    found = re.fullmatch(r"argument ([^:]+): (.*)", message, re.DOTALL)
    return f"'{found[1]}': {found[2]}" if found else message


def _print_problems(*found: Problem) -> None:
    from copylint.report import problems  # noqa: PLC0415 - needed only where something went wrong

    for line in problems.lines(found):
        print(line, file=sys.stderr)
