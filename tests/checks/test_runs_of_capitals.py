"""The quick search for runs of capitals finds what the full one does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copylint.checks import person_names

PIECES = st.lists(
    st.sampled_from(
        ["Ann", "Lee", "J.", "J.R.", "van", "de ", " ", "\u00a0", "-", "'", "’", "s", "Mr.", "Gov.", "al-", "d’",
         "Élie",
         "e\u0301", "E", ".", ",", "@", "1", "said", "X", "О"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@given(PIECES)
def test_where_no_name_begins_small_both_find_the_same(text: str) -> None:
    if person_names._BEGINS_SMALL.search(text):  # noqa: SLF001 - the choice between the two is what is tested
        return
    full, quick = person_names._RUN, person_names._RUN_FROM_CAPITAL  # noqa: SLF001 - as above
    assert [found.span() for found in quick.finditer(text)] == [found.span() for found in full.finditer(text)]
