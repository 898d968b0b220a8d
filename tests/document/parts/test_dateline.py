from __future__ import annotations

import pytest

from copylint.document.parts.dateline import dateline_after_byline, dateline_end, glued_dateline

LEAD = "Talks on the river treaty resumed on Friday."

DATELINES = [
    "PARIS (AP) — ",
    "PARIS (AP) – ",
    "PARIS (AP) - ",
    "PARIS (AP) -- ",
    "PARIS (AP) _ ",
    "PARIS (AP) ",
    "PARIS  (Reuters) - ",
    "PARIS (Reuters) -",
    "PARIS, Feb 6 (Reuters) - ",
    "PARIS, Feb. 6 (Reuters) - ",
    "PARIS, Feb. 6, 2026 (Xinhua) -- ",
    "PARIS, feb 6 (Reuters) - ",
    "PARIS, 6 February (dpa) - ",
    "PARIS Feb 6 (Reuters) - ",
    "PARIS, 6/2 (Reuters) - ",
    "PARIS/BERLIN (Reuters) - ",
    "PARIS/BERLIN/ROME/MADRID, Feb 6 (Reuters) - ",
    "ANCHORAGE, Alaska/SEATTLE (Reuters) - ",
    "PARIS and BERLIN (AP) — ",
    "LYON, France (AP) — ",
    "SALT LAKE CITY, Utah (AP) — ",
    "ST. LOUIS, Mo. (AP) — ",
    "ST.JOHN'S, Antigua (Reuters) - ",
    "ÉVREUX, France (AFP) - ",
    "SÃO PAULO (AFP) – ",
    "McALLEN, Texas (AP) — ",
    "N'DJAMENA, Chad (AP) — ",
    "L’AQUILA, Italy (AP) — ",
    "RIO DE JANEIRO (AP) — ",
    "WASHINGTON, D.C. (UPI) — ",
    "Paris (AFP) - ",
    "Paris, Feb 6, 2026 (AFP) – ",
    "Iguala de la Independencia (Mexico) (AFP) - ",
    "Washington (CNN) -- ",
    "St. Petersburg (dpa) - ",
    "Berlin (tca/dpa) - ",
    "paris (AFP) - ",
    "(Reuters) - ",
    "(AP) — ",
    "(CNN) -- ",
    "(CNN)",
    "Feb 6 (Reuters) - ",
    "PARIS — ",
    "LYON, France – ",
    "CANNES, France, May 23 - ",
    "KANSAS CITY, Mo. — ",
    "BRASÍLIA - ",
    "Madrid, 6 feb (EFE).- ",
    "SANTA ROSA, CA--",
    "NAPA COUNTY, Calif. (KGO) -- ",
    "Hamburg (dpa/lno) - ",
    "SEOUL, Nov 26 AFP - ",
    "København /ritzau/: ",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_a_dateline_ends_where_the_lead_begins(dateline: str) -> None:
    assert dateline_end(dateline + LEAD, lead=True) == len(dateline)


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("LYON, France, march 4 -", "LYON, France, march 4 -"),
        ("(ANSA) - Derna, October 11 - The bank closed", "(ANSA) - Derna, October 11 - "),
        ("(ANSA) - DERNA, 1 LUG - La banca", "(ANSA) - DERNA, 1 LUG - "),
        ("(ANSA) - The bank - the oldest - closed", "(ANSA) - "),
        ("Harare, July 19 (The Scoreboard) - Results from Derna", "Harare, July 19 (The Scoreboard) - "),
        ("LYON, 5 fév 2026 (AFP) - La banque", "LYON, 5 fév 2026 (AFP) - "),
        ("Jan 30 (Scoreboard) - Results from Derna", "Jan 30 (Scoreboard) - "),
        ("(Sports Network) - A pair of teams", "(Sports Network) - "),
        ("Lyon, feb 26 - the bank is to close", "Lyon, feb 26 - "),
        ("Lyon, March 4 - <Bank of Derna> said it closed", "Lyon, March 4 - "),
    ],
)
def test_places_with_a_date_need_no_capital_behind_them(text: str, dateline: str) -> None:
    assert dateline_end(text, lead=True) == len(dateline)


@pytest.mark.parametrize("dateline", [line for line in DATELINES if "(AP) — " in line or "(Reuters) - " in line])
def test_an_agency_and_a_dash_make_a_dateline_anywhere(dateline: str) -> None:
    assert dateline_end(dateline + LEAD, lead=False) == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "Paris — the capital — was calm on Friday.",
        "The Associated Press (AP) said it had counted the votes.",
        "Agence France-Presse (AFP) photographers saw smoke.",
        "The minister (55) - a lawyer - resigned.",
        "FILE - Voters queue in Accra on Friday.",
        "UPDATE - The river has burst its banks.",
        "EXCLUSIVE — The bank hid its losses.",
        "Q - What happens next?",
        "Police said the man (Smith) - no relation - fled.",
        "He joined the agency (AP) in 1999.",
        "NATO said on Friday that it would stay.",
        "Shares of the maker (Robert Roe / AP) fell.",
        "Talks resumed in PARIS (AP) — and then failed.",
        "(He said so.) The court agreed.",
        "The 2-1 win — their third — was narrow.",
        "U.S. - China talks resumed.",
        "Ann Lee - the mayor - said no.",
        "",
    ],
)
def test_copy_that_looks_like_a_dateline_is_none(text: str) -> None:
    assert dateline_end(text, lead=True) is None


def test_without_an_agency_only_the_lead_has_a_dateline() -> None:
    assert dateline_end("UKRAINE - The airport is open.", lead=False) is None


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("By Ann Lee PARIS, Feb 6 (Reuters) - Talks resumed.", "PARIS, Feb 6 (Reuters) - "),
        ("By Ann Lee Jan 30 (Reuters) - Talks resumed.", "Jan 30 (Reuters) - "),
        ("By  Ann Lee and  Bob Roe HONG KONG (Reuters) - Talks resumed.", "HONG KONG (Reuters) - "),
        ("By ANN LEE PARIS (AP) — Talks resumed.", "PARIS (AP) — "),
        ("By Ann Lee DERNA, Libya, Sept 23 - Talks resumed.", "DERNA, Libya, Sept 23 - "),
        ("By Ann Lee (Reuters) - Talks resumed.", "(Reuters) - "),
    ],
)
def test_a_dateline_behind_a_glued_byline(text: str, dateline: str) -> None:
    found = dateline_after_byline(text)
    assert found is not None
    assert text[slice(*found)] == dateline


def test_a_dateline_behind_bullets() -> None:
    text = "Profit up 3% * Outlook cut By Ann Lee NEW YORK (Reuters) - The bank said on Friday."
    found = glued_dateline(text)
    assert found is not None
    assert text[slice(*found)] == "NEW YORK (Reuters) - "


def test_a_long_paragraph_without_dateline_costs_little() -> None:
    assert glued_dateline("(Reuters) " * 10_000) is None
    assert dateline_end("A/" * 100_000, lead=True) is None
