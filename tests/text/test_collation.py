"""Collation: lists in the order of ICU's collators, written down by hand; and what differs on purpose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lisanayn.text.collation import initial, sort_key
from lisanayn.text.lang import words
from lisanayn.text.languages import LANGUAGES, lang

IN_ICU_ORDER = {
    "ar": """
        24 3 آمنة إبراهيم أحمد احمد باريس بيت بيتنا پاريس تونس ثقافة جاي جبل چاي حب خبز دهب ذهب رأس رؤوس رئيس رز زيت
        سؤال سمك سوق شمس صوت ضوء طعام ظل عرب علوم غرب فلم قلم كتاب كتب گاز لغة ماء مائدة مؤتمر مأمون مدرسة مدرسه
        مدرسى مدرسي موسيقى نهر هدى هواء ورد وردة ياسمين يوسف Élysée paris Paris zebra
    """,
    "fa": "آب اب ایران پدر پسر جا چای زن ژاله کار کتاب گاو گل لاله مادر نان ورزش وقت هوا یاس یک",
    "ur": "آم اب پاکستان تاج ٹماٹر دن ڈاک ژالہ گل گھر لوگ نان وہ ہاتھ یہ",
    "he": "אבא אמא בית ילד ים כלב מים מלך נהר סוף ספר שלום תודה apple",
    "en": "10 9 apple Apple cedar çedilla co-op coop école elan élan Eland New-York Newark Ørsted Orwell resume résumé",
    "fr": "cote coté côte côté eau Eau élan été etre être oeuvre œuvre zone",
}


def in_order(names: list[str], code: str) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name, lang(code)))


@pytest.mark.parametrize("code", sorted(IN_ICU_ORDER))
def test_names_are_in_the_order_of_icu(code: str) -> None:
    names = IN_ICU_ORDER[code].split()
    assert in_order(names[::-1], code) == names


def test_words_come_before_longer_words() -> None:
    names = ["New York", "New Zealand", "Newark"]
    assert in_order(names[::-1], "en") == names


def test_the_arabic_article_is_ignored() -> None:
    names = ["الأردن", "أوروبا", "البحرين", "بيروت", "التعليم", "تونس", "الـمغرب", "موريتانيا", "اليمن"]
    assert in_order(names[::-1], "ar") == names


def test_words_that_begin_like_the_article_are_not_shortened() -> None:
    names = ["التزام", "ألعاب", "الله", "ألمانيا", "التراث"]
    assert in_order(names[::-1], "ar") == names


def test_quotation_marks_vowel_marks_and_digits_make_no_difference_to_the_order() -> None:
    names = ["«بيت» ١", "بَيْت 2", "بيت ٣"]
    assert in_order(names[::-1], "ar") == names


@pytest.mark.parametrize(
    ("name", "code", "want"),
    [
        ("الأردن", "ar", "ا"),
        ("أحمد", "ar", "ا"),
        ("آثار", "ar", "ا"),
        ("مدرسة", "ar", "م"),
        ("«القدس»", "ar", "ق"),
        ("يوسف", "ar", "ي"),
        ("کتاب", "ar", "ك"),
        ("24 ساعة", "ar", "#"),
        ("٢٤ ساعة", "ar", "#"),
        ("BBC", "ar", "B"),
        ("آب", "fa", "آ"),
        ("ایران", "fa", "ا"),
        ("كتاب", "fa", "ک"),
        ("ہاتھ", "ur", "ہ"),
        ("ךמ", "he", "כ"),
        ("Écriture", "fr", "E"),
        ("œuvre", "fr", "O"),
        ("“quoted”", "en", "Q"),
        ("سوريا", "en", "س"),
        ("…", "en", "#"),
        ("", "en", "#"),
    ],
)
def test_the_letter_a_name_stands_under(name: str, code: str, want: str) -> None:
    assert initial(name, lang(code)) == want


@given(st.text(), st.text(), st.sampled_from(sorted(LANGUAGES)))
def test_only_equal_names_have_equal_keys(one: str, other: str, code: str) -> None:
    assert (sort_key(one, lang(code))[2] == sort_key(other, lang(code))[2]) == (one.swapcase() == other.swapcase())


@given(st.lists(st.sampled_from(words("أحمد إبراهيم الأردن تونس ثقافة پاريس Paris École zebra 24 «ماء»")), unique=True))
def test_names_of_one_letter_stand_together(names: list[str]) -> None:
    letters = [initial(name, lang("ar")) for name in in_order(names, "ar")]
    assert [letter for n, letter in enumerate(letters) if letter in letters[:n] and letters[n - 1] != letter] == []
