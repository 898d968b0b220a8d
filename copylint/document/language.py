"""Tells the language of a passage by counting its words of closed lists, the same on every machine.

Function words decide; a two-line brief or a caption in English may have none, so English has common words of the news
as well: those that no other language of the lists has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from sys import intern
from typing import Final

from copylint.document.model import UNDECIDED
from copylint.expressions import expression
from copylint.values import dataclass

_WORDS: Final[Mapping[str, str]] = {
    "en": """
        the of and to in a is that for it on as was with be by at from are this his he but have an has had not
        they which or we were been their one more would will there can said after who about when what its out up
        into than also could over first two if no she him her i you my your our all so only them some these
        those said says told did do does don doesn didn isn wasn won because while during before between
        against through where how off under since until both each other such most should may might must just now
        years year people new 's 't 're 've 'll 'd 'm
        monday tuesday wednesday thursday friday saturday sunday january february march june july october today
        yesterday tomorrow weeks month months morning afternoon evening night days one two three four five seven
        eight nine hundred hundreds thousand thousands percent accuse accused agree agreed agrees announced
        appeared arrest arrested arrests arrive arrived arrives ask asked attacked attacks banned beat beats
        became become began begins believe bought broke brought build building built buy calls called came
        cancelled caused charged claims closed closes collapse collapsed confirmed could cut cuts dead deadly
        deals death denied denies died dropped drops earned eases election elections elected ended ends expected
        failed falling fight fighting fired flood floods found gained get gets given go goes got halted has
        heads helped high higher highest hits holds hope hopes hurt injured join joined jump jumped kept kill
        killed killing kills know known last late later launched lead leads leave leaves led likely loses lost
        low lower lowest made makes making meet meeting meets missed missing move moved named need needs opened
        opens ordered paid pay planned played polls posted quit quits raised reach reached reported reports
        resign resigned resigns return returned returns rise rises rising ruled says search seek seeks sell shot
        showed shut sign signed soar soared sold speak speaks spreads stopped strike strikes strong struck take
        taken takes talks tell think took traded tried tries try trying turned urged urges used voters voted
        walk walks wait wanted wants warned warns wins work worked working wounded according ago ahead almost
        already although always amid around away back behind below beyond bridge bridges cases child children
        city coast company countries country crowd customers debt early earnings earthquake economy employees
        enough ever every evidence fears few firefighters good government great growth health homes houses
        interest judge king lawmakers lawyer least little many money more near nearly never nobody north
        northern nothing officer officers official officials oil old outside overnight own palace policy prices
        queen quarter rescue rescuers residents river shares since soldiers some south southern spokesman
        spokeswoman states than town trial troops united voter way weak weather western woman women workers
        world yet young war rose photo foreign trade
        """,
    "fr": """
        le la les l' de des du d' et à en un une que qu' qui dans pour sur par est pas plus au aux avec ce cette
        ces il elle ils elles on nous vous se sa son ses leur leurs mais ou où ne n' s' être été sont était ont
        avait a fait comme après avant selon entre aussi deux tout tous même encore sans sous contre depuis lors
        c' j' m' y dont ainsi alors
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
        essere era questo questa dopo tra fra ed o se ci suo sua anni due loro perché quando già solo ancora d'
        l' c' un' all' dell' nell' sull' dall'
        """,
    "nl": """
        de het een en van in is dat op te zijn met voor niet aan er om ook als maar dan die bij hij naar ze uit
        door wordt werd heeft hebben had was waren nog wel deze dit meer tot over kan worden geen zich haar hun
        wat onder tegen na jaar zei volgens tussen omdat 's
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
    "pl": """
        i na do nie to się że jest o jak po od za ale przez dla przy już tylko był było była są jego też być ma
        który która które oraz ze może czy tym
        """,
    "cs": """
        a na se je že do to o by i ve za jako po podle který která které ale jsou byl bylo byla pro při od
        jeho už nebo také než jen tak není
        """,
}


def _languages_by_word() -> dict[str, str]:
    """The languages of each word with spaces between them: a string that many words share is counted fast."""
    languages_of: dict[str, str] = {}
    for language, words in _WORDS.items():
        for word in set(words.split()):
            languages_of[word] = intern(f"{languages_of.get(word, '')} {language}".lstrip())
    return languages_of


_LANGUAGES_OF: Final = _languages_by_word()

