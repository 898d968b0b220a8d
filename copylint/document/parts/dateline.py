"""Datelines, in any shape that occurs: a house pack judges the form, the reader only finds them.

`PARIS (AP) — `, `NEW YORK/LONDON, Feb 6 (Reuters) - `, `Iguala (Mexico) (AFP) - `, `(CNN)`, `Madrid, 6 feb (EFE).- `,
`SEOUL, Nov 26 AFP - `, `København /ritzau/: `, `(ANSA) - Rome, October 11 - `, `Jan 30 (Gracenote) - `.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import regex

from copylint.document.parts.places import Lettering, lettering_of, starts_in_capitals
from copylint.expressions import expression

_LONGEST: Final = 160
"""No dateline is longer, in code points."""

_AGENCIES: Final = frozenset(
    """
    aa aap ad afp aga aine ajp alliance anadolu anp ansa antara ani ap apa aps ats belga bernama bloomberg bta
    cna cnbc cnn cns cp ctk dpa dpa-afx efe epd fena hina ians ifr interfax ips irin irna itar-tass jiji jta kna
    kuna kyodo lusa map marketwatch marketwired mct mena mti notimex novinite ntb pa pana panapress pap petra
    pti prnewswire rapsi reuters reuter ritzau rns sana sda sid spa sputnik stt tanjug tap tass tasr tca tns
    tribune tt upi vna vov wam xinhua yonhap zuma
    """.split()  # noqa: SIM905 — a list of eighty one-word strings is harder to read
) | {
    "agence france-presse", "agence france presse", "associated press", "the associated press", "business wire",
    "globe newswire", "pr newswire", "press association", "ria novosti", "the canadian press", "canadian press",
    "sports network", "thomson reuters foundation", "un news",
}  # fmt: skip

_SLASHED: Final = expression(r"(?P<places>[^\W\d_][^/:.]{1,60}?)\s+/(?P<agency>[\w-]{2,12})/\s*:\s*")
_BRACKETED: Final = expression(r"\(([^()]{2,60})\)")
_WORD: Final = expression(r"\S+")
_DASH: Final = expression(r"\s*\.?\s*(?:[—–―−_]|-{1,3})+(?=\s|$|[\"“'‘«A-Z0-9])\s*")
_SPACED_DASH: Final = expression(r"(?<=\S)(?:\s+(?:[—–―−_]|-{1,3})|\.\s?[-—–]{1,2}|—|--|\xad)(?:\s+|$|(?=[A-Z\"“]))")

_MONTH: Final = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec"
    r"|january|february|march|april|june|july|august|september|october|november|december"
    r"|janv|févr?|avr|juil|déc|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|ene|abr|ago|dic|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    r"|januar|jänner|februar|märz|juni|juli|oktober|dezember|dez|okt"
    r"|gen|mag|giu|lug|ott|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho"
    r"|setembro|outubro|novembro|dezembro)"
)
_DATE_FIRST: Final = expression(rf"{_MONTH}\b\.?\s+\d|\d{{1,2}}\s+{_MONTH}\b", regex.IGNORECASE)
_WEEKDAY: Final = r"(?:(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?\.?,?\s+)?"
_DATE_TAIL: Final = expression(
    rf"(?:^|[\s,]){_WEEKDAY}(?:{_MONTH}\.?\s*\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
    rf"|(?:le\s+)?\d{{1,2}}(?:er|st|nd|rd|th|\.|º)?(?:\s+de)?\s+{_MONTH}\.?(?:(?:\s+de)?,?\s+\d{{4}})?"
    r"|\d{1,2}[/.]\d{1,2}(?:[/.](?:\d{4}|\d{2}))?)\s*,?$",
    regex.IGNORECASE,
)


def dateline_end(text: str, start: int = 0, *, lead: bool) -> int | None:
    """Where the dateline that begins at `start` ends, its dash included; None where none begins there.

    Without an agency's name only the lead of a story can have one.
    """
    head = text[start : start + _LONGEST]
    for bracketed in _BRACKETED.finditer(head):
        end = _end_after_agency(head, bracketed, lead=lead) if _can_be_agency(head, bracketed) else None
        if end is not None:
            return start + end
    slashed = _SLASHED.match(head) if "/" in head else None
    if slashed and _is_agency(slashed["agency"]) and lettering_of(slashed["places"]) in ("capitals", "title"):
        return start + slashed.end()
    if not lead:
        return None
    for dash in _SPACED_DASH.finditer(head):
        before = head[: dash.start()]
        return start + dash.end() if _opens_without_agency(before, head[dash.start() :], head[dash.end() :]) else None
    return None


def glued_dateline(text: str, within: int = 1000) -> tuple[int, int] | None:
    """`[start, end)` of a dateline that stands behind bullets, a note or a byline in the same paragraph."""
    for bracketed in _BRACKETED.finditer(text, 0, within):
        if _is_agency(bracketed[1]):
            for start in _word_starts(text, max(bracketed.start() - 90, 0), bracketed.start() + 1):
                if text[start] == "(" or starts_in_capitals(text[start : bracketed.start()]):
                    end = dateline_end(text, start, lead=False)
                    if end is not None and _DASH.match(text, bracketed.end()):
                        return start, end
    return None


def dateline_after_byline(text: str) -> tuple[int, int] | None:
    """`[start, end)` of a dateline behind `By Ann Lee` in the same paragraph."""
    starts = list(_word_starts(text, 0, min(len(text), 120)))
    name_in_capitals = len(starts) > 1 and starts_in_capitals(text[starts[1] : starts[1] + 20])
    for start in starts[3 if name_in_capitals else 2 :]:
        if text[start] == "(" or _begins_with_date(text, start) or starts_in_capitals(text[start : start + 20]):
            end = dateline_end(text, start, lead=True)
            if end is not None:
                return start, end
    return None


def _end_after_agency(head: str, bracketed: regex.Match[str], *, lead: bool) -> int | None:
    dash = _DASH.match(head, bracketed.end())
    before = head[: bracketed.start()].strip()
    end = dash.end() if dash else bracketed.end() + len(head[bracketed.end() :]) - len(head[bracketed.end() :].lstrip())
    places, dated = _without_date(before)
    lettering = lettering_of(places)
    if lettering is None:
        return None
    if not _is_agency(bracketed[1]):
        placed = lettering == "capitals" or (dated and lettering in ("none", "title"))
        return end if placed else None
    if dash and not before:
        return _end_of_place_behind(head, end)
    if dash:
        return end if lettering != "mixed" or (lead and len(places.split()) <= 3) else None
    follows = head[end : end + 1]
    opens = follows.isupper() or follows in tuple("\"“'‘«")
    if lettering in ("none", "capitals") or dated:
        return end if opens else None
    named = places.casefold().startswith(("the ", "agence", "associated", "press"))
    return end if opens and lettering == "title" and not named else None


def _end_of_place_behind(head: str, start: int) -> int:
    """ANSA sets place and date behind its name: `(ANSA) - Rome, October 11 - `."""
    dash = _SPACED_DASH.search(head, start)
    places, dated = _without_date(head[start : dash.start()].strip()) if dash else ("", False)
    return dash.end() if dash and dated and lettering_of(places) in ("capitals", "title") else start


def _opens_without_agency(before: str, dash: str, after: str) -> bool:
    places, dated = _without_date(_without_agency(before.strip()))
    lettering: Lettering | None = lettering_of(places)
    if lettering in (None, "none", "mixed"):
        return False
    if dated:
        return True
    opens = after[:1].isupper() or after[:1].isdigit() or after[:1] in tuple("\"“'‘«(")
    if not opens or _is_label(places):
        return False
    return len(places.split()) <= 3 if dash.startswith(".") else lettering == "capitals" and len(places) <= 60


_LABELS: Final = frozenset(
    """
    alert analysis announcement attention breaking column commentary corrected correction editorial exclusive explainer
    factbox restricted
    feature file files flash focus graphic guest insight interview live new news note now opinion part photo photos
    photograph picture preview profile q quotes refile review sidebar snapshot special story tag timeline top update
    updated urgent video watch warning wrapup yes no and but the a i it editors editor highlights summary key
    """.split()  # noqa: SIM905 — see above
)


def _is_label(places: str) -> bool:
    words = re.findall(r"\w+", places.casefold())
    letters = sum(map(len, words))
    return letters < 3 or any(word in _LABELS for word in words)


def _without_agency(before: str) -> str:
    """AAP sets the agency without brackets behind the date: `SEOUL, Nov 26 AFP - `."""
    places, _, last = before.rpartition(" ")
    return places if places and last.isupper() and last.casefold() in _AGENCIES else before


def _without_date(before: str) -> tuple[str, bool]:
    date = _DATE_TAIL.search(before)
    return (before[: date.start()].strip(" ,"), True) if date else (before.strip(" ,"), False)


def _begins_with_date(text: str, start: int) -> bool:
    return _DATE_FIRST.match(text[start : start + 25]) is not None


def _is_agency(name: str) -> bool:
    folded = name.casefold().strip()
    if folded in _AGENCIES or folded.split()[:1] in _FIRST_WORDS:
        return True
    parts = folded.split("/")
    return any(part in _AGENCIES for part in parts) and all(part.isalpha() and len(part) <= 8 for part in parts)


_FIRST_WORDS: Final = (["reuters"], ["bloomberg"], ["dpa"])
"""Agencies whose services carry more words: `Reuters Life!`, `dpa infocom`."""


def _can_be_agency(head: str, bracketed: regex.Match[str]) -> bool:
    """Whether it is a known agency, or a dash follows what looks like one; few brackets are, so this comes first."""
    name = bracketed[1]
    return _is_agency(name) or (_looks_like_agency(name) and _DASH.match(head, bracketed.end()) is not None)


def _looks_like_agency(name: str) -> bool:
    words = name.split()
    return len(words) <= 4 and len(name) <= 40 and all(word[:1].isupper() or word in ("of", "the") for word in words)


def _word_starts(text: str, start: int, end: int) -> Iterator[int]:
    for word in _WORD.finditer(text, start, end):
        if word.start() == 0 or text[word.start() - 1].isspace():
            yield word.start()
