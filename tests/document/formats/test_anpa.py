from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.checks.model import Setting
from copylint.config.command_line import CommandLine
from copylint.config.settings import ruleset, settings
from copylint.document.escapes import written
from copylint.document.formats import read, recognise
from copylint.document.model import Document
from copylint.engine.linter import Linter
from copylint.finding import Finding
from copylint.source.decode import Source, decode

HEADER = "\x16\x16\x01W0123\x1fasian\nr i\x13\x11 BC-ML--Libya-Flood 1stLd-Writethru   11-13 0049\n\x02"
TABULAR = HEADER.replace("\x13\x11", "\x14\x12")
TITLE = "^BC-ML--Libya-Flood, 1st Ld-Writethru,49<\n"
HEAD = TITLE + "^River rises again in Derna<\n"
COPY = (
    "\t   DERNA, Libya (AP) _ The river rose again on Monday, the mayor of the old town said.\n \n"
    "\t   ``We can't say when they'll open,'' he told reporters.\n \n"
)
TRAILER = "\n\t   \x03AP-WF-11-13-13 1509GMT<\n\n\x0c\n\x04"


def source(text: str) -> Source:
    return decode("story.tst", text.encode())


def story(text: str) -> Document:
    (document,) = read(source(text))
    return document


def parts(document: Document) -> list[tuple[str, str]]:
    return [(segment.part, segment.text) for segment in document.segments]


def findings(text: str, *, profile: str | None = None) -> list[Finding]:
    rules = ruleset(settings(CommandLine(profile=profile), None, isolated=True))
    linter = Linter(rules, Setting(rules.profile, None, rules.house))
    return list(linter.lint(source(text), read(source(text))).findings)


def test_a_story_is_cut_into_its_parts() -> None:
    head = (
        HEAD
        + "^AP Photo XNP101, XNP102<\n^Eds: With AP Photos.<\n"
        + "^EDITOR'S NOTE _ This is part of a series.<\n^By ANN LEE and ROBERT ROE=\n^Associated Press=\n"
    )
    document = story(HEADER + head + COPY + "\t   ___\n \n\t   Robert Roe reported from Tripoli.\n" + TRAILER)
    assert document.format == "anpa"
    assert parts(document) == [
        ("slug", "BC-ML--Libya-Flood, 1st Ld-Writethru,49"),
        ("headline", "River rises again in Derna"),
        ("editor-note", "AP Photo XNP101, XNP102"),
        ("editor-note", "Eds: With AP Photos."),
        ("editor-note", "EDITOR’S NOTE — This is part of a series."),
        ("byline", "By ANN LEE and ROBERT ROE"),
        ("byline", "Associated Press"),
        ("dateline", "DERNA, Libya (AP) —"),
        ("body", "The river rose again on Monday, the mayor of the old town said."),
        ("body", "“We can’t say when they’ll open,” he told reporters."),
        ("sign-off", "___"),
        ("sign-off", "Robert Roe reported from Tripoli."),
    ]


def test_the_envelope_states_facts() -> None:
    assert story(HEADER + HEAD + COPY + TRAILER).metadata == {
        "slug": "BC-ML--Libya-Flood",
        "version": "1st Ld-Writethru",
        "urgency": "r",
        "keywords": "i",
        "date": "2013-11-13T15:09:00Z",
    }


