"""Which sentence of an edited text is which of the text before.

The same words: the same sentence, even if it moved. Else sentences are compared by their words in order (twice the
longest common subsequence over the sum of both lengths). From ``SURE`` on it is the same sentence; from ``PERHAPS``
on it keeps the id, and an editor is told; below, it is a new one. A sentence that was divided keeps the id on its first
part; of two that were joined the first keeps its id and the second's leads there. bench/align_ids.py measures how often
that is right after rounds of random edits.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lisanayn.record import record

SURE = 0.8
PERHAPS = 0.5
_CANDIDATES = 6
"""Sentences compared word by word for each sentence that changed: those that share most of its rarer words."""
_COMMON = 12
"""Changed sentences that may hold a word before it is too common to find candidates by."""
_GAIN = 0.1
"""By how much two sentences together must be closer than one, to be taken for a divided or a joined one."""
_LONGEST = 400
"""Words compared; the rest of a longer sentence is not looked at."""


@dataclass(slots=True)
class Matched:
    """What was found, by position, from 0."""

    same: dict[int, int] = field(default_factory=dict)
    """New sentence → old one whose id it keeps."""
    doubtful: dict[int, float] = field(default_factory=dict)
    """New sentence → overlap, where it keeps an id without being surely the same."""
    merged: dict[int, int] = field(default_factory=dict)
    """Old sentence → new one it went into, whose id is another's."""


def match_sentences(old: Sequence[str], new: Sequence[str]) -> Matched:
    """Matches two texts given as normalised sentences, in order. Time grows with their length, not its square."""
    found = Matched()
    _match_equal(old, new, found)
    kept = set(found.same.values())
    lost = [n for n in range(len(old)) if n not in kept]
    fresh = [n for n in range(len(new)) if n not in found.same]
    if lost and fresh:
        words, now = ([text.split()[:_LONGEST] for text in texts] for texts in (old, new))
        _match_changed(words, now, lost, fresh, found)
    return found


def _match_equal(old: Sequence[str], new: Sequence[str], found: Matched) -> None:
    """Equal sentences; of several equal ones those between the same neighbours first, then in their order."""
    places: dict[str, list[int]] = {}
    for n, text in enumerate(old):
        places.setdefault(text, []).append(n)
    wanted: dict[str, list[int]] = {}
    for n, text in enumerate(new):
        if text in places:
            wanted.setdefault(text, []).append(n)
    for text, news in wanted.items():
        if len(news) == len(places[text]):
            found.same.update(zip(news, places[text], strict=True))
    used = set(found.same.values())
    for text, news in wanted.items():
        olds = places[text]
        if len(news) == len(olds):
            continue
        for n in news:
            after = found.same.get(n - 1, -2) + 1
            before = found.same.get(n + 1, -2) - 1
            best = next((place for place in (after, before) if place in olds and place not in used), None)
            if best is not None:
                found.same[n] = best
                used.add(best)
        rest = [place for place in olds if place not in used]
        for n, place in zip([n for n in news if n not in found.same], rest, strict=False):
            found.same[n] = place
            used.add(place)


@record
class _Choice:
    """One way to explain a changed sentence."""

    overlap: float
    distance: int
    """How far the sentence would have moved."""
    new: tuple[int, ...]
    """One sentence, or the two parts of a divided one."""
    old: tuple[int, ...]
    """One sentence, or two that were joined."""

    def order(self) -> tuple[float, int, tuple[int, ...], tuple[int, ...]]:
        """The best first; positions decide between equals, so that the same texts always match alike."""
        return (-self.overlap, self.distance, self.new, self.old)


def _match_changed(
    old: Sequence[list[str]], new: Sequence[list[str]], lost: Sequence[int], fresh: Sequence[int], found: Matched
) -> None:
    """Sentences that changed, were divided or joined: the closest first, each sentence once."""
    free, unnamed = set(lost), set(fresh)
    choices = _choices(old, new, lost, fresh, sorted(found.same.items()))
    for choice in sorted(choices, key=_Choice.order):
        if not (unnamed.issuperset(choice.new) and free.issuperset(choice.old)):
            continue
        unnamed.difference_update(choice.new)
        free.difference_update(choice.old)
        found.same[choice.new[0]] = choice.old[0]
        found.merged.update(dict.fromkeys(choice.old[1:], choice.new[0]))
        if choice.overlap < SURE:
            found.doubtful[choice.new[0]] = choice.overlap


def _choices(
    old: Sequence[list[str]],
    new: Sequence[list[str]],
    lost: Sequence[int],
    fresh: Sequence[int],
    anchors: Sequence[tuple[int, int]],
) -> Iterator[_Choice]:
    """What may have become of sentences that went (``lost``), for those that came (``fresh``)."""
    holders: dict[str, list[int]] = {}
    for place in lost:
        for word in dict.fromkeys(old[place]):
            holders.setdefault(word, []).append(place)
    free, unnamed = set(lost), set(fresh)
    for n in fresh:
        expected = _expected(anchors, n)
        for place in sorted(_candidates(new[n], holders, lost, expected)):
            distance = abs(place - expected)
            single = overlap(old[place], new[n])
            if single >= PERHAPS:
                yield _Choice(single, distance, (n,), (place,))
            if n + 1 in unnamed:
                divided = overlap(old[place], new[n] + new[n + 1])
                if divided >= max(SURE, single + _GAIN):
                    yield _Choice(divided, distance, (n, n + 1), (place,))
            if place + 1 in free:
                joined = overlap(old[place] + old[place + 1], new[n])
                if joined >= max(SURE, single + _GAIN):
                    yield _Choice(joined, distance, (n,), (place, place + 1))


def _candidates(
    words: Sequence[str], holders: Mapping[str, Sequence[int]], lost: Sequence[int], expected: int
) -> set[int]:
    """Sentences that went, worth a comparison: those that share most rarer words, and those that stood near."""
    shared: Counter[int] = Counter()
    for word in dict.fromkeys(words):
        held = holders.get(word, ())
        if len(held) <= _COMMON:
            shared.update(held)
    near = bisect_left(lost, expected)
    return {place for place, _ in shared.most_common(_CANDIDATES)} | set(lost[max(near - 2, 0) : near + 3])


def _expected(anchors: Sequence[tuple[int, int]], n: int) -> int:
    """Where in the old text a new sentence would stand, by the last sentence before it that is known."""
    at = bisect_left(anchors, (n, -1))
    return anchors[at - 1][1] + n - anchors[at - 1][0] if at else n


def overlap(a: Sequence[str], b: Sequence[str]) -> float:
    """How many of the words of both stand in both in the same order, between 0 and 1."""
    if not a or not b:
        return 0.0
    return 2.0 * _common(a, b) / (len(a) + len(b))


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    """Length of the longest common subsequence: Hyyrö's bit-parallel form, one step a word of ``b``."""
    where: dict[str, int] = {}
    for n, word in enumerate(a):
        where[word] = where.get(word, 0) | 1 << n
    everything = (1 << len(a)) - 1
    row = everything
    for word in b:
        hit = row & where.get(word, 0)
        row = (row + hit) | (row - hit)
        row &= everything
    return len(a) - row.bit_count()
