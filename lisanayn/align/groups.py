"""Sentences of two blocks into groups that translate each other.

Equal numbers are one to one, unless the texts contradict it loudly; anything else is a search (``dynamic``) guided by
lengths, anchors and words. The confidence of a group is how often such a group turned out right, see ``calibrate``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import exp, log

from lisanayn.align.anchors import Features, features, name_index
from lisanayn.align.dynamic import Bead, Found, find_beads
from lisanayn.align.evidence import Evidence, Lexicon
from lisanayn.align.lattice import Lattice, Shares
from lisanayn.align.lengths import background, deviation, fits, ratio
from lisanayn.align.lexicon import common_lexicon
from lisanayn.align.seams import NO_SEAMS, Seams
from lisanayn.align.weights import weigh
from lisanayn.record import record
from lisanayn.text.languages import LANGUAGES

_PLAIN_DEVIATION = 6.25
"""Lengths that differ by no more than two and a half standard deviations, squared, raise no question …"""
_PLAIN_BLOCK = 5
"""… in a block of no more sentences than this: a longer one has room for a join and a gap that make up for it."""
_TELLING_DEVIATION = 16.0
"""The same where the whole run has one shape on both sides: four standard deviations."""
_MEANT = 0.97
"""Probability, before anything is compared, that equal numbers were meant one to one."""
_SURE = 0.995
"""Confidence from which equal counts leave no question."""
_LONGER = 0.4
"""Logarithm of the ratio of two whole texts that languages alone may explain."""
_LONGEST_BLOCK = 4000
"""Sentences; a longer block is no block of an article, and is paired by position."""


@record
class Guide:
    """All that is the same for every block of two texts."""

    source_lang: str
    target_lang: str
    names: tuple[tuple[str, str], ...]
    """``Evidence.names``."""
    lexicon: Lexicon
    ratio: float
    """Characters of translation to expect for one of the original."""


def make_guide(source_lang: str, target_lang: str, source_size: int, target_size: int, evidence: Evidence) -> Guide:
    """The guide for two texts of so many characters, in two languages by their codes."""
    learned = evidence.lexicon(source_lang, target_lang)
    lexicon = learned if learned.table else common_lexicon(source_lang, target_lang)
    return Guide(
        source_lang,
        target_lang,
        evidence.names,
        lexicon,
        ratio(source_size, target_size, lexicon.ratio),
    )


@record
class Grouped:
    """The groups of two blocks' sentences, in order."""

    beads: tuple[Bead, ...]
    """The probability of each is its confidence."""
    guessed: bool
    """False where equal counts were taken at their word."""


def group_sentences(source: Sequence[str], target: Sequence[str], guide: Guide, seams: Seams = NO_SEAMS) -> Grouped:
    """The groups of two blocks (or, with ``seams``, of two runs of blocks): every sentence in exactly one."""
    rows, columns = len(source), len(target)
    if not rows or not columns:
        return Grouped(one_to_one(rows, columns, 1.0), False)
    if seams is NO_SEAMS and is_plain(source, target, guide.ratio):
        return Grouped(one_to_one(rows, columns, 1.0), False)
    if max(rows, columns) > _LONGEST_BLOCK:
        return Grouped(one_to_one(rows, columns, 0.0), True)
    return _search(source, target, guide, seams)


def one_to_one(rows: int, columns: int, confidence: float) -> tuple[Bead, ...]:
    """Pairs by position; what is left over on either side stands alone."""
    common = min(rows, columns)
    beads = [Bead(n, 1, n, 1, confidence) for n in range(common)]
    beads += [Bead(n, 1, common, 0, confidence) for n in range(common, rows)]
    beads += [Bead(common, 0, n, 1, confidence) for n in range(common, columns)]
    return tuple(beads)


def is_plain(source: Sequence[str], target: Sequence[str], expected: float, alike: bool = False) -> bool:
    """Whether two blocks have equally many sentences, whose lengths give no reason to doubt that they pair one to one.
    ``expected`` is the guide's ratio; ``alike``: whether all blocks around them have equally many, too."""
    if not 0 < len(source) == len(target) <= _PLAIN_BLOCK:
        return False
    most = _TELLING_DEVIATION if alike else _PLAIN_DEVIATION
    return all(deviation(len(one) * expected, len(other)) <= most for one, other in zip(source, target, strict=True))


