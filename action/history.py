"""What the action asks of git: commits that a shallow checkout lacks, and a tree whose settings are the base's."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from action.workflow import ActionError
from copylint.ruleset.pairs import SUFFIX

_GIT: Final = ("git", "--no-pager", "--literal-pathspecs", "-c", "core.quotePath=false")
_DEPTHS: Final = (2, 50, 500, 5000)
"""Commits from each tip, tried in turn: 2 are enough where GitHub merged the base a moment ago."""
_SETTINGS: Final = (".gitattributes", ".gitignore", ".copylint-baseline.jsonl")
_SETTINGS_SUFFIXES: Final = (".yaml", ".yml")
"""Configuration and rules; no story is read from them."""
_SHA1_DIGITS: Final = 40
_DIGITS: Final = frozenset("0123456789abcdef")
_LINK: Final = "120000"
"""The mode of a link: it could stand for a settings file, and point at anything."""


def fetch_history(base: str) -> None:
    """Gets what a shallow checkout lacks to tell where HEAD left the base.

    Only a full commit is asked for. It fails silently: copylint then says what is missing, and how to get it.
    """
    if len(base) < _SHA1_DIGITS or not _DIGITS.issuperset(base):
        return  # a branch: which remote it is on, only the workflow knows
    for depth in _DEPTHS:
        if _succeeds("merge-base", base, "HEAD"):
            return
        shallow = _output("rev-parse", "--is-shallow-repository").strip() == b"true"
        if not shallow and _is_here(base):
            return
        wanted = (f"--depth={depth}", "origin", base, _commit("HEAD")) if shallow else ("origin", base)
        if not _succeeds("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", *wanted):
            return


def trusted_tree(base: str, folder: Path, also: Sequence[str]) -> Path:
    """A copy of HEAD whose configuration, rules, baseline and links are those of the base; `also` names more paths.

    The checkout stays as it is. Raises ActionError where git can't make the copy.
    """
    if not _is_here(base):
        raise ActionError(
            f"'trust: base' needs the commit {base}, and it is not here: 'fetch-depth: 0' for actions/checkout"
        )
    _output("worktree", "add", "--quiet", "--force", "--detach", str(folder), "HEAD")
    names = [name for name, modes in _changed(base) if _is_setting(name) or _LINK in modes or _is_under(name, also)]
    _restore(base, folder, names)
    return folder


def take_lists_from_base(base: str, tree: Path, folders: Collection[str]) -> None:
    """Puts the base's lists of words into these folders of the copy, and no others. Raises ActionError."""
    changed = [PurePosixPath(name) for name, _ in _changed(base)]
    _restore(base, tree, [str(each) for each in changed if each.suffix == SUFFIX and str(each.parent) in folders])


def remove_tree(folder: Path) -> None:
    """Takes the copy away again."""
    _succeeds("worktree", "remove", "--force", str(folder))


def _restore(base: str, folder: Path, names: Sequence[str]) -> None:
    """Without overlay, so that what the base hasn't is removed."""
    if not names:
        return
    source = (f"--source={base}", "--staged", "--worktree", "--pathspec-from-file=-", "--pathspec-file-nul")
    _output("-C", str(folder), "restore", *source, stdin=b"\0".join(os.fsencode(name) for name in names))


def _changed(base: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each file that HEAD and the base have differently, or only one of them has, and its mode in both."""
    told = _output("diff-tree", "-r", "-z", "--raw", "--no-renames", "HEAD", base, "--").split(b"\0")
    for about, name in zip(told[:-1:2], told[1::2], strict=True):
        here, there, *_ = about.decode().removeprefix(":").split()
        yield os.fsdecode(name), (here, there)


def _is_setting(name: str) -> bool:
    last = name.rpartition("/")[2].lower()
    return last in _SETTINGS or last.endswith(_SETTINGS_SUFFIXES)


def _is_under(name: str, paths: Sequence[str]) -> bool:
    return any(name == each.strip("/") or name.startswith(f"{each.strip('/')}/") for each in paths)


def _is_here(commit: str) -> bool:
    return _succeeds("cat-file", "-e", f"{commit}^{{commit}}")


def _commit(reference: str) -> str:
    return _output("rev-parse", "--verify", "--end-of-options", reference).decode().strip()


def _succeeds(*arguments: str) -> bool:
    return _run(*arguments).returncode == 0


def _output(*arguments: str, stdin: bytes = b"") -> bytes:
    done = _run(*arguments, stdin=stdin)
    if done.returncode != 0:
        raise ActionError(f"git says: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout


def _run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_LFS_SKIP_SMUDGE": "1"}
    try:
        return subprocess.run((*_GIT, *arguments), input=stdin, capture_output=True, env=environment, check=False)
    except OSError as error:
        raise ActionError(f"git can't be run: {error.strerror or error}") from error
