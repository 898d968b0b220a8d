"""Runs a rule with `text: source` over the lines of one document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from copylint.checks.model import Line, Match, Place, Replacement, SourceCheck
from copylint.document.escapes import written
from copylint.document.model import Document
from copylint.document.story_text import StoryText
from copylint.engine.admission import Admission
from copylint.engine.compiled import CompiledRule
from copylint.engine.prefilter import Sieve


def matches_in_lines(compiled: CompiledRule, check: SourceCheck, document: Document, sieve: Sieve) -> Iterator[Match]:
    """The rule's matches in the lines of plain text, and in what stands in a format's own markup.

    Marks that are residue in copy are what XML and HTML are made of, so there the rule sees the words that the markup
    holds, not the markup.
    """
    admission = Admission(compiled, document)
    for stretch in document.plain:
        for line in sieve.lines(compiled, stretch):
            for match in check.find_in_line(line):
                mapped = _in_source(match, stretch)
                if admission.admits_in_source(mapped.place.start, mapped.place.end):
                    yield mapped
    yield from _matches_in_markup(compiled, check, document, sieve, admission)


def _matches_in_markup(
    compiled: CompiledRule, check: SourceCheck, document: Document, sieve: Sieve, admission: Admission
) -> Iterator[Match]:
    for segment, starts in sieve.marked_up(compiled):
        for match in check.find_in_line(Line(segment.text, 0, document.reads_as, starts)):
            place = replace(match.place, segment=segment)
            if admission.admits_unmasked(place):
                replacements = tuple(
                    replace(each, place=replace(each.place, segment=segment)) for each in match.replacements
                )
                yield replace(match, place=place, replacements=replacements)


def _in_source(match: Match, stretch: StoryText) -> Match:
    """The match counted from the source's start; where an edit can't be written there, without its replacements."""
    if stretch.is_whole:
        return match
    replacements = [_replacement_in_source(each, stretch) for each in match.replacements]
    known = tuple(each for each in replacements if each is not None)
    place = _place_in_source(match.place, stretch)
    values = {"match": stretch.text[match.place.start : match.place.end], **_fix_value(match), **match.values}
    return replace(match, place=place, values=values, replacements=known if len(known) == len(replacements) else ())


def _fix_value(match: Match) -> dict[str, str]:
    """What a message says to write: as it is read, not as the format escapes it."""
    whole = [each.text for each in match.replacements if each.place == match.place]
    return {"fix": whole[0]} if len(whole) == 1 else {}


def _replacement_in_source(replacement: Replacement, stretch: StoryText) -> Replacement | None:
    place = replacement.place
    text = written(replacement.text, stretch.offsets.escapes_at(place.start))
    if text is None or not stretch.offsets.is_plain(place.start, place.end):
        return None
    return Replacement(_place_in_source(place, stretch), text)


def _place_in_source(place: Place, stretch: StoryText) -> Place:
    span = stretch.offsets.to_source(place.start, place.end)
    return Place(span.start, span.end)
