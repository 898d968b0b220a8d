"""Excerpts: long lines are cut round what is underlined, and the carets stand below it on any terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from copylint.finding import Span
from copylint.report.frame import WIDTH, Mark, frame


def lines(*marks: Mark) -> list[str]:
    return list(frame(marks))


def marked(line: str, words: str) -> Mark:
    start = line.index(words)
    return Mark(1, line, Span(start, start + len(words)))


def columns(text: str) -> int:
    """Display columns; the words of these tests have nothing that a terminal shows in no or odd width."""
    width = wcswidth(text)
    assert width >= 0
    return width


def underlined(excerpt: list[str]) -> tuple[str, str]:
    """What stands above the carets, found again by display width, and what stands left of it."""
    shown, carets = excerpt[1], excerpt[2]
    first = len(carets) - len(carets.lstrip(" 1|"))
    places = [index for index in range(len(shown) + 1) if columns(shown[:index]) == first]
    after = [index for index in range(len(shown) + 1) if columns(shown[:index]) == len(carets)]
    return shown[places[-1] : after[-1]], shown[: places[-1]]


def test_a_short_line_is_shown_whole() -> None:
    assert lines(marked("in july 2025", "july")) == ["  |", "1 | in july 2025", "  |    ^^^^"]


def test_a_line_as_wide_as_an_excerpt_is_not_cut() -> None:
    line = "x" * WIDTH
    assert lines(Mark(1, line, Span(80, 81)))[1] == f"1 | {line}"


def test_a_long_line_is_cut_on_both_sides_of_what_is_underlined() -> None:
    line = "a" * 300 + " july " + "b" * 300
    excerpt = lines(marked(line, "july"))
    assert excerpt[1] == f"1 | …{'a' * 39} july {'b' * 43}…"
    assert excerpt[2] == f"  | {' ' * 41}^^^^"


def test_a_long_line_is_cut_at_its_end_only_where_the_words_stand_at_its_start() -> None:
    line = "july " + "b" * 300
    assert lines(marked(line, "july"))[1:] == [f"1 | july {'b' * 83}…", "  | ^^^^"]


def test_the_end_of_a_long_line_fills_the_excerpt() -> None:
    line = "a" * 300 + " july"
    assert lines(marked(line, "july"))[1:] == [f"1 | …{'a' * 83} july", f"  | {' ' * 85}^^^^"]


def test_what_is_underlined_is_cut_where_the_excerpt_ends() -> None:
    excerpt = lines(Mark(1, "a" * 50 + "b" * 500, Span(50, 550)))
    assert excerpt[1] == f"1 | …{'a' * 40}{'b' * 48}…"
    assert excerpt[2] == f"  | {' ' * 41}{'^' * 48}"


def test_wide_characters_take_two_columns() -> None:
    assert lines(marked("東京 in july", "july")) == ["  |", "1 | 東京 in july", f"  | {' ' * 8}^^^^"]
    assert lines(marked("in 東京 july", "東京"))[2] == "  |    ^^^^"


def test_combining_marks_take_none() -> None:
    assert lines(marked("cafe\u0301 july", "july"))[2] == "  |      ^^^^"
    assert lines(marked("cafe\u0301 july", "e\u0301"))[2] == "  |    ^"


def test_a_combining_mark_alone_is_underlined() -> None:
    assert lines(marked("cafe\u0301", "\u0301"))[2] == "  |     ^"


def test_tabs_are_shown_as_four_blanks() -> None:
    assert lines(marked("\tin\tjuly", "july")) == ["  |", "1 |     in    july", f"  | {' ' * 10}^^^^"]
    assert lines(marked("in\tjuly", "\t"))[2] == "  |   ^^^^"


def test_escapes_are_as_wide_as_they_are_shown() -> None:
    assert lines(marked("a\x1b[31m\u202e july", "july"))[1:] == ["1 | a\\x1b[31m\\u202e july", f"  | {' ' * 16}^^^^"]
    assert lines(marked("a\u200bb", "\u200b"))[1:] == ["1 | a\\u200bb", "  |  ^^^^^^"]


def test_a_log_command_in_copy_is_no_command_in_the_excerpt() -> None:
    line = "a ##[group]b ##vso[task.x]c july"
    excerpt = lines(marked(line, "july"))
    assert excerpt[1] == "1 | a #\\x23[group]b #\\x23vso[task.x]c july"
    assert excerpt[2].index("^") == excerpt[1].index("july")


def test_a_place_where_nothing_stands_gets_one_caret() -> None:
    assert lines(Mark(1, "july", Span(4, 4)))[1:] == ["1 | july", "  |     ^"]
    assert lines(Mark(1, "", Span(0, 0))) == ["  |", "1 |", "  | ^"]


def test_a_place_beyond_the_line_is_shown_at_its_end() -> None:
    assert lines(Mark(1, "ab", Span(5, 6)))[1:] == ["1 | ab", "  |   ^"]


def test_the_margin_is_as_wide_as_the_largest_number() -> None:
    assert lines(Mark(9, "july", Span(0, 4)), Mark(10, "june", Span(0, 4), "also here", "-")) == [
        "   |",
        " 9 | july",
        "   | ^^^^",
        "10 | june",
        "   | ---- also here",
    ]


def test_a_gap_between_lines_is_shown() -> None:
    assert lines(Mark(1, "july", Span(0, 4)), Mark(5, "june", Span(0, 4)))[3] == "..."


def test_marks_that_one_excerpt_shows_stand_below_the_same_line() -> None:
    line = "in july and june"
    assert lines(Mark(1, line, Span(3, 7)), Mark(1, line, Span(12, 16), "also here", "-")) == [
        "  |",
        "1 | in july and june",
        "  |    ^^^^",
        "  |             ---- also here",
    ]


def test_marks_far_apart_in_one_line_get_an_excerpt_each() -> None:
    line = "july " + "a" * 300 + " june"
    excerpt = lines(Mark(1, line, Span(0, 4), "first used here", "-"), Mark(1, line, Span(306, 310)))
    assert [each.startswith("1 |") for each in excerpt] == [False, True, False, True, False]
    assert excerpt[2].endswith("---- first used here")
    assert excerpt[4].endswith("^^^^")


def test_no_line_ends_in_blanks() -> None:
    assert lines(Mark(1, "ab   ", Span(2, 5)))[1:] == ["1 | ab", "  |   ^^^"]


def test_a_line_of_millions_is_looked_at_only_near_the_mark() -> None:
    class Counting(str):
        longest = 0

        def __getitem__(self, key: object) -> str:
            piece = super().__getitem__(key)  # type: ignore[index]
            Counting.longest = max(Counting.longest, len(piece))
            return piece

    list(frame([Mark(1, Counting("a" * 1_000_000), Span(500_000, 900_000))]))
    assert 0 < Counting.longest < 1_000


WORDS = st.text(alphabet="ab 東é\t\x1b\u202e", max_size=150)


@given(WORDS, WORDS)
def test_the_carets_stand_below_what_they_mean(before: str, after: str) -> None:
    excerpt = lines(Mark(1, f"{before}<july>{after}", Span(len(before), len(before) + 6)))
    found, _ = underlined(excerpt)
    assert found == "<july>"
    assert all(columns(line) <= len("1 | ……") + WIDTH for line in excerpt)
