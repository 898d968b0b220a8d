"""From matches to findings: the message, the place in the source, the fix."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from copylint.checks.model import Match, Place, Replacement
from copylint.document.escapes import written
from copylint.document.model import Document, Segment
from copylint.engine.compiled import CompiledRule
from copylint.engine.fingerprint import fingerprint
from copylint.finding import SAFETIES, Edit, Finding, Fix, Related, Safety, Span
from copylint.ruleset.model import Rule
from copylint.source.decode import Source

RELATED_AT_MOST: Final = 20


def finding(compiled: CompiledRule, match: Match, document: Document, source: Source) -> Finding:
    """What one match reports."""
    rule = compiled.rule
    span = source_span(match.place)
    text = _text(match.place, document)
    segment = match.place.segment or document.segment_at(span.start)
    related = tuple(Related(message, source_span(place)) for message, place in match.related[:RELATED_AT_MOST])
    return Finding(
        span=span,
        rule=rule.id,
        severity=rule.severity,
        message=_message(rule, match, text, related, source),
        text=source.text[span.start : span.end] if compiled.check.level == "source" else text,
        document=document.index,
        part=segment.part if segment else None,
        related=related,
        fix=_fix(rule, match, source),
        fingerprint=fingerprint(rule.first_id, source.text, span),
    )


def once(findings: Sequence[Finding]) -> Finding:
    """One finding for all places of a rule with `report: once`: at the first, with the count and one fix for all."""
    first = findings[0]
    places = [Related("also here", other.span) for other in findings[1 : RELATED_AT_MOST + 1]]
    fixes = [each.fix for each in findings]
    return replace(
        first,
        count=len(findings),
        related=(*first.related, *places)[:RELATED_AT_MOST],
        fix=_merged([fix for fix in fixes if fix]) if all(fixes) else None,
    )


def source_span(place: Place) -> Span:
    if place.segment is None:
        return Span(place.start, place.end)
    return place.segment.source_span(place.start, place.end)


def _text(place: Place, document: Document) -> str:
    text = document.source_text if place.segment is None else place.segment.text
    return text[place.start : place.end]


def _message(rule: Rule, match: Match, text: str, related: Sequence[Related], source: Source) -> str:
    values: dict[str, str] = {"match": text, "fix": _fixed_text(match, text), "count": "1"}
    if related:
        values["other"] = str(source.lines.line_of(related[0].span.start))
    return _filled(rule.message, {**values, **match.values})


def _filled(template: str, values: Mapping[str, str]) -> str:
    """The message with its `{placeholders}` filled in; unlike `str.format`, braces in a value stay as they are."""
    first, *others = template.split("{")
    pieces = [first]
    for piece in others:
        name, brace, rest = piece.partition("}")
        pieces.append(values[name] + rest if brace and name in values else f"{{{piece}")
    return "".join(pieces)


def _fixed_text(match: Match, text: str) -> str:
    """What the matched text becomes: the replacements that stand inside it, put in."""
    place = match.place
    fixed, position = [], place.start
    for replacement in match.replacements:
        at = replacement.place
        if at.segment is place.segment and place.start <= at.start and at.end <= place.end:
            fixed += [text[position - place.start : at.start - place.start], replacement.text]
            position = at.end
    return "".join(fixed) + text[position - place.start :]


def _fix(rule: Rule, match: Match, source: Source) -> Fix | None:
    if rule.fix is None:
        return None
    safety = _safest(rule.fix.safety, match.safety or "safe")
    if not match.replacements:
        return Fix("manual")
    if any(not _can_be_edited(replacement, source) for replacement in match.replacements):
        return Fix("manual")
    if rule.quotations == "report" and _stands_in_quotation(match.place):
        safety = "manual"
    return Fix(safety, tuple(_edit(replacement, source) for replacement in match.replacements))


def _can_be_edited(replacement: Replacement, source: Source) -> bool:
    """Whether its place is one stretch of the source, and the file's format and encoding have what it writes."""
    place = replacement.place
    segment = place.segment
    text = _written(replacement)
    if text is None or not source.can_hold(text):
        return False
    if segment is None:
        return True
    if _empties_segment(replacement, segment):
        return segment.deletable
    return segment.offsets.is_plain(place.start, place.end)


def _written(replacement: Replacement) -> str | None:
    """Its text as the format writes it there; None where it can't."""
    place = replacement.place
    if place.segment is None:
        return replacement.text
    return written(replacement.text, place.segment.offsets.escapes_at(place.start))


def _empties_segment(replacement: Replacement, segment: Segment) -> bool:
    place = replacement.place
    return not replacement.text and place.start == 0 and place.end == len(segment.text)


def _edit(replacement: Replacement, source: Source) -> Edit:
    segment = replacement.place.segment
    if segment is not None and _empties_segment(replacement, segment):
        span = _with_its_marks(segment.span, source)
    else:
        span = source_span(replacement.place)
    return Edit(span.start, span.end, _written(replacement) or "")


def _with_its_marks(span: Span, source: Source) -> Span:
    """The span widened to its whole lines where nothing but marks (`**`, `- `, ` |`) stands beside it."""
    start, _ = source.lines.span(source.lines.line_of(span.start))
    _, end = source.lines.span(source.lines.line_of(span.end))
    beside = source.text[start : span.start] + source.text[span.end : end]
    return span if any(char.isalnum() for char in beside) else Span(start, end)


def _stands_in_quotation(place: Place) -> bool:
    if place.segment is None:
        return False
    return place.segment.quotations.overlap(Span(place.start, place.end))


def _safest(*safeties: Safety) -> Safety:
    """The most careful of several safeties."""
    return max(safeties, key=SAFETIES.index)


def _merged(fixes: Sequence[Fix]) -> Fix:
    edits = {edit for fix in fixes for edit in fix.edits}
    return Fix(_safest(*(fix.safety for fix in fixes)), tuple(sorted(edits)))
