"""`copylint check` on stories in markup and JSON: what is left out, what is broken, what --fix writes."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

import pytest

from copylint.cli import main

RULES: Final = """\
rules:
  - id: lower-july
    check: pattern
    pattern: \\bjuly\\b
    message: "Write 'July'."
    severity: error
    languages: ["*"]
    fix: {safety: safe, replace: July}
    examples: {invalid: [{text: In july., fixed: In July.}], valid: [In July.]}
  - id: partners
    check: swap
    swap: {"Marks and Spencer": "Marks & Spencer"}
    message: "Write '{fix}'."
    severity: error
    languages: ["*"]
    fix: {safety: safe}
    examples: {invalid: [{text: At Marks and Spencer., fixed: At Marks & Spencer.}], valid: [At Marks & Spencer.]}
  - id: straight-quotes
    check: swap
    swap: {"so called": '"so-called"'}
    message: "Write '{fix}'."
    severity: error
    languages: ["*"]
    fix: {safety: safe}
    examples: {invalid: [{text: The so called deal., fixed: 'The "so-called" deal.'}], valid: [The deal.]}
  - id: curly-apostrophe
    check: pattern
    pattern: "won't"
    message: "Write '{fix}'."
    severity: error
    languages: ["*"]
    fix: {safety: safe, replace: "won’t"}
    examples: {invalid: [{text: "It won't.", fixed: "It won’t."}], valid: [It will.]}
