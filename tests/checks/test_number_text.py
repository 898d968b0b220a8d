"""How numbers in English copy are read."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.checks.number_text import Number, agree, as_precise_as, numbers, quantities, spelled


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("40", 40),
        ("1,003 people", 1003),
        ("2.5 million", 2.5e6),
        ("$5m fine", 5e6),
        ("US$2.5bn", 2.5e9),
        ("3 1/2 miles", 3.5),
        ("3½ miles", 3.5),
        ("25km", 25),
        ("a 100-acre fire", 100),
        ("forty-two", 42),
        ("Twelve people", 12),
        ("two dozen", 24),
        ("half a million", 5e5),
        ("two hundred and five", 205),
        ("one hundred thousand", 1e5),
        ("two million three hundred", 2000300),
        ("a twenty-one-year-old", 21),
    ],
)
def test_value(text: str, value: float) -> None:
    assert [number.value for number in numbers(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "F-16",
        "the 1990s",
        "the 5th",
        "10:30",
        "1/2",
        "2.5.1",
        "two-thirds",
        "someone",
        "Boeing-747",
        "#12",
        "a 2O26 vote",
    ],
)
def test_no_number(text: str) -> None:
    assert numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("at least 12 people", "over"),
        ("more than 40", "over"),
        ("nearly 50", "under"),
        ("up to 50", "under"),
        ("about 50", "about"),
        ("some 50 people", "about"),
        ("50-odd people", "about"),
        ("50 or so", "about"),
        ("50 people or more", "about"),
        ("a hundred people", "about"),
        ("50 people", ""),
    ],
)
def test_hedge(text: str, hedge: str) -> None:
    assert [number.hedge for number in numbers(text)] == [hedge]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("40-50 people", [(40, 50)]),
        ("40 to 50 people", [(40, 50)]),
        ("between 40 and 50", [(40, 50)]),
        ("$5-10 million", [(5e6, 10e6)]),
        ("five or six", [(5, 6)]),
        ("from 40 to 50", [(40, None), (50, None)]),
        ("40 and 50", [(40, None), (50, None)]),
    ],
)
def test_range(text: str, ends: list[tuple[float, float | None]]) -> None:
    assert [(number.value, number.last) for number in quantities(text)] == ends


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("12", "twelve", True),
        ("12", "14", False),
        ("40", "42", False),
        ("nearly 50", "48", True),
        ("nearly 50", "52", False),
        ("more than 40", "43", True),
        ("more than 40", "400", False),
        ("about 40", "42", True),
        ("3,000", "2,950", True),
        ("3,000", "2,000", False),
        ("40 to 50", "45", True),
        ("5 million", "5 billion", False),
    ],
)
def test_agree(one: str, other: str, *, same: bool) -> None:
    first, second = quantities(one)[0], quantities(other)[0]
    assert agree(first, second) is agree(second, first) is same


@pytest.mark.parametrize(("value", "text"), [(1003, "1,003"), (2.5, "2.5"), (64.0, "64"), (0.333, "0.33")])
def test_spelled(value: float, text: str) -> None:
    assert spelled(value) == text


@pytest.mark.parametrize(
    ("value", "model", "text"), [(64.37, "40", "64"), (1524, "5,000", "1,500"), (8.04, "5", "8"), (28.96, "18.0", "29")]
)
def test_as_precise_as(value: float, model: str, text: str) -> None:
    assert as_precise_as(value, numbers(model)[0]) == text


@given(st.text(alphabet="0123456789,.-$ ½/mbntoadozen", max_size=40))
def test_numbers_stand_in_order_and_agree_with_themselves(text: str) -> None:
    found = quantities(text)
    assert all(0 <= number.start < number.end <= len(text) for number in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(agree(number, number) for number in found)


@given(st.integers(1, 10**12))
def test_a_figure_is_read_as_it_is_written(value: int) -> None:
    assert numbers(f"{value:,}") == (Number(0, len(f"{value:,}"), value, numbers(f"{value:,}")[0].step),)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("US$5 and XUS$6", [5, 6]),
        ("ONE, Half a million, AN HUNDRED", [1, 5e5, 100]),
        ("a hundred of o'nine tenants", [100]),
    ],
)
def test_a_number_is_found_wherever_it_begins(text: str, values: list[float]) -> None:
    assert [number.value for number in numbers(text)] == values
