"""Captions: whether a line is the caption of a picture, judged by the credit at its end.

«لافروف لم ينف أن طائرات هاجمت منشآت (الفرنسية)» is one, «… في وقت وشيك (رويترز).» is text, «آسيا الصغرى (الأناضول)»
is one by mistake. Names alone decide nothing, since الأناضول is a peninsula too, الفرنسية a language and الجزيرة an
island: the place in the line, the punctuation and the length do.

Two ways of judging. ``wire``: any line of a page might be anything, so all conditions must hold. ``figure``: an author
has placed a picture here and written this text under it, and a full stop before or behind the parenthesis does no harm.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from lisanayn.model.agency import AgencyTable, CreditPart, find, find_credit, is_known
from lisanayn.parse.credit_forms import EDGES, Printed, file_label, printed_credit, without_label, without_qualifier
from lisanayn.problems import Location, Problem, warning
from lisanayn.record import record
from lisanayn.text.folding import fold
from lisanayn.text.newswire import Newswire, newswire, opens_sentence
from lisanayn.text.slugs import slugify

Mode = Literal["wire", "figure"]

MOST_WORDS = 45
"""Words of a caption with a known credit."""
MOST_WORDS_UNKNOWN = 30
"""Words of a caption whose credit nobody knows."""
LEAST_WORDS_UNKNOWN = 4
"""Fewer words before an unknown name are a heading or a name with its explanation."""
MOST_NAME_WORDS = 7
"""Words of a name that may be a credit."""

_STOPPED = re.compile(r"[.!?؟۔…؛:]['\"»”’)\]]*$")
_DOTS = re.compile(r"(?:\.{2,}|…)$")
_INNER_STOP = re.compile(r"(?<![.\s])(?<!\b\w)[.!?؟۔]['\"»”’]*(?=\s)")
_WORD = re.compile(r"\S+")
_ACRONYM = re.compile(r"[A-Z][A-Z.]{1,8}(?:-\d+)?")
_CAPITAL = re.compile(r"\b[A-Z]")
_LATIN_SMALL = re.compile(r"[a-z]")
_INITIALS = re.compile(r"(?:\w\.)+")
_SENTENCE_SIGNS = re.compile(r"[!?؟۔:;؛%…=<>*_]|\.(?=\s\S{4})|[.]{2}")
_FIGURES = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]")
_EXPLICIT = re.compile(r"\bphotos?\b|\bvia\b|\bimages\b|\bhandout\b|\bcourtesy\b|©", re.IGNORECASE)
_LATIN_SLASH = re.compile(r"[A-Za-z]\s*/\s*[A-Za-z]")


@record
class Credit:
    """A caption taken apart."""

    caption: str
    """The text before the credit; byte for byte as in the source, without the white space at its ends."""
    credit: str
    """As printed, joined names together; without brackets, label and qualifier. Empty where only a qualifier stands."""
    qualifier: str
    """``أرشيف``, ``file photo`` … as printed, or empty."""
    known: bool
    """Whether the agency table knows a name in it (or it is a mere qualifier, which needs no table)."""
    confidence: float
    """0 to 1, for the reader of ``explain``: an order, not a probability."""
    reason: str
    """Why it was read as a caption, in words."""


@record
class _Candidate:
    """What the conditions look at."""

    printed: Printed
    parts: tuple[CreditPart, ...]
    credit: str
    qualifier: str
    explicit: bool
    """Whether the credit says itself that it is one: "Photo by", «تصوير:», Name/Agency."""
    words: Newswire
    agencies: AgencyTable

    @property
    def known(self) -> bool:
        return is_known(self.parts) or (not self.credit and bool(self.qualifier))


def split_credit(text: str, lang_code: str, agencies: AgencyTable, mode: Mode = "wire") -> Credit | None:
    """A line or paragraph as caption and credit, or None when it is not one (or, in ``figure``, names no credit).

    A line that is nothing but a known credit gives an empty caption.
    """
    printed = printed_credit(text, after_stop=mode == "figure")
    words = newswire(lang_code)
    label, rest = file_label(text, words)
    if printed is None:
        return _from_the_file(label, rest) if label else None
    inside, labelled = without_label(printed.inside)
    credit, qualifier = without_qualifier(inside.strip(EDGES), agencies)
    credit = credit.strip(EDGES)
    explicit = labelled or bool(label) or printed.shape in ("label", "copyright") or _says_so(credit)
    if label and not qualifier:
        qualifier, printed = label, replace(printed, before=file_label(printed.before, words)[1])
    parts = find_credit(agencies, credit)
    candidate = _Candidate(printed, parts, credit, qualifier, explicit, words, agencies)
    conditions = _FIGURE_CONDITIONS if mode == "figure" else _CONDITIONS
    if not candidate.known:
        conditions = (*conditions, *_UNKNOWN_CONDITIONS)
        if mode == "wire":
            conditions = (*conditions, *_UNKNOWN_IN_WIRE)
    if not all(holds(candidate) for holds in conditions):
        return None
    confidence = _confidence(candidate)
    return Credit(printed.before, credit, qualifier, candidate.known, confidence, _reason(candidate))


def _from_the_file(label: str, rest: str) -> Credit | None:
    """A line that only says that its picture is from the archive: "FILE - Workers wrap an obelisk, March 2021."."""
    if not rest or len(rest.split()) > MOST_WORDS:
        return None
    return Credit(rest, "", label, True, 0.85, f"opens with «{label}», as captions of old pictures do")


def _says_so(credit: str) -> bool:
    return bool(_EXPLICIT.search(credit) or (_LATIN_SLASH.search(credit) and len(credit.split()) > 1))


def _shape_is_believed(it: _Candidate) -> bool:
    """Anything but plain brackets counts only with a known name, or with a label for credits before it."""
    return it.printed.shape in ("brackets", "label") or it.known


def _nothing_stops_before(it: _Candidate) -> bool:
    """No sentence ends before the bracket, save where the credit says itself that it is one; ``..`` is a dash in
    Arabic headlines, and the stop of an abbreviation is none."""
    before = it.printed.before
    if it.explicit or not _STOPPED.search(before) or _DOTS.search(before):
        return True
    last = before.split()[-1].strip(EDGES + "\"'()[]")
    if not last.endswith("."):
        return False
    return fold(last[:-1]) in it.words.abbreviations or _INITIALS.fullmatch(last) is not None


def _short_enough(it: _Candidate) -> bool:
    most = MOST_WORDS if it.known else MOST_WORDS_UNKNOWN
    return len(_WORD.findall(it.printed.before)) <= (60 if it.explicit and it.known else most)


def _two_sentences_at_most(it: _Candidate) -> bool:
    """A caption may be of two sentences; one whose credit says itself what it is, of four."""
    stops = 0
    for stop in _INNER_STOP.finditer(it.printed.before):
        word = it.printed.before[max(0, stop.start() - 20) : stop.start()].split()[-1:]
        stops += not word or fold(word[0]) not in it.words.abbreviations
    return stops <= (3 if it.explicit else 1)


def _no_report(it: _Candidate) -> bool:
    """A line that opens with "said" or "on his part" is a sentence of the report."""
    return not opens_sentence(it.printed.before, it.words)


def _no_gloss(it: _Candidate) -> bool:
    """The parenthesis does not explain the words before it: «وكالة الأنباء الفرنسية (أ ف ب)», «باللغة (الفرنسية)»."""
    before = it.printed.before.split()
    if not before or it.explicit or it.printed.shape == "label":
        return True
    if fold(before[-1]) in it.words.gloss_leads:
        return False
    if len(it.parts) == 1 and it.parts[0].agency is not None and not it.qualifier:
        same = it.parts[0].agency.id
        for size in range(min(6, len(before)), 0, -1):
            named = find(it.agencies, " ".join(before[-size:]))
            if named is not None and named.id == same and fold(" ".join(before[-size:])) != fold(it.credit):
                return False
    return not _abbreviates(it.credit, before)


def _abbreviates(inside: str, before: list[str]) -> bool:
    """Whether an acronym is made of the initials of the words before it."""
    if not _ACRONYM.fullmatch(inside):
        return False
    letters = [char for char in inside if char.isalpha()]
    initials = "".join(_CAPITAL.findall(" ".join(before[-len(letters) - 4 :])))
    return len(letters) > 1 and initials.endswith("".join(letters))


def _is_a_name(it: _Candidate) -> bool:
    """An unknown credit must look like a name: few words, no sentence, not mainly figures, in capitals if Latin."""
    name = it.credit
    words = name.split()
    if not 0 < len(words) <= MOST_NAME_WORDS or _SENTENCE_SIGNS.search(name):
        return False
    if len(_FIGURES.findall(name)) >= len(_LETTERS.findall(name)) or len(_LETTERS.findall(name)) < 2:
        return False
    if (_LATIN_SMALL.match(name) or words[0].isdigit()) and not it.explicit:
        return False
    first = fold(words[0])
    return it.explicit or not (first in it.words.gloss_starts or fold(name) in it.words.gloss_words)


def _is_no_bare_acronym(it: _Candidate) -> bool:
    """«هيئة الإذاعة الإيطالية (RAI)»: an unknown acronym explains; agencies' acronyms are in the table."""
    return it.explicit or not _ACRONYM.fullmatch(it.credit)


