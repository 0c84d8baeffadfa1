"""A translation beside its original: what the sidecar states, and the aligner for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lisanayn.align.evidence import Evidence
from lisanayn.align.groups import Guide
from lisanayn.align.ids import Identified
from lisanayn.align.links import ANYWHERE, Link
from lisanayn.align.pairing import counts_differ, guide_for, pair_articles
from lisanayn.align.sidecar import Sidecar, read_sidecar
from lisanayn.align.stated import Partners, Prose, Stated, check_sidecar, prose
from lisanayn.model.article import Article, Companion
from lisanayn.model.story import BlockPair, SplitBlock, Translation
from lisanayn.problems import Location, Problem, error


@dataclass(frozen=True, slots=True)
class Divided:
    """A translation as it is before it is put beside its original."""

    article: Article
    blocks: tuple[SplitBlock, ...]
    """Its own, with their sentences."""
    sidecar: Companion | None = None


def must_search(original: Identified, lang: str, text: Divided, evidence: Evidence) -> bool:
    """Whether it is certain, before anything is searched for, that ``make_translation`` has to. False says nothing."""
    if text.sidecar is not None:
        return False
    guide = guide_for(original.blocks, text.blocks, (lang, text.article.lang), evidence)
    return counts_differ(original.blocks, text.blocks, guide)


def make_translation(
    original: Identified, lang: str, text: Divided, evidence: Evidence
) -> tuple[Translation, tuple[Problem, ...]]:
    """The translation in pairs of blocks and groups of sentences. ``lang`` is the original's language code."""
    article, blocks, sidecar = text.article, text.blocks, text.sidecar
    guide = guide_for(original.blocks, blocks, (lang, article.lang), evidence)
    if sidecar is None:
        return Translation(article, pair_articles(original.blocks, blocks, (), guide)), ()
    read, problems = read_sidecar(sidecar)
    source, target = prose(original.blocks), prose(blocks)
    gone = frozenset([anchor.id for anchor in original.anchors])
    partners = _partners(read, original.blocks, blocks, guide) if _asks(read) else {}
    stated = check_sidecar(read, sidecar.path, source, target, gone, partners)
    pairs = pair_articles(original.blocks, blocks, stated.links, guide)
    across = _across(stated, source, target, pairs, sidecar.path)
    return Translation(article, pairs), (*problems, *stated.problems, *across)


def _asks(sidecar: Sidecar) -> bool:
    """Whether a header leaves it to us to know the block beside its own."""
    return any(section.blocks is None for section in sidecar.sections)


def _partners(sidecar: Sidecar, source: Sequence[SplitBlock], target: Sequence[SplitBlock], guide: Guide) -> Partners:
    """For each block of the original the blocks of the translation beside it, as if there were no sidecar."""
    own, other = prose(source), prose(target)
    if own.kinds == other.kinds:
        return {n: (n,) for n in range(len(own.kinds))}
    found: dict[int, list[int]] = {}
    i = j = 0
    for pair in pair_articles(source, target, (), guide):
        mine = len(pair.source.sentences) if pair.source else 0
        theirs = len(pair.target.sentences) if pair.target else 0
        if mine and theirs:
            beside = range(other.block_of(j), other.block_of(j + theirs - 1) + 1)
            for block in range(own.block_of(i), own.block_of(i + mine - 1) + 1):
                found.setdefault(block, []).extend([n for n in beside if n not in found.get(block, [])])
        i, j = i + mine, j + theirs
    return found


def _across(stated: Stated, source: Prose, target: Prose, pairs: Sequence[BlockPair], path: str) -> list[Problem]:
    """A problem for each stated group that could not be kept: it reaches over a heading or a figure that pairs."""
    made = set()
    j = 0
    for pair in pairs:
        for group in pair.groups:
            made.add((group.source, tuple([n - 1 + j for n in group.target])))
        j += len(pair.target.sentences) if pair.target else 0
    problems = []
    for link, line in zip(stated.links, stated.lines, strict=True):
        if (_ids(link, source), _numbers(link)) not in made and not link.guessed:
            message = "this group reaches over a heading or a figure, or contradicts the order of the blocks"
            hint = "put the blocks of both texts in the same order, or divide the group"
            problems.append(error("sidecar-order", message, Location(path, line), hint))
    return problems


def _ids(link: Link, source: Prose) -> tuple[str, ...]:
    return source.ids[link.source : link.source_end] if link.source != ANYWHERE else ()


def _numbers(link: Link) -> tuple[int, ...]:
    return tuple(range(link.target, link.target_end)) if link.target != ANYWHERE else ()
