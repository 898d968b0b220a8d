"""The reports for people: text, one line a finding, and the closing lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from copylint.engine.run import Run
from copylint.errors import Problem
from copylint.finding import Edit, Finding, Fix, Related, Span
from copylint.report import concise, github, problems, segments, text

RunOf = Callable[..., Run]


def finding(start: int, end: int, message: str = "Mend it.", **changes: object) -> Finding:
    return Finding(Span(start, end), "some-rule", "error", message, "", **changes)  # type: ignore[arg-type]


def paragraph(run: Run) -> list[str]:
    lines = list(text.lines(run))
    return lines[: lines.index("")]


def test_a_finding_over_several_lines_is_underlined_in_its_first_and_says_where_it_ends(run_of: RunOf) -> None:
    assert paragraph(run_of("A flood\nin Derna\non Monday\n", finding(2, 19))) == [
        "error[some-rule]: Mend it.",
        " --> story.txt:1:3",
        "  |",
        "1 | A flood",
        "  |   ^^^^^ to line 3",
    ]


def test_a_finding_that_ends_with_its_line_stays_on_it(run_of: RunOf) -> None:
    assert paragraph(run_of("A flood\nin Derna\n", finding(2, 8)))[-1] == "  |   ^^^^^"


def test_a_finding_in_an_empty_file_has_a_place(run_of: RunOf) -> None:
    assert paragraph(run_of("", finding(0, 0)))[1:] == [" --> story.txt:1:1", "  |", "1 |", "  | ^"]


def test_arrow_and_help_stand_in_the_margin(run_of: RunOf) -> None:
    fix = Fix("safe", (Edit(9, 13, "July"),))
    assert paragraph(run_of("\n" * 9 + "july 2025\n", finding(9, 13, fix=fix))) == [
        "error[some-rule]: [*] Mend it.",
        "  --> story.txt:10:1",
        "   |",
        "10 | july 2025",
        "   | ^^^^",
        "   = help: '--fix' writes 'July' for 'july'",
    ]


def test_related_places_are_shown_with_their_words_in_the_order_of_the_copy(run_of: RunOf) -> None:
    related = (Related("first used here", Span(0, 3)), Related("also here", Span(12, 15)))
    assert paragraph(run_of("One\nTwo\nSix\nTen\n", finding(4, 7, related=related)))[2:] == [
        "  |",
        "1 | One",
        "  | --- first used here",
        "2 | Two",
        "  | ^^^",
        "...",
        "4 | Ten",
        "  | --- also here",
    ]


@pytest.mark.parametrize(
    ("fix", "expected"),
    [
        (Fix("safe", (Edit(0, 3, ""),)), "'--fix' deletes 'One'"),
        (Fix("safe", (Edit(8, 11, ""),)), "'--fix' deletes line 2"),
        (Fix("safe", (Edit(8, 12, ""),)), "'--fix' deletes line 2"),
        (Fix("safe", (Edit(0, 11, ""),)), "'--fix' deletes lines 1 to 2"),
        (Fix("safe", (Edit(3, 3, ","),)), "'--fix' writes ','"),
        (Fix("unsafe", (Edit(0, 3, "1"),)), "'--fix --unsafe-fixes' writes '1' for 'One'"),
        (Fix("manual", (Edit(0, 3, "1"),)), "perhaps: write '1' for 'One'"),
        (Fix("safe", (Edit(0, 3, "1"), Edit(4, 7, "2"))), "'--fix' writes '1' for 'One', likewise in 1 other place"),
        (
            Fix("safe", (Edit(0, 3, "1"), Edit(4, 7, "2"), Edit(8, 11, ""))),
            "'--fix' writes '1' for 'One', likewise in 2 other places",
        ),
        (Fix("safe", (Edit(0, 3, "x" * 50),)), f"'--fix' writes '{'x' * 39}…' for 'One'"),
        (Fix("safe", (Edit(2, 8, "\u202e"),)), "'--fix' writes '\\u202e' for 'e Two\\x0a'"),
    ],
)
def test_the_help_says_what_the_fix_does(run_of: RunOf, fix: Fix, expected: str) -> None:
    assert paragraph(run_of("One Two\nSix\n", finding(0, 3, fix=fix)))[-1] == f"  = help: {expected}"


@pytest.mark.parametrize("fix", [None, Fix("manual")])
def test_there_is_no_help_where_no_machine_knows_what_to_write(run_of: RunOf, fix: Fix | None) -> None:
    assert paragraph(run_of("6/2\n", finding(0, 3, fix=fix)))[-1] == "  | ^^^"


def test_a_finding_for_several_places_says_how_many(run_of: RunOf) -> None:
    run = run_of("One\n", finding(0, 3, count=3))
    assert paragraph(run)[0] == "error[some-rule]: Mend it. (3 times)"
    assert next(concise.lines(run)) == "story.txt:1:1: error[some-rule] Mend it. (3 times)"
    assert next(github.lines(run)).endswith("::Mend it. (3 times)")


# github --------------------------------------------------------------------------------------------------------------


def test_an_annotation_has_columns_only_where_it_stays_on_one_line(run_of: RunOf) -> None:
    one, several = finding(0, 3), finding(0, 7)
    assert list(github.lines(run_of("One\nTwo\n", one, several)))[:2] == [
        "::error title=some-rule,file=story.txt,line=1,endLine=1,col=1,endColumn=4::Mend it.",
        "::error title=some-rule,file=story.txt,line=1,endLine=2::Mend it.",
    ]


def test_an_annotation_that_ends_with_its_line_stays_on_it(run_of: RunOf) -> None:
    assert next(github.lines(run_of("One\nTwo\n", finding(0, 4)))).startswith(
        "::error title=some-rule,file=story.txt,line=1,endLine=1,col=1,endColumn=5::"
    )


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("::error::x", "::::error::x"),
        (" 100%\n::error::x", ":: 100%25\\x0a::error::x"),
        ("a %0A b", "::a %250A b"),
        ("##[error]x", "::#\\x23[error]x"),
    ],
)
def test_a_message_ends_with_its_annotation(run_of: RunOf, message: str, expected: str) -> None:
    line = next(github.lines(run_of("One\n", finding(0, 3, message))))
    assert line == f"::error title=some-rule,file=story.txt,line=1,endLine=1,col=1,endColumn=4{expected}"


def test_problems_and_then_the_worst_findings_come_first(run_of: RunOf) -> None:
    findings = [
        Finding(Span(0, 1), "b", "info", "Mend it.", ""),
        Finding(Span(1, 2), "b", "warning", "Mend it.", ""),
        Finding(Span(2, 3), "b", "error", "Mend it.", ""),
    ]
    problem = Problem("it broke", "a,b:c.yaml", 3, 4, hint="mend it")
    lines = list(github.lines(run_of("One\n", *findings, problems=(problem,))))
    assert [line.split(" ")[0] for line in lines[:4]] == ["::error", "::error", "::warning", "::notice"]
    assert lines[0] == "::error title=copylint,file=a%2Cb%3Ac.yaml,line=3,col=4::it broke (mend it)"


# closing lines -------------------------------------------------------------------------------------------------------


def closing(run: Run) -> list[str]:
    return list(concise.lines(run))


def test_a_clean_run_says_how_many_files_it_checked(run_of: RunOf) -> None:
    assert closing(run_of("One\n")) == ["No problems in 1 file."]


def test_where_no_file_was_checked_nothing_says_that_all_is_well() -> None:
    run = Run(problems=(Problem("there is no such file", "a.txt"),), unread=1)
    assert closing(run) == ["No file was checked.", "1 file not checked: see the errors."]


def test_what_was_left_out_is_said() -> None:
    assert closing(Run(left_out=("a.json", "b.png"), empty=("::x",))) == [
        "No file was checked.",
        "2 files left out ('--show-files' says why).",
        "No copy in ::x.",
    ]


def test_what_was_fixed_is_said_first(run_of: RunOf) -> None:
    run = run_of("One\n")
    fixed = (finding(0, 1), finding(1, 2, count=2), Finding(Span(0, 0), "a-rule", "error", "Mend it.", ""))
    run = Run((replace(run.checked[0], fixed=fixed),))
    assert closing(run)[:3] == ["Fixed 4 problems in 1 file:", "  story.txt  1 a-rule, 3 some-rule", ""]


# segments and problems -----------------------------------------------------------------------------------------------


def test_segments_are_listed_with_what_is_stated(run_of: RunOf) -> None:
    run = run_of("# A flood\n\nIt rained for three days in the old town.\n", path="::story.md")
    (checked,) = run.checked
    assert checked.cut is not None
    (document,) = checked.cut.documents
    stated = {"title": "Rain", "::warning::x": "y\x1b"}
    run = Run((replace(checked, cut=replace(checked.cut, documents=(replace(document, metadata=stated),))),))
    assert list(segments.text_lines(run)) == [
        "./::story.md: markdown, en",
        "       metadata      ::warning::x: y\\x1b",
        "       metadata      title: Rain",
        "    1  headline      A flood",
        "    3  body          It rained for three days in the old town.",
        "",
    ]


def test_a_problem_is_shown_with_its_place_and_the_next_step() -> None:
    problem = Problem("unknown key 'mesage'", "wording.yaml", 12, 5, "    mesage: x", 6, "did you mean 'message'?")
    assert list(problems.lines([problem])) == [
        "error: unknown key 'mesage'",
        "  --> wording.yaml:12:5",
        "   |",
        "12 |     mesage: x",
        "   |     ^^^^^^",
        "   = help: did you mean 'message'?",
        "",
    ]


def test_a_problem_of_a_whole_file_has_no_excerpt() -> None:
    assert list(problems.lines([Problem("it is\nmissing", "a\x1b.txt", hint="x\u202e")])) == [
        "error: it is\\x0amissing",
        " --> a\\x1b.txt",
        "  = help: x\\u202e",
        "",
    ]
