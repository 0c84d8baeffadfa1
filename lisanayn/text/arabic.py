"""Arabic letters and vowel marks: the only module that loads pyarabic, and only when a text has marks.

Used from pyarabic 0.6.15, behind NFC: ``strip_diacritics``, ``strip_tatweel`` and ``trans.normalize_digits``. Each is
tested here, since the library has had no release since 2022.

Not used, because they are wrong there:

* ``sentence_tokenize``: see ``text.sentences``
* ``strip_tashkeel``: leaves the dagger alef and the Quranic signs; ``strip_diacritics`` takes both
* ``normalize_alef``, ``normalize_searchtext``: ى becomes ا, so that موسى is موسا; see ``text.folding``
* ``normalize_ligature``: loses the hamza of ﻷ; see ``text.normal``
* ``is_vocalizedtext``: true for a text with one fatha; ``is_vowelled`` counts
* ``tokenize``: cuts words at ZWNJ, and 3.5 in two
* ``order``: letters with hamza behind ي; see ``text.collation``
* ``autocorrect``, ``fix_spaces``, ``number``: stop after 32 places, part 3. 5, print to the screen
"""

from __future__ import annotations

import importlib
import re
import warnings
from types import ModuleType

from lisanayn.text.lang import DigitSystem
from lisanayn.text.normal import compose

_SHORT_VOWEL = re.compile("[\u064b-\u0650\u0652\u0670]")
_LETTER = re.compile("[\u0621-\u063a\u0641-\u064a\u066e\u066f\u0671-\u06d3]")
_ANY_MARK = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08ca-\u08ff]")
_LATER_MARKS = re.compile("[\u06e5\u06e6\u08ca-\u08ff]+")  # younger than pyarabic, or letters to it
_HIJRI_SIGN = re.compile("((?<![\u0620-\u064a])ه\u0640(?![\u0620-\u064a]))")
# What newspapers leave out: the short vowels, the sukun, -un and -in, the dagger alef, the signs of the Quran.
_NOT_PRINTED = re.compile(
    "[\u0610-\u061a\u064c-\u0650\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]+"
)
# The shadda behind the article shows only how the article is spoken: الشّمس, والّتي, للرّجل, اللّه.
_ARTICLE_SHADDA = re.compile(
    "(?<![\u0621-\u064a\u064b-\u0652])((?:[وف]?[بك]?ال|[وف]?لل)[تثدذرزسشصضطظلن]?)\u0651"
)

_PYARABIC_DIGITS: dict[DigitSystem, str] = {"latn": "west", "arab": "east", "arabext": "persian"}


def _pyarabic(module: str) -> ModuleType:
    """A module of pyarabic, loaded without the warnings about its old regular expressions."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module(f"pyarabic.{module}")


def strip_marks(text: str) -> str:
    """The text without vowel marks, Quranic signs and tatweel; letters, hamzas and the Hijri sign هـ stay."""
    if not _ANY_MARK.search(text):
        return text
    araby = _pyarabic("araby")
    bare: str = araby.strip_diacritics(_LATER_MARKS.sub("", compose(text)))
    pieces = _HIJRI_SIGN.split(bare)  # every second piece is the sign
    return "".join([piece if number % 2 else araby.strip_tatweel(piece) for number, piece in enumerate(pieces)])


def is_vowelled(text: str) -> bool:
    """Whether short vowels stand on at least a third of the Arabic letters: a text to learn from, a poem, a verse.

    The few marks of a newspaper do not make a text vowelled.
    """
    marks = len(_SHORT_VOWEL.findall(text))
    return marks > 0 and marks * 3 >= len(_LETTER.findall(text))


def to_digits(text: str, system: DigitSystem) -> str:
    """The text with its digits in one system: pyarabic's answer to ``numbers.to_system``, which does the same without
    loading a library."""
    digits: str = _pyarabic("trans").normalize_digits(text, source="all", out=_PYARABIC_DIGITS[system])
    return digits


def press(text: str) -> str:
    """Newspaper Arabic: the shadda stays except behind the article, and the final ‑an; all other marks go.

    ``مُعَرَّبٌ`` becomes ``معرّب``, ``قُرْصًا`` ``قرصًا``, ``الَّتِي`` ``التي``. The page's switch for vowel marks does the same.
    """
    if not _ANY_MARK.search(text):
        return text
    return _ARTICLE_SHADDA.sub(r"\1", _NOT_PRINTED.sub("", text))
