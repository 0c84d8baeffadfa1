"""The words of news pages, a language: what the rules for wire text look for.

The rules themselves (``parse.wire``, ``parse.captions``) name no language. All they know of one is the
``Newswire`` record of its code; a language without a record gets the empty one, and its texts are then
read by shape alone. The words stand in ``newswire_arabic``, ``newswire_english`` and ``newswire_more``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from lisanayn.record import record
from lisanayn.text.folding import fold
from lisanayn.text.newswire_arabic import ARABIC
from lisanayn.text.newswire_english import ENGLISH
from lisanayn.text.newswire_more import FRENCH, HEBREW, PERSIAN, URDU

WORDS: Mapping[str, Mapping[str, str]] = {
    "ar": ARABIC,
    "en": ENGLISH,
    "fa": PERSIAN,
    "fr": FRENCH,
    "he": HEBREW,
    "ur": URDU,
}

INVISIBLE = "\u200b\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Characters without width or letter: a line of nothing else is blank, and they never matter to a rule."""

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_VOWELS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_ALEFS = str.maketrans("أإآٱ", "اااا")
_EDGE_MARKS = "\"'“”‘’«»()[]،,.:؛;!؟?…-–—"


@dataclass(frozen=True, slots=True)
class Newswire:
    """The words one language's news pages use around their text. Sets and tuples hold folded words, save the verbs."""

    code: str = ""
    """Language code; empty in the record for unknown languages."""
    source_labels: frozenset[str] = frozenset()
    """What stands before the colon of a source line: ``المصدر``."""
    and_word: str = ""
    """The word "and" between names, where it is a word of its own: ``and``."""
    and_prefix: str = ""
    """The letter "and" joined to the next word: ``و``."""
    article: str = ""
    """The article joined to a name that a credit may leave out: ``ال``."""
    name_heads: tuple[str, ...] = ()
    """Words before an agency's name that print leaves out as it likes: ``وكالة الأنباء``."""
    bare_heads: frozenset[str] = frozenset()
    """Those of them behind which the bare name is still a name: ``وكالة`` الضفاف, but not وكالة الأنباء السعودية."""
    name_tails: tuple[str, ...] = ()
    """The same behind a name: ``للأنباء``, ``news agency``."""
    qualifiers: frozenset[str] = frozenset()
    """What a credit says of the picture, not of its owner: ``أرشيف``, ``file photo``."""
    file_labels: frozenset[str] = frozenset()
    """What opens the caption of an old picture, before a sign: ``FILE PHOTO``."""
    verbs: frozenset[str] = frozenset()
    """Verb forms of saying that open a sentence of news; ``verb_key`` forms, without prefix."""
    noun_verbs: frozenset[str] = frozenset()
    """Those of the verbs that are nouns too, unless a prefix says otherwise: ``رد``, ``نقل``."""
    verb_prefixes: tuple[str, ...] = ()
    """Conjunctions written together with the verb: ``و``, ``ف``."""
    clauses: frozenset[str] = frozenset()
    """Words that open what is said: ``أن``, ``that``; ``verb_key`` forms."""
    openers: tuple[str, ...] = ()
    """Other words a running sentence begins with and a caption or heading never: ``من جهته``."""
    joints: frozenset[str] = frozenset()
    """Words a line of whole text never ends with: ``في``, ``the``."""
    gloss_starts: frozenset[str] = frozenset()
    """First words of a parenthesis that explains: ``بقيادة``, ``left``; no credit begins so."""
    gloss_words: frozenset[str] = frozenset()
    """Short names that stand in parentheses behind the long one: ``حماس``, ``NATO``."""
    common_words: frozenset[str] = frozenset()
    """Agencies' names that are words of the language too: ``الأناضول``, a peninsula."""
    gloss_leads: frozenset[str] = frozenset()
    """Words behind which a parenthesis explains: ``اللغة`` (الفرنسية)."""
    credit_labels: frozenset[str] = frozenset()
    """What stands before a photographer's name: ``تصوير``, ``photo by``."""
    picture_credit_lines: frozenset[str] = frozenset()
    """Labels of a line that holds only a credit: ``صدر الصورة``."""
    picture_caption_lines: frozenset[str] = frozenset()
    """Labels of a line that holds only a caption: ``التعليق على الصورة``."""
    boilerplate: frozenset[str] = frozenset()
    """Whole lines a page's own machinery prints: ``إعلان``."""
    boilerplate_starts: tuple[str, ...] = ()
    """Beginnings of such lines."""
    related: frozenset[str] = frozenset()
    """Lines that announce the title of another article: ``اقرأ أيضا``."""
    related_starts: tuple[str, ...] = ()
    """Beginnings of such lines: ``list 1 of``."""
    trailers: frozenset[str] = frozenset()
    """Lines after which nothing of the article comes: ``حول هذه القصة``."""
    skip: tuple[str, str, str] = ("", "", "")
    """The words before and after the title that opens an embedded box, and the word with the title that closes it."""
    months: frozenset[str] = frozenset()
    """Month names, all systems."""
    date_words: frozenset[str] = frozenset()
    """Weekdays and the other words of a date line."""
    date_labels: tuple[str, ...] = ()
    """What stands before the date: ``آخر تحديث``."""
    ago: tuple[str, ...] = ()
    """First or last words of a relative time: ``قبل``, ``ago``."""
    byline_labels: tuple[str, ...] = ()
    """What stands before an author's name: ``بقلم``."""
    byline_words: frozenset[str] = frozenset()
    """Words on one side of a byline's dash: ``خاص``."""
    places: frozenset[str] = frozenset()
    """Cities a dateline begins with."""
    abbreviations: frozenset[str] = frozenset()
    """Words whose full stop does not end a sentence, without the stop."""
    lead_words: Mapping[str, int] = field(default_factory=dict, compare=False, hash=False, repr=False)
    """First words of ``openers`` and how many words to compare, made from them."""


