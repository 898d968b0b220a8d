"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.checks.sentences import sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["One ends.", "Two ends!", "Three?", "Four"],
        ['"Yes," he said.', '"Never."', "(Later.)", "End."],
        ["Mr. Roe met Gen. Lee at 5 p.m. Monday on Feb. 6.", "J. P. Roe left the U.S. Embassy."],
        ["Prices rose 1.5 percent.", "Élan followed."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[start:end] for start, end in sentences(text)] == parts


@given(st.text(alphabet="aB .!?\"')", max_size=40))
def test_sentences_cover_the_text_but_for_spaces(text: str) -> None:
    found = list(sentences(text))
    between = zip([0, *(end for _, end in found)], [*(start for start, _ in found), len(text)], strict=True)
    assert all(not text[end:start].strip() for end, start in between)
