r"""What a fix writes: a text in which `\1` and `\g<name>` stand for a pattern's groups."""

from __future__ import annotations

from typing import Final

import regex

from copylint.expressions import expression

_ESCAPE: Final = expression(r"\\(?:(?P<group>[1-9]\d?)|g<(?P<group>\w+)>|\\|(?P<unknown>.?))", regex.DOTALL)


def check_template(template: str, pattern: regex.Pattern[str]) -> None:
    """Raises ValueError, with a sentence for the rule's author, where `Match.expand` would fail."""
    for escape in _ESCAPE.finditer(template):
        group = escape["group"]
        if escape["unknown"] is not None:
            raise ValueError(rf"the fix has a '{escape[0]}'; only \1, \g<name> and \\ have a meaning there")
        if group and not (int(group) <= pattern.groups if group.isdigit() else group in pattern.groupindex):
            raise ValueError(f"the fix names a group '{group}' that the pattern doesn't have")
