import unicodedata
from collections.abc import Iterator
from typing import Any, Final, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.checks import encoding
from copylint.checks.model import Definition, FixForm, Line, Look, Text
from copylint.checks.mojibake import mojibake_in
from copylint.document.formats import read
from copylint.source.decode import decode

(FLAG,) = encoding.OPTIONS
FLAGS: Final[Any] = [
    flag for flag in cast(list[str], FLAG.schema["enum"]) if flag not in ("not-utf8", "wrong-declaration")
]
"""Those that look at lines."""

FAMILY: Final = "a family 👨\u200d👩\u200d👧 and ❤\ufe0f\u200d🔥"
MIXED_BY_RIGHT: Final = "α-synuclein TNFα NFκB μg kΩ KoЯn VIPа SMSка IPад"
NO_BREAK_BY_RIGHT: Final = "5\u00a0km, «\u00a0oui\u00a0», Mr.\u00a0Lee, Den\u00a0Haag, v\u00a0noci"


def compiled(flag: str, text: Text = "source") -> Any:  # noqa: ANN401 - a source check
    return encoding.compile(Definition({"flag": flag}, text, FixForm("safe")))


def fixed(flag: str, text: str) -> str:
    """The line with every replacement written; what has none becomes '?'."""
    for match in reversed(list(compiled(flag).find_in_line(Line(text, 0)))):
        written = "".join(each.text for each in match.replacements) if match.replacements else "?"
        text = text[: match.place.start] + written + text[match.place.end :]
    return text


def found(flag: str, text: str) -> list[str]:
    return [text[match.place.start : match.place.end] for match in compiled(flag).find_in_line(Line(text, 0))]


def safeties(flag: str, text: str) -> list[str | None]:
    return [match.safety for match in compiled(flag).find_in_line(Line(text, 0))]


def misread(text: str) -> str:
    """The text's UTF-8 read as Windows-1252, as the project's decoder and browsers read it."""
    return "".join(
        chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes((byte,)).decode("cp1252")
        for byte in text.encode()
    )


@pytest.mark.parametrize(
    ("text", "matches", "mended"),
    [
        ("cafÃ© society", ["Ã©"], "café society"),
        ("Itâ€™s late", ["â€™"], "It’s late"),
        ("Itâ\x80\x99s late", ["â\x80\x99"], "It’s late"),
        ("Ã©tÃ©", ["Ã©", "Ã©"], "été"),
        ("dÃ©jÃ\xa0 vu", ["Ã©", "Ã\xa0"], "déjà vu"),
        ("Â£4 million", ["Â£"], "£4 million"),
        ("ItÂ’s", ["Â’"], "It’s"),
        ("Nguyá»…n", ["á»…"], "Nguyễn"),
        ("ngÆ°á»\x9di", ["Æ°á»\x9d"], "người"),
        ("ÐŸÑƒÑ‚Ð¸Ð½", ["ÐŸÑƒÑ‚Ð¸Ð½"], "Путин"),
        ("ä¸\xadå›½", ["ä¸\xadå›½"], "中国"),
        ("ðŸ˜€", ["ðŸ˜€"], "😀"),
        ("KÃ–LN and MÃœNCHEN", ["Ã–", "Ãœ"], "KÖLN and MÜNCHEN"),
        ("EL PRI COMPR\xc3\u201c VOTOS", ["\xc3\u201c"], "EL PRI COMPRÓ VOTOS"),
        ("1920Ã—1080", ["Ã—"], "1920×1080"),
        ("ï»¿PARIS", ["ï»¿"], "PARIS"),
        ("eÌ\x81tat", ["eÌ\x81"], "état"),
        # twice, and three times
        ("Ã¢â‚¬â„¢s", ["Ã¢â‚¬â„¢"], "’s"),
        ("cafÃƒÂ©", ["ÃƒÂ©"], "café"),
        ("cafÃƒÆ’Ã‚Â©", ["ÃƒÆ’Ã‚Â©"], "café"),
        # a decoded text is decoded again only where it can't be meant: É” is no ɔ
        ("“CAFÃ‰â€\x9d", ["Ã‰â€\x9d"], "“CAFÉ”"),
        # what can be meant, in a line that is wrongly decoded throughout
        ("NÃ© Ã\xa0 BÃ¡i", ["Ã©", "Ã\xa0", "Ã¡"], "Né à Bái"),
        ("há»“ NÃºi", ["á»“", "Ãº"], "hồ Núi"),
    ],
)
def test_mends_mojibake(text: str, matches: list[str], mended: str) -> None:
    assert found("mojibake", text) == matches
    assert fixed("mojibake", text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "São Paulo, Ã, NÃO, AÇÃO",
        "Ã is a letter of Portuguese, and so are «Â» and “Ã”.",
        "“NÃO, AMANHÃ”, disse. “MAÇÃ…” LÃ» e IRMÃ® e IRMÃ’S",
        "“Até…”, «olá»… está…»",
        "« l’été\xa0», « CAFÉ\xa0», «\xa0à\xa0», “CAFÉ”, É…",
        "ĐÃ\xa0ĐẾN: “XÃ”, “BÃ…”",
        "“SMÅ”, PÅ\xa0GRUND, SMÅ–STORA, Å\xa0være, Å…",
        "Spaß…”, »Ü«, „Ä“, NÄ”, 5×5",
        "Путин и Ελλάδα",
        "ï¿½",
    ],
)
def test_leaves_text_that_is_meant(text: str) -> None:
    assert not found("mojibake", text)


