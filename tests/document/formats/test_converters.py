"""What converters make of a table that holds a picture and its caption, and what they make of a real one."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Final

import pytest

from copylint.checks.model import Setting
from copylint.config.command_line import CommandLine
from copylint.config.settings import ruleset, settings
from copylint.document.formats import read
from copylint.document.model import Document
from copylint.engine.linter import Linter
from copylint.finding import Finding
from copylint.source.decode import Source, decode

LEAD: Final = (
    "DERNA, Libya (AFP) — The river rose again on Monday, the mayor of the old town said, and two bridges were closed."
    "\n\n"
)
END: Final = "\n\nThe army was sent to help the people who live by the water, he told reporters.\n"
CAPTION: Final = "People wade through a flooded street in Derna on Monday"
CREDITED: Final = f"{CAPTION}. Photo: AFP"

PIPES: Final = {"trailing-pipe", "leading-pipe"}
RESIDUE: Final = PIPES | {
    "empty-image",
    "image-without-address",
    "empty-table-row",
    "orphan-table-rule",
    "picture-rule-residue",
}

SHAPES: Final[dict[str, tuple[str, set[str]]]] = {
    "trafilatura 1": ("![]() |\n{} |", {"empty-image", "trailing-pipe"}),
    "trafilatura 1, blank line": ("![]() |\n\n{} |", {"empty-image", "trailing-pipe"}),
    "trafilatura 1, paragraphs in the cells": ("![]()\n|\n\n{}\n|", {"empty-image", "trailing-pipe"}),
    "trafilatura 1, with address": ("![A flood](flood.jpg) |\n{} |", {"trailing-pipe"}),
    "trafilatura 2": ("| ![]() | \n| {} | ", {"empty-image", *PIPES}),
    "trafilatura 2, one cell": ("| ![]() {} | ", {"empty-image", *PIPES}),
    "trafilatura 2, with address": ("| ![A flood](flood.jpg) | \n| {} | ", PIPES),
    "trafilatura 2, picture as head": ("| ![]() | \n|---| \n| {} | ", {"empty-image", "orphan-table-rule", *PIPES}),
    "html2text": ("![m]()  \n---  \n{}  \n  ", {"image-without-address", "picture-rule-residue"}),
    "html2text, no words": ("![]()  \n---  \n{}  \n  ", {"empty-image", "picture-rule-residue"}),
    "html2text, with address": ("![A flood](flood.jpg)  \n---  \n{}  \n  ", {"picture-rule-residue"}),
    "markdownify": (
        "|  |\n| --- |\n| ![]() |\n| {} |",
        {"empty-image", "empty-table-row", "orphan-table-rule", *PIPES},
    ),
    "markdownify, picture as head": (
        "| ![m]() |\n| --- |\n| {} |",
        {"image-without-address", "orphan-table-rule", *PIPES},
    ),
    "markdownify, picture lost": ("|  |\n| --- |\n|  |\n| {} |", {"empty-table-row", "orphan-table-rule", *PIPES}),
    "markdownify, no picture": ("|  |\n| --- |\n| {} |", {"empty-table-row", "orphan-table-rule", *PIPES}),
}
"""A picture and its caption, by converter, with the rules that report it."""

TABLES: Final = {
    "Markdown": "| Team | Points |\n|------|--------|\n| Lyon | 3 |\n| Nice | 1 |",
    "trafilatura 2": "| Team | Played | \n|---|---| \n| Lyon | 2 | \n| Nice | 2 | ",
    "trafilatura 2, no head": "| Lyon | 2 | 3 | \n| Nice | 2 | 1 | ",
    "trafilatura 2, empty cells": "| Lyon |  | 3 | \n| Nice | 2 |  | ",
    "html2text": "Team| Played| Points  \n---|---|---  \nLyon| 2| 3  \nNice| 2| 1  \n  ",
    "html2text, two empty heads": "| |   \n---|---|---  \n1| Lyon| 3  \n2| Nice| 1  \n  ",
    "markdownify, no head": "|  |  |\n| --- | --- |\n| Lyon | 3 |\n| Nice | 1 |",
    "a picture in a row": "| Team | Shirt |\n| --- | --- |\n| Lyon | ![White](lyon.png) |\n| Nice | ![Red](nice.png) |",
}


@pytest.fixture(scope="module")
def linter() -> Linter:
    rules = ruleset(settings(CommandLine(), None, isolated=True))
    return Linter(rules, Setting(rules.profile, None, rules.house))


def source(text: str, extension: str) -> Source:
    return decode(f"story.{extension}", (LEAD + text + END).encode())


def story(text: str, extension: str) -> Document:
    return read(source(text, extension))[0]


def residue(linter: Linter, copy: Source) -> list[Finding]:
    return [found for found in linter.lint(copy, read(copy)).findings if found.rule in RESIDUE]


@pytest.mark.parametrize(("shape", "extension"), list(product(SHAPES, ("txt", "md"))))
@pytest.mark.parametrize("caption", [CAPTION, CREDITED], ids=["bare", "credited"])
def test_a_flattened_picture_table_is_residue(shape: str, extension: str, caption: str, linter: Linter) -> None:
    text, expected = SHAPES[shape]
    assert {found.rule for found in residue(linter, source(text.format(caption), extension))} == expected


@pytest.mark.parametrize(("shape", "extension"), list(product(SHAPES, ("txt", "md"))))
@pytest.mark.parametrize("caption", [CAPTION, CREDITED], ids=["bare", "credited"])
def test_what_stands_behind_the_picture_is_its_caption(shape: str, extension: str, caption: str) -> None:
    segments = story(SHAPES[shape][0].format(caption), extension).segments
    assert [segment.part for segment in segments] == ["dateline", "body", "caption", "body"]
    assert segments[2].text == caption


@pytest.mark.parametrize(("shape", "extension"), list(product(SHAPES, ("txt", "md"))))
def test_residue_never_reaches_into_the_caption(shape: str, extension: str, linter: Linter) -> None:
    copy = source(SHAPES[shape][0].format(CREDITED), extension)
    for found in residue(linter, copy):
        assert not any(char.isalpha() for char in copy.text[found.span.start : found.span.end].replace("m]()", ""))


@pytest.mark.parametrize(("table", "extension"), list(product(TABLES, ("txt", "md"))))
def test_a_real_table_is_no_residue(table: str, extension: str, linter: Linter) -> None:
    assert residue(linter, source(TABLES[table], extension)) == []
    assert [segment.part for segment in story(TABLES[table], extension).segments] == [
        *("dateline", "body", "table", "body"),
    ]


def test_pictures_side_by_side_make_no_table_of_their_captions() -> None:
    for extension in ("txt", "md"):
        (caption,) = story("| ![]() | ![]() | \n| A flood | The dam above the town | ", extension).of_part("caption")
        assert caption.text == "A flood | The dam above the town"


def test_a_story_that_a_page_laid_out_as_a_table_is_no_table() -> None:
    for extension in ("txt", "md"):
        text = "|  |  | \n| " + "The dam held, he said on Tuesday. " * 30 + "|  | "
        assert story(text, extension).of_part("table") == ()


def test_an_empty_cell_far_from_the_next_one_is_no_picture() -> None:
    for extension in ("txt", "md"):
        assert story("|  | \n\n| The dam held, he said. | ", extension).of_part("caption") == ()


def test_real_tables_of_converted_pages_stay_unflagged(corpus: Path, linter: Linter) -> None:
    tables = 0
    for path in sorted(corpus.glob("html-conv-*/*.md")):
        copy = decode(path.name, path.read_bytes())
        (document,) = read(copy)
        found = [finding for finding in linter.lint(copy, [document]).findings if finding.rule in PIPES]
        for table in document.of_part("table"):
            tables += 1
            assert not any(table.span.start <= finding.span.start < table.span.end for finding in found)
    assert tables > 20
