"""`check: suppression`: comments that keep findings back, where they are ill-formed or keep nothing back.

What the other rules found decides over it. So the check finds nothing in a story by itself: the engine hands its rules
what they report (`copylint.engine.suppressions`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from copylint.checks.model import NOTHING_NEEDED, Check, Definition, Look, Match, Needs, Option
from copylint.values import dataclass

MALFORMED: Final = "malformed"
UNUSED: Final = "unused"


@dataclass(frozen=True)
class SuppressionCheck:
    """Says that the rule is one about suppressions."""

    find: str

    @property
    def level(self) -> Literal["document"]:
        return "document"

    @property
    def needs(self) -> Needs:
        return NOTHING_NEEDED

    def find_in_document(self, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the engine finds what there is
        return ()


OPTIONS: Final = (
    Option(
        "find",
        {"type": "string", "enum": [MALFORMED, UNUSED]},
        "comments that nobody can follow, or names in them that keep nothing back",
        required=True,
    ),
)
VALUES: Final = frozenset({"fault", "name"})
"""`{fault}`: what is wrong with the comment and how to write it; `{name}`: what it names without need."""


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    return SuppressionCheck(definition.options["find"])
