"""Lengths: a long sentence has a long translation (Gale and Church 1993).

The length of a translation is taken to be spread around ``ratio`` times the original's with a variance that grows with
the length. Gale and Church measured 6.8 a character and a normal distribution for European parliament and bank
reports; we keep heavier tails (Student's t with five degrees of freedom) and a smaller variance, so that one freely
translated sentence does not push its neighbours out of step, and weigh the length against what any sentence of
the text might have had, so that the weights of groups of different shapes can be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log, pi, sqrt

VARIANCE = 4.5
"""Variance of a translation's length, a character of the mean of both lengths."""
FREEDOM = 5.0
"""Degrees of freedom of the spread; large is normal."""
_SPREAD = 0.6
"""Standard deviation of the logarithm of sentence lengths within a text."""
_DOUBT = 500.0
"""Characters of the shorter text at which half of the ratio of two whole texts is believed: in a short one, a single
dropped sentence moves it too far."""
_STEEPEST = 0.5
"""Logarithm of a ratio that is believed by half only: a text twice as long has additions, not long words."""

# Constant of Student's density with five degrees of freedom, Γ(3) / (Γ(5/2) · √π);
# the five under the root are in the variance of ``fits``.
_PEAK = 8.0 / (3.0 * pi)


def ratio(source: int, target: int, usual: float = 1.0) -> float:
    """Characters of translation to expect for one of the original, from the lengths of the whole texts.

    ``usual`` is what is known of the two languages, to which doubt returns.
    """
    if not source or not target:
        return usual
    away = log(target / source / usual)
    shorter = min(source, target)
    return usual * exp(away * shorter / (shorter + _DOUBT) / (1.0 + (away / _STEEPEST) ** 4))


def fits(source: float, targets: Sequence[float]) -> list[float]:
    """Densities of targets' lengths beside a source's (already multiplied by the ratio); all in characters."""
    return weighed_fits(1.0, source, targets, [1.0] * len(targets))


def weighed_fits(share: float, source: float, targets: Sequence[float], factors: Sequence[float]) -> list[float]:
    """The same densities, each times ``share`` and its own factor."""
    spread = FREEDOM * VARIANCE * 0.5
    products = []
    for target, factor in zip(targets, factors, strict=True):
        away = source - target
        variance = spread * (source + target)
        x = variance / (variance + away * away)
        products.append(share * factor * (_PEAK * x * x * x / sqrt(variance)))
    return products


def deviation(source: float, target: float) -> float:
    """How many standard deviations two lengths differ from each other, squared."""
    away = source - target
    return away * away / (VARIANCE * 0.5 * (source + target) or 1.0)


def background(sizes: Sequence[int]) -> list[float]:
    """For each length its density among the sentences of its text: log-normal around the text's mean."""
    if not sizes:
        return []
    middle = log(max(sum(sizes) / len(sizes), 1.0))
    densities = []
    for size in sizes:
        away = (log(max(size, 1)) - middle) / _SPREAD
        # A floor: no sentence is so odd that any partner at all would look good for it.
        densities.append((exp(-0.5 * away * away) + 0.02) / (max(size, 1) * _SPREAD * sqrt(2.0 * pi)))
    return densities
