"""Paragraphs of two texts side by side, between two headings or figures that pair.

Where the blocks answer each other by type and order, each pair is linked on its own. Where a translator joined,
divided, left out or added paragraphs, the whole run is linked sentence by sentence, and then cut again where
paragraphs begin: a paragraph that answers two is divided between them, and two are shown as one only where a group
reaches over the end of the first.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from lisanayn.align.groups import Guide, is_plain
from lisanayn.align.lengths import deviation
from lisanayn.align.links import Link, link_sentences, moved
from lisanayn.align.seams import Seams
from lisanayn.align.splitting import texts
from lisanayn.model.blocks import Block, Item, Paragraph, Quote, kind_of
from lisanayn.model.inline import Rich, Run
from lisanayn.model.story import BlockPair, Group, Sentence, SplitBlock
from lisanayn.record import record

_FAR = 16.0
"""Blocks pair by order if no two of them differ in length by more than four standard deviations, squared …"""
_RATHER_FAR = 6.25
"""… and at most one pair by more than two and a half."""
_PATTERN = 4
"""Changes in the numbers of sentences from block to block that two texts share only if one translates the other."""
_SETTLED = 0.8
"""Confidence from which a one-to-one group of two whole paragraphs needs no review."""
_SPACE = (Run(" "),)


@record
class Side:
    """The blocks of one text in a run."""

    blocks: tuple[SplitBlock, ...]
    """With sentences."""
    starts: tuple[int, ...]
    """Position of each block's first sentence in the run."""
    alone: tuple[tuple[int, SplitBlock], ...]
    """Blocks without sentences that have no partner, with the position of the sentence they stand before."""
    sentences: tuple[Sentence, ...]
    texts: tuple[str, ...]


def make_side(blocks: Sequence[SplitBlock]) -> Side:
    """The blocks of a run, those without sentences set apart."""
    prose: list[SplitBlock] = []
    starts: list[int] = []
    alone: list[tuple[int, SplitBlock]] = []
    sentences: list[Sentence] = []
    plain: list[str] = []
    for block in blocks:
        if not block.sentences:
            alone.append((len(sentences), block))
            continue
        prose.append(block)
        starts.append(len(sentences))
        sentences += block.sentences
        plain += texts(block)
    return Side(tuple(prose), tuple(starts), tuple(alone), tuple(sentences), tuple(plain))


def pair_run(source: Side, target: Side, stated: Sequence[Link], guide: Guide) -> list[BlockPair]:
    """The pairs of a run, in reading order. ``stated`` links count positions in the run."""
    in_order = [kind_of(b.block) for b in source.blocks] == [kind_of(b.block) for b in target.blocks]
    alike = in_order and _alike(source, target)
    if alike or (in_order and _plain(source, target, guide.ratio)):
        within = _share_out(source, target, stated)
        if within is not None:
            return _in_order(source, target, within, guide, alike)
    meant = frozenset(zip(source.starts[1:], target.starts[1:], strict=True)) if in_order else frozenset()
    breaks = _breaks(source), _breaks(target)
    seams = Seams(*breaks, meant, _kinds(source), _kinds(target))
    links = link_sentences(source.texts, target.texts, stated, guide, seams)
    return list(_arranged(source, target, _pieces(source, target, links, *breaks)))


def _alike(source: Side, target: Side) -> bool:
    """Whether the blocks of both sides have equally many sentences, one after the other, in a pattern that would not
    be met by chance: moved by one block the two would differ in ``_PATTERN`` places. Lengths of blocks say less."""
    counts = [len(block.sentences) for block in source.blocks]
    if counts != [len(block.sentences) for block in target.blocks]:
        return False
    return sum([one != next_one for one, next_one in pairwise(counts)]) >= _PATTERN


