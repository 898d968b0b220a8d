"""Character references that were left in a text, such as `&amp;rsquo;`."""

from __future__ import annotations

import unicodedata

_OPENING_MARKS = "¿¡"


def decoded(reference: str, before: str = "", after: str = "") -> str | None:
    """The character that was meant, however often it was escaped; None where none can have been meant.

    A no-break space becomes a space, an invisible character nothing. `before` and `after` are the neighbours: an
    opening mark between two letters (`America&#191;s`) is some other character that a converter lost.
    """
    from html import unescape  # noqa: PLC0415 - its table of entities takes longer to load than a story to check

    text, escaped = unescape(reference), reference
    while text != escaped:
        text, escaped = unescape(text), text
    if text in _OPENING_MARKS and before.isalpha() and after.isalpha():
        return None
    return "".join(_visible(char) for char in text)


def _visible(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Zs":
        return " "
    return "" if category in ("Cc", "Cf") else char
