"""How a format writes text: an ampersand in XML, a quote in JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from copylint.expressions import expression

Escape = Literal["xml", "cdata", "json", "attribute", "anpa"]
"""`xml` also serves HTML: both write the three marks that matter in running text alike. An `attribute` is XML's."""

_NOT_IN_ANPA: Final = expression("[—`^]|''|[’”]’|‘[‘“]")
"""What ANPA 1312 would read again as something else, or as nothing."""
_ANPA_MARKS: Final = str.maketrans({"“": "``", "”": "''", "‘": "`", "’": "'"})


def written(text: str, escapes: Sequence[Escape]) -> str | None:
    """The text as it has to stand in the source, the innermost format first; None where one of them can't hold it."""
    for escape in escapes:
        if escape in ("xml", "attribute"):
            text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            if escape == "attribute":
                text = text.replace('"', "&quot;").replace("'", "&apos;")
        elif escape == "json":
            import json  # noqa: PLC0415 - only for a fix in JSON

            text = json.dumps(text, ensure_ascii=False)[1:-1]
        elif escape == "anpa":
            if _NOT_IN_ANPA.search(text):
                return None
            text = text.translate(_ANPA_MARKS)
        elif "]]>" in text:
            return None
    return text
