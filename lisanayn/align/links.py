"""Links: sentences of two runs of text that belong together, found by search or stated by a person."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from lisanayn.align.groups import Grouped, Guide, group_sentences
from lisanayn.align.seams import NO_SEAMS, Seams
from lisanayn.model.record import record

ANYWHERE = -1
"""Position of the missing half of a link whose block has none beside it: between any two sentences."""


@record
class Link:
    """Positions, from 0, of neighbouring sentences on both sides; a count of 0 stands between two sentences."""

    source: int
    source_count: int
    target: int
    target_count: int
    confidence: float = 1.0
    reviewed: bool = False
    stale: bool = False
    guessed: bool = False
    stated: bool = False
    """Whether the sidecar says so."""

    @property
    def source_end(self) -> int:
        return self.source + self.source_count

    @property
    def target_end(self) -> int:
        return self.target + self.target_count


def moved(link: Link, source: int, target: int) -> Link:
    """The link in a text that has so many more sentences before it."""
    if not source and not target:
        return link
    return Link(
        link.source + source if link.source != ANYWHERE else ANYWHERE,
        link.source_count,
        link.target + target if link.target != ANYWHERE else ANYWHERE,
        link.target_count,
        link.confidence, link.reviewed, link.stale, link.guessed, link.stated,
    )  # fmt: skip


def link_sentences(
    source: Sequence[str], target: Sequence[str], stated: Sequence[Link], guide: Guide, seams: Seams = NO_SEAMS
) -> list[Link]:
    """Links of two runs of sentences, every sentence in exactly one, in order.

    ``stated`` links are kept as they are, and only what lies between them is searched. They must be in order, without
    overlap, and within the run.
    """
    if any(ANYWHERE in (link.source, link.target) for link in stated):
        return _around_gaps(source, target, stated, guide, seams)
    links: list[Link] = []
    i = j = 0
    for link in (*stated, Link(len(source), 0, len(target), 0)):
        between = _between(seams, i, link.source, j, link.target)
        grouped = group_sentences(source[i : link.source], target[j : link.target], guide, between)
        links += [moved(one, i, j) for one in _as_links(grouped)]
        i, j = link.source_end, link.target_end
        links.append(link)
    del links[-1]
    return links


def _around_gaps(
    source: Sequence[str], target: Sequence[str], stated: Sequence[Link], guide: Guide, seams: Seams
) -> list[Link]:
    """Links where blocks are stated to have no partner: the rest is linked without them, then they are put back."""
    taken: tuple[set[int], set[int]] = (set(), set())
    for link in stated:
        if link.target == ANYWHERE:
            taken[0].update(range(link.source, link.source_end))
        elif link.source == ANYWHERE:
            taken[1].update(range(link.target, link.target_end))
    mine, theirs = (
        [n for n in range(len(run)) if n not in out] for run, out in zip((source, target), taken, strict=True)
    )
    others = [
        replace(link, source=bisect_left(mine, link.source), target=bisect_left(theirs, link.target))
        for link in stated
        if ANYWHERE not in (link.source, link.target)
    ]
    thin = _thinned(seams, mine, theirs)
    found = link_sentences([source[n] for n in mine], [target[n] for n in theirs], others, guide, thin)
    links = [_put_back(link, mine, theirs) for link in found]
    _insert_gaps(links, stated)
    return _in_places(links)


def _insert_gaps(links: list[Link], stated: Sequence[Link]) -> None:
    """Puts each gap where its sentences stand and where its turn comes among the stated links.

    A gap over which another group reaches has been taken in by that group.
    """
    turn = 0
    for one in stated:
        if ANYWHERE not in (one.source, one.target):
            turn = next((n + 1 for n in range(turn, len(links)) if links[n].stated), turn)
            continue
        at = turn
        free = True
        for n in range(turn, len(links)):
            start, end, mine = _reach(one, links[n])
            if start is not None and end > mine:
                free = start >= mine
                break
            at = at if start is None else n + 1
        if free:
            links.insert(at, one)
            turn = at + 1


def _reach(gap: Link, link: Link) -> tuple[int | None, int, int]:
    """(start, end, the gap's place) on the side where the gap has its sentences; no start where the link has none."""
    if gap.target == ANYWHERE:
        return link.source if link.source_count else None, link.source_end, gap.source
    return link.target if link.target_count else None, link.target_end, gap.target


def _thinned(seams: Seams, mine: Sequence[int], theirs: Sequence[int]) -> Seams:
    """The seams of a run from which sentences were taken out."""
    if seams is NO_SEAMS:
        return seams
    return Seams(
        frozenset([bisect_left(mine, n) for n in seams.source]),
        frozenset([bisect_left(theirs, n) for n in seams.target]),
        source_kinds=tuple([seams.source_kinds[n] for n in mine]),
        target_kinds=tuple([seams.target_kinds[n] for n in theirs]),
    )


def _put_back(link: Link, mine: Sequence[int], theirs: Sequence[int]) -> Link:
    """The link in the whole run; it takes in what was taken out between its own sentences."""
    source, target = link.source, link.target
    source_count, target_count = link.source_count, link.target_count
    if source_count:
        source_count = mine[source + source_count - 1] + 1 - mine[source]
        source = mine[source]
    if target_count:
        target_count = theirs[target + target_count - 1] + 1 - theirs[target]
        target = theirs[target]
    return replace(link, source=source, source_count=source_count, target=target, target_count=target_count)


def _in_places(links: Sequence[Link]) -> list[Link]:
    """The links, each missing half set to where its turn comes."""
    placed = []
    i = j = 0
    for link in links:
        source = link.source if link.source_count else i
        target = link.target if link.target_count else j
        placed.append(replace(link, source=source, target=target))
        i, j = source + link.source_count, target + link.target_count
    return placed


def _as_links(grouped: Grouped) -> list[Link]:
    return [
        Link(b.source, b.source_count, b.target, b.target_count, b.probability, guessed=grouped.guessed)
        for b in grouped.beads
    ]


def _between(seams: Seams, i: int, i_end: int, j: int, j_end: int) -> Seams:
    """The seams inside a part of the run."""
    if seams is NO_SEAMS or i == i_end or j == j_end:
        return NO_SEAMS
    return Seams(
        frozenset([n - i for n in seams.source if i < n < i_end]),
        frozenset([n - j for n in seams.target if j < n < j_end]),
        frozenset([(a - i, b - j) for a, b in seams.meant if i < a < i_end and j < b < j_end]),
        seams.source_kinds[i:i_end],
        seams.target_kinds[j:j_end],
    )
