"""Words as the aligner counts them: folded, without the particles written in front of them, cut to their beginning.

An inflected language scatters a word over many forms, and a site's few hundred reviewed sentences are too few to
learn each. The first five letters, after ``و ف ب ل ك ال`` where the script has them, join most forms of a word;
that they also join some strangers costs less (measured in bench/align_quality.py).
"""

from __future__ import annotations

import re
from functools import lru_cache

from lisanayn.text.folding import fold

TOKEN = re.compile(r"\d+(?:[.,٫٬]\d+)*+|[^\W\d_]+")
"""Numbers with their separators, and words; applied to folded text."""

STEM_LETTERS = 5
# Conjunction, preposition and article of Arabic; harmless in the other languages of the script, whose words are
# cut alike on every occurrence. At least two letters must remain.
_PARTICLES = re.compile("(?:[وف](?=...))?(?:[بك]?ال(?=..)|لل(?=..)|[بلك](?=...))?+")
_ARABIC_LETTER = re.compile("[\u0620-\u064a]")


@lru_cache(maxsize=1 << 15)
def bare(word: str) -> str:
    """A folded word without the particles written together with it."""
    if not _ARABIC_LETTER.match(word):
        return word
    match = _PARTICLES.match(word)
    return word[match.end() :] if match else word


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """What a folded word is counted as."""
    return bare(word)[:STEM_LETTERS]


def normalized(text: str) -> str:
    """A sentence's words and numbers, folded, with one space between: equal for spellings that read alike.

    A sentence of signs alone is its signs.
    """
    folded = fold(text)
    return " ".join(TOKEN.findall(folded)) or folded
