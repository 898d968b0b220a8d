"""Finds the newsroom's configuration."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

FILE_NAME: Final = ".copylint.yaml"


def discover(folder: Path) -> Path | None:
    """The nearest `.copylint.yaml`, from the folder upwards."""
    absolute = folder.absolute()
    paths = (parent / FILE_NAME for parent in (absolute, *absolute.parents))
    return next((path for path in paths if os.path.isfile(path)), None)  # noqa: PTH113 - a folder that can't be seen has none, and is no error
