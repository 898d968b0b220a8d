"""What Markdown writes inside a paragraph: emphasis, links, pictures, code, tags, entities.

One pass over the marks of a paragraph, so that its cost is linear however they are nested or left open. It is more
careful than CommonMark with stars inside words, for copy has `c**p` and `5*4`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Final

import regex

from copylint.document.block import Picture
from copylint.document.formats.plain.joining import RowWriter
from copylint.document.formats.plain.rows import Row
from copylint.document.story_text import StoryText, StoryTextBuilder
from copylint.expressions import expression
from copylint.values import dataclass

_MARK: Final = expression(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>`+)"
    r"|(?P<auto><(?:https?://|mailto:)[^<>\s]{1,2000}>)"
    r"|(?P<comment><!--)"
    r"|(?P<template>\{%[^{}%]{0,2000}%\})"
    r"|(?P<tag></?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]{0,5000})?/?>)"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
    r"|(?P<emphasis>\*+|_+)"
)
_BACKTICKS: Final = expression(r"`+")
_TARGET: Final = expression(
    r"\(\s*(?:<[^<>\n]{0,2000}>|(?:\{\{[^{}]{0,500}\}\}|[^()\s{]|\{(?!\{)|\([^()\s]{0,500}\))*)"
    r"(?:\s+(?:\"[^\"]{0,2000}\"|'[^']{0,2000}'|\([^()]{0,2000}\)))?\s*\)"
)
_PICTURE_TARGET: Final = expression(r"\([^()]{0,5000}(?:\([^()]{0,500}\)[^()]{0,5000}){0,5}\)")
"""Converters write the data of placeholder pictures there, with spaces and quotes."""
_REFERENCE: Final = expression(r"\s?\[[^\[\]]{0,300}\]")


@dataclass(frozen=True)
class _Token:
    kind: str
    start: int
    end: int
    text: str = ""
    """What it stands for in the story; nothing where it is dropped."""


@dataclass
class _Marks:
    """The marks of one paragraph, with those that belong together found."""

    source: str
    tokens: list[_Token] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    _comments_close: bool = True
    _brackets: list[_Token] = field(default_factory=list)
    _emphasis: list[_Token] = field(default_factory=list)

    def read(self, start: int, end: int) -> None:
        position = start
        code_ends = _code_fences(self.source, start, end)
        while mark := _MARK.search(self.source, position, end):
            position = self._take(mark, end, code_ends)

    def _take(self, mark: regex.Match[str], end: int, code_ends: dict[int, list[int]]) -> int:
        kind = mark.lastgroup
        if kind == "code":
            return self._take_code(mark, code_ends)
        if kind == "comment":
            closing = self.source.find("-->", mark.end(), end) if self._comments_close else -1
            self._comments_close = closing >= 0
            stop = closing + 3 if closing >= 0 else mark.end()
            self.tokens.append(_Token("drop", mark.start(), stop))
            return self.tokens[-1].end
        if kind == "open":
            self._brackets.append(_Token(mark[0], mark.start(), mark.end()))
        elif kind == "close":
            return self._take_link(mark, end)
        elif kind == "emphasis":
            self._take_emphasis(mark)
        else:
            self._take_simple(mark, kind)
        return mark.end()

    def _take_simple(self, mark: regex.Match[str], kind: str | None) -> None:
        if kind == "escape":
            self.tokens.append(_Token("drop", mark.start(), mark.start() + 1))
        elif kind == "template":
            self.tokens.append(_Token("drop", mark.start(), mark.end()))
        elif kind == "auto":
            self.tokens.append(_Token("drop", mark.start(), mark.start() + 1))
            self.tokens.append(_Token("drop", mark.end() - 1, mark.end()))
        elif kind == "tag":
            name = mark[0].strip("</>").split(None, 1)[0].casefold().rstrip("/")
            self.tokens.append(_Token("unit", mark.start(), mark.end(), " " if name == "br" else ""))
            if name == "img":
                alt = re.search(r"\balt=[\"']([^\"']*)", mark[0])
                self._picture(alt[1] if alt else "")
        else:
            decoded = html.unescape(mark[0])
            if decoded != mark[0]:
                self.tokens.append(_Token("unit", mark.start(), mark.end(), decoded))

    def _take_code(self, mark: regex.Match[str], code_ends: dict[int, list[int]]) -> int:
        """A code span ends at the next run of as many backticks; without one its backticks are text."""
        closings = code_ends.get(len(mark[0]), [])
        while closings and closings[-1] <= mark.start():
            closings.pop()
        if not closings:
            return mark.end()
        closing = closings.pop()
        self.tokens.append(_Token("drop", mark.start(), mark.end()))
        self.tokens.append(_Token("code", mark.end(), closing))
        self.tokens.append(_Token("drop", closing, closing + len(mark[0])))
        return closing + len(mark[0])

    def _take_link(self, mark: regex.Match[str], end: int) -> int:
        if not self._brackets:
            return mark.end()
        opening = self._brackets.pop()
        pattern = _PICTURE_TARGET if opening.kind == "![" else _TARGET
        target = pattern.match(self.source, mark.end(), end) or _REFERENCE.match(self.source, mark.end(), end)
        if target is None:
            return mark.end()
        if opening.kind == "![":
            while self.tokens and self.tokens[-1].start >= opening.start:
                self.tokens.pop()
            self._emphasis = [run for run in self._emphasis if run.start < opening.start]
            self.tokens.append(_Token("drop", opening.start, target.end()))
            self._picture(self.source[opening.end : mark.start()])
        else:
            self.tokens.append(_Token("drop", opening.start, opening.end))
            self.tokens.append(_Token("drop", mark.start(), target.end()))
        return target.end()

    def _picture(self, alt: str) -> None:
        self.pictures.append(Picture(alt.replace("\\", "")))

    def _take_emphasis(self, mark: regex.Match[str]) -> None:
        """A run closes the last one like it, unless one of the two stands between spaces or both inside words."""
        before = self.source[mark.start() - 1 : mark.start()] or " "
        after = self.source[mark.end() : mark.end() + 1] or " "
        inside = before.isalnum() and after.isalnum()
        if (before.isspace() and after.isspace()) or (inside and mark[0][0] == "_"):
            return
        run = _Token("inside" if inside else "edge", mark.start(), mark.end(), mark[0])
        if self._emphasis and self._emphasis[-1].text == run.text:
            opening = self._emphasis[-1]
            if "edge" in (opening.kind, run.kind) and opening.end < run.start:
                self._emphasis.pop()
                self.tokens.append(_Token("drop", opening.start, opening.end))
                self.tokens.append(_Token("drop", run.start, run.end))
                return
        if not after.isspace() or len(mark[0]) > 1:
            self._emphasis.append(run)


def _code_fences(source: str, start: int, end: int) -> dict[int, list[int]]:
    """Where runs of backticks stand, by their length, the last first."""
    fences: dict[int, list[int]] = {}
    if source.find("`", start, end) >= 0:
        for run in _BACKTICKS.finditer(source, start, end):
            fences.setdefault(len(run[0]), []).append(run.start())
    for starts in fences.values():
        starts.reverse()
    return fences


@dataclass(frozen=True)
class Inline:
    """The story text of a paragraph, and the pictures that stand in it."""

    story: StoryText
    pictures: tuple[Picture, ...] = ()
    emphasis: int = 0


def inline(origin: StoryText, rows: Sequence[Row]) -> Inline:
    """Reads the rows of one paragraph as one text."""
    marks = _Marks(origin.text)
    marks.read(rows[0].start, rows[-1].end)
    builder = StoryTextBuilder(origin)
    writer = RowWriter(builder, rows)
    position = rows[0].start
    for token in _apart(sorted(marks.tokens, key=lambda token: (token.start, token.end))):
        writer.write(position, token.start)
        if token.kind == "code":
            mask_start = builder.length
            writer.write(token.start, token.end)
            builder.mask(mask_start, "code")
        else:
            builder.unit(token.text, token.start, token.end)
        position = token.end
        if not token.text and builder.ends_in_space:
            position = _after_spaces(origin.text, position)
    writer.write(position, rows[-1].end)
    return Inline(builder.build(), tuple(marks.pictures), _emphasis_of(rows))


def _after_spaces(source: str, position: int) -> int:
    """Two spaces with nothing but a dropped mark between them are one to a reader."""
    while source[position : position + 1] in (" ", "\t"):
        position += 1
    return position


def _apart(tokens: Sequence[_Token]) -> Iterator[_Token]:
    """The tokens without those that lie in one before."""
    end = 0
    for token in tokens:
        if token.start >= end:
            yield token
            end = token.end


def _emphasis_of(rows: Sequence[Row]) -> int:
    """How many marks set off the whole paragraph."""
    first, last = rows[0].text, rows[-1].text
    marks = first[: len(first) - len(first.lstrip("*_"))][:3]
    if not marks or first[len(marks) : len(marks) + 1].isspace() or not last.endswith(marks):
        return 0
    return len(marks) if sum(row.text.count(marks) for row in rows) == 2 else 0
