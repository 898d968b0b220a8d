"""What a format says of a story beside its text, by the names that all formats share."""

from __future__ import annotations

from typing import Final

import regex

from copylint.expressions import expression

_PACKED_DATE: Final = expression(r"(\d{4})(\d\d)(\d\d)(?:T(?:(\d\d)(\d\d)(\d\d)?)?|(?=$))")
"""ISO 8601's basic form, which NITF and NewsML 1.2 use: 20260206T120000Z."""


def stated(  # noqa: PLR0913 - each name is one fact that a format can state
    *,
    language: str = "",
    keywords: str = "",
    slug: str = "",
    title: str = "",
    author: str = "",
    date: str = "",
    version: str = "",
    urgency: str = "",
    embargo: str = "",
    status: str = "",
) -> dict[str, str]:
    """The facts that are stated, by name; one that is empty is not."""
    facts = {
        "language": language,
        "keywords": keywords,
        "slug": slug,
        "title": title,
        "author": author,
        "date": _PACKED_DATE.sub(_unpacked, date),
        "version": version,
        "urgency": urgency,
        "embargo": _PACKED_DATE.sub(_unpacked, embargo),
        "status": status,
    }
    return {name: " ".join(value.split()) for name, value in facts.items() if value.strip()}


def _unpacked(date: regex.Match[str]) -> str:
    """The same day and time with marks between its figures."""
    day, time = "-".join(date.group(1, 2, 3)), ":".join(filter(None, date.group(4, 5, 6)))
    return f"{day}T{time}" if time else day
