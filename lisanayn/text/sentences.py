"""Sentences: where one ends and the next begins.

The rule: a sentence ends after ``. ! ? ؟ ۔ …`` and the quotes and brackets that close there, before white space; never
at ``، ؛ :``, and never where the mark belongs to a number, an abbreviation, an address, or a sentence that goes on.
What must be known of a language is data, in ``Lang.sentence``. ``tests/corpus/sentences.*.md`` is the specification.

We do not use ``pyarabic.araby.sentence_tokenize``: it splits at commas, loses characters, and stops after 32 splits
(it hands ``re.UNICODE`` to ``re.sub`` as the count; seen in 0.6.15): the tail of a report comes out as one sentence.
"""

from __future__ import annotations

import re
from typing import Literal

from lisanayn.record import record
from lisanayn.text.glued import glued
from lisanayn.text.lang import Lang, SentenceRules

Span = tuple[int, int]
Mode = Literal["split", "lines"]

_MARKS = ".!?؟۔…‼⁇⁈⁉"
_CLOSERS = "\"'”’“»›)\\]}\ufd3e\ufd3f\u200e\u200f\u2069"
# Every repetition is possessive: a match never fails half-way, so that the scan is linear on any text.
_END = re.compile(
    f"[{_MARKS}][{_MARKS}{_CLOSERS}]*+"
    f"(?:[ \u00a0\u202f][»›)\\]][{_MARKS}{_CLOSERS}]*+)?+"  # a French guillemet behind its space
    r"(?:\[\d{1,3}\])*+[¹²³⁰⁴-⁹]*+"  # a reference: end.[12]
    r"(?=\s*+(\S?))"
)
_LINE = re.compile(r"[^\n\r]+")
_QUOTES = frozenset("\"”’“»›'")
_OPENERS = "\"'“‘«‹„([{\ufd3e\ufd3f"
_NEVER_FIRST = frozenset(_MARKS + "،؛,;:)]}»›%٪")
_NEXT_WORD = re.compile(r"[\"'“‘«‹„(\[]{0,4}([^\s.,;:!?؟،؛…»”)\]]{0,40}\.?)")
_NEXT_LETTER = re.compile(r"[^\w]{0,8}(\w{0,2})(-[^\W\d_])?")
_LETTER = re.compile(r"-?[^\W\d_]ـ?")
_DIGITS = "0123456789:."
_LIST_NUMBER = re.compile(r"\d{1,2}|[ivxIVX]{1,4}|[^\W\d_]ـ?")
_VOWEL_MARKS = re.compile("[\u064b-\u065f\u0670]+")


@record
class _Rules:
    """``Lang.sentence`` made ready for look-up."""

    data: SentenceRules
    cased: bool
    kinds: dict[str, str]
    """Abbreviation with its full stop, to the name of its class."""
    starters: frozenset[str]
    joiners: frozenset[str]
    labels: frozenset[str]
    sayings: frozenset[str]
    clauses: frozenset[str]
    asides: frozenset[str]
    prepositions: frozenset[str]
    spelled: frozenset[str]
    after_hours: frozenset[str]


_compiled: dict[str, _Rules] = {}


def _rules(lang: Lang) -> _Rules:
    data = lang.sentence
    kinds = {f"{name}.": "spelled" for name in data.spelled}
    for kind in ("marked", "clipped", "regions", "hours", "numbered", "titles"):
        kinds.update(dict.fromkeys(getattr(data, kind), kind))
    sets = ("starters", "joiners", "labels", "sayings", "clauses", "asides", "prepositions", "spelled", "after_hours")
    rules = _Rules(data, data.cased, kinds, **{name: frozenset(getattr(data, name)) for name in sets})
    _compiled[lang.code] = rules
    return rules


def split_sentences(text: str, lang: Lang, mode: Mode = "split") -> tuple[str, ...]:
    """The sentences of a paragraph, without the white space between them; none for a blank text."""
    return tuple([text[start:end] for start, end in sentence_spans(text, lang, mode)])


