"""`copylint version`: prints the version."""

from __future__ import annotations

import argparse

import copylint


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are none."""


def run(arguments: argparse.Namespace) -> int:  # noqa: ARG001 - what every command is called with
    """Always 0."""
    print(f"copylint {copylint.__version__}")
    return 0
