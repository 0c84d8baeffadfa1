"""How long alignment takes, in milliseconds of processor time (the best of several rounds).

python bench/align_speed.py
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import align_corpus as corpus  # noqa: E402  (the folder must be on the path first)

from lisanayn.align.evidence import NO_EVIDENCE, Evidence  # noqa: E402
from lisanayn.align.groups import group_sentences, make_guide  # noqa: E402
from lisanayn.align.identity import match_sentences  # noqa: E402
from lisanayn.align.lexicon import learn_lexicon  # noqa: E402
from lisanayn.align.words import normalized  # noqa: E402


def best(action: Callable[[], object], rounds: int) -> float:
    """Milliseconds of the fastest of some rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return 1000 * min(times)


def sample(sentences: int, seed: int) -> corpus.Sample:
    """A text of about so many sentences, one in five joined or dropped."""
    rng = random.Random(seed)
    pairs = [pair for topic in corpus.stories(seed, 1 + sentences // 100).values() for story in topic for pair in story]
    return corpus.perturb(pairs[:sentences], corpus.ONE_IN_FIVE, rng)


def align(text: corpus.Sample, evidence: Evidence) -> object:
    guide = make_guide("ar", "en", sum(map(len, text.source)), sum(map(len, text.target)), evidence)
    return group_sentences(text.source, text.target, guide)


def main() -> None:
    pairs = [pair for topic in corpus.stories(3).values() for story in topic for pair in story]
    some = pairs[:620]
    print(f"lexicon from {len(some)} pairs        {best(lambda: learn_lexicon(some, 'ar', 'en'), 3):8.1f}")
    learned = Evidence(lexicons=(("ar", "en", learn_lexicon(some, "ar", "en")),))
    for size, rounds in ((30, 20), (400, 3)):
        text = sample(size, 5)
        for name, evidence in (("without lexicon", NO_EVIDENCE), ("with lexicon", learned)):
            took = best(lambda t=text, e=evidence: align(t, e), rounds)
            print(f"{len(text.source)} by {len(text.target)} {name:16} {took:8.1f}")
    for size in (500, 5000):
        old = [normalized(pairs[n % len(pairs)][0]) + f" {n}" for n in range(size)]
        new = [text + " x" if n % 5 == 0 else text for n, text in enumerate(old)]
        print(f"ids of {size} sentences       {best(lambda o=old, n=new: match_sentences(o, n), 3):8.1f}")


if __name__ == "__main__":
    main()
