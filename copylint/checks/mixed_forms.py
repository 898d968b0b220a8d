"""Two forms of one thing in a story: '%' and 'percent', 'adviser' and 'advisor', British and American spelling."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import regex

from copylint.checks.capitals import may_be_a_name
from copylint.checks.lexicon import Lexicon, can_hold
from copylint.checks.model import Definition, Look, Match, Option, Place, Replacement
from copylint.checks.scan import scan
from copylint.checks.words import in_case_of, literal, phrase_pattern
from copylint.document.model import Segment

HOUSE_FORM: Final = "house-form"

_TEXT: Final = {"type": "string", "minLength": 1}
_WORDS: Final = {"type": "array", "minItems": 1, "items": _TEXT}
_GROUP: Final = {
    "type": "object",
    "properties": {"name": _TEXT, "words": _WORDS, "pattern": {**_TEXT, "format": "regex"}, "write": _TEXT},
    "required": ["name"],
    "additionalProperties": False,
}
_FORMS: Final = {"type": "array", "minItems": 2, "items": {"oneOf": [_TEXT, _WORDS, _GROUP]}}

OPTIONS: Final = (
    Option(
        "forms",
        _FORMS,
        "the forms of which a story should have one: each a word, a list of words, or a group with a name and words or"
        " a pattern; the words of two lists belong together one by one",
    ),
    Option("sets", {"type": "array", "minItems": 1, "items": _FORMS}, "several such lists, each judged by itself"),
    Option(
        "list",
        {**_TEXT, "format": "pairs"},
        "a text file beside the rule file, 'one form -> the other' a line; 'forms' then names the two sides",
    ),
    Option("after", {"type": "string", "enum": ["number"]}, "only forms that follow a figure"),
    Option(
        "names",
        {"type": "string", "enum": ["skip", "report"]},
        "whether a capital inside a sentence, which may make a word a name, counts; report by default",
    ),
    Option("house-forms", {"type": "object", "additionalProperties": _TEXT}, "the form that each house writes"),
)
VALUES: Final = frozenset({"forms", "samples", "choice"})
"""'% and percent'; ''5%' and '6 percent''; 'write '%' throughout', or in a tie 'use one'."""

_NUMBER: Final = r"(?<![\w.,])\d(?:[\d.,]*\d)?"
_JOINT: Final = "[ \u00a0\u202f]?"


@dataclass(frozen=True)
class Form:
    """One way to write it."""

    name: str
    words: tuple[str, ...] = ()
    pattern: regex.Pattern[str] | None = None
    write: str | None = None
    """What stands in place of another form; without it, the word that belongs to the other one."""

    def instead_of(self, other: Form, found: str, word: str) -> str | None:
        if self.write is not None:
            return self.write
        if not self.words or not word:
            return None
        index = other.words.index(word)
        own = self.words[index] if len(self.words) == len(other.words) else self.words[0]
        return in_case_of(found, word, own)


@dataclass(frozen=True)
class Use:
    """A form where it stands; `place` begins with the figure before it, if there must be one."""

    group: int
    form: int
    word: str
    place: Place
    start: int
    """Where the form itself begins, without the space before it."""
    joint: str = ""
    """What stands between figure and form."""

    @property
    def segment(self) -> Segment:
        assert self.place.segment is not None  # noqa: S101 - made below, always with one
        return self.place.segment


Search = Callable[[Segment, Look], Iterator[Use]]


@dataclass(frozen=True)
class MixedForms:
    """Finds the forms that are not the story's commonest, or not the house's."""

    groups: tuple[tuple[Form, ...], ...]
    searches: tuple[Search, ...]
    skips_names: bool
    after_number: bool
    house_forms: Mapping[str, str]

    @property
    def level(self) -> Literal["document"]:
        return "document"

    def find_in_document(self, look: Look) -> Iterator[Match]:
        uses: dict[int, list[Use]] = defaultdict(list)
        for segment in look.segments:
            for search in self.searches:
                for use in search(segment, look):
                    if not (self.skips_names and may_be_a_name(segment.text, use.start, use.place.end)):
                        uses[use.group].append(use)
        matches = [match for group, found in uses.items() for match in self._mixed(self.groups[group], found, look)]
        yield from sorted(matches, key=_position)

    def _mixed(self, forms: Sequence[Form], uses: Sequence[Use], look: Look) -> Iterator[Match]:
        counts = Counter(use.form for use in uses)
        if len(counts) < 2:
            return
        uses = sorted(uses, key=lambda use: (use.segment.span.start, use.place.start))
        chosen = self._chosen(forms, counts, look.setting.house)
        kept = uses[0].form if chosen is None else chosen
        model = next((use for use in uses if use.form == kept), None)
        values = _values(forms, uses, counts, chosen)
        related = (("the other form", model.place),) if model else ()
        for use in uses:
            if use.form != kept:
                replacement = None if chosen is None else self._replacement(forms, use, chosen, model)
                yield Match(use.place, values, (replacement,) if replacement else (), related)

    def _chosen(self, forms: Sequence[Form], counts: Counter[int], house: str | None) -> int | None:
        """The house's form, else the commonest; None in a tie."""
        name = self.house_forms.get(house or "")
        if name is not None:
            return next(index for index, form in enumerate(forms) if form.name == name)
        (first, most), (_, next_most) = counts.most_common(2)
        return first if most > next_most else None

    def _replacement(self, forms: Sequence[Form], use: Use, chosen: int, model: Use | None) -> Replacement | None:
        segment, end = use.segment, use.place.end
        text = forms[chosen].instead_of(forms[use.form], segment.text[use.start : end], use.word)
        if text is None:
            return None
        if not self.after_number:
            return Replacement(use.place, text)
        joint = model.joint if model else (" " if text[0].isalpha() else "")
        return Replacement(Place(use.start - len(use.joint), end, segment), joint + text)


