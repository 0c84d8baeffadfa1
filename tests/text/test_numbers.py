"""Numbers: plural forms against CLDR (through Babel), digits and separators."""

from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.text.lang import DigitSystem
from lisanayn.text.languages import LANGUAGES, lang
from lisanayn.text.numbers import format_number, plural_category, to_system

COUNTS = [*range(1200), 9_999, 10_000, 99_999, 1_000_000, 1_000_003, 2_000_000, 10**9]


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_plural_categories_are_those_of_cldr(code: str) -> None:
    rule = Locale(code).plural_form
    assert [plural_category(n, lang(code)) for n in COUNTS] == [rule(n) for n in COUNTS]


@pytest.mark.parametrize(
    ("n", "want"),
    [
        *[(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"), (100, "other")],
        *[(101, "other"), (102, "other"), (103, "few"), (111, "many"), (1000, "other"), (-3, "few")],
    ],
)
def test_the_six_forms_of_arabic(n: int, want: str) -> None:
    assert plural_category(n, lang("ar")) == want


@pytest.mark.parametrize(
    ("n", "code", "digits", "want"),
    [
        (1234567, "en", None, "1,234,567"),
        (1234567, "ar", None, "١٬٢٣٤٬٥٦٧"),
        (1234567, "ar", "latn", "1,234,567"),
        (1234567, "fa", None, "۱٬۲۳۴٬۵۶۷"),
        (1234567, "fr", None, "1\u202f234\u202f567"),
        (1234567, "he", None, "1,234,567"),
        (3.5, "ar", None, "٣٫٥"),
        (3.5, "ar", "latn", "3.5"),
        (3.5, "fr", None, "3,5"),
        (3.0, "en", None, "3"),
        (1000.25, "en", None, "1,000.25"),
        (0, "ar", None, "٠"),
        (-7, "ar", None, "-٧"),
    ],
)
def test_numbers_are_written_as_the_language_does(
    n: int | float, code: str, digits: DigitSystem | None, want: str
) -> None:
    assert format_number(n, lang(code), digits) == want


@pytest.mark.parametrize(
    ("system", "want"), [("latn", "12 34 56 ٫٬٪"), ("arab", "١٢ ٣٤ ٥٦ ٫٬٪"), ("arabext", "۱۲ ۳۴ ۵۶ ٫٬٪")]
)
def test_digits_change_their_system_and_nothing_else_does(system: DigitSystem, want: str) -> None:
    assert to_system("12 ٣٤ ۵۶ ٫٬٪", system) == want


@given(st.integers(), st.sampled_from(["latn", "arab", "arabext"]))
def test_digits_keep_their_value(n: int, system: DigitSystem) -> None:
    assert int(to_system(str(n), system)) == n
