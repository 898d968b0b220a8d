"""Captions and credits. A caption has a picture beside it, a credit in final position, or opens with `FILE -`.

A sentence that only mentions a photograph is body.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from copylint.document.block import Picture
from copylint.document.parts.names import is_names

_LONGEST: Final = 1200
_LONGEST_UNCREDITED: Final = 300
"""Beyond it a text beside a picture is body, in code points; wire captions with a credit run longer."""

_FILE: Final = re.compile(
    r"\(?(?:FILE|FILES)(?:\s+(?:PHOTOS?|PICTURES?|IMAGES?|VIDEO))?\)?(?:\s*(?:[-–—:]+|\(|\))|\s+In\s|\s+This\s|(?<=\))\s)|FILE (?:PHOTO|PICTURE|IMAGE)\b"
)

_KIND: Final = (
    r"(?:(?:file|handout|stock|courtesy|undated|combination|ap|afp|reuters|rns|epa)\s+)?"
    r"(?:photos?|photographs?|photography|pictures?|pics?|images?|screen\s?(?:grabs?|shots?|caps?)|videos?|illustrations?|graphics?"
    r"|fotos?|bilde?r?|aufnahme|ảnh|imagen|imagens|foto de archivo|kuva)"
)
_BY: Final = r"(?:\s*(?:credits?|courtesy(?:\s+of)?|by|from|via|source))*"
_LABEL: Final = re.compile(
    rf"(?:featured\s+|main\s+|lead\s+|cover\s+)?(?:{_KIND}{_BY}|(?:photo\s+)?credits?|bild(?:quelle|nachweis)?|©)\s*:\s*",
    re.IGNORECASE,
)
_COURTESY: Final = re.compile(rf"(?:{_KIND})\s+(?:credits?|courtesy(?:\s+of)?|by|via)\b:?\s*", re.IGNORECASE)
_AGENCY: Final = (
    r"(?:AP|AFP|Reuters|REUTERS|EPA|EPA-EFE|EFE|dpa|DPA|Getty|Getty Images|Shutterstock|PA|PA Wire|Press Association|AAP|Xinhua|TASS|Rex|REX|Alamy"
    r"|Bloomberg|Anadolu|Corbis|SIPA|Sipa USA|NurPhoto|Zuma|ZUMA|Keystone|KEYSTONE|APA|Scanpix|TT|NTB|Ritzau|ANSA|Kyodo|Yonhap|UPI|Splash|Splash News|Wikimedia"
    r"|Wikimedia Commons|Flickr|iStock|iStockphoto|Associated Press|Agence France-Presse|imago|picture alliance|Polaris|Redux|Magnum|KCNA|Pool|POOL|Handout|HANDOUT)"
)
_NAME: Final = (
    r"[^\W\d_a-z][\w.'’-]*(?:\s+(?:(?:de|van|von|der|den|bin|al|el|da|du|la|le|di|del)\s+)*[^\W\d_a-z][\w.'’-]*){0,4}"
)
_BEFORE: Final = r"(?:^|(?<=[.!?\"”’)\]:])\s*|\s+[|/–—-]\s+|\s{2,}|\s)"
_SLASHED: Final = re.compile(
    rf"(?:^|[.!?\"”’)\]]\s*|\s{{2,}}|\s[|/–—-]\s)(?:(?:{_NAME}\s*(?:/|\bvia\b)\s*){{1,3}}{_AGENCY}(?:\s*/\s*{_NAME}){{0,3}}"
    rf"|{_AGENCY}(?:\s?/\s?{_NAME}){{1,3}}|{_NAME}\s+for\s+(?:The\s+)?[A-Z][\w ]{{2,30}})(?:,?\s+(?:File|Pool|Handout|via .{{3,30}}))?$"
)
_UPPER_SLASHED: Final = re.compile(
    rf"(?:REUTERS|AFP PHOTO|EPA|AP PHOTO)\s*/\s*{_NAME}(?:\s*/\s*\w[\w .-]{{0,40}})?(?:\s+Purchase Licensing Rights.{{0,40}})?$"
)
_COPYRIGHT: Final = re.compile(rf"(?:^|[.!?\"”’)\]]?\s)©\s*(?:\d{{4}}\s+)?{_NAME}(?:\s*/\s*{_NAME}){{0,3}}$")
_BRACKET: Final = re.compile(r"[(\[]([^()\[\]]{2,160})[)\]][.]?$")
_IN_BRACKETS: Final = re.compile(
    rf"(?i:(?:{_KIND})(?:\s*(?::|\bby\b|\bvia\b|\bfrom\b|\bcourtesy\b|\bcredit\b|/|\||$))|screen\s?(?:cap|grab|shot)|courtesy\b|credit\s*:|via\s+(?:facebook|twitter|instagram|youtube)$)"
    rf"|(?:AP|AFP|Reuters|REUTERS|EPA|RNS|AAP)\s+(?i:file\s+)?(?i:photo|picture|images?)\b|picture alliance\b|©"
)
_SLASHED_NAMES: Final = re.compile(
    rf"(?:{_NAME}\s*(?:/|\bvia\b)\s*){{1,3}}{_AGENCY}(?:\s*/\s*{_NAME}){{0,3}}(?:,?\s+(?:File|Pool))?|{_AGENCY}\s*/\s*{_NAME}.{{0,40}}|(?:{_AGENCY}\s*/\s*)?(?:Getty(?: Images)?|Shutterstock|CEN|Europics|WENN|Caters|SWNS)"
)

CreditedPart = Literal["caption", "credit"]


def caption_part(text: str, picture: Picture | None, *, lone_cell: bool, emphasised: bool) -> CreditedPart | None:
    """`caption`, `credit` where nothing but the credit stands there, or None."""
    if len(text) > _LONGEST:
        return None
    if _FILE.match(text):
        return "caption"
    start = credit_start(text)
    if start is not None:
        return "credit" if not text[:start].strip(" -–—|([") else "caption"
    return "caption" if picture is not None and _stands_beside(text, picture, lone_cell, emphasised) else None


def credit_start(text: str) -> int | None:
    """Where the credit begins that the text ends in; None where it ends in none."""
    tail = max(len(text) - 200, 0)
    return next(
        (
            tail + start
            for start in (_labelled(text[tail:]), _bracketed(text[tail:]), _named(text[tail:]))
            if start is not None
        ),
        None,
    )


def _labelled(tail: str) -> int | None:
    """`Photo: AFP`: the label opens with a capital, or the line; what follows is names."""
    for label in _LABEL.finditer(tail):
        opens = label.start() == 0 or label[0][:1].isupper() or label[0][0] in "©"
        if opens and _is_owner(tail[label.end() :]):
            return label.start()
    courtesy = _COURTESY.match(tail)
    if courtesy and (tail.isupper() or _is_owner(tail[courtesy.end() :])):
        return 0
    for label in re.compile(
        rf"(?:[.!?\"”]\s+)((?:[A-Z]{{2,4}}\s+)?(?:Photo|photo|Picture|Image)s?\s+(?:by|courtesy of|courtesy)\s+)"
    ).finditer(tail):
        if _is_owner(tail[label.end() :]):
            return label.start(1)
    return None


def _bracketed(tail: str) -> int | None:
    bracket = _BRACKET.search(tail)
    if bracket is None:
        return None
    inner = bracket[1].strip()
    if _IN_BRACKETS.match(inner) or _SLASHED_NAMES.fullmatch(inner):
        return bracket.start()
    return None


def _named(tail: str) -> int | None:
    for pattern in (_UPPER_SLASHED, _SLASHED, _COPYRIGHT):
        found = pattern.search(tail)
        if found:
            return found.start() + len(found[0]) - len(found[0].lstrip('.!?"”’)] '))
    return (
        0
        if re.fullmatch(
            r"(?:(?:AFP|AP|EPA|Reuters)\s*/\s*)?Getty(?: Images)?|Shutterstock|Europics|Wikimedia Commons", tail
        )
        else None
    )


def _is_owner(text: str) -> bool:
    owner = text.strip(" .)]|")
    return (
        0 < len(owner) <= 80
        and is_names(owner.removeprefix("©").strip(), at_most=10)
        and re.search(r"[.!?]\s+\w+\s+\w", owner) is None
    )


def _stands_beside(text: str, picture: Picture, lone_cell: bool, emphasised: bool) -> bool:  # noqa: FBT001 — both are facts of the block
    if _same(text, picture.alt):
        return True
    return (picture.adjacent or lone_cell or emphasised) and len(text) <= _LONGEST_UNCREDITED


def _same(text: str, alt: str) -> bool:
    """Whether the text repeats what the picture's alternative text says."""
    words, alternative = re.findall(r"\w+", text.casefold()[:600]), re.findall(r"\w+", alt.casefold()[:600])
    return len(alternative) >= 3 and words[: len(alternative)] == alternative and len(words) <= len(alternative) + 25
