"""Finds the newsroom's configuration."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from copylint.ruleset.files import is_file

FILE_NAME: Final = ".copylint.yaml"


def discover(folder: Path) -> Path | None:
    """The nearest `.copylint.yaml`, from the folder upwards."""
    absolute = folder.absolute()
    return next((path for parent in (absolute, *absolute.parents) if is_file(path := parent / FILE_NAME)), None)
