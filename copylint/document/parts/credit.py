"""Picture credits in final position: `Photo: AFP`, `(AP Photo/N. N.)`, `REUTERS/N. N.`, `N. N./Getty`, `© N. N.`"""

from __future__ import annotations

import re
from typing import Final

import regex

from copylint.document.parts.names import is_names
from copylint.expressions import expression

_LONGEST: Final = 200
"""A credit is no longer, in code points."""

_KIND: Final = (
    r"(?:(?:file|handout|stock|courtesy|combination|ap|afp|reuters|rns|epa)\s+)?"
    r"(?:photos?|photographs?|photography|pictures?|pics?|images?|screen\s?(?:grabs?|shots?|caps?)|videos?"
    r"|illustrations?"
    r"|graphics?|fotos?|bilde?r?|aufnahme|ảnh|imagen|imagens|kuva)"
)
_BY: Final = r"(?:\s*\b(?:credits?|courtesy(?:\s+of)?|by|from|via|source))*"
_LABEL: Final = expression(
    rf"\b(?:(?:featured|main|lead|cover)\s+)?(?:{_KIND}{_BY}|credits?|crédits?|bild(?:quelle|nachweis)|©)\s*:\s*",
    regex.IGNORECASE,
)
_GLUED_LABEL: Final = expression(r"(?:Photo|Photograph|Picture|Image|Credit|Foto|Bild)s?\s*:\s*")
_OPENING: Final = expression(rf"(?:{_KIND})\s+(?:credits?|courtesy(?:\s+of)?|by|via)\b:?\s*", regex.IGNORECASE)
_SENTENCE: Final = expression(
    r"[.!?\"”’]\s+((?:[A-Z]{2,4}\s+)?(?:[Pp]hoto|[Pp]hotograph|Picture|Image)s?\s+(?:by|courtesy of|courtesy)\s+)"
)
_AGENCY: Final = (
    r"(?:AAP|AFP|APA|ANSA|AP|Agence France-Presse|Alamy|Anadolu|Associated Press|Bloomberg|CNET|Corbis|DPA|dpa|EFE"
    r"|EPA-EFE"
    r"|EPA|Europa Press|FilmMagic|Flickr|Getty Images|Getty|Grist|HANDOUT|Handout|KCNA|KEYSTONE|Keystone|Kyodo|Magnum"
    r"|NTB"
    r"|NurPhoto|PA Wire|PA|POOL|Polaris|Pool|Press Association|REUTERS|REX|Redux|Reuters|Rex|Ritzau|SIPA|Scanpix"
    r"|Shutterstock"
    r"|Sipa USA|Splash News|Splash|TASS|TT|The Seattle Times|UPI|WireImage|Wikimedia Commons|Wikimedia|Xinhua|Yonhap"
    r"|ZUMA"
    r"|Zuma|iStockphoto|iStock|imago|picture alliance)"
)
_CAPITALISED: Final = r"[^\W\d_a-z][\w.'’-]*"
_NAME: Final = (
    rf"{_CAPITALISED}(?:\s+(?:(?:de|van|von|der|den|bin|al|el|da|du|la|le|di|del)\s+){{0,2}}{_CAPITALISED}){{0,4}}"
)
_SLASHED: Final = (
    rf"(?:(?:{_NAME}\s*(?:/|,?\s\bvia\b)\s*){{1,3}}{_AGENCY}(?:\s*/\s*{_NAME}){{0,3}}"
    rf"|{_AGENCY}(?:\s?/\s?{_NAME}){{1,3}})(?:,?\s+(?:File|Files|Pool|Handout|via\s.{{3,30}}))?"
)
_FINAL_NAMES: Final = expression(
    rf"(?:^|[.!?\"”’)\]]\s*|\s{{2,}}|\s[|/–—-]\s)(?P<credit>{_SLASHED})$"
    rf"|(?P<shouted>(?:REUTERS|AFP PHOTO|EPA|AP PHOTO)\s*/\s*{_NAME}(?:\s*/\s*\w[\w .-]{{0,40}})?"
    r"(?:\s+Purchase Licensing Rights.{0,40})?)$"
    rf"|(?:[.!?\"”’)\]]\s+)(?P<lent>{_NAME}\s+for\s+The\s+[A-Z][\w ]{{2,30}})$"
    rf"|(?:^|\s)(?P<copyright>©\s*(?:\d{{4}}\s+)?{_NAME}(?:\s*/\s*{_NAME}){{0,3}})$"
)
_OWNER_ALONE: Final = expression(
    r"(?:(?:AFP|AP|EPA|Reuters)\s*/\s*)?Getty(?: Images)?|Shutterstock|Europics|Wikimedia Commons|AFP PHOTO"
)
_BRACKET: Final = expression(r"[(\[]([^()\[\]]{2,160})[)\]]\.?$")
_CLOSED: Final = (")", "]", ").", "].")
_BRACKETED: Final = expression(
    rf"(?i:(?:all\s+)?{_KIND}\s*(?::|/|\b(?:by|via|from|courtesy|credit)\b))"
    r"|(?i:(?:file|stock|handout|library)\s+(?:photo|picture|image|pic)s?$)"
    r"|(?i:screen\s?(?:cap|grab|shot)|courtesy\b|credit\s*:|via\s+(?:facebook|twitter|instagram|youtube)$)"
    r"|(?:AP|AFP|Reuters|REUTERS|EPA|RNS|AAP)\s+(?i:file\s+)?(?i:photo|picture|images?)\b|picture alliance\b|©"
)
_BRACKETED_OWNER: Final = expression(
    rf"{_SLASHED}|{_OWNER_ALONE.pattern}|{_CAPITALISED}\s+{_NAME}\s*/\s*[A-Z]{{2,8}}|CEN|Caters|SWNS|WENN"
)