def sentence_spans(text: str, lang: Lang, mode: Mode = "split") -> tuple[Span, ...]:
    """The (start, end) of each sentence of a paragraph, in order; all that lies outside the spans is white space.

    ``mode`` is ``lines`` when the author's line ends are the sentence ends; then nothing is guessed.
    """
    if mode == "lines":
        lines = [_trimmed(text, *match.span()) for match in _LINE.finditer(text)]
        return tuple([span for span in lines if span[0] < span[1]])
    rules = _compiled.get(lang.code) or _rules(lang)
    spans: list[Span] = []
    begin, size = _trimmed(text, 0, len(text))
    for match in _END.finditer(text, begin):
        stop, end = match.span()
        after = match.start(1)
        if after >= size:
            break
        if after == end:
            ended = glued(text, begin, stop, end, rules.spelled)
        else:
            ended = _ends(text, begin, stop, end, after, rules)
        if ended:
            spans.append((begin, end))
            begin = after
    if begin < size:
        spans.append((begin, size))
    return tuple(spans)


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its two ends."""
    if start < end and not text[start].isspace() and not text[end - 1].isspace():
        return start, end
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _ends(text: str, begin: int, stop: int, end: int, after: int, rules: _Rules) -> bool:
    """Whether the marks in ``text[stop:end]``, with white space behind them, end the sentence that began at ``begin``.

    ``after`` is where the next word begins.
    """
    first = text[after]
    if first in _NEVER_FIRST or (rules.cased and not first.isupper() and _goes_on_small(text, after)):
        return False
    marks = text[stop:end]
    if marks[0] == "." and marks[:2] != "..":
        if not _stop_ends(text, begin, stop, after, rules):
            return False
        if marks == ".":
            return True
    elif _is_aside(text, begin, stop, marks, rules):
        return False
    if (")" in marks or "]" in marks) and _in_brackets(text, begin, stop, marks):
        return False
    return _QUOTES.isdisjoint(marks) or not _attributed(text, begin, stop, marks, after, rules)


def _goes_on_small(text: str, after: int) -> bool:
    """Whether the next word begins with a small letter. ``iPhone`` and ``al-Azhar`` may begin a sentence."""
    match = _NEXT_LETTER.match(text, after)
    if not match or not match[1][:1].islower():
        return False
    return not (match[1][1:].isupper() or (match[2] and match[2][1].isupper()))


def _is_aside(text: str, begin: int, stop: int, marks: str, rules: _Rules) -> bool:
    """Whether an ellipsis, ``!`` or ``?`` belongs inside its sentence: two dots for a dash, dots before the first
    word or behind a lone one, a name like ``Yahoo!``."""
    if marks == ".." or stop == begin:
        return True
    if marks[0] == "!":
        words = text[max(begin, stop - 16) : stop].split()
        return bool(words) and rules.kinds.get(words[-1].lstrip(_OPENERS) + "!") == "marked"
    return marks[0] in ".…" and not any(mark in marks for mark in "?!؟") and text.find(" ", begin, stop) < 0


def _stop_ends(text: str, begin: int, stop: int, after: int, rules: _Rules) -> bool:
    """Whether a full stop ends the sentence, judged by the words before it."""
    nearby = text[max(begin, stop - 40) : stop]
    plain = nearby[nearby.rfind(" ") + 1 :]
    if len(plain) > 2 and plain.isalpha() and plain + "." not in rules.kinds:
        return True  # nine times in ten
    words = nearby.split()
    if not words or nearby[-1].isspace():
        return stop > begin
    word = words[-1].lstrip(_OPENERS)
    kind = rules.kinds.get(word + ".")
    if kind is None and word[:1].isdigit():  # 5p.m.
        kind = rules.kinds.get(word.lstrip(_DIGITS) + ".")
    if kind is not None:
        return _abbreviation_ends(kind, words, text, after, rules)
    if len(word) > 2 and "." not in word:
        return True
    if stop - begin == len(words[-1]) and _LIST_NUMBER.fullmatch(word):
        return False
    letter = _VOWEL_MARKS.sub("", word)
    if len(letter) == 1 and letter.isalpha():
        return _letter_ends(letter, words, text, after, rules)
    return not _is_acronym(word, rules) or _starts(text, after, rules)


def _is_acronym(word: str, rules: _Rules) -> bool:
    """Whether a word with inner full stops is a chain of letters or of their names: ``U.S``, ``ق.م``, ``تي.إس``."""
    parts = word.split(".")
    return len(parts) > 1 and all(_LETTER.fullmatch(part) or part in rules.spelled for part in parts)


def _abbreviation_ends(kind: str, words: list[str], text: str, after: int, rules: _Rules) -> bool:
    """Whether the full stop of a listed abbreviation, the last of ``words``, ends the sentence too."""
    before = words[-2] if len(words) > 1 else ""
    if kind == "titles":
        return False
    if kind == "numbered":
        return not text[after].isdigit()
    if kind == "hours":
        return not _hour_goes_on(text[after : after + 60].split(), rules)
    if kind == "regions" and before[-1:] != ",":
        return True
    if kind == "spelled" and before in rules.spelled:
        return True
    return _starts(text, after, rules)


def _hour_goes_on(following: list[str], rules: _Rules) -> bool:
    """Whether the words behind an hour belong to it: ``Monday``, ``EST``, ``London time``."""
    if following[0].rstrip(",;.)") in rules.after_hours or following[0] in rules.after_hours:
        return True
    second = following[1].rstrip(",;.)") if len(following) > 1 else ""
    return second.islower() and second in rules.after_hours


def _letter_ends(letter: str, words: list[str], text: str, after: int, rules: _Rules) -> bool:
    """Whether the full stop behind a lone letter ends the sentence: behind a label it does, behind an initial not."""
    before = words[-2] if len(words) > 1 else ""
    if before in rules.labels:
        return not text[after].isdigit()
    if letter.islower() or (len(before) == 1 and before.isalpha()) or (letter == "I" and before.islower()):
        return True
    if before[-1:].isdigit():
        return _starts(text, after, rules)
    return rules.cased and _next_word(text, after) in rules.starters


def _next_word(text: str, after: int) -> str:
    match = _NEXT_WORD.match(text, after)
    return match[1] if match else ""


def _starts(text: str, after: int, rules: _Rules) -> bool:
    """Whether the next word is one that begins sentences."""
    word = _VOWEL_MARKS.sub("", _next_word(text, after))
    if word in rules.starters:
        return True
    return len(word) > 2 and word.startswith(rules.data.conjunctions) and word not in rules.joiners


def _in_brackets(text: str, begin: int, stop: int, marks: str) -> bool:
    """Whether the marks close a remark within the sentence: ``(!)``, ``[…]``, ``the so-called (new?) Republic``."""
    closer = ")" if ")" in marks else "]"
    opener = text.rfind("(" if closer == ")" else "[", max(begin, stop - 400), stop)
    if opener == stop - 1:
        return True
    tail = marks.rpartition(closer)[2]
    return opener > begin and marks[0] != "." and not any(mark in _MARKS for mark in tail)


def _attributed(text: str, begin: int, stop: int, marks: str, after: int, rules: _Rules) -> bool:
    """Whether the sentence goes on behind a quotation that ends in a mark: ``«هل تأتي؟» سأل أحمد.``"""
    rest = _clause(text, after, rules)
    if not rest:
        return False
    if rules.cased:
        return marks[0] != "." and rest[0].rstrip(",") not in rules.starters and _says(rest, rules)
    first = _VOWEL_MARKS.sub("", rest[0].rstrip("،"))
    if first in rules.asides or " ".join([first, *rest[1:2]]) in rules.asides:
        return True
    if first in rules.sayings:
        return not any(word in rules.clauses or word[-1] == ":" or word[0] in "«\"“" for word in rest[1:])
    if marks[0] == "." or not (first in rules.prepositions or first.startswith(rules.data.proclitics)):
        return False
    opener = max(text.rfind(mark, max(begin, stop - 400), stop) for mark in "\"«“”")
    return opener > begin and not text[begin:opener].rstrip().endswith(":")


def _clause(text: str, after: int, rules: _Rules) -> list[str]:
    """The words from ``after`` to the next mark that may end a sentence, out of a hundred characters."""
    clause: list[str] = []
    for word in text[after : after + 100].split():
        match = _END.search(word)
        if match and rules.kinds.get(word) != "titles":
            return [*clause, word[: match.start()]] if match.start() else clause
        clause.append(word)
    return clause


def _says(rest: list[str], rules: _Rules) -> bool:
    """Whether a name and a verb of saying open the words: ``Smith asked in court``, not ``Smith said he knew``."""
    for number, word in enumerate(rest[1:5], 1):
        if word.rstrip(",") in rules.sayings:
            return word[-1] == "," or number + 1 >= len(rest) or rest[number + 1].lower() not in rules.clauses
        if not word[0].isupper():
            return False
    return False
