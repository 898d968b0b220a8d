from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from copylint.engine.supersession import without_superseded
from copylint.finding import Finding, Span, Spans
from copylint.ruleset.model import Rule

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(0, 10))


@given(st.lists(spans), spans)
def test_nesting_is_what_comparing_each_span_says(others: list[Span], span: Span) -> None:
    nested = any(span.contains(other) or other.contains(span) for other in others)
    assert Spans(others).nest_with(span) == nested


@given(st.lists(spans), spans)
def test_overlapping_is_what_comparing_each_span_says(others: list[Span], span: Span) -> None:
    full = [other for other in others if other.start < other.end]
    assert Spans(full).overlap(span) == any(other.overlaps(span) for other in full)


def rule(identifier: str, *supersedes: str) -> Rule:
    return Rule(identifier, "pattern", "Mend it.", "error", "core", "topic", "a.yaml", 1, supersedes=supersedes)


def finding(identifier: str, start: int, end: int) -> Finding:
    return Finding(Span(start, end), identifier, "error", "Mend it.", "")


def test_only_the_named_rule_is_dropped_and_only_at_the_same_place() -> None:
    wide, inside, elsewhere, unnamed = (
        finding("wide", 0, 10),
        finding("narrow", 2, 5),
        finding("narrow", 8, 12),
        finding("other", 2, 5),
    )
    rules = [rule("wide", "narrow"), rule("narrow"), rule("other")]
    assert without_superseded([wide, inside, elsewhere, unnamed], rules) == [wide, elsewhere, unnamed]


def test_takes_no_longer_for_many_findings_than_their_number_tells() -> None:
    rules = [rule(f"wide-{number}", "narrow") for number in range(200)] + [rule("narrow"), rule("other", "absent")]

    def seconds(count: int) -> float:
        findings = [finding(f"wide-{number % 200}", number, number + 2) for number in range(count)]
        findings += [finding("narrow", number, number + 1) for number in range(count + 10)]
        start = process_time()
        assert len(without_superseded(findings, rules)) == count + 9
        return process_time() - start

    assert seconds(40_000) < 12 * min(seconds(5_000) for _ in range(3)) + 0.2
