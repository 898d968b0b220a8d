from __future__ import annotations

import pytest

from copylint.document.parts.note import correction_flag_end, note_part


@pytest.mark.parametrize(
    "text",
    [
        "Correction: The bridge fell on Monday.",
        "CORRECTION: The bridge fell on Monday.",
        "Corrections:",
        "Clarification: The bridge is not closed.",
        "Correction on Feb. 6: The bridge fell on Monday.",
        "(This story corrects the day in paragraph 2)",
        "(This story, in the sixth paragraph, corrects the day)",
        "(Corrects the day in paragraph 2)",
        "(In Jan. 3 story, corrects the day in paragraph 2)",
        "This version corrects the spelling of the town to Derna, not Derma.",
        "This story has been corrected to show that the bridge fell on Monday.",
        "An earlier version of this article misstated the day.",
        "CORRECTED-Bridge falls in Derna",
    ],
)
def test_corrections(text: str) -> None:
    assert note_part(text, lead=False) == "correction"


def test_a_correction_without_mark_stands_above_the_lead() -> None:
    assert note_part("Corrects the day in paragraph 2", lead=True) == "correction"
    assert note_part("Corrects the day in paragraph 2", lead=False) is None


@pytest.mark.parametrize(
    "text",
    [
        "Editor's note: This story is part of a series.",
        "Editors’ note: names were changed.",
        "EDITORS: Photos are available.",
        "(Adds minister's comment)",
        "(Updates with vote)",
        "(Recasts, adds details)",
        "[Editor's note: see page 2]",
        "Note to readers: The names were changed.",
    ],
)
def test_editors_notes(text: str) -> None:
    assert note_part(text, lead=False) == "editor-note"


@pytest.mark.parametrize(
    "text",
    [
        "The correction came late.",
        "The editor noted that it was late.",
        "He corrected the figure on Friday.",
        "(Adds up, he thought.) The sum was right.",
        "This story is about a bridge.",
        "This report is correct, he said.",
        "Editors met on Friday.",
    ],
)
def test_copy_is_no_note(text: str) -> None:
    assert note_part(text, lead=True) is None


def test_the_flag_before_a_headline() -> None:
    assert correction_flag_end("CORRECTED-Bridge falls") == len("CORRECTED-")
    assert correction_flag_end("CORRECTED - Bridge falls") == len("CORRECTED - ")
    assert correction_flag_end("Bridge falls") == 0
