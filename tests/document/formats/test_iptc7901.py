from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.checks.model import Setting
from copylint.config.command_line import CommandLine
from copylint.config.settings import ruleset, settings
from copylint.document.formats import read, recognise
from copylint.document.model import Document
from copylint.engine.linter import Linter
from copylint.finding import Finding
from copylint.source.decode import Source, decode

HEADER = "\x01xyz0123 3 i 42  dpa 0045\r\n\nLibya-floods/Derna/\r\n\x02"
HEADLINE = "River rises again in Derna, two bridges closed =\r\n\r\n"
COPY = (
    "   Derna (dpa) - The river rose again on Monday, the mayor of the old\r\n"
    "town said, and two of its bridges were closed to cars and lorries\r\n"
    "from early morning on.\r\n"
    "   \"We can't say when they'll open,\" he told reporters. The army was\r\n"
    "sent to help.\r\n\r\n"
)
LEAD = (
    "The river rose again on Monday, the mayor of the old town said, and two of its bridges were closed to cars and "
    "lorries from early morning on."
)
NOTES = (
    "# Notebook\r\n\r\n"
    "## Note to editors\r\n"
    "- adds quote in graf 2\r\n\r\n"
    "* * * *\r\n"
    "The following information is not for publication\r\n\r\n"
    "## Editorial contacts\r\n"
    "- Reporting by: Ann Lee in Derna, Robert Roe in Tripoli\r\n"
    "  and Jane Poe in Tunis\r\n"
    "- Tel: +00 12 345; <desk@example.org>\r\n\r\n"
    "dpa al rr jp\r\n"
)
TRAILER = "\r\n\x03071341 GMT Okt 15\r\n\x7f\n\x7f\x04"


def source(text: str, name: str = "wire.txt") -> Source:
    return decode(name, text.encode())


def story(text: str) -> Document:
    (document,) = read(source(text))
    return document


def parts(document: Document) -> list[tuple[str, str]]:
    return [(segment.part, segment.text) for segment in document.segments]


def findings(text: str | bytes, *, profile: str | None = None) -> list[Finding]:
    read_from = decode("wire.txt", text.encode() if isinstance(text, str) else text)
    rules = ruleset(settings(CommandLine(profile=profile), None, isolated=True))
    linter = Linter(rules, Setting(rules.profile, None, rules.house))
    return list(linter.lint(read_from, read(read_from)).findings)


def test_a_story_is_cut_into_its_parts() -> None:
    document = story(HEADER + HEADLINE + COPY + NOTES + TRAILER)
    assert document.format == "iptc7901"
    assert parts(document) == [
        ("slug", "Libya-floods/Derna/"),
        ("headline", "River rises again in Derna, two bridges closed"),
        ("dateline", "Derna (dpa) -"),
        ("body", LEAD),
        ("body", "\"We can't say when they'll open,\" he told reporters. The army was sent to help."),
        ("editor-note", "Notebook"),
        ("editor-note", "Note to editors"),
        ("editor-note", "adds quote in graf 2"),
        ("editor-note", "The following information is not for publication"),
        ("editor-note", "Editorial contacts"),
        ("sign-off", "Reporting by: Ann Lee in Derna, Robert Roe in Tripoli and Jane Poe in Tunis"),
        ("editor-note", "Tel: +00 12 345; <desk@example.org>"),
        ("sign-off", "dpa al rr jp"),
    ]


def test_the_envelope_states_facts() -> None:
    assert story(HEADER + "1ST LEAD\r\n" + HEADLINE + COPY + TRAILER).metadata == {
        "slug": "Libya-floods/Derna",
        "version": "1ST LEAD",
        "urgency": "3",
        "keywords": "i",
        "date": "2015-10-07T13:41:00Z",
    }


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("River rises =", [("headline", "River rises")]),
        ("\nRiver rises =", [("headline", "River rises")]),
        ("EXTRA\nRiver rises =", [("slug", "EXTRA"), ("headline", "River rises")]),
        ("River rises\nBy Ann Lee, dpa =", [("headline", "River rises"), ("byline", "By Ann Lee, dpa")]),
        (
            "REFILE\r\n2ND LEAD\nRiver rises in Derna and two of its bridges\r\nare closed\nVon Ann Lee, dpa =",
            [
                ("slug", "REFILE"),
                ("slug", "2ND LEAD"),
                ("headline", "River rises in Derna and two of its bridges are closed"),
                ("byline", "Von Ann Lee, dpa"),
            ],
        ),
        ("(Achtung)\nRiver rises =", [("editor-note", "(Achtung)"), ("headline", "River rises")]),
        ("CORRECTION\nRiver rises =", [("correction", "CORRECTION"), ("headline", "River rises")]),
        ("RIVER RISES =", [("headline", "RIVER RISES")]),
        ("River rises\n=", [("headline", "River rises")]),
    ],
)
def test_lines_above_the_copy(head: str, expected: list[tuple[str, str]]) -> None:
    document = story(f"{HEADER}{head}\r\n\r\n{COPY}{TRAILER}")
    assert parts(document)[1 : len(expected) + 1] == expected
    assert parts(document)[len(expected) + 1][0] == "dateline"


