"""Dates as pages print them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from lisanayn.model.article import Moment
from lisanayn.model.frame import Day
from lisanayn.pages.site import Site
from lisanayn.settings import Names, localized
from lisanayn.text.dates import format_date, format_hijri
from lisanayn.text.languages import LANGUAGES, DigitSystem


def day_in(moment: Moment | date | None, lang: str, site: Site) -> Day | None:
    """A day written in a language, by the calendars of the site's settings; None for None."""
    if moment is None:
        return None
    day = moment.day if isinstance(moment, Moment) else moment
    return _day(day, lang, *_way(lang, site.months, site.digits, site.calendars))


@lru_cache(maxsize=256)
def _way(
    lang: str, months: Names, digits: tuple[tuple[str, DigitSystem], ...], calendars: Names
) -> tuple[str, DigitSystem, bool]:
    """How a site writes days in a language: names of months, digits, whether in both calendars."""
    return localized(months, lang), dict(digits)[lang], localized(calendars, lang) == "both"


@lru_cache(maxsize=20_000)
def _day(day: date, lang: str, months: str, digits: DigitSystem, both: bool) -> Day:
    """Lists and pages show the same days again and again."""
    table = LANGUAGES[lang]
    text = format_date(day, table, months, digits)
    other = format_hijri(day, table, digits) if both else ""
    return Day(day.isoformat(), f"{text} ({other})" if other else text)


def timestamp(moment: Moment | None) -> str:
    """A moment for machines: the day alone where the author gave no time; empty for None."""
    if moment is None:
        return ""
    at = moment.instant
    if (at.hour, at.minute, at.second) == (0, 0, 0) and at.date() == moment.day:
        return moment.day.isoformat()
    return at.isoformat().replace("+00:00", "Z")
