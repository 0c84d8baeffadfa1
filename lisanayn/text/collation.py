"""Collation: the order of names in a list, and the letter a name stands under.

The order is CLDR's, by its letters first, then by its accents and hamza seats, then by case; but an Arabic article is ignored,
as a reader of an index expects. Digits stand before letters, and the language's own letters before all others.
"""

from __future__ import annotations

import re
import unicodedata

from lisanayn.text.folding import fold
from lisanayn.text.lang import Lang
from lisanayn.text.normal import compose
from lisanayn.text.numbers import to_system

SortKey = tuple[str, str, str]

_ARABIC = (
    "اءأؤإئآٱ", "ب", "پ", "تة", "ٹ", "ث", "ج", "چ", "ح", "خ", "د", "ڈ", "ذ", "ر", "ڑ", "ز", "ژ", "س", "ش", "ص", "ض", "ط", "ظ",
    "ع", "غ", "ف", "ڤ", "ق", "كک", "گ", "ل", "م", "ن", "ں", "هہھ", "و", "يىی", "ے",
)  # fmt: skip
_HEBREW = ("א", "ב", "ג", "ד", "ה", "ו", "ז", "ח", "ט", "י", "כך", "ל", "מם", "נן", "ס", "ע", "פף", "צץ", "ק", "ר", "ש", "ת")
_LATIN = tuple("abcdefghijklmnopqrstuvwxyz")
_IGNORED = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f]+")
_SPELLED = str.maketrans({"æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "ð": "d"})

_tables: dict[str, dict[int, str]] = {}


def _table(lang: Lang) -> dict[int, str]:
    """Letter to a character whose code is its rank."""
    table = _tables.get(lang.code)
    if table is None:
        table = _tables[lang.code] = {}
        rank = 0xE000
        for letters in (*lang.alphabet, *_LATIN, *_HEBREW, *_ARABIC):
            rank += 1
            for letter in letters:
                table.setdefault(ord(letter), chr(rank))
    return table


def sort_key(text: str, lang: Lang) -> SortKey:
    """A key that sorts names in the language's order. Equal keys mean equal texts."""
    text = compose(text)
    bare = _bare(text, lang)
    return _plain(bare).translate(_table(lang)), bare, text


def _bare(text: str, lang: Lang) -> str:
    """The name as it is sorted: small letters, Latin digits, no marks of vowels, no article."""
    bare = " ".join(to_system(_IGNORED.sub("", text), "latn").casefold().split())
    for article in lang.article:
        if bare.startswith(article) and len(bare) > len(article) + 1:
            return bare[len(article) :]
    return bare


def _plain(bare: str) -> str:
    """Without the accents of Latin letters; Arabic letters keep their seats, which the table joins."""
    if bare.isascii():
        return bare
    return "".join([_base(letter) if letter < "\u0590" else letter for letter in bare.translate(_SPELLED)])


def _base(letter: str) -> str:
    return letter if letter.isascii() else unicodedata.normalize("NFD", letter)[0]


def initial(text: str, lang: Lang) -> str:
    """The letter a name stands under in an index: ``ا`` for الأردن, ``E`` for Écriture, ``#`` for 24 ساعة."""
    plain = _plain(_bare(compose(text), lang)).lstrip("\"'“‘«‹([ ")
    first = plain[:1]
    for letters in (*lang.alphabet, *_LATIN, *_HEBREW, *_ARABIC):
        if first and first in letters:
            return letters[0].upper()
    return "#"


__all__ = ["SortKey", "fold", "initial", "sort_key"]
