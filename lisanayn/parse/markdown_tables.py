"""Tables: rows of cells. The parser silently drops what a row has too much and fills up what it has too little;
here the first is an error, and the second is limited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from lisanayn.model.blocks import Box, Figure, Table
from lisanayn.model.inline import Rich
from lisanayn.parse.markdown_inline import Notebook
from lisanayn.problems import Location, Problem, error

if TYPE_CHECKING:
    from markdown_it.token import Token

MAX_COLUMNS = 200
"""Of one table."""
MAX_CELLS = 20_000
"""Of all tables of an article together."""
MOST_FILLED = 500
"""Cells that rows shorter than the head may lack in one table: a line ``a`` under 200 columns is 199 of them."""

_REASON = "lines of cells with a line of hyphens under the first"
_DELIMITERS = re.compile(r"[ \t>]*\|?[ \t]*:?-+:?[ \t]*\|[-:| \t]*\Z")
_MARKERS = re.compile(r"^(?:[ \t>]|[-+*][ \t]|[0-9]{1,9}[.)][ \t])*")
_UNESCAPED_BAR = re.compile(r"(?<!\\)\|")

Align = Literal["", "start", "center", "end"]
_ALIGN: dict[str, Align] = {"text-align:left": "start", "text-align:center": "center", "text-align:right": "end"}


def limit_tables(lines: Sequence[str], first_line: int, path: str) -> tuple[dict[int, str], tuple[Problem, ...]]:
    """Lines that would make a table too large, blanked by their number from 0, and the errors.

    They never reach the parser: a table of 5,000 columns, or of a million cells, takes it half a minute.
    """
    delimiters = [number for number, line in enumerate(lines) if "|" in line and _DELIMITERS.match(line)]
    bars = sum([line.count("|") for line in lines]) if delimiters else 0
    if bars > MAX_CELLS:
        message = f"the tables have about {bars:,} cells; {MAX_CELLS:,} are allowed"
        at = Location(path, first_line + delimiters[0])
        return dict.fromkeys(delimiters, ""), (error("table-size", message, at, "give the data as a file"),)
    blanked: dict[int, str] = {}
    problems: list[Problem] = []
    for number in delimiters:
        columns = len([cell for cell in lines[number].split("|") if cell.strip(" \t>")])
        if columns > MAX_COLUMNS:
            blanked[number] = ""
            message = f"the table has {columns} columns; {MAX_COLUMNS} are allowed"
            problems.append(error("table-size", message, Location(path, first_line + number), "split the table"))
    return blanked, tuple(problems)


@dataclass(slots=True)
class TableReader:
    """A table while its tokens go by."""

    line: int
    book: Notebook
    boxes: tuple[Box, ...]
    rows: list[list[Rich]] = field(default_factory=list)
    align: list[Align] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    """Pictures from its cells."""
    filled: int = 0
    """Cells that rows lack."""
    top: int = 0
    """Line of the head row in the body, from 0."""

    def take(self, kind: str, token: Token, lines: Sequence[str]) -> None:
        """A token of the table that is no text."""
        if kind == "tr_open":
            if self.rows and token.map:
                self.check_row(lines[token.map[0]], self.line + token.map[0] - self.top)
            elif token.map:
                self.top = token.map[0]
            self.rows.append([])
        elif kind == "th_open":
            self.align.append(_ALIGN.get(str(token.attrs.get("style", "")), ""))

    def cell(self, text: Rich) -> None:
        """The text of the next cell."""
        self.rows[-1].append(text)

    def check_row(self, source: str, line: int) -> None:
        """Compares what the author wrote with what the parser keeps."""
        cells = _UNESCAPED_BAR.split(_MARKERS.sub("", source).strip())
        count = len(cells) - (not cells[0]) - (len(cells) > 1 and not cells[-1])
        columns = len(self.align)
        if count > columns:
            message = f"the row has {count} cells, the table {columns} columns: the last cells would be lost"
            self.book.fail("table-row", message, line, "add columns to the head row, or write \\| for a bar in a text")
        self.filled += max(0, columns - count)
        if self.filled > MOST_FILLED and "table-row" not in self.book.once:
            self.book.once.add("table-row")
            message = f"the rows of the table lack more than {MOST_FILLED} cells"
            self.book.fail("table-row", message, line, "give every row the cells of the head")

    def table(self) -> Table:
        """The finished table."""
        header, *rows = (tuple(row) for row in self.rows) if self.rows else ((),)
        return Table(header, tuple(rows), self.line, tuple(self.align), _REASON, self.boxes)
