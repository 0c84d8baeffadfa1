"""Vowel marks, and the functions of pyarabic that we rely on."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.text.arabic import is_vowelled, press, strip_marks, to_digits
from lisanayn.text.lang import DigitSystem
from lisanayn.text.numbers import to_system
from tests.text.corpus import rows

ARABIC = st.text(alphabet=[chr(code) for code in range(0x600, 0x700)] + list(" \n1a"))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("كُتُبٌ", "كتب"),
        ("مُعَـــرَّبٌ", "معرب"),
        ("هٰذا رَحْمٰن", "هذا رحمن"),
        ("قُلۡ هُوَ ٱللَّهُ أَحَدٌۭ", "قل هو ٱلله أحد"),
        ("أحمد إلى آخر سؤال شيء", "أحمد إلى آخر سؤال شيء"),
        ("ا\u0654حمَد", "أحمد"),
        ("سنة ١٤٤٥ هـ، كتــاب", "سنة ١٤٤٥ هـ، كتاب"),
        ("١٤٤٥هـ", "١٤٤٥هـ"),
        ("هـذا", "هذا"),
        ("ب\u08f0", "ب"),
        ("café", "café"),
    ],
)
def test_marks_go_and_letters_stay(text: str, want: str) -> None:
    assert strip_marks(text) == want


@given(ARABIC)
def test_stripping_twice_is_stripping_once(text: str) -> None:
    assert strip_marks(strip_marks(text)) == strip_marks(text)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("كُلُّ مَنْ عَلَيْهَا فَانٍ", True),
        ("مُعَرَّب", True),
        ("جرّ روسيا بصورة أعمق للحرب", False),
        ("قرصًا صغيرًا", False),
        ("وصل الوفد، وقال «عُمَر» إن الحوار مستمر حتى نهاية الأسبوع", False),
        ("نص بلا تشكيل", False),
        ("Latin", False),
        ("", False),
    ],
)
def test_a_text_is_vowelled_when_a_third_of_its_letters_are(text: str, want: bool) -> None:
    assert is_vowelled(text) is want


@pytest.mark.parametrize(("text", "want"), rows("press.tsv"))
def test_newspaper_arabic(text: str, want: str) -> None:
    assert press(text) == want


@given(ARABIC)
def test_newspaper_arabic_only_leaves_marks_out(text: str) -> None:
    rest = iter(text)
    assert all(letter in rest for letter in press(text))


@given(ARABIC)
def test_newspaper_arabic_of_newspaper_arabic_is_the_same(text: str) -> None:
    assert press(press(text)) == press(text)


@given(ARABIC, st.sampled_from(["latn", "arab", "arabext"]))
def test_pyarabic_writes_digits_as_we_do(text: str, system: DigitSystem) -> None:
    assert to_digits(text, system) == to_system(text, system)


def test_pyarabic_is_loaded_only_for_a_text_with_marks_and_without_warnings() -> None:
    program = (
        "import sys; from lisanayn.text.arabic import strip_marks\n"
        "strip_marks('نص'); assert 'pyarabic' not in sys.modules\n"
        "strip_marks('نصٌّ'); assert 'pyarabic.araby' in sys.modules"
    )
    result = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
