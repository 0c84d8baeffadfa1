"""Text into terms: the words of a text as search tells them apart.

A term is a folded word (``text.folding``) that keeps what two of its letters tell: a last ة, which no pronoun can
be, and the seat of a hamza inside the word or on what would otherwise look like the article (ألسنة). Numbers are
written in Latin digits, without separators of thousands. ``static/search.js`` does the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lisanayn.text.folding import fold
from lisanayn.text.normal import compose, normalized

# Marks and signs without width: part of a word, whatever stands around them. As in ``text.folding``.
_UNSEEN = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
)
_LETTERS = rf"(?:[^\W_]++|[{_UNSEEN}]++)++"
_GERSHAYIM = "(?<=[\u05d0-\u05ea])[\"\u05f4”](?=[\u05d0-\u05ea])"
WORD = re.compile(rf"\d++(?:[.,٫٬،]\d++)+|{_LETTERS}(?:(?:['’‘`\u05f3]|{_GERSHAYIM}){_LETTERS})*")
"""A word or a number as it stands in a text."""

_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
COMPOUND = re.compile(
    rf"(?<![^\W_])(?:[{_LATIN}][{_LATIN}0-9]*(?:[-\u2010\u2011][{_LATIN}0-9]+)+"
    r"|[^\W\d_](?:\.[^\W\d_])+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+)(?![^\W_])"
)
"""What one text writes in pieces and another as one word: cease-fire, U.N., 1 000."""
# What compounds hold and few texts do: cheaper to look for, one by one, than a compound is.
_HYPHENS = ("-", "\u2010", "\u2011")
_DOTTED = re.compile(r"\.[^\W_]")
_SPACED = re.compile("[0-9٠-٩۰-۹][ \u00a0\u2009\u202f][0-9٠-٩۰-۹]")
_JOINTS = re.compile(r"[-\u2010\u2011. \u00a0\u2009\u202f]+")

_INSIDE = re.compile(_GERSHAYIM)
_HIDDEN = re.compile(f"[{_UNSEEN}]+")
_PIECES = re.compile(r"[a-z']*[a-z][0-9]+|[0-9]+|[^0-9]+")
# Letters by shape that the parsers leave, because they are read as words: ﷲ, ﷺ.
_SHAPES = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]+")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_DECIMAL = re.compile(r"[0-9]+[.,][0-9]+")
_NUMBER_SIGNS = str.maketrans("٫٬،", ".,,")
_NUMBER = re.compile(r"\d+(?:[.,٫٬،]\d+)+")
_TELLING = re.compile("[ةۃ]$|(?<!^)[أإؤئ]|[أإآ](?=ل)")
_KEPT = {"ة": "ة", "ۃ": "ة", "أ": "أ", "إ": "أ", "آ": "أ", "ؤ": "ؤ", "ئ": "ئ"}
_PLAIN = str.maketrans("ةأؤئךםןףץ", "هاويכמנפצ")
_SEATED = re.compile("[أؤئ]")
_SEATLESS = str.maketrans("ةأؤئ", "هءءء")
_HUNDRED = "ماءه"
_MOST_KNOWN = 1 << 18


def terms_of(text: str) -> list[str]:
    """The terms of a text, in reading order."""
    return [term for word in WORD.findall(text) for term in word_terms(word)]


def joined_of(text: str) -> list[str]:
    """The terms under which the compounds of a text are found as well: ceasefire, un, 1000. They stand beside the
    terms of its pieces, in no order with them."""
    if not (any(map(text.__contains__, _HYPHENS)) or _DOTTED.search(text) or _SPACED.search(text)):
        return []
    return [term for match in COMPOUND.finditer(text) for term in word_terms(_JOINTS.sub("", match[0]))]


@lru_cache(maxsize=_MOST_KNOWN)
def word_terms(word: str) -> tuple[str, ...]:
    """The terms of a match of ``WORD``: one, unless digits and letters are written together or it is a list of
    numbers."""
    if _NUMBER.fullmatch(word):
        return _numbers(fold(word.translate(_NUMBER_SIGNS)))
    if _SHAPES.search(word):
        return tuple(terms_of(_SHAPES.sub(lambda match: normalized(match[0], "NFKC"), word)))
    half = half_folded(word)
    pieces = _PIECES.findall(half) if any("0" <= letter <= "9" for letter in half) else [half]
    return tuple([piece for one in pieces if (piece := one.strip("'` "))])


def _numbers(text: str) -> tuple[str, ...]:
    if _THOUSANDS.fullmatch(text):
        return (text.replace(",", ""),)
    if _DECIMAL.fullmatch(text):
        return (text.replace(",", "."),)
    return tuple([part for part in re.split("[.,]", text) if part])


def half_folded(word: str) -> str:
    """A folded word that keeps a last ة and the seats of its hamzas."""
    word = _INSIDE.sub("", word)
    folded = fold(word).replace("\u0640", "").replace("`", "'")
    if folded.isascii():
        return folded
    bare = _HIDDEN.sub("", compose(word))
    if len(bare) != len(folded):
        return folded
    if not _TELLING.search(bare):
        return folded
    letters = list(folded)
    for match in _TELLING.finditer(bare):
        letters[match.start()] = _KEPT[match[0]]
    return "".join(letters)


def spelled(term: str) -> str:
    """A term wholly folded: two terms of one spelling are one word, however they were written. Hebrew letters lose
    the form they have at the end, where מסמכים loses its ending."""
    return term.translate(_PLAIN)


def seated(term: str) -> bool:
    """Whether a term has a hamza inside whose seat is known."""
    return _SEATED.search(term, 1) is not None


def spellings(term: str) -> tuple[str, ...]:
    """The spellings a term is found by: wholly folded, and where it has a hamza inside, with no seat under it: مسؤول
    and مسئول meet there. شئ is also شيء, and مائة is مئة."""
    folded = term.translate(_PLAIN)
    if not seated(term):
        return (folded,)
    bare = folded[0] + term[1:].translate(_SEATLESS)
    made = [folded, bare]
    if term.endswith("ئ"):
        made.append(bare[:-1].removesuffix("ي") + "يء")
    if _HUNDRED in bare:
        made.append(bare.replace(_HUNDRED, "مءه"))
    return tuple(made)