@pytest.mark.parametrize(
    ("title", "slug", "version"),
    [
        ("BC-ML--Libya-Flood,466", "BC-ML--Libya-Flood", None),
        ("BC-ML--Libya-Flood,", "BC-ML--Libya-Flood", None),
        ("BC-ML--Libya-Flood, ADVISORY,466", "BC-ML--Libya-Flood", "ADVISORY"),
        ("BC-10 Things to Know-Today,364", "BC-10 Things to Know-Today", None),
    ],
)
def test_the_title_holds_slug_and_version(title: str, slug: str, version: str | None) -> None:
    metadata = story(f"{HEADER}^{title}<\n{COPY}{TRAILER}").metadata
    assert (metadata.get("slug"), metadata.get("version")) == (slug, version)


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("``Go,'' he said.", "“Go,” he said."),
        ("``He said `go,''' she said.", "“He said ‘go,’” she said."),
        ("The so-called 'old' town doesn't.", "The so-called ‘old’ town doesn’t."),
        ("The flood of '53 wasn't.", "The flood of ’53 wasn’t."),
        ("The river _ not the dam _ rose.", "The river — not the dam — rose."),
        ("Write to a_b@example.org.", "Write to a_b@example.org."),
        ("The \x12old\x11 town.", "The old town."),
        ("Tampa\x10 Bay lost.", "Tampa Bay lost."),
    ],
)
def test_the_keyboards_stand_ins_are_read_as_what_they_stand_for(typed: str, read_as: str) -> None:
    document = story(f"{HEADER}{HEAD}\t   {typed}\n{TRAILER}")
    (body,) = document.of_part("body")
    assert body.text == read_as
    assert document.source_text[body.span.start : body.span.end] == typed


def test_a_mark_maps_to_what_was_typed_and_can_be_replaced() -> None:
    document = story(HEADER + HEAD + COPY + TRAILER)
    body = document.of_part("body")[1]
    span = body.source_span(body.text.index("”"), body.text.index("”") + 1)
    assert document.source_text[span.start : span.end] == "''"
    assert body.offsets.is_plain(0, len(body.text))


def test_how_text_is_written_in_the_format() -> None:
    assert written("“It’s ‘over’,” he", ("anpa",)) == "``It's `over','' he"
    assert written("the river — not the dam", ("anpa",)) is None


def test_a_fix_writes_what_the_format_reads() -> None:
    text = HEADER + HEAD + "\t   ``It rained for for hours,'' he said.\n" + TRAILER
    (found,) = [found for found in findings(text) if found.rule == "doubled-word"]
    assert found.fix is not None
    (edit,) = found.fix.edits
    fixed = text[: edit.start] + edit.text + text[edit.end :]
    assert parts(story(fixed))[-1] == ("body", "“It rained for hours,” he said.")


def test_a_paragraph_goes_on_in_lines_without_a_tab() -> None:
    text = HEADER + HEAD + "\t   The river rose again\r\non Monday.\r\n\t   It fell on Friday.\r\n" + TRAILER
    assert parts(story(text))[2:] == [("body", "The river rose again on Monday."), ("body", "It fell on Friday.")]


def test_marked_lines_without_an_end_are_copy_below_the_headline() -> None:
    text = HEADER + "^*9006< ^AP-Top-Headlines,0176<\r\n^Top news at 11:23 p.m.<\r\n^River rises\r\n^Dam holds\r\n"
    assert parts(story(text + TRAILER)) == [
        ("slug", "*9006"),
        ("slug", "AP-Top-Headlines,0176"),
        ("headline", "Top news at 11:23 p.m."),
        ("body", "River rises"),
        ("body", "Dam holds"),
    ]


def test_columns_are_a_table() -> None:
    text = (
        TABULAR
        + "^BC-BBO--Standings<\n^Standings=\n^All Times EDT=\n^By The Associated Press=\n^EAST=\n"
        + "\x08^\x1f\x1e W\x1e \x1e \x1e L\n\x08Port\x10 Roe\x1f\x1e 73\x1e \x1e 52\x1e \x1e _\n"
        + "\t   ___=\n^Friday's Games=\n\t   Port Roe 6, Lee 5\n\t   Lee at Port Roe, 7:05 p.m.<\n^END<\n"
    )
    assert parts(story(text + TRAILER)) == [
        ("slug", "BC-BBO--Standings"),
        ("headline", "Standings"),
        ("subhead", "All Times EDT"),
        ("byline", "By The Associated Press"),
        ("subhead", "EAST"),
        ("table", "W L Port Roe 73 52 — ___"),
        ("subhead", "Friday’s Games"),
        ("table", "Port Roe 6, Lee 5 Lee at Port Roe, 7:05 p.m."),
    ]


