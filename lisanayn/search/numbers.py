"""A number for each story, and how many shards there are: what must not change when a story elsewhere does.

A story's number is the place of its slug in a table of slots four times as large as the site, the next free one
where two slugs want the same: a pure function of the set of slugs in which one more story moves hardly any other.
The table and the number of shards grow by doubling; only then is everything made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b

from lisanayn.record import record

_SMALLEST = 8
_SLOTS = 4
_STORIES_A_SHARD = 4
_MOST_SHARDS = 4096


@record
class Level:
    """The size of an index."""

    slots: int
    shards: int


def level_of(stories: int) -> Level:
    """The size for a number of stories."""
    size = _SMALLEST
    while size < stories:
        size *= 2
    return Level(size * _SLOTS, min(_MOST_SHARDS, max(1, size // _STORIES_A_SHARD)))


def number_stories(slugs: Iterable[str], slots: int) -> Mapping[str, int]:
    """Slug → number, from 0; every slug one of its own. ``slots`` must exceed the number of slugs."""
    wanted = sorted([(int.from_bytes(blake2b(slug.encode(), digest_size=8).digest()), slug) for slug in slugs])
    taken: dict[int, str] = {}
    for hashed, slug in wanted:
        slot = hashed % slots
        while slot in taken:
            slot = (slot + 1) % slots
        taken[slot] = slug
    return {slug: slot for slot, slug in sorted(taken.items())}