def credit_start(text: str) -> int | None:
    """Where the credit begins that the text ends in; None where it ends in none."""
    before = max(len(text) - _LONGEST, 0)
    tail = text[before:]
    for find in (_labelled, _bracketed, _named) if before else (_labelled, _bracketed, _named, _opening):
        start = find(tail)
        if start is not None:
            return before + start
    return None


def _labelled(tail: str) -> int | None:
    """`Photo: AFP`, also where it is glued to the sentence; `He kept the photo: Ann Lee …` is none."""
    for pattern in (_LABEL, _GLUED_LABEL) if ":" in tail else ():
        for label in pattern.finditer(tail):
            opens = label.start() == 0 or label[0][0].isupper() or label[0][0] == "©"
            if opens and _is_owner(tail[label.end() :]):
                return label.start()
    for sentence in _SENTENCE.finditer(tail) if _holds(tail, "hoto", "icture", "mage") else ():
        if _is_owner(tail[sentence.end() :]):
            return sentence.start(1)
    return None


def _opening(text: str) -> int | None:
    """A line of its own: `Photo courtesy of Ann Lee`, `IMAGE COURTESY OF THE MUSEUM`."""
    opening = _OPENING.match(text)
    return 0 if opening and (text.isupper() or _is_owner(text[opening.end() :])) else None


def _bracketed(tail: str) -> int | None:
    bracket = _BRACKET.search(tail) if tail.endswith(_CLOSED) else None
    if bracket is None:
        return None
    inner = bracket[1].strip()
    return bracket.start() if _BRACKETED.match(inner) or _BRACKETED_OWNER.fullmatch(inner) else None


def _named(tail: str) -> int | None:
    found = _FINAL_NAMES.search(tail) if _holds(tail, "/", "©", "via", " for The ") else None
    if found:
        return next(found.start(name) for name, value in found.groupdict().items() if value)
    return 0 if _OWNER_ALONE.fullmatch(tail) else None


def _holds(tail: str, *literals: str) -> bool:
    """Whether one of the literals that a pattern needs is there; most paragraphs have none, and looking is cheap."""
    return any(literal in tail for literal in literals)


def _is_owner(text: str) -> bool:
    """Whether nothing but names follows a credit's label."""
    owner = text.strip(" .)]|").removeprefix("©").strip()
    return 0 < len(owner) <= 80 and is_names(owner, at_most=10) and re.search(r"[!?]|\w{3}\.\s+\w+\s+\w", owner) is None
