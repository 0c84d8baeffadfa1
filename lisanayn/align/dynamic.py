"""The best way through two texts, and how sure it is.

A path through the lattice is a row of beads (Gale and Church's word: sentences that translate each other), each of one
shape. The probability of a bead is its shape's share, times how well the lengths fit, times how well the words do.
``find_beads`` sums over all paths (forward and backward) to get the probability of every bead, and then
takes the path that can expect the most right beads. Sums are kept as plain numbers, scaled row by row, because a
logarithm at each of some thousand steps would cost more than all the rest. Only a band around the diagonal
is looked at; it is widened when the path comes near its edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log, prod

from lisanayn.align.lengths import background, fit, ratio

Shares = tuple[float, float, float, float, float, float, float, float]
"""Shares of the eight shapes, in the order of ``SHAPES``."""

SHAPES: tuple[tuple[int, int], ...] = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))
"""Sentences of the original and of the translation in a bead."""

_BEAD_WORTH = 0.8
"""Worth of a right bead above the price of naming one: beads must have some probability to be worth their place."""
_UNLIKELY = 1e-6
"""Beads of less probability are forgotten before the path is chosen."""
_FIRST_RADIUS = 8
_TINY = 1e-290


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences ``start`` … ``start + count - 1``, from 0, on both sides."""

    source: int
    source_count: int
    target: int
    target_count: int
    probability: float
    """Of just this bead, over all paths; not calibrated."""


@dataclass(frozen=True, slots=True)
class Lattice:
    """Everything the search needs of two texts."""

    source_sizes: tuple[int, ...]
    """Length of each sentence, in characters."""
    target_sizes: tuple[int, ...]
    shares: Shares
    evidence: tuple[tuple[dict[int, float], ...], tuple[dict[int, float], ...], tuple[dict[int, float], ...]]
    """For one, two and three sentences of the original, from each position: target position → factor by which
    their words make it likelier that the target sentence is theirs."""
    base: tuple[float, ...]
    """For each target sentence the factor where ``evidence`` names none: below 1 when it has words that should match."""


@dataclass(frozen=True, slots=True)
class Found:
    """The chosen path."""

    beads: tuple[Bead, ...]
    log_total: float
    """Logarithm of the sum over all paths."""


def find_beads(lattice: Lattice) -> Found:
    """The beads of two texts, in order, every sentence of either side in exactly one."""
    rows, columns = len(lattice.source_sizes), len(lattice.target_sizes)
    if not rows or not columns:
        return Found(_one_sided(rows, columns), 0.0)
    radius = _FIRST_RADIUS + max(rows, columns) // 16
    while True:
        band = _band(rows, columns, radius)
        found, touched = _search(lattice, band)
        if not touched or radius >= max(rows, columns):
            return found
        radius *= 2


def _one_sided(rows: int, columns: int) -> tuple[Bead, ...]:
    beads = [Bead(i, 1, 0, 0, 1.0) for i in range(rows)] + [Bead(0, 0, j, 1, 1.0) for j in range(columns)]
    return tuple(beads)


def _band(rows: int, columns: int, radius: int) -> list[tuple[int, int]]:
    """For each row the first and last column looked at."""
    slope = columns / rows
    return [(max(0, int(i * slope) - radius), min(columns, int(i * slope) + radius)) for i in range(rows + 1)]


def _weights(lattice: Lattice, band: Sequence[tuple[int, int]]) -> list[list[list[float]]]:
    """For each shape and row the weights of the beads of that shape that end in the cells of the row's band."""
    scale = ratio(sum(lattice.source_sizes), sum(lattice.target_sizes))
    a = [0.0, *accumulate([max(size, 1) * scale for size in lattice.source_sizes])]
    b = [0.0, *accumulate([max(size, 1.0) for size in lattice.target_sizes])]
    densities = background(lattice.target_sizes)
    base = [x / y for x, y in zip(lattice.base, densities, strict=True)]
    table = []
    for (rows, columns), share in zip(SHAPES, lattice.shares, strict=True):
        if not rows or not columns:
            table.append([[share] * (high - low + 1) for low, high in band])
            continue
        shape_rows: list[list[float]] = [[0.0] * (high - low + 1) for low, high in band[:rows]]
        for i in range(rows, len(band)):
            factors = base.copy()
            for j, factor in lattice.evidence[rows - 1][i - rows].items():
                factors[j] = factor / densities[j]
            shape_rows.append(_row(share, a[i] - a[i - rows], b, factors, columns, band[i]))
        table.append(shape_rows)
    return table


def _row(
    share: float, length: float, b: Sequence[float], factors: Sequence[float], columns: int, cells: tuple[int, int]
) -> list[float]:
    """One row of one shape: sentences of the original of one ``length`` against each run of ``columns`` sentences.

    Where a bead has several target sentences, any division of its length among them is as likely as any other.
    """
    low, high = cells
    start = max(low, columns)
    weights = [0.0] * (start - low)
    if columns == 1:
        weights += [share * factors[j - 1] * fit(length, b[j] - b[j - 1]) for j in range(start, high + 1)]
        return weights
    for j in range(start, high + 1):
        size = b[j] - b[j - columns]
        division = (2.0 / size) ** (columns - 1)
        weights.append(share * division * prod(factors[j - columns : j]) * fit(length, size))
    return weights


def _search(lattice: Lattice, band: Sequence[tuple[int, int]]) -> tuple[Found, bool]:
    """The path inside a band, and whether it comes near an edge that is not the lattice's own."""
    weights = _weights(lattice, band)
    before, scales = _forward(weights, band)
    after = _backward(weights, band, scales)
    rows, columns = len(lattice.source_sizes), len(lattice.target_sizes)
    log_total = log(max(before[rows][columns - band[rows][0]], _TINY)) + scales[rows]
    likely = _probabilities(weights, band, before, after)
    beads = _choose(likely, rows, columns)
    touched = any(_near_edge(bead, band, columns) for bead in beads)
    return Found(beads, log_total), touched
