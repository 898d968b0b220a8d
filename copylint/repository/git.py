"""Asks git, so that neither the user's settings nor a file's name can change what it answers."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from copylint.errors import CopylintError, Problem
from copylint.expressions import expression

_GIT: Final = ("git", "--no-pager", "--literal-pathspecs", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false")
_HINTS: Final = (
    ("dubious ownership", "git config --global --add safe.directory FOLDER, if you trust the folder"),
    ("not a git repository", "run copylint inside the repository"),
)
"""What to do, by what git says."""
_COMMIT: Final = expression(r"[0-9a-f]{7,64}")


def output(*arguments: str) -> bytes:
    """What git prints. Raises CopylintError with its own words where it fails."""
    done = run(*arguments)
    if done.returncode != 0:
        raise CopylintError(_problem(done.stderr))
    return done.stdout


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """What git did, whatever its exit code. Raises CopylintError where there is no git."""
    try:
        return subprocess.run(  # noqa: S603 - no shell, and git is the user's own
            (*_GIT, *arguments), stdin=subprocess.DEVNULL, capture_output=True, env=_environment(), check=False
        )
    except OSError as error:
        raise CopylintError(_not_there(error)) from error


@contextmanager
def conversation(*arguments: str) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """A git that is asked line by line: what it reads, and what it answers."""
    try:
        process = subprocess.Popen(  # noqa: S603 - as above
            (*_GIT, *arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
    except OSError as error:
        raise CopylintError(_not_there(error)) from error
    with process:
        if process.stdin is None or process.stdout is None:
            raise CopylintError(Problem("git can't be asked"))
        yield process.stdin, process.stdout


def root() -> Path:
    """The work tree's top folder."""
    return Path(os.fsdecode(output("rev-parse", "--show-toplevel").removesuffix(b"\n")))


def commit(reference: str) -> str:
    """What the reference names. Raises CopylintError where there is no such commit here."""
    found = run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    if found.returncode == 0:
        return found.stdout.decode().strip()
    root()  # outside of a repository, git says so
    remote, _, branch = reference.partition("/")
    if _COMMIT.fullmatch(reference):
        hint = f"git fetch origin {reference}" if len(reference) >= 40 else "give all of its digits"
    elif branch and remote in output("remote").decode().split():
        # A shallow clone follows one branch only: by its name alone, another would be fetched and not kept.
        hint = f"git fetch {remote} {branch}:refs/remotes/{reference}"
    else:
        hint = "git branch --all lists those that are here"
    raise CopylintError(Problem(f"git knows no commit '{reference}' here", hint=hint))


def merge_base(reference: str) -> str:
    """Where HEAD left the reference. Raises CopylintError where it isn't known here: that is never "no changes"."""
    of = commit(reference)
    head = commit("HEAD")
    found = run("merge-base", of, head)
    if found.returncode == 0:
        return found.stdout.decode().split("\n")[0]
    if output("rev-parse", "--is-shallow-repository").strip() == b"true":
        message = f"this clone is too shallow to tell what changed since '{reference}'"
        hint = "git fetch --unshallow; in a workflow, 'fetch-depth: 0' for actions/checkout, 'GIT_DEPTH: 0' on GitLab"
        raise CopylintError(Problem(message, hint=hint))
    raise CopylintError(Problem(f"HEAD and '{reference}' have no commit in common", hint="is it another project's?"))


def _environment() -> dict[str, str]:
    """English, without colours or an external diff, and without taking a lock that a commit may need."""
    taken = {name: value for name, value in os.environ.items() if name not in ("GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS")}
    return {**taken, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}


def _problem(said: bytes) -> Problem:
    words = said.decode("utf-8", "replace").strip()
    hint = next((hint for words_of_git, hint in _HINTS if words_of_git in words), None)
    return Problem(f"git says: {words.splitlines()[0] if words else 'nothing'}", hint=hint)


def _not_there(error: OSError) -> Problem:
    return Problem(
        f"git can't be run: {error.strerror or error}", hint="install git, or leave out '--since', '--staged'"
    )


def names(listed: bytes) -> Sequence[str]:
    """Paths that git lists with a NUL behind each."""
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]
