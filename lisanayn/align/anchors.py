"""What the aligner sees of a sentence: its length, its anchors and its words.

An anchor is something that should stand in both languages: a number, a Latin word, a name, a question mark. Each is
a key, equal on both sides, with the probability that a translator kept it in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice

from lisanayn.align.vocabulary import NUMBER_WORD, NameIndex, Token, Word, name_index, name_key, vocabulary
from lisanayn.align.words import stem
from lisanayn.model.record import record

__all__ = ["Features", "NameIndex", "features", "name_index"]

_QUESTION = 0.9
_EXCLAMATION = 0.7
_QUOTATION = 0.75
_BRACKET = 0.6
_FIRM = 0.8

_QUOTES = ("«", "“", '"', "„", "”", "»")


@record
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


def features(text: str, lang: str, names: NameIndex, same_script: bool) -> Features:
    """A sentence's features. ``same_script``: both texts are in one script, so that words of a kind may look alike."""
    known = vocabulary(lang, names, same_script)
    found = [known[word] for word in text.split()]
    anchors: dict[str, float] = {}
    stems: list[str] = []
    capitals: list[str] = []
    latin = 0
    odd = False
    for at, (_, its_stems, its_latin, keys, careful, follows, its_capitals, is_odd) in enumerate(found):
        stems += its_stems
        latin += its_latin
        if its_capitals:
            capitals += its_capitals
            odd = odd or is_odd
        if careful and not (follows and _is_other(found, at + 1, follows)):
            _add_tokens(found, at, its_capitals, anchors)
        else:
            for key, kept in keys:
                anchors[key] = kept
    # Where a word with a capital stands in the sentence a second time, its capital counts there too.
    if capitals and (odd or any(stems.count(stem(one)) > 1 for one in capitals)):
        anchors = {}
        for at in range(len(found)):
            _add_tokens(found, at, capitals, anchors)
    _add_marks(text, anchors)
    # Latin words are foreign, and telling, only among words of another script.
    native = 2 * latin > len(stems)
    firm = tuple([key for key, kept in anchors.items() if kept >= _FIRM and key[0] in ("#?@" if native else "#?@=")])
    return Features(len(text), anchors, tuple(stems), firm)


def _is_other(found: Sequence[Word], at: int, follows: frozenset[str]) -> bool:
    """Whether the next token is surely none of those that a name goes on with."""
    if at == len(found):
        return True
    tokens = found[at].tokens
    return bool(tokens) and tokens[0].root not in follows


def _add_tokens(found: Sequence[Word], at: int, capitals: Sequence[str], anchors: dict[str, float]) -> None:
    """Adds what a word anchors, token by token, with an eye on the words that follow."""
    tokens = found[at].tokens
    for number, one in enumerate(tokens, 1):
        if one.names:
            following = chain(tokens[number:], chain.from_iterable([word.tokens for word in found[at + 1 :]]))
            _add_names(one.names, following, anchors)
        if one.spelled:
            anchors.setdefault(one.spelled, NUMBER_WORD)
        anchors.update(one.keys)
        if one.token in capitals:
            anchors.update(one.if_capital)


def _add_names(
    names: Sequence[tuple[tuple[str, ...], str]], following: Iterable[Token], anchors: dict[str, float]
) -> None:
    """Adds the names that a token begins and the tokens behind it go on with."""
    longest = max([len(name) for name, _ in names])
    roots = tuple([token.root for token in islice(following, longest - 1)])
    anchors.update([name_key(thing) for name, thing in names if name[1:] == roots[: len(name) - 1]])


def _add_marks(text: str, anchors: dict[str, float]) -> None:
    if "?" in text or "؟" in text:
        anchors["?"] = _QUESTION
    if "!" in text:
        anchors["!"] = _EXCLAMATION
    if "(" in text:
        anchors["("] = _BRACKET
    if any(quote in text for quote in _QUOTES):
        anchors['"'] = _QUOTATION
