from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.document.formats import read
from copylint.document.quotations import quotations_in
from copylint.source.decode import decode


def quoted(text: str) -> list[str]:
    return [text[span.start : span.end] for span in quotations_in(text)]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ('"We go home," she said. "It is over."', ['"We go home,"', '"It is over."']),
        ('It is no "magic bridge". The town calls it "old".', ['"magic bridge"', '"old"']),
        ('A "key bridge", he said, adding: "We need it."', ['"key bridge"', '"We need it."']),
        ("“We go home,” she said.", ["“We go home,”"]),
        ('He said: “We go home", and left.', ['“We go home"']),
        ("\"We heard him say 'no' twice,\" she said.", ["\"We heard him say 'no' twice,\""]),
        ("“We heard him say ‘no’ twice,” she said.", ["“We heard him say ‘no’ twice,”"]),
        ("‘We go home,’ she said, and it’s true.", ["‘We go home,’"]),
        ("„Nein“, sagte er, ‚Ja‘ sagte sie.", ["„Nein“", "‚Ja‘"]),
        ("»Nej«, sagde hun.", ["»Nej«"]),
        ("”Nej”, sade hon.", ["”Nej”"]),
        ("Il parle d’« affaire » et de «crise».", ["« affaire »", "«crise»"]),
        ("Es “una cosa“, dijo, y “otra“.", ["“una cosa“", "“otra“"]),
        ('La fiesta es "un problema ", dijo.', ['"un problema "']),
        ('He said:"No" and *"Yes"*, and: " Perhaps. "', ['"No"', '"Yes"', '" Perhaps. "']),
        ('"...and then we left," he said ("twice").', ['"...and then we left,"', '"twice"']),
        ('He quit — "at once" — and sold ".50" rifles.', ['"at once"', '".50"']),
    ],
)
def test_quotations_with_their_marks(text: str, quotations: list[str]) -> None:
    assert quoted(text) == quotations


@pytest.mark.parametrize(
    ("headline", "quotations"),
    [
        ("'No deal,' says minister", ["'No deal,'"]),
        ("Bridge 'to close' in spring", ["'to close'"]),
        ("Roe 'didn't know' of plan", ["'didn't know'"]),
        ("Minister 'backs players' union'", ["'backs players'"]),
        ("'We back the players' union,' says Roe", ["'We back the players' union,'"]),
    ],
)
def test_headlines_have_single_marks(headline: str, quotations: list[str]) -> None:
    assert quoted(headline) == quotations


@pytest.mark.parametrize(
    "text",
    [
        "The players' union and the dogs' homes were closed.",
        "The players’ union and the dogs’ homes were closed.",
        "Rock 'n' roll, the '90s, 'twas and 'em.",
        'A 6" pipe and a 5\'10" man, 2" apart.',
        "O'Neill didn't; l'amour, dell'arte, the Fellows'.",
        'He left, " she said.',
        "He left” and No puede ser“.",
        "» To the shop",
        "",
    ],
)
def test_marks_that_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_mark_before_a_word_was_an_apostrophe_if_another_opens() -> None:
    assert quoted("These 'bots live in so-called 'bot nets' now.") == ["'bot nets'"]
    assert quoted("The 'bots said \"no\" to the farmers' plan.") == ['"no"']


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert quoted('He said: "We go. We come back') == ['"We go. We come back']
    assert quoted("“We go. We come back.") == ["“We go. We come back."]


def test_a_quotation_of_several_paragraphs_in_one_is_whole() -> None:
    text = 'He said: "We go. "We come back. "We stay." She left.'
    assert quoted(text) == ['"We go. "We come back. "We stay."']
    assert quoted("“We go. “We stay.” She left.") == ["“We go. “We stay.”"]


def test_a_forgotten_closing_mark_hides_one_sentence() -> None:
    text = 'The bridge is "old. It was closed in 1990. The town, he said, is "not rich" now.'
    assert quoted(text) == ['"old.', '"not rich"']
    assert quoted("It is “old and “not safe” now.") == ["“old and ", "“not safe”"]


@given(st.text(st.sampled_from("\"'“”‘’„‚«» .,:s(a-*\n\u00a0") | st.characters(), max_size=60))
def test_spans_ascend_inside_the_text(text: str) -> None:
    position = 0
    for span in quotations_in(text):
        assert position <= span.start < span.end <= len(text)
        assert text[span.start] in "\"'“”„‟‘‚«»"
        position = span.end


@given(st.text(st.sampled_from("abc ,.é1"), max_size=40))
def test_text_without_marks_has_no_quotations(text: str) -> None:
    assert quotations_in(text) == ()
    assert quotations_in(f"x {text}") == ()


@given(st.text(st.sampled_from("abc d"), min_size=1, max_size=30).filter(lambda words: words == words.strip() != ""))
def test_what_stands_between_two_marks_is_quoted(words: str) -> None:
    for marks in ('""', "“”", "„“", "””", "«»", "‘’", "''"):
        quotation = f"{marks[0]}{words}{marks[1]}"
        assert quoted(f"He said {quotation}, and left.") == [quotation]


@pytest.mark.parametrize("unit", ['"', '"a', "“", "« ", "'a", "s' ", ' "a, ', '"a. ', ': "', ": ”", "‘a’", "a ", "“a“"])
def test_takes_linear_time(unit: str) -> None:
    text = unit * 100_000
    assert all(span.end <= len(text) for span in quotations_in(text))


@pytest.mark.parametrize("folder", ["bbc-2004", "reuters-web"])
def test_nearly_every_quotation_of_real_stories_is_closed(corpus: Path, folder: str) -> None:
    closed = whole = 0
    for path in sorted((corpus / folder).glob("*.txt"))[::3]:
        for segment in read(decode(path.name, path.read_bytes()))[0].of_part("body"):
            texts = quoted(segment.text)
            whole += len(texts)
            closed += sum(text[-1] in "\"'”’" for text in texts)
    assert whole > 200
    assert closed >= 0.97 * whole
