"""Tables as pages show them."""

from __future__ import annotations

import re

from lisanayn.model.blocks import Table
from lisanayn.model.inline import Rich, plain
from lisanayn.model.rows import Cell, Grid
from lisanayn.pages.voices import Notes

# A cell that holds a number and nothing else: sign, digits with separators, per cent, currency, range.
_NUMBER = re.compile(r"[-+−±~≈]?\s?[$€£]?\s?\d[\d.,٫٬\s\u202f/:–-]*\s?[%٪‰$€£°]?", re.UNICODE)


def make_grid(table: Table | None, notes: Notes) -> Grid | None:
    """A table of one language; None for None. Rows are as long as the head."""
    if table is None:
        return None
    width = len(table.header)
    aligns = [*table.align, *[""] * width]
    return Grid(
        tuple([_cell(text, aligns[n], notes) for n, text in enumerate(table.header)]),
        tuple(
            [
                tuple([_cell(text, aligns[n], notes) for n, text in enumerate(_padded(row, width))])
                for row in table.rows
            ]
        ),
    )


def _padded(row: tuple[Rich, ...], width: int) -> tuple[Rich, ...]:
    return (*row[:width], *[()] * (width - len(row)))


def _cell(text: Rich, align: str, notes: Notes) -> Cell:
    words = plain(text).strip()
    return Cell(notes.linked(text), align, bool(words and _NUMBER.fullmatch(words)))
