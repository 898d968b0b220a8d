from __future__ import annotations

import pytest

from copylint.document.parts.sign_off import bracketed_notes, is_contributor_line, is_sign_off


@pytest.mark.parametrize(
    "sign_off",
    [
        "(Reporting by Ann Lee; Editing by Bob Roe)",
        "(Reporting By Ann Lee, editing by Bob Roe)",
        "(Reporting by  Ann Lee , Editing by  Bob Roe ).",
        "((Reporting by Ann Lee; Editing by Bob Roe))",
        "( (Reporting by Ann Lee) )",
        "(Reporting by Ann Lee; Editing by Bob Roe",
        "(Additional reporting by Ann Lee in Paris; Writing by Bob Roe)",
        "(With additional reporting by Ann Lee)",
        "(Writing and editing by Ann Lee)",
        "(Compiled by London World Desk)",
        "(Polling by Bangalore Polling Unit)",
        "(Editing by XXX)",
        "(Ann Lee reported from Paris; Editing by Bob Roe)",
        "(Reportage d’Anne Leroy, édité par Benoît Roux)",
    ],
)
def test_a_sign_off_glued_to_the_last_paragraph(sign_off: str) -> None:
    text = f'"We go on," he said. {sign_off}'
    notes = list(bracketed_notes(text))
    assert [(part, text[start:end]) for part, start, end in notes] == [("sign-off", sign_off)]


def test_two_brackets_are_two_notes() -> None:
    text = "He left. (Polling by Bob Roe) (Reporting by Ann Lee) (This story corrects the day in paragraph 2)"
    assert [part for part, _, _ in bracketed_notes(text)] == ["sign-off", "sign-off", "correction"]


@pytest.mark.parametrize(
    "text",
    [
        "He learned the trade (writing by hand) at home.",
        "The list (compiled by volunteers) is long.",
        "It was done (for good) on Friday.",
        "The bill (this story is old) passed.",
        "Nothing here.",
        "($1 = 0.7442 euros)",
    ],
)
def test_other_brackets_are_body(text: str) -> None:
    assert list(bracketed_notes(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Reporting by Ann Lee; Editing by Bob Roe",
        "Associated Press writer Ann Lee in Paris contributed to this report.",
        "The Associated Press contributed to this report.",
        "bur-abc/def",
        "abc/def/gh",
        "bur-ab-cd/ef",
        "dpa ab yyzz xx",
        "With AFP",
        "AP, Reuters",
        "(with inputs from agencies)",
        "___",
    ],
)
def test_a_sign_off_of_its_own_near_the_end(text: str) -> None:
    assert is_sign_off(text, near_end=True)


@pytest.mark.parametrize("text", ["He contributed to the fund.", "Reporting is hard.", "He left.", "Paris"])
def test_copy_near_the_end_is_no_sign_off(text: str) -> None:
    assert not is_sign_off(text, near_end=True)


def test_away_from_the_end_only_a_desk_line_is_one() -> None:
    assert not is_sign_off("With AFP", near_end=False)
    assert is_sign_off("Editing by Bob Roe", near_end=False)


def test_what_stands_under_the_rule() -> None:
    assert is_contributor_line("Lee reported from Paris.")
    assert not is_contributor_line("The river rose again.")
