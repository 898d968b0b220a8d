"""Which findings the comments of a file, and its front matter, keep back; and which of them keep back nothing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final

from copylint.checks.model import Match, Place
from copylint.checks.suppression import MALFORMED, SuppressionCheck
from copylint.document.model import Document
from copylint.engine import assembly
from copylint.engine.comments import FORMATS, Comment, comments_in
from copylint.engine.compiled import CompiledRule
from copylint.engine.directives import FORM, Directive, Fault, Name, directive
from copylint.engine.file_directives import file_directive
from copylint.expressions import expression
from copylint.finding import Finding, Span, Spans
from copylint.ruleset.model import Rule
from copylint.ruleset.suggestions import closest
from copylint.source.decode import Source
from copylint.values import dataclass

_EVERYTHING: Final = "ALL"
_GUESSES_AT_MOST: Final = 20
"""How many unknown names of one file get a guess at what was meant: each is compared with every name."""
_LONGEST_NAME: Final = 60
_FIRST_CHARACTER: Final = expression(r"\S")


@dataclass(frozen=True)
class Suppression:
    """A name that keeps findings back, and where it does."""

    name: Name
    reach: Span
    """The first and the last offset of it; a finding that only touches it is in it."""


class Suppressions:
    """All that one source says."""

    def __init__(self, suppressions: Sequence[Suppression], faults: Sequence[Fault] = ()) -> None:
        self.faults = tuple(faults)
        self._all = tuple(suppressions)
        reaches: dict[str, list[Span]] = defaultdict(list)
        for each in suppressions:
            reaches[each.name.text].append(Span(each.reach.start, each.reach.end + 1))
        self._reaches = {name: Spans(spans) for name, spans in reaches.items()}

    def hold(self, rule: Rule, finding: Finding) -> bool:
        """Whether one of them keeps the rule's finding back."""
        return any(name in self._reaches and self._reaches[name].overlap(finding.span) for name in names_of(rule))

    def unused(self, held: Iterable[Finding], rules: Collection[Rule], *, any_name: bool) -> Iterator[Name]:
        """The names that keep back none of `held`, as far as one of the `rules`, which have run, goes by them.

        With `any_name` every name is taken for a rule that has run.
        """
        running: dict[str, set[str]] = defaultdict(set)
        for rule in rules:
            for name in names_of(rule):
                running[name].add(rule.id)
        spans: dict[str, list[Span]] = defaultdict(list)
        for finding in held:
            spans[finding.rule].append(finding.span)
        held_by_rule = {rule: Spans(of_rule) for rule, of_rule in spans.items()}
        for each in self._all:
            named = running.get(each.name.text, set())
            reach = Span(each.reach.start, each.reach.end + 1)
            is_used = any(held_by_rule[rule].overlap(reach) for rule in named & held_by_rule.keys())
            if (named or any_name) and not is_used:
                yield each.name


NONE: Final = Suppressions(())


def names_of(rule: Rule) -> tuple[str, ...]:
    """What a suppression can call the rule."""
    return (rule.id, rule.topic, rule.pack, *rule.formerly)


def suppressions_in(source: Source, documents: Sequence[Document], known: Collection[str]) -> Suppressions:
    """What the source keeps back. `known` are all names of rules, topics and packs; empty: any name may be one."""
    if not documents or documents[0].format not in FORMATS:
        return NONE
    suppressions: list[Suppression] = []
    faults: list[Fault] = []
    unknown: dict[str, str] = {}
    for told, reach in _directives(source, documents):
        faults += told.faults
        for name in told.names:
            if name.text != _EVERYTHING and (not known or name.text in known):
                suppressions.append(Suppression(name, reach))
                continue
            if name.text not in unknown:
                unknown[name.text] = _fault_of(name.text, known if len(unknown) < _GUESSES_AT_MOST else ())
            faults.append(Fault(name.span, unknown[name.text]))
    return Suppressions(suppressions, faults)


def _fault_of(name: str, known: Iterable[str]) -> str:
    """What is wrong with a name that is none."""
    if name == _EVERYTHING:
        return f"names everything: name its rules, as in '{FORM}'"
    if len(name) > _LONGEST_NAME:
        name, known = f"{name[:_LONGEST_NAME]}…", ()
    hint = closest(name, known) or "'copylint rule' lists all rules"
    return f"names '{name}', which is no rule, topic or pack ({hint})"


