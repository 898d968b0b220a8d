"""How a format writes text: an ampersand in XML, a quote in JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Literal

Escape = Literal["xml", "cdata", "json"]
"""`xml` also serves HTML: both write the three marks that matter in running text alike."""


def written(text: str, escapes: Sequence[Escape]) -> str | None:
    """The text as it has to stand in the source, the innermost format first; None where one of them can't hold it."""
    for escape in escapes:
        if escape == "xml":
            text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        elif escape == "json":
            text = json.dumps(text, ensure_ascii=False)[1:-1]
        elif "]]>" in text:
            return None
    return text
