"""The kinds of test that a rule can use, one module each."""

from __future__ import annotations

from importlib import import_module
from typing import Final, cast

from copylint.checks.model import CheckKind

KINDS: Final = (
    "pattern",
    "swap",
    "capitalization",
    "repetition",
    "duplicate",
    "occurrence",
    "consistency",
    "conditional",
    "date",
    "balance",
    "structure",
    "encoding",
    "metric",
    "spelling",
    "quantity",
    "suppression",
)


def kind(name: str) -> CheckKind:
    """The check kind of that name; its module is imported when the first rule needs it."""
    return cast(CheckKind, import_module(f"copylint.checks.{name}"))
