"""What a rule is, for people: on the terminal, and as a page of the documentation."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from copylint.checks import contexts, kind
from copylint.ruleset.model import ANY_LANGUAGE, Example, Pack, Rule

_WIDTH: Final = 100
_LONGEST_VALUE: Final = 200
"""Of an option's value as it is shown; word lists run longer."""
_BY_WHOM: Final = {
    "safe": "safe, '--fix' applies it",
    "unsafe": "unsafe, only '--unsafe-fixes' applies it",
    "manual": "manual, shown and never applied",
}


def contents(packs: Sequence[Pack]) -> Iterator[str]:
    """All rules by pack and topic, one a line."""
    rules = sorted_rules(packs)
    width = max((len(rule.id) for rule in rules), default=0)
    for (pack, topic), members in groupby(rules, key=lambda rule: (rule.pack, rule.topic)):
        yield f"{pack}: {topic}"
        for rule in members:
            preview = " (preview)" if rule.status == "preview" else ""
            yield f"  {rule.id:<{width}}  {rule.severity:<8} {rule.message}{preview}"
        yield ""
    yield f"{len(rules)} rules. 'copylint rule ID' explains one."


def context_lines() -> Iterator[str]:
    """The contexts that `except-in` can name, one a line."""
    names = sorted(contexts.NAMES)
    width = max(map(len, names))
    yield from (f"{name:<{width}}  {contexts.description(name)}" for name in names)


def sorted_rules(packs: Iterable[Pack]) -> list[Rule]:
    return sorted((rule for pack in packs for rule in pack.rules), key=lambda rule: (rule.pack, rule.topic, rule.id))


def text_lines(rule: Rule) -> Iterator[str]:
    """What a copy editor asks about one rule, for the terminal."""
    yield f"{rule.id} ({rule.severity}; {rule.pack}: {rule.topic}{_status(rule)})"
    yield f"  {rule.message}"
    if rule.why:
        yield ""
        yield from _wrapped(rule.why)
    yield ""
    for fact in _facts(rule):
        yield from _wrapped(fact)
    options = list(_options(rule))
    if options:
        yield "  Options:"
        for option in options:
            yield from _wrapped(option, "    ")
    yield ""
    yield "  Reports:"
    yield from _indented_examples(rule, valid=False)
    yield "  Leaves alone:"
    yield from _indented_examples(rule, valid=True)
    for reference in rule.references:
        yield from _wrapped(f"See {reference}.")


def markdown_pages(packs: Sequence[Pack]) -> dict[str, str]:
    """A page for each topic by its path, such as `core/dates.md`, and `README.md`, their contents."""
    index = ["# Rules", "", "Written by `copylint rule --pages` from the rule files.", ""]
    pages = {}
    for (pack, topic), members in groupby(sorted_rules(packs), key=lambda rule: (rule.pack, rule.topic)):
        rules = list(members)
        path = f"{pack}/{topic}.md"
        lines = [f"# {pack}: {topic}", ""]
        index += [f"## [{pack}: {topic}]({path})", "", "| rule | severity | message |", "|---|---|---|"]
        for rule in rules:
            index.append(f"| [{rule.id}]({path}#{rule.id}) | {rule.severity}{_status(rule)} | {_cell(rule.message)} |")
            lines += _markdown_section(rule)
        index.append("")
        pages[path] = "\n".join(lines)
    pages["README.md"] = "\n".join(index)
    return pages


def _markdown_section(rule: Rule) -> Iterator[str]:
    yield from (f"## {rule.id}", "", f"{rule.severity}{_status(rule)}: {rule.message}", "")
    if rule.why:
        yield from (rule.why, "")
    yield from (f"- {fact}" for fact in _facts(rule))
    options = list(_options(rule))
    if options:
        yield "- Options:"
        yield from (f"  - {option}" for option in options)
    yield from (f"- See {reference}." for reference in rule.references)
    for title, valid in (("Reports", False), ("Leaves alone", True)):
        yield from ("", f"{title}:", "", "```text")
        for number, example in enumerate(each for each in rule.examples if each.valid == valid):
            if number and "\n" in example.text.rstrip("\n"):
                yield ""
            yield example.text.rstrip("\n").replace("```", "'''")
        yield "```"
    yield ""


def _facts(rule: Rule) -> Iterator[str]:
    yield f"Looks in: {', '.join(rule.scope) if rule.scope else 'the whole file'}."
    yield f"Languages: {', '.join('any' if each == ANY_LANGUAGE else each for each in rule.languages)}."
    if rule.profiles:
        yield f"Profiles: {', '.join(rule.profiles)}."
    yield f"Fix: {_BY_WHOM[rule.fix.safety] if rule.fix else 'none'}."
    if rule.exceptions:
        yield f"Never reported: {_short(', '.join(rule.exceptions))}."
    if rule.except_in:
        yield f"Not in: {', '.join(f'{name} ({contexts.description(name)})' for name in rule.except_in)}."


def _options(rule: Rule) -> Iterator[str]:
    """The check's keys with the rule's values, which a newsroom can change under `options:`."""
    for option in kind(rule.check).OPTIONS:
        if option.name in rule.options:
            yield f"{option.name}: {_short(_value(rule.options[option.name]))} ({option.help})"


def _value(value: object) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_value(each)}' for key, each in value.items())}}}"
    return str(value)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…"


def _status(rule: Rule) -> str:
    return "" if rule.status == "stable" else f"; {rule.status}"


def _indented_examples(rule: Rule, *, valid: bool) -> Iterator[str]:
    for example in rule.examples:
        if example.valid == valid:
            yield from _indented(example)


def _indented(example: Example) -> Iterator[str]:
    first, *others = example.text.rstrip("\n").split("\n")
    yield f"    - {first}"
    yield from (f"      {line}".rstrip() for line in others)


def _wrapped(text: str, indent: str = "  ") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
