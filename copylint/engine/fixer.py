"""Splices the edits of fixes into a source: everything outside them stays as it is."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from copylint.finding import Edit, Finding, Safety, Span
from copylint.source.decode import Source
from copylint.values import dataclass

_APPLIED: Final[dict[bool, tuple[Safety, ...]]] = {False: ("safe",), True: ("safe", "unsafe")}


@dataclass(frozen=True)
class Fixed:
    """A text with fixes in it, and the findings that they mend."""

    text: str
    findings: tuple[Finding, ...]


def apply(source: Source, findings: Sequence[Finding], *, unsafe: bool = False) -> Fixed:
    """Apply the safe fixes, and the unsafe ones if asked for; of two that touch the same words the earlier one.

    A line that they empty goes away whole.
    """
    accepted = _Accepted()
    mended = [finding for finding in findings if _is_wanted(finding, unsafe=unsafe) and accepted.take(_edits(finding))]
    return Fixed("".join(_pieces(source, accepted.edits)), tuple(mended))


def _is_wanted(finding: Finding, *, unsafe: bool) -> bool:
    return finding.fix is not None and bool(finding.fix.edits) and finding.fix.safety in _APPLIED[unsafe]


def _edits(finding: Finding) -> Sequence[Edit]:
    return finding.fix.edits if finding.fix else ()


class _Accepted:
    """Edits that don't touch each other, in order."""

    def __init__(self) -> None:
        self.edits: list[Edit] = []

    def take(self, edits: Sequence[Edit]) -> bool:
        """Take all edits of a fix, or none where one of them would touch another fix's words.

        What lies in a stretch that another fix deletes is deleted with it.
        """
        if not all(map(self._fits, edits)):
            return False
        added: list[Edit] = []
        removed: list[Edit] = []
        for edit in edits:
            touched = self._touched(edit)
            if any(_absorbs(other, edit) for other in touched):
                continue
            needless = [other for other in touched if _absorbs(edit, other)]
            if any(_share(other, edit) for other in touched if other not in needless):
                self._change(set(removed).difference(added), added)  # it contradicts itself
                return False
            self._change([edit], needless)
            added.append(edit)
            removed += needless
        return True

    def _change(self, added: Iterable[Edit], removed: Iterable[Edit]) -> None:
        """Puts in some edits and takes out others, as far as they are there."""
        for edit in removed:
            index = bisect_left(self.edits, edit)
            if self.edits[index : index + 1] == [edit]:
                del self.edits[index]
        for edit in added:
            insort(self.edits, edit)

    def _fits(self, edit: Edit) -> bool:
        return all(_absorbs(other, edit) or _absorbs(edit, other) for other in self._touched(edit))

    def _touched(self, edit: Edit) -> list[Edit]:
        index = bisect_left(self.edits, edit.start, key=lambda other: other.end)
        touched = []
        while index < len(self.edits) and self.edits[index].start <= edit.end:
            if _touch(self.edits[index], edit):
                touched.append(self.edits[index])
            index += 1
        return touched


def _span(edit: Edit) -> Span:
    return Span(edit.start, edit.end)


def _touch(one: Edit, other: Edit) -> bool:
    return _span(one).overlaps(_span(other))


def _share(one: Edit, other: Edit) -> bool:
    """Whether both replace the same character."""
    return one.start < other.end and other.start < one.end


def _absorbs(one: Edit, other: Edit) -> bool:
    """Whether the first makes the second needless: it deletes the same stretch or more, or is the same edit.

    What is written at the edge of a stretch that goes away does not stand in it.
    """
    at_the_edge = other.start == other.end and other.start in (one.start, one.end)
    return one == other or (not one.text and _span(one).contains(_span(other)) and not at_the_edge)


def _pieces(source: Source, edits: Sequence[Edit]) -> list[str]:
    """What the edits leave of the text, in order."""
    text, position = source.text, 0
    pieces: list[str] = []
    for first, last, group in _by_lines(source, edits):
        start, end = source.lines.span(first)[0], source.lines.span(last)[1]
        changed = _spliced(text, start, end, group)
        if changed.strip() or not text[start:end].strip():
            pieces += [text[position:start], changed]
            position = max(end, group[-1].end)
        else:
            pieces.append(text[position:start])
            position = source.lines.full_end(last)
            if position == end:
                pieces = [_without_last_newline("".join(pieces))]
    return [*pieces, text[position:]]


def _by_lines(source: Source, edits: Sequence[Edit]) -> Iterator[tuple[int, int, list[Edit]]]:
    """The edits that share lines, with the first and last of these lines."""
    group: list[Edit] = []
    first = last = 0
    for edit in edits:
        begins, ends = source.lines.line_of(edit.start), source.lines.line_of(max(edit.end - 1, edit.start))
        if group and begins <= last:
            group.append(edit)
            last = max(last, ends)
            continue
        if group:
            yield first, last, group
        first, last, group = begins, ends, [edit]
    if group:
        yield first, last, group


def _spliced(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    pieces, position = [], start
    for edit in edits:
        pieces += [text[position : edit.start], edit.text]
        position = edit.end
    return "".join(pieces) + text[position : max(end, position)]


def _without_last_newline(text: str) -> str:
    """A file that had no newline at its end has none when its last line is gone."""
    return text[:-2] if text.endswith("\r\n") else text[:-1] if text.endswith(("\n", "\r")) else text
