"""Two articles side by side: outline first, then the paragraphs between, then their sentences."""

from __future__ import annotations

from collections.abc import Sequence

from lisanayn.align.evidence import Evidence
from lisanayn.align.groups import Guide, make_guide
from lisanayn.align.links import ANYWHERE, Link, moved
from lisanayn.align.outline import divide
from lisanayn.align.runs import make_side, pair_run
from lisanayn.align.splitting import texts
from lisanayn.model.story import BlockPair, SplitBlock


def guide_for(
    source: Sequence[SplitBlock], target: Sequence[SplitBlock], langs: tuple[str, str], evidence: Evidence
) -> Guide:
    """The guide for two texts already split into sentences; ``langs`` are the codes of both."""
    size, other = (sum([len(text) for block in blocks for text in texts(block)]) for blocks in (source, target))
    return make_guide(*langs, size, other, evidence)


def pair_articles(
    source: Sequence[SplitBlock], target: Sequence[SplitBlock], stated: Sequence[Link], guide: Guide
) -> tuple[BlockPair, ...]:
    """All blocks of both texts in pairs, in reading order, every sentence in exactly one group.

    ``stated`` are the sidecar's links, in order; they count sentences through the whole of each text. A link
    that reaches over a pair of headings or figures is left out.
    """
    pairs: list[BlockPair] = []
    i = j = 0
    for stretch in divide(source, target, guide):
        one = make_side(source[slice(*stretch.source)])
        other = make_side(target[slice(*stretch.target)])
        end, other_end = i + len(one.sentences), j + len(other.sentences)
        within = [
            moved(link, -i, -j)
            for link in stated
            if _inside(link.source, link.source_end, i, end) and _inside(link.target, link.target_end, j, other_end)
        ]
        pairs += pair_run(one, other, _ordered(within), guide)
        i, j = end, other_end
        if stretch.pair:
            pairs.append(BlockPair(source[stretch.pair[0]], target[stretch.pair[1]], ()))
    return tuple(pairs)


def counts_differ(source: Sequence[SplitBlock], target: Sequence[SplitBlock], guide: Guide) -> bool:
    """Whether there are two runs of blocks, beside each other, that have different numbers of sentences: then at least
    one of their groups is no pair of two sentences, and which one only a search can tell."""
    for stretch in divide(source, target, guide):
        one = sum([len(block.sentences) for block in source[slice(*stretch.source)]])
        other = sum([len(block.sentences) for block in target[slice(*stretch.target)]])
        if one and other and one != other:
            return True
    return False


def _inside(start: int, stop: int, low: int, high: int) -> bool:
    return start == ANYWHERE or (low <= start and stop <= high)


def _ordered(links: Sequence[Link]) -> list[Link]:
    """Without the links that go back behind one before them: at the seam of two runs a gap could be claimed twice."""
    kept: list[Link] = []
    i = j = 0
    for link in links:
        if ANYWHERE in (link.source, link.target):
            kept.append(link)
        elif link.source >= i and link.target >= j:
            kept.append(link)
            i, j = link.source_end, link.target_end
    return kept
