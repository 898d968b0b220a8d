"""`check: spelling`: wrong spellings from a closed list, with the right ones. It is not a dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from copylint.checks.capitals import may_be_a_name
from copylint.checks.lexicon import Lexicon
from copylint.checks.model import Check, Definition, Look, Match, Option, Place, Replacement
from copylint.checks.words import in_case_of
from copylint.document.model import Segment

OPTIONS: Final = (
    Option(
        "list",
        {"type": "string", "minLength": 1, "format": "pairs"},
        "a text file beside the rule file, 'wrong -> right' a line",
        required=True,
    ),
    Option(
        "names",
        {"type": "string", "enum": ["skip", "report"]},
        "what to do where a capital inside a sentence may make the word a name; skip by default",
    ),
)
VALUES: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True)
class Spelling:
    """Finds the list's wrong words and phrases in the story text of each segment."""

    lexicon: Lexicon
    rights: Mapping[str, str]
    skips_names: bool

    @property
    def level(self) -> Literal["segment"]:
        return "segment"

    def find_in_segment(self, segment: Segment, look: Look) -> Iterable[Match]:
        for found in self.lexicon.find(segment.text):
            start, end = found.start, found.end
            if self._may_be_a_name(found.entry, segment.text, start, end) or not look.admits(segment, start, end):
                continue
            place = Place(start, end, segment)
            right = in_case_of(segment.text[start:end], found.entry, self.rights[found.entry])
            yield Match(place, replacements=(Replacement(place, right),))

    def _may_be_a_name(self, entry: str, text: str, start: int, end: int) -> bool:
        """An entry that the list itself writes with a capital is a name gone wrong."""
        return self.skips_names and not entry[0].isupper() and may_be_a_name(text, start, end)


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    rights = definition.options["list"]
    if definition.text == "source":
        raise ValueError("a spelling rule looks at the story's text, not at the source's lines")
    return Spelling(Lexicon(rights), rights, definition.options.get("names", "skip") == "skip")
