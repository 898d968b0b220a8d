from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.document.formats import read
from copylint.document.language import Passage, document_language, stated_code
from copylint.document.model import UNDECIDED
from copylint.source.decode import decode

SENTENCES = {
    "en": "The government will spend more on its army next year, the minister said on Friday.",
    "fr": "Le gouvernement va dépenser plus pour son armée l’an prochain, a dit vendredi le ministre.",
    "es": "El gobierno gastará más en su ejército el año que viene, dijo el viernes la ministra.",
    "de": "Die Regierung will im nächsten Jahr mehr für ihr Heer ausgeben, sagte der Minister am Freitag.",
    "pt": "O governo vai gastar mais com o seu exército no próximo ano, disse a ministra na sexta-feira.",
    "it": "Il governo spenderà di più per il suo esercito, ha detto venerdì la ministra della difesa.",
    "nl": "De regering zal volgend jaar meer aan het leger uitgeven, zei de minister op vrijdag.",
    "no": "Regjeringen vil bruke mer penger på forsvaret neste år, sa ministeren fredag, men ikke nå.",
    "sv": "Regeringen ska lägga mer pengar på försvaret nästa år, sade ministern och var inte orolig.",
    "vi": "Chính phủ sẽ chi nhiều hơn cho quân đội trong năm tới, bộ trưởng nói như vậy với các báo.",
    "pl": "Rząd wyda w przyszłym roku więcej na wojsko, powiedział w piątek minister, ale nie podał kwoty.",
    "cs": "Vláda chce v příštím roce dát více peněz na armádu, řekl v pátek ministr, ale není jisté kolik.",
}


def _language_of(text: str) -> str:
    return Passage(text).language


def _language_of_all(texts: Sequence[str], stated: str | None) -> str:
    return document_language(map(Passage, texts), stated)


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items())
def test_one_sentence_tells_its_language(language: str, sentence: str) -> None:
    assert _language_of(sentence) == language
    assert _language_of_all([sentence], None) == language


@pytest.mark.parametrize(
    "text",
    [
        "Shares rose 2 percent.",
        "Ann Lee, 42, died Monday.",
        "Talks resume Tuesday in Geneva.",
        "Oil prices fell sharply Tuesday. Traders blamed weak demand.",
        "President Ann Lee arrives at Elysee Palace in Paris, France, Feb. 6, 2026.",
        "Voters queue in Accra on Friday. Photo: AFP",
        "Residents search rubble in Derna, Libya, Monday, Feb. 2, 2026. (AP Photo/Ann Lee)",
        "MEXICO CITY (AP) — Mexico's president resigned Monday.",
        "BRIDGE CLOSED AFTER RIVER RISES IN DERNA",
        "Las Vegas police arrest man after shots at casino",
        "Brazil's Roe meets Argentina's Lee in Sao Paulo",
        "It’s over, she’s told them. They didn’t answer.",
    ],
)
def test_a_brief_a_caption_and_a_headline_in_english(text: str) -> None:
    assert _language_of(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Pääministeri sanoi perjantaina, että hallitus aikoo lisätä puolustusmenoja ensi vuonna.",
        "New York tulvi perjantaina",
        "McDonald's avaa ravintolan Helsingissä.",
        "Perdana menteri mengatakan pada hari Jumat bahwa pemerintah akan menambah anggaran tahun depan.",
        "Başbakan cuma günü hükümetin gelecek yıl savunma harcamalarını artıracağını söyledi.",
        "A miniszterelnök pénteken azt mondta, hogy a kormány jövőre növeli a védelmi kiadásokat.",
        "Regeringen vil bruge flere penge på forsvaret, men oppositionen er ikke enig i planen.",
        "Premierul a spus vineri că guvernul va mări cheltuielile pentru apărare anul viitor.",
        "Premijer je u petak rekao da će vlada povećati izdatke, ali to bi moglo do kraja godine.",
        "政府は来年、防衛費を増やす。",
        "",
        "2-1, 3-0",
    ],
)
def test_what_is_not_english_is_not_taken_for_it(text: str) -> None:
    assert _language_of(text) != "en"


@pytest.mark.parametrize("text", ["El Nino", "Los Angeles", "Le Pen", "De Klerk", "J Roe, M Lee, L Roe, D Lee"])
def test_a_name_decides_nothing(text: str) -> None:
    assert _language_of(text) == UNDECIDED