def test_true_text_in_a_line_with_mojibake_stays() -> None:
    assert found("mojibake", "“AMANHÃ”, disse o cafÃ©") == ["Ã©"]


def test_a_quotation_mark_without_its_last_byte_is_a_guess() -> None:
    assert fixed("mojibake", "â€œYes,â€ she said") == "“Yes,” she said"
    assert safeties("mojibake", "â€œYes,â€ she said") == [None, "unsafe"]
    assert fixed("mojibake", "Ã¢â‚¬Å“Yes,Ã¢â‚¬Â she said") == "“Yes,” she said"


@given(
    st.lists(
        st.builds(
            "{}{}{}".format, st.text("abyz", min_size=1), st.characters(codec="cp1252"), st.text("abyz", min_size=1)
        ),
        min_size=1,
    )
)
def test_what_was_misread_is_restored(words: list[str]) -> None:
    # Characters that nobody sees are not written back, and ASCII can't be misread.
    text = unicodedata.normalize("NFC", " ".join(word for word in words if "\xad" not in word))
    text = "".join(char for char in text if char >= " " and not "\x7f" <= char < "\xa0")
    wrong = misread(text)
    assert fixed("mojibake", wrong) == text
    assert bool(found("mojibake", wrong)) == (not text.isascii())
    assert not found("mojibake", text)


@given(
    st.sampled_from(FLAGS),
    st.text(
        st.one_of(
            st.characters(max_codepoint=0x7E, exclude_categories=["Cc"]),
            st.sampled_from("\t“”‘’—–…éñüøßœğşłéàèùŽ日本語한국אבعرب😀€£"),
        )
    ),
)
def test_ordinary_text_has_nothing(flag: str, text: str) -> None:
    assert not found(flag, text)


