"""A lint of the interface's words in all catalogues: what a proof-reader would mark.

BBC's front end once published «،التعليق» and «صدر الصورة، » (simorgh#2706, #3823): slips that no compiler sees and that
a test can see.
"""

import re
from collections import Counter

import pytest

from lisanayn.render.strings import read_catalogue
from lisanayn.text.lang import words
from lisanayn.text.languages import LANGUAGES
from tests.pages.stories import sources

TEXTS = sources()["catalogues"]
CATALOGUES = {lang: read_catalogue(lang, text) for lang, text in TEXTS.items()}
LANGS = sorted(CATALOGUES)
SCRIPTS = {lang: LANGUAGES[lang].script for lang in LANGS}

WITH_HAMZA = words(
    """
    إلى أو أن إن أي أيضا أول الأول الأولى آخر الآخر أخرى الأخرى آخران أصل الأصل أصلها الأصلي الأصلية أحدث الأحدث أقدم
    الأقدم أكثر الأكثر أسماء الأسماء أسفل أعلى أظهر أخف أعد أرسل أضف أضافها أنجزت أرقام أرشيف الأرشيف إعداد الإعدادات
    إذا إخفاء إظهار إلغاء إغلاق إرسال الإبداعي اقرأ يقرأ خطأ الخطأ أثناء الآن آلية الآلية
    """
)
WASL_WITH_HAMZA = words(
    """
    إسم الإسم إختر إنتقل إنتقلت إنسخ إضغط إبحث إفتح إبن إثنان إستخدم إستعمال الإشتقاق إختصارات الإختصارات إشترك إتصال
    """
)
TAA = words("صفحه الصفحه جمله الجمله لغه اللغه ترجمه الترجمه صوره الصوره دقيقه مقاله السنه قائمه القائمه")
JOINED = "وفبلك"


def bare(word):
    """The word as careless typing leaves it: no hamza on or under the alef."""
    return re.sub("[أإآ]", "ا", word)


def words_of(text):
    """Its Arabic words without vowel marks, each also without the letters that may be joined to its front."""
    for word in re.findall("[\u0621-\u064a]+", re.sub("[\u064b-\u0652\u0670]", "", text)):
        yield word
        if word[0] in JOINED and len(word) > 4:
            yield word[1:]


def faults(lang, wrong):
    """(key, string) of every string of a language for which ``wrong`` finds something."""
    return [(key, form) for key, forms in CATALOGUES[lang].texts.items() for form in forms if wrong(key, form)]


@pytest.mark.parametrize("lang", LANGS)
def test_every_counting_string_has_all_the_forms_of_the_language(lang):
    wanted = int(re.search(r"nplurals=(\d)", TEXTS[lang])[1])
    entries = re.split(r"\n\s*\n", TEXTS[lang])
    counting = [entry for entry in entries if "msgid_plural" in entry]
    assert counting
    for entry in counting:
        assert re.findall(r"^msgstr\[(\d)\] \"[^\"]", entry, re.M) == [str(n) for n in range(wanted)], entry
    assert {key for key, forms in CATALOGUES[lang].texts.items() if len(forms) > 1} == {
        key for key, forms in CATALOGUES["en"].texts.items() if len(forms) > 1
    }


@pytest.mark.parametrize("lang", LANGS)
def test_every_key_stands_once_and_none_is_empty(lang):
    keys = re.findall(r'^msgid "(.+)"$', TEXTS[lang], re.M)
    assert [key for key, count in Counter(keys).items() if count > 1] == []
    assert set(keys) == set(CATALOGUES[lang].texts)


@pytest.mark.parametrize("lang", LANGS)
def test_no_string_has_space_at_an_end_or_two_in_a_row(lang):
    assert faults(lang, lambda key, form: key != "comma" and (form != form.strip() or "  " in form)) == []


@pytest.mark.parametrize("lang", LANGS)
def test_quotation_marks_and_apostrophes_are_those_of_print(lang):
    assert faults(lang, lambda _, form: re.search("[\"'`]", form)) == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_number_and_no_three_dots_are_written_out(lang):
    """Digits come from the site's settings, so a string never holds one, but for the name of a licence."""
    assert faults(lang, lambda key, form: key != "cc_zero" and re.search(r"\d|\.\.", form)) == []


@pytest.mark.parametrize("lang", LANGS)
def test_marks_of_punctuation_touch_the_word_before_them(lang):
    spaced = "[،؛؟.,]" if lang == "fr" else "[،؛؟.,;:!?]"
    assert faults(lang, lambda key, form: key != "comma" and re.search(rf"\s{spaced}", form)) == []
    assert faults(lang, lambda key, form: re.search(r"[،؛؟,;!?](?=\w)", form)) == []


def test_french_marks_of_two_parts_stand_behind_a_space_that_does_not_break():
    assert faults("fr", lambda _, form: re.search("[^\u00a0\u202f][:;!?»]|«[^\u00a0\u202f]", form)) == []


@pytest.mark.parametrize("lang", [lang for lang in LANGS if SCRIPTS[lang] == "Arab"])
def test_arabic_script_has_the_letters_of_its_language(lang):
    foreign = {"ar": "[یکہےۀپچژگٹڈڑ]", "fa": "[يكىةہےٹڈڑ]", "ur": "[يكىةۀه]"}[lang]
    assert faults(lang, lambda _, form: re.search(foreign, form.replace("ه‍", ""))) == []


def test_arabic_words_have_their_hamza_and_no_other():
    careless = {bare(word) for word in WITH_HAMZA} - set(WITH_HAMZA) | set(WASL_WITH_HAMZA)
    assert faults("ar", lambda _, form: careless & set(words_of(form))) == []


def test_arabic_words_end_in_their_own_letter():
    careless = set(TAA) | {"فى", "الذى", "التى", "إلي", "علي", "حتي"}
    assert faults("ar", lambda _, form: careless & set(words_of(form))) == []


def test_hebrew_words_end_in_final_letters_and_hold_none_inside():
    assert faults("he", lambda _, form: re.search("[כמנפצ](?![\u05d0-\u05ea׳״])|[ךםןףץ][\u05d0-\u05ea]", form)) == []


@pytest.mark.parametrize("lang", [lang for lang in LANGS if SCRIPTS[lang] != "Latn"])
def test_no_latin_letter_stands_in_another_script(lang):
    """Two strings hold names: of a key of the keyboard, and of a licence."""
    plain = {key: re.sub(r"\{\w+\}", "", " ".join(forms)) for key, forms in CATALOGUES[lang].texts.items()}
    assert {key for key, text in plain.items() if re.search("[A-Za-z]", text)} <= {"key_enter", "cc_zero"}


@pytest.mark.parametrize(
    ("lang", "form"),
    [("ar", "الى النص"), ("ar", "والاصل"), ("ar", "إختر"), ("ar", "الصفحه"), ("he", "שלומ"), ("fa", "كتاب")],
)
def test_the_lint_sees_what_it_is_for(lang, form, monkeypatch):
    monkeypatch.setitem(CATALOGUES[lang].texts, "slip", (form,))
    tests = {
        "ar": [test_arabic_words_have_their_hamza_and_no_other, test_arabic_words_end_in_their_own_letter],
        "he": [test_hebrew_words_end_in_final_letters_and_hold_none_inside],
        "fa": [lambda: test_arabic_script_has_the_letters_of_its_language("fa")],
    }[lang]
    caught = 0
    for test in tests:
        try:
            test()
        except AssertionError:
            caught += 1
    assert caught
