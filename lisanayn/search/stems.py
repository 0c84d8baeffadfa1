"""English words to a stem: plurals, -ed, -ing, possessives, and the two ways of spelling -ise and -our.

A light form of M. F. Porter's algorithm (Program 14, 1980, steps 1a to 1c and 5): nothing that makes another word of
a word is taken off (-ness, -ation, -ly, -er), because a reader who looks for a word wants that word. A stem need not
be a word. ``static/search.js`` has the twin.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

_VOWEL = re.compile("[aeiouy]")
_SHORT = re.compile("^[^aeiou]*[aeiouy][^aeiouwxy]$")
"""One syllable that ends consonant, vowel, consonant: hop, not help or open."""
_DOUBLE = re.compile(r"([b-df-hj-np-rtv-y])\1$")
_OUR = re.compile("(?<=[a-z]{2})our(?=$|ful|less|abl|it|hood|ist)")
_SIBILANT = re.compile("(?:ss|us|x|z|ch|sh)es$")


def stem(word: str, irregular: Mapping[str, str], fixed: Collection[str]) -> str:
    """The stem of a folded word in Latin letters."""
    word = irregular.get(word, word)
    if len(word) < 4 or word in fixed:
        return word
    return _ending(_past(_singular(word)))


def _singular(word: str) -> str:
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if _SIBILANT.search(word):
        return word[:-2]
    if word.endswith("oes") and len(word) > 5:
        return word[:-2]
    return word[:-1]


def _past(word: str) -> str:
    for suffix in ("ed", "ing"):
        rest = word.removesuffix(suffix)
        if rest == word:
            continue
        if word.endswith("ied"):
            return word[:-3] + "y" if len(word) > 4 else word[:-1]
        if (len(rest) < 3 and not (len(rest) == 2 and suffix == "ed")) or not _VOWEL.search(rest) or rest.endswith("e"):
            return word
        if _DOUBLE.search(rest) and len(rest) > 3:
            return rest[:-1]
        return rest + "e" if rest.endswith(("at", "bl", "iz", "is")) or _SHORT.search(rest) else rest
    return word


def _ending(word: str) -> str:
    """Endings that one word writes in several ways."""
    if len(word) > 3 and word.endswith("y") and word[-2] not in "aeiou":
        word = word[:-1] + "i"
    elif len(word) > 4 and word.endswith("ie"):
        word = word[:-1]
    if len(word) > 3 and word.endswith("e") and not _SHORT.search(word[:-1]):
        word = word[:-1]
    if len(word) > 4 and _DOUBLE.search(word):
        word = word[:-1]
    word = _OUR.sub("or", word)
    if len(word) > 4 and word.endswith("tr"):
        word = word[:-1] + "er"
    elif len(word) > 4 and word.endswith("is"):
        word = word[:-1] + "z"
    return word.replace("isation", "ization")
