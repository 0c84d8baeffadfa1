"""Collation: the order of names in a list, and the letter a name stands under.

The order is CLDR's: by letters first, then by accents and the seats of the hamza, then by case. Two things differ, as
readers of an index expect: the Arabic article is ignored, and so are quotation marks and brackets. Digits stand before
letters, and the language's own letters before all others.
"""

from __future__ import annotations

import re
import unicodedata

from lisanayn.text.lang import Lang
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.normal import compose
from lisanayn.text.numbers import to_system

SortKey = tuple[str, str, str]
"""Letters, then accents and seats of the hamza, then the text itself, its small letters before its capitals."""

_FIRST_RANK = 0x80
"""Ranks are characters, behind ASCII's digits and marks and before all letters no alphabet names."""

_IGNORED = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f"
    "\"'“”‘’«»‹›„()\\[\\]{}¿¡]+"
)
_SPELLED = str.maketrans({"æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "ð": "d"})
_DASHES = str.maketrans("‐‑‒–—−", "------")

_tables: dict[str, dict[int, str]] = {}


def _ranks(lang: Lang) -> dict[int, str]:
    """Letter to its rank: the language's own letters first, then the other alphabets we know."""
    ranks = _tables.get(lang.code)
    if ranks is None:
        ranks = _tables[lang.code] = {}
        alphabets = (lang.alphabet, *(other.alphabet for other in LANGUAGES.values()))
        for rank, letters in enumerate([letters for alphabet in alphabets for letters in alphabet], _FIRST_RANK):
            for letter in letters:
                ranks.setdefault(ord(letter), chr(rank))
    return ranks


def sort_key(text: str, lang: Lang) -> SortKey:
    """A key that sorts names in the order of the language."""
    accented = _accented(text, lang)
    plain = _plain(accented)
    for letter, letters in lang.long_letters:
        plain = plain.replace(letter, letters)
    return plain.translate(_ranks(lang)), accented, text.swapcase()


def initial(text: str, lang: Lang) -> str:
    """The letter a name stands under in an index: ``ا`` for الأردن, ``E`` for Écriture, ``#`` for 24 ساعة."""
    first = _plain(_accented(text, lang)).lstrip(" -.,")[:1]
    if first:
        for alphabet in (lang.alphabet, *(other.alphabet for other in LANGUAGES.values())):
            for letters in alphabet:
                if first in letters:
                    return letters[0].upper()
    return "#"


def _accented(text: str, lang: Lang) -> str:
    """The name as it is sorted: small letters, Latin digits, one kind of dash; no vowel marks, no quotation marks,
    no article. Latin accents stay."""
    text = compose(text)
    bare = " ".join(to_system(_IGNORED.sub("", text), "latn").translate(_DASHES).casefold().split())
    for article in lang.article:
        if bare.startswith(article) and len(bare) > len(article) + 1 and not bare.startswith(lang.article_exceptions):
            return bare[len(article) :]
    return bare


def _plain(accented: str) -> str:
    """The name without Latin accents. Arabic letters keep their seats, which the ranks join."""
    if accented.isascii():
        return accented
    spelled = accented.translate(_SPELLED)
    return "".join([letter if letter < "\x80" or letter > "\u024f" else _base(letter) for letter in spelled])


def _base(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]