def _extends_no_known_name(it: _Candidate) -> bool:
    """«الهدف (مواقع التواصل والبحث)» is not a credit: a known name with "and something" is another thing."""
    words = it.credit.split()
    prefix = it.words.and_prefix
    for at in range(1, len(words)):
        joined = bool(prefix) and words[at].startswith(prefix)
        if (joined or fold(words[at]) == it.words.and_word) and find(it.agencies, " ".join(words[:at])) is not None:
            return False
    return True


def _enough_words(it: _Candidate) -> bool:
    return it.explicit or len(it.printed.before.split()) >= LEAST_WORDS_UNKNOWN


def _is_the_only_bracket(it: _Candidate) -> bool:
    """«جابر (23) وأنس (78 من ركلة جزاء)»: brackets that answer each other explain."""
    return it.explicit or it.printed.shape != "brackets" or "(" not in it.printed.before


def _quotes_are_closed(it: _Candidate) -> bool:
    """Half a quotation is half a sentence: a line cut by hard wrapping."""
    before = it.printed.before
    return before.count('"') % 2 == 0 and all(before.count(a) == before.count(b) for a, b in ("«»", "“”"))


_Condition = Callable[[_Candidate], bool]
_FIGURE_CONDITIONS: tuple[_Condition, ...] = (_shape_is_believed, _no_gloss)
_CONDITIONS: tuple[_Condition, ...] = (
    _shape_is_believed,
    _nothing_stops_before,
    _short_enough,
    _no_report,
    _two_sentences_at_most,
    _no_gloss,
)
_UNKNOWN_CONDITIONS: tuple[_Condition, ...] = (_is_a_name, _is_no_bare_acronym, _extends_no_known_name)
_UNKNOWN_IN_WIRE: tuple[_Condition, ...] = (_enough_words, _is_the_only_bracket, _quotes_are_closed)


