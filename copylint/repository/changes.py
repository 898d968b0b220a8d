"""Which lines a change touched: of a branch against the work tree, or of what is staged."""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from difflib import SequenceMatcher
from pathlib import Path
from typing import IO, Final

import regex

from copylint.errors import CopylintError, Problem
from copylint.expressions import expression
from copylint.repository import git
from copylint.source.file_bytes import refuse_too_large
from copylint.values import dataclass

_DIFF: Final = (
    "-c",
    "diff.noprefix=false",
    "-c",
    "diff.mnemonicPrefix=false",
    "-c",
    "diff.renameLimit=10000",
    "diff",
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
    "--no-indent-heuristic",
    "--diff-algorithm=histogram",
    "--find-renames",
    "--ignore-submodules=all",
    "--diff-filter=d",
    "--full-index",
    "--inter-hunk-context=0",
)
_PATCH: Final = ("--unified=0", "--src-prefix=a/", "--dst-prefix=b/", "--raw", "--patch", "-z")
_HUNK: Final = expression(rb"^@@ -\d+(?:,\d+)? \+(?P<line>\d+)(?:,(?P<count>\d+))? @@", regex.MULTILINE)
_WHOLE: Final = expression(rb"^(?:new file mode|Binary files|GIT binary patch)", regex.MULTILINE)
"""Stands in a patch, but for the lines of the file itself: they begin with a sign."""
_HEAD_OF_PATCH: Final = b"\ndiff --git "
_TYPE_CHANGE: Final = b"T"
"""A link that became a file, say: git shows it as two patches, one that deletes and one that adds."""
_RENAMED: Final = (b"R", b"C")
_REGULAR: Final = (b"100644", b"100755")


@dataclass(frozen=True)
class ChangedLines:
    """The lines of one file that a change wrote, and between which it deleted some. Lines are 1-based."""

    spans: tuple[tuple[int, int], ...] = ()
    """First and last of each stretch, in order."""
    deletions: tuple[int, ...] = ()
    """The lines behind which something was deleted; 0: before the first."""
    everything: bool = False
    """Whether the file is new, or git can't compare it by lines."""

    def carried(self, before: Sequence[str], after: Sequence[str]) -> ChangedLines:
        """The lines of `after` that come from touched lines of `before`, or from none of them."""
        if self.everything:
            return self
        kept = {
            block.b + offset + 1
            for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
            for offset in range(block.size)
            if not self.touches(block.a + offset + 1, block.a + offset + 1)
        }
        return ChangedLines(tuple((line, line) for line in range(1, len(after) + 1) if line not in kept))

    def touches(self, first: int, last: int) -> bool:
        """Whether one of the lines from `first` to `last` was written, or something between two of them deleted."""
        if self.everything:
            return True
        index = bisect_left(self.spans, first, key=lambda span: span[1])
        if index < len(self.spans) and self.spans[index][0] <= last:
            return True
        return bisect_left(self.deletions, first) < bisect_right(self.deletions, last - 1)


@dataclass(frozen=True)
class Changes:
    """What a change touched."""

    files: Mapping[str, ChangedLines] = field(default_factory=dict)
    """By path, as it counts from the working folder."""

    def lines(self, path: str) -> ChangedLines | None:
        """None where the file is as it was."""
        return self.files.get(os.path.relpath(path))

    def with_lines(self, path: str, lines: ChangedLines) -> Changes:
        """With others of one file."""
        return Changes({**self.files, os.path.relpath(path): lines})


NEW: Final = ChangedLines(everything=True)


def changes_since(reference: str) -> Changes:
    """What the work tree changed since HEAD left the reference, untracked files with it.

    Renames are followed; deleted files, links and submodules are passed over. Raises CopylintError where git can't
    tell, also where the clone is too shallow to have the commit.
    """
    base = git.merge_base(reference)
    changed = _changed(git.output(*_DIFF, *_PATCH, base, "--"))
    untracked = git.output("ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", f"{git.root()}")
    # What ends in a slash is another repository inside this one.
    new = dict.fromkeys((name for name in git.names(untracked) if not name.endswith("/")), NEW)
    return Changes(_from_working_folder({**new, **changed}))