def _directives(source: Source, documents: Sequence[Document]) -> Iterator[tuple[Directive, Span]]:
    text = source.text
    front_matter = documents[0].of_part("front-matter") if documents[0].format == "markdown" else ()
    for segment in front_matter[:1]:
        told = file_directive(text, segment.span)
        if told:
            yield told, Span(0, len(text))
    comments = list(comments_in(text, documents))
    reach = _Reach(source, documents, comments)
    for comment in comments:
        told = directive(text, comment)
        if told:
            yield told, reach.of(comment)


class _Reach:
    """How far each comment holds. What it finds out it remembers, so that any number of comments costs little."""

    def __init__(self, source: Source, documents: Sequence[Document], comments: Sequence[Comment]) -> None:
        self._text, self._lines = source.text, source.lines
        self._by_lines = documents[0].by_lines
        self._segments = sorted(segment.span for document in documents for segment in document.segments)
        self._filled: dict[int, tuple[int, int]] = {}
        self._paragraph_ends: dict[int, int] = {}
        self._lines_of_comments = {
            line for comment in comments if self._stands_alone(comment.span) for line in self._lines_of(comment.span)
        }

    def of(self, comment: Comment) -> Span:
        """Its own lines; where it stands alone on them, up to the end of the next paragraph."""
        lines = self._lines_of(comment.span)
        start, end = self._lines.span(lines[0])[0], self._lines.span(lines[-1])[1]
        if not self._stands_alone(comment.span):
            return Span(start, end)
        return Span(start, max(end, self._paragraph_end(lines[-1]) if self._by_lines else self._segment_end(end)))

    def _lines_of(self, span: Span) -> range:
        return range(self._lines.line_of(span.start), self._lines.line_of(max(span.end - 1, span.start)) + 1)

    def _stands_alone(self, span: Span) -> bool:
        lines = self._lines_of(span)
        return self._filled_of(lines[0])[0] >= span.start and self._filled_of(lines[-1])[1] <= span.end

    def _filled_of(self, line: int) -> tuple[int, int]:
        """The line without the space at its ends."""
        if line not in self._filled:
            start, end = self._lines.span(line)
            first = _FIRST_CHARACTER.search(self._text, start, end)
            self._filled[line] = (
                (first.start(), start + len(self._text[start:end].rstrip())) if first else (start, start)
            )
        return self._filled[line]

    def _paragraph_end(self, line: int) -> int:
        """Where the paragraph behind the line ends: at a blank line or another comment, as in Markdown."""
        before = line
        line += 1
        while line <= len(self._lines) and line not in self._paragraph_ends and not self._is_copy(line):
            line += 1
        skipped = range(before, line)
        if line in self._paragraph_ends:
            end = self._paragraph_ends[line]
        else:
            while line <= len(self._lines) and self._is_copy(line):
                line += 1
            end = self._lines.span(line - 1)[1]
        self._paragraph_ends.update(dict.fromkeys(skipped, end))
        return end

    def _is_copy(self, line: int) -> bool:
        start, end = self._filled_of(line)
        return start < end and line not in self._lines_of_comments

    def _segment_end(self, offset: int) -> int:
        following = bisect_left(self._segments, offset, key=lambda span: span.start)
        return self._segments[following].end if following < len(self._segments) else offset


def findings_about(
    rules: Iterable[CompiledRule],
    suppressions: Suppressions,
    unused: Iterable[Name],
    source: Source,
    documents: Sequence[Document],
) -> Iterator[Finding]:
    """What the rules about suppressions report; no comment keeps these findings back."""
    names = tuple(unused)
    ends = list(accumulate((max((each.span.end for each in doc.segments), default=0) for doc in documents), max))
    for compiled in rules:
        check = compiled.check
        if isinstance(check, SuppressionCheck) and check.find == MALFORMED:
            found = [(fault.span, {"fault": fault.text}) for fault in suppressions.faults]
        else:
            found = [(name.span, {"name": name.text}) for name in names]
        for span, values in found:
            document = documents[min(bisect_right(ends, span.start), len(documents) - 1)]  # it stands in or before it
            yield assembly.finding(compiled, Match(Place(span.start, span.end), values), document, source)