def _plain(source: Side, target: Side, expected: float) -> bool:
    """Whether the lengths of the blocks give no reason to doubt that they pair by order."""
    if len(source.blocks) < 2:
        return True
    sizes = [[sum(map(len, part)) for part in _block_texts(side)] for side in (source, target)]
    away = sorted([deviation(a * expected, b) for a, b in zip(*sizes, strict=True)])
    return away[-1] <= _FAR and away[-2] <= _RATHER_FAR


def _block_texts(side: Side) -> Iterator[tuple[str, ...]]:
    for start, block in zip(side.starts, side.blocks, strict=True):
        yield side.texts[start : start + len(block.sentences)]


def _breaks(side: Side) -> frozenset[int]:
    """Where blocks begin, except at the run's ends."""
    return frozenset([n for n in (*side.starts, *[at for at, _ in side.alone]) if 0 < n < len(side.sentences)])


def _kinds(side: Side) -> tuple[str, ...]:
    """The kind of block of each sentence."""
    return tuple([kind_of(block.block) for block in side.blocks for _ in block.sentences])


def _share_out(source: Side, target: Side, stated: Sequence[Link]) -> list[list[Link]] | None:
    """The stated links, block by block, each counted from its block; None when one does not stay in its pair."""
    shared: list[list[Link]] = [[] for _ in source.blocks]
    ends = [at + len(block.sentences) for at, block in zip(source.starts, source.blocks, strict=True)]
    other_ends = [at + len(block.sentences) for at, block in zip(target.starts, target.blocks, strict=True)]
    at = 0
    for link in stated:
        while at < len(ends) - 1 and (link.source_end > ends[at] or link.target_end > other_ends[at]):
            at += 1
        inside = source.starts[at] <= link.source and link.source_end <= ends[at]
        if not inside or link.target < target.starts[at] or link.target_end > other_ends[at]:
            return None
        shared[at].append(moved(link, -source.starts[at], -target.starts[at]))
    return shared


def _in_order(
    source: Side, target: Side, stated: Sequence[Sequence[Link]], guide: Guide, alike: bool
) -> list[BlockPair]:
    pieces = []
    for n, (a, b) in enumerate(zip(source.blocks, target.blocks, strict=True)):
        start, other = source.starts[n], target.starts[n]
        words, others = (
            source.texts[start : start + len(a.sentences)],
            target.texts[other : other + len(b.sentences)],
        )
        if not stated[n] and is_plain(words, others, guide.ratio, alike):
            # What links and ``make_groups`` would come to, for nearly every block of a site.
            groups = tuple([Group((one.id,), (number,)) for number, one in enumerate(a.sentences, 1)])
        else:
            groups = make_groups(link_sentences(words, others, stated[n], guide), a)
        pieces.append((start, other, BlockPair(a, b, groups)))
    return list(_arranged(source, target, pieces))


Piece = tuple[int, int, BlockPair]
"""Positions in the run where a pair begins, and the pair."""


def _pieces(
    source: Side, target: Side, links: Sequence[Link], source_breaks: frozenset[int], target_breaks: frozenset[int]
) -> Iterator[Piece]:
    """The linked run, cut where paragraphs begin and no link runs across."""
    cuts = _cuts(links, source_breaks, target_breaks)
    whole = {id(block) for block in (*source.blocks, *target.blocks)}
    # Where a sidecar speaks of the run, its silence about two equal blocks means one to one.
    sure = 0.0 if any(link.stated for link in links) else _SETTLED
    begin = 0
    for end in (*cuts, len(links)):
        part = links[begin:end]
        if not part:
            continue
        i, j = part[0].source, part[0].target
        a = carve(source, i, part[-1].source_end)
        b = carve(target, j, part[-1].target_end)
        if id(a) in whole and id(b) in whole and all(_settled(link, sure) for link in part):
            part = [replace(link, guessed=False) for link in part]
        yield i, j, BlockPair(a, b, make_groups([moved(link, -i, -j) for link in part], a))
        begin = end


