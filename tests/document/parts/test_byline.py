from __future__ import annotations

import pytest

from copylint.document.parts.byline import is_byline, is_writer_title


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee",
        "By ANN LEE",
        "BY ANN LEE",
        "by Ann Lee",
        "By Ann Lee (AFP)",
        "By Ann Lee in Paris",
        "By Ann Lee and Bob Roe",
        "By Ann Lee, Bob Roe and Carla de la Cruz",
        "By A. B. Lee Jr.",
        "By Ann O’Hara-Smith",
        "By Ann Lee, AP Sports Writer",
        "By Ann Lee for The Associated Press",
        "By Ann Lee | 01/12/15 12:35 PM",
        "By Ann Lee, August 14, 2020 2:30 pm",
        "By  Ann Lee  Follow @annlee",
        "By Agence France-Presse",
        "Von Anna Roe",
        "Von: ANNA ROE",
        "Par Anne Leroy à Paris",
        "Por Ana Roble",
    ],
)
def test_a_byline_names_the_writers_and_nothing_else(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By noon talks had ended.",
        "By Friday, the water had gone.",
        "By Monday",
        "By Ann Lee's account the bridge fell first.",
        "By the time police came it was over",
        "By Law",
        "Bystanders saw it",
        "By",
        "By far the best of them",
        "By Ann Lee, who was there when the bridge fell",
        "Von Montag an",
        "By 2020",
    ],
)
def test_a_sentence_that_begins_with_by_is_no_byline(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line", ["AP Sports Writer", "Associated Press", "Science Correspondent", "The Associated Press"]
)
def test_a_writers_title(line: str) -> None:
    assert is_writer_title(line)


@pytest.mark.parametrize("line", ["The writer left early", "Reuters said so.", "A reporter"])
def test_no_writers_title(line: str) -> None:
    assert not is_writer_title(line)
