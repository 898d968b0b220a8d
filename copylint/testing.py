"""Runs the examples in rule files: each invalid one must be reported, each valid one left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from copylint.checks.model import Setting
from copylint.document.formats import read
from copylint.document.model import Document, Part
from copylint.engine.compiled import CompiledRule
from copylint.engine.fixer import apply
from copylint.engine.linter import Linter, Result
from copylint.engine.prefilter import EveryRule, Prefilter
from copylint.errors import CopylintError, Problem
from copylint.finding import Finding
from copylint.ruleset.model import ANY_LANGUAGE, Example, Rule, Ruleset
from copylint.source.decode import Source, decode
from copylint.values import dataclass


@dataclass(frozen=True)
class ExampleFailure:
    """An example that its rule does not live up to."""

    rule: Rule
    example: Example
    expected: str
    came: str


def failures(rule: Rule) -> tuple[ExampleFailure, ...]:
    """Every example of the rule that fails, each run with its rule alone."""
    return tuple(failure for example in rule.examples for failure in failures_of(rule, example))


def failures_of(rule: Rule, example: Example) -> tuple[ExampleFailure, ...]:
    """What is wrong with one example, run with its rule alone."""
    try:
        return tuple(ExampleFailure(rule, example, expected, came) for expected, came in _faults(rule, example))
    except CopylintError as error:
        return (ExampleFailure(rule, example, "a text that can be read", str(error)),)


class ExampleLinter:
    """Rules made ready for any number of examples."""

    def __init__(
        self, rules: Sequence[Rule], prefilter: Callable[[Sequence[CompiledRule]], Prefilter] = EveryRule
    ) -> None:
        """What rules need is not worth finding out for a single sentence, so that every one runs."""
        self._rules = tuple(rules)
        self._prefilter = prefilter
        self._linters: dict[tuple[str, str | None, str], Linter] = {}

    def lint(self, example: Example, rule: Rule) -> Result:
        """What the rules report in an example of `rule`."""
        return self.lint_text(_whole_text(example, example.text), example, rule)

    def lint_text(self, text: str, example: Example, rule: Rule) -> Result:
        """The same in another text, read as the example is."""
        source = _source(text, example.encoding)
        return self._linter(example).lint(source, _documents(rule, example, source))

    def _linter(self, example: Example) -> Linter:
        key = (example.profile, example.house, example.now)
        if key not in self._linters:
            setting = Setting(example.profile, date.fromisoformat(example.now), example.house)
            ruleset = Ruleset(self._rules, example.profile, example.house)
            self._linters[key] = Linter(ruleset, setting, self._prefilter)
        return self._linters[key]


def _faults(rule: Rule, example: Example) -> Iterator[tuple[str, str]]:
    """Pairs of what was expected and what came."""
    text = _whole_text(example, example.text)
    result = ExampleLinter((rule,)).lint_text(text, example, rule)
    findings = result.findings
    if result.problems:
        yield "a rule that runs in time", "; ".join(problem.message for problem in result.problems)
    elif example.valid:
        if findings:
            yield "no finding", _listed(findings)
    elif not findings:
        yield f"a finding{_at(example)}", f"none; the text was read as {_cut(rule, example, text)}"
    elif example.match is not None and all(finding.text != example.match for finding in findings):
        yield f"a finding{_at(example)}", _listed(findings)
    else:
        yield from _message_faults(rule, findings)
        yield from _fix_faults(rule, example, findings)


def _message_faults(rule: Rule, findings: Sequence[Finding]) -> Iterator[tuple[str, str]]:
    """A placeholder that the check left as it stands; a story's own braces are none of the rule's."""
    for finding in findings:
        braces = [piece.partition("}")[0] for piece in rule.message.split("{")[1:]]
        unfilled = [f"{{{name}}}" for name in braces if f"{{{name}}}" in finding.message.replace(finding.text, "")]
        if unfilled:
            yield "a message without placeholders", finding.message


def _fix_faults(rule: Rule, example: Example, findings: Sequence[Finding]) -> Iterator[tuple[str, str]]:
    """The fix makes the text that is expected, and what it fixed is no longer reported."""
    text = _whole_text(example, example.text)
    fixed = apply(_source(text, example.encoding), findings, unsafe=True).text
    if example.fixed is not None and fixed != _whole_text(example, example.fixed):
        yield repr(_whole_text(example, example.fixed)), repr(fixed)
    elif fixed != text:
        left = ExampleLinter((rule,)).lint_text(fixed, example, rule).findings
        fixable = [finding for finding in left if finding.fix and finding.fix.safety != "manual"]
        if fixable:
            yield "nothing more to fix after the fix", f"{_listed(fixable)} in {fixed!r}"


def _documents(rule: Rule, example: Example, source: Source) -> tuple[Document, ...]:
    first = rule.languages[0]
    language = example.language or ("en" if first == ANY_LANGUAGE else first)
    documents = read(source, format=example.format, language=language)
    part = example.part or _part_in_place_of_body(rule)
    return documents if part is None else tuple(_with_body_as(part, document) for document in documents)


def _part_in_place_of_body(rule: Rule) -> Part | None:
    """For a rule that sees one segment at a time and never body: the part that its examples are about."""
    sees_segments = CompiledRule(rule).check.level == "segment"
    return rule.scope[0] if sees_segments and rule.scope and "body" not in rule.scope else None


def _with_body_as(part: Part, document: Document) -> Document:
    segments = (replace(each, part=part) if each.part == "body" else each for each in document.segments)
    return replace(document, segments=tuple(segments))


def _source(text: str, encoding: str) -> Source:
    """The text as it would come out of a file; surrogates, which no file can hold, stay as they are."""
    if encoding == "utf-8" and any("\ud800" <= char <= "\udfff" for char in text):
        return Source("example.md", text.encode(errors="surrogatepass"), text, encoding)
    try:
        return decode("example.md", text.encode(encoding))
    except (LookupError, UnicodeEncodeError) as error:
        raise CopylintError(Problem(f"the encoding '{encoding}' can't hold this text")) from error


def _whole_text(example: Example, text: str) -> str:
    return text if example.dateline is None else f"{example.dateline} {text}"


def _at(example: Example) -> str:
    return "" if example.match is None else f" at {example.match!r}"


def _listed(findings: Sequence[Finding]) -> str:
    return "; ".join(f"{finding.rule} at {finding.text!r}: {finding.message}" for finding in findings)


def _cut(rule: Rule, example: Example, text: str) -> str:
    """How the reader cut the text, which is where most surprises come from."""
    segments = [
        each for document in _documents(rule, example, _source(text, example.encoding)) for each in document.segments
    ]
    return ", ".join(f"{each.part} ({each.language}) {each.text!r}" for each in segments) or "nothing"
