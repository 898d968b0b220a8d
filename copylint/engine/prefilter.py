"""Which rules can match at all, in which text of a story and where: the one place where a faster engine differs from
the plain scan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Protocol

from copylint.checks.lexicon import vocabulary_of
from copylint.checks.model import Line, Starts
from copylint.document.model import Document, Segment
from copylint.document.story_text import StoryText
from copylint.engine.compiled import CompiledRule
from copylint.engine.literal_finder import Found, LiteralFinder, Triggered, triggered_by
from copylint.engine.requirement import Way
from copylint.engine.sight import Sight
from copylint.values import dataclass


class Sieve(Protocol):
    """What can match in one document; it may let anything through, and holds back nothing that matches."""

    @property
    def rules(self) -> Iterable[CompiledRule]:
        """Those that may find something, in their order."""
        ...

    def segments(self, rule: CompiledRule) -> Iterable[tuple[Segment, Starts | None]]:
        """Those of the segments it sees in which the rule may find something, and where it can begin there."""
        ...

    def marked_up(self, rule: CompiledRule) -> Iterable[tuple[Segment, Starts | None]]:
        """For a rule that looks at the source: likewise, of the segments that no plain stretch holds."""
        ...

    def lines(self, rule: CompiledRule, stretch: StoryText) -> Iterable[Line]:
        """Those of the lines of one of the document's plain stretches in which it may."""
        ...


class Prefilter(Protocol):
    def sieve(self, sight: Sight) -> Sieve: ...


@dataclass(frozen=True)
class EveryRule:
    """The plain rule-by-rule scan: the reference that any faster prefilter must agree with."""

    rules: Sequence[CompiledRule]

    def sieve(self, sight: Sight) -> Sieve:
        return _Unsifted(self.rules, sight)


@dataclass(frozen=True)
class _Unsifted:
    rules: Sequence[CompiledRule]
    _sight: Sight

    def segments(self, rule: CompiledRule) -> Iterator[tuple[Segment, Starts | None]]:
        return ((segment, None) for segment in self._sight.of(rule).values())

    def marked_up(self, rule: CompiledRule) -> Iterator[tuple[Segment, Starts | None]]:
        return ((segment, None) for segment in self._sight.document.marked_up if rule.sees(segment))

    def lines(self, rule: CompiledRule, stretch: StoryText) -> Iterator[Line]:  # noqa: ARG002 - it sees every line
        return (Line(text, start, self._sight.document.reads_as) for start, text in stretch.lines)


@dataclass(frozen=True)
class Index:
    """What some rules require, all together: the cache keeps it, so that it needn't be gathered from each of them."""

    untriggered: frozenset[str]
    """The ids of the rules that may run where no literal stands."""
    words: frozenset[str]
    """Those that any rule asks for."""
    in_story: Triggered
    in_source: Triggered


def index_of(rules: Sequence[CompiledRule]) -> Index:
    return Index(
        frozenset(rule.rule.id for rule in rules if rule.requirement.untriggered),
        frozenset().union(*(rule.requirement.words or () for rule in rules)),
        triggered_by((rule.rule.id, rule.requirement) for rule in rules if rule.level != "source"),
        triggered_by((rule.rule.id, rule.requirement) for rule in rules if rule.level == "source"),
    )


class NeededLiterals:
    """Leaves out rules where what they require doesn't stand, found in one pass for all rules together."""

    def __init__(self, rules: Sequence[CompiledRule], index: Index | None = None) -> None:
        """`index` is that of these rules, where it is known."""
        index = index or index_of(rules)
        self.order = {rule.rule.id: number for number, rule in enumerate(rules)}
        self.rules = {rule.rule.id: rule for rule in rules}
        self.untriggered = index.untriggered
        self.words = index.words
        self.in_story = LiteralFinder(index.in_story)
        self.in_source = LiteralFinder(index.in_source)

    def sieve(self, sight: Sight) -> Sieve:
        return _LiteralSieve(sight, sight.document, self)


@dataclass(frozen=True)
class _LiteralSieve:
    _sight: Sight
    _document: Document
    _of: NeededLiterals

    @cached_property
    def rules(self) -> Sequence[CompiledRule]:
        every = self._of
        may_run = [rule for rule in self._triggered if self._may_run(every.rules[rule])]
        return [every.rules[rule] for rule in sorted(may_run, key=every.order.__getitem__)]

    def segments(self, rule: CompiledRule) -> Iterator[tuple[Segment, Starts | None]]:
        seen, words = self._sight.of(rule), rule.requirement.words
        for number, starts in self._in_segments.of(rule.rule.id, rule.requirement):
            if number in seen and (words is None or not words.isdisjoint(self._known_words[number])):
                yield seen[number], starts

    def marked_up(self, rule: CompiledRule) -> Iterator[tuple[Segment, Starts | None]]:
        for number, starts in self._in_markup.of(rule.rule.id, rule.requirement):
            segment = self._document.marked_up[number]
            if rule.sees(segment):
                yield segment, starts

    def lines(self, rule: CompiledRule, stretch: StoryText) -> Iterator[Line]:
        for number, starts in self._in_lines[id(stretch)].of(rule.rule.id, rule.requirement):
            start, text = stretch.lines[number]
            yield Line(text, start, self._document.reads_as, starts)

    @cached_property
    def _in_segments(self) -> Found:
        return self._of.in_story.find([segment.text for segment in self._document.segments])

    @cached_property
    def _in_markup(self) -> Found:
        return self._of.in_source.find([segment.text for segment in self._document.marked_up])

    @cached_property
    def _in_lines(self) -> dict[int, Found]:
        """By the identity of the plain stretches: they are long, and nothing else names them."""
        lines = {id(stretch): [text for _, text in stretch.lines] for stretch in self._document.plain}
        return {stretch: self._of.in_source.find(texts) for stretch, texts in lines.items()}

    @cached_property
    def _triggered(self) -> Iterable[str]:
        """The rules whose literals stand somewhere, and those that need none."""
        founds = (self._in_segments, self._in_markup, *self._in_lines.values())
        if any(found.hidden for found in founds):
            return self._of.rules
        return self._of.untriggered.union(*(found.opened for found in founds))

    def _may_run(self, rule: CompiledRule) -> bool:
        """Whether what its trigger promises is worth unpacking the rule for."""
        if rule.level == "source":
            return True
        if not self._sight.of(rule):
            return False
        words = rule.requirement.words
        if words is not None and words.isdisjoint(self._all_known_words):
            return False
        if rule.level == "document" and not self._in_segments.hidden:
            return any(self._is_open(way) for way in rule.requirement.ways)
        return True

    def _is_open(self, way: Way) -> bool:
        """Whether all that the way needs stands somewhere in the document."""
        needed = (way.trigger.literals, *way.others) if way.trigger else way.others
        return not any(literals.isdisjoint(self._in_segments.places) for literals in needed)

    @cached_property
    def _known_words(self) -> Sequence[frozenset[str]]:
        """Of each segment the words that any rule asks for."""
        return [vocabulary_of(segment.text) & self._of.words for segment in self._document.segments]

    @cached_property
    def _all_known_words(self) -> frozenset[str]:
        return frozenset().union(*self._known_words)