def test_half_in_one_language_and_half_in_another_is_undecided() -> None:
    assert _language_of_all([SENTENCES["es"], SENTENCES["de"]], None) == UNDECIDED


def test_a_story_with_a_foreign_quotation_keeps_its_language() -> None:
    assert _language_of_all([SENTENCES["en"]] * 3 + [SENTENCES["fr"]], None) == "en"


def test_what_is_stated_wins_unless_the_words_plainly_contradict_it() -> None:
    assert _language_of_all(["Gold in Derna"], "fr") == "fr"
    assert _language_of_all([SENTENCES["en"]], "sv") == "sv"
    assert _language_of_all([SENTENCES["en"]] * 4, "sv") == "en"
    assert _language_of_all([SENTENCES["no"]] * 4, "nn") == "no"
    assert _language_of_all([SENTENCES["en"]], "Klingonese tongue") == "en"


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("pt_BR", "pt"),
        (" EN ", "en"),
        ("English", "en"),
        ("Français", "fr"),
        ("nb", "no"),
        ("nn-NO", "no"),
        ("fil", "fil"),
        ("", None),
        ("x", None),
        ("the Queen's", None),
    ],
)
def test_the_code_of_a_stated_language(stated: str, code: str | None) -> None:
    assert stated_code(stated) == code


@given(st.lists(st.text() | st.sampled_from(list(SENTENCES.values())), max_size=5))
def test_every_text_has_one_answer(texts: list[str]) -> None:
    known = {*SENTENCES, UNDECIDED}
    assert _language_of_all(texts, None) in known
    assert _language_of_all(texts, None) == _language_of_all(list(texts), None)
    assert _language_of_all(texts, "da") in known | {"da"}


@pytest.mark.parametrize(
    ("text", "words", "weights"),
    [
        ("it's", 2, {"en": 1.5, "nl": 0.5}),
        ("It’s", 2, {"en": 1.5, "nl": 0.5}),
        ("BANK'S", 2, {}),
        ("l'avis", 2, {"fr": 0.5, "it": 0.5}),
        ("L’avis é", 3, {"fr": 0.5, "it": 0.5, "pt": 1.0}),
        ("café'd dont x_dont 7dont", 6, {"en": 1.0, "fr": 3.0}),
        ("“and”—and…and\u00a0and", 4, {"en": 4.0}),
        ("Die Hard", 2, {"de": 0.25, "nl": 0.25}),
    ],
)
def test_words_are_runs_of_letters_with_their_apostrophes(text: str, words: int, weights: dict[str, float]) -> None:
    evidence = Passage(text).evidence
    assert evidence.words == words
    assert {language: weight for language, weight in evidence.weights.items() if weight} == weights


def test_a_long_text_is_read_in_linear_time() -> None:
    for text in ("a'" * 100_000, "A" * 200_000, "Aa " * 100_000, "'s" * 100_000, "a.b" * 100_000):
        assert _language_of(text) in {*SENTENCES, UNDECIDED}


@pytest.mark.parametrize(
    ("folder", "language"),
    [
        ("bbc-2004", "en"),
        ("reuters-web", "en"),
        ("18f-posts-md", "en"),
        ("ucsc-posts-md", "en"),
        ("fakenews-es", "es"),
        ("fakebr-pt", "pt"),
        ("vietnews-tok", "vi"),
    ],
)
def test_real_stories(corpus: Path, folder: str, language: str) -> None:
    paths = sorted((corpus / folder).glob("*.[tm][xd]*"))[::4]
    read_as = {path.name: read(decode(path.name, path.read_bytes()))[0].language for path in paths}
    assert read_as
    assert {name for name, spoken in read_as.items() if spoken != language} == set()


@pytest.mark.parametrize("folder", ["bbc-2004", "reuters-web"])
def test_the_first_words_of_real_stories_are_a_brief(corpus: Path, folder: str) -> None:
    stories = [read(decode(path.name, path.read_bytes()))[0] for path in sorted((corpus / folder).glob("*.txt"))[::2]]
    briefs = [story.of_part("body")[0].text[:250] for story in stories if story.of_part("body")]
    assert briefs
    assert sum(_language_of(brief) == "en" for brief in briefs) >= 0.97 * len(briefs)
