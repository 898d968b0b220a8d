"""`check: quantity`: sums that the desk does in its head, and figures of one story that contradict each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from importlib import import_module
from typing import Any, Final, Literal

from copylint.checks.model import NOTHING_NEEDED, Check, Definition, Look, Match, Needs, Option
from copylint.values import dataclass

_FLAGS: Final = {
    "conversion": "conversions",
    "temperature": "temperatures",
    "over-precise": "conversions",
    "currency-rates": "exchange_rates",
    "headline-number": "headline_numbers",
    "headline-number-absent": "headline_numbers",
    "score": "scores",
    "toll-changes": "tolls",
    "total": "totals",
    "list-count": "lists",
    "shares": "percentages",
    "percent-change": "percentages",
    "points": "percentages",
    "fraction": "percentages",
    "age-and-birth": "ages",
    "life-dates": "ages",
    "two-ages": "ages",
    "magnitude": "magnitudes",
    "magnitude-forms": "magnitudes",
    "plain-dollar": "dollars",
}
"""Each sum or contradiction, and the module of this package that finds it: its function of the same name.

What the sum needs stands under its name in the module's `NEEDS`, if there is anything.
"""

OPTIONS: Final = (
    Option("flag", {"type": "string", "enum": sorted(_FLAGS)}, "which sum or contradiction to report", required=True),
    Option(
        "units",
        {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "array",
                "minItems": 3,
                "maxItems": 3,
                "items": {"oneOf": [{"type": "string", "minLength": 1}, {"type": "number", "exclusiveMinimum": 0}]},
            },
        },
        "for conversion: pairs of units and the factor, such as [mile, kilometre, 1.609344]",
    ),
    Option(
        "tolerance",
        {"type": "string", "pattern": r"^\d{1,2}%$"},
        "by how much a sum may be wrong beside the rounding of its figures, such as 6%",
    ),
)
VALUES: Final = frozenset(
    {"given", "right", "wrong", "first", "second", "sum", "total", "noun", "name", "age", "year_from"}
)
"""What the sum needs and what it gives: `{given}` or `{first}` and `{second}`, `{right}`, `{wrong}`, …"""

Find = Callable[[Look, Mapping[str, Any]], Iterator[Match]]
"""What each flag's function is: it gets the rule's options."""


@dataclass(frozen=True)
class Sum:
    """Does one kind of sum with the figures of a story."""

    find: Find
    options: Mapping[str, Any] = field(default_factory=dict)
    needs: Needs = NOTHING_NEEDED

    @property
    def level(self) -> Literal["document"]:
        return "document"

    def find_in_document(self, look: Look) -> Iterator[Match]:
        for match in self.find(look, self.options):
            place = match.place
            if place.segment is None or look.admits(place.segment, place.start, place.end):
                yield match


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    flag = definition.options["flag"]
    module = import_module(f"copylint.checks.{_FLAGS[flag]}")
    find: Find = getattr(module, flag.replace("-", "_"))
    needs: Mapping[str, Needs] = getattr(module, "NEEDS", {})
    if "units" in definition.options and flag != "conversion":
        raise ValueError("'units' belongs to the flag 'conversion'")
    return Sum(find, definition.options, needs.get(flag, NOTHING_NEEDED))
