"""Reads what the front matter of Markdown tells copylint for the whole file: `copylint: {ignore: [rule, …]}`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from copylint.engine.directives import Directive, Fault, Name
from copylint.expressions import expression
from copylint.finding import Span
from copylint.source.lines import LineTable

_KEY: Final = "copylint"
_VERB: Final = "ignore"
_YAML_KEY: Final = expression(r"(?m)^(?:copylint|'copylint'|\"copylint\")[ \t]*:(?=\s|$)")
_YAML_NEXT_KEY: Final = expression(r"(?<=[\r\n])(?=[^\s#\-\]}])|(?<=[\r\n])(?=---)")
_TOML_KEY: Final = expression(r"(?m)^[ \t]*\[?[ \t]*\"?copylint\"?[ \t]*[.=\]].*")
_LONGEST_TOML: Final = 50_000
"""In characters, as in the reader of stories."""

_UNREADABLE: Final = "can't be read: write 'copylint: {ignore: [rule]}'"
_UNREADABLE_TOML: Final = "can't be read: write 'copylint.ignore = [\"rule\"]'"


def file_directive(text: str, front_matter: Span) -> Directive | None:
    """What the front matter, fences included, says to copylint; None where it says nothing."""
    if text.startswith("+++", front_matter.start):
        return _of_toml(text, front_matter)
    return _of_yaml(text, front_matter)


def _of_yaml(text: str, front_matter: Span) -> Directive | None:
    """Only the key's own lines are read, so that it holds whatever else is wrong with a front matter."""
    key = _YAML_KEY.search(text, front_matter.start, front_matter.end)
    if key is None:
        return None
    from copylint.yaml_text import Mapping, parse  # noqa: PLC0415 - few stories have such a key

    following = _YAML_NEXT_KEY.search(text, key.end(), front_matter.end)
    block = text[key.start() : following.start() if following else front_matter.end]
    whole = Span(key.start(), key.start() + len(LineTable(block).text(1).rstrip()))
    read = parse(block, "")
    value = read.root.entries[0].value if isinstance(read.root, Mapping) and read.root.entries else None
    if read.problems or not isinstance(value, Mapping):
        return _faulty(whole, _UNREADABLE)
    lines = LineTable(block)
    names, faults = [], []
    for entry in value.entries:
        at = _at(entry.key.place, lines, key.start())
        if entry.key.text != _VERB:
            faults.append(Fault(at, f"has no key '{entry.key.text}': write 'ignore'"))
            continue
        found = list(_scalars(entry.value))
        names += [Name(each.text, _at(each.place, lines, key.start())) for each in found if _is_name(each.value)]
        if not found or not all(_is_name(each.value) for each in found):
            faults.append(Fault(at, "names no rule: write 'ignore: [rule]'"))
    if not value.entries:
        faults.append(Fault(whole, _UNREADABLE))
    return Directive(tuple(names), tuple(faults))


def _scalars(node: Any) -> Iterator[Any]:  # noqa: ANN401 - the types of YAML are imported late
    from copylint.yaml_text import Scalar, Sequence  # noqa: PLC0415 - as above

    for item in node.items if isinstance(node, Sequence) else (node,):
        if not isinstance(item, Scalar):
            return
        yield item


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def _at(place: Any, lines: LineTable, start: int) -> Span:  # noqa: ANN401 - as above
    begins = start + lines.span(place.line)[0] + place.column - 1
    return Span(begins, begins + max(place.width, 1))


def _of_toml(text: str, front_matter: Span) -> Directive | None:
    key = _TOML_KEY.search(text, front_matter.start, front_matter.end)
    if key is None:
        return None
    whole = Span(key.start(), key.start() + len(key[0].rstrip()))
    table = _toml(text[front_matter.start : front_matter.end].strip().strip("+"))
    value = table.get(_KEY)
    if not isinstance(value, dict) or not value:
        return _faulty(whole, _UNREADABLE_TOML)
    names, faults = [], []
    for verb, given in value.items():
        if verb != _VERB:
            faults.append(Fault(whole, f"has no key '{verb}': write 'ignore'"))
            continue
        items = given if isinstance(given, list) else [given]
        names += [Name(each, _named(each, text, key.start(), whole)) for each in items if _is_name(each)]
        if not items or not all(map(_is_name, items)):
            faults.append(Fault(whole, "names no rule: write 'ignore = [\"rule\"]'"))
    return Directive(tuple(names), tuple(faults))


def _toml(text: str) -> dict[str, Any]:
    """Empty where it can't be read."""
    import tomllib  # noqa: PLC0415 - few stories have TOML

    if len(text) > _LONGEST_TOML:
        return {}
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _named(name: str, text: str, start: int, whole: Span) -> Span:
    """Where the name stands; the reader of TOML doesn't tell."""
    found = text.find(name, start)
    return whole if found < 0 else Span(found, found + len(name))


def _faulty(span: Span, fault: str) -> Directive:
    return Directive(faults=(Fault(span, fault),))
