"""The consonants of a name, comparable across scripts: ``ترامب`` and ``Trump`` share them, and so do their sentences.

Each letter stands for a class of sounds, coarse enough for the liberties of transliteration: vowels, half vowels and
throat sounds vanish, voiced and unvoiced pairs that scripts confuse are one class. A match of four or more
consonants seldom happens by chance; a match of fewer than three means nothing.
"""

from __future__ import annotations

import re

# class → letters: Arabic script (folded, with Persian and Urdu letters), Hebrew, Greek, Cyrillic, Latin
_CLASSES = {
    "p": "بپ" + "בפ" + "πψ" + "пб" + "bp",
    "t": "تطٹ" + "טת" + "τθ" + "т" + "t",
    "d": "دضڈ" + "ד" + "δ" + "д" + "d",
    "s": "ثسصزذظشژچ" + "זסצש" + "σςζ" + "зсцшщчж" + "sz",
    "k": "كقخ" + "כקח" + "κχξ" + "кх" + "kqcx",
    "g": "جغگ" + "ג" + "γ" + "г" + "gj",
    "r": "رڑ" + "ר" + "ρ" + "р" + "r",
    "l": "ل" + "ל" + "λ" + "л" + "l",
    "m": "م" + "מ" + "μ" + "м" + "m",
    "n": "ن" + "נ" + "ν" + "н" + "n",
    "f": "فڤ" + "φ" + "фв" + "fv",
}


class _Sounds(dict[int, str]):
    """For ``str.translate``: a letter without a class vanishes."""

    def __missing__(self, key: int) -> str:
        return ""


_SOUNDS = _Sounds((ord(letter), sound) for sound, letters in _CLASSES.items() for letter in letters)
_FINALS = str.maketrans("ךםןףץ", "כמנפצ")
# Pairs of Latin letters that write one sound.
_DIGRAPHS = (("ph", "f"), ("sh", "s"), ("ch", "s"), ("kh", "k"), ("gh", "g"), ("ce", "s"), ("ci", "s"), ("cy", "s"))
_DOUBLE = re.compile(r"(.)\1+")
_LATIN = re.compile("[a-z]")

SHORTEST = 3
"""Fewer consonants than this identify nothing."""


def consonants(word: str) -> str:
    """The classes of a folded word's consonants, doubled ones once; empty when there are none."""
    if _LATIN.match(word):
        for pair, letter in _DIGRAPHS:
            if pair in word:
                word = word.replace(pair, letter)
    else:
        word = word.translate(_FINALS)
    return _DOUBLE.sub(r"\1", word.translate(_SOUNDS))
