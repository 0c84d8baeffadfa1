"""Whether a page slants any letters: italics are a file of their own, and most pages need none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lisanayn.model.inline import Emphasis, Foreign, Rich
from lisanayn.model.rows import (
    BodyBlock,
    FigureBlock,
    HeadingBlock,
    NoteRow,
    Open,
    Pair,
    SpeakerBlock,
    TableBlock,
)

_SLANTED = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
"""Letters that have italics. In other scripts emphasis is weight."""


def has_italics(body: Iterable[BodyBlock], notes: Iterable[NoteRow], slanted: bool) -> bool:
    """Whether the rows of a page hold stressed or foreign words in letters that have italics, or a pull quote, which
    is set in italics altogether. ``slanted``: whether one of the page's languages has them."""
    rows = tuple([row for row in body if not isinstance(row, Pair) or _has_marks(row)])
    if slanted and any(isinstance(row, Open) and row.role == "quote" for row in rows):
        return True
    return any(_has_slanted_run(text) for text in _texts(rows, notes))


def _has_marks(pair: Pair) -> bool:
    """Whether a row may have runs with marks. Most rows are one run without, on either side: not looked at again."""
    own, other = pair.own, pair.other
    return len(own) > 1 or len(other) > 1 or bool(own and own[0].marks) or bool(other and other[0].marks)


def _has_slanted_run(text: Rich) -> bool:
    return any(
        run.marks and _SLANTED.search(run.text) and any(isinstance(mark, Emphasis | Foreign) for mark in run.marks)
        for run in text
    )


def _texts(rows: Iterable[BodyBlock], notes: Iterable[NoteRow]) -> Iterator[Rich]:
    """Every text of a page that may carry marks."""
    for row in rows:
        if isinstance(row, Pair | HeadingBlock | FigureBlock | SpeakerBlock):
            yield row.own
            yield row.other
        elif isinstance(row, TableBlock):
            grids = [grid for grid in (row.own, row.other) if grid]
            yield from (cell.text for grid in grids for line in (grid.header, *grid.rows) for cell in line)
    for note in notes:
        yield from (side.text for side in (note.own, note.other) if side)
