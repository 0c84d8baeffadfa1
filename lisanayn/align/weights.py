"""How much the words of two texts say about which sentences belong together.

For every run of one, two or three sentences of the original, and every sentence of the translation near it: by what
factor it is likelier to find the translation's anchors and words there, given the run, than by chance. The target's
words are taken one by one, as in Brown et al. 1993 (Model 1), each explained by the run's words or by chance; chance is
how often the word stands in this very block, because only a choice between its sentences is to be made.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Mapping, Sequence
from math import exp, log, log1p

from lisanayn.align.anchors import Features
from lisanayn.align.evidence import Lexicon
from lisanayn.record import record

Matrix = tuple[tuple[dict[int, float], ...], ...]

_EXPLAINED = 0.4
"""Share of the translation's known words that the lexicon explains; the rest are free renderings."""
_ODDS = _EXPLAINED / (1.0 - _EXPLAINED)
_UNEXPLAINED = log(1.0 - _EXPLAINED)
_MOST = 60.0
"""Bound of the logarithm of a factor: enough to decide anything, too little to overflow a product of several."""
_DOUBT = 0.5
"""How far an anchor that the other text does not have at all is believed to show a gap: it may be written otherwise."""
_NEAR = 40
"""Sentences farther from the diagonal than this, and a tenth of the text, are not looked at."""


@record
class Weighed:
    """What the words of two blocks say; all numbers are factors."""

    evidence: Matrix
    """For runs of one, two and three sentences of the original, from each position: target position → factor."""
    base: tuple[float, ...]
    """For each target sentence, where ``evidence`` does not name it."""
    source_base: tuple[float, ...]
    """For each source sentence, for belonging to any target sentence at all: below 1 when it has anchors that are
    nowhere in the translation."""


def weigh(source: Sequence[Features], target: Sequence[Features], lexicon: Lexicon) -> Weighed:
    """What the words of two blocks say about which of their sentences belong together."""
    anchors, base = _weigh_anchors(source, target)
    words = _weigh_words(source, target, lexicon.table)
    for j, features in enumerate(target):
        base[j] = max(-_MOST, base[j] + _UNEXPLAINED * len(lexicon.known.intersection(features.words)))
    matrix = tuple(
        [
            tuple([_factors(one, other, base) for one, other in zip(anchors[run], words[run], strict=True)])
            for run in range(3)
        ]
    )
    there = {key for features in target for key in features.anchors}
    return Weighed(matrix, tuple(map(exp, base)), tuple([exp(_unanswered(f, there)) for f in source]))


def _unanswered(features: Features, there: Container[str]) -> float:
    """Logarithm: what it costs a sentence to be translated, though some of its anchors are nowhere to be seen."""
    missing = [log(1.0 - features.anchors[key]) for key in features.firm if key not in there]
    return max(-_MOST, _DOUBT * sum(missing))


def _factors(one: dict[int, float], other: dict[int, float], base: Sequence[float]) -> dict[int, float]:
    """Gains of anchors and of words as factors. ``base`` is bounded below, gains are never negative."""
    if other:
        one = dict(one)
        for j, gain in other.items():
            one[j] = one.get(j, 0.0) + gain
    return {j: exp(gain + base[j] if gain < _MOST else _MOST) for j, gain in one.items()}


def _weigh_anchors(
    source: Sequence[Features], target: Sequence[Features]
) -> tuple[list[list[dict[int, float]]], list[float]]:
    """Logarithms: for each run the gains, and for each target sentence what its anchors cost where they are missing."""
    places: dict[str, list[int]] = {}
    counts: dict[str, int] = {}
    for features in source:
        for key in features.anchors:
            counts[key] = counts.get(key, 0) + 1
    base = [0.0] * len(target)
    gains: dict[str, float] = {}
    keep: dict[str, float] = {}
    for features in source:
        for key, kept in features.anchors.items():
            keep[key] = min(kept, keep.get(key, 1.0))
    for j, features in enumerate(target):
        for key, kept in features.anchors.items():
            if key in counts:
                places.setdefault(key, []).append(j)
                keep[key] = min(kept, keep[key])
        base[j] += _unanswered(features, counts)
    for key, found in places.items():
        chance = min((counts[key] + 0.3) / (len(source) + 1), 0.95)
        missing = log(1.0 - keep[key])
        gains[key] = log(chance + (1.0 - chance) * keep[key]) - log(chance) - missing
        for j in found:
            base[j] += missing
    window = _window(source, target)
    runs: list[list[dict[int, float]]] = []
    for size in (1, 2, 3):
        row: list[dict[int, float]] = []
        for i in range(len(source) - size + 1):
            total: dict[int, float] = {}
            for key in {key: None for features in source[i : i + size] for key in features.anchors if key in places}:
                gain = gains[key]
                for j in _near(places[key], i, window):
                    total[j] = total.get(j, 0.0) + gain
            row.append(total)
        row += [{}] * (size - 1)
        runs.append(row)
    return runs, base


def _weigh_words(
    source: Sequence[Features], target: Sequence[Features], table: Mapping[str, Mapping[str, float]]
) -> list[list[dict[int, float]]]:
    """Logarithms of what the lexicon gains for each run and each target sentence near it."""
    places: dict[str, list[int]] = {}
    for j, features in enumerate(target):
        for word in dict.fromkeys(features.words):
            places.setdefault(word, []).append(j)
    total = sum([len(features.words) for features in target])
    explained = [_explained(features, table, places) for features in source]
    window = _window(source, target)
    runs: list[list[dict[int, float]]] = []
    for size in (1, 2, 3):
        row: list[dict[int, float]] = []
        for i in range(len(source) - size + 1):
            length = 1 + sum([len(features.words) for features in source[i : i + size]])
            row.append(_gains(explained[i : i + size], _ODDS * total / length, places, i, window))
        row += [{}] * (size - 1)
        runs.append(row)
    return runs


Window = tuple[float, int]
"""Slope of the diagonal, and how far from it sentences are looked at."""


def _window(source: Sequence[Features], target: Sequence[Features]) -> Window:
    return len(target) / max(len(source), 1), _NEAR + len(target) // 10


def _near(found: list[int], i: int, window: Window) -> list[int]:
    """Those of some target positions, in order, that stand near the diagonal beside a source sentence."""
    if len(found) < 5:
        return found
    middle, reach = int(i * window[0]), window[1]
    return found[bisect_left(found, middle - reach) : bisect_right(found, middle + reach)]


def _explained(
    features: Features, table: Mapping[str, Mapping[str, float]], places: Mapping[str, list[int]]
) -> dict[str, float]:
    """Target words of this block that a sentence's words explain, with the sum of their probabilities."""
    sums: dict[str, float] = {}
    for word in features.words:
        for other, probability in table.get(word, {}).items():
            if other in places:
                sums[other] = sums.get(other, 0.0) + probability
    return sums


def _gains(
    sentences: Sequence[dict[str, float]], factor: float, places: Mapping[str, list[int]], i: int, window: Window
) -> dict[int, float]:
    sums = dict(sentences[0])
    for sentence in sentences[1:]:
        for word, probability in sentence.items():
            sums[word] = sums.get(word, 0.0) + probability
    total: dict[int, float] = {}
    for word, probability in sums.items():
        found = places[word]
        # ``factor`` holds the chance of a word that stands once in the block.
        gain = log1p(factor * probability / len(found))
        for j in _near(found, i, window):
            total[j] = total.get(j, 0.0) + gain
    return total
