"""copylint and its peers: how each is started, and how it is given more rules."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from processes import inherited

VALE_PACKS: Final = Path(__file__).resolve().parents[2] / "shared" / "vale" / "packs"
_STYLES: Final = ("Google", "Microsoft", "write-good", "proselint")
_RULES_IN_A_FILE: Final = 250


@dataclass(frozen=True)
class Tool:
    name: str
    version: str
    checks: str
    """What of an article it looks at."""
    command: tuple[str, ...]
    """Folders or files follow it."""
    with_more_rules: tuple[str, ...] | None = None
    """The same with the plain word rules loaded too; None where it takes none."""
    share: float = 1
    """Of the articles it gets: fewer where it would take minutes."""
    failure: int | None = None
    """What it ends with where it could not do everything, if it tells that from having found something."""
    remembers: bool = False
    """Whether it keeps what it found in unchanged files."""


def tools(peers: Path, folder: Path, words: Sequence[str]) -> Iterator[Tool]:
    """Those that are installed: copylint beside this Python, the peers in a virtual environment, Vale on the path.

    What they need to read is written into the folder; the words are what the additional rules forbid.
    """
    yield _copylint(folder, words)
    for name, make in (("proselint", _proselint), ("codespell", _codespell), ("typos", _typos)):
        executable = peers / "bin" / name
        if executable.is_file():
            yield make(str(executable), folder, words)
    vale = shutil.which("vale")
    if vale:
        yield _vale(vale, folder, words)


def _copylint(folder: Path, words: Sequence[str]) -> Tool:
    executable = str(Path(sys.executable).with_name("copylint"))
    pack = folder / "plain-rules"
    pack.mkdir()
    for first in range(0, len(words), _RULES_IN_A_FILE):
        rules = map(_plain_rule, words[first : first + _RULES_IN_A_FILE])
        (pack / f"words{first}.yaml").write_text("rules:\n" + "".join(rules), "utf-8")
    command = (executable, "check", "--isolated", "--jobs", "1", "--output-format", "concise")
    return Tool(
        "copylint",
        _version(executable, "version"),
        "more than 300 core rules; knows headline, caption, quotation",
        command,
        (*command, "--packs", f"core,{pack}"),
        failure=2,
        remembers=True,
    )


def _plain_rule(word: str) -> str:
    return f"""\
  - id: no-{word}
    check: pattern
    words: [{word}]
    message: "Delete '{{match}}'."
    severity: warning
    examples: {{invalid: [A {word} here.], valid: [Nothing here.]}}
"""


def _proselint(executable: str, _folder: Path, _words: Sequence[str]) -> Tool:
    checks = "usage and typography, by patterns"
    return Tool("proselint", _version(executable, "version"), checks, (executable, "check"))


def _codespell(executable: str, folder: Path, words: Iterable[str]) -> Tool:
    more = folder / "codespell.txt"
    more.write_text("".join(f"{word}->{word}x\n" for word in words), "utf-8")
    with_more = (executable, "--dictionary", "-", "--dictionary", str(more))
    return Tool("codespell", _version(executable, "--version"), "known misspellings only", (executable,), with_more)


def _typos(executable: str, folder: Path, words: Iterable[str]) -> Tool:
    more = folder / "typos.toml"
    more.write_text("[default.extend-words]\n" + "".join(f'{word} = "{word}x"\n' for word in words), "utf-8")
    command = (executable, "--isolated", "--threads", "1", "--format", "brief")
    with_more = (*command, "--config", str(more))
    return Tool("typos", _version(executable, "--version"), "known misspellings only", command, with_more)


def _vale(executable: str, folder: Path, words: Iterable[str]) -> Tool:
    """With four public packs where they are here, else with its own style alone."""
    styles = folder / "styles"
    (styles / "Plain").mkdir(parents=True)
    for word in words:
        rule = f"extends: existence\nmessage: Delete it.\nlevel: warning\ntokens: [{word}]\n"
        (styles / "Plain" / f"{word}.yml").write_text(rule, "utf-8")
    found = [name for name in _STYLES if (VALE_PACKS / name / "styles" / name).is_dir()]
    for name in found:
        shutil.copytree(VALE_PACKS / name / "styles" / name, styles / name)
    usual = found or ["Vale"]
    command = (executable, "--output", "line", "--no-exit", "--config")
    return Tool(
        "Vale",
        _version(executable, "--version"),
        f"usage and style, by patterns: {', '.join(usual)}",
        (*command, _vale_configuration(folder / "usual.ini", styles, usual)),
        (*command, _vale_configuration(folder / "more.ini", styles, [*usual, "Plain"])),
        share=0.1,
    )


def _vale_configuration(path: Path, styles: Path, names: Iterable[str]) -> str:
    path.write_text(
        f"StylesPath = {styles}\nMinAlertLevel = suggestion\n[*]\nBasedOnStyles = {', '.join(names)}\n", "utf-8"
    )
    return str(path)


def _version(executable: str, argument: str) -> str:
    """The last word of what it says of itself."""
    result = subprocess.run([executable, argument], env=inherited(), capture_output=True, text=True, check=True)
    return result.stdout.split()[-1]
