"""What the aligner sees of a sentence: its length, its anchors and its words.

An anchor is something that should stand in both languages: a number, a Latin word, a name, a question mark. Each is
a key, equal on both sides, with the probability that a translator kept it in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from lisanayn.align.sounds import SHORTEST, consonants
from lisanayn.align.words import STEM_LETTERS, TOKEN, bare, stem
from lisanayn.text.common_words import COMMON_WORDS, LANGUAGES_OF_TABLE
from lisanayn.text.folding import fold
from lisanayn.text.languages import LANGUAGES

# How often each kind of anchor is kept by a translator, roughly; rounded, not fitted.
_NUMBER = 0.85
_NUMBER_WORD = 0.5
_NAME = 0.8
_MONTH = 0.8
_LATIN_WORD = 0.85
_SHARED_WORD = 0.5
_SOUNDS = {SHORTEST: 0.3, 4: 0.55}
_MANY_SOUNDS = 0.75
_QUESTION = 0.9
_EXCLAMATION = 0.7
_QUOTATION = 0.75
_BRACKET = 0.6
_FIRM = 0.8

_GROUPING = re.compile(r"[,٬.](?=\d{3}(?:\D|$))")
_CAPITALIZED = re.compile(r"\b[^\W\d_a-z]\w*")
_LATIN = re.compile("[a-z]")
_QUOTES = ("«", "“", '"', "„", "”", "»")

NameIndex = dict[str, tuple[tuple[tuple[str, ...], str], ...]]
"""First word of a folded name → (all its words, id of what it names)."""


@dataclass(frozen=True, slots=True)
class Features:
    """One sentence, as the aligner weighs it."""

    size: int
    """Length in characters, white space included."""
    anchors: dict[str, float]
    """Key → probability that the other language's sentence has the key too, given that it is anywhere near."""
    words: tuple[str, ...]
    """Stems, in order, numbers left out."""
    firm: tuple[str, ...]
    """Keys of the anchors that no translator leaves out of the whole text: numbers in digits, names of the tables,
    question marks, and Latin words in a text of another script."""


@lru_cache(maxsize=16)
def name_index(names: tuple[tuple[str, str], ...], lang: str) -> NameIndex:
    """The names that ``features`` looks for: (folded name, id) pairs, and the months of the language."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    months = [(fold(name), f"month {n}") for _, twelve in LANGUAGES[lang].months for n, name in enumerate(twelve)]
    for name, thing in [*names, *months]:
        words = tuple([bare(word) for word in TOKEN.findall(name)])
        if words:
            index.setdefault(words[0], []).append((words, thing))
    return {first: tuple(sorted(entries)) for first, entries in index.items()}


@lru_cache(maxsize=16)
def number_words(lang: str) -> dict[str, str]:
    """Stem of a number word → the number in digits, from the table of common words; empty without a column there."""
    if lang not in LANGUAGES_OF_TABLE:
        return {}
    column = LANGUAGES_OF_TABLE.index(lang)
    found: dict[str, str] = {}
    for line in COMMON_WORDS.strip().split("\n"):
        digits = [word for word in line.split() if word.isdigit()]
        if digits:
            words = line.split("|")[column].split()
            found.update({stem(fold(word)): digits[0] for word in words if not word.isdigit()})
    return found


def features(text: str, lang: str, names: NameIndex, same_script: bool) -> Features:
    """A sentence's features. ``same_script``: both texts are in one script, so that words of a kind may look alike."""
    tokens = TOKEN.findall(fold(text))
    anchors: dict[str, float] = {}
    words: list[str] = []
    latin = 0
    capitals = _capitalized(text)
    spelled = number_words(lang)
    cased = LANGUAGES[lang].sentence.cased
    for at, token in enumerate(tokens):
        if token[0].isdigit():
            anchors["#" + _value(token)] = _NUMBER
            continue
        root, word, in_latin = _facts(token)
        words.append(word)
        if root in names:
            _add_names(tokens, at, names[root], anchors)
        if word in spelled:
            anchors.setdefault("#" + spelled[word], _NUMBER_WORD)
        if same_script:
            if len(root) > 3:
                anchors["=" + root[:6]] = _SHARED_WORD
            continue
        if in_latin:
            latin += 1
            anchors["=" + root] = _LATIN_WORD
        if not cased or token in capitals:
            anchors.update(_sounds(token))
    _add_marks(text, anchors)
    # Latin words are foreign, and telling, only among words of another script.
    native = 2 * latin > len(words)
    firm = tuple([key for key, kept in anchors.items() if key[0] in ("#?@" if native else "#?@=") and kept >= _FIRM])
    return Features(len(text), anchors, tuple(words), firm)


@lru_cache(maxsize=1 << 15)
def _facts(token: str) -> tuple[str, str, bool]:
    """A folded word without its particles, its stem, and whether it is written in Latin letters."""
    root = bare(token)
    return root, root[:STEM_LETTERS], bool(_LATIN.match(root))


def _capitalized(text: str) -> frozenset[str]:
    """The folded words of a text that begin with a capital letter."""
    if text == text.lower():
        return frozenset()
    return frozenset([fold(word) for word in _CAPITALIZED.findall(text) if word[0].isupper()])


def _value(number: str) -> str:
    """``3,240``, ``3.240``, ``٣٬٢٤٠`` and ``3240`` alike; ``3.5``, ``3,5`` and ``3٫5`` alike.

    ``3.240`` as a decimal fraction is read as thousands; it is read so on both sides.
    """
    plain = _GROUPING.sub("", number).replace("٫", ".").replace(",", ".").replace("٬", ".")
    return plain[:-2] if plain.endswith(".0") else plain


def _add_names(
    tokens: Sequence[str], at: int, entries: Sequence[tuple[tuple[str, ...], str]], anchors: dict[str, float]
) -> None:
    for name, thing in entries:
        rest = tokens[at + 1 : at + len(name)]
        if len(rest) == len(name) - 1 and all(bare(a) == b for a, b in zip(rest, name[1:], strict=True)):
            anchors["@" + thing] = _MONTH if thing.startswith("month ") else _NAME


@lru_cache(maxsize=1 << 15)
def _sounds(token: str) -> tuple[tuple[str, float], ...]:
    """Keys for the consonants of a folded word, as it stands and without its particles."""
    keys = {consonants(form): None for form in (token, bare(token))}
    return tuple([("~" + key, _SOUNDS.get(len(key), _MANY_SOUNDS)) for key in keys if len(key) >= SHORTEST])


def _add_marks(text: str, anchors: dict[str, float]) -> None:
    if "?" in text or "؟" in text:
        anchors["?"] = _QUESTION
    if "!" in text:
        anchors["!"] = _EXCLAMATION
    if "(" in text:
        anchors["("] = _BRACKET
    if any(quote in text for quote in _QUOTES):
        anchors['"'] = _QUOTATION
