"""Every finding stands where it says: its text is what the source has there, read as the source's format is."""

from __future__ import annotations

import html
import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import pytest

from copylint.checks.model import Setting
from copylint.config.command_line import CommandLine
from copylint.config.settings import ruleset, settings
from copylint.document.escapes import Escape
from copylint.document.formats import read
from copylint.document.formats.wire.anpa_text import decoded
from copylint.document.model import Document, Segment
from copylint.document.story_text import StoryText
from copylint.engine.linter import Linter
from copylint.errors import CopylintError
from copylint.finding import Finding
from copylint.source.decode import Source, decode

WIRE: Final = (
    "afp-newsml12-ar",
    "apa-g2",
    "dpa-g2",
    "feeds",
    "iptc-newsmlg2",
    "iptc-ninjs",
    "superdesk-core",
    "superdesk-stt",
)
COPY: Final = {
    "reuters-web": 12,
    "bbc-2004": 8,
    "fnc1-web": 12,
    "18f-posts-md": 8,
    "ucsc-posts-md": 8,
    "fakenews-es": 8,
    "fakebr-pt": 8,
    "vietnews-tok": 8,
    "html-conv-fundus": 4,
    "html-conv-postlight": 4,
    "html-conv-readability": 4,
    "html-conv-traf-eval": 4,
}
"""Of each folder every so manieth file, so that the tests stay quick; every one with COPYLINT_WHOLE_CORPUS=1."""

_TAG: Final = re.compile(
    r"<!--.*?-->|<\?.*?\?>"
    r"|<(?P<name>/?[A-Za-z][\w:.-]*)[^<>]*>"
    r"|</[^A-Za-z<>][^<>]*>|<![^<>]*>",  # HTML takes these for comments
    re.DOTALL,
)
_WHITE_SPACE: Final = re.compile(r"[ \t\r\n\f]+")


_NO_COPY: Final = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


def _without_tags(text: str) -> str:
    text = _NO_COPY.sub("", text)
    return _TAG.sub(lambda tag: " " if (tag["name"] or "").casefold() == "br" else "", text)


_DECODERS: Final[dict[Escape, Callable[[str], str]]] = {
    "xml": lambda text: html.unescape(_without_tags(text)),
    "attribute": html.unescape,
    "cdata": lambda text: text.replace("<![CDATA[", "").replace("]]>", ""),
    "json": lambda text: str(json.loads(f'"{text}"', strict=False)),
    "anpa": lambda text: decoded(StoryText.whole(re.sub(r"[<=]?\s*\n[\t \x08^]*", " ", text))).text,
}


def read_again(text: str, escapes: Sequence[Escape]) -> str:
    """A slice of the source as its reader reads it, outermost format first, its white space folded."""
    for escape in reversed(escapes):
        text = _DECODERS[escape](text)
    return folded(text)


def folded(text: str) -> str:
    return _WHITE_SPACE.sub(" ", text).strip()


_LINK_TARGET: Final = re.compile(r"\]\((?:[^()]|\([^()]*\))*\)|\]\s?\[[^\[\]]*\]")
_AUTOMATIC_LINK: Final = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_PICTURE: Final = re.compile(r"!\[(?:[^\[\]]|\[[^\[\]]*\])*\]")
_WORD: Final = re.compile(r"\w+")


def words_of_line(text: str) -> list[str]:
    """The words of a slice of plain text or Markdown, whose marks are dropped and whose lines are joined."""
    text = _AUTOMATIC_LINK.sub(r"\1", text)
    text = _LINK_TARGET.sub("]", re.sub(r"(?<=\w)-\s*\n\s*(?=\w)", "-", text))
    text = _PICTURE.sub("", html.unescape(_without_tags(text)))
    return words_in(text)


def words_in(text: str) -> list[str]:
    return _WORD.findall(re.sub(r"[*_`\\\[\]]", "", text))


def stands_there(text: str, slice_: str, segment: Segment, start: int, document: Document) -> bool:
    """Whether a stretch of a segment's story text is what a slice of the source says."""
    if document.by_lines:
        # What stands in the story as a tag, '<n>' in Markdown's code, is none of its markup.
        return words_of_line(slice_) in (words_of_line(text), words_in(text))
    return folded(text) == read_again(slice_, segment.offsets.escapes_at(start))


def misplaced_segments(documents: Sequence[Document]) -> Iterator[str]:
    """The segments whose text, or one of whose words, does not stand where their map says."""
    for document in documents:
        for segment in document.segments:
            places = [(0, len(segment.text)), *(word.span() for word in _WORD.finditer(segment.text))]
            for start, end in places:
                span = segment.source_span(start, end)
                slice_ = document.source_text[span.start : span.end]
                if not stands_there(segment.text[start:end], slice_, segment, start, document):
                    yield f"{segment.part} {segment.text[start:end]!r} at {span}: {slice_!r}"
                    break


def misplaced_findings(source: Source, documents: Sequence[Document], findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        slice_ = source.text[finding.span.start : finding.span.end]
        document = documents[finding.document]
        segment = document.segment_at(finding.span.start)
        if slice_ == finding.text:
            continue
        if segment is None or not stands_there(finding.text, slice_, segment, 0, document):
            yield f"{finding.rule} {finding.text!r} at {finding.span}: {slice_!r}"


@pytest.fixture(scope="module")
def linter() -> Linter:
    rules = ruleset(settings(CommandLine(), None, isolated=True))
    return Linter(rules, Setting(rules.profile, None, rules.house))


def misplaced(path: Path, linter: Linter) -> list[str]:
    try:
        source = decode(path.name, path.read_bytes())
        documents = read(source)
    except CopylintError:
        return []
    findings = linter.lint(source, documents).findings if documents else ()
    return [
        f"{path.name}: {found}"
        for found in (*misplaced_segments(documents), *misplaced_findings(source, documents, findings))
    ]


@pytest.mark.parametrize("folder", [f"wire-{name}" for name in WIRE])
def test_findings_in_news_formats_stand_where_they_say(corpus: Path, linter: Linter, folder: str) -> None:
    paths = sorted((corpus / folder).iterdir())
    assert paths
    assert [found for path in paths for found in misplaced(path, linter)] == []


@pytest.mark.parametrize(("folder", "every"), COPY.items())
def test_findings_in_copy_stand_where_they_say(corpus: Path, linter: Linter, folder: str, every: int) -> None:
    step = 1 if os.environ.get("COPYLINT_WHOLE_CORPUS") else every
    paths = [path for path in sorted((corpus / folder).iterdir()) if path.suffix in (".txt", ".md")][::step]
    assert paths
    assert [found for path in paths for found in misplaced(path, linter)] == []
