"""Tells the language of a passage by counting its function words: closed lists, the same on every machine."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from copylint.document.model import UNDECIDED

_FUNCTION_WORDS: Final[Mapping[str, str]] = {
    "en": """
        the of and to in a is that for it on as was with be by at from are this his he but have an has had not
        they which or we were been their one more would will there can said after who about when what its out up
        into than also could over first two if no she him her i you my your our all so only them some these
        those said says told did do does don doesn didn isn wasn won t re ve because while during before between
        against through where how off under since until both each other such most should may might must just now
        years year people new
        """,
    "fr": """
        le la les l de des du d et à en un une que qu qui dans pour sur par est pas plus au aux avec ce cette
        ces il elle ils elles on nous vous se sa son ses leur leurs mais ou où ne n s être été sont était ont
        avait a fait comme après avant selon entre aussi deux tout tous même encore sans sous contre depuis lors
        c j m y dont ainsi alors
        """,
    "es": """
        el la los las de del y a en un una que por para con se su sus es no lo al como más pero le ha han fue
        ser son está están era este esta estos estas sobre entre también hasta desde cuando muy sin ya porque
        todo todos donde dijo según tras durante otro otros dos años ante les nos si o e había
        """,
    "de": """
        der die das den dem des und in zu von mit für auf ist im nicht ein eine einen einem einer sich auch es
        an als aus bei nach dass sie er wird werden wurde wurden hat haben hatte war waren sind nur noch über
        wie oder aber vor zum zur bis durch um am mehr seit man wir ich ihr sein seine unter gegen kann können
        jahr jahren sagte dort
        """,
    "pt": """
        o a os as de do da dos das e em no na nos nas um uma que para por com se não é ao à mais como mas foi
        ser são está ele ela eles seu sua seus suas pelo pela também já ou quando muito há até sobre entre
        depois isso este esta disse segundo ainda foram tem têm pelos pelas aos às era havia
        """,
    "it": """
        il lo la i gli le di del della dei delle dello degli e a in un una uno che per con su da dal dalla dai
        non è si al alla ai alle nel nella nei nelle sul sulla come più ma anche ha hanno sono stato stata
        essere era questo questa dopo tra fra ed o se ci suo sua anni due loro perché quando già solo ancora d l
        c
        """,
    "nl": """
        de het een en van in is dat op te zijn met voor niet aan er om ook als maar dan die bij hij naar ze uit
        door wordt werd heeft hebben had was waren nog wel deze dit meer tot over kan worden geen zich haar hun
        wat onder tegen na jaar zei volgens tussen omdat
        """,
    "no": """
        og i det er på til som en et å av for at med de ikke den har om han fra var vi jeg seg så ble men ved
        kan skal vil etter hun eller også over mot da nå være opp ut noe denne dette sin sier der blir hadde
        mellom år
        """,
    "sv": """
        och i att det som en på är av för med den till inte har de om ett han var men från vi så jag man när kan
        nu ska vid efter också sig hon under där mot mellan hade blir sin eller över säger år vill mycket detta
        denna sitt dem
        """,
    "vi": """
        và của là có được cho không với các một những trong đã người này để khi đến từ năm trên tại cũng về ra
        như vào thì sẽ phải nhiều còn sau đó nhưng mà ở bị do theo hơn việc đang rằng nước ông bà anh chị
        """,
}
_LANGUAGES_OF: Final[Mapping[str, tuple[str, ...]]] = {
    word: tuple(language for language, words in _FUNCTION_WORDS.items() if word in words.split())
    for word in {word for words in _FUNCTION_WORDS.values() for word in words.split()}
}

_NAMES: Final = {
    "english": "en", "french": "fr", "français": "fr", "spanish": "es", "español": "es", "german": "de",
    "deutsch": "de",
    "portuguese": "pt", "português": "pt", "italian": "it", "italiano": "it", "dutch": "nl", "nederlands": "nl",
    "norwegian": "no", "norsk": "no", "swedish": "sv", "svenska": "sv", "vietnamese": "vi", "tiếng việt": "vi",
    "nb": "no", "nn": "no",
}  # fmt: skip
_CODE: Final = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9_-]+)?")
_WORD: Final = re.compile(r"[^\W\d_]+")

_LEAST_EVIDENCE: Final = 0.9
"""A word that only one language has counts 1, one that two have counts half for each."""
_LEAST_SHARE: Final = 0.08
"""Of all words; in the ten languages it is 0.25 or more, so that other languages stay undecided."""
_LEAST_LEAD: Final = 1.3
"""How many times the runner-up's evidence the winner's is."""
_PLAIN_CONTRADICTION: Final = 2.0
"""How many times the stated language's."""
_WORDS_TO_CONTRADICT: Final = 40
_WORDS_READ: Final = 2_000
"""More decide nothing that so many don't."""


@dataclass(frozen=True)
class Evidence:
    """How much speaks for each language, in a passage of so many words."""

    words: int
    weights: Mapping[str, float]

    @property
    def language(self) -> str:
        """The language that the evidence decides for, or `und`."""
        ranked = sorted(self.weights.items(), key=lambda item: (-item[1], item[0]))
        if not ranked:
            return UNDECIDED
        language, most = ranked[0]
        runner_up = ranked[1][1] if len(ranked) > 1 else 0.0
        enough = most >= max(_LEAST_EVIDENCE, _LEAST_SHARE * self.words)
        return language if enough and most >= _LEAST_LEAD * runner_up else UNDECIDED


def language_of(text: str) -> str:
    """The language of one passage (ISO 639), or `und`."""
    return _evidence((text,)).language


def document_language(texts: Iterable[str], stated: str | None) -> str:
    """The language of a story: the stated one unless its words plainly contradict it, else what its words decide."""
    evidence = _evidence(texts)
    code = stated_code(stated) if stated else None
    if code is None:
        return evidence.language
    read = evidence.language
    contradicted = (
        read not in (UNDECIDED, code)
        and evidence.words >= _WORDS_TO_CONTRADICT
        and evidence.weights[read] >= _PLAIN_CONTRADICTION * evidence.weights.get(code, 0.0)
    )
    return read if contradicted else code


def stated_code(stated: str) -> str | None:
    """`en` for 'en', 'en-GB', 'en_US' and 'English'; None for what names no language."""
    folded = stated.strip().casefold()
    code = _CODE.fullmatch(folded)
    return _NAMES.get(folded) or (_NAMES.get(code[1], code[1]) if code else None)


def _evidence(texts: Iterable[str]) -> Evidence:
    counted: Counter[str] = Counter()
    words = 0
    for text in texts:
        found = [word.casefold() for word in _WORD.findall(text)]
        counted.update(found)
        words += len(found)
        if words >= _WORDS_READ:
            break
    weights: dict[str, float] = {}
    for word, count in counted.items():
        languages = _LANGUAGES_OF.get(word, ())
        for language in languages:
            weights[language] = weights.get(language, 0.0) + count / len(languages)
    return Evidence(words, weights)
