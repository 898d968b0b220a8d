"""What a story says of people in two ways, or too early."""

import pytest

from copylint.checks import consistency
from copylint.checks.consistency import Contradiction
from copylint.checks.model import Definition, Look, Match
from copylint.document.model import Document, Part, Segment
from copylint.document.offsets import Mask, OffsetMap, Piece
from copylint.finding import Span


def segments(parts: list[tuple[Part, str]], quoted: str = "") -> tuple[Segment, ...]:
    made, at = [], 0
    for part, text in parts:
        start = text.find(quoted) if quoted else -1
        masks = (Mask(Span(start, start + len(quoted)), "quotation"),) if start >= 0 else ()
        made.append(
            Segment(part, Span(at, at + len(text)), text, OffsetMap((Piece(0, at, at + len(text)),)), "en", masks)
        )
        at += len(text) + 1
    return tuple(made)


def matches(flag: str, parts: list[tuple[Part, str]], quoted: str = "") -> list[Match]:
    check = consistency.compile(Definition({"flag": flag}))
    assert isinstance(check, Contradiction)
    story = segments(parts, quoted)
    document = Document(0, "text", story, "\n".join(text for _, text in parts))

    def admits(segment: Segment, start: int, end: int) -> bool:
        return not any(mask.span.overlaps(Span(start, end)) for mask in segment.masks)

    return list(check.find_in_document(Look(document, story, admits)))


def found(flag: str, *texts: str, quoted: str = "") -> list[str]:
    places = [match.place for match in matches(flag, [("body", text) for text in texts], quoted)]
    return [place.segment.text[place.start : place.end] for place in places if place.segment]


@pytest.mark.parametrize(
    ("texts", "surname"),
    [
        (("Roe was absent. His lawyer said that Robert Roe was ill.",), "Roe"),
        (("Holmgren told reporters so.", "Minister Bengt Holmgren left."), "Holmgren"),
        (("Talks began, according to Roe.", "Robert Roe, 54, left."), "Roe"),
    ],
)
def test_a_surname_before_the_full_name(texts: tuple[str, ...], surname: str) -> None:
    assert found("surname-before-full-name", *texts) == [surname]


@pytest.mark.parametrize(
    "texts",
    [
        ("Robert Roe left. Roe said so. Then Robert Roe came back.",),
        ("Dr. Roe said so. Robert Roe left.",),
        ("The judge Roe said so. Robert Roe left.",),
        ("Roe said so. Ann Roe and Robert Roe left.",),
        ("The Bush administration did. President George Bush left.",),
        ("Ford said so. Ford Motor hired Alan Ford.",),
        ("Roe said so. His brother Robert Roe left.",),
    ],
)
def test_no_surname_too_early(texts: tuple[str, ...]) -> None:
    assert found("surname-before-full-name", *texts) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("President Volodymyr Zelensky spoke. The aid is late, Zelenskyy said.", "Zelenskyy"),
        ("Omar Gonzalez ran. Officers could not reach Gonzales.", "Gonzales"),
        ("Judge Paul Mikkelson ruled. He thanked Mikkleson.", "Mikkleson"),
        ("Sergey Lavrov spoke. Sergei Lavrov left.", "Sergei Lavrov"),
        ("Emmanuel Bonne went. Emanuel Bonne came back.", "Emanuel Bonne"),
        ("A Caterpillar plant shut. Sales of Caterpillar fell. But Caterpilar hopes. He told Caterpilar so.", ""),
        ("A Caterpillar plant shut. Sales of Caterpillar fell. Now only Caterpilar hopes.", "Caterpilar"),
    ],
)
def test_a_name_in_two_spellings(text: str, wrong: str) -> None:
    assert found("name-spelled-two-ways", text) == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    "text",
    [
        "Anna German lives in Germany. She likes Germany and the Germans.",
        "Dmitry Golubkov and Olga Golubkova voted. They asked Golubkova.",
        "Pavel Kovalsky and Irina Kovalskaya voted. They asked Kovalskaya.",
        "Akio Toyoda runs it. He likes Toyota.",
        "Paul Johnson met Peter Johnston. They asked Johnston.",
        "Robert Gates met Bill Gaetz at noon.",
        "Marcus Horan and Shane Horgan played. Later came M Horan and S Horgan.",
        "Police arrested Imran Pakistan. A Pakistani left.",
    ],
)
def test_names_that_are_two(text: str) -> None:
    assert found("name-spelled-two-ways", text) == []


def test_a_headline_is_the_likelier_slip() -> None:
    (match,) = matches("name-spelled-two-ways", [("headline", "Macon leaves"), ("body", "Emmanuel Macron left.")])
    assert match.place.segment is not None
    assert match.place.segment.part == "headline"
    assert match.values["other_name"] == "Macron"


