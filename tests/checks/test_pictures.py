"""Where pictures stand."""

import pytest

from copylint.checks.pictures import pictures_in


@pytest.mark.parametrize(
    ("text", "image", "addressed"),
    [
        ("![](a.jpg)", True, True),
        ("![A flood][flood]", True, True),
        ("![]() |", True, False),
        (r"![\[Photo\]][2]", True, True),
        ("![A [wide] view](a.jpg)", True, True),
        ('<img alt="x" src="a.jpg">', True, True),
        ("<img data-src=''>", True, False),
        ("[a link](a.html) and 5 ![", False, False),
        ("no picture", False, False),
    ],
)
def test_pictures(text: str, image: bool, addressed: bool) -> None:  # noqa: FBT001 - columns of the table above
    pictures = pictures_in(f"before {text} behind")
    assert pictures.between(0, 8) is image
    assert pictures.addressed_between(0, 8) is addressed
    assert not pictures.between(8, 100)
    assert not pictures.between(0, 7)
