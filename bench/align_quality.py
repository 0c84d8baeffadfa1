"""How often groups are right: strict F1 on the development corpus, and how many errors the least confident groups hold.

    python bench/align_quality.py [--seeds N] [--content | --pairs FILE]

Strict: a group counts only if its sentences are exactly those of the truth. The lexicon is learned from forty stories
of other topics than those it is measured on. nltk's gale_church stands beside ours where nltk is installed; it is
no dependency of the project.

``--content`` measures on the sample articles of content/ instead: those of their groups that are one to one, joined and
dropped in the same way. ``--pairs`` measures on a file of your own: original, tab, translation, a pair a line, cut into
texts of fifteen sentences. Both without the lexicon.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import align_corpus as corpus  # noqa: E402  (the folder must be on the path first)

from lisanayn.align import make_story  # noqa: E402
from lisanayn.align.evidence import NO_EVIDENCE, Evidence  # noqa: E402
from lisanayn.align.exchange import aligned_groups  # noqa: E402
from lisanayn.align.groups import group_sentences, make_guide  # noqa: E402
from lisanayn.align.lexicon import learn_lexicon  # noqa: E402
from lisanayn.model.agency import AgencyTable  # noqa: E402
from lisanayn.model.article import Source, SourceKind  # noqa: E402
from lisanayn.parse import parse_source  # noqa: E402

try:
    from nltk.translate.gale_church import align_blocks
except ImportError:
    align_blocks = None

Answer = list[tuple[corpus.Bead, float]]
Aligner = Callable[[corpus.Sample], Answer]
LANGS = ("ar", "en")
LEVELS = {"one to one": corpus.NONE, "newspaper": corpus.NEWSPAPER, "one in five": corpus.ONE_IN_FIVE}


def ours(evidence: Evidence) -> Aligner:
    def align(sample: corpus.Sample) -> Answer:
        guide = make_guide(*LANGS, sum(map(len, sample.source)), sum(map(len, sample.target)), evidence)
        beads = group_sentences(sample.source, sample.target, guide).beads
        return [
            (
                (
                    tuple(range(b.source, b.source + b.source_count)),
                    tuple(range(b.target, b.target + b.target_count)),
                ),
                b.probability,
            )
            for b in beads
        ]

    return align


def nltks(sample: corpus.Sample) -> Answer:
    """nltk gives links between sentences; linked sentences are a group, the others stand alone."""
    links = align_blocks([len(s) for s in sample.source], [len(s) for s in sample.target])
    groups: list[tuple[set[int], set[int]]] = []
    for i, j in links:
        if groups and (i in groups[-1][0] or j in groups[-1][1]):
            groups[-1][0].add(i)
            groups[-1][1].add(j)
        else:
            groups.append(({i}, {j}))
    answer = [((tuple(sorted(a)), tuple(sorted(b))), 1.0) for a, b in groups]
    linked, other = ({n for group in groups for n in group[side]} for side in (0, 1))
    answer += [(((n,), ()), 1.0) for n in range(len(sample.source)) if n not in linked]
    answer += [(((), (n,)), 1.0) for n in range(len(sample.target)) if n not in other]
    return answer


def measure(stories: Sequence[list[corpus.Pair]], how: corpus.Perturbation, align: Aligner, seeds: int) -> str:
    """Strict F1; share of the wrong groups among the least confident tenth; milliseconds a story."""
    right = said = true = 0
    judged: list[tuple[float, float, bool]] = []
    spent = 0.0
    for seed in range(seeds):
        rng = random.Random(seed)
        for pairs in stories:
            sample = corpus.perturb(pairs, how, rng)
            start = time.process_time()
            answer = align(sample)
            spent += time.process_time() - start
            truth = set(sample.beads)
            for bead, confidence in answer:
                judged.append((confidence, rng.random(), bead in truth))
            right += len([bead for bead, _ in answer if bead in truth])
            said += len(answer)
            true += len(truth)
    judged.sort()
    wrong = len([one for one in judged if not one[2]])
    caught = len([one for one in judged[: len(judged) // 10] if not one[2]])
    share = f"{caught / wrong:.2f}" if wrong else "  – "
    return f"{2 * right / (said + true):.3f}  {share}  {1000 * spent / seeds / len(stories):5.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seeds", type=int, default=4)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--content", action="store_true")
    options = parser.parse_args()
    print(f"{'':12} {'aligner':24} strict  flag  ms")
    if options.pairs:
        lines = [line.split("\t") for line in options.pairs.read_text(encoding="utf-8").splitlines()]
        pairs = [(line[0], line[1]) for line in lines if len(line) > 1]
        texts = [pairs[n : n + 15] for n in range(0, len(pairs) - 14, 15)]
        report(texts, {"no lexicon": ours(NO_EVIDENCE)}, options.seeds)
        return
    if options.content:
        report(sample_articles(), {"no lexicon": ours(NO_EVIDENCE)}, options.seeds)
        return
    topics = corpus.stories(3)
    names = list(topics)
    held_out = [story for name in names[7:] for story in topics[name]]
    forty = [story for name in names[:7] for story in topics[name]][:40]
    lexicon = learn_lexicon([pair for story in forty for pair in story], *LANGS)
    learned = Evidence(lexicons=((*LANGS, lexicon),))
    report(held_out, {"no lexicon": ours(NO_EVIDENCE), "forty reviewed stories": ours(learned)}, options.seeds)


def sample_articles() -> list[list[corpus.Pair]]:
    """The sentence pairs of each article in content/ that has both languages."""
    files: dict[str, list[Source]] = {}
    for path in sorted((HERE.parent / "content").rglob("*.[mt][dx]*")):
        slug, _, lang = path.stem.rpartition(".") if "." in path.stem else (path.parent.name, "", path.stem)
        if lang in LANGS and path.suffix in (".md", ".txt"):
            kind: SourceKind = "markdown" if path.suffix == ".md" else "wire"
            files.setdefault(slug, []).append(Source(path.name, slug, lang, kind, path.read_bytes()))
    texts = []
    for sources in files.values():
        articles = [parse_source(source, AgencyTable((), ())).article for source in sources]
        story, _ = make_story(articles, (), LANGS, NO_EVIDENCE)
        for translation in story.translations if story else ():
            groups = [one for one in aligned_groups(translation) if len(one.target) == len(one.group.source) == 1]
            pairs = [(one.source_text, one.target_text) for one in groups]
            texts.append(pairs if story and story.original.lang == LANGS[0] else [(a, e) for e, a in pairs])
    return texts


def report(stories: Sequence[list[corpus.Pair]], aligners: dict[str, Aligner], seeds: int) -> None:
    if align_blocks:
        aligners = {**aligners, "nltk gale_church": nltks}
    for level, how in LEVELS.items():
        for name, align in aligners.items():
            print(f"{level:12} {name:24} {measure(stories, how, align, seeds)}")


if __name__ == "__main__":
    main()
