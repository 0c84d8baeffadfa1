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

from lisanayn.align.lengths import background, fits
from lisanayn.align.seams import NO_SEAMS, SHAPES, Band, Seams, apply_seams

Shares = tuple[float, float, float, float, float, float, float, float]
"""Shares of the eight shapes, in the order of ``SHAPES``."""

_ADDED = SHAPES.index((0, 1))

_PRICE = 0.1
"""What a bead must be worth to be named: a path of many doubtful beads loses against one of few sure ones."""
_SHARE = 0.1
"""Beads of less probability than this share of an equal one are forgotten before the path is chosen. Probability flows
through the lattice like water, and some path carries at least an equal share of it, so that a path is always left."""
_FIRST_RADIUS = 4
_MOST_CELLS = 200_000
"""A wider band than this many cells is not searched."""
_PAD = 3
"""Zeros before the first column of a row, so that a run of three may begin there."""


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
    ratio: float
    """Characters of the translation to expect for one of the original; from the whole texts, see ``lengths.ratio``."""
    shares: Shares
    evidence: tuple[tuple[dict[int, float], ...], ...]
    """For one, two and three sentences of the original, from each position: target position → factor by which
    their words make it likelier that the target sentence is theirs."""
    base: tuple[float, ...]
    """For each target sentence the factor where ``evidence`` names none: below 1 if it has words to be matched."""
    source_base: tuple[float, ...]
    """For each sentence of the original the factor for having any translation: below 1 if it has anchors that are
    nowhere in the other text."""
    seams: Seams = NO_SEAMS


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
    widest = max(_MOST_CELLS // (2 * rows), 2)
    radius = min(_FIRST_RADIUS + max(rows, columns) // 25 + abs(rows - columns) // 2, widest)
    while True:
        found, touched = _search(lattice, _band(rows, columns, radius))
        if not touched or radius == widest:
            return found
        radius = min(2 * radius, widest)


def _one_sided(rows: int, columns: int) -> tuple[Bead, ...]:
    beads = [Bead(i, 1, 0, 0, 1.0) for i in range(rows)] + [Bead(0, 0, j, 1, 1.0) for j in range(columns)]
    return tuple(beads)


def _band(rows: int, columns: int, radius: int) -> Band:
    """For each row the first and last column looked at."""
    slope = columns / rows
    # As far as the middle of the next row, so that neighbouring rows always meet.
    return [(max(0, int(i * slope) - radius), min(columns, int((i + 1) * slope) + radius)) for i in range(rows + 1)]


def _weights(lattice: Lattice, band: Band) -> list[list[list[float]]]:
    """For each shape and row the weights of the beads of that shape that end in the cells of the row's band."""
    a = [0.0, *accumulate([max(size, 1) * lattice.ratio for size in lattice.source_sizes])]
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
            weight = share * prod(lattice.source_base[i - rows : i])
            shape_rows.append(_row(weight, a[i] - a[i - rows], b, factors, columns, band[i]))
        table.append(shape_rows)
    if lattice.seams is not NO_SEAMS:
        apply_seams(table, lattice.seams, (len(lattice.source_sizes), len(lattice.target_sizes)), band)
    return table


def _row(
    share: float, length: float, b: Sequence[float], factors: Sequence[float], columns: int, cells: tuple[int, int]
) -> list[float]:
    """One row of one shape: sentences of the original of one ``length`` against each run of ``columns`` sentences.

    Where a bead has several target sentences, any division of its length among them is as likely as any other.
    """
    low, high = cells
    start = min(max(low, columns), high + 1)
    sizes = [b[j] - b[j - columns] for j in range(start, high + 1)]
    densities = fits(length, sizes)
    products = factors[start - 1 : high]
    for back in range(2, columns + 1):
        products = [x * y for x, y in zip(products, factors[start - back : high - back + 1], strict=True)]
    weights = [share * x * y for x, y in zip(products, densities, strict=True)]
    for _ in range(columns - 1):
        weights = [weight * 2.0 / size for weight, size in zip(weights, sizes, strict=True)]
    return [0.0] * (start - low) + weights


def _search(lattice: Lattice, band: Band) -> tuple[Found, bool]:
    """The path inside a band, and whether it comes near an edge that is not the lattice's own."""
    columns = len(lattice.target_sizes)
    weights = _weights(lattice, band)
    sums, steps = _forward(weights, band, columns)
    likely = _backward(weights, band, sums, steps)
    beads = _choose(likely, len(band) - 1, columns)
    log_total = log(sums[-1][columns + _PAD]) + sum(map(log, steps))
    return Found(beads, log_total), any(_near_edge(bead, band, columns) for bead in beads)


def _forward(
    weights: Sequence[Sequence[Sequence[float]]], band: Band, columns: int
) -> tuple[list[list[float]], list[float]]:
    """For each cell the sum over all paths to it. Every row is divided by its largest number; those are the steps."""
    rows: list[list[float]] = []
    steps: list[float] = []
    for i, (low, high) in enumerate(band):
        sums = [0.0] * (high - low + 1)
        if i == 0:
            sums[0] = 1.0
        for (up, left), shape_weights in zip(SHAPES, weights, strict=True):
            if 0 < up <= i:
                scale = 1.0 / prod(steps[i - up + 1 : i])
                before = rows[i - up][low - left + _PAD : high - left + _PAD + 1]
                sums = [s + scale * p * w for s, p, w in zip(sums, before, shape_weights[i], strict=True)]
        run = 0.0
        for at, skip in enumerate(weights[_ADDED][i]):
            sums[at] = run = sums[at] + run * skip
        largest = max(sums)
        row = [0.0] * (columns + _PAD + 1)
        row[low + _PAD : high + _PAD + 1] = [s / largest for s in sums]
        rows.append(row)
        steps.append(largest)
    return rows, steps


Likely = tuple[int, int, int, float]
"""Row and column where a bead ends, its shape's place in ``SHAPES``, its probability."""


def _backward(
    weights: Sequence[Sequence[Sequence[float]]],
    band: Band,
    sums: Sequence[Sequence[float]],
    steps: Sequence[float],
) -> list[Likely]:
    """The beads that have some probability, those that end first first."""
    width = len(sums[0])
    after = [[0.0] * width for _ in band]
    after[-1][-1] = 1.0 / sums[-1][-1]
    likely: list[Likely] = []
    least = _SHARE / sum([len(SHAPES) * (high - low + 1) for low, high in band])
    for i in range(len(band) - 1, -1, -1):
        low, high = band[i]
        row = after[i]
        skips = weights[_ADDED][i]
        run = 0.0
        for j in range(high, low - 1, -1):
            row[j + _PAD] = run = row[j + _PAD] + run
            run *= skips[j - low]
        ends = row[low + _PAD : high + _PAD + 1]
        for shape, (up, left) in enumerate(SHAPES):
            if up > i:
                continue
            scale = 1.0 / prod(steps[i - up + 1 : i + 1])
            first, last = low - left + _PAD, high - left + _PAD + 1
            flows = [scale * w * x for w, x in zip(weights[shape][i], ends, strict=True)]
            starts = sums[i - up][first:last]
            likely += [
                (i, j, shape, p)
                for j, p in enumerate([x * y for x, y in zip(starts, flows, strict=True)], low)
                if p > least
            ]
            if up:
                target = after[i - up]
                target[first:last] = [x + y for x, y in zip(target[first:last], flows, strict=True)]
    likely.sort()
    return likely


def _choose(likely: Sequence[Likely], rows: int, columns: int) -> tuple[Bead, ...]:
    """The path with the greatest sum of probabilities, less the price of each bead."""
    best: dict[tuple[int, int], tuple[float, Likely | None]] = {(0, 0): (0.0, None)}
    for bead in likely:
        i, j, shape, probability = bead
        up, left = SHAPES[shape]
        before = best.get((i - up, j - left))
        if before is None:
            continue
        worth = before[0] + probability - _PRICE
        known = best.get((i, j))
        if known is None or worth > known[0]:
            best[i, j] = (worth, bead)
    beads: list[Bead] = []
    i, j = rows, columns
    while i or j:
        chosen = best[i, j][1]
        assert chosen is not None
        up, left = SHAPES[chosen[2]]
        i, j = i - up, j - left
        beads.append(Bead(i, up, j, left, min(chosen[3], 1.0)))
    beads.reverse()
    return tuple(beads)


def _near_edge(bead: Bead, band: Band, columns: int) -> bool:
    low, high = band[bead.source]
    return (low > 0 and bead.target - low < 2) or (high < columns and high - bead.target < 2)