def test_paragraphs_between_blank_lines() -> None:
    copy = COPY.replace("\r\n   ", "\r\n\r\n").lstrip()
    assert [part for part, _ in parts(story(HEADER + HEADLINE + copy + TRAILER))] == [
        *("slug", "headline", "dateline", "body", "body"),
    ]


def test_several_stories_in_one_transmission() -> None:
    one, other = HEADER + HEADLINE + COPY + TRAILER, HEADER + "Dam holds =\r\n\r\n" + COPY + NOTES + TRAILER
    documents = read(source(one + "\n\n" + other))
    assert [document.index for document in documents] == [0, 1]
    assert [document.of_part("headline")[0].text for document in documents] == [
        "River rises again in Derna, two bridges closed",
        "Dam holds",
    ]
    for document in documents:
        assert all(
            document.source_text[segment.span.start : segment.span.end].startswith(segment.text.split()[0])
            for segment in document.segments
        )


@pytest.mark.parametrize(
    "text",
    [
        HEADER + HEADLINE + COPY,
        HEADER + HEADLINE + COPY + "\x04",
        (HEADER + HEADLINE + COPY + TRAILER).replace("\r\n", "\n"),
        (HEADER + HEADLINE + COPY + TRAILER).replace("\x02", ""),
        HEADER + COPY + TRAILER,
    ],
    ids=["no ETX", "EOT alone", "LF", "no STX", "no headline"],
)
def test_a_damaged_envelope_hides_no_copy(text: str) -> None:
    bodies = [segment.text for segment in story(text).of_part("body")]
    assert bodies[-1].endswith("The army was sent to help.")


@pytest.mark.parametrize("text", ["\x01xyz0123 3 i 42\r\n\x02\r\n\x03", "\x01xyz0123", "\x01xyz1 \x02=\x03"])
def test_an_empty_transmission_is_no_story(text: str) -> None:
    assert read(source(text)) == ()


@given(st.text(alphabet="\x01\x02\x03\x04\x07\x11\x1f\x7f\r\n =#*(ABab1/", max_size=60))
def test_no_envelope_is_too_broken(text: str) -> None:
    for document in read(source("\x01abc1 " + text), format="iptc7901"):
        assert all(segment.text.strip() for segment in document.segments)


def test_control_characters_of_the_envelope_are_no_findings() -> None:
    text = HEADER + HEADLINE + COPY.replace("mayor", "\x13mayor\x11") + NOTES + TRAILER
    assert recognise(source(text)) == "iptc7901"
    for profile in ("wire", "web"):
        rules = {found.rule for found in findings(text, profile=profile)}
        assert not rules & {"control-character", "wire-control-byte"}


@pytest.mark.parametrize("control", ["\x07", "\x1b", "\x08\x07"])
def test_a_control_character_inside_a_paragraph_is_found(control: str) -> None:
    text = HEADER + HEADLINE + COPY.replace("mayor", f"ma{control}yor") + TRAILER
    (found,) = [found for found in findings(text) if found.rule == "control-character"]
    assert found.text == control
    assert text[found.span.start : found.span.end] == control


def test_dpas_notebook_is_no_residue_of_markdown() -> None:
    rules = {found.rule for found in findings(HEADER + HEADLINE + COPY + NOTES + TRAILER)}
    assert not rules & {"heading-hash-in-text", "rule-residue", "list-mark-residue"}


def test_bytes_that_are_not_utf_8_are_read_and_reported() -> None:
    data = (HEADER + HEADLINE + COPY + TRAILER).replace("mayor", "m\xfcyor").encode("latin-1")
    assert "not-utf8" in {found.rule for found in findings(data)}
    assert "müyor" in read(decode("wire.txt", data))[0].of_part("body")[0].text


def test_a_finding_in_wrapped_copy_stands_where_the_source_has_it() -> None:
    text = HEADER + HEADLINE + COPY.replace("cars and lorries\r\nfrom", "the\r\nthe") + TRAILER
    (found,) = [found for found in findings(text) if found.rule == "doubled-word"]
    assert " ".join(text[found.span.start : found.span.end].split()) == found.text.strip()
