"""`copylint clean`: empties the cache."""

from __future__ import annotations

import argparse
import os

from copylint.config.cache_folder import cache_folder
from copylint.report.safe import safe_path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(arguments: argparse.Namespace) -> int:  # noqa: ARG001 - as above
    """0. Raises CopylintError where the cache can't be used."""
    cache = cache_folder(os.environ)
    records = cache.clear()
    print(f"Deleted {records} cached {'record' if records == 1 else 'records'} from {safe_path(str(cache.path))}.")
    return 0
