"""Folding: one key for all spellings of a word.

Two spellings that a reader takes for one have equal keys: with and without vowel marks, أ إ آ and ا, ى and ي, ة and ه,
Persian and Arabic kaf, ٣ and 3, É and e. Search, tags, agencies and slugs compare by this key; nothing shows it.
The page's script folds in the same way: ``tests/corpus/folding.tsv`` holds both to one table.

We use neither ``pyarabic.araby.normalize_alef`` nor ``normalize_hamza``: they turn إلى into الا and ءلى (0.6.15).
"""

from __future__ import annotations

import re
import unicodedata

from lisanayn.text.normal import normalized

# Combining marks of the scripts we read and characters without width.
_IGNORED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u064b-\u065f"
    "\u0670\u06d6-\u06dd\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0898-\u089f\u08ca-\u08ff"
    "\u00ad\u034f\u180e\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff"
    "\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]+"
)
# The sign of the Hijri year is an initial heh, shown as such by a tatweel that is part of it.
_HIJRI = re.compile("(?<![\u0620-\u064a\u066e-\u06d3])ه\u0640(?![\u0620-\u064a\u066e-\u06d3])")
_HIJRI_SIGN = "\ue000"
# The letters every Arabic text has: replacing them one by one is four times as fast as one translation.
_FREQUENT = (
    ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ة", "ه"), ("ى", "ي"), ("ئ", "ي"), ("ؤ", "و"), ("ی", "ي"), ("ک", "ك"),
)  # fmt: skip
_SELDOM = {
    "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ې": "ي", "ے": "ي", "ۓ": "ي", "ٸ": "ي", "ڪ": "ك", "ں": "ن",
    "ۀ": "ه", "ہ": "ه", "ۂ": "ه", "ۃ": "ه", "ھ": "ه", "ە": "ه",
    "’": "'", "‘": "'", "ʼ": "'", "ʿ": "'", "ʾ": "'", "\u05f3": "'",
    "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe",
    **{chr(zero + n): str(n) for zero in (0x660, 0x6F0) for n in range(10)},
}  # fmt: skip
_SELDOM_TABLE = str.maketrans(_SELDOM)
_ANY_SELDOM = re.compile(f"[{''.join(_SELDOM)}]")


def fold(text: str) -> str:
    """The key under which spelling variants meet; folding a key gives the same key.

    White space is one space, none at the ends. Linear in the length of any text.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    text = text.casefold()
    text = _IGNORED.sub("", text)
    if "\u0640" in text:
        text = _HIJRI.sub(_HIJRI_SIGN, text).replace("\u0640", "")
    for letter, plain in _FREQUENT:
        text = text.replace(letter, plain)
    if not unicodedata.is_normalized("NFD", text):
        text = _IGNORED.sub("", normalized(text, "NFD"))
    if _ANY_SELDOM.search(text):
        text = text.translate(_SELDOM_TABLE)
    return " ".join(text.replace(_HIJRI_SIGN, "ه\u0640").split())
