"""Reads XML with expat, which tells the place of every tag and every entity, into a tree."""

from __future__ import annotations

import html
from dataclasses import field
from xml.parsers import expat

from copylint.document.formats.markup.tree import DEEPEST, Element, Tag
from copylint.document.story_text import StoryText, StoryTextBuilder
from copylint.errors import CopylintError, Problem
from copylint.source.decode import Source
from copylint.values import dataclass


def read_xml(source: Source) -> Element:
    """The root element.

    Nothing outside the file is ever opened: a document type that is only named is passed over. Raises CopylintError
    with line and column where the XML is broken, declares entities or nests too deeply.
    """
    return _Reader(source).read()


@dataclass
class _Reader:
    source: Source
    _document: Element = field(default_factory=lambda: Element("#document"))
    _open: list[Element] = field(default_factory=list)
    _in_cdata: bool = False
    _bytes_passed: int = 0
    _passed: int = 0

    def __post_init__(self) -> None:
        text = self.source.text
        self._data = text.encode()
        self._ascii = text.isascii()
        self._open.append(self._document)
        self._markup = StoryText.whole(text, ("xml",))
        self._cdata = StoryText.whole(text, ("cdata",))
        self._tags = StoryText.whole(text, ("attribute",))
        self._text = StoryTextBuilder(self._markup)
        self._parser = self._made_parser()

    def read(self) -> Element:
        try:
            self._parser.Parse(self._data, True)  # noqa: FBT003 - expat takes it by position only
        except expat.ExpatError as error:
            message = expat.ErrorString(error.code)
            raise self._problem(f"this is broken XML: {message}", self._parser.ErrorByteIndex) from error
        return next(self._document.each())

    def _made_parser(self) -> expat.XMLParserType:
        # The text is already decoded, so the encoding given here overrides whatever the file declares.
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = False
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartCdataSectionHandler = lambda: self._turn_cdata(on=True)
        parser.EndCdataSectionHandler = lambda: self._turn_cdata(on=False)
        parser.StartDoctypeDeclHandler = self._document_type
        parser.SkippedEntityHandler = self._skipped_entity
        return parser

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._flush()
        if len(self._open) > DEEPEST:
            raise self._problem(f"not checked: elements lie in more than {DEEPEST} others", self._byte)
        prefix, _, local = name.rpartition(":")
        values = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        element = Element(local, prefix, values, tag=Tag(self._tags, self._offset()) if attributes else None)
        self._open[-1].children.append(element)
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._flush()
        self._open.pop()

    def _turn_cdata(self, *, on: bool) -> None:
        self._in_cdata = on
        self._text.origin = self._cdata if on else self._markup

    def _characters(self, text: str) -> None:
        start = self._offset()
        source = self.source.text
        if source[start] == "&" and not self._in_cdata:
            self._text.unit(text, start, source.index(";", start) + 1, reference=True)
        elif source[start] == "\r":
            self._text.unit(text, start, start + (2 if source[start : start + 2] == "\r\n" else 1))
        else:
            self._text.verbatim(start, start + len(text))

    def _skipped_entity(self, name: str, _is_parameter: bool) -> None:  # noqa: FBT001 - expat's signature
        """An entity of a document type that is not read: HTML's names are known, others stay as they stand."""
        start = self._offset()
        end = start + len(name) + 2
        decoded = html.unescape(f"&{name};")
        self._text.unit(decoded, start, end, reference=True)

    def _document_type(self, _name: str, _system: str | None, _public: str | None, has_subset: bool) -> None:  # noqa: FBT001 - expat's signature
        if has_subset:
            raise self._problem("not checked: the XML declares a document type of its own", self._byte)

    def _flush(self) -> None:
        if self._text.length:
            self._open[-1].children.append(self._text.joined())
            self._text = StoryTextBuilder(self._text.origin)

    @property
    def _byte(self) -> int:
        return self._parser.CurrentByteIndex

    def _offset(self) -> int:
        """Where the parser stands in the text; it only goes forward, so the way is counted once."""
        if self._ascii:
            return self._byte
        self._passed += len(self._data[self._bytes_passed : self._byte].decode())
        self._bytes_passed = self._byte
        return self._passed

    def _problem(self, message: str, byte: int) -> CopylintError:
        offset = len(self._data[:byte].decode(errors="ignore"))
        place = self.source.lines.position(offset)
        hint = "mend it, or leave it out with 'exclude:'"
        return CopylintError(Problem(message, self.source.path, place.line, place.column, hint=hint))