def test_a_table_between_paragraphs() -> None:
    text = HEADER + HEAD + COPY + "\t   Lee;42;50;rn;0.08<\n\t   Roe;60;69;rn;0.00<\n\t   It rained.\n" + TRAILER
    assert parts(story(text))[-2:] == [("table", "Lee;42;50;rn;0.08 Roe;60;69;rn;0.00"), ("body", "It rained.")]


def test_a_story_without_headline_has_none() -> None:
    assert [part for part, _ in parts(story(HEADER + TITLE + COPY + TRAILER))] == ["slug", "dateline", "body", "body"]


def test_several_stories_in_one_transmission() -> None:
    other = HEADER + HEAD.replace("River rises", "Dam breaks") + COPY + TRAILER
    documents = read(source(HEADER + HEAD + COPY + TRAILER + other))
    headlines = [document.of_part("headline")[0] for document in documents]
    assert [headline.text for headline in headlines] == ["River rises again in Derna", "Dam breaks again in Derna"]
    assert documents[1].source_text[headlines[1].span.start :].startswith("Dam breaks")


def test_an_empty_transmission_is_no_story() -> None:
    assert read(source(HEADER + TRAILER)) == ()


@given(st.text(alphabet="\x01\x02\x03\x04\x07\x08\x11\x14\x16\x1e\x1f\t\r\n ^<=;_`'Ab1", max_size=60))
def test_no_envelope_is_too_broken(text: str) -> None:
    for document in read(source("\x16\x16\x01" + text), format="anpa"):
        assert all(segment.text.strip() for segment in document.segments)


def test_control_characters_of_the_envelope_are_no_findings() -> None:
    text = HEADER + HEAD + COPY + "\x08Port\x10 Roe\x1f\x1e 73\n" + TRAILER
    assert recognise(source(text)) == "anpa"
    for profile in ("wire", "web"):
        rules = {found.rule for found in findings(text, profile=profile)}
        assert not rules & {"control-character", "wire-control-byte"}


def test_a_control_character_inside_a_paragraph_is_found() -> None:
    text = HEADER + HEAD + COPY.replace("mayor", "ma\x07yor") + TRAILER
    (found,) = [found for found in findings(text) if found.rule == "control-character"]
    assert text[found.span.start : found.span.end] == "\x07"


def test_typed_quotation_marks_are_no_mixture() -> None:
    text = HEADER + HEAD + COPY + "\t   ``It's over,'' she said.\n" + TRAILER
    assert "quote-glyph-mix" not in {found.rule for found in findings(text)}


@pytest.mark.parametrize("text", ["\u2019\u2019", "\u201d\u2019", "\u2018\u2018", "\u2018\u201c"])
def test_marks_that_would_run_together_are_not_written(text: str) -> None:
    assert written(text, ("anpa",)) is None


def test_a_long_run_of_syn_is_read_in_linear_time() -> None:
    start = time.process_time()
    read(decode("story.anpa", b"\x16\x16\x01 \x02^A dam<\r\n\tIt failed.\r\n" + b"\x16" * 200_000))
    assert time.process_time() - start < 5


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_header_is_read_whatever_ends_its_lines(newline: str) -> None:
    lines = ("\x16\x16\x01v0001", "d s BC-Dam", "\x02^BC-Dam<", "^Dam fails<", "\tIt failed.", "\x03")
    (document,) = read(decode("story.anpa", newline.join(lines).encode()))
    assert (document.metadata["urgency"], document.metadata["keywords"]) == ("d", "s")
    assert [segment.text for segment in document.segments] == ["BC-Dam", "Dam fails", "It failed."]
