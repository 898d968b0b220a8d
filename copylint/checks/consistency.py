"""`check: consistency`: what a story says in two ways, or says twice and not alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Final, Literal

from copylint.checks import mixed_forms
from copylint.checks.model import NOTHING_NEEDED, Check, Definition, Look, Match, Needs, Option
from copylint.values import dataclass

_FLAGS: Final[dict[str, str]] = {
    "acronym-defined-not-used": "acronyms",
    "acronym-defined-twice": "acronyms",
    "acronym-not-explained": "acronyms",
    "acronym-two-expansions": "acronyms",
    "caption-name-not-in-body": "name_facts",
    "correction-mark-without-note": "versions",
    "correction-note-without-mark": "versions",
    "dateline-city-country-mismatch": "place_facts",
    "dateline-repeated": "agencies",
    "embargo-malformed": "embargo",
    "embargo-not-checked": "embargo",
    "embargo-not-past": "embargo",
    "first-name-changes": "name_spellings",
    "full-name-again": "name_facts",
    "headline-name-not-in-body": "name_facts",
    "mixed-agency-marks": "agencies",
    "name-order-changes": "name_spellings",
    "name-spelled-two-ways": "name_spellings",
    "organisation-variants": "name_spellings",
    "mixed-date-order": "date_orders",
    "paragraph-pointer-wrong": "versions",
    "place-differs": "place_facts",
    "quote-differs-in-headline": "headline_quotes",
    "quote-without-speaker": "speakers",
    "signoff-mid-story": "story_end",
    "surname-before-full-name": "name_facts",
    "title-changes": "name_titles",
    "truncated-story": "story_end",
    "version-markers-disagree": "versions",
}
"""Each named fault, and the module of this package that finds it: its function of the fault's name, `_` for `-`.

What the fault needs stands under its name in the module's `NEEDS`, if there is anything.
"""

OPTIONS: Final = (
    Option("flag", {"type": "string", "enum": sorted(_FLAGS)}, "which contradiction in the story to report"),
    *mixed_forms.OPTIONS,
)
_STORY_FACTS: Final = (
    "agency", "first", "missing", "other_agency", "paragraph", "paragraphs", "reason", "said", "second", "until",
)  # fmt: skip
_NAMES_AND_PLACES: Final = (
    "acronym", "city", "country", "event", "expansion", "name", "other_city", "other_expansion", "other_name",
    "other_title", "right", "title", "uses",
)  # fmt: skip
VALUES: Final[frozenset[str]] = frozenset({*mixed_forms.VALUES, *_STORY_FACTS, *_NAMES_AND_PLACES, "other"})


@dataclass(frozen=True)
class Contradiction:
    """Finds one kind of contradiction between the parts of a story."""

    find: Callable[[Look], Iterator[Match]]
    needs: Needs = NOTHING_NEEDED

    @property
    def level(self) -> Literal["document"]:
        return "document"

    def find_in_document(self, look: Look) -> Iterator[Match]:
        return self.find(look)


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    flag = definition.options.get("flag")
    if flag is None:
        return mixed_forms.compile_forms(definition)
    if "forms" in definition.options or "sets" in definition.options:
        raise ValueError("give either a 'flag' or forms")
    module = import_module(f"copylint.checks.{_FLAGS[flag]}")
    needs: Mapping[str, Needs] = getattr(module, "NEEDS", {})
    return Contradiction(getattr(module, flag.replace("-", "_")), needs.get(flag, NOTHING_NEEDED))
