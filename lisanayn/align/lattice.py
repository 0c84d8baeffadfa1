"""The lattice of two texts: how likely each possible group of sentences is by itself.

``dynamic`` finds the way through it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import prod
from operator import mul

from lisanayn.align.lengths import background, weighed_fits
from lisanayn.align.seams import NO_SEAMS, SHAPES, Band, Seams, apply_seams
from lisanayn.record import record

Shares = tuple[float, float, float, float, float, float, float, float]
"""Shares of the eight shapes, in the order of ``SHAPES``."""


@record
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


def weigh_beads(lattice: Lattice, band: Band) -> list[list[list[float]]]:
    """For each shape and row the weights of the beads of that shape that end in the cells of the row's band."""
    a = [0.0, *accumulate([max(size, 1) * lattice.ratio for size in lattice.source_sizes])]
    b = [0.0, *accumulate([max(size, 1.0) for size in lattice.target_sizes])]
    # For one, two and three target sentences the lengths of all runs of so many, by their last sentence.
    lengths = [[end - start for start, end in zip(b, b[count:], strict=False)] for count in range(4)]
    densities = background(lattice.target_sizes)
    base = [x / y for x, y in zip(lattice.base, densities, strict=True)]
    table: list[list[list[float]]] = [
        [[share if not rows or not columns else 0.0] * (high - low + 1) for low, high in band]
        for (rows, columns), share in zip(SHAPES, lattice.shares, strict=True)
    ]
    for rows, shapes in _BY_ROWS:
        for i in range(rows, len(band)):
            factors = base
            told = lattice.evidence[rows - 1][i - rows]
            if told:
                factors = base.copy()
                for j, factor in told.items():
                    factors[j] = factor / densities[j]
            source = prod(lattice.source_base[i - rows : i])
            for shape, columns in shapes:
                share = lattice.shares[shape] * source
                table[shape][i] = _row(share, a[i] - a[i - rows], lengths[columns], factors, columns, band[i])
    if lattice.seams is not NO_SEAMS:
        apply_seams(table, lattice.seams, (len(lattice.source_sizes), len(lattice.target_sizes)), band)
    return table


_BY_ROWS = tuple(
    [
        (rows, tuple([(at, shape[1]) for at, shape in enumerate(SHAPES) if shape[0] == rows and shape[1]]))
        for rows in (1, 2, 3)
    ]
)
"""Sentences of the original in a bead → (the shape's place in ``SHAPES``, its sentences of the translation)."""


def _row(
    share: float,
    length: float,
    lengths: Sequence[float],
    factors: Sequence[float],
    columns: int,
    cells: tuple[int, int],
) -> list[float]:
    """One row of one shape: sentences of the original of one ``length`` against each run of ``columns`` sentences.

    ``lengths`` are those of all such runs. Where a bead has several target sentences, any division of its length among
    them is as likely as any other.
    """
    low, high = cells
    start = max(low, columns)
    if start > high:
        return [0.0] * (high - low + 1)
    sizes = lengths[start - columns : high - columns + 1]
    products: Sequence[float] = factors[start - 1 : high]
    for back in range(2, columns + 1):
        products = list(map(mul, products, factors[start - back : high - back + 1]))
    weights = weighed_fits(share, length, sizes, products)
    if columns == 2:
        weights = [weight * 2.0 / size for weight, size in zip(weights, sizes, strict=True)]
    elif columns == 3:
        weights = [weight * 2.0 / size * 2.0 / size for weight, size in zip(weights, sizes, strict=True)]
    return [0.0] * (start - low) + weights if start > low else weights
