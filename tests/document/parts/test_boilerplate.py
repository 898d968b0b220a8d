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
        "3 min read",
        "2 hours ago",
        "(Opens in new window)",
        "Click to share on Facebook (Opens in new window)",
        "ALSO READ | Bank fails in Athens",
        "Follow Ann Lee on Twitter: @annlee",
        "We use cookies to improve your experience.",
        "By continuing to use this site, you agree to our terms.",
        "Already a subscriber? Log in",
        "You have 2 free articles left this month.",
        "Presented by Oran Savings Bank",
        "**Advertisement**",
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
        "Join us on Friday at the town hall, the mayor wrote.",
        "Sponsored by a bank, the race began on Friday.",
        "Register to vote by Friday, officials say.",
        "Get the latest figures right, he told them.",
        "Update at 1:33 p.m. ET. Shots heard: police close the road.",
        "By continuing the talks, ministers hope you agree with them.",
        "He left two hours ago.",
    ],
)
def test_copy_that_uses_the_same_words(line: str) -> None:
    assert not is_boilerplate(line)
