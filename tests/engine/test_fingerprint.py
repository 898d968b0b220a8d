from hypothesis import given
from hypothesis import strategies as st

from copylint.engine.fingerprint import fingerprint
from copylint.finding import Span

PARAGRAPH = "The call took place in july 2025, the palace said."
JULY = Span(23, 27)


@given(st.text(alphabet="abc \n", max_size=80), st.text(alphabet="abc \n", max_size=80))
def test_a_moved_paragraph_keeps_its_fingerprint(before: str, after: str) -> None:
    moved = f"{before}\n{PARAGRAPH}\n{after}"
    span = Span(JULY.start + len(before) + 1, JULY.end + len(before) + 1)
    assert fingerprint("lowercase-month", moved, span) == fingerprint("lowercase-month", PARAGRAPH, JULY)


def test_rule_words_and_neighbours_all_count() -> None:
    names = {
        fingerprint("lowercase-month", PARAGRAPH, JULY),
        fingerprint("another-rule", PARAGRAPH, JULY),
        fingerprint("lowercase-month", PARAGRAPH.replace("july", "june"), JULY),
        fingerprint("lowercase-month", PARAGRAPH.replace("call", "talk"), JULY),
    }
    assert len(names) == 4
