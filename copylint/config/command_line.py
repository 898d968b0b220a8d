"""What the command line says of the settings."""

from __future__ import annotations

from copylint.values import dataclass


@dataclass(frozen=True)
class CommandLine:
    """What the command line says of the settings; None, or nothing, where it says nothing."""

    packs: tuple[str, ...] | None = None
    profile: str | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()
    """Each as `RULE=LEVEL`."""
    include: tuple[str, ...] | None = None
    exclude: tuple[str, ...] = ()
    encoding: str | None = None
    language: str | None = None
    show_copy: bool = True
    """False: no copy is shown, whatever the configuration says."""
    baseline: str | None = None