def _confidence(it: _Candidate) -> float:
    if not it.known:
        return 0.75 if it.explicit else 0.6
    length = len(it.printed.before.split())
    confidence = 0.98
    confidence -= 0.25 if length <= 2 and fold(it.credit) in it.words.common_words else 0.0
    confidence -= 0.05 if _INNER_STOP.search(it.printed.before) else 0.0
    confidence -= 0.1 if it.printed.shape in ("unclosed", "reversed", "bar") else 0.0
    return round(confidence, 2)


def _reason(it: _Candidate) -> str:
    if not it.credit:
        return f"ends in «{it.qualifier}» in brackets, with no sentence mark before it"
    name = f"«{it.credit}»"
    if not it.known:
        return f"unfinished, and ends in {name} like a credit, though the agency table does not have that name"
    agency = next(part.agency.id for part in it.parts if part.agency is not None)
    sure = "written as a picture's credit" if it.explicit else "with no sentence mark before or behind it"
    return f"ends in the credit {name} ({agency} in the agency table), {sure}"


def unknown_credit(credit: str, lang_code: str, at: Location) -> Problem:
    """The warning for a credit that the agency table does not have, with the lines that would teach it.

    Given for wire text and for Markdown figures alike; ``lang_code`` is the language of the text.
    """
    key = slugify(credit, "latin") or "agency"
    printed = credit.replace("\\", "\\\\").replace('"', '\\"')
    return warning(
        "credit-unknown",
        f"the credit «{credit}» is not in the agency table",
        at,
        "if it names the owner of the picture, add these three lines to content/agencies.toml: "
        f'`[[agency]]`, `id = "{key}"`, `{lang_code} = "{printed}"`',
    )
