"""Sentences of two blocks into groups that translate each other.

Equal numbers are one to one, unless the texts contradict it loudly; anything else is a search (``dynamic``) guided by
lengths, anchors and words. The confidence of a group is how often such a group turned out right, see ``calibrate``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, log

from lisanayn.align.anchors import NameIndex, features, name_index
from lisanayn.align.dynamic import Bead, Found, Lattice, Shares, find_beads
from lisanayn.align.evidence import Evidence, Lexicon
from lisanayn.align.lengths import background, deviation, fits, ratio
from lisanayn.align.lexicon import common_lexicon
from lisanayn.align.weights import weigh
from lisanayn.text.languages import LANGUAGES

_PLAIN_DEVIATION = 6.25
"""Lengths that differ by no more than two and a half standard deviations, squared, raise no question …"""
_PLAIN_BLOCK = 5
"""… in a block of no more sentences than this: more leave room for a join and a gap that make the counts equal again."""
_MEANT = 0.97
"""Probability, before anything is compared, that equal numbers were meant one to one."""
_LONGEST_BLOCK = 4000
"""Sentences; a longer block is no block of an article, and is paired by position."""


@dataclass(frozen=True, slots=True)
class Guide:
    """All that is the same for every block of two texts."""

    source_lang: str
    target_lang: str
    source_names: NameIndex
    target_names: NameIndex
    lexicon: Lexicon
    ratio: float
    """Characters of translation to expect for one of the original."""


def make_guide(source_lang: str, target_lang: str, source_size: int, target_size: int, evidence: Evidence) -> Guide:
    """The guide for two texts of so many characters, in two languages by their codes."""
    learned = evidence.lexicon(source_lang, target_lang)
    return Guide(
        source_lang,
        target_lang,
        name_index(evidence.names, source_lang),
        name_index(evidence.names, target_lang),
        learned if learned.table else common_lexicon(source_lang, target_lang),
        ratio(source_size, target_size),
    )


def group_sentences(source: Sequence[str], target: Sequence[str], guide: Guide) -> tuple[Bead, ...]:
    """The groups of two blocks' sentences, in order; the probability of each is its confidence."""
    rows, columns = len(source), len(target)
    if rows == columns and _plain([len(s) for s in source], [len(s) for s in target], guide.ratio):
        return one_to_one(rows, columns, 1.0)
    if max(rows, columns) > _LONGEST_BLOCK:
        return one_to_one(rows, columns, 0.0)
    if not rows or not columns:
        return one_to_one(rows, columns, 1.0)
    return _search(source, target, guide)


def one_to_one(rows: int, columns: int, confidence: float) -> tuple[Bead, ...]:
    """Pairs by position; what is left over on either side stands alone."""
    common = min(rows, columns)
    beads = [Bead(n, 1, n, 1, confidence) for n in range(common)]
    beads += [Bead(n, 1, common, 0, confidence) for n in range(common, rows)]
    beads += [Bead(common, 0, n, 1, confidence) for n in range(common, columns)]
    return tuple(beads)


def _plain(source: Sequence[int], target: Sequence[int], expected: float) -> bool:
    """Whether the lengths of equally many sentences give no reason to doubt that they pair one to one."""
    return len(source) <= _PLAIN_BLOCK and all(deviation(a * expected, b) <= _PLAIN_DEVIATION for a, b in zip(source, target, strict=True))


def _search(source: Sequence[str], target: Sequence[str], guide: Guide) -> tuple[Bead, ...]:
    same_script = LANGUAGES[guide.source_lang].script == LANGUAGES[guide.target_lang].script
    one = [features(text, guide.source_lang, guide.source_names, same_script) for text in source]
    other = [features(text, guide.target_lang, guide.target_names, same_script) for text in target]
    evidence, base = weigh(one, other, guide.lexicon.table, guide.lexicon.known)
    lattice = Lattice(
        tuple([f.size for f in one]), tuple([f.size for f in other]), guide.ratio, shares(len(one), len(other)), evidence, base
    )
    found = find_beads(lattice)
    return _weighed(found, lattice) if len(one) == len(other) else found.beads


def _weighed(found: Found, lattice: Lattice) -> tuple[Bead, ...]:
    """For equal counts: one to one, or what the search found, whichever is likelier; the confidence allows for both."""
    count = len(lattice.source_sizes)
    against = found.log_total - _log_one_to_one(lattice) + log((1.0 - _MEANT) / _MEANT)
    meant = 1.0 / (1.0 + exp(min(against, 700.0)))
    pairs = {bead.source: bead.probability for bead in found.beads if _on_diagonal(bead)}
    if meant >= 0.5:
        sure = [meant + (1.0 - meant) * pairs.get(n, 0.0) for n in range(count)]
        return tuple([Bead(n, 1, n, 1, confidence) for n, confidence in enumerate(sure)])
    return tuple(
        [
            replace(bead, probability=(meant if _on_diagonal(bead) else 0.0) + (1.0 - meant) * bead.probability)
            for bead in found.beads
        ]
    )


def _on_diagonal(bead: Bead) -> bool:
    return bead.source == bead.target and bead.source_count == bead.target_count == 1


def shares(rows: int, columns: int) -> Shares:
    """How often each shape of group is expected: the more the counts differ, the more joins and gaps."""
    unlike = min(max((abs(rows - columns) + 1.5) / max(rows, columns, 1), 0.08), 0.25)
    return (
        1.0 - unlike, 0.1 * unlike, 0.1 * unlike, 0.35 * unlike, 0.35 * unlike, 0.04 * unlike, 0.03 * unlike, 0.03 * unlike,
    )  # fmt: skip


def _log_one_to_one(lattice: Lattice) -> float:
    """Logarithm of the weight of pairing by position, were no other shape possible, in the measure of the search."""
    total = 0.0
    densities = background(lattice.target_sizes)
    for n, (size, other) in enumerate(zip(lattice.source_sizes, lattice.target_sizes, strict=True)):
        (density,) = fits(max(size, 1) * lattice.ratio, [max(other, 1)])
        total += log(lattice.evidence[0][n].get(n, lattice.base[n]) * density / densities[n])
    return total
