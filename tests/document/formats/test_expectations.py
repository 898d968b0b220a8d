"""The headline and the first words of body of real news files, each checked by eye against the file.

The copy is its publishers', so `expectations.tsv` holds hashes of the words: path, number of the document, format,
headline, first paragraph of body. A line of it is made by `digest`.
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from copylint.document.formats import read
from copylint.document.model import Document, Part
from copylint.source.decode import decode

TABLE: Final = Path(__file__).with_name("expectations.tsv")
_WORDS: Final = 5


class Expectation(NamedTuple):
    path: str
    document: int
    format: str
    headline: str
    body: str


def expectations() -> list[Expectation]:
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").split("\n") if line)
    return [Expectation(path, int(number), name, headline, body) for path, number, name, headline, body in rows]


def digest(text: str) -> str:
    """Of the first words; a dash where there are none."""
    words = " ".join(text.split()[:_WORDS])
    return blake2b(words.encode(), digest_size=6).hexdigest() if words else "-"


def first_words(document: Document, part: Part) -> str:
    return next((segment.text for segment in document.of_part(part)), "")


@pytest.mark.parametrize("expected", expectations(), ids=lambda each: f"{each.path}-{each.document}")
def test_headline_and_body_of_a_news_file(corpus: Path, expected: Expectation) -> None:
    path = corpus / expected.path
    document = read(decode(path.name, path.read_bytes()))[expected.document]
    found = (document.format, digest(first_words(document, "headline")), digest(first_words(document, "body")))
    assert found == (expected.format, expected.headline, expected.body)