def verb_key(word: str) -> str:
    """The form in which verbs are compared: unvowelled, alefs alike, but ى and ي apart.

    Folding further would make the verb نفى ("denied") and the noun نفي ("denial") one word, and subheadings
    such as «نفي روسي» are common.
    """
    return _VOWELS.sub("", _INVISIBLE.sub("", word)).translate(_ALEFS).strip(_EDGE_MARKS).casefold()


def opens_sentence(text: str, words: Newswire) -> str:
    """The word with which the text opens like a sentence of reporting, as printed; empty when it does not."""
    head = text[:80].split(None, 4)[:4]
    if not head:
        return ""
    first = verb_key(head[0])
    if first in words.verbs:
        return head[0]
    for prefix in words.verb_prefixes:
        bare = first.removeprefix(prefix)
        if bare != first and (bare in words.verbs or bare in words.noun_verbs):
            return head[0]
    start = fold(head[0])
    count = words.lead_words.get(start, 0)
    for size in range(count, 0, -1):
        if fold(" ".join(head[:size])) in words.openers:
            return " ".join(head[:size])
    return ""


@cache
def newswire(code: str) -> Newswire:
    """The record for a language code; the empty record when the language has none."""
    table = WORDS.get(code)
    return Newswire() if table is None else _record(code, table)


@record
class NameWords:
    """What stands around and between names in credits, in all languages: a credit may be in another than its page."""

    around: re.Pattern[str]
    """A head or a tail of a folded name."""
    article: re.Pattern[str]
    """The article in front of a folded name."""
    bare_heads: frozenset[str]
    and_words: tuple[str, ...]
    and_prefixes: tuple[str, ...]
    qualifiers: frozenset[str]
    credit_labels: frozenset[str]
    line_labels: frozenset[str]
    """Those of them that may open a credit outside brackets: not ``المصدر``, which opens a source line."""


