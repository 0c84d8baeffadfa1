"""Alignments of other programs: the ladder of hunalign, the groups of vecalign, and plain pairs of texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lisanayn.align.evidence import Evidence
from lisanayn.align.imports import Bead, Imported, ImportResult, body, sidecar_of
from lisanayn.align.sidecar_write import write_sidecar
from lisanayn.align.twofiles import align_texts
from lisanayn.model.article import Article, Header
from lisanayn.model.blocks import Paragraph
from lisanayn.model.inline import from_plain, plain
from lisanayn.problems import Location, Problem, error
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.sentences import split_sentences

_RUNG = re.compile(r"(\d{1,9})\t(\d{1,9})(?:\t.*)?")
_GROUP = re.compile(r"\[([\d, ]*)\]:\[([\d, ]*)\](?::.*)?")
_ENDING = re.compile(r"[.!?؟۔…]['\"”’»›)\]]*$")
_SENTENCES_PER_LINE = 0.7
"""Share of lines that must end like a sentence for the line ends to be taken as the author's sentence ends."""


def read_ladder(ladder: str, source: str, target: str, langs: tuple[str, str], path: str) -> ImportResult:
    """Two texts of one sentence a line, and their alignment as hunalign or vecalign writes it.

    hunalign: a rung a line, ``source<TAB>target<TAB>score``, lines counted from 0; the sentences between two rungs
    are a group. vecalign: ``[0, 1]:[0]:score``. Empty lines of the texts count, as they did there. ``path`` is the
    ladder's, for problems: lines that cannot be read, name no sentence, or are out of order.
    """
    lines, other_lines = (text.rstrip("\n").split("\n") for text in (source, target))
    beads, problems = _beads(ladder, (len(lines), len(other_lines)), path)
    if problems:
        return ImportResult(None, tuple(problems))
    return ImportResult(_imported(beads, lines, other_lines, langs), ())


def _beads(ladder: str, sizes: tuple[int, int], path: str) -> tuple[list[Bead], list[Problem]]:
    """The groups of a ladder, made complete: what it leaves out stands alone."""
    groups: list[tuple[int, Bead]] = []
    rungs: list[tuple[int, int, int]] = []
    problems: list[Problem] = []
    for number, line in enumerate(ladder.split("\n"), 1):
        line = line.strip()
        if not line:
            continue
        if match := _GROUP.fullmatch(line):
            one, other = (tuple([int(n) for n in re.findall(r"\d{1,9}", part)]) for part in match.groups())
            groups.append((number, (one, other)))
        elif match := _RUNG.fullmatch(line):
            rungs.append((number, int(match[1]), int(match[2])))
        else:
            hint = "hunalign writes '3<tab>2<tab>0.5' with -realign or no -text; vecalign writes '[3]:[2]:0.1'"
            problems.append(error("import-line", f"cannot read {line[:60]!r}", Location(path, number), hint))
    for (number, i, j), (_, i_end, j_end) in pairwise(rungs):
        if i_end < i or j_end < j:
            problems.append(_out_of_order(path, number))
        groups.append((number, (tuple(range(i, i_end)), tuple(range(j, j_end)))))
    if not problems:
        problems += _check(groups, sizes, path)
    return (_complete([bead for _, bead in groups], sizes) if not problems else []), problems


def _check(groups: Sequence[tuple[int, Bead]], sizes: tuple[int, int], path: str) -> list[Problem]:
    ends = [0, 0]
    for number, bead in groups:
        for side, positions in enumerate(bead):
            if not positions:
                continue
            if positions[-1] >= sizes[side]:
                message = f"there is no line {positions[-1]}; the text has lines 0 to {sizes[side] - 1}"
                return [error("import-line", message, Location(path, number), "give the texts that were aligned")]
            if positions[0] < ends[side] or list(positions) != list(range(positions[0], positions[-1] + 1)):
                return [_out_of_order(path, number)]
            ends[side] = positions[-1] + 1
    return []


def _out_of_order(path: str, number: int) -> Problem:
    hint = "groups must go forward in both texts"
    return error("import-line", "this group goes back behind the one before it", Location(path, number), hint)


def _complete(beads: Sequence[Bead], sizes: tuple[int, int]) -> list[Bead]:
    """The beads with those sentences that they leave out, each alone, in order."""
    complete: list[Bead] = []
    i = j = 0
    for one, other in (*beads, ((sizes[0],), (sizes[1],))):
        complete += [((n,), ()) for n in range(i, one[0] if one else i)]
        complete += [((), (n,)) for n in range(j, other[0] if other else j)]
        complete.append((one, other))
        i, j = (one[-1] + 1 if one else i), (other[-1] + 1 if other else j)
    return [bead for bead in complete[:-1] if bead[0] or bead[1]]


def _imported(beads: Sequence[Bead], source: Sequence[str], target: Sequence[str], langs: tuple[str, str]) -> Imported:
    """The texts without their empty lines, and the beads without them."""
    mine, theirs = ([n for n, line in enumerate(lines) if line.strip()] for lines in (source, target))
    place, other_place = ({n: at for at, n in enumerate(kept)} for kept in (mine, theirs))
    kept_beads = []
    for one, other in beads:
        left = tuple([place[n] for n in one if n in place])
        right = tuple([other_place[n] for n in other if n in other_place])
        if left or right:
            kept_beads.append((left, right))
    return Imported(
        *langs, body([[source[n] for n in mine]]), body([[target[n] for n in theirs]]), sidecar_of(kept_beads)
    )


def read_plain_pair(source: str, target: str, langs: tuple[str, str], evidence: Evidence) -> ImportResult:
    """Two plain texts, split into sentences and aligned; what is not one to one stands in the sidecar as guesses.

    An empty line ends a paragraph; in a text without one, every line is a paragraph. The lines of a paragraph are
    its sentences where most of them end like one, else they are only wrapped.
    """
    one, other = _article(source, langs[0]), _article(target, langs[1])
    story, translation = align_texts(one, other, evidence)
    sidecar = write_sidecar(story, translation)
    return ImportResult(Imported(*langs, body(_paragraphs(one)), body(_paragraphs(other)), sidecar), ())


def _paragraphs(article: Article) -> list[list[str]]:
    return [plain(block.text).split("\n") for block in article.blocks if isinstance(block, Paragraph)]


def _article(text: str, lang: str) -> Article:
    paragraphs = [part for part in re.split(r"\n[ \t\r]*\n", text) if part.strip()]
    if len(paragraphs) == 1:
        paragraphs = [line for line in text.split("\n") if line.strip()]
    blocks = [Paragraph(from_plain("\n".join(_sentences(part, lang))), n) for n, part in enumerate(paragraphs, 1)]
    return Article(lang, "import", lang, "wire", Header(sentences="lines"), tuple(blocks))


def _sentences(paragraph: str, lang: str) -> list[str]:
    lines = [" ".join(line.split()) for line in paragraph.split("\n") if line.strip()]
    ended = len([line for line in lines if _ENDING.search(line)])
    if len(lines) > 1 and ended >= _SENTENCES_PER_LINE * len(lines):
        return lines
    return list(split_sentences(" ".join(lines), LANGUAGES[lang]))
