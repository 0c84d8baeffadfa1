"""How ids fare when a text is edited: five rounds of random edits to 5 % or 15 % of its sentences.

    python bench/align_ids.py

Edits are word swaps, insertions, deletions of words, rewording, splits, merges, moves, removals and new sentences.
After each round the lock is written, as an editor would. Every link into the first version is then followed:

    right     it leads to the sentence, or to the one that holds its words now
    reported  it leads elsewhere, or nowhere, and the build warned of it when that happened
    wrong     it leads to another sentence, and nobody was told
    lost      its sentence is there under another id; the link arrives where the old id stood
    gone      the sentence was taken out, and the link arrives where it stood
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import align_corpus as corpus  # noqa: E402  (the folder must be on the path first)

from lisanayn.align.ids import Identified, Lock, identify, read_lock, write_lock  # noqa: E402
from lisanayn.model.article import Article, Companion, Header  # noqa: E402
from lisanayn.model.blocks import Paragraph  # noqa: E402
from lisanayn.model.inline import from_plain  # noqa: E402
from lisanayn.model.story import Sentence, SplitBlock, Story  # noqa: E402


@dataclass(frozen=True)
class Tracked:
    """A sentence and the sentences of the first version whose words it holds."""

    words: tuple[str, ...]
    origins: tuple[int, ...]


def edit(text: list[Tracked], share: float, vocabulary: list[str], rng: random.Random) -> list[Tracked]:
    """One round: a share of the sentences is edited, each in one way."""
    text = list(text)
    for _ in range(max(1, round(share * len(text)))):
        at = rng.randrange(len(text))
        one = text[at]
        words = list(one.words)
        kind = rng.choice(("swap", "insert", "delete", "reword", "reword", "split", "merge", "move", "remove", "new"))
        if kind == "swap" and len(words) > 2:
            n = rng.randrange(len(words) - 1)
            words[n], words[n + 1] = words[n + 1], words[n]
            text[at] = replace(one, words=tuple(words))
        elif kind == "insert":
            for _ in range(rng.randint(1, 4)):
                words.insert(rng.randrange(len(words) + 1), rng.choice(vocabulary))
            text[at] = replace(one, words=tuple(words))
        elif kind == "delete" and len(words) > 4:
            for _ in range(rng.randint(1, max(1, len(words) // 4))):
                del words[rng.randrange(len(words))]
            text[at] = replace(one, words=tuple(words))
        elif kind == "reword":
            for _ in range(rng.randint(1, max(1, len(words) // 2))):
                words[rng.randrange(len(words))] = rng.choice(vocabulary)
            text[at] = replace(one, words=tuple(words))
        elif kind == "split" and len(words) > 7:
            cut = rng.randint(3, len(words) - 3)
            text[at : at + 1] = [replace(one, words=tuple(words[:cut])), Tracked(tuple(words[cut:]), ())]
        elif kind == "merge" and at + 1 < len(text):
            other = text[at + 1]
            text[at : at + 2] = [Tracked(one.words + other.words, one.origins + other.origins)]
        elif kind == "move":
            text.insert(rng.randrange(len(text)), text.pop(at))
        elif kind == "remove" and len(text) > 3:
            del text[at]
        elif kind == "new":
            text.insert(at, Tracked(tuple(rng.choices(vocabulary, k=rng.randint(6, 24))), ()))
    return text


def story(text: list[Tracked]) -> tuple[SplitBlock, ...]:
    sentences = tuple([Sentence("", from_plain(" ".join(one.words) + ".")) for one in text])
    return (SplitBlock(Paragraph((), 1), sentences),)


def lock_of(named: Identified) -> Lock:
    """The lock as the next build reads it: written and read, as text."""
    article = Article("content/x/ar.md", "x", "ar", "markdown", Header(), ())
    made = write_lock(Story("x", article, named.blocks, (), named.anchors))
    return read_lock(Companion("content/x/ar.ids", "x", "ar", "ids", made.encode()))[0]


def follow(first: list[Tracked], share: float, rng: random.Random, vocabulary: list[str]) -> Counter[str]:
    """Five rounds on one text; what became of each link."""
    text = first
    named = identify(story(text), Lock(), "content/x/ar.md")
    links = {f"s{n + 1}": n for n in range(len(first))}
    warned: set[str] = set()
    for _ in range(5):
        text = edit(text, share, vocabulary, rng)
        named = identify(story(text), lock_of(named), "content/x/ar.md")
        warned |= {problem.message.split()[0] for problem in named.problems}
    holds = {s.id: one.origins for s, one in zip(named.blocks[0].sentences, text, strict=True)}
    anchors = {anchor.id: anchor for anchor in named.anchors}
    alive = {origin for origins in holds.values() for origin in origins}
    fates: Counter[str] = Counter()
    for name, origin in links.items():
        anchor = anchors.get(name)
        landing = holds.get(name) if anchor is None else holds.get(anchor.before, ()) if anchor.merged else None
        if landing is None:
            fates["lost" if origin in alive else "gone"] += 1
        elif origin in landing:
            fates["right"] += 1
        else:
            fates["reported" if name in warned or (anchor and anchor.before in warned) else "wrong"] += 1
    return fates


def main() -> None:
    rng = random.Random(11)
    texts = [
        [Tracked(tuple(a.split()), (n,)) for n, (a, _) in enumerate(pairs)]
        for topic in corpus.stories(7, 10).values()
        for pairs in topic
    ]
    vocabulary = sorted({word for text in texts for one in text for word in one.words})
    print(f"{len(texts)} texts, {sum(map(len, texts))} links")
    print("edited   right  reported  wrong  lost   gone")
    for share in (0.05, 0.15):
        fates: Counter[str] = Counter()
        for text in texts:
            fates += follow(text, share, rng, vocabulary)
        total = sum(fates.values())
        cells = "  ".join(
            [f"{100 * fates[name] / total:5.1f}%" for name in ("right", "reported", "wrong", "lost", "gone")]
        )
        print(f"{share:5.0%}   {cells}")


if __name__ == "__main__":
    main()
