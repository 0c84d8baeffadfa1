"""Blocks of two texts side by side: a heading with a heading, a figure with a figure."""

from __future__ import annotations

from collections.abc import Sequence

from lisanayn.model.article import kind_of
from lisanayn.model.inline import plain
from lisanayn.model.story import SplitBlock, sentence_text

_SKIP = 3.0
_OTHER_KIND = 4.0
_PROSE = frozenset({"paragraph", "quote", "list"})
_INFINITE = float("inf")


def pair_blocks(source: Sequence[SplitBlock], target: Sequence[SplitBlock]) -> list[tuple[int | None, int | None]]:
    """Positions of blocks that belong together, in reading order; None where one side has no partner."""
    if [kind_of(b.block) for b in source] == [kind_of(b.block) for b in target]:
        return [(i, i) for i in range(len(source))]
    rows, columns = len(source), len(target)
    best = [[_INFINITE] * (columns + 1) for _ in range(rows + 1)]
    best[0] = [j * _SKIP for j in range(columns + 1)]
    for i in range(1, rows + 1):
        best[i][0] = i * _SKIP
        for j in range(1, columns + 1):
            best[i][j] = min(
                best[i - 1][j - 1] + _distance(source[i - 1], target[j - 1]),
                best[i - 1][j] + _SKIP,
                best[i][j - 1] + _SKIP,
            )
    return _walk_back(best, source, target)


def _walk_back(
    best: list[list[float]], source: Sequence[SplitBlock], target: Sequence[SplitBlock]
) -> list[tuple[int | None, int | None]]:
    i, j = len(source), len(target)
    pairs: list[tuple[int | None, int | None]] = []
    while i or j:
        if i and j and best[i][j] == best[i - 1][j - 1] + _distance(source[i - 1], target[j - 1]):
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif i and best[i][j] == best[i - 1][j] + _SKIP:
            i -= 1
            pairs.append((i, None))
        else:
            j -= 1
            pairs.append((None, j))
    pairs.reverse()
    return pairs


def _distance(a: SplitBlock, b: SplitBlock) -> float:
    kinds = kind_of(a.block), kind_of(b.block)
    if kinds[0] != kinds[1]:
        return _OTHER_KIND if _PROSE.issuperset(kinds) else _INFINITE
    one, other = len(plain(sentence_text(a.block))), len(plain(sentence_text(b.block)))
    return 2.0 * abs(one - other) / max(one + other, 1)
