"""Dates as they are read from copy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.checks.date_text import MONTHS, WEEKDAYS, Order, WrittenDate, numeric_dates, ordinals, written_dates


def read(text: str) -> list[tuple[str, int, int, int | None]]:
    return [(text[each.start : each.end], each.day, each.month, each.year) for each in written_dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Feb. 6, 2026, he", ("Feb. 6, 2026", 6, 2, 2026)),
        ("on Feb 6 he", ("Feb 6", 6, 2, None)),
        ("on 6 February 2026 he", ("6 February 2026", 6, 2, 2026)),
        ("the 4th of July, he", ("4th of July", 4, 7, None)),
        ("JULY 4TH", ("JULY 4TH", 4, 7, None)),
        ("july 4", ("july 4", 4, 7, None)),
        ("Sept. 11, 2001", ("Sept. 11, 2001", 11, 9, 2001)),
        ("May 31-June 2", ("May 31-June 2", 31, 5, None)),
        ("June 13, 14 and 15, 2025", ("June 13, 14 and 15, 2025", 13, 6, 2025)),
        ("13-15 June 2025", ("13-15 June 2025", 13, 6, 2025)),
        ("Feb.\u00a06", ("Feb.\u00a06", 6, 2, None)),
        ("Monday, Feb. 2, 2026", ("Monday, Feb. 2, 2026", 2, 2, 2026)),
        ("Mon 2 Feb 2026", ("Mon 2 Feb 2026", 2, 2, 2026)),
        ("today (Friday, July  15)", ("Friday, July  15", 15, 7, None)),
        ("on Feb. 3, a Monday, he", ("Feb. 3, a Monday", 3, 2, None)),
        ("on Feb. 3, 2026 (Monday)", ("Feb. 3, 2026 (Monday)", 3, 2, 2026)),
        ("on Feb. 3, a Monday meeting", ("Feb. 3", 3, 2, None)),
        ("on Feb. 3 2000 in Paris", ("Feb. 3 2000", 3, 2, 2000)),
        ("on Feb. 3 2000 people", ("Feb. 3", 3, 2, None)),
        ("Room 6 Feb. 7, 2026", ("Feb. 7, 2026", 7, 2, 2026)),
    ],
)
def test_a_date(text: str, expected: tuple[str, int, int, int | None]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "they may 2 or 3 times march 12 miles",
        "May wheat at May 45-1/8",
        "in May 12.5 percent, May 10:30, June 50% and June 6-year notes",
        "in February 2026",
        "Mayor 6, Marching 7, Decade 8",
        "$6 May, 12.6 May",
    ],
)
def test_no_date(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "weekdays", "last_day"),
    [
        ("Friday, June 13", (4,), None),
        ("Friday and Saturday, June 13-14", (4, 5), 14),
        ("Friday, Saturday, and Sunday, June 14-16", (4, 5, 6), 16),
        ("Tuesday-Friday, March 31-April 3", (1, 4), 3),
        ("Thursday through Saturday, June 26 to 28", (3, 5), 28),
        ("Saturday  and Sunday, May 4-5", (5, 6), 5),
        ("Tues. June 2", (1,), None),
        ("the Sunday 4 July 1955", (6,), None),
        ("every Tuesday, June 1", (), None),
        ("The Sun, Feb. 6", (), None),
        ("on Monday and on Feb. 3", (), None),
    ],
)
def test_weekdays_and_ranges(text: str, weekdays: tuple[int, ...], last_day: int | None) -> None:
    (date,) = written_dates(text)
    assert (date.weekdays, date.last_day) == (weekdays, last_day)


def test_one_date_ends_where_the_next_begins() -> None:
    assert [text for text, *_ in read("28 Feb 1 Mar and Feb. 3, Feb. 4")] == ["28 Feb", "1 Mar", "Feb. 3", "Feb. 4"]


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (WrittenDate(0, 0, 6, 2, 2026, "month-first"), "Feb. 6, 2026"),
        (WrittenDate(0, 0, 6, 9, None, "month-first"), "Sept. 6"),
        (WrittenDate(0, 0, 6, 7, None, "month-first"), "July 6"),
        (WrittenDate(0, 0, 4, 7, 1955, "day-first"), "4 July 1955"),
    ],
)
def test_how_a_date_is_written(date: WrittenDate, written: str) -> None:
    assert str(date) == written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6/2", [(6, 2, "")]),
        ("on 03/04/2026.", [(3, 4, "2026")]),
        ("5/22/97", [(5, 22, "97")]),
        ("3 1/2 points, $1/2, 1/2%, 17/18–18/19, 1/2/3/4, 3/4-time, v1/2", [(1, 2, "")]),
        ("408/459-5139", []),
    ],
)
def test_figures_with_slashes(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert [(each.first, each.second, each.year) for each in numeric_dates(text)] == expected


@given(st.integers(0, 9_999_999))
def test_the_right_ending_is_the_one_of_the_last_two_figures(number: int) -> None:
    (wrong,) = ordinals(f"{number:,}th")
    (small,) = ordinals(f"{number % 100}th")
    assert (wrong.number, wrong.right_ending) == (number, small.right_ending)


@pytest.mark.parametrize(
    ("text", "right"), [("1th", "st"), ("22ND", "ND"), ("13rd", "th"), ("111st", "th"), ("42th", "nd"), ("3TH", "RD")]
)
def test_right_endings(text: str, right: str) -> None:
    assert [each.right_ending for each in ordinals(text)] == [right]


_SPACES = st.sampled_from([" ", "\u00a0", "  "])


@given(
    day=st.integers(1, 31),
    month=st.integers(1, 12),
    year=st.none() | st.integers(1900, 2099),
    weekday=st.none() | st.integers(0, 6),
    order=st.sampled_from(["day-first", "month-first"]),
    space=_SPACES,
)
def test_what_is_written_is_read(
    day: int, month: int, year: int | None, weekday: int | None, order: Order, space: str
) -> None:
    written = str(WrittenDate(0, 0, day, month, year, order))
    text = (f"{WEEKDAYS[weekday]}, " if weekday is not None else "") + written.replace(" ", space)
    (date,) = written_dates(f"It was {text} in {MONTHS[0]}.")
    assert (date.day, date.month, date.year) == (day, month, year)
    assert date.weekdays == (() if weekday is None else (weekday,))
    assert date.end - date.start == len(text)


@given(st.text(alphabet="May Jun Feb.6712/-–, andtoMonFriSunday9th", max_size=60))
def test_dates_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for date in written_dates(text):
        assert end <= date.start < date.end <= len(text)
        end = date.end
