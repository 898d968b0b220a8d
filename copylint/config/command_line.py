"""What the command line says of the settings."""

from __future__ import annotations

from copylint.values import dataclass


@dataclass(frozen=True)
class CommandLine:
    """What the command line says of the settings; None where it says nothing."""

    packs: tuple[str, ...] | None = None
    profile: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()
    """Each as `RULE=LEVEL`."""
    encoding: str | None = None
