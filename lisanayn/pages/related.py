"""Stories near a story: those that share its tags.

Of stories that share as much, the nearest in time come first, and not the newest ones. Under every page the same three
newest stories would stand, and each new story would change hundreds of pages: of 10,000 stories that have three of
sixty tags each, 651, where fewer than ten change now.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nsmallest

from lisanayn.model.tag import Tag

REACH = 12
"""Stories of one tag that are looked at, on either side in time. What lies further is passed over, even where it shares
a second tag: the price of a time that grows with the number of stories and not with its square."""


def rank_related(
    tags: Sequence[tuple[Tag, ...]], days: Sequence[int], readable: Sequence[int], most: int
) -> dict[int, tuple[int, ...]]:
    """For each of the stories ``readable`` (positions, newest first) up to ``most`` others that share a tag with it.

    A rare tag weighs more than a common one, in steps of doubling, so that one more story seldom reorders a list; of
    equals the nearest in time comes first, of those the newer. ``days`` tells when each story was published.
    """
    if not most:
        return dict.fromkeys(readable, ())
    carrying: dict[str, list[int]] = {}
    for position in readable:
        for tag in tags[position]:
            carrying.setdefault(tag.id, []).append(position)
    weights = {tag: 1 << max(0, 20 - len(positions).bit_length()) for tag, positions in carrying.items()}
    seen = dict.fromkeys(carrying, 0)
    found: dict[int, tuple[int, ...]] = {}
    for position in readable:
        scores: dict[int, int] = {}
        for tag in tags[position]:
            at = seen[tag.id]
            seen[tag.id] += 1
            weight = weights[tag.id]
            for other in carrying[tag.id][max(0, at - REACH) : at + REACH + 1]:
                scores[other] = scores.get(other, 0) + weight
        scores.pop(position, None)
        day = days[position]
        nearest = nsmallest(most, [(-score, abs(days[other] - day), other) for other, score in scores.items()])
        found[position] = tuple([other for _, _, other in nearest])
    return found
