"""Arabic words in Latin letters, for addresses: ``القديمة`` is ``al-qadima``.

Arabic does not write its short vowels, so that they are supplied by the shape of a syllable: a consonant that no vowel
follows and no syllable can take in gets an ``i`` behind a long vowel (``katib``) and an ``a`` elsewhere (``madrasa``).
That is wrong for many words (``kitab`` would be ``katab``) and still easier to read and remember than ``ktab``.
"""

from __future__ import annotations

import re

_CONSONANTS = {
    "ء": "", "ئ": "", "ع": "", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh",
    "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q",
    "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ڤ": "v", "ک": "k",
    "ہ": "h", "ھ": "h", "ٹ": "t", "ڈ": "d", "ڑ": "r", "ں": "n",
}  # fmt: skip
_VOWELS = {"ا": "a", "أ": "a", "آ": "a", "ٱ": "a", "إ": "i", "ؤ": "u", "ة": "a", "ى": "a", "ے": "e"}
_SHORT = frozenset("أإؤ")
_GLIDES = {"و": ("w", "u"), "ي": ("y", "i"), "ی": ("y", "i")}
_ARTICLE = re.compile("([وف]?)(لل|[بك]?[ٱا]ل)(?=..)")
_ARTICLES = {"لل": "lil", "ال": "al", "بال": "bil", "كال": "kal"}
_CONJUNCTIONS = {"": "", "و": "wa", "ف": "fa"}
_COMMON = {
    "من": "min", "عن": "an", "مع": "maa", "كل": "kull", "هل": "hal", "ثم": "thumma", "بن": "bin", "ابن": "ibn",
    "كيف": "kayf", "بين": "bayn", "غير": "ghayr", "يوم": "yawm", "بيت": "bayt", "أين": "ayn", "حول": "hawl",
    "فوق": "fawq", "تحت": "taht", "الله": "allah", "لله": "lillah", "محمد": "muhammad", "كتاب": "kitab",
    "عرب": "arab", "قلم": "qalam", "جبل": "jabal", "حلب": "halab", "عبد": "abd", "ليل": "layl", "عين": "ayn",
    "زيت": "zayt", "خبز": "khubz", "ملح": "milh", "كتب": "kutub",
}  # fmt: skip


def romanize(word: str) -> str:
    """An Arabic word without vowel marks in small Latin letters, its article parted from it by a hyphen.

    Letters of other scripts stay as they are.
    """
    if word in _COMMON:
        return _COMMON[word]
    match = _ARTICLE.match(word)
    if match:
        rest = word[match.end() :]
        article = _CONJUNCTIONS[match[1]] + _ARTICLES[match[2].replace("ٱ", "ا")]
        return f"{article.replace('aa', 'a')}-{_COMMON.get(rest) or _spelled(rest)}"
    return _spelled(word)


def _spelled(word: str) -> str:
    letters: list[str] = []
    vowel = ""  # the vowel just sounded: "short", "long", or none
    for number, letter in enumerate(word):
        ahead = word[number + 1 : number + 3]
        if letter in _VOWELS:
            letters.append(_VOWELS[letter])
            vowel = "short" if letter in _SHORT or number == 0 else "long"
        elif letter in _GLIDES and not _glides(ahead, number == 0 or bool(vowel)):
            letters.append("".join(reversed(_GLIDES[letter])) if ahead == "ة" else _GLIDES[letter][1])
            vowel = "long"
        elif letter in _GLIDES or letter in _CONSONANTS:
            letters.append(_GLIDES[letter][0] if letter in _GLIDES else _CONSONANTS[letter])
            supplied = "" if vowel == "short" or not _is_consonant(ahead) else "i" if vowel else "a"
            letters.append(supplied)
            vowel = "short" if supplied else ""
        else:
            letters.append(letter)
            vowel = ""
    text = "".join(letters)
    return text + "a" if len(word) == 1 else text


def _glides(ahead: str, at_edge: bool) -> bool:
    """Whether ``و`` or ``ي`` is a consonant: at the beginning, behind a vowel, or before one. In the endings ``ية`` and
    ``وة`` it is both, ``iy`` and ``uw``."""
    return at_edge or (ahead != "ة" and (ahead[:1] in _VOWELS or ahead[:1] in _GLIDES))


def _is_consonant(ahead: str) -> bool:
    """Whether the next letter will sound as a consonant behind another one."""
    return ahead[:1] in _CONSONANTS or (ahead[:1] in _GLIDES and _glides(ahead[1:], False))
