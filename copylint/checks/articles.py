"""'a' and 'an' go by the sound of what follows; where the sound is not sure, nothing is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

import regex

from copylint.checks.capitals import starts_sentence
from copylint.expressions import expression
from copylint.values import dataclass

Sound = Literal["vowel", "consonant"]

_ARTICLE: Final = expression(r"(?<![\w.'’&/@-])(an?|An?) (?=([$€£]?\w[\w.,&’'-]*))")
_NO_NOUN: Final = frozenset(
    """
    a al ala am an and another are as at au aux be been but by de del do du e el en est et ex for from had has he her
    his i if il in is it la le not o of on or ou per posteriori priori said she that the their then these they this to
    un was were when which who will with y
    """.split()  # noqa: SIM905 - a list of one-word strings is harder to read
)
"""Before these 'a' is a letter or a foreign word, and 'an' a slip for 'and'."""
_EITHER: Final = expression(
    r"(?:herb|homage|humble|humou?r|histor|hotel|habit|hallucin|heredit|hero|hyster|horr|hypoth|hypno|harmon"
    r"|hispanic|hilar|hospit|hexag|hyp|unissued|ubuntu|oui|oua|oax|ylang|yt)",
    regex.IGNORECASE,
)
"""Said in two ways, or not by these rules."""
_SILENT_H: Final = expression(r"(?:hour|honest|honou?r|heir)", regex.IGNORECASE)
_SPOKEN_AS_CONSONANT: Final = expression(
    r"eu|ew|once(?![a-z])|one(?:$|-|self|ness|rous$)|u(?:bi[^a]|nani|fo|k(?:$|ulele|rain)|ganda|ni(?:c|f|l|o|q|s|t|v)|ran|re|rin"
    r"|rol|ruguay|s(?:a|e|u)|t(?:ah|en|erus|il|op))",
    regex.IGNORECASE,
)
_U_AS_VOWEL: Final = expression(r"u(?:g(?!a)|l|m|n|p|rb|rd|rg|rn|sh|tm|tt|zb)", regex.IGNORECASE)
_JOINT: Final = expression(r"[-.,’'&]")
_LETTER_AND_FIGURE: Final = expression(r"[A-Z]\d")
_VOWELS: Final = frozenset("aeiou")
_SPELLED_WITH_VOWEL: Final = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel: an F, an X."""
_WORD_OR_LETTERS: Final = frozenset("FHLMNRSX")
"""At the head of an acronym that may be said as a word: an FBI agent, but a FIFA official."""
_SAID_BY_LETTERS: Final = frozenset(
    """
    FBI FDA FAA FIA FOI HIV HIA LAPD LSE MBA MEP MP MIT MOU MOT NBA NEA NGO NIH NRA NSA NUJ RAC RAF RUC SEC SEO SOS SUV
    RSPCA
    """.split()  # noqa: SIM905 - as above
)
_EIGHT_OR_ELEVEN: Final = expression(r"8|(?:11|18)(?!\d)")
_HUNDREDS: Final = expression(r"1[18]\d\d(?![\d,.])")
"""1800 is eighteen hundred, or one thousand eight hundred."""


@dataclass(frozen=True)
class WrongArticle:
    """An article with the word behind it, and the right one."""

    start: int
    article_end: int
    end: int
    right: str


def wrong_articles(text: str) -> Iterator[WrongArticle]:
    if text.isupper():
        return
    for found in _ARTICLE.finditer(text):
        article, following = found[1], found[2].rstrip(".,'’&-")
        if article[0] == "A" and not starts_sentence(text, found.start()):
            continue
        sound = sound_of(following)
        right = article[0] + ("n" if sound == "vowel" else "")
        if sound is None or right == article or (article == "An" and following[0].isupper()):
            continue
        yield WrongArticle(found.start(), found.end(1), found.start(2) + len(following), right)


def sound_of(word: str) -> Sound | None:
    """What a word, acronym or figure begins with when it is read out; None where that is not sure."""
    word = word.lstrip("$€£")
    first = _JOINT.split(word, maxsplit=1)[0]
    if word[:1].isdigit():
        return _sound_of_figure(word)
    if len(first) == 1 or _LETTER_AND_FIGURE.match(word):
        return _sound_of_letter(first[0]) if len(word) > 1 else None
    letters = first.removesuffix("s")
    if len(letters) > 1 and letters.isupper():
        return _sound_of_acronym(letters)
    return _sound_of_word(first)


def _sound_of_figure(word: str) -> Sound | None:
    if _HUNDREDS.match(word):
        return None
    return "vowel" if _EIGHT_OR_ELEVEN.match(word) else "consonant"


def _sound_of_letter(letter: str) -> Sound | None:
    return "vowel" if letter.upper() in _SPELLED_WITH_VOWEL else "consonant"


def _sound_of_acronym(letters: str) -> Sound | None:
    if letters in _SAID_BY_LETTERS:
        return "vowel"
    has_vowel = not _VOWELS.isdisjoint(letters.lower())
    if letters[0] in _WORD_OR_LETTERS:
        return None if has_vowel else "vowel"
    if letters[0] == "U" and len(letters) > 3:
        return None
    return _sound_of_letter(letters[0])


def _sound_of_word(word: str) -> Sound | None:
    lower = word.lower()
    if _is_unsure(word, lower):
        return None
    if _SILENT_H.match(lower):
        return "vowel"
    if _SPOKEN_AS_CONSONANT.match(lower):
        return "consonant"
    if lower[0] == "u":
        return "vowel" if _U_AS_VOWEL.match(lower) else None
    return "vowel" if lower[0] in _VOWELS else "consonant"


def _is_unsure(word: str, lower: str) -> bool:
    """No noun, no English word, in mixed case, without a vowel, begun like Mbeki, or said in two ways."""
    if lower in _NO_NOUN or not (word.isascii() and word.isalpha()) or word[1].isupper():
        return True
    if lower[0] in "hmn" and lower[1] not in _VOWELS and lower[1] != "y":
        return True
    return _VOWELS.isdisjoint(lower.replace("y", "i")) or _EITHER.match(lower) is not None
