"""`check: spelling`: wrong spellings from a closed list, and wrong articles. It is no dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from copylint.checks.articles import wrong_articles
from copylint.checks.capitals import may_be_a_name
from copylint.checks.lexicon import Lexicon
from copylint.checks.model import NOTHING_NEEDED, Check, Definition, Look, Match, Needs, Option, Place, Replacement
from copylint.checks.words import in_case_of
from copylint.document.model import Segment
from copylint.values import dataclass

OPTIONS: Final = (
    Option(
        "list",
        {"type": "string", "minLength": 1, "format": "pairs"},
        "a text file beside the rule file, 'wrong -> right' a line",
    ),
    Option("flag", {"type": "string", "enum": ["article"]}, "in place of a list: 'a' for 'an', or 'an' for 'a'"),
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

    @property
    def needs(self) -> Needs:
        return Needs(words=self.lexicon.key_words)

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


@dataclass(frozen=True)
class Article:
    """Finds 'a hour' and 'an university' in the story text of each segment."""

    @property
    def level(self) -> Literal["segment"]:
        return "segment"

    @property
    def needs(self) -> Needs:
        return NOTHING_NEEDED

    def find_in_segment(self, segment: Segment, look: Look) -> Iterable[Match]:
        for wrong in wrong_articles(segment.text):
            if look.admits(segment, wrong.start, wrong.end):
                article = Place(wrong.start, wrong.article_end, segment)
                yield Match(Place(wrong.start, wrong.end, segment), replacements=(Replacement(article, wrong.right),))


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    options = definition.options
    if definition.text == "source":
        raise ValueError("a spelling rule looks at the story's text, not at the source's lines")
    if ("list" in options) == ("flag" in options):
        raise ValueError("give either a 'list' or a 'flag'")
    if "flag" in options:
        return Article()
    return Spelling(Lexicon(options["list"]), options["list"], options.get("names", "skip") == "skip")
