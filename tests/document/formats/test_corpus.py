"""What must hold on real copy: the segments of a sample of every folder, and the parts that nearly every story has."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from copylint.document.formats import read
from copylint.document.model import Document, Part
from copylint.source.decode import decode

FOLDERS: Final = (
    *(
        "reuters-web",
        "bbc-2004",
        "fnc1-web",
        "fakenews-es",
        "fakebr-pt",
        "vietnews-tok",
        "ucsc-posts-md",
        "18f-posts-md",
    ),
    *("html-conv-fundus", "html-conv-postlight", "html-conv-readability", "html-conv-traf-eval"),
)


def _stories(folder: Path, every: int = 1) -> list[Document]:
    paths = [path for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".md")][::every]
    return [read(decode(path.name, path.read_bytes()))[0] for path in paths]


@pytest.mark.parametrize(
    "folder",
    FOLDERS,
)
def test_segments_lie_in_the_source_in_order(corpus: Path, folder: str) -> None:
    for document in _stories(corpus / folder, every=5):
        position = 0
        for segment in document.segments:
            assert position <= segment.span.start < segment.span.end <= len(document.source_text)
            position = segment.span.end
            assert segment.text == segment.text.strip() != ""
            assert segment.span.contains(segment.source_span(0, len(segment.text)))
            for index in range(0, len(segment.text), 40):
                if segment.offsets.is_plain(index, index + 1):
                    span = segment.source_span(index, index + 1)
                    assert document.source_text[span.start : span.end] == segment.text[index]


def test_nearly_every_agency_story_has_its_parts(corpus: Path) -> None:
    documents = _stories(corpus / "reuters-web", every=3)
    shares: dict[Part, float] = {"headline": 1.0, "dateline": 0.99, "sign-off": 0.85}
    for part, share in shares.items():
        assert sum(bool(document.of_part(part)) for document in documents) >= share * len(documents)
    assert (
        sum(len(document.of_part("caption", "credit", "boilerplate", "table", "slug")) for document in documents) == 0
    )


def test_a_broadcasters_text_has_headline_and_body_alone(corpus: Path) -> None:
    documents = _stories(corpus / "bbc-2004")
    assert sum(bool(document.of_part("headline")) for document in documents) >= 0.98 * len(documents)
    others = [s.text for d in documents for s in d.segments if s.part not in ("headline", "body", "subhead")]
    assert others == []
