"""Where paragraphs begin: what that says about which sentences belong together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SHAPES: tuple[tuple[int, int], ...] = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))
"""Sentences of the original and of the translation in a bead."""

Band = Sequence[tuple[int, int]]
"""For each row of the lattice the first and the last column looked at."""

_UNEVEN = 0.35
"""Factor for passing where a paragraph begins on one side only."""
_OVER = 0.2
"""Factor for a group that runs over the end of a paragraph, where paragraphs have several sentences."""
_OTHER_KIND = 0.1
"""Factor for a group of sentences from blocks of two kinds: a paragraph seldom translates a quotation."""
_MEANT = 30.0
"""Factor for a path that pairs all paragraphs by their order, where their numbers agree; shared among the seams."""


@dataclass(frozen=True, slots=True)
class Seams:
    """Where paragraphs begin, for texts whose paragraphs do not answer each other one by one."""

    source: frozenset[int] = frozenset()
    """Positions of sentences, other than the first, that begin a block."""
    target: frozenset[int] = frozenset()
    meant: frozenset[tuple[int, int]] = frozenset()
    """Pairs of such positions that probably belong together, because the blocks pair so by their order."""
    source_kinds: tuple[str, ...] = ()
    """The kind of block that each sentence stands in."""
    target_kinds: tuple[str, ...] = ()


NO_SEAMS = Seams()


def apply_seams(table: Sequence[Sequence[list[float]]], seams: Seams, last: tuple[int, int], band: Band) -> None:
    """Multiplies weights, given by shape, row and cell of the band, by what the seams say of them.

    Paths that pass where paragraphs begin on one side only, or run over their end, lose. ``last`` is the last cell.
    """
    # Where every sentence is a paragraph, a group of two must run over an end, and that means nothing.
    over_source, over_target = (
        _OVER + (1.0 - _OVER) * len(breaks) / max(size - 1, 1)
        for breaks, size in zip((seams.source, seams.target), last, strict=True)
    )
    meant = _MEANT ** (1.0 / max(len(seams.meant), 1))
    one_kind = len({*seams.source_kinds, *seams.target_kinds}) < 2
    for i, (low, high) in enumerate(band):
        passing = [meant if (i, j) in seams.meant else _passing(seams, i, j, last) for j in range(low, high + 1)]
        for (rows, columns), weights in zip(SHAPES, table, strict=True):
            factor = over_source ** _inside(seams.source, i - rows, i)
            weights[i][:] = [
                weight * seam * factor * over_target ** _inside(seams.target, j - columns, j)
                for weight, seam, j in zip(weights[i], passing, range(low, high + 1), strict=True)
            ]
            if rows and columns and not one_kind and i >= rows:
                kind = seams.source_kinds[i - rows]
                weights[i][:] = [
                    weight if j < columns or seams.target_kinds[j - columns] == kind else weight * _OTHER_KIND
                    for weight, j in zip(weights[i], range(low, high + 1), strict=True)
                ]


def _passing(seams: Seams, i: int, j: int, last: tuple[int, int]) -> float:
    """Factor for a path through a cell, between sentences."""
    return _UNEVEN if (i in seams.source) != (j in seams.target) and (i, j) != last else 1.0


def _inside(breaks: frozenset[int], start: int, end: int) -> int:
    return len([n for n in range(start + 1, end) if n in breaks])
