from __future__ import annotations

import json

import pytest

from copylint.document.block import Fields
from copylint.document.formats import read
from copylint.document.model import Document
from copylint.errors import CopylintError, Problem
from copylint.source.decode import decode


def documents(text: str, fields: Fields | None = None, path: str = "archive.jsonl") -> tuple[Document, ...]:
    return read(decode(path, text.encode()), fields=fields)


def problem(text: str, fields: Fields | None = None) -> Problem:
    with pytest.raises(CopylintError) as caught:
        documents(text, fields)
    (found,) = caught.value.problems
    return found


def parts(document: Document) -> list[tuple[str, str]]:
    return [(segment.part, segment.text) for segment in document.segments]


ARTICLE = {
    "title": "Dam fails above Lyon",
    "text": 'LYON (Reuters) - The dam fell.\n\nIt\u2019s the second, "he" said.',
    "author": "Jane Doe",
    "date": "2026-02-06",
    "language": "en",
    "url": "https://example.org/dam",
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("path", ["archive.jsonl", "archive.ndjson"])
def test_each_line_is_an_article(newline: str, path: str) -> None:
    lines = [
        json.dumps(ARTICLE),
        "",
        "  ",
        json.dumps({"headline": "Two", "body": "The wall\u2028fell."}, ensure_ascii=False),
    ]
    first, second = documents(newline.join(lines) + newline, path=path)
    assert parts(first) == [
        ("headline", "Dam fails above Lyon"),
        ("dateline", "LYON (Reuters) -"),
        ("body", "The dam fell."),
        ("body", 'It’s the second, "he" said.'),
    ]
    assert [first.index, second.index] == [0, 1]
    assert second.of_part("headline")[0].text == "Two"


def test_places_stand_in_the_file() -> None:
    text = f"\n{json.dumps(ARTICLE)}\n"
    (document,) = documents(text)
    body = document.of_part("body")[-1]
    for words, place in (("’", r"\u2019"), ('"he"', r"\"he\"")):
        start = body.text.index(words)
        span = body.source_span(start, start + len(words))
        assert text[span.start : span.end] == place
    assert [story.text for story in document.plain] == [ARTICLE["text"]]


def test_facts() -> None:
    (document,) = documents(json.dumps(ARTICLE))
    facts = {name: ARTICLE[name] for name in ("language", "title", "author", "date", "url")}
    assert document.metadata == facts


@pytest.mark.parametrize("name", ["text", "body", "content", "article", "maintext"])
def test_usual_names_of_the_text(name: str) -> None:
    (document,) = documents(json.dumps({name: "The dam fell on Friday, officials said."}))
    assert parts(document) == [("body", "The dam fell on Friday, officials said.")]


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ({"text": ["One fell.", "Two fell."]}, ["One fell.", "Two fell."]),
        ({"content": "<p>R&amp;D fell.</p><p>Two fell.</p>"}, ["R&D fell.", "Two fell."]),
        ({"text": "3 &lt; 4 fell."}, ["3 &lt; 4 fell."]),
        ({"text": "", "body": "One fell."}, ["One fell."]),
        ({"text": 3, "body": "One fell."}, ["One fell."]),
    ],
)
def test_shapes_of_the_text(article: dict[str, object], expected: list[str]) -> None:
    (document,) = documents(json.dumps(article))
    assert [segment.text for segment in document.of_part("body")] == expected


def test_named_fields() -> None:
    lines = '{"story": "The dam fell.", "text": "no", "kopf": "Dam fails"}\n{"text": "no", "title": "no"}\n'
    (document,) = documents(lines, Fields(text="story", title="kopf"))
    assert parts(document) == [("headline", "Dam fails"), ("body", "The dam fell.")]


@pytest.mark.parametrize(
    ("text", "fields", "line", "column", "message"),
    [
        ('\n{"text": "The dam fell."}\n', Fields(text="story"), 2, 1, "no line has the field 'story'"),
        ('{"text": "The dam fell."}\n', Fields(title="kopf"), 1, 1, "no line has the field 'kopf'"),
        ('{"text": "a"}\n{"text": "b"', None, 2, 13, "broken JSON"),
        ('{"text": "a"}\n\n{"text" "b"}', None, 3, 9, "broken JSON"),
        ('{"text": "a"}\n["b"]\n', None, 2, 1, "no JSON object"),
        ('{"text": "a"} {"text": "b"}\n', None, 1, 15, "broken JSON"),
        ('{"text": ' + "[" * 100_000, None, 1, 1, "nests too deeply"),
    ],
)
def test_errors_have_their_place(text: str, fields: Fields | None, line: int, column: int, message: str) -> None:
    found = problem(text, fields)
    assert (found.line, found.column) == (line, column)
    assert message in found.message


@pytest.mark.parametrize("text", ["", "\n\n", '{"id": 1}\n{"id": 2}\n', '{"text": " ", "title": null}'])
def test_lines_without_an_article_are_no_documents(text: str) -> None:
    assert documents(text) == ()


def test_nothing_is_asked_of_an_empty_file() -> None:
    assert documents("\n", Fields(text="story")) == ()
