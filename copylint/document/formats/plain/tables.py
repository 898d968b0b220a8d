"""Tables: those of pipes, and those that plain text sets with runs of spaces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from copylint.document.formats.plain.rows import Row, picture_in
from copylint.expressions import expression

_DELIMITERS: Final = expression(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_GAP: Final = expression(r" {2,}|\t+|(?<=\S)\s*\.{4,}\s*")
_FIGURE: Final = expression(r"[(+\-–−$£€]*\d[\d.,/:%()+\-–]*[a-zA-Z%)]{0,3}|nil|n/?a|-{1,2}|—|unch", regex.IGNORECASE)
_DIGIT: Final = expression(r"\d")
_RULE: Final = expression(r"[-=_ ]{4,}")
_WIDEST: Final = 160
_LONGEST_ROW: Final = 600
"""A row of pipes with no rule above it is no longer, in code points."""
_ROWS_WITHOUT_FIGURES: Final = 20
"""So many rows of heads a table can have at most; it bounds the search."""


def cells(row: Row) -> int:
    """How many cells a row of pipes has; between two outer pipes an empty one counts."""
    if row.text.startswith("|") and row.text.endswith("|"):
        return row.text.count("|") - 1
    return row.text.strip("| \t").count("|") + 1 if "|" in row.text else 0


def pipe_table_end(rows: Sequence[Row], index: int) -> int:
    """Where the table of pipes that begins at `index` ends; `index` itself where none begins.

    It has a row of delimiters for two cells or more, or is two rows or more that begin with a pipe and have the same
    number of cells.
    """
    if "|" not in rows[index].text:
        return index
    delimited = index + 1 < len(rows) and _is_delimiter_row(rows[index + 1])
    end = index
    while end < len(rows) and "|" in rows[end].text and (delimited or _alike(rows[index], rows[end])):
        end += 1
    return end if delimited or end - index >= 2 else index


def _is_delimiter_row(row: Row) -> bool:
    return "-" in row.text and _DELIMITERS.fullmatch(row.text) is not None and row.text.strip("| \t").count("|") >= 1


def _alike(first: Row, other: Row) -> bool:
    """Whether two rows can be of one table without a rule.

    A row of pictures stands above their captions, and a page that is laid out as a table has the whole story in a cell.
    """
    if not all(row.text.startswith("|") and len(row.text) <= _LONGEST_ROW for row in (first, other)):
        return False
    return cells(first) == cells(other) >= 2 and picture_in(first) is None and picture_in(other) is None


def spaced_table_end(rows: Sequence[Row], index: int) -> int:
    """Where the table of figures that begins at `index` ends; `index` itself where none begins."""
    end = index
    figures = 0
    while end < len(rows) and (_is_spaced(rows[end]) or _is_rule(rows[end])):
        figures += _has_figures(rows[end])
        end += 1
        if figures == 0 and end - index == _ROWS_WITHOUT_FIGURES:
            return index
    return end if figures > 0 and (end - index >= 2 or figures == 1) else index


def _is_rule(row: Row) -> bool:
    return row.text[:1] in ("-", "=", "_") and _RULE.fullmatch(row.text) is not None


def _columns(row: Row) -> list[str]:
    return _GAP.split(row.text)


def _is_spaced(row: Row) -> bool:
    text = row.text
    if not 0 < len(text) <= _WIDEST or not ("  " in text or "\t" in text or "...." in text):
        return False
    columns = _columns(row)
    return (
        len(columns) >= 3 and columns[0] not in ("-", "*", "+") and all(len(column.split()) <= 5 for column in columns)
    )


def _has_figures(row: Row) -> bool:
    return any(_FIGURE.fullmatch(column.strip()) and _DIGIT.search(column) for column in _columns(row))
