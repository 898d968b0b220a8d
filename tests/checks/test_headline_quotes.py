"""Quotations in headlines."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.checks import consistency
from copylint.checks.consistency import Contradiction
from copylint.checks.model import Definition, Look, Match, Setting
from copylint.document.formats import read
from copylint.source.decode import Source


def matches(flag: str, text: str, now: date | None = None) -> list[Match]:
    check = consistency.compile(Definition({"flag": flag}))
    assert isinstance(check, Contradiction)
    (document,) = read(Source("story.md", text.encode(), text, "utf-8"), format="markdown", language="en")
    return list(check.find_in_document(Look(document, document.segments, lambda *_: True, Setting(now=now))))


def found(flag: str, text: str) -> list[str]:
    places = [match.place for match in matches(flag, text)]
    return [each.segment.text[each.start : each.end] for each in places if each.segment]


@pytest.mark.parametrize(
    ("headline", "body", "differs"),
    [
        ("Lee: 'We will never yield to them'", '"We will not yield to them," Lee said.', True),
        ("Lee: 'We will yield to them'", '"We will not yield to them," Lee said.', True),
        ("Lee: 'We will never yield to them'", '"We will never yield to them," Lee said.', False),
        ("Lee: 'We will never yield to them'", "Lee said they would fight.", False),
        ("Lee: 'It’s all over for us'", '"It\'s all over for us," Lee said.', False),
        ("Lee: 'We will … yield to them'", '"We will not yield to them," Lee said.', False),
        ("Lee: 'a real disgrace'", '"It is a true disgrace," Lee said.', False),
    ],
)
def test_words(headline: str, body: str, *, differs: bool) -> None:
    story = f"# {headline}\n\nAnn Lee spoke on Friday in Oran. {body}"
    assert bool(found("quote-differs-in-headline", story)) == differs


def test_the_message_has_what_was_said() -> None:
    (match,) = matches(
        "quote-differs-in-headline", "# Lee: 'We will never yield to them'\n\n\"No. We will not yield to them, ever.\""
    )
    assert match.values == {"said": "We will not yield to them"}


@given(
    st.lists(st.sampled_from(["we", "will", "not", "never", "yield", "to", "them", "ever"]), min_size=8, max_size=30)
)
def test_words_that_were_said_so_are_never_reported(words: list[str]) -> None:
    quoted, said = " ".join(words[2:7]), " ".join(words)
    assert (
        found("quote-differs-in-headline", f"# Lee: '{quoted}'\n\nAnn Lee spoke in Oran. \"{said},\" she said.") == []
    )
