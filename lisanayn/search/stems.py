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
_SIBILANT = re.compile("(?:ss|us|x|zz|ch|sh)es$")


def stems(word: str, irregular: Mapping[str, Collection[str]], fixed: Collection[str]) -> tuple[str, ...]:
    """The stems of a folded word in Latin letters: one, unless it is a form of two words."""
    bases = irregular.get(word)
    if bases is None and len(word) > 3 and word not in fixed:
        word = _singular(word)
        bases = irregular.get(word)
    return tuple([_stem(base, fixed) for base in bases or (word,)])


def _stem(word: str, fixed: Collection[str]) -> str:
    return word if len(word) < 4 or word in fixed else _ending(_past(word))


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
        if suffix == "ing" and len(rest) > 2 and rest.endswith(("ee", "oe", "ye")):
            return rest
        if (len(rest) < 3 and not (len(rest) == 2 and suffix == "ed")) or not _VOWEL.search(rest) or rest.endswith("e"):
            return word
        if _DOUBLE.search(rest) and len(rest) > 3:
            return rest if len(rest) == 4 and rest.endswith("ll") else rest[:-1]
        if len(rest) > 5 and rest.endswith("ick"):
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
    elif len(word) > 4 and word.endswith(("is", "lys")):
        word = word[:-1] + "z"
    return word.replace("isation", "ization")
