"""Folding: one key for all spellings of a word.

Two spellings that a reader takes for one have equal keys: with and without vowel marks, أ إ آ and ا, ى and ي, ة and ه, Persian
and Arabic kaf, ٣ and 3, É and e. Search, tags, agencies and slugs compare by this key; nothing shows it.
The page's script folds in the same way: ``tests/corpus/folding.tsv`` holds both to one table.

We use neither ``pyarabic.araby.normalize_alef`` nor ``normalize_hamza``: they turn إلى into الا and ءلى (0.6.15).
"""

from __future__ import annotations

import re
import unicodedata

# Combining marks of the scripts we read, the tatweel, and characters without width. Gone before NFD is asked for,
# so that no long run of marks is left for it: sorting one takes quadratic time.
_IGNORED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061c\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dd\u06df-\u06e8\u06ea-\u06ed\u08ca-\u08ff\u00ad\u034f\u180e\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]+"
)
# The sign of the Hijri year is written with a tatweel that is part of it.
_HIJRI = re.compile("(?<![\u0620-\u064a\u066e-\u06d3])ه\u0640(?![\u0620-\u064a\u066e-\u06d3])")
_HIJRI_SIGN = "\ue000"
_LETTERS = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
        "ى": "ي", "ی": "ي", "ئ": "ي", "ې": "ي", "ے": "ي", "ۓ": "ي",
        "ؤ": "و", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ۂ": "ه", "ۃ": "ه", "ھ": "ه", "ە": "ه",
        "ک": "ك", "ڪ": "ك", "ں": "ن",
        **{chr(0x660 + n): str(n) for n in range(10)}, **{chr(0x6F0 + n): str(n) for n in range(10)},
        "’": "'", "‘": "'", "ʼ": "'", "ʿ": "'", "ʾ": "'",
        "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """The key under which spelling variants meet; folding a key gives the same key.

    White space is one space, none at the ends. Linear in the length of any text.
    """
    if not text.isascii():
        if "ه\u0640" in text:
            text = _HIJRI.sub(_HIJRI_SIGN, text)
        text = _IGNORED.sub("", text).translate(_LETTERS)
        if not unicodedata.is_normalized("NFD", text):
            text = _IGNORED.sub("", unicodedata.normalize("NFD", text))
        text = text.replace(_HIJRI_SIGN, "ه\u0640")
    return " ".join(text.casefold().split())