def compile_forms(definition: Definition) -> MixedForms:
    """Raises ValueError with a sentence for the rule's author."""
    options = definition.options
    if definition.fix and definition.fix.to != HOUSE_FORM:
        raise ValueError(f"the fix of a rule on forms writes '{HOUSE_FORM}'")
    groups = tuple(tuple(map(_form, forms)) for forms in _lists_of_forms(options))
    house_forms = options.get("house-forms", {})
    names = {form.name for forms in groups for form in forms}
    unknown = set(house_forms.values()) - names
    if unknown:
        raise ValueError(f"'house-forms' names '{min(unknown)}', which is no form")
    if house_forms and len(groups) > 1:
        raise ValueError("'house-forms' goes with 'forms', not with 'sets'")
    after_number = "after" in options
    return MixedForms(
        groups=groups,
        searches=tuple(_searches(groups, after_number=after_number)),
        skips_names=options.get("names") == "skip",
        after_number=after_number,
        house_forms=house_forms,
    )


def _lists_of_forms(options: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
    if ("forms" in options) == ("sets" in options):
        raise ValueError("give one of 'flag', 'forms' and 'sets'")
    if "list" not in options:
        return options["sets"] if "sets" in options else (options["forms"],)
    names = options.get("forms", ())
    if len(names) != 2 or not all(isinstance(name, str) for name in names):
        raise ValueError("beside a 'list', 'forms' has the names of its two sides")
    pairs: Mapping[str, str] = options["list"]
    sides = (tuple(pairs), tuple(pairs.values()))
    return ([{"name": name, "words": side} for name, side in zip(names, sides, strict=True)],)


def _form(given: str | Sequence[str] | Mapping[str, Any]) -> Form:
    if isinstance(given, str):
        return Form(given, (given,))
    if not isinstance(given, Mapping):
        return Form(given[0], tuple(given))
    name = given["name"]
    if ("words" in given) == ("pattern" in given):
        raise ValueError(f"the form '{name}' has either 'words' or a 'pattern'")
    pattern = regex.compile(given["pattern"]) if "pattern" in given else None
    return Form(name, tuple(given.get("words", ())), pattern, given.get("write"))


def _searches(groups: Sequence[Sequence[Form]], *, after_number: bool) -> Iterator[Search]:
    """One for all plain words, and one for each form that has others or a pattern."""
    in_lexicon: dict[str, tuple[int, int]] = {}
    for index, forms in enumerate(groups):
        for number, form in enumerate(forms):
            key = (index, number)
            if form.pattern is not None:
                yield _pattern_search(form.pattern, key)
            elif after_number:
                yield _number_search(form, key)
            elif all(map(can_hold, form.words)):
                in_lexicon |= dict.fromkeys(form.words, key)
            else:
                yield _pattern_search(phrase_pattern(form.words), key, form.words)
    if in_lexicon:
        yield _lexicon_search(in_lexicon)


def _lexicon_search(keys: Mapping[str, tuple[int, int]]) -> Search:
    lexicon = Lexicon(keys)

    def search(segment: Segment, look: Look) -> Iterator[Use]:
        end = 0
        for found in lexicon.find(segment.text):
            if found.start >= end and look.admits(segment, found.start, found.end):
                end = found.end
                yield Use(*keys[found.entry], found.entry, Place(found.start, end, segment), found.start)

    return search


def _pattern_search(pattern: regex.Pattern[str], key: tuple[int, int], words: Sequence[str] = ()) -> Search:
    def search(segment: Segment, look: Look) -> Iterator[Use]:
        for found in scan(pattern, segment.text, lambda start, end: look.admits(segment, start, end)):
            yield Use(*key, _word(found[0], words), Place(*found.span(), segment), found.start())

    return search


def _number_search(form: Form, key: tuple[int, int]) -> Search:
    alternatives = "|".join(map(_in_any_case, sorted(form.words, key=len, reverse=True)))
    pattern = regex.compile(rf"{_NUMBER}({_JOINT})({alternatives})")

    def search(segment: Segment, look: Look) -> Iterator[Use]:
        for found in scan(pattern, segment.text, lambda start, end: look.admits(segment, start, end)):
            place = Place(*found.span(), segment)
            yield Use(*key, _word(found[2], form.words), place, found.start(2), found[1])

    return search


def _in_any_case(word: str) -> str:
    found = f"(?i:{literal(word)})" if word == word.lower() else literal(word)
    return found + (r"(?!\w)" if word[-1].isalpha() else "")


def _word(found: str, words: Iterable[str]) -> str:
    """Which of the words was found."""
    return next((word for word in words if word.casefold() == found.casefold()), "")


def _values(forms: Sequence[Form], uses: Sequence[Use], counts: Counter[int], chosen: int | None) -> dict[str, str]:
    names = [forms[form].name for form, _ in counts.most_common()]
    first = {use.form: use for use in reversed(uses)}
    samples = [_text(first[form]) for form, _ in counts.most_common()]
    values = {
        "forms": _listed(names),
        "samples": _listed([f"'{sample}'" for sample in samples]),
        "choice": "use one" if chosen is None else f"write '{forms[chosen].name}' throughout",
    }
    return values if chosen is None else {**values, "fix": forms[chosen].name}


def _text(use: Use) -> str:
    return use.segment.text[use.place.start : use.place.end].strip()


def _listed(items: Sequence[str]) -> str:
    return f"{', '.join(items[:-1])} and {items[-1]}"


def _position(match: Match) -> tuple[int, int]:
    segment = match.place.segment
    return (segment.span.start if segment else 0, match.place.start)
