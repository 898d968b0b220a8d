from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from copylint.checks import scan as module
from copylint.checks.scan import scan

PATTERNS = st.sampled_from(["a", "ab?", "a+", "(?<=b)a", "^a", "b*", "a|ab", "(?=a)", "ab$"])
TEXTS = st.text(alphabet="ab ", max_size=12)


def spans(pattern: str, text: str, refused: frozenset[tuple[int, int]] = frozenset()) -> list[tuple[int, int]]:
    return [match.span() for match in scan(regex.compile(pattern), text, lambda *span: span not in refused)]


@given(PATTERNS, TEXTS)
def test_is_finditer_where_everything_counts(pattern: str, text: str) -> None:
    assert spans(pattern, text) == [match.span() for match in regex.finditer(pattern, text)]


def test_goes_on_behind_the_first_character_of_a_candidate_that_does_not_count() -> None:
    assert spans("aba", "ababa", frozenset({(0, 3)})) == [(2, 5)]
    assert spans("a+", "aaa", frozenset({(0, 3)})) == [(1, 3)]


def test_ends_where_an_empty_candidate_at_the_end_does_not_count() -> None:
    assert spans("b*", "a", frozenset({(1, 1)})) == [(0, 0)]


@given(PATTERNS, TEXTS, st.sets(st.tuples(st.integers(0, 12), st.integers(0, 12))))
def test_never_yields_what_does_not_count_nor_overlaps(pattern: str, text: str, refused: set[tuple[int, int]]) -> None:
    places = spans(pattern, text, frozenset(refused))
    assert not refused.intersection(places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))


def test_a_slow_pattern_runs_out_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CPU_SECONDS_PER_TEXT", 0.05)
    with pytest.raises(TimeoutError):
        spans(r"(a*)(a*)(a*)(a*)(a*)\1\2[bc]", "a" * 400)
