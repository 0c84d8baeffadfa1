"""Arabic letters and vowel marks: the only place that loads pyarabic.

Used from pyarabic 0.6.15, after NFC: ``strip_tashkeel``, ``strip_diacritics``, ``strip_tatweel``, ``trans.normalize_digits`` and the
constants of letters.

Not used, because they are wrong there: ``sentence_tokenize`` (see ``text.sentences``), ``normalize_alef`` and
``normalize_searchtext`` (ى becomes ا: موسى, موسا), ``normalize_ligature`` (loses the hamza of ﻷ), ``tokenize`` (cuts words at ZWNJ
and numbers at their decimal sign), ``order`` (hamza letters after ي), ``autocorrect`` (stops after 32 corrections),
``fix_spaces`` (3.5 becomes 3. 5), ``number`` (wrong gender, prints to the screen). ``is_vocalizedtext`` is true for a text with
a single shadda, which all newspapers print; ``is_vowelled`` counts instead.
"""

from __future__ import annotations

import re
import warnings
from types import ModuleType

from lisanayn.text.lang import DigitSystem
from lisanayn.text.normal import compose

_HARAKA = re.compile("[\u064b-\u0650\u0652\u0670]")
_LETTER = re.compile("[\u0621-\u063a\u0641-\u064a\u066e-\u06d3]")
_ANY_MARK = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u08ca-\u08ff]")
_LATER_MARKS = re.compile("[\u08ca-\u08ff\u06e5\u06e6]+")
# What newspapers leave out: all short vowels, the sukun, -un and -in, the dagger alef, Quranic signs.
_NOT_PRINTED = re.compile("[\u0610-\u061a\u064c-\u0650\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]+")
_ARTICLE_SHADDA = re.compile(
    "(?<![\u0621-\u064a\u064b-\u0652])([\u0648\u0641]?(?:[\u0628\u0643\u0644]?ال|لل)[\u062a-\u0646]?)\u0651"
)


def _araby() -> ModuleType:
    """pyarabic.araby, loaded at its first use and without the warnings of its old regular expressions."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pyarabic.araby as araby
    return araby


def strip_marks(text: str) -> str:
    """The text without vowel marks, Quranic signs and tatweel; letters, hamzas and the Hijri sign هـ stay."""
    if not _ANY_MARK.search(text):
        return text
    text = _LATER_MARKS.sub("", compose(text))
    araby = _araby()
    pieces = re.split("((?<![\u0621-\u064a])ه\u0640(?![\u0621-\u064a]))", str(araby.strip_diacritics(text)))
    return "".join([piece if number % 2 else str(araby.strip_tatweel(piece)) for number, piece in enumerate(pieces)])


def is_vowelled(text: str) -> bool:
    """Whether vowel marks stand on at least a third of the Arabic letters, shadda apart: a text to learn from,
    a poem, a verse. A newspaper's few marks do not make a text vowelled."""
    marks = len(_HARAKA.findall(text))
    return marks > 0 and marks * 3 >= len(_LETTER.findall(text))


def to_digits(text: str, system: DigitSystem) -> str:
    """The text with its digits in another system."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pyarabic.trans import normalize_digits
    out = {"latn": "west", "arab": "east", "arabext": "persian"}[system]
    return str(normalize_digits(text, source="all", out=out))


def press(text: str) -> str:
    """Newspaper Arabic: the shadda stays except after the article, and the final ‑an; all other marks go.

    ``مُعَرَّبٌ`` becomes ``معرّب``, ``قُرْصًا`` ``قرصًا``, ``الَّتِي`` ``التي``.
    """
    if not _ANY_MARK.search(text):
        return text
    return _ARTICLE_SHADDA.sub(r"\1", _NOT_PRINTED.sub("", text))