def test_a_quoted_spelling_is_the_speakers() -> None:
    quoted = "“Ask Mikkleson,”"
    assert found("name-spelled-two-ways", f"Judge Paul Mikkelson ruled. {quoted} she said.", quoted=quoted) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Finance Minister Ann Lee spoke. Foreign Minister Lee left.", "Foreign Minister Lee"),
        ("finance minister Ann Lee spoke. The foreign minister Ann Lee left.", "foreign minister Ann Lee"),
        ("Sgt. Ann Lee spoke. Capt. Lee left.", "Capt. Lee"),
        ("Spokesman Ann Lee spoke. Spokeswoman Ann Lee left.", "Spokeswoman Ann Lee"),
        ("Gov. Ann Lee spoke. Sen. Lee left.", "Sen. Lee"),
    ],
)
def test_a_title_that_changes(text: str, place: str) -> None:
    assert found("title-changes", text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Defense Minister Ann Lee spoke. Defence Minister Lee left.",
        "Sen. Ann Lee spoke. Senator Lee left.",
        "Finance Minister Ann Lee spoke. Former Foreign Minister Ann Lee left.",
        "Finance Minister Ann Lee met Foreign Minister Bob Lee.",
        "Finance Minister Ann Lee spoke. Foreign Minister Ann Lee became in 2019.",
        "President Ann Lee met her husband, Prime Minister Lee.",
        "Vice President Ann Lee spoke. Prime Minister-elect Ann Lee left.",
    ],
)
def test_a_title_that_stays(text: str) -> None:
    assert found("title-changes", text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Finance Minister Robert Roe spoke. Finance Minister Richard Roe left.", ["Richard Roe"]),
        ("Police asked Ann Lee. Anna Lee said nothing.", ["Anna Lee"]),
        ("Finance Minister William Roe spoke. Finance Minister Bill Roe left.", []),
        ("Ann Lee came with her sister. Anna Lee said nothing.", []),
        ("Police asked Ann Lee. Anna Lee, a nurse, said nothing.", []),
        ("Police asked Ann Lee. Robert Lee said nothing.", []),
    ],
)
def test_first_names(text: str, place: list[str]) -> None:
    assert found("first-name-changes", text) == place


def test_names_that_the_body_lacks() -> None:
    body = "The mayor spoke for an hour and said that the bridge was safe. " * 6
    story: list[tuple[Part, str]] = [
        ("headline", "Holmgren says bridge is safe"),
        ("caption", "Robert Roe. Photo: AFP"),
    ]
    assert len(matches("headline-name-not-in-body", [*story, ("body", body)])) == 1
    assert len(matches("caption-name-not-in-body", [*story, ("body", body)])) == 1
    assert not matches("headline-name-not-in-body", [*story, ("body", body + "Holmgren left.")])
    assert not matches("caption-name-not-in-body", [("caption", "A bridge. Photo: Robert Roe"), ("body", body)])
    assert not matches("headline-name-not-in-body", [*story, ("body", "A brief.")])


@pytest.mark.parametrize(
    ("flag", "text", "place"),
    [
        (
            "acronym-two-expansions",
            "The Federal Audit Board (FAB) met. A Farm Audit Board (FAB) left.",
            ["Farm Audit Board (FAB)"],
        ),
        ("acronym-two-expansions", "The World Organisation (WO) met. A World Organization (WO) left.", []),
        ("acronym-defined-twice", "A Farm Aid Board (FAB) met. A Farm Aid Board (FAB) left.", ["Farm Aid Board (FAB)"]),
        ("acronym-defined-not-used", "A Farm Aid Board (FAB) met.", [" (FAB)"]),
        ("acronym-defined-not-used", "A Farm Aid Board (FAB) met. Many FABs met.", []),
        ("acronym-defined-not-used", "A Farm Aid Board (FAB) met. A FAB-led plan fell.", []),
        ("acronym-defined-not-used", "A Farm Aid Board (FAB) met. FABIAN and a FABs2 and a PREFAB fell.", [" (FAB)"]),
        ("acronym-defined-not-used", "A Farm Aid Board (FA-B) met. An FA left.", [" (FA-B)"]),
        ("acronym-defined-not-used", "A Farm Aid Board (FA-B) met. The FA-B left.", []),
        (
            "acronym-defined-not-used",
            "A Farm Aid Board (FAB) met. A Far Out Board (FOB) left. The FAB came.",
            [" (FOB)"],
        ),
        ("acronym-defined-not-used", "Talks began (AFP) here.", []),
        ("acronym-not-explained", "He left the MSBK in May. The MSBK did not answer.", ["MSBK"]),
        ("acronym-not-explained", "A Farm Aid Board met. The FAB left. The FAB came.", []),
        ("acronym-not-explained", "The lender MSBK fell. The MSBK did not answer.", []),
        ("acronym-not-explained", "He left the NATO in May. The NATO did not answer.", []),
        ("acronym-not-explained", "PERTH - A bridge fell. A van hit PERTH in May.", []),
        ("full-name-again", "Robert Roe came. Robert Roe left.", ["Robert Roe"]),
        ("name-order-changes", "Viktor Orban came. Later Orban Viktor left.", ["Orban Viktor"]),
        ("organisation-variants", "Hezbollah fired. Hizbollah denied it.", ["Hizbollah"]),
        ("organisation-variants", "Hezbollah fired. Hezbollah denied it.", []),
    ],
)
def test_initials_and_bodies(flag: str, text: str, place: list[str]) -> None:
    assert found(flag, text) == place
