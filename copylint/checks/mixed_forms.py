"""Two forms of one thing in a story: '%' and 'percent', 'adviser' and 'advisor', British and American spelling."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal

from copylint.checks.capitals import belongs_to_a_name
from copylint.checks.forms import Form, Search, Use, form_of, key_words, searches
from copylint.checks.model import NOTHING_NEEDED, Definition, Look, Match, Needs, Option, Place, Replacement
from copylint.values import dataclass

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

    @property
    def needs(self) -> Needs:
        words = key_words(self.searches)
        if words is not None:
            return Needs(words=words)
        needed = [_literals(forms) for forms in self.groups]
        if len(needed) == 1:
            return Needs(needed[0])
        # Whichever of several groups is mixed: the first that each needs is enough.
        return Needs((frozenset().union(*(sets[0] for sets in needed)),)) if all(needed) else NOTHING_NEEDED

    def find_in_document(self, look: Look) -> Iterator[Match]:
        uses: dict[int, list[Use]] = defaultdict(list)
        for segment in look.segments:
            for search in self.searches:
                for use in search(segment, look):
                    if not (self.skips_names and belongs_to_a_name(segment.text, use.start, use.place.end)):
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
    groups = tuple(tuple(map(form_of, forms)) for forms in _lists_of_forms(options))
    house_forms = options.get("house-forms", {})
    names = {form.name for forms in groups for form in forms}
    unknown = set(house_forms.values()) - names
    if unknown:
        raise ValueError(f"'house-forms' names '{min(unknown)}', which is no form")
    if house_forms and "sets" in options:
        raise ValueError("'house-forms' goes with 'forms', not with 'sets'")
    after_number = "after" in options
    return MixedForms(
        groups=groups,
        searches=tuple(searches(groups, after_number=after_number)),
        skips_names=options.get("names") == "skip",
        after_number=after_number,
        house_forms=house_forms,
    )


def _literals(forms: Sequence[Form]) -> tuple[frozenset[str], ...]:
    """Of each set one literal stands in every text that has two of the forms."""
    known = [form.literals for form in forms if form.literals]
    if len(forms) == 2:
        return tuple(known)
    return (frozenset().union(*known),) if len(known) >= len(forms) - 1 else ()


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


def _values(forms: Sequence[Form], uses: Sequence[Use], counts: Counter[int], chosen: int | None) -> dict[str, str]:
    order = [form for form, _ in counts.most_common()]
    first = {use.form: use for use in reversed(uses)}
    values = {
        "forms": _listed([forms[form].name or _text(first[form]) for form in order]),
        "samples": _listed([f"'{_text(first[form])}'" for form in order]),
    }
    if chosen is None:
        return {**values, "choice": "use one"}
    name = forms[chosen].name or (_text(first[chosen]) if chosen in first else forms[chosen].words[0])
    return {**values, "choice": f"write '{name}' throughout", "fix": name}


def _text(use: Use) -> str:
    return use.segment.text[use.place.start : use.place.end].strip()


def _listed(items: Sequence[str]) -> str:
    return f"{', '.join(items[:-1])} and {items[-1]}"


def _position(match: Match) -> tuple[int, int]:
    segment = match.place.segment
    return (segment.span.start if segment else 0, match.place.start)
