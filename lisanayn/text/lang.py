"""What the program knows about one language, as a value.

The values themselves stand in ``lang_ar``, ``lang_en`` and their like, and are gathered in ``languages``.
A new language is one more such module and one line there; no other module names a language
(``text.newswire`` and the catalogues of interface strings apart).
"""

from __future__ import annotations

from typing import Literal

from lisanayn.record import record
from lisanayn.text.typescale import TypeScale

Direction = Literal["rtl", "ltr"]

DigitSystem = Literal["latn", "arab", "arabext"]
"""CLDR names: ``latn`` 012, ``arab`` ٠١٢, ``arabext`` ۰۱۲."""

PluralCategory = Literal["zero", "one", "two", "few", "many", "other"]
"""CLDR's six categories of number."""


def words(text: str) -> tuple[str, ...]:
    """The words of a table, written with spaces between."""
    return tuple(text.split())


LATIN_TITLES = words("Mr. Mrs. Ms. Dr. Prof. Gen. Sen. Gov. Lt. Col. Capt. Sgt. St. Mt. vs. cf. i.e. e.g.")
"""Latin abbreviations that turn up in texts of other scripts."""

LATIN_NUMBERED = words("No. Nos. p. pp. vol. Vol. Fig. fig. Art. art.")
"""The same, before a number only."""


@record
class SentenceRules:
    """What ``text.sentences`` must know of a language.

    Words stand as they are printed, in their case and without vowel marks; abbreviations with their full stop.
    Lone letters and chains of them (``د.``, ``U.S.``) need no entry: the rule knows their form.
    """

    cased: bool = False
    """Whether sentences begin with a capital letter."""
    titles: tuple[str, ...] = ()
    """Abbreviations that another word always follows (``Dr.``, ``e.g.``): never a sentence's end."""
    numbered: tuple[str, ...] = ()
    """Abbreviations only before a number (``No. 5``); before anything else a word of its own (``No. I did not.``)."""
    clipped: tuple[str, ...] = ()
    """Abbreviations that may also close a sentence (``Inc.``, ``هـ.``): an end only before a ``starter``."""
    regions: tuple[str, ...] = ()
    """The same, but only behind a comma (``Boston, Mass.``); elsewhere a word of its own (``after Mass.``)."""
    hours: tuple[str, ...] = ()
    """Abbreviations behind an hour (``p.m.``): an end unless one of ``after_hours`` follows."""
    after_hours: tuple[str, ...] = ()
    """Words that go on with an hour: ``EST``, ``Monday``; in small letters, as its second word: ``London time``."""
    spelled: tuple[str, ...] = ()
    """Names of foreign letters, which stand for initials: ``جورج دبليو. بوش``."""
    marked: tuple[str, ...] = ()
    """Names with a mark of their own: ``Yahoo!``."""
    starters: tuple[str, ...] = ()
    """Function words that show, behind an abbreviation, that a new sentence has begun."""
    conjunctions: tuple[str, ...] = ()
    """Letters written together with the next word (``و``) that show the same."""
    joiners: tuple[str, ...] = ()
    """Words that begin with such a letter and yet go on with the sentence: ``وهو``, ``وزير``."""
    labels: tuple[str, ...] = ()
    """Words whose lone letter is a label and not an initial: ``Group A. The``, ``المجموعة أ. وفاز``."""
    sayings: tuple[str, ...] = ()
    """Verbs that attribute a quotation standing before them: ``«هل تأتي؟» سأل أحمد.``"""
    clauses: tuple[str, ...] = ()
    """Words that open what is said. Where one follows, the verb of saying began a sentence of its own."""
    asides: tuple[str, ...] = ()
    """Words, or two together, that always go on with the sentence behind a quotation: ``«أين أنتم؟» مضيفا``."""
    prepositions: tuple[str, ...] = ()
    """Words that go on with it where the quotation was not introduced by a colon: ``كتب عليها «أين؟» في إشارة``."""
    proclitics: tuple[str, ...] = ()
    """Beginnings of words that do the same: ``«من يملك البحر؟» للكاتبة``."""


@record
class Lang:
    """What is needed to read, set and sort one language. Always passed as a value, never "current"."""

    code: str
    """BCP 47 primary subtag: ``ar``."""
    name: str
    """The language's name in itself: what a language switch says."""
    direction: Direction
    script: str
    """ISO 15924: ``Arab``."""
    og_locale: str
    """Form used by Open Graph: ``ar_AR``."""
    names: tuple[tuple[str, str], ...]
    """(language code, this language's name in that language)."""
    quotes: tuple[str, str]
    """The opening and the closing quotation mark, with the spaces that belong to them."""
    inner_quotes: tuple[str, str]
    """The same for a quotation inside a quotation."""
    comma: str
    """What stands between the members of a list, with its space."""
    digits: DigitSystem
    """Digits of generated text where the site does not say otherwise."""
    group: str
    """What separates thousands in Latin digits; ``٬`` does with the others."""
    decimal: str
    """The decimal sign in Latin digits; ``٫`` is with the others."""
    months: tuple[tuple[str, tuple[str, ...]], ...]
    """(way of naming the months, the twelve names); the first is the usual way."""
    date_pattern: str
    """``{day} {month} {year}``."""
    plurals: tuple[tuple[PluralCategory, str], ...]
    """(category, CLDR's condition on a whole number ``n``), tried in order; what meets none is ``other``."""
    alphabet: tuple[str, ...]
    """The letters in CLDR's order. Letters in one string count as one letter, the first of them its heading."""
    article: tuple[str, ...]
    """Beginnings of a name that sorting ignores: ``ال``."""
    sentence: SentenceRules
    type: TypeScale
    article_exceptions: tuple[str, ...] = ()
    """Words that begin like the article and are not: ``التزام``."""
    long_letters: tuple[tuple[str, str], ...] = ()
    """Letters sorted as two: ``آ`` as ``اا``."""
    first_day: str = ""
    """How the first of a month is written, where not ``1``: ``1er``."""
    months_alone: tuple[str, ...] = ()
    """The usual names of the months as headings, where they differ from those inside a date."""
    hijri_months: tuple[str, ...] = ()
    """The twelve months of the Islamic calendar."""
    hijri_pattern: str = ""
    """``{day} {month} {year} هـ``, with its sign of the era."""

    def __hash__(self) -> int:
        """By the code alone: tables keyed by language must not walk the whole record at each look-up."""
        return hash(self.code)

    def name_in(self, code: str) -> str:
        """This language's name in the language ``code``; its own name where the table has none."""
        for other, name in self.names:
            if other == code:
                return name
        return self.name
