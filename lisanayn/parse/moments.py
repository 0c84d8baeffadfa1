"""Dates as an author writes them: ISO 8601, in any digits, with a time and a zone where there is one.

Nothing is guessed: 12/05/2024 is two different days on two sides of a sea, 1445 is a year of two calendars. What is
refused is refused with the form to write instead.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from lisanayn.model.article import Moment
from lisanayn.text.numbers import to_system

FIRST_YEAR = 1700
"""Earlier years are taken for Hijri years or slips: no article of a news site or an archive of one is older."""

_INVISIBLE = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_ISO = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?:(?:T|t| +)([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]{1,9})?)? *(Z|z|UTC|[+-][0-9]{2}:?(?:[0-9]{2})?)?)?"
)
_NUMBERS = re.compile(r"([0-9]{1,4})([-/.\u2212\u2013\u060d\u200f ]+)([0-9]{1,2})\2([0-9]{1,4})\b.*", re.S)


def read_moment(written: str) -> tuple[Moment | None, str, str]:
    """(moment, "", "") for a date or a date with a time; (None, what is wrong, remedy) for anything else."""
    text = _INVISIBLE.sub("", written).strip() if not written.isascii() else written.strip()
    if not text.isascii():
        text = to_system(text, "latn")
    match = _ISO.fullmatch(text)
    if not match:
        return _refused(written, text)
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    fault = _day_fault(year, month, day)
    if fault:
        return None, f"{written!r}: {fault[0]}", fault[1]
    on = date(year, month, day)
    if match[4] is None:
        return Moment(on, datetime(year, month, day, tzinfo=UTC)), "", ""
    hour, minute, second = int(match[4]), int(match[5]), int(match[6] or 0)
    offset = _offset(match[7] or "Z")
    if hour > 23 or minute > 59 or second > 59 or offset is None:
        return None, f"{written!r}: there is no such time of day", "write hours to 23, minutes to 59: 18:30+03:00"
    return Moment(on, _in_utc(datetime.combine(on, time(hour, minute, second), UTC), offset)), "", ""


def _in_utc(local: datetime, offset: timedelta) -> datetime:
    """The instant in UTC; the calendar's last second where it would fall after it (9999-12-31T23:00-05:00)."""
    try:
        return local - offset
    except OverflowError:
        return datetime.max.replace(microsecond=0, tzinfo=UTC)


def _offset(zone: str) -> timedelta | None:
    """A zone as the time it is ahead of UTC; None when there is no such zone."""
    if zone in ("Z", "z", "UTC"):
        return timedelta()
    digits = zone[1:].replace(":", "").ljust(4, "0")
    hours, minutes = int(digits[:2]), int(digits[2:])
    if hours > 23 or minutes > 59:
        return None
    ahead = timedelta(hours=hours, minutes=minutes)
    return -ahead if zone[0] == "-" else ahead


def _day_fault(year: int, month: int, day: int) -> tuple[str, str] | None:
    """Why there was no such day, or not in our calendar: (fault, remedy)."""
    if year < FIRST_YEAR:
        if 1200 <= year <= 1600:
            return f"{year} looks like a Hijri year", "give the Gregorian date"
        return f"the year {year} is before {FIRST_YEAR}", "give the year of publication, with four digits"
    if not 1 <= month <= 12:
        return f"there is no month {month}", "dates are written year-month-day: 2024-05-31"
    last = 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day
    if not 1 <= day <= last:
        return f"month {month} of {year} has {last} days", "correct the day"
    return None


def _refused(written: str, text: str) -> tuple[None, str, str]:
    """A date in another form, with the form to write."""
    match = _NUMBERS.fullmatch(text)
    if match:
        first, second, third = match[1], match[3], match[4]
        if len(first) == 4:
            return None, f"{written!r} is not written as a date", f"write {first}-{int(second):02}-{int(third or 0):02}"
        if len(third) == 4:
            one, two = int(first), int(second)
            ways = [f"{third}-{b:02}-{a:02}" for a, b in ((one, two), (two, one)) if 1 <= b <= 12 and 1 <= a <= 31]
            choice = " or ".join(dict.fromkeys(ways)) or f"{third}-01-31"
            unclear = " can be two different days" if len(set(ways)) > 1 else " is not written as a date"
            return None, f"{written!r}{unclear}", f"write {choice}"
    return None, f"{written!r} is not a date", "write year-month-day, as in 2024-05-31 or 2024-05-31T18:30+02:00"
