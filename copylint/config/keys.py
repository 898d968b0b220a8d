"""The keys of `.copylint.yaml` as data. One table drives reading, suggestions, the JSON Schema and the documents."""

from __future__ import annotations

from typing import Final

from copylint.checks.model import Option
from copylint.ruleset import schema
from copylint.ruleset.model import PROFILES
from copylint.values import dataclass

_TEXT: Final = {"type": "string", "minLength": 1}
_TEXTS: Final = {"type": "array", "minItems": 1, "items": _TEXT}
_PATTERNS: Final = {"type": "array", "items": _TEXT}


@dataclass(frozen=True)
class Key:
    """A key with what a newsroom has to know of it."""

    option: Option
    default: str
    """What holds where it isn't given, in a few words."""
    example: str
    """As it stands in the file."""

    @property
    def name(self) -> str:
        return self.option.name


_SETTINGS: Final = {option.name: option for option in schema.SETTING_KEYS}

EXTENDS: Final = Key(
    Option(
        "extends",
        {"oneOf": [_TEXT, _TEXTS]},
        "other configuration files that this one builds on, from its own folder; what stands here wins",
    ),
    "none",
    "extends: ../desk.copylint.yaml",
)

_FOR_SOME_FILES: Final = (
    Key(
        Option("select", {**schema.SELECTORS, "minItems": 1}, "rules, topics or packs that run, and no others"),
        "all but preview rules",
        "select: [dates, captions]",
    ),
    Key(
        Option("extend-select", schema.SELECTORS, "rules, topics or packs that run too"),
        "none",
        "extend-select: [headline-too-long]",
    ),
    Key(_SETTINGS["ignore"], "none", "ignore: [doubled-word]"),
    Key(_SETTINGS["severity"], "each rule's own", "severity: {missing-headline: error}"),
    Key(_SETTINGS["options"], "each rule's own", "options: {headline-too-long: {at-most: 64}}"),
    Key(_SETTINGS["except"], "each rule's own", "except: {kyiv-spelling: [Kiev Ballet]}"),
    Key(
        Option("encoding", _TEXT, "the stories' encoding where it isn't UTF-8 and they don't declare one"),
        "cp1252, with a finding",
        "encoding: cp1252",
    ),
    Key(
        Option("language", _TEXT, "the stories' language, a code such as en or fr"),
        "each story's own words decide",
        "language: en",
    ),
    Key(
        Option("show-copy", {"type": "boolean"}, "whether reports may show the stories' words"),
        "true",
        "show-copy: false",
    ),
)

_FILES: Final = Key(
    Option("files", _TEXTS, "which files it is about: patterns as in .gitignore", required=True),
    "",
    "files: [features/]",
)

OVERRIDE_KEYS: Final = (_FILES, *_FOR_SOME_FILES)
"""What can hold for some files only."""

_OVERRIDE: Final = schema.mapping(key.option for key in OVERRIDE_KEYS)

KEYS: Final = (
    EXTENDS,
    Key(
        Option("packs", {**schema.SELECTORS, "minItems": 1}, "shipped packs by name, and the newsroom's own folders"),
        "[core]",
        "packs: [core, ap, ./our-rules]",
    ),
    Key(
        Option("profile", {"type": "string", "enum": list(PROFILES)}, "wire, or web where desk credits are residue"),
        "wire",
        "profile: web",
    ),
    *_FOR_SOME_FILES,
    Key(
        Option("include", {**_PATTERNS, "minItems": 1}, "the only files that are checked: patterns as in .gitignore"),
        "news formats, .txt, .md, .html",
        'include: ["wire/", "*.story"]',
    ),
    Key(
        Option("exclude", _PATTERNS, "files that are not checked: patterns as in .gitignore"),
        "none",
        "exclude: [wire/test/]",
    ),
    Key(
        Option("baseline", _TEXT, "the file of accepted findings"),
        ".copylint-baseline.jsonl beside this file",
        "baseline: desk/accepted.jsonl",
    ),
    Key(
        Option(
            "overrides",
            {"type": "array", "items": _OVERRIDE},
            "other settings for some files; of several that hold for one, the later wins",
        ),
        "none",
        "overrides: [{files: [features/], ignore: [headline-too-long]}]",
    ),
)
OPTIONS: Final = tuple(key.option for key in KEYS)
