"""Finds the newsroom's configuration, and where its accepted findings usually lie."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

FILE_NAME: Final = ".copylint.yaml"
BASELINE_NAME: Final = ".copylint-baseline.jsonl"


def discover(folder: Path) -> Path | None:
    """The nearest `.copylint.yaml`, from the folder upwards."""
    absolute = folder.absolute()
    paths = (parent / FILE_NAME for parent in (absolute, *absolute.parents))
    return next((path for path in paths if os.path.isfile(path)), None)  # noqa: PTH113 - a folder that can't be seen has none, and is no error


def baseline_beside(config: Path | None) -> Path:
    """In the configuration's folder; where there is none, in the working folder."""
    folder = config.absolute().parent if config is not None else Path.cwd()
    return Path(os.path.relpath(folder / BASELINE_NAME))
