"""Words and phrases looked up in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.checks.lexicon import Lexicon, can_hold

ENTRIES = ("goverment", "could of", "could of had", "it's own", "co-incidence", "Phillipines", "Sri Lanken")


def found(text: str) -> list[str]:
    return [text[each.start : each.end] for each in Lexicon(ENTRIES).find(text)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The goverment fell.", ["goverment"]),
        ("GOVERMENT, Goverment", ["GOVERMENT", "Goverment"]),
        ("the goverment's plan, the goverment’s", ["goverment", "goverment"]),
        ("a goverment-run bank, 'goverment'", ["goverment", "goverment"]),
        ("governments, misgoverment, goverments", []),
        ("They could of had it.", ["could of had", "could of"]),
        ("could\u00a0of", ["could of".replace(" ", "\u00a0")]),
        ("could, of", []),
        ("could  of", []),
        ("on it's own, on IT’S OWN", ["it's own", "IT’S OWN"]),
        ("its own, it's, own", []),
        ("a co-incidence, coincidence, co incidence", ["co-incidence"]),
        ("Phillipines PHILLIPINES phillipines", ["Phillipines", "PHILLIPINES"]),
        ("a Sri Lanken, sri lanken, SRI LANKEN", ["Sri Lanken", "SRI LANKEN"]),
        ("", []),
    ],
)
def test_found(text: str, places: list[str]) -> None:
    assert found(text) == places


@pytest.mark.parametrize("entry", ["goverment", "it's", "it's own", "could of", "co-op", "Zürich"])
def test_what_it_can_hold(entry: str) -> None:
    assert can_hold(entry)
    assert [each.entry for each in Lexicon([entry]).find(f"so {entry} it is")] == [entry]


@pytest.mark.parametrize("entry", ["", " a", "a ", "a  b", "U.S.", "50%", "a, b", "co-", "a1"])
def test_what_it_cannot_hold(entry: str) -> None:
    assert not can_hold(entry)


@given(st.text(alphabet="ab'’ -S\u00a0.", max_size=30), st.lists(st.sampled_from(["a", "ab", "a b", "b-a", "a's b"])))
def test_every_find_is_its_entry(text: str, entries: list[str]) -> None:
    for each in Lexicon(entries).find(text):
        plain = text[each.start : each.end].replace("\u00a0", " ").replace("’", "'").casefold()
        assert plain == each.entry
