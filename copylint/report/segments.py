"""How files were cut into segments, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from copylint.document.model import Document, Segment
from copylint.engine.runner import Run
from copylint.report.json import VERSION, dumped, place
from copylint.report.safe import safe, safe_path
from copylint.report.summary import left_out_lines
from copylint.source.decode import Source

_PART_WIDTH = 12


def text_lines(run: Run) -> Iterator[str]:
    for checked in run.checked:
        for document in checked.documents:
            number = f" (document {document.index})" if len(checked.documents) > 1 else ""
            yield f"{safe_path(checked.path)}{number}: {document.format}, {document.language}"
            for name, value in sorted(document.metadata.items()):
                yield f"{'':>5}  {'metadata':<{_PART_WIDTH}}  {safe(name)}: {safe(value)}"
            for segment in document.segments:
                yield _segment_line(segment, document, checked.source)
            yield ""
    yield from left_out_lines(run)


def _segment_line(segment: Segment, document: Document, source: Source) -> str:
    line = source.lines.line_of(segment.span.start)
    language = "" if segment.language == document.language else f" ({segment.language})"
    return f"{line:>5}  {segment.part:<{_PART_WIDTH}}{language}  {safe(segment.text)}"


def json_lines(run: Run) -> Iterator[str]:
    documents = [_document(document, checked.source) for checked in run.checked for document in checked.documents]
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
                "start": place(segment.span.start, source),
                "end": place(segment.span.end, source),
                "text": segment.text,
            }
            for segment in document.segments
        ],
    }