"""
NITF: Final = "<nitf><body><body.content><p>{}</p></body.content></body></nitf>"
NEWSML: Final = (
    "<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>{}"
    "</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
)


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


class Desk:
    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        (folder / "rules.yaml").write_text(RULES, encoding="utf-8")

    def check(self, *arguments: str) -> Outcome:
        code = main(["check", "--isolated", "--packs", "rules.yaml", *arguments])
        return Outcome(code, *self._capsys.readouterr())

    def fixed(self, name: str, text: str, encoding: str = "utf-8") -> str:
        path = self.folder / name
        path.write_bytes(text.encode(encoding))
        self.check("--fix", name)
        return path.read_bytes().decode(encoding)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path, capsys)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.xml", NITF.format("In july."), NITF.format("In July.")),
        ("a.xml", NITF.format("At Marks and Spencer."), NITF.format("At Marks &amp; Spencer.")),
        ("a.xml", NITF.format("AT&amp;T in july, <em>july</em>."), NITF.format("AT&amp;T in July, <em>July</em>.")),
        ("a.xml", NITF.format("In ju<em>ly</em>."), NITF.format("In ju<em>ly</em>.")),
        ("a.xml", NITF.format("It won&#39;t."), NITF.format("It won’t.")),
        ("a.xml", NITF.format("<![CDATA[At Marks and Spencer.]]>"), NITF.format("<![CDATA[At Marks & Spencer.]]>")),
        ("a.html", "<html><p>At Marks and Spencer in july.", "<html><p>At Marks &amp; Spencer in July."),
        (
            "a.json",
            '{"uri": "x", "headline": "A so called deal", "body_html": "<p>july\\u2019s Marks and Spencer"}',
            '{"uri": "x", "headline": "A \\"so-called\\" deal", "body_html": "<p>July\\u2019s Marks &amp; Spencer"}',
        ),
        ("a.json", '{"uri": "x", "headline": "It won\\u0027t"}', '{"uri": "x", "headline": "It won’t"}'),
        (
            "a.jsonl",
            '{"text": "In july.\\nThe so called deal."}\n',
            '{"text": "In July.\\nThe \\"so-called\\" deal."}\n',
        ),
        (
            "a.xml",
            NEWSML.format("&lt;p&gt;At Marks and Spencer.&lt;/p&gt;"),
            NEWSML.format("&lt;p&gt;At Marks &amp;amp; Spencer.&lt;/p&gt;"),
        ),
        (
            "a.xml",
            NEWSML.format("<![CDATA[<p>At Marks and Spencer.</p>]]>"),
            NEWSML.format("<![CDATA[<p>At Marks &amp; Spencer.</p>]]>"),
        ),
    ],
)
def test_a_fix_is_written_as_the_format_needs(desk: Desk, name: str, before: str, after: str) -> None:
    fixed = desk.fixed(name, before)
    assert fixed == after
    if name == "a.xml":
        ET.fromstring(fixed)  # noqa: S314 - the test's own text
    if name == "a.json":
        json.loads(fixed)


def test_a_character_that_the_file_lacks_is_left_to_a_person(desk: Desk) -> None:
    declared = f'<?xml version="1.0" encoding="ISO-8859-1"?>\r\n{NITF.format("It won&#39;t. Café in july.")}'
    assert desk.fixed("a.xml", declared, "iso-8859-1") == declared.replace("july", "July")


def test_what_is_not_news_is_left_out_and_counted(desk: Desk) -> None:
    files = {
        "pom.xml": "<project><name>july</name></project>",
        "package.json": '{"name": "july", "description": "july"}',
        "drawing.svg": '<svg xmlns="http://www.w3.org/2000/svg"><text>july</text></svg>',
        "photo.jpg": "\x00\x01\x02",
        "story.xml": NITF.format("In july."),
    }
    (desk.folder / "wire").mkdir()
    for name, text in files.items():
        (desk.folder / "wire" / name).write_text(text, encoding="utf-8")
    outcome = desk.check("wire")
    assert outcome.code == 1
    assert "4 files left out" in outcome.out
    assert outcome.out.count("[lower-july]") == 1
    for arguments in (["wire/pom.xml"], ["--show-segments", "wire/pom.xml"]):
        named = desk.check(*arguments)
        assert named.code == 0
        assert "1 file left out" in named.out


def test_a_broken_story_is_an_error_and_the_others_are_checked(desk: Desk) -> None:
    (desk.folder / "broken.xml").write_text("<nitf>\n<body><p>In july.</body></nitf>", encoding="utf-8")
    (desk.folder / "broken.json").write_text('{"uri": "x",\n "body_html": "<p>In july.</p>",}', encoding="utf-8")
    (desk.folder / "story.txt").write_text("In july.\n", encoding="utf-8")
    outcome = desk.check("--output-format", "concise", ".")
    assert outcome.code == 2
    assert "broken.xml:2:" in outcome.err
    assert "broken.json:2:" in outcome.err
    assert "story.txt:1:4" in outcome.out


BROKEN: Final = {
    "cut.json": '{"type": "text", "headline": "Ferry closes", "body_text": "In july',
    "named.json": '{"standard": {"name": "ninjs"}, "headlines": [{"value": "In july"}],}',
    "nul.json": '{"uri": "x", "headline": "In \0july"}',
    "prolog.xml": '<?xml version="1.0" ?\n<nitf><body/></nitf>',
    "comment.xml": "<!-- unclosed <nitf><body/></nitf>",
    "junk.xml": "junk <nitf><body/></nitf>",
    "nul.xml": NITF.format("In \0july."),
}


@pytest.mark.parametrize("name", BROKEN)
def test_damaged_news_is_never_taken_for_something_else(desk: Desk, name: str) -> None:
    (desk.folder / "wire").mkdir()
    (desk.folder / "wire" / name).write_text(BROKEN[name], encoding="utf-8")
    outcome = desk.check("wire")
    assert outcome.code == 2
    assert name in outcome.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_named_as_news_is_an_error(desk: Desk) -> None:
    (desk.folder / "wire").mkdir()
    os.mkfifo(desk.folder / "wire" / "story.xml")
    outcome = desk.check("wire")
    assert outcome.code == 2
    assert "no regular file" in outcome.err


def test_a_format_that_the_file_does_not_have_is_an_error(desk: Desk) -> None:
    (desk.folder / "story.xml").write_text(NITF.format("In july."), encoding="utf-8")
    outcome = desk.check("--format", "newsml", "story.xml")
    assert outcome.code == 2
    assert "no story in the format 'newsml'" in outcome.err
    assert "it reads as nitf" in outcome.err


def test_named_fields_make_lines_of_json_of_standard_input(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"t": "Ferry", "b": "In july."}\n')))
    outcome = desk.check("--text-field", "b", "--title-field", "t", "--output-format", "concise", "-")
    assert "lower-july" in outcome.out


TWO_PICTURES: Final = """{"uri": "x", "headline": "Ferry", "associations": {
  "one": {"uri": "1", "type": "picture", "description_text": "A ferry leaves in july."},
  "two": {"uri": "2", "type": "picture", "description_text": "A ferry leaves in july."},
  "again": {"uri": "2", "type": "picture", "description_text": "A ferry leaves in july."}}}"""


FIGURE: Final = "<figure><figcaption>A ferry leaves in july.</figcaption></figure>"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", TWO_PICTURES),
        ("a.xml", NEWSML.format(f"<html><body><p>The ferry left.</p>{FIGURE}{FIGURE}</body></html>")),
        ("a.html", f"<html><article><h1>Ferry</h1><p>The ferry left.</p>{FIGURE}{FIGURE}</article></html>"),
    ],
)
def test_two_pictures_with_one_caption_are_two_captions(desk: Desk, name: str, text: str) -> None:
    (desk.folder / name).write_text(text, encoding="utf-8")
    outcome = desk.check("--output-format", "concise", name)
    assert outcome.out.count("[lower-july]") == 2


def test_several_stories_of_a_file_are_several_documents(desk: Desk) -> None:
    (desk.folder / "a.jsonl").write_text('{"text": "In june."}\n\n{"text": "In july."}\n', encoding="utf-8")
    outcome = desk.check("--output-format", "json", "a.jsonl")
    (finding,) = json.loads(outcome.out)["findings"]
    assert (finding["document"], finding["start"]["line"], finding["text"]) == (1, 3, "july")
