"""Datelines: a place with an agency, a byline, a date, on a line of their own."""

from __future__ import annotations

import re

from lisanayn.model.agency import AgencyTable, find_credit, is_known
from lisanayn.text.folding import fold
from lisanayn.text.newswire import Newswire

MOST_WORDS = 14
"""Words of a date line, with both calendars and the hour."""
MOST_BYLINE_WORDS = 10

_DIGIT = re.compile(r"\d")
_NUMERIC = re.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{2,4}")
_TOKEN = re.compile(r"[^\s/،,;؛|()\[\]:：–—.-]+")
_FIGURES = re.compile(r"\d{1,4}(?:st|nd|rd|th|er)?")
_DURATION = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d{2}")
_DASH = re.compile(r"\s+[-–—/|]\s+|\s*[–—]\s*|\s*/\s*|-")
_AGENCY_BEHIND = re.compile(r"^(.{2,40}?)\s*\(([^()]{2,40})\)\s*[-–—:]?\s*$")
_END_DASH = re.compile(r"\s*[-–—:]\s*$")


def is_duration(text: str) -> bool:
    """``02:47``, ``1:02:47``: the length of a film."""
    return _DURATION.fullmatch(fold(text)) is not None


def is_relative_time(text: str, words: Newswire) -> bool:
    """«قبل 3 ساعات», "4 days ago"."""
    tokens = fold(text).split() if len(text) < 40 else []
    if not 2 <= len(tokens) <= 4 or not any(token.isdigit() for token in tokens):
        return False
    return tokens[-1] in words.ago or tokens[0] in words.ago


def is_date(text: str, words: Newswire) -> bool:
    """A date and nothing else: ``28/2/2023``, «الخميس 1 أكتوبر/تشرين الأول 2015», "Updated: 9 Oct 2023 10:20 GMT"."""
    if len(text) > 140 or not _DIGIT.search(text):
        return False
    folded = fold(text)
    labelled = False
    for label in words.date_labels:
        if folded.startswith(label) and not folded[len(label) : len(label) + 1].isalpha():
            folded, labelled = folded[len(label) :].lstrip(" :-،,"), True
            break
    tokens = _TOKEN.findall(folded)
    if not tokens or len(tokens) > MOST_WORDS or not any(token[0].isdigit() for token in tokens):
        return False
    if _NUMERIC.search(folded):
        return all(_is_of_a_date(token, words) for token in tokens)
    months = sum(token in words.months for token in tokens)
    return months > 0 and (len(tokens) > months + 1 or labelled or months > 1) and all(
        _is_of_a_date(token, words) for token in tokens
    )  # fmt: skip


def has_month_name(text: str, words: Newswire) -> bool:
    """Whether a date is written with the month's name, as a heading of a chronicle is."""
    return any(token in words.months for token in _TOKEN.findall(fold(text)))


def _is_of_a_date(token: str, words: Newswire) -> bool:
    return token in words.months or token in words.date_words or _FIGURES.fullmatch(token) is not None


def byline(text: str, words: Newswire, agencies: AgencyTable, on_top: bool) -> str:
    """Why a line is a dateline or byline, in words, or empty.

    ``on_top``: before the first paragraph; there a place or a label is enough, elsewhere an agency must be named.
    """
    bare = _END_DASH.sub("", text.strip())
    tokens = bare.split()
    if not tokens or len(tokens) > MOST_BYLINE_WORDS or bare[-1:] in "؟?!:؛…":
        return ""
    behind = _AGENCY_BEHIND.match(text.strip())
    if behind and is_known(find_credit(agencies, behind[2])) and _is_place(behind[1], words):
        return "a place with the agency behind it"
    if on_top and bare != text.strip() and _is_place(bare, words):
        return "a place with a dash behind it"
    sides = [side.strip() for side in _DASH.split(bare) if side.strip()]
    known = [is_known(find_credit(agencies, side), every=True) or fold(side) in words.byline_words for side in sides]
    if len(sides) > 1 and not bare.endswith("."):
        if any(_is_place(side, words) for side in sides) and (any(known) or on_top) and len(tokens) <= 8:
            return "a place and who reports from it"
        if any(known) and len(tokens) <= 6 and on_top:
            return "a name with an agency"
    if on_top and len(tokens) <= 5 and is_known(find_credit(agencies, bare), every=True):
        return "an agency's name alone above the text"
    if on_top and _has_label(bare, words):
        return "a label for the author's name"
    return ""


def _is_place(text: str, words: Newswire) -> bool:
    """A city of the language's table, also with a date or a second city behind a comma: "GAZA CITY, Oct 9"."""
    parts = [fold(part).strip(" .") for part in re.split(r"[،,]", text)]
    return bool(parts) and parts[0] in words.places


def _has_label(text: str, words: Newswire) -> bool:
    folded = fold(text)
    for label in words.byline_labels:
        rest = folded.removeprefix(label)
        if rest == folded or not rest or text.endswith("."):
            continue
        if rest.lstrip()[:1] in (":", "-", "/", "–") and len(rest) > 3:
            return True
        # Without a colon the next letter must show a name; scripts without capitals cannot, and few labels are sure.
        name = text[len(label) :].strip()
        if rest[0] == " " and name[:1].isupper() and len(name.split()) <= 8:
            return True
        if rest[0] == " " and label == words.byline_labels[0] and not name[:1].isascii() and len(name.split()) <= 4:
            return True
    return False
