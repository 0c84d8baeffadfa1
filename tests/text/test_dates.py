"""Dates, written and read."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date as babel_date
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.text.dates import format_date, month_name, parse_date, reading_minutes
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
    want = babel_date(day, "long", locale=code)
    assert format_date(day, lang(code), digits="latn") == to_system(want, "latn").replace("\u200f", "")


def test_a_month_has_both_names_once() -> None:
    assert month_name(1, lang("ar"), "both") == "كانون الثاني/يناير"
    assert month_name(1, lang("en"), "both") == "January"


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
