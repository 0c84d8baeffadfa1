"""Where paragraphs begin: what that says about which sentences belong together."""

from __future__ import annotations

from collections.abc import Sequence

from lisanayn.record import record

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


@record
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


def apply_seams(table: Sequence[list[list[float]]], seams: Seams, last: tuple[int, int], band: Band) -> None:
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
    passing = _Passing(seams, last[1], meant)
    source_ends = [_inside_of(seams.source, rows, last[0]) for rows in range(4)]
    # None where no group of so many sentences can run over an end: most shapes.
    target_factors = [
        [over_target**count for count in _inside_of(seams.target, columns, last[1])] if columns > 1 else None
        for columns in range(4)
    ]
    for i, (low, high) in enumerate(band):
        seam = passing.row(i, low, high)
        for (rows, columns), weights in zip(SHAPES, table, strict=True):
            factor = over_source ** source_ends[rows][i]
            across = target_factors[columns]
            if across is None:
                weights[i] = [weight * passed * factor for weight, passed in zip(weights[i], seam, strict=True)]
            else:
                cells = zip(weights[i], seam, across[low : high + 1], strict=True)
                weights[i] = [weight * passed * factor * over for weight, passed, over in cells]
            if rows and columns and not one_kind and i >= rows:
                kind = seams.source_kinds[i - rows]
                weights[i] = [
                    weight if j < columns or seams.target_kinds[j - columns] == kind else weight * _OTHER_KIND
                    for weight, j in zip(weights[i], range(low, high + 1), strict=True)
                ]


class _Passing:
    """Factors for paths through cells, between sentences: ``_UNEVEN`` where a paragraph begins on one side only."""

    def __init__(self, seams: Seams, columns: int, meant: float) -> None:
        self._seams = seams
        self._meant = meant
        self._columns: dict[int, list[int]] = {}
        for i, j in seams.meant:
            self._columns.setdefault(i, []).append(j)
        begins = [j in seams.target for j in range(columns + 1)]
        self._beside_none = [_UNEVEN if here else 1.0 for here in begins]
        self._beside_one = [1.0 if here else _UNEVEN for here in begins]

    def row(self, i: int, low: int, high: int) -> list[float]:
        """The factors of a row of the band."""
        factors = (self._beside_one if i in self._seams.source else self._beside_none)[low : high + 1]
        for j in self._columns.get(i, ()):
            if low <= j <= high:
                factors[j - low] = self._meant
        return factors


def _inside_of(breaks: frozenset[int], count: int, size: int) -> list[int]:
    """For each position up to ``size`` the breaks inside a group of so many sentences that ends there."""
    return [len([n for n in range(end - count + 1, end) if n in breaks]) for end in range(size + 1)]
