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
from math import log, prod
from operator import add, mul

from lisanayn.align.lattice import Lattice, weigh_beads
from lisanayn.align.seams import SHAPES, Band
from lisanayn.model.record import record

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


@record
class Bead:
    """Sentences ``start`` … ``start + count - 1``, from 0, on both sides."""

    source: int
    source_count: int
    target: int
    target_count: int
    probability: float
    """Of just this bead, over all paths; not calibrated."""


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


def _search(lattice: Lattice, band: Band) -> tuple[Found, bool]:
    """The path inside a band, and whether it comes near an edge that is not the lattice's own."""
    columns = len(lattice.target_sizes)
    weights = weigh_beads(lattice, band)
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
        elif i < _PAD:
            sums = _first_sums(weights, rows, steps, band[i])
        else:
            # All shapes at once; the sum is taken in the order of ``SHAPES``, as in ``_first_sums``.
            one, two, three = rows[i - 1], rows[i - 2], rows[i - 3]
            above, two_above = 1.0 / steps[i - 1], 1.0 / (steps[i - 2] * steps[i - 1])
            start, end = low + _PAD, high + _PAD + 1
            sums = [
                a * wa + b * wb + c * wc + above * d * wd + above * e * we + f * wf + two_above * g * wg
                for a, wa, b, wb, c, wc, d, wd, e, we, f, wf, g, wg in zip(
                    one[start - 1 : end - 1], weights[0][i],
                    one[start:end], weights[1][i],
                    one[start - 2 : end - 2], weights[3][i],
                    two[start - 1 : end - 1], weights[4][i],
                    two[start - 2 : end - 2], weights[5][i],
                    one[start - 3 : end - 3], weights[6][i],
                    three[start - 1 : end - 1], weights[7][i],
                    strict=True,
                )
            ]  # fmt: skip
        run = 0.0
        for at, skip in enumerate(weights[_ADDED][i]):
            sums[at] = run = sums[at] + run * skip
        largest = max(sums)
        row = [0.0] * (columns + _PAD + 1)
        row[low + _PAD : high + _PAD + 1] = [s / largest for s in sums]
        rows.append(row)
        steps.append(largest)
    return rows, steps


def _first_sums(
    weights: Sequence[Sequence[Sequence[float]]],
    rows: Sequence[Sequence[float]],
    steps: Sequence[float],
    cells: tuple[int, int],
) -> list[float]:
    """The sums of one of the first rows, above which not every shape has room."""
    i = len(rows)
    low, high = cells
    sums = [0.0] * (high - low + 1)
    for (up, left), shape_weights in zip(SHAPES, weights, strict=True):
        if 0 < up <= i:
            scale = 1.0 / prod(steps[i - up + 1 : i])
            before = rows[i - up][low - left + _PAD : high - left + _PAD + 1]
            sums = [s + scale * p * w for s, p, w in zip(sums, before, shape_weights[i], strict=True)]
    return sums


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
            # No sum is above 1, so that no probability is above its flow: most shapes need no look at their cells.
            if max(flows) > least:
                starts = sums[i - up][first:last]
                likely += [(i, j, shape, p) for j, p in enumerate(map(mul, starts, flows), low) if p > least]
            if up:
                target = after[i - up]
                target[first:last] = map(add, target[first:last], flows)
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
