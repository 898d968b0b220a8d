"""What a report shows of a source is what stands there, though the source is gone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copylint.finding import Edit, Finding, Fix, Related, Span
from copylint.source.decode import Source
from copylint.source.excerpt import NEAR, RELATED_SHOWN, excerpt, last_character

TEXTS = st.lists(st.sampled_from(["july ", "\n", "\r\n", "\r", "é", "\u2028", "x" * 200]), max_size=30).map("".join)


@st.composite
def findings_in(draw: st.DrawFn, text: str) -> list[Finding]:
    def span() -> Span:
        return Span(*sorted((draw(places), draw(places))))

    places = st.integers(0, len(text))
    found = []
    for _ in range(draw(st.integers(0, 3))):
        edited = span()
        fix = draw(st.sampled_from([None, Fix("manual"), Fix("safe", (Edit(edited.start, edited.end, "July"),))]))
        related = tuple(Related("here", span()) for _ in range(draw(st.integers(0, 5))))
        found.append(Finding(span(), "some-rule", "error", "Mend it.", "", related=related, fix=fix))
    return found


@given(st.data())
def test_it_answers_as_the_source_would(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    source = Source("story.txt", b"", text, "utf-8")
    findings = data.draw(findings_in(text))
    shown, lines = excerpt(source, findings), source.lines
    for finding in findings:
        spans = [finding.span, *(each.span for each in finding.related)]
        for span in spans:
            for offset in (span.start, span.end, last_character(span)):
                assert shown.position(offset) == lines.position(offset)
        for span in spans[: 1 + RELATED_SHOWN]:
            line, near = shown.line(span.start), shown.near(span.start)
            assert (line.start, line.end) == lines.span(line.number)
            assert near.text == text[line.start + near.before : line.end - near.behind]
            assert near.before == 0 or line.start + near.before == span.start - NEAR
            assert near.behind == 0 or line.end - near.behind == span.start + NEAR
        for edit in finding.fix.edits if finding.fix else ():
            assert shown.line(edit.start).start == lines.span(lines.line_of(edit.start))[0]
            assert shown.replaced(edit) == text[edit.start : edit.end][:NEAR]


def test_of_one_endless_line_little_is_kept() -> None:
    text = "Talks resumed in july. " * 10_000
    found = [Finding(Span(at, at + 4), "some-rule", "error", "Mend it.", "") for at in (17, 100_004, len(text) - 6)]
    shown = excerpt(Source("story.txt", b"", text, "utf-8"), found)
    assert sum(len(each.text) for each in shown.stretches.values()) <= 3 * 2 * NEAR