_NAMES: Final = {
    "english": "en", "french": "fr", "français": "fr", "spanish": "es", "español": "es", "german": "de",
    "deutsch": "de",
    "portuguese": "pt", "português": "pt", "italian": "it", "italiano": "it", "dutch": "nl", "nederlands": "nl",
    "norwegian": "no", "norsk": "no", "swedish": "sv", "svenska": "sv", "vietnamese": "vi", "tiếng việt": "vi",
    "polish": "pl", "polski": "pl", "czech": "cs", "čeština": "cs", "nb": "no", "nn": "no",
}  # fmt: skip
_CODE: Final = expression(r"([a-z]{2,3})(?:[-_][a-z0-9_-]+)?")
_LETTERS: Final = expression(r"[^\W\d_]+")
_ENGLISH_ENDING: Final = r"(?:s|t|re|ve|ll|d|m)\b"
_ENDING: Final = expression(rf"'(?<=[^\W\d_]'){_ENGLISH_ENDING}")
_ELIDED: Final = expression(rf"'(?<=\b([^\W\d_]{{1,2}})')(?!{_ENGLISH_ENDING})(?=[^\W\d_])")
"""Elided words and endings count with their apostrophe: an initial is no French article."""
_PUNCTUATION: Final = "“”‘—–…\u00a0"
"""The characters beyond ASCII that copy in English mostly has."""
_ASCII_LETTERS: Final = bytes(byte if bytes((byte,)).isalpha() else 32 for byte in range(256))
"""For `bytes.translate`: what is no letter becomes a space."""
_CAPITALIZED: Final = r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]"
_IN_NAME: Final = expression(rf"\b{_CAPITALIZED}++(?= {_CAPITALIZED})")
_WEIGHT_IN_NAME: Final = 0.5
"""Los Angeles, Le Pen and Die Hard say little of the language round them."""

_LEAST_EVIDENCE: Final = 0.9
"""A word that only one language has counts 1, one that two have counts half for each."""
_LEAST_SHARE: Final = 0.08
"""Of all words; in these languages it is 0.25 or more, so that other languages stay undecided."""
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


@dataclass(frozen=True)
class Passage:
    """A stretch of a story, whose words are counted when they are asked for, and once."""

    text: str

    @cached_property
    def evidence(self) -> Evidence:
        return _evidence(self.text)

    @property
    def language(self) -> str:
        """Its language (ISO 639), or `und`."""
        return self.evidence.language


def document_language(passages: Iterable[Passage], stated: str | None) -> str:
    """The language of a story: the stated one unless its words plainly contradict it, else what its words decide."""
    evidence = _evidence_of_all(passages)
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


def _evidence_of_all(passages: Iterable[Passage]) -> Evidence:
    words = 0
    weights: dict[str, float] = {}
    for passage in passages:
        words += passage.evidence.words
        for language, weight in passage.evidence.weights.items():
            weights[language] = weights.get(language, 0.0) + weight
        if words >= _WORDS_READ:
            break
    return Evidence(words, weights)


def _evidence(text: str) -> Evidence:
    text = text.replace("’", "'")
    words = _words(text.casefold())
    counted = Counter(map(_LANGUAGES_OF.get, words))
    if "'" in text:
        _count_apostrophes(text, counted)
    in_names = Counter(map(_LANGUAGES_OF.get, map(str.casefold, _IN_NAME.findall(text))))
    weights: dict[str, float] = {}
    for among, count in counted.items():
        languages = among.split() if among else ()
        for language in languages:
            weight = (count - (1 - _WEIGHT_IN_NAME) * in_names[among]) / len(languages)
            weights[language] = weights.get(language, 0.0) + weight
    return Evidence(len(words), weights)


def _words(folded: str) -> list[str]:
    """The runs of letters; splitting at spaces takes a fifth of what the pattern takes."""
    if not folded.isascii():
        for mark in _PUNCTUATION:
            folded = folded.replace(mark, " ")
    if folded.isascii():
        return folded.encode("ascii").translate(_ASCII_LETTERS).decode("ascii").split()
    return _LETTERS.findall(folded)


def _count_apostrophes(text: str, counted: Counter[str | None]) -> None:
    """Counts `it's` as `it` and `'s`, and `l'an` as `l'` and `an`; what is in capitals (`BANK'S`) is no ending."""
    for ending in _ENDING.findall(text):
        counted[_LANGUAGES_OF.get(ending)] += 1
        counted[_LANGUAGES_OF.get(ending[1:])] -= 1
    for elided in map(str.casefold, _ELIDED.findall(text)):
        counted[_LANGUAGES_OF.get(f"{elided}'")] += 1
        counted[_LANGUAGES_OF.get(elided)] -= 1