def _settled(link: Link, sure: float) -> bool:
    """Whether a group found by search is as plain as if the counts of two blocks had been taken at their word."""
    return not link.stated and link.source_count == link.target_count == 1 and link.confidence >= sure


def _cuts(links: Sequence[Link], source_breaks: frozenset[int], target_breaks: frozenset[int]) -> list[int]:
    """How many links stand before each cut.

    A paragraph's beginning may be passed at several places, when one side has sentences that the other lacks there:
    then where the other side has a beginning too, else at the first.
    """
    at_source: dict[int, list[int]] = {}
    at_target: dict[int, list[int]] = {}
    for count, link in enumerate(links[1:], 1):
        if link.source in source_breaks:
            at_source.setdefault(link.source, []).append(count)
        if link.target in target_breaks:
            at_target.setdefault(link.target, []).append(count)
    chosen: set[int] = set()
    for counts in at_source.values():
        chosen.add(next((n for n in counts if links[n].target in target_breaks), counts[0]))
    for counts in at_target.values():
        if chosen.isdisjoint(counts):
            chosen.add(counts[0])
    return sorted(chosen)


def carve(side: Side, start: int, end: int) -> SplitBlock | None:
    """Some sentences of a run as one block: the file's own where they are the whole of it, else made of their words."""
    if start == end:
        return None
    parts = []
    for at in range(bisect_right(side.starts, start) - 1, bisect_left(side.starts, end)):
        part, begin = side.blocks[at], side.starts[at]
        parts.append((part, max(start - begin, 0), min(end - begin, len(part.sentences))))
    first, skipped, stop = parts[0]
    if len(parts) == 1 and stop - skipped == len(first.sentences):
        return first
    sentences = side.sentences[start:end]
    joins: list[int] = []
    count = 1
    for _, low, high in parts[:-1]:
        count += high - low
        joins.append(count)
    last, _, high = parts[-1]
    block = _reworded(first.block, _joined(sentences), skipped > 0, last.block if high == len(last.sentences) else None)
    return SplitBlock(block, sentences, skipped, tuple(joins))


def _joined(sentences: Sequence[Sentence]) -> Rich:
    runs: list[Run] = []
    for sentence in sentences:
        runs += _SPACE if runs else ()
        runs += sentence.text
    return tuple(runs)


def _reworded(block: Block, text: Rich, continued: bool, ending: Block | None) -> Block:
    """The block with other words. What stands at a block's end (who is quoted) is ``ending``'s, if that is there."""
    match block:
        case Paragraph():
            return replace(block, text=text)
        case Quote():
            return replace(block, text=text, attribution=ending.attribution if isinstance(ending, Quote) else ())
        case Item():
            first = block.first and not continued
            return replace(block, text=text, continued=block.continued or continued, first=first)
        case _:
            return block


def make_groups(links: Sequence[Link], source: SplitBlock | None) -> tuple[Group, ...]:
    """Links, counted from the beginning of a pair, as groups."""
    ids = [sentence.id for sentence in source.sentences] if source else []
    return tuple(
        [
            Group(
                tuple(ids[link.source : link.source_end]),
                tuple(range(link.target + 1, link.target_end + 1)),
                link.confidence, link.reviewed, link.stale, link.guessed,
            )
            for link in links
        ]
    )  # fmt: skip


def _arranged(source: Side, target: Side, pieces: Sequence[Piece] | Iterator[Piece]) -> Iterator[BlockPair]:
    """The pairs with the blocks that have no partner between them, each before the sentence it stood before."""
    alone = [list(source.alone), list(target.alone)]
    for i, j, pair in pieces:
        while alone[0] and alone[0][0][0] <= i:
            yield BlockPair(alone[0].pop(0)[1], None, ())
        while alone[1] and alone[1][0][0] <= j:
            yield BlockPair(None, alone[1].pop(0)[1], ())
        yield pair
    yield from [BlockPair(block, None, ()) for _, block in alone[0]]
    yield from [BlockPair(None, block, ()) for _, block in alone[1]]
