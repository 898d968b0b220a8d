"""Which candidate places count: not inside masks, skipped quotations, excepted words or excepted contexts."""

from __future__ import annotations

from dataclasses import field

from copylint.checks import contexts
from copylint.checks.model import Place
from copylint.document.model import Document, Segment
from copylint.engine.compiled import CompiledRule
from copylint.finding import Span, Spans
from copylint.values import dataclass


@dataclass(frozen=True)
class Admission:
    """One rule's gate in one document; it remembers where the rule's excepted words stand."""

    compiled: CompiledRule
    document: Document
    _excepted: dict[int, Spans] = field(default_factory=dict)
    _code: dict[int, Spans] = field(default_factory=dict)

    def admits(self, segment: Segment, start: int, end: int) -> bool:
        """Whether `[start, end)` of the segment's story text counts."""
        span = Span(start, end)
        return not (
            self._is_masked(segment, span)
            or self._is_excepted(segment, span)
            or self._is_in_excepted_context(Place(start, end, segment))
        )

    def admits_in_source(self, start: int, end: int) -> bool:
        """Whether `[start, end)` of the source counts for a rule that sees the source's lines."""
        segment = self.document.segment_at(start)
        language = self.document.language if segment is None else segment.language
        if not self.compiled.speaks(language):
            return False
        if segment is None:
            seen = self.compiled.rule.scope is None
        else:
            seen = self.compiled.looks_in(segment.part) and not self._is_inline_code(segment, Span(start, end))
        return seen and not self._is_in_excepted_context(Place(start, end))

    def admits_unmasked(self, place: Place) -> bool:
        """Whether a place in a segment that the rule sees counts for a rule that sees the source's lines."""
        segment = place.segment
        if segment is not None and self._is_inline_code(segment, segment.source_span(place.start, place.end)):
            return False
        return not self._is_in_excepted_context(place)

    def _is_masked(self, segment: Segment, span: Span) -> bool:
        if not segment.masks:
            return False
        skips_quotations = self.compiled.rule.quotations == "skip"
        return (segment.masked if skips_quotations else segment.masked_but_quotations).overlap(span)

    def _is_excepted(self, segment: Segment, span: Span) -> bool:
        pattern = self.compiled.exceptions
        if pattern is None:
            return False
        key = id(segment)
        if key not in self._excepted:
            self._excepted[key] = Spans(Span(*found.span()) for found in pattern.finditer(segment.text))
        return self._excepted[key].overlap(span)

    def _is_inline_code(self, segment: Segment, place: Span) -> bool:
        """Whether the place in the source stands there: the one mask that a rule on the source minds."""
        if not segment.masks:
            return False
        key = id(segment)
        if key not in self._code:
            masks = (mask.span for mask in segment.masks if mask.kind == "code")
            self._code[key] = Spans(segment.source_span(span.start, span.end) for span in masks)
        return self._code[key].overlap(place)

    def _is_in_excepted_context(self, place: Place) -> bool:
        return any(contexts.holds(name, place, self.document) for name in self.compiled.rule.except_in)
