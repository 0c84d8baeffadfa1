"""What a sidecar says of two texts, checked against them: links that the aligner must keep, and what is wrong."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from itertools import compress, pairwise

from lisanayn.align.links import ANYWHERE, Link
from lisanayn.align.sidecar import Section, Sidecar, SidecarLine, wording_of
from lisanayn.align.splitting import texts
from lisanayn.model.blocks import BlockKind, kind_of
from lisanayn.model.story import SplitBlock
from lisanayn.problems import Location, Problem, error, warning
from lisanayn.record import record


@record
class Prose:
    """The blocks of a text that have sentences, and their sentences through the whole text."""

    kinds: tuple[BlockKind, ...]
    starts: tuple[int, ...]
    """Position of each block's first sentence, from 0, and after the last block the number of all sentences."""
    ids: tuple[str, ...]
    texts: tuple[str, ...]

    def block_of(self, position: int) -> int:
        """Number, from 0, of the block that a sentence stands in."""
        low, high = 0, len(self.kinds)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.starts[middle] <= position else (low, middle)
        return low

    def blocks_of(self, start: int, end: int) -> range:
        """Numbers of the blocks that some sentences stand in; none for no sentences."""
        return range(self.block_of(start), self.block_of(end - 1) + 1) if start < end else range(0)

    def half_done(self, positions: set[int]) -> set[int]:
        """Numbers of the blocks of which some sentences are among these, and some are not."""
        found = set()
        for block, (start, end) in enumerate(pairwise(self.starts)):
            count = len([n for n in range(start, end) if n in positions])
            if 0 < count < end - start:
                found.add(block)
        return found


def prose(blocks: Sequence[SplitBlock]) -> Prose:
    """The blocks with sentences of one text."""
    kinds: list[BlockKind] = []
    starts = [0]
    ids: list[str] = []
    plain: list[str] = []
    for block in blocks:
        if block.sentences:
            kinds.append(kind_of(block.block))
            ids += [sentence.id for sentence in block.sentences]
            plain += texts(block)
            starts.append(len(ids))
    return Prose(tuple(kinds), tuple(starts), tuple(ids), tuple(plain))


@record
class Stated:
    """The links of a sidecar that hold."""

    links: tuple[Link, ...]
    """In order, counted through the whole of both texts."""
    lines: tuple[int, ...]
    """Where each of them is written."""
    problems: tuple[Problem, ...]


Partners = Mapping[int, Sequence[int]]
"""For a block of the original the blocks of the translation beside it, all by number, from 0."""


def check_sidecar(
    sidecar: Sidecar, path: str, source: Prose, target: Prose, gone: frozenset[str], partners: Partners
) -> Stated:
    """The links of a sidecar, and one problem for each line of a person's that does not fit the texts.

    ``gone`` are ids that sentences had and have no more. ``partners`` serve headers that name no block of the
    translation. A machine's lines that do not fit any more are dropped without a word: they are guessed anew.
    """
    return _Checker(path, source, target, gone, partners).check(sidecar)