@pytest.mark.parametrize(
    ("flag", "text", "expected"),
    [
        ("replacement-character", "caf\ufffd and \ufffd\ufffd", "caf? and ?"),
        ("replacement-character", "ï¿½5 million", "?5 million"),
        ("invisible", "Mac\u200bron\ufeff\u2060", "Macron"),
        ("invisible", "a\u200c b", "a b"),
        ("invisible", FAMILY, FAMILY),
        ("invisible", "a smile 😀\u200d", "a smile 😀"),
        ("invisible", "می\u200cخواهم and क्\u200dष", "می\u200cخواهم and क्\u200dष"),
        ("soft-hyphen", "govern\u00adment", "government"),
        ("line-separator", "one.\u2028two", "one. two"),
        ("line-separator", "one. \u2029two\u2028", "one. two"),
        ("bidi", "Mac\u202eron \u200f@a", "Macron @a"),
        ("bidi", "said \u200fשלום\u200f, twice", "said \u200fשלום\u200f, twice"),
        ("control", "the bank\u0092s \u0093vault\u0094", "the bank’s “vault”"),
        ("control", "called \u001cnaive\u001d", "called “naive”"),
        ("control", "\u001b[31mred\u001b[0m", "red"),
        ("control", "a\u007f b\u0000\u000b", "a b"),
        ("control", "\u0001a0123\u0002Talks\u0003\u007f\u0004", "\u0001a0123\u0002Talks\u0003\u007f\u0004"),
        ("control", "\u007f", "\u007f"),
        ("control", "a\tb", "a\tb"),
        ("transmission", "\u0016\u0016\u0001a0123\u0002Talks\u0003", "a0123Talks"),
        ("transmission", "a\u007f\tb\u0000", "a\u007f\tb\u0000"),
        ("private-use", "\uf0b7\uf0b7 a \uf8ff", "? a ?"),
        ("not-composed", "cafe\u0301 Vie\u0323\u0302t", "café Việt"),
        ("not-composed", "か\u3099 and \u1112\u1161\u11ab", "が and 한"),
        ("not-composed", "за\u0301мок ש\u05c1 क\u093c", "за\u0301мок ש\u05c1 क\u093c"),
        ("homoglyph", "M\u0430cron in P\u03bfrto", "Macron in Porto"),
        ("homoglyph", "сk\u0430з\u0430л ск\u0061з\u0430л", "сk\u0430з\u0430л сказал"),
        ("homoglyph", MIXED_BY_RIGHT, MIXED_BY_RIGHT),
        ("no-break-space", "minister\u00a0said", "minister said"),
        ("no-break-space", "one. \u00a0Two\u00a0\u00a0three\u202f", "one. Two three"),
        ("no-break-space", "resumed.\u00a0The bank", "resumed. The bank"),
        ("no-break-space", "\u00a0\u00a0indented", "\u00a0\u00a0indented"),
        ("no-break-space", NO_BREAK_BY_RIGHT, NO_BREAK_BY_RIGHT),
    ],
)  # fmt: skip
def test_mends_the_line(flag: str, text: str, expected: str) -> None:
    assert fixed(flag, text) == expected
    assert fixed(flag, expected) == expected


@pytest.mark.parametrize(
    ("flag", "text"),
    [("soft-hyphen", "JosÃ\u00ad"), ("no-break-space", "voilÃ\u00a0 ici"), ("control", "cafÃ\u0089s")],
)
def test_half_of_a_wrongly_decoded_character_is_not_told_twice(flag: str, text: str) -> None:
    assert not found(flag, text)


@pytest.mark.parametrize(
    ("flag", "text", "expected"),
    [
        ("soft-hyphen", "Police \u00adentered", [None]),
        ("soft-hyphen", "CA\u00adTwo people", ["unsafe"]),
        ("control", "bank\u0092s", [None]),
        ("control", "a\u0085b\u0081c\u001cd", ["unsafe", "unsafe", "unsafe"]),
    ],
)
def test_what_may_stand_for_something_else_is_not_mended_safely(
    flag: str, text: str, expected: list[str | None]
) -> None:
    assert safeties(flag, text) == expected


@pytest.mark.parametrize(
    ("flag", "text", "values"),
    [
        ("invisible", "a\u200bb", {"name": "U+200B (zero width space)"}),
        ("control", "a\u0003\u0000b", {"name": "U+0003 (ETX)", "remedy": "Delete"}),
        ("control", "a\u0092b", {"name": "U+0092", "remedy": "Write '’' for"}),
        ("transmission", "\u0002", {"name": "U+0002 (STX)"}),
        ("private-use", "\U000f0001", {"name": "U+F0001"}),
        ("homoglyph", "M\u0430cron", {"letter": "\u0430", "script": "Cyrillic"}),
    ],
)
def test_says_which_character_it_is(flag: str, text: str, values: dict[str, str]) -> None:
    (match,) = compiled(flag).find_in_line(Line(text, 0))
    assert match.values == values
    assert match.values.keys() <= encoding.VALUES


def test_counts_from_the_start_of_the_source() -> None:
    (match,) = compiled("mojibake").find_in_line(Line("cafÃ©", 100))
    assert (match.place.start, match.place.end, match.place.segment) == (103, 105, None)


