from __future__ import annotations

import pytest

from copylint.document.parts.boilerplate import is_boilerplate


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT",
        "Scroll down for video",
        "SEE ALSO: Bank fails",
        "Read more:",
        "Poll loading …",
        "VIEW GALLERY",
        "Sign up for our newsletter!",
        "Copyright 2026 The Daily Example. All rights reserved.",
        "Updated at 11:45 p.m. ET",
    ],
)
def test_lines_of_a_template(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "The advertisement ran on Friday.",
        "Read more about it in his book.",
        "He would sign up for it.",
        "Share prices fell",
        "Comments were rude.",
    ],
)
def test_copy_that_uses_the_same_words(line: str) -> None:
    assert not is_boilerplate(line)
