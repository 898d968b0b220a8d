"""Lists of pairs beside a rule file: 'wrong -> right' a line, read in so that a loaded rule needs no file."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from copylint.checks.lexicon import can_hold
from copylint.errors import Problem
from copylint.yaml_text import CHARACTERS_AT_MOST, Place

SUFFIX: Final = ".txt"
ARROW: Final = " -> "
COMMENT: Final = "#"


def read_pairs(name: str, place: Place) -> tuple[dict[str, str], list[Problem]]:
    """The pairs of the file of that name in the folder of the rule file that `place` stands in."""
    if "/" in name or "\\" in name or not name.endswith(SUFFIX) or name.startswith("."):
        hint = f"it lies beside the rule file and ends in {SUFFIX}"
        return {}, [place.problem(f"'{name}' is not the plain name of a list", hint)]
    path = Path(place.path).parent / name
    try:
        if path.is_symlink() or not path.is_file():
            return {}, [place.problem(f"there is no file '{name}' beside the rule file")]
        if path.stat().st_size > CHARACTERS_AT_MOST:
            return {}, [place.problem(f"the list '{name}' has more than {CHARACTERS_AT_MOST // 1024} KiB")]
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return {}, [place.problem(f"the list '{name}' can't be read: {error.strerror or error}")]
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return {}, [Problem("the list is not UTF-8", str(path), line, 1)]
    pairs, problems = _pairs(text, str(path))
    if not pairs and not problems:
        problems = [place.problem(f"the list '{name}' has no pairs", "write 'wrong -> right', one a line")]
    return pairs, problems


def _pairs(text: str, path: str) -> tuple[dict[str, str], list[Problem]]:
    pairs: dict[str, str] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        written = line.strip()
        if not written or written.startswith(COMMENT):
            continue
        wrong, _, right = (part.strip() for part in written.partition(ARROW))
        fault = _fault(wrong, right)
        if fault is None and wrong in lines:
            fault = (f"'{wrong}' stands in line {lines[wrong]} already", None)
        if fault:
            message, hint = fault
            column = len(line) - len(line.lstrip()) + 1
            problems.append(Problem(message, path, number, column, line, len(written), hint))
            continue
        pairs[wrong], lines[wrong] = right, number
    return pairs, problems


def _fault(wrong: str, right: str) -> tuple[str, str | None] | None:
    """What is wrong with a pair, and what to do about it."""
    if not wrong or not right:
        return "this is no pair", "write 'wrong -> right'"
    if not can_hold(wrong):
        return f"'{wrong}' can't be looked up", "it may have letters, apostrophes, and single spaces or hyphens between"
    if wrong == right:
        return f"'{wrong}' stands for itself", None
    return None
