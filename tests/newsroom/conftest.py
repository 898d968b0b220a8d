"""Newsrooms' repositories with copylint as a pre-commit hook: the real git and the real pre-commit.

pre-commit installs copylint from the wheelhouse, once for all tests here, and keeps everything in a temporary folder.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
PRE_COMMIT: Final = (sys.executable, "-m", "pre_commit")

CONFIGURATION: Final = """\
repos:
  - repo: '{repository}'
    rev: '{revision}'
    hooks:
      - id: {hook}
        files: {files}
"""


@dataclass(frozen=True)
class Outcome:
    code: int
    output: str


@dataclass(frozen=True)
class Repository:
    """A git repository in a temporary folder; nothing of the user's own settings reaches it."""

    folder: Path
    environment: dict[str, str]

    def run(self, *command: str) -> Outcome:
        result = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return Outcome(result.returncode, result.stdout)

    def must(self, *command: str) -> str:
        outcome = self.run(*command)
        assert outcome.code == 0, outcome.output
        return outcome.output

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def commit(self, name: str, text: str) -> Outcome:
        """Write one file, and commit it as a person does, hooks and all."""
        self.write(name, text)
        self.must("git", "add", name)
        return self.run("git", "commit", "--message", name)

    def text(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")


def files_of_the_work_tree() -> list[str]:
    """What git holds or would take, as far as it is there."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


@pytest.fixture(scope="session")
def environment(wheelhouse: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    home = tmp_path_factory.mktemp("home")
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "PIP_", "PRE_COMMIT", "PYTHON", "VIRTUALENV", "XDG_"))
    }
    return {
        **inherited,
        "HOME": str(home),
        "GIT_CONFIG_NOSYSTEM": "1",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_FIND_LINKS": wheelhouse.as_uri(),
        "PIP_NO_INDEX": "1",
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
    }


def make_repository(folder: Path, environment: dict[str, str]) -> Repository:
    folder.mkdir(exist_ok=True)
    repository = Repository(folder, environment)
    repository.must("git", "init", "--quiet", "--initial-branch", "main")
    repository.must("git", "config", "user.name", "Copy Desk")
    repository.must("git", "config", "user.email", "desk@newsroom.example")
    return repository


@pytest.fixture(scope="session")
def hooks(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The work tree as it is now, committed in a repository that a newsroom takes its hooks from."""
    folder = tmp_path_factory.mktemp("copylint")
    for name in files_of_the_work_tree():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target)
    repository = make_repository(folder, environment)
    repository.must("git", "add", "--all")
    repository.must("git", "commit", "--quiet", "--message", "The work tree")
    return repository


@dataclass(frozen=True)
class Hooks:
    """Makes newsrooms that use one of the hooks."""

    repository: Repository
    folder: Path

    def newsroom(self, hook: str, files: str = "^wire/") -> Repository:
        newsroom = make_repository(self.folder / "newsroom", self.repository.environment)
        revision = self.repository.must("git", "rev-parse", "HEAD").strip()
        configuration = CONFIGURATION.format(
            repository=self.repository.folder, revision=revision, hook=hook, files=files
        )
        newsroom.write(".pre-commit-config.yaml", configuration)
        newsroom.must("git", "add", ".")
        newsroom.must("git", "commit", "--quiet", "--message", "Check our copy")
        newsroom.must(*PRE_COMMIT, "install")
        return newsroom


@pytest.fixture
def offered(hooks: Repository, tmp_path: Path) -> Hooks:
    return Hooks(hooks, tmp_path)
