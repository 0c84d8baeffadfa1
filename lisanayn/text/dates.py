"""Dates, written and read.

Own tables: Babel takes 50 ms to load, writes Arabic dates in Latin digits, and cannot read an Arabic month.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal

from lisanayn.text.lang import DigitSystem, Lang
from lisanayn.text.numbers import to_system

MonthNames = Literal["gregorian", "levantine", "both"]

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")

WORDS_A_MINUTE = 200
"""Reading speed behind ``reading_minutes``: a common round figure for prose."""


def month_name(month: int, lang: Lang, months: str = "", *, alone: bool = False) -> str:
    """The name of a month, 1 to 12. ``both`` joins the ways the language has: ``أيلول/سبتمبر``.

    ``alone`` gives the form of a heading, where the language has one: ``ژانویه``, and ``ژانویهٔ`` inside a date.
    """
    if alone and lang.months_alone:
        return lang.months_alone[month - 1]
    ways = dict(lang.months)
    if months == "both":
        return "/".join(dict.fromkeys([names[month - 1] for _, names in reversed(lang.months)]))
    return ways.get(months, lang.months[0][1])[month - 1]


def format_date(day: date, lang: Lang, months: str = "", digits: DigitSystem | None = None) -> str:
    """A day in words: ``١٢ آذار/مارس ٢٠٢٦``, ``12 March 2026``.

    ``months`` is ``gregorian``, ``levantine`` or ``both``; a way the language does not have, or none, is its usual one.
    """
    number = lang.first_day if day.day == 1 and lang.first_day else str(day.day)
    text = lang.date_pattern.format(day=number, month=month_name(day.month, lang, months), year=day.year)
    return to_system(text, digits or lang.digits)


HIJRI_YEARS = (1343, 1500)
"""The years for which the Umm al-Qura calendar is published; outside them its days are not known."""


@lru_cache(maxsize=4096)
def hijri(day: date) -> tuple[int, int, int] | None:
    """(year, month, day) of a day in the Umm al-Qura calendar; None outside ``HIJRI_YEARS``."""
    from hijridate import Gregorian

    try:
        found = Gregorian(day.year, day.month, day.day).to_hijri()
    except OverflowError:
        return None
    return found.year, found.month, found.day


def format_hijri(day: date, lang: Lang, digits: DigitSystem | None = None) -> str:
    """The same day in the Islamic calendar: ``٢٣ رمضان ١٤٤٧ هـ``; empty where it has none, or the language no names."""
    found = hijri(day) if lang.hijri_months else None
    if found is None:
        return ""
    year, month, number = found
    text = lang.hijri_pattern.format(day=number, month=lang.hijri_months[month - 1], year=year)
    return to_system(text, digits or lang.digits)


def parse_date(text: str) -> date | None:
    """A day written ``2026-03-12``, in any digits; None for anything else, also for days that never were."""
    match = _ISO.fullmatch(to_system(text.strip(), "latn"))
    if not match:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def reading_minutes(words: int) -> int:
    """Minutes it takes to read so many words, at least one."""
    return max(1, round(words / WORDS_A_MINUTE))