@cache
def name_words() -> NameWords:
    """The words of all languages around names. Made without their records, which an unchanged site never needs."""

    def union(field_name: str) -> list[str]:
        """The longest first, so that a pattern tries «وكالة الأنباء» before «وكالة»."""
        found = {fold(item) for table in WORDS.values() for item in _items(table.get(field_name, ""))}
        return sorted(found, key=lambda item: (-len(item), item))

    heads = "|".join(map(re.escape, union("name_heads")))
    tails = "|".join(map(re.escape, union("name_tails")))
    credit_labels = frozenset(union("credit_labels"))
    return NameWords(
        around=re.compile(f"^(?:{heads}) (?=.)| (?:{tails})$"),
        article=re.compile(rf"^(?:{'|'.join(union('article'))})(?=\w{{3}})"),
        bare_heads=frozenset(union("bare_heads")),
        and_words=tuple(union("and_word")),
        and_prefixes=tuple(union("and_prefix")),
        qualifiers=frozenset(union("qualifiers")),
        credit_labels=credit_labels,
        line_labels=credit_labels.difference(union("source_labels")),
    )


def _record(code: str, table: Mapping[str, str]) -> Newswire:
    def some(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(fold, _items(table.get(name, "")))))

    def many(name: str) -> frozenset[str]:
        return frozenset(some(name))

    openers = some("openers")
    leads: dict[str, int] = {}
    for phrase in openers:
        first, size = phrase.split()[0], len(phrase.split())
        leads[first] = max(size, leads.get(first, 0))
    skip = (*_items(table.get("skip", "")), "", "", "")[:3]
    return Newswire(
        code=code,
        source_labels=many("source_labels"),
        and_word=table.get("and_word", ""),
        and_prefix=table.get("and_prefix", ""),
        article=table.get("article", ""),
        name_heads=some("name_heads"),
        bare_heads=many("bare_heads"),
        name_tails=some("name_tails"),
        qualifiers=many("qualifiers"),
        file_labels=many("file_labels"),
        verbs=_verbs(table) - frozenset(map(verb_key, _items(table.get("noun_verbs", "")))),
        noun_verbs=frozenset(map(verb_key, _items(table.get("noun_verbs", "")))),
        verb_prefixes=tuple(_items(table.get("verb_prefixes", ""))),
        clauses=frozenset(map(verb_key, _items(table.get("clauses", "")))),
        openers=openers,
        joints=many("joints"),
        gloss_starts=many("gloss_starts"),
        gloss_words=many("gloss_words"),
        common_words=many("common_words"),
        gloss_leads=many("gloss_leads"),
        credit_labels=many("credit_labels"),
        picture_credit_lines=many("picture_credit_lines"),
        picture_caption_lines=many("picture_caption_lines"),
        boilerplate=many("boilerplate"),
        boilerplate_starts=some("boilerplate_starts"),
        related=many("related"),
        related_starts=some("related_starts"),
        trailers=many("trailers"),
        skip=(fold(skip[0]), fold(skip[1]), fold(skip[2])),
        months=many("months"),
        date_words=many("date_words"),
        date_labels=some("date_labels"),
        ago=some("ago"),
        byline_labels=some("byline_labels"),
        byline_words=many("byline_words"),
        places=many("places"),
        abbreviations=many("abbreviations"),
        lead_words=leads,
    )


def _items(text: str) -> list[str]:
    return [item.strip() for item in text.replace("\n", " ").split("|") if item.strip()]


def _verbs(table: Mapping[str, str]) -> frozenset[str]:
    """All forms: ``verbs`` as they are; ``past`` with the endings; ``present`` with the beginnings."""
    forms: list[str] = list(_items(table.get("verbs", "")))
    endings = ("", *_items(table.get("past_endings", "")))
    forms += [verb + ending for verb in _items(table.get("past", "")) for ending in endings]
    beginnings = _items(table.get("present_beginnings", ""))
    forms += [beginning + verb for verb in _items(table.get("present", "")) for beginning in beginnings]
    return frozenset(map(verb_key, forms))
