"""Blocks without sentences, in pairs: a heading with a heading, a figure with a figure. What lies between is a run."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from lisanayn.align.groups import Guide, both_features
from lisanayn.align.weights import weigh
from lisanayn.model.blocks import Block, Code, Figure, Footnote, Heading, Table, kind_of
from lisanayn.model.inline import plain
from lisanayn.model.story import SplitBlock
from lisanayn.record import record

_WELCOME = 3.0
"""What a pair of one kind is worth before anything is known of it; to leave both alone is worth nothing."""
_SAME = 6.0
"""Further worth of the same picture, the same code, the same label."""
_MOST_COMPARED = 100_000
"""Pairs of blocks compared with each other."""
_AWAY = 6.0
"""Cost of standing at the two ends of the text."""


@record
class Stretch:
    """Positions of blocks: a run on both sides, and the pair of blocks without sentences that ends it."""

    source: tuple[int, int]
    """First position and the one after the last."""
    target: tuple[int, int]
    pair: tuple[int, int] | None
    """None for the last stretch."""


def divide(source: Sequence[SplitBlock], target: Sequence[SplitBlock], guide: Guide) -> list[Stretch]:
    """Both texts divided at the blocks without sentences that pair."""
    stretches: list[Stretch] = []
    i = j = 0
    for a, b in _pairs(source, target, guide):
        stretches.append(Stretch((i, a), (j, b), (a, b)))
        i, j = a + 1, b + 1
    stretches.append(Stretch((i, len(source)), (j, len(target)), None))
    return stretches


def _pairs(source: Sequence[SplitBlock], target: Sequence[SplitBlock], guide: Guide) -> list[tuple[int, int]]:
    one = [n for n, block in enumerate(source) if not block.sentences]
    other = [n for n, block in enumerate(target) if not block.sentences]
    if [kind_of(source[n].block) for n in one] == [kind_of(target[n].block) for n in other]:
        return list(zip(one, other, strict=True))
    if not one or not other:
        return []
    if len(one) * len(other) > _MOST_COMPARED:
        return _next_of_kind(source, target, one, other)
    worth = _worths(source, target, one, other, guide)
    best = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one)):
        for j in range(len(other)):
            best[i + 1][j + 1] = max(best[i][j] + worth[i][j], best[i][j + 1], best[i + 1][j])
    pairs: list[tuple[int, int]] = []
    i, j = len(one), len(other)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((one[i], other[j]))
    pairs.reverse()
    return pairs


def _next_of_kind(
    source: Sequence[SplitBlock], target: Sequence[SplitBlock], one: Sequence[int], other: Sequence[int]
) -> list[tuple[int, int]]:
    """Each block with the next of its kind: for texts with too many to compare all with all."""
    pairs: list[tuple[int, int]] = []
    rest = iter(other)
    m = next(rest, None)
    for n in one:
        if m is not None and kind_of(source[n].block) == kind_of(target[m].block):
            pairs.append((n, m))
            m = next(rest, None)
    return pairs


def _worths(
    source: Sequence[SplitBlock], target: Sequence[SplitBlock], one: Sequence[int], other: Sequence[int], guide: Guide
) -> list[list[float]]:
    """How well each block without sentences of one text goes with each of the other's."""
    a, b = both_features([_words(source[n].block) for n in one], [_words(target[n].block) for n in other], guide)
    words = weigh(a, b, guide.lexicon)
    places = _places(source), _places(target)
    worths = []
    for i, n in enumerate(one):
        row = []
        for j, m in enumerate(other):
            if kind_of(source[n].block) != kind_of(target[m].block):
                row.append(-_SAME)
                continue
            said = log(words.evidence[0][i].get(j, words.base[j]) / words.base[j])
            away = abs(places[0][n] - places[1][m])
            row.append(_WELCOME + said + _SAME * _same(source[n].block, target[m].block) - _AWAY * away)
        worths.append(row)
    return worths


def _places(blocks: Sequence[SplitBlock]) -> list[float]:
    """Where each block stands in its text, between 0 and 1, by the sentences before it."""
    counts = [0]
    for block in blocks:
        counts.append(counts[-1] + len(block.sentences))
    return [count / max(counts[-1], 1) for count in counts]


def _same(a: Block, b: Block) -> float:
    match a, b:
        case Figure(image=one), Figure(image=other):
            return float(bool(one) and one == other)
        case Code(text=one), Code(text=other):
            return float(one == other)
        case Footnote(label=one), Footnote(label=other):
            return float(one == other)
        case Heading(level=level), Heading(level=other_level):
            return 0.0 if level == other_level else -0.3
        case _:
            return 0.0


def _words(block: Block) -> str:
    match block:
        case Heading(text=text) | Footnote(text=text) | Figure(caption=text):
            return plain(text)
        case Table(header=header, rows=rows):
            return " ".join([plain(cell) for row in (header, *rows) for cell in row])
        case _:
            return ""
