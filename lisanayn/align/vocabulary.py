"""The words of a language as the aligner counts them: what each of them anchors, found once.

A site has a few ten thousand words and a few million of their occurrences; whatever can be said of a word by itself is
remembered here, and ``anchors`` looks only at what the words of a sentence say together.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lisanayn.align.sounds import SHORTEST, consonants
from lisanayn.align.words import STEM_LETTERS, TOKEN, bare, stem
from lisanayn.text.common_words import COMMON_WORDS, LANGUAGES_OF_TABLE
from lisanayn.text.folding import fold
from lisanayn.text.languages import LANGUAGES

# How often each kind of anchor is kept by a translator, roughly; rounded, not fitted.
_NUMBER = 0.85
NUMBER_WORD = 0.5
_NAME = 0.8
_MONTH = 0.8
_LATIN_WORD = 0.85
_SHARED_WORD = 0.5
_SOUNDS = {SHORTEST: 0.3, 4: 0.55}
_MANY_SOUNDS = 0.75

_GROUPING = re.compile(r"[,٬.](?=\d{3}(?:\D|$))")
_CAPITALIZED = re.compile(r"\b[^\W\d_a-z]\w*")
_LATIN = re.compile("[a-z]")

NameIndex = dict[str, tuple[tuple[tuple[str, ...], str], ...]]
"""First word of a folded name → (all its words, id of what it names)."""

_indexes: dict[tuple[int, str], tuple[tuple[tuple[str, str], ...], NameIndex]] = {}
_MOST_INDEXES = 16


def name_index(names: tuple[tuple[str, str], ...], lang: str) -> NameIndex:
    """The names that ``features`` looks for: (folded name, id) pairs, and the months of the language.

    Remembered for the very tuple: to hash a site's thousand names costs more than to read a sentence. The tuple is kept
    with its index, so that no other can come to have its ``id``.
    """
    known = _indexes.get((id(names), lang))
    if known is None:
        if len(_indexes) >= _MOST_INDEXES:
            _indexes.clear()
        known = _indexes[id(names), lang] = names, _name_index(names, lang)
    return known[1]


@lru_cache(maxsize=16)
def _name_index(names: tuple[tuple[str, str], ...], lang: str) -> NameIndex:
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


class Token(NamedTuple):
    """A token, as every sentence of a language counts it."""

    token: str
    """Folded; a word or a number."""
    root: str
    """Without its particles; a number as it is."""
    stem: str
    """Empty for a number."""
    names: tuple[tuple[tuple[str, ...], str], ...]
    """The names that begin with it."""
    spelled: str
    """The key of the number it spells; empty for most."""
    keys: tuple[tuple[str, float], ...]
    """What it anchors wherever it stands, with how often a translator keeps it."""
    if_capital: tuple[tuple[str, float], ...]
    """What it anchors only in a sentence where it stands with a capital letter."""
    latin: bool
    """Whether it is a Latin word in a text whose partner is in another script."""


class Word(NamedTuple):
    """What stands between two white spaces."""

    tokens: tuple[Token, ...]
    stems: tuple[str, ...]
    latin: int
    """How many of its tokens are Latin words."""
    keys: tuple[tuple[str, float], ...]
    """All that it anchors, but for names of several words; not to be used where ``careful``."""
    careful: bool
    """Whether that depends on what stands around it: it may spell a number, or begin a name of several words."""
    follows: frozenset[str]
    """Where it is ``careful`` for such names only: the roots, one of which must be next for any of them."""
    capitals: tuple[str, ...]
    """The folded words in it that begin with a capital."""
    odd: bool
    """Whether one of these is no token of it."""


class Vocabulary(dict[str, Word]):
    """Every piece of text without white space, once it was seen.

    No token holds white space, and folding looks at nothing beyond it; so the tokens of a text are those of its pieces,
    and a piece that was seen before costs a look-up.
    """

    def __init__(self, lang: str, names: NameIndex, same_script: bool) -> None:
        super().__init__()
        self._names = names
        self._spelled = number_words(lang)
        self._cased = LANGUAGES[lang].sentence.cased
        self._same_script = same_script

    def __missing__(self, text: str) -> Word:
        if len(self) >= _MOST_WORDS:
            self.clear()
        tokens = tuple([self._token(token) for token in TOKEN.findall(fold(text))])
        capitals = _capitalized(text) if self._cased else ()
        keys: list[tuple[str, float]] = []
        follows: set[str] = set()
        for one in tokens:
            keys += [name_key(thing) for name, thing in one.names if len(name) == 1]
            follows.update([name[1] for name, _ in one.names if len(name) > 1])
            keys += one.keys
            keys += one.if_capital if one.token in capitals else ()
        word = self[text] = Word(
            tokens,
            tuple([one.stem for one in tokens if one.stem]),
            sum([one.latin for one in tokens]),
            tuple(keys),
            bool(follows) or any(one.spelled for one in tokens),
            frozenset(follows) if len(tokens) == 1 and not tokens[0].spelled else frozenset(),
            capitals,
            not {one.token for one in tokens}.issuperset(capitals),
        )
        return word

    def _token(self, token: str) -> Token:
        if token[0].isdigit():
            return Token(token, token, "", (), "", (("#" + _value(token), _NUMBER),), (), False)
        root = bare(token)
        word = root[:STEM_LETTERS]
        names = self._names.get(root, ())
        spelled = "#" + self._spelled[word] if word in self._spelled else ""
        if self._same_script:
            shared = (("=" + root[:6], _SHARED_WORD),) if len(root) > 3 else ()
            return Token(token, root, word, names, spelled, shared, (), False)
        latin = bool(_LATIN.match(root))
        foreign = (("=" + root, _LATIN_WORD),) if latin else ()
        sounds = _sounds(token)
        if self._cased:
            return Token(token, root, word, names, spelled, foreign, sounds, latin)
        return Token(token, root, word, names, spelled, (*foreign, *sounds), (), latin)


_MOST_WORDS = 1 << 15
_vocabularies: dict[tuple[int, str, bool], Vocabulary] = {}
"""By the identity of the names, which each holds on to; see ``name_index``."""


def vocabulary(lang: str, names: NameIndex, same_script: bool) -> Vocabulary:
    """The words of a language met so far. ``same_script``: the other text is in the same script."""
    known = _vocabularies.get((id(names), lang, same_script))
    if known is None:
        if len(_vocabularies) >= _MOST_INDEXES:
            _vocabularies.clear()
        known = _vocabularies[id(names), lang, same_script] = Vocabulary(lang, names, same_script)
    return known


def name_key(thing: str) -> tuple[str, float]:
    """The key of what a name names, with how often a translator keeps it."""
    return "@" + thing, _MONTH if thing.startswith("month ") else _NAME


def _capitalized(word: str) -> tuple[str, ...]:
    """The folded words in a piece of text that begin with a capital letter."""
    if word == word.lower():
        return ()
    return tuple([fold(found) for found in _CAPITALIZED.findall(word) if found[0].isupper()])


def _value(number: str) -> str:
    """``3,240``, ``3.240``, ``٣٬٢٤٠`` and ``3240`` alike; ``3.5``, ``3,5`` and ``3٫5`` alike.

    ``3.240`` as a decimal fraction is read as thousands; it is read so on both sides.
    """
    plain = _GROUPING.sub("", number).replace("٫", ".").replace(",", ".").replace("٬", ".")
    return plain[:-2] if plain.endswith(".0") else plain


def _sounds(token: str) -> tuple[tuple[str, float], ...]:
    """Keys for the consonants of a folded word, as it stands and without its particles."""
    keys = {consonants(form): None for form in (token, bare(token))}
    return tuple([("~" + key, _SOUNDS.get(len(key), _MANY_SOUNDS)) for key in keys if len(key) >= SHORTEST])
