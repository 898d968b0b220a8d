"""How files were cut into segments, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from copylint.document.model import Document, Segment
from copylint.engine.run import Cut, Run
from copylint.report.json import VERSION, dumped, place
from copylint.report.safe import safe, safe_path
from copylint.report.summary import left_out_lines
from copylint.source.decode import Source

_PART_WIDTH = 12


def text_lines(run: Run) -> Iterator[str]:
    for cut in _cuts(run):
        for document in cut.documents:
            number = f" (document {document.index})" if len(cut.documents) > 1 else ""
            yield f"{safe_path(cut.source.path)}{number}: {document.format}, {document.language}"
            for name, value in sorted(document.metadata.items()):
                yield f"{'':>5}  {'metadata':<{_PART_WIDTH}}  {safe(name)}: {safe(value)}"
            for segment in document.segments:
                yield _segment_line(segment, document, cut.source)
            yield ""
    yield from left_out_lines(run)


def _cuts(run: Run) -> Iterator[Cut]:
    return (checked.cut for checked in run.checked if checked.cut is not None)


def _segment_line(segment: Segment, document: Document, source: Source) -> str:
    line = source.lines.line_of(segment.span.start)
    language = "" if segment.language == document.language else f" ({segment.language})"
    return f"{line:>5}  {segment.part:<{_PART_WIDTH}}{language}  {safe(segment.text)}"


def json_lines(run: Run) -> Iterator[str]:
    documents = [_document(document, cut.source) for cut in _cuts(run) for document in cut.documents]
    yield dumped({"version": VERSION, "documents": documents})


def _document(document: Document, source: Source) -> dict[str, Any]:
    return {
        "path": source.path,
        "document": document.index,
        "format": document.format,
        "language": document.language,
        "metadata": dict(document.metadata),
        "segments": [
            {
                "part": segment.part,
                "language": segment.language,
                "start": place(source.lines.position(segment.span.start)),
                "end": place(source.lines.position(segment.span.end)),
                "text": segment.text,
            }
            for segment in document.segments
        ],
    }
