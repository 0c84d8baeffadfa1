"""Dates, written and read."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date as babel_date
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.text.dates import HIJRI_YEARS, format_date, format_hijri, hijri, month_name, parse_date, reading_minutes
from lisanayn.text.lang import DigitSystem
from lisanayn.text.languages import LANGUAGES, lang
from lisanayn.text.numbers import to_system

DAY = date(2026, 9, 12)


@pytest.mark.parametrize(
    ("code", "months", "digits", "want"),
    [
        ("ar", "", None, "١٢ سبتمبر ٢٠٢٦"),
        ("ar", "gregorian", None, "١٢ سبتمبر ٢٠٢٦"),
        ("ar", "levantine", None, "١٢ أيلول ٢٠٢٦"),
        ("ar", "both", None, "١٢ أيلول/سبتمبر ٢٠٢٦"),
        ("ar", "both", "latn", "12 أيلول/سبتمبر 2026"),
        ("en", "", None, "12 September 2026"),
        ("en", "both", None, "12 September 2026"),
        ("en", "levantine", "latn", "12 September 2026"),
        ("fa", "", None, "۱۲ سپتامبر ۲۰۲۶"),
        ("he", "", None, "12 בספטמבר 2026"),
        ("ur", "", None, "12 ستمبر 2026"),
        ("fr", "", None, "12 septembre 2026"),
    ],
)
def test_a_day_in_words(code: str, months: str, digits: DigitSystem | None, want: str) -> None:
    assert format_date(DAY, lang(code), months, digits) == want


def test_the_first_of_a_month_in_french() -> None:
    assert format_date(date(2026, 3, 1), lang("fr")) == "1er mars 2026"


@pytest.mark.parametrize("code", sorted(set(LANGUAGES) - {"en", "fr", "ur"}))
@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_a_day_is_written_as_cldr_does_but_for_the_digits(code: str, day: date) -> None:
    want = to_system(babel_date(day, "long", locale=code), "latn").replace("\u200f", "")
    # the hamza that joins a Persian month to its year is CLDR's up to Babel 2.18
    assert format_date(day, lang(code), digits="latn").replace("\u0654", "") == want.replace("\u0654", "")


def test_a_month_has_both_names_once() -> None:
    assert month_name(1, lang("ar"), "both") == "كانون الثاني/يناير"
    assert month_name(1, lang("en"), "both") == "January"


def test_a_month_as_a_heading_has_no_ending_of_a_date() -> None:
    assert (month_name(1, lang("fa")), month_name(1, lang("fa"), alone=True)) == ("ژانویهٔ", "ژانویه")
    assert month_name(3, lang("ar"), "both", alone=True) == "آذار/مارس"


@pytest.mark.parametrize(
    ("code", "want"),
    [
        ("ar", "٢٣ رمضان ١٤٤٧ هـ"),
        ("en", "23 Ramadan 1447 AH"),
        ("fa", "۲۳ رمضان ۱۴۴۷ ه‍.ق."),
        ("ur", "23 رمضان 1447 ہجری"),
        ("he", "23 ברמדאן 1447 להג׳רה"),
        ("fr", "23 ramadan 1447 de l’hégire"),
    ],
)
def test_a_day_in_the_islamic_calendar(code: str, want: str) -> None:
    assert format_hijri(date(2026, 3, 12), lang(code)) == want


@pytest.mark.parametrize(("day", "want"), [("1924-08-01", (1343, 1, 1)), ("2077-11-16", (1500, 12, 30))])
def test_the_islamic_calendar_reaches_as_far_as_it_is_published(day: str, want: tuple[int, int, int]) -> None:
    assert hijri(date.fromisoformat(day)) == want


@pytest.mark.parametrize("day", [date.min, date(1924, 7, 31), date(2077, 11, 17), date.max])
def test_outside_of_it_a_day_has_no_islamic_date(day: date) -> None:
    assert hijri(day) is None and format_hijri(day, lang("ar")) == ""


@given(st.dates(min_value=date(1924, 8, 1), max_value=date(2077, 11, 15)))
def test_the_next_day_is_the_next_day_in_both_calendars(day: date) -> None:
    today, tomorrow = hijri(day), hijri(date.fromordinal(day.toordinal() + 1))
    assert today is not None and tomorrow is not None
    assert HIJRI_YEARS[0] <= today[0] <= HIJRI_YEARS[1]
    assert tomorrow == (today[0], today[1], today[2] + 1) or (today[2] in (29, 30) and tomorrow[2] == 1)


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_language_names_the_twelve_islamic_months(code: str) -> None:
    assert len(set(lang(code).hijri_months)) == 12 and len(lang(code).months_alone) in (0, 12)


@pytest.mark.parametrize("text", ["2026-03-12", "٢٠٢٦-٠٣-١٢", "۲۰۲۶-۰۳-۱۲", " 2026-03-12 "])
def test_a_day_is_read_in_any_digits(text: str) -> None:
    assert parse_date(text) == date(2026, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        *["", "2024-13-45", "2024-02-30", "0000-00-00", "1445-02-30", "12/05/2024", "2024-5-1", "24-05-01"],
        *["2024-05-01T10:00", "2024-05-01 10:00", "+2024-05-01", "2024–05–01", "May 1, 2024", "20240501"],
        *["２０２４-05-01", "2024-05-01\n2024-05-02", "99999-01-01"],
    ],
)
def test_anything_else_is_no_day(text: str) -> None:
    assert parse_date(text) is None


@given(st.dates())
def test_every_day_is_read_as_python_writes_it(day: date) -> None:
    assert parse_date(day.isoformat()) == day


@given(st.text())
def test_reading_a_day_never_fails(text: str) -> None:
    found = parse_date(text)
    assert found is None or found.isoformat() == to_system(text.strip(), "latn")


@pytest.mark.parametrize(("words", "want"), [(0, 1), (1, 1), (200, 1), (299, 1), (301, 2), (600, 3), (1900, 10)])
def test_reading_minutes(words: int, want: int) -> None:
    assert reading_minutes(words) == want
