import pytest

from copylint.checks.entities import decoded


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ("&rsquo;", "’"),
        ("&#233;", "é"),
        ("&#xE9;", "é"),
        ("&nbsp;", " "),
        ("&shy;", ""),
        ("&#8203;", ""),
        ("&amp;", "&"),
        ("&amp;amp;amp;nbsp;", " "),
        ("&#146;", "’"),
    ],
)
def test_writes_the_character(reference: str, text: str) -> None:
    assert decoded(reference) == text


def test_an_opening_mark_between_letters_is_a_lost_character() -> None:
    assert decoded("&#191;", "a", "s") is None
    assert decoded("&#191;", " ", "Q") == "¿"