class _Checker:
    """Walks through a sidecar once. Kept only for that walk."""

    def __init__(self, path: str, source: Prose, target: Prose, gone: frozenset[str], partners: Partners) -> None:
        self._path = path
        self._source, self._target = source, target
        self._gone = gone
        self._partners = partners
        self._places = {name: n for n, name in enumerate(source.ids)}
        self._links: list[Link] = []
        self._last = Link(0, 0, 0, 0)
        """Ends where the links so far end."""
        self._lines: list[int] = []
        self._problems: list[Problem] = []

    def check(self, sidecar: Sidecar) -> Stated:
        for section in sidecar.sections:
            found = self._blocks(section)
            if found is not None:
                first, numbers = found
                starts = self._target.starts
                positions = [n for block in numbers for n in range(starts[block], starts[block + 1])]
                for line in section.lines:
                    self._line(line, first, positions)
        self._forget_unfitting()
        self._incomplete(sidecar)
        return Stated(tuple(self._links), tuple(self._lines), tuple(self._problems))

    def _forget_unfitting(self) -> None:
        """Drops a machine's lines about blocks that have other sentences now than when it wrote them."""
        half, other_half = self._unfinished()
        stays = [
            not link.guessed
            or (
                half.isdisjoint(self._source.blocks_of(link.source, link.source_end))
                and other_half.isdisjoint(self._target.blocks_of(link.target, link.target_end))
            )
            for link in self._links
        ]
        self._links = list(compress(self._links, stays))
        self._lines = list(compress(self._lines, stays))

    def _unfinished(self) -> tuple[set[int], set[int]]:
        """Blocks of both texts of which some sentences are in a group, and some are not."""
        left = {n for link in self._links for n in range(link.source, link.source_end)}
        right = {n for link in self._links for n in range(link.target, link.target_end)}
        return self._source.half_done(left), self._target.half_done(right)

    def _blocks(self, section: Section) -> tuple[int, Sequence[int]] | None:
        """Position where the section's block begins (anywhere, for an added one), and the translation's blocks."""
        at = Location(self._path, section.line)
        first = ANYWHERE
        if section.first:
            named = (section.first, *[name for line in section.lines for name in line.source])
            known = next((self._places[name] for name in named if name in self._places), -1)
            if known < 0:
                self._unknown(section.first, at, bool([line for line in section.lines if line.mark != "?"]))
                return None
            first = self._source.starts[self._source.block_of(known)]
        if section.blocks is None:
            return first, self._partners.get(self._source.block_of(first), ()) if first >= 0 else ()
        wrong = [n for n in section.blocks if not 0 < n <= len(self._target.kinds)]
        if wrong:
            hint = f"its blocks with sentences are p1 to p{len(self._target.kinds)}"
            self._problems.append(error("sidecar-number", f"the translation has no block p{wrong[0]}", at, hint))
            return None
        return first, [n - 1 for n in section.blocks]

    def _unknown(self, name: str, at: Location, by_person: bool) -> None:
        if name in self._gone:
            if by_person:
                hint = "take the line out, or write it for the sentence that stands there now"
                self._problems.append(warning("sidecar-stale", f"the sentence {name!r} is gone", at, hint))
            return
        close = difflib.get_close_matches(name, self._source.ids, n=1)
        hint = f"did you mean {close[0]!r}?" if close else "the ids stand in the original's .ids file"
        self._problems.append(error("sidecar-id", f"there is no sentence {name!r}", at, hint))

    def _line(self, line: SidecarLine, first: int, positions: Sequence[int]) -> None:
        at = Location(self._path, line.line)
        by_person = line.mark != "?"
        unknown = [name for name in line.source if name not in self._places]
        if unknown:
            if by_person:
                self._unknown(unknown[0], at, True)
            return
        wrong = [n for n in line.target if not 0 < n <= len(positions)]
        if wrong:
            if by_person:
                hint = f"the sentences of the block beside it are numbered 1 to {len(positions)}"
                self._problems.append(error("sidecar-number", f"there is no sentence {wrong[0]} there", at, hint))
            return
        link = self._link(line, first, positions, at)
        last = self._last
        if link is None:
            message = "names sentences that do not stand side by side"
        elif (0 <= link.source < last.source_end) or (0 <= link.target < last.target_end):
            message = "goes back behind a line before it, or names a sentence twice"
        else:
            self._links.append(link)
            self._lines.append(line.line)
            self._last = Link(max(link.source_end, last.source_end), 0, max(link.target_end, last.target_end), 0)
            return
        if by_person:
            hint = "write the groups in the order of the text, each sentence once"
            self._problems.append(error("sidecar-order", f"{_named(line)} {message}", at, hint))

    def _link(self, line: SidecarLine, first: int, positions: Sequence[int], at: Location) -> Link | None:
        """The link of a line; None when its sentences are no neighbours.

        Reviewed sentences that moved within the translation are found again by their wording. What stands against
        nothing stands behind the last link of the same block, or anywhere if there is no block.
        """
        left = [self._places[name] for name in line.source]
        right = [positions[n - 1] for n in line.target]
        if not _neighbours(left) or not _neighbours(right):
            return None
        i = left[0] if left else max(self._last.source_end, first) if first >= 0 else ANYWHERE
        j = right[0] if right else max(self._last.target_end, positions[0]) if positions else ANYWHERE
        reviewed, stale = line.mark == "!", False
        if reviewed and line.wording:
            one, other = line.wording.split(".")
            if wording_of([self._source.texts[n] for n in left]) != one:
                stale = True
            elif right and wording_of([self._target.texts[n] for n in right]) != other:
                again = self._found_again(other, right)
                stale, j = again is None, j if again is None else again
        if stale:
            message = f"{_named(line)} was reviewed, and its words have changed since"
            hint = "read it again, and leave '!' alone behind it if it is right"
            self._problems.append(warning("sidecar-stale", message, at, hint))
        return Link(
            i, len(left), j, len(right), line.confidence, reviewed and not stale, stale, line.mark == "?", stated=True
        )

    def _found_again(self, wording: str, right: Sequence[int]) -> int | None:
        """Where the reviewed words stand now, in the same block; None when nowhere or not only there."""
        block = self._target.block_of(right[0])
        start, end = self._target.starts[block], self._target.starts[block + 1]
        size = len(right)
        starts = [n for n in range(start, end - size + 1) if wording_of(self._target.texts[n : n + size]) == wording]
        return starts[0] if len(starts) == 1 else None

    def _incomplete(self, sidecar: Sidecar) -> None:
        """A sentence that a person's section leaves out is named; the aligner guesses where it goes."""
        left = {n for link in self._links for n in range(link.source, link.source_end)}
        by_line = dict(zip(self._lines, self._links, strict=True))
        for section in sidecar.sections:
            own = [by_line[line.line] for line in section.lines if line.line in by_line]
            sources = [link.source for link in own if link.source_count and not link.guessed]
            if not sources:
                continue
            block = self._source.block_of(sources[0])
            missing = [n for n in range(self._source.starts[block], self._source.starts[block + 1]) if n not in left]
            if missing:
                message = f"no group of this block holds {', '.join([self._source.ids[n] for n in missing[:5]])}"
                hint = "add a line for it; until then its place is guessed"
                self._problems.append(warning("sidecar-missing", message, Location(self._path, section.line), hint))


def _neighbours(positions: Sequence[int]) -> bool:
    return all(b == a + 1 for a, b in pairwise(positions))


def _named(line: SidecarLine) -> str:
    return repr(f"{' '.join(line.source) or '-'} = {' '.join(map(str, line.target)) or '-'}")