def staged_changes() -> Changes:
    """What the index changed since HEAD. Raises CopylintError as above, and in the midst of a merge with conflicts."""
    if unmerged := git.output("ls-files", "-z", "--unmerged"):
        path = os.fsdecode(unmerged.split(b"\0")[0].partition(b"\t")[2])
        raise CopylintError(
            Problem("it has conflicts, so nothing of it is staged", path, hint="mend them, then git add")
        )
    # Against HEAD, or in a repository without a commit against nothing: git does so by itself.
    return Changes(
        _from_working_folder(_changed(git.output(*_DIFF, "--cached", "--ita-invisible-in-index", *_PATCH, "--")))
    )


def staged_content(paths: Sequence[str], at_most: int) -> Iterator[tuple[str, bytes | Problem]]:
    """What is staged of each path, as it counts from the working folder; of a file above `at_most` bytes a problem."""
    top = git.root()
    with git.conversation("cat-file", "--batch") as (asks, answers):
        for path in paths:
            inside = Path(os.path.abspath(path)).relative_to(top).as_posix()  # noqa: PTH100 - links stay as they are
            yield path, _staged(path, inside, asks, answers, at_most)
        asks.close()


def _staged(path: str, inside: str, asks: IO[bytes], answers: IO[bytes], at_most: int) -> bytes | Problem:
    if "\n" in inside:
        return Problem("not checked: git can't be asked for a name with a line break", path, hint="rename it")
    asks.write(b":0:" + os.fsencode(inside) + b"\n")
    asks.flush()
    head = answers.readline().split()
    if len(head) != 3 or head[1] != b"blob":
        return Problem("not checked: nothing of it is staged", path, hint="git add it")
    data = answers.read(int(head[2]) + 1)[:-1]
    try:
        refuse_too_large(path, len(data), at_most)
    except CopylintError as error:
        return error.problems[0]
    return data


def _from_working_folder(files: Mapping[str, ChangedLines]) -> Mapping[str, ChangedLines]:
    top = git.root()
    return {os.path.relpath(top / name): files[name] for name in sorted(files)}


def _changed(diff: bytes) -> dict[str, ChangedLines]:
    """By path from the repository's top, of what git lists first and shows as patches then, in the same order."""
    listed, _, patches = diff.partition(b"\0\0")
    each_patch = iter((b"\n" + patches).split(_HEAD_OF_PATCH)[1:])
    changed: dict[str, ChangedLines] = {}
    for name, mode, status in _listed(listed):
        patch = next(each_patch)
        if status == _TYPE_CHANGE:
            patch = next(each_patch)
        if mode in _REGULAR:
            changed[name] = _lines_of(patch)
    return changed


def _listed(listed: bytes) -> Iterator[tuple[str, bytes, bytes]]:
    """Each file's name, mode and status: `:100644 100644 … … R100 NUL old name NUL new name NUL`."""
    fields = iter(listed.split(b"\0"))
    for head in fields:
        if not head:
            continue
        _, mode, _, _, status = head.split(b" ")
        name = next(fields)
        if status[:1] in _RENAMED:
            name = next(fields)
        yield os.fsdecode(name), mode, status[:1]


def _lines_of(patch: bytes) -> ChangedLines:
    if _WHOLE.search(patch):
        return NEW
    spans, deletions = [], []
    for hunk in _HUNK.finditer(patch):
        line, count = int(hunk["line"]), int(hunk["count"] or 1)
        if count:
            spans.append((line, line + count - 1))
        else:
            deletions.append(line)
    return ChangedLines(tuple(spans), tuple(deletions))
