"""The keys of a rule file as data. One table drives loading, suggestions, the JSON Schema and the documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, get_args

from copylint.checks import KINDS, contexts, kind
from copylint.checks.model import Option, Text
from copylint.document.model import PARTS
from copylint.finding import SAFETIES, SEVERITIES
from copylint.ruleset.model import PROFILES, Quotations, Report, Status

KEBAB_CASE: Final = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"

_TEXT: Final = {"type": "string", "minLength": 1}
_TEXTS: Final = {"type": "array", "items": _TEXT}
_NAME: Final = {
    "type": "string",
    "pattern": KEBAB_CASE,
    "description": "lower-case words joined by hyphens, such as lowercase-month",
}
_NAMES: Final = {"type": "array", "items": _NAME}
_LANGUAGE: Final = {
    "type": "string",
    "pattern": r"^(\*|[a-z]{2,3})$",
    "description": "a code of two or three letters, such as en, or '*' in quotes for any language",
}
_LANGUAGES: Final = {"type": "array", "minItems": 1, "items": _LANGUAGE}
_SCOPE: Final = {"type": "array", "minItems": 1, "items": {"type": "string", "enum": list(PARTS)}}
_QUOTATIONS: Final = {"type": "string", "enum": list(get_args(Quotations))}
_PROFILE: Final = {"type": "string", "enum": list(PROFILES)}
_DAY: Final = {
    "type": "string",
    "format": "date",
    "pattern": r"^\d{4}-\d\d-\d\d$",
    "description": "a day such as 2026-02-06",
}


def mapping(options: Iterable[Option]) -> dict[str, Any]:
    """The JSON Schema of a mapping with these keys and no others."""
    options = tuple(options)
    return {
        "type": "object",
        "properties": {option.name: {"description": option.help, **option.schema} for option in options},
        "required": [option.name for option in options if option.required],
        "additionalProperties": False,
    }


EXAMPLE_KEYS: Final = (
    Option("text", {"type": "string"}, "what a story says", required=True),
    Option("match", _TEXT, "the words that the rule reports"),
    Option("fixed", {"type": "string"}, "the text after the fix"),
    Option("format", _TEXT, "the format that the text is read as; Markdown if it is not given"),
    Option("part", {"type": "string", "enum": list(PARTS)}, "the part that its paragraphs of body count as"),
    Option("language", _LANGUAGE, "its language, where that is not the rule's first"),
    Option("encoding", _TEXT, "the encoding that its bytes are in; UTF-8 if it is not given"),
    Option("profile", _PROFILE, "the profile it runs in; wire if it is not given"),
    Option("now", _DAY, "today's date; 2026-02-06 if it is not given"),
    Option("dateline", _TEXT, "a dateline to put before the text"),
    Option("house", _NAME, "the house pack in force"),
    Option("also", _NAMES, "other rules that a valid example is known to break"),
)

_EXAMPLES: Final = {"type": "array", "minItems": 1, "items": {"oneOf": [{"type": "string"}, mapping(EXAMPLE_KEYS)]}}

_FIX_KEYS: Final = (
    Option("safety", {"type": "string", "enum": list(SAFETIES)}, "whether '--fix' may apply it", required=True),
    Option("replace", {"type": "string"}, r"what to write; \1 and \g<name> stand for a pattern's groups"),
    Option("delete", {"type": "string", "enum": ["later"]}, "which of the places to delete"),
    Option("to", _TEXT, "which form to write, such as house-form"),
)

RULE_KEYS: Final = (
    Option("id", _NAME, "the rule's name, lower-case words joined by hyphens", required=True),
    Option("check", {"type": "string", "enum": list(KINDS)}, "the kind of test", required=True),
    Option("message", _TEXT, "what to do, in one plain sentence of at most 15 words", required=True),
    Option("severity", {"type": "string", "enum": list(SEVERITIES)}, "error, warning or info", required=True),
    Option("why", _TEXT, "why it matters, for the rule's own page"),
    Option("languages", _LANGUAGES, "the languages it runs in; '*' is any"),
    Option("scope", _SCOPE, "the parts of the story that it looks at"),
    Option("text", {"type": "string", "enum": list(get_args(Text))}, "look at the story's text, or the source's lines"),
    Option("quotations", _QUOTATIONS, "what to do inside direct quotations"),
    Option("except", _TEXTS, "words that are never reported"),
    Option(
        "except-in",
        {"type": "array", "items": {"type": "string", "enum": sorted(contexts.NAMES)}},
        "named contexts where nothing is reported",
    ),
    Option("report", {"type": "string", "enum": list(get_args(Report))}, "each place, or once with the count"),
    Option("supersedes", _NAMES, "rules whose findings at the same place are dropped"),
    Option("profiles", {"type": "array", "minItems": 1, "items": _PROFILE}, "the profiles it runs in; all by default"),
    Option("fix", {"oneOf": [{"type": "string", "enum": list(SAFETIES)}, mapping(_FIX_KEYS)]}, "how safe its fix is"),
    Option(
        "status",
        {"type": "string", "enum": list(get_args(Status))},
        "a preview rule runs only when selected or graded by its id",
    ),
    Option("since", _TEXT, "the version that it came with"),
    Option("references", _TEXTS, "where the style is laid down"),
    Option("formerly", _NAMES, "ids that it had before, the oldest first"),
    Option(
        "examples",
        mapping(
            (
                Option("invalid", _EXAMPLES, "texts that the rule must report", required=True),
                Option("valid", _EXAMPLES, "texts that it must leave alone", required=True),
            )
        ),
        "texts that show what the rule reports and what not; they run as tests",
        required=True,
    ),
)

PACK_KEYS: Final = (
    Option("id", _NAME, "the pack's name"),
    Option("name", _TEXT, "what it is, in a few words"),
    Option("version", _TEXT, "its version, such as 1.0.0"),
    Option("languages", _LANGUAGES, "its rules' languages; [en] if they are not given"),
    Option("scope", _SCOPE, "the parts that its rules look at; [headline, body, caption] if they are not given"),
    Option("quotations", _QUOTATIONS, "what its rules do inside direct quotations; skip if it is not given"),
    Option(
        "lists",
        {"type": "object", "additionalProperties": {"type": "array", "minItems": 1, "items": _TEXT}},
        "word lists, for use as {name}",
    ),
)

SEVERITY_SETTING: Final = {
    "type": "object",
    "additionalProperties": {"type": "string", "enum": list(SEVERITIES)},
}
SELECTORS: Final = {"type": "array", "items": _TEXT}

SETTING_KEYS: Final = (
    Option("ignore", SELECTORS, "rules, topics or packs that don't run"),
    Option("severity", SEVERITY_SETTING, "other severities, by rule, topic or pack"),
    Option("options", {"type": "object", "additionalProperties": {"type": "object"}}, "other options, by rule"),
    Option("except", {"type": "object", "additionalProperties": _TEXTS}, "more words that are never reported, by rule"),
)
"""What a pack can set for the rules of the packs before it and its own."""


def rule(check: str) -> dict[str, Any]:
    """The JSON Schema of a rule with this check kind."""
    return mapping((*RULE_KEYS, *kind(check).OPTIONS))


def changed_options(check: str) -> dict[str, Any]:
    """The JSON Schema of options that replace some of a rule's own."""
    return {**mapping(kind(check).OPTIONS), "required": []}


def check_option_names(check: str) -> frozenset[str]:
    return frozenset(option.name for option in kind(check).OPTIONS)


FILE_KEYS: Final = (
    Option("pack", mapping(PACK_KEYS), "the pack's name, defaults and lists"),
    Option("settings", mapping(SETTING_KEYS), "what the pack changes in the rules of the packs before it"),
    Option("rules", {"type": "array", "minItems": 1, "items": {"type": "object"}}, "the rules of one topic"),
)
