"""How the commands read what several of them take."""

from __future__ import annotations


def names(text: str) -> tuple[str, ...]:
    """`core, ./our-rules` as its names."""
    return tuple(name.strip() for name in text.split(",") if name.strip())