def _search(source: Sequence[str], target: Sequence[str], guide: Guide, seams: Seams) -> Grouped:
    one, other = both_features(source, target, guide)
    said = weigh(one, other, guide.lexicon)
    sizes = tuple([f.size for f in one]), tuple([f.size for f in other])
    lattice = Lattice(*sizes, guide.ratio, shares(*sizes), said.evidence, said.base, said.source_base, seams)
    found = find_beads(lattice)
    if len(one) == len(other):
        return _weighed(found, lattice)
    return Grouped(tuple([_believed(bead, calibrated(bead.probability)) for bead in found.beads]), True)


def _believed(bead: Bead, probability: float) -> Bead:
    return Bead(bead.source, bead.source_count, bead.target, bead.target_count, probability)


def both_features(source: Iterable[str], target: Iterable[str], guide: Guide) -> tuple[list[Features], list[Features]]:
    """The features of two runs of sentences."""
    same_script = LANGUAGES[guide.source_lang].script == LANGUAGES[guide.target_lang].script
    one, other = name_index(guide.names, guide.source_lang), name_index(guide.names, guide.target_lang)
    return (
        [features(text, guide.source_lang, one, same_script) for text in source],
        [features(text, guide.target_lang, other, same_script) for text in target],
    )


def _weighed(found: Found, lattice: Lattice) -> Grouped:
    """For equal counts: one to one, or what the search found, whichever is likelier; the confidence allows for both."""
    count = len(lattice.source_sizes)
    against = found.log_total - _log_one_to_one(lattice) + log((1.0 - _MEANT) / _MEANT)
    meant = 1.0 / (1.0 + exp(min(against, 700.0)))
    pairs = {bead.source: bead.probability for bead in found.beads if _on_diagonal(bead)}
    if meant >= 0.5:
        sure = [meant + (1.0 - meant) * pairs.get(n, 0.0) for n in range(count)]
        return Grouped(tuple([Bead(n, 1, n, 1, 1.0 if c > _SURE else c) for n, c in enumerate(sure)]), False)
    beads = []
    for bead in found.beads:
        probability = (1.0 - meant) * calibrated(bead.probability) + (meant if _on_diagonal(bead) else 0.0)
        beads.append(_believed(bead, probability))
    return Grouped(tuple(beads), True)


def _on_diagonal(bead: Bead) -> bool:
    return bead.source == bead.target and bead.source_count == bead.target_count == 1


# (probability from the search, share of such groups that are right): measured on the development corpus, rounded.
_MEASURED = ((0.0, 0.2), (0.3, 0.55), (0.5, 0.65), (0.65, 0.74), (0.8, 0.83), (0.95, 0.95), (1.0, 1.0))


def calibrated(probability: float) -> float:
    """How often a group of such a probability was right. Larger in, larger out."""
    for (x0, y0), (x1, y1) in pairwise(_MEASURED):
        if probability <= x1:
            return y0 + (y1 - y0) * (probability - x0) / (x1 - x0)
    return 1.0


def shares(source: Sequence[int], target: Sequence[int]) -> Shares:
    """How often each shape of group is expected, from the lengths of all sentences.

    The more the counts differ, the more joins and gaps there must be; and where one text is much the longer, gaps.
    """
    rows, columns = len(source), len(target)
    unlike = min(max((abs(rows - columns) + 1.5) / max(rows, columns), 0.08), 0.25)
    longer = log(max(sum(target), 1) / max(sum(source), 1))
    missing = 1.0 - exp(-max(abs(longer) - _LONGER, 0.0))
    omitted, added = (missing, 0.0) if longer < 0 else (0.0, missing)
    joins, gaps, rare = 0.35 * unlike, 0.1 * unlike, 0.03 * unlike
    return (
        1.0 - unlike - 0.5 * missing, gaps + 0.5 * omitted, gaps + 0.5 * added, joins, joins, rare, rare, rare,
    )  # fmt: skip


def _log_one_to_one(lattice: Lattice) -> float:
    """Logarithm of the weight of pairing by position, were no other shape possible, in the measure of the search."""
    total = 0.0
    densities = background(lattice.target_sizes)
    for n, (size, other) in enumerate(zip(lattice.source_sizes, lattice.target_sizes, strict=True)):
        (density,) = fits(max(size, 1) * lattice.ratio, [max(other, 1)])
        factor = lattice.evidence[0][n].get(n, lattice.base[n]) * lattice.source_base[n]
        total += log(factor * density / densities[n])
    return total
