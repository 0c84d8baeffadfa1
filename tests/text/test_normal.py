"""What every source text passes through."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.text.normal import MOST_MARKS, Form, clean_text, compose, control_characters, excessive_marks, normalized


@pytest.mark.parametrize(
    ("given_text", "want"),
    [
        ("ﻣﺮﺣﺒﺎ", "مرحبا"),
        ("ﻻ ﻷ ﻵ ﻹ", "لا لأ لآ لإ"),
        ("ﭘﺎرﯾﺲ ﮐﺘﺎب", "پاریس کتاب"),
        ("ﷴ ﷼", "محمد ریال"),
        ("صلى الله عليه وسلم ﷺ و ﷲ", "صلى الله عليه وسلم ﷺ و ﷲ"),
        ("﴿قل هو الله أحد﴾", "﴿قل هو الله أحد﴾"),
        ("كتاب\ufe70", "كتاب\u064b"),
        ("م\ufe77د", "م\u064eد"),
        ("\ufeffعنوان", "عنوان"),
        ("\u200fسوريا\u200e و\u2067BBC\u2069 \u202bنص\u202c \u061cنعم", "سوريا وBBC نص نعم"),
        ("ا\u0655سلام و ا\u0654حمد", "إسلام و أحمد"),
        ("cafe\u0301", "café"),
    ],
)
def test_letters_become_plain_letters(given_text: str, want: str) -> None:
    assert clean_text(given_text) == want


@pytest.mark.parametrize(
    "text",
    [
        "مدرســـة، «نعم» ؛ ٣٫٥ ٪ – … “x”",
        "می‌روم و لا\u200dه",
        "سنة ١٤٤٥ هـ، كُتُبٌ، ٱلله، شيء\u00a0ما",
        "ﬁne ½ ² Ａ",
        "\tسطر\r\nسطر\u2028سطر",
        "plain",
        "",
    ],
)
def test_nothing_else_changes(text: str) -> None:
    assert clean_text(text) == text


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(st.text())
def test_line_ends_stay(text: str) -> None:
    assert [c for c in clean_text(text) if c in "\n\r"] == [c for c in text if c in "\n\r"]


@given(st.text())
def test_composing_is_nfc_where_marks_are_few(text: str) -> None:
    if excessive_marks(text) < 0:
        assert compose(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC"])
def test_a_long_run_of_marks_stays_and_the_rest_is_normalized(form: Form) -> None:
    run = "\u0651\u064e" * 50_000
    text = f"e\u0301 ب{run} e\u0301"
    accented = unicodedata.normalize(form, "e\u0301")
    assert normalized(text, form) == f"{accented} ب{run} {accented}"


def test_the_first_excessive_run_is_found() -> None:
    fine, long = "ب" + "\u064e" * MOST_MARKS, "ب" + "\u0651\u064e" * MOST_MARKS
    assert excessive_marks(fine) == -1
    assert excessive_marks("أ" + fine) == -1
    assert excessive_marks(fine + "\u064e") == 1
    assert excessive_marks(f"{fine} {long}") == len(fine) + 2


@pytest.mark.parametrize("marks", ["\u0301", "\u1037", "\U0001d165", "\u05b0", "\u0e38"])
def test_marks_of_every_script_count(marks: str) -> None:
    assert excessive_marks("x" + marks * 31) == 1
    assert excessive_marks("x" + marks * 30) == -1


@pytest.mark.parametrize("text", ["ကခဂဃငစဆဇဈညဋဌဍဎဏတထဒဓနပဖဗဘမယရလဝသဟဠအ" * 3, "😀" * 99, "א" * 99, "ب" * 99])
def test_long_words_are_not_marks(text: str) -> None:
    assert excessive_marks(text) == -1


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("سطر\x00 وسطر\x1b", ((3, "\x00"), (9, "\x1b"))),
        ("a\x9bb\x7f", ((1, "\x9b"), (3, "\x7f"))),
        ("\u202eabc\u202d", ((0, "\u202e"), (4, "\u202d"))),
        ("\ufffe\uffff\ufdd0\U0001fffe", ((0, "\ufffe"), (1, "\uffff"), (2, "\ufdd0"), (3, "\U0001fffe"))),
        ("\ud800", ((0, "\ud800"),)),
        ("نص\tنص\r\nنص\u200f\u2067نص\u2069 می‌روم", ()),
    ],
)
def test_characters_that_no_text_may_hold(text: str, want: tuple[tuple[int, str], ...]) -> None:
    assert control_characters(text) == want
