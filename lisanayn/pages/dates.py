"""Dates as pages print them."""

from __future__ import annotations

from datetime import date

from lisanayn.model.article import Moment
from lisanayn.model.frame import Day
from lisanayn.pages.site import Site
from lisanayn.settings import localized
from lisanayn.text.dates import format_date
from lisanayn.text.languages import LANGUAGES


def day_in(moment: Moment | date | None, lang: str, site: Site) -> Day | None:
    """A day written in a language; None for None."""
    if moment is None:
        return None
    day = moment.day if isinstance(moment, Moment) else moment
    text = format_date(day, LANGUAGES[lang], localized(site.months, lang), site.digit_system(lang))
    return Day(day.isoformat(), text)


def timestamp(moment: Moment | None) -> str:
    """A moment for machines: the day alone where the author gave no time; empty for None."""
    if moment is None:
        return ""
    at = moment.instant
    if (at.hour, at.minute, at.second) == (0, 0, 0) and at.date() == moment.day:
        return moment.day.isoformat()
    return at.isoformat().replace("+00:00", "Z")
