"""The lines of a text with what stands round their words left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from copylint.document.block import Picture
from copylint.expressions import expression
from copylint.source.lines import LineTable
from copylint.values import dataclass

_IMAGE: Final = expression(
    r"!\[([^\[\]]{0,2000})\](?:\([^()]{0,5000}(?:\([^()]{0,500}\)[^()]{0,5000}){0,5}\)|\[[^\[\]]{0,300}\])"
)
_LEADING_IMAGE: Final = expression(rf"(?:\|[ \t]*)?{_IMAGE.pattern}")
_EMPTY_CELL: Final = expression(r"\|[ \t]*\|")
_NOTHING_BUT_RESIDUE: Final = expression(r"[\s|\-:=*_~+#>]*")


@dataclass(frozen=True)
class Row:
    """A line without its outer white space."""

    start: int
    """Its first character's offset in the text."""
    end: int
    text: str
    indent: int
    """How many columns stand before it, a tab counted as four."""

    @property
    def blank(self) -> bool:
        return self.start == self.end


def rows_of(text: str) -> Iterator[Row]:
    for start, end in LineTable(text):
        line = text[start:end]
        words = line.strip()
        before = len(line) - len(line.lstrip()) if words else 0
        indent = before + 3 * line.count("\t", 0, before)
        yield Row(start + before, start + before + len(words), words, indent)


def without_outer_pipes(row: Row) -> Row:
    """The row without the border of a table cell: `caption |`, `| caption |`."""
    if not row.text.startswith("|") and not row.text.endswith("|"):
        return row
    text = row.text.lstrip("| \t")
    before = len(row.text) - len(text)
    text = text.rstrip("| \t")
    return Row(row.start + before, row.start + before + len(text), text, row.indent)


def picture_in(row: Row) -> Picture | None:
    """The picture of a line that holds nothing else: `![]() |`, `![A flood](flood.jpg)`."""
    if "![" not in row.text:
        return None
    alts = [image[1] for image in _IMAGE.finditer(row.text)]
    return Picture(" ".join(alts).strip()) if alts and not _IMAGE.sub("", row.text).strip("| \t[]()*-#\\") else None


def picture_at(rows: Sequence[Row], index: int) -> Picture | None:
    """The picture of a line, also one that a converter lost: the empty cell `|  |` with a cell right below it."""
    row = rows[index]
    if (
        row.text[:1] == "|"
        and _EMPTY_CELL.fullmatch(row.text)
        and index + 1 < len(rows)
        and rows[index + 1].text.startswith("|")
    ):
        return Picture()
    return picture_in(row)


def closes_cell(rows: Sequence[Row], index: int) -> bool:
    """Whether the line is the border of a cell whose words stand above it: `|`."""
    return index < len(rows) and rows[index].text == "|"


def after_leading_picture(row: Row) -> tuple[Row, Picture | None]:
    """The row behind the picture that it opens with, and that picture; a cell's border can stand before it."""
    image = _LEADING_IMAGE.match(row.text) if "![" in row.text else None
    if image is None:
        return row, None
    text = row.text[image.end() :].lstrip("| \t")
    return Row(row.end - len(text), row.end, text, row.indent), Picture(image[1])


def is_residue(row: Row) -> bool:
    """Whether a line is nothing but rules and borders: `|`, `---`, `| --- |`, `* * *`."""
    return not row.blank and row.text[0] in "|-:=*_~+#>" and _NOTHING_BUT_RESIDUE.fullmatch(row.text) is not None
