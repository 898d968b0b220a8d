"""`check: encoding`: characters that no editor typed: wrongly decoded, invisible, or lost."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import Final, Literal

import regex

from copylint.checks.homoglyphs import mixed_words
from copylint.checks.model import (
    NOTHING_NEEDED,
    Check,
    Definition,
    Line,
    Look,
    Match,
    Needs,
    Option,
    Place,
    Replacement,
)
from copylint.checks.mojibake import WINDOWS_CHARACTERS, mojibake_in
from copylint.checks.unusual import may_have_flaws
from copylint.expressions import expression
from copylint.finding import Safety, Span, Spans
from copylint.values import dataclass


@dataclass(frozen=True)
class Flaw:
    """A place in a line that is not as it should be."""

    start: int
    end: int
    fix: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    safety: Safety | None = None


@dataclass(frozen=True)
class Flag:
    """What a rule can look for."""

    find: Callable[[str], Iterator[Flaw]]
    needs: frozenset[str] = frozenset("?")
    """One of these stands in every line that has it; where a line has nothing but ASCII, few can."""


@dataclass(frozen=True)
class LineEncoding:
    """Looks for one flag in each line of the source."""

    flag: Flag

    @property
    def level(self) -> Literal["source"]:
        return "source"

    @property
    def needs(self) -> Needs:
        return Needs((self.flag.needs,))

    def find_in_line(self, line: Line) -> Iterator[Match]:
        if not may_have_flaws(line.text):
            return
        for flaw in self.flag.find(line.text):
            place = Place(line.start + flaw.start, line.start + flaw.end)
            replacements = () if flaw.fix is None else (Replacement(place, flaw.fix),)
            yield Match(place, flaw.values, replacements, safety=flaw.safety)


_NOT_ASCII: Final = expression(r"[^\x00-\x7f]+")


@dataclass(frozen=True)
class GuessedEncoding:
    """Reports a file that is not UTF-8 and says nothing else, at the first character that was guessed."""

    @property
    def level(self) -> Literal["document"]:
        return "document"

    @property
    def needs(self) -> Needs:
        return NOTHING_NEEDED

    def find_in_document(self, look: Look) -> Iterator[Match]:
        encoding = look.document.guessed_encoding if look.document.index == 0 else None
        guessed = _NOT_ASCII.search(look.document.source_text) if encoding else None
        if guessed and encoding:
            yield Match(Place(*guessed.span()), {"encoding": encoding})


_DECLARATION: Final = expression(r"\b(?:encoding|charset)\s*=\s*[\"']?\s*([\w.:-]+)", regex.IGNORECASE)


@dataclass(frozen=True)
class RefutedEncoding:
    """Reports a file that declares one encoding and is written in another, where it declares it."""

    @property
    def level(self) -> Literal["document"]:
        return "document"

    @property
    def needs(self) -> Needs:
        return NOTHING_NEEDED

    def find_in_document(self, look: Look) -> Iterator[Match]:
        document = look.document
        declaration = _DECLARATION.search(document.source_text) if document.refuted_encoding else None
        if declaration and document.index == 0:
            written = document.guessed_encoding or "UTF-8"
            yield Match(Place(*declaration.span(1)), {"declared": declaration[1], "encoding": written})


def _mojibake(text: str) -> Iterator[Flaw]:
    for found in mojibake_in(text):
        yield Flaw(found.start, found.end, found.text, safety=None if found.certain else "unsafe")


_LOST: Final = expression("\ufffd+|(?:ï¿½)+")


def _replacement_character(text: str) -> Iterator[Flaw]:
    for found in _LOST.finditer(text):
        yield Flaw(*found.span())


_INVISIBLE: Final = expression("[\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff\ufffc]+")
_JOINING: Final = expression(
    "[\u0590-\u109f\u1780-\u18af\u1900-\u1cff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff]"
)
"""Scripts whose letters join, stack or run on without spaces; there the invisible characters mean something."""
_PICTURE_CATEGORIES: Final = frozenset(("So", "Sk", "Sm", "Mn", "Me", "Cn"))


def _invisible(text: str) -> Iterator[Flaw]:
    for found in _INVISIBLE.finditer(text):
        before, after = _neighbours(text, found)
        if not (_joins_letters(before, after) or (found[0] == "\u200d" and _joins_pictures(before, after))):
            yield Flaw(*found.span(), "", _named(found[0][0]))


def _joins_letters(before: str, after: str) -> bool:
    return _JOINING.search(before + after) is not None


def _joins_pictures(before: str, after: str) -> bool:
    """A family or a profession: several emoji that are shown as one."""
    return all(char and unicodedata.category(char) in _PICTURE_CATEGORIES for char in (before, after))


_SOFT_HYPHENS: Final = expression("\u00ad+")


def _soft_hyphen(text: str) -> Iterator[Flaw]:
    """Directly behind a word it may be all that is left of a dash; before one it is surely nothing."""
    for found in _beside_mojibake(_SOFT_HYPHENS, text):
        before, _ = _neighbours(text, found)
        yield Flaw(*found.span(), "", safety="unsafe" if before.strip() else None)


_LINE_SEPARATORS: Final = expression("[\u2028\u2029]+")


def _line_separator(text: str) -> Iterator[Flaw]:
    for found in _LINE_SEPARATORS.finditer(text):
        before, after = _neighbours(text, found)
        apart = not before.strip() or not after.strip()
        yield Flaw(*found.span(), "" if apart else " ", _named(found[0][0]))


_BIDIRECTIONAL: Final = expression("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_RIGHT_TO_LEFT: Final = expression(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def _bidirectional(text: str) -> Iterator[Flaw]:
    if _RIGHT_TO_LEFT.search(text) is None:
        for found in _BIDIRECTIONAL.finditer(text):
            yield Flaw(*found.span(), "", _named(found[0][0]))


# fmt: off
_CONTROL_NAMES: Final = (
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI",
    "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US",
)
# fmt: on
_CONTROLS: Final = expression(r"\x1b\[[0-9;]*[A-Za-z]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]+|[\x80-\x9f]")
_TRANSMISSION: Final = frozenset("\x01\x02\x03\x04\x08\x0c\x10\x11\x12\x13\x14\x16\x1e\x1f")
"""What frames and sets a story on the wire (IPTC 7901, ANPA 1312); DEL fills the pauses between them."""
_DELETE: Final = "\x7f"
_CONTROL_CHARACTERS: Final = frozenset(chr(code) for code in range(0x20) if chr(code) not in "\t\n\r") | {_DELETE}
_CUT_QUOTES: Final = {"\x18": "‘", "\x19": "’", "\x1c": "“", "\x1d": "”"}
"""The quotation marks of Unicode, which has them at U+20xx, with the first byte cut off."""


def _control(text: str) -> Iterator[Flaw]:
    for found in _beside_mojibake(_CONTROLS, text):
        if _is_transmission(found[0], text):
            continue
        written = WINDOWS_CHARACTERS.get(found[0]) or _CUT_QUOTES.get(found[0], "")
        remedy = f"Write '{written}' for" if written else "Delete"
        values = {"remedy": remedy, **_named(found[0][0])}
        yield Flaw(*found.span(), written, values, "unsafe" if _may_be_another(found[0]) else None)


def _may_be_another(control: str) -> bool:
    """U+0085 is also the line end of mainframes; five bytes mean nothing, and cut quotation marks are a guess."""
    return control in _CUT_QUOTES or control == "\x85" or (control >= "\x80" and control not in WINDOWS_CHARACTERS)


def _transmission(text: str) -> Iterator[Flaw]:
    for found in _CONTROLS.finditer(text):
        if _is_transmission(found[0], text):
            yield Flaw(*found.span(), "", _named(found[0][0]))


def _is_transmission(found: str, line: str) -> bool:
    signs = found.replace(_DELETE, "")
    return _TRANSMISSION.issuperset(signs) if signs else found == line.strip()


_PRIVATE: Final = expression("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]+")


def _private_use(text: str) -> Iterator[Flaw]:
    for found in _PRIVATE.finditer(text):
        yield Flaw(*found.span(), values=_named(found[0][0]))


_LOOSE_ACCENTS: Final = expression(
    "[A-Za-z\u00c0-\u024f\u0370-\u04ff\u1e00-\u1fff\u3041-\u30ff][\u0300-\u036f\u3099\u309a]+"
    "|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
)
"""Letters with accents of their own, kana with a voicing mark, and the loose parts of a Korean syllable."""


def _not_composed(text: str) -> Iterator[Flaw]:
    for found in _LOOSE_ACCENTS.finditer(text):
        composed = unicodedata.normalize("NFC", found[0])
        if len(composed) < len(found[0]):
            yield Flaw(*found.span(), composed)


def _homoglyph(text: str) -> Iterator[Flaw]:
    for mixed in mixed_words(text):
        yield Flaw(mixed.start, mixed.end, mixed.mended, {"script": mixed.script, "letter": mixed.letter})


_NO_BREAK: Final = "\u00a0\u202f"
_NO_BREAK_SPACES: Final = expression(f"[{_NO_BREAK}]+")
_WORD_BEFORE: Final = expression(r"[^\W\d_]{3,}[,;]?$|[^\W\d_]{4,}[.!?]$")
_SMALL_WORD_BEHIND: Final = expression(r"(?=[^\W\d_]{2})")
_LONGEST_WORD: Final = 40


def _no_break_space(text: str) -> Iterator[Flaw]:
    for found in _beside_mojibake(_NO_BREAK_SPACES, text):
        start, end = found.span()
        before, after = _neighbours(text, found)
        if not before:
            continue  # an indent
        if not after or " " in (before, after):
            yield Flaw(start, end, "")
        elif end - start > 1 or _parts_words(text, start, end):
            yield Flaw(start, end, " ")


def _parts_words(text: str, start: int, end: int) -> bool:
    """Between two ordinary words: not before a name or a unit, nor behind a figure or a short word."""
    behind = _SMALL_WORD_BEHIND.match(text, end)
    before = _WORD_BEFORE.search(text, max(start - _LONGEST_WORD, 0), start)
    return before is not None and behind is not None and (text[end].islower() or before[0][-1] in ".!?")


def _neighbours(text: str, found: regex.Match[str]) -> tuple[str, str]:
    """The characters before and behind; empty at the ends of the line."""
    return text[max(found.start() - 1, 0) : found.start()], text[found.end() : found.end() + 1]


def _beside_mojibake(pattern: regex.Pattern[str], text: str) -> Iterator[regex.Match[str]]:
    """What is found, without the characters that are one half of a wrongly decoded one."""
    matches = list(pattern.finditer(text))
    broken = Spans(Span(each.start, each.end) for each in (mojibake_in(text) if matches else ()))
    for found in matches:
        if not broken.overlap(Span(*found.span())):
            yield found


def _named(char: str) -> dict[str, str]:
    """`U+200B (zero width space)`."""
    code = ord(char)
    name = "DEL" if code == 0x7F else _CONTROL_NAMES[code] if code < 0x20 else unicodedata.name(char, "").lower()
    return {"name": f"U+{code:04X} ({name})" if name else f"U+{code:04X}"}


_FLAGS: Final = {
    "mojibake": Flag(_mojibake),
    "replacement-character": Flag(_replacement_character),
    "invisible": Flag(_invisible),
    "soft-hyphen": Flag(_soft_hyphen),
    "line-separator": Flag(_line_separator),
    "bidi": Flag(_bidirectional),
    "control": Flag(_control, _CONTROL_CHARACTERS | {"?"}),
    "transmission": Flag(_transmission, _TRANSMISSION | {_DELETE}),
    "private-use": Flag(_private_use),
    "not-composed": Flag(_not_composed),
    "homoglyph": Flag(_homoglyph),
    "no-break-space": Flag(_no_break_space),
}

_OF_FILE: Final[Mapping[str, Check]] = {"not-utf8": GuessedEncoding(), "wrong-declaration": RefutedEncoding()}
"""The flags that are about the file as a whole."""

OPTIONS: Final = (
    Option(
        "flag",
        {"type": "string", "enum": [*_FLAGS, *_OF_FILE]},
        "what to look for: wrongly decoded text, characters that nobody sees, letters of another alphabet, …",
        required=True,
    ),
)
VALUES: Final = frozenset({"name", "remedy", "script", "letter", "encoding", "declared"})
"""`{name}`: the character's number and name; `{remedy}`: 'Delete', or 'Write '’' for'; `{letter}` and `{script}`: what
stands in a word of another alphabet, and whose it is; `{encoding}`: what a file was read as;
`{declared}`: what it says that it is."""


def compile(definition: Definition) -> Check:  # noqa: A001 - the name that every check kind has
    if definition.options["flag"] in _OF_FILE:
        return _OF_FILE[definition.options["flag"]]
    if definition.text != "source":
        raise ValueError("this check looks at the source's lines: add 'text: source'")
    return LineEncoding(_FLAGS[definition.options["flag"]])