@pytest.mark.parametrize("flag", FLAGS)
def test_is_linear(flag: str) -> None:
    for piece in ("Ã", "â€", "Ã©", "\u00a0", "\u00ad", "\u200b", "e\u0301", "а", "aа", "\u0001", "É”", " "):
        list(compiled(flag).find_in_line(Line(piece * 20_000, 0)))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("The café closed".encode("cp1252"), [("é", "cp1252")]),
        ("The café closed".encode(), []),
        ("The café closed".encode("utf-16"), []),
        (b"The bank closed", []),
    ],
)
def test_reports_a_guessed_encoding_at_the_first_character_that_was_guessed(
    data: bytes, expected: list[tuple[str, str]]
) -> None:
    (document,) = read(decode("story.txt", data))
    matches = compiled("not-utf8", "story").find_in_document(Look(document, document.segments, lambda *_: True))
    places = [(match.place.start, match.place.end, match.values["encoding"]) for match in matches]
    assert [(document.source_text[start:end], name) for start, end, name in places] == expected


XML = (
    '<?xml version="1.0" encoding="ISO-8859-1"?><nitf><body><body.content><p>The café.</p></body.content></body></nitf>'
)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (XML.encode(), [("ISO-8859-1", "UTF-8")]),
        (XML.encode("iso-8859-1"), []),
        (XML.replace("é", "e").encode(), []),
        (XML.replace("ISO-8859-1", "utf-8").encode("cp1252"), [("utf-8", "cp1252")]),
        (XML.replace("ISO-8859-1", "utf-8").encode(), []),
        (XML.replace("ISO-8859-1", "x-no-such-encoding").encode(), []),
    ],
)
def test_reports_a_declaration_that_the_bytes_refute(data: bytes, expected: list[tuple[str, str]]) -> None:
    (document,) = read(decode("story.xml", data))
    check = compiled("wrong-declaration", "story")
    matches = check.find_in_document(Look(document, document.segments, lambda *_: True))
    places = [(match.place.start, match.place.end, match.values["encoding"]) for match in matches]
    assert [(document.source_text[start:end], name) for start, end, name in places] == expected


def test_looks_at_source_lines_only() -> None:
    with pytest.raises(ValueError, match="text: source"):
        compiled("mojibake", "story")


def test_finds_nothing_in_plain_english() -> None:
    assert not list(mojibake_in("Talks resumed in Paris on Friday."))


FLAWS: Final = (
    "\ufffd", "ï", "¿", "½", "\u034f", "\u180e", "\u200b", "\u2060", "\ufeff", "\ufffc", "\u00ad", "\u2028",
    "\u061c", "\u200e", "\u202a", "\u2066", "\x00", "\x1b[0m", "\x7f", "\x02", "\x85", "\ue000", "\U000f0000",
    "e", "\u0301", "か", "\u3099", "\u1100", "\u1161", "о", "α", "bank", "ба", "\u00a0", "\u202f", "â", "€",
    "™", "Ã", "©", "Ð", "\x9d", "“", "—", " ",
)  # fmt: skip


@pytest.mark.parametrize("flag", FLAGS)
@given(st.lists(st.one_of(st.sampled_from(FLAWS), st.characters()), max_size=8).map("".join))
def test_a_line_that_is_not_looked_at_has_no_flaw(flag: str, line: str) -> None:
    check = compiled(flag)
    flaws = list(check.flag.find(line))
    assert len(list(check.find_in_line(Line(line, 0)))) == len(flaws)
    (needed,) = check.needs.literals
    assert not flaws or any(char in line.encode("ascii", "replace").decode() for char in needed)


@pytest.mark.parametrize(
    "line",
    ["Talks resumed in Paris.", "“It’s late,” said Zoë Šimić – in São Paulo…", "會談在巴黎恢復", "Cent ans après…"],
)
def test_most_lines_are_not_looked_at(line: str) -> None:
    def refuse(_line: str) -> Iterator[encoding.Flaw]:
        raise AssertionError

    assert not list(encoding.LineEncoding(encoding.Flag(refuse)).find_in_line(Line(line, 0)))
