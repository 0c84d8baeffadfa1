"""Captions: what is one, what is not, and how its credit is taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lisanayn.model.agency import Agency, agency_table
from lisanayn.parse.captions import Mode, split_credit, unknown_credit
from lisanayn.problem_codes import PROBLEM_CODES
from lisanayn.problems import Location, Severity
from lisanayn.text.newswire import WORDS

AGENCIES = agency_table(())


def parts(text: str, lang: str = "ar", mode: Mode = "wire") -> tuple[str, str, str, bool] | None:
    """(caption, credit, qualifier, known), or None when the line is no caption."""
    credit = split_credit(text, lang, AGENCIES, mode)
    return None if credit is None else (credit.caption, credit.credit, credit.qualifier, credit.known)


@pytest.mark.parametrize(
    ("tail", "credit", "qualifier"),
    [
        ("(رويترز)", "رويترز", ""),
        ("(رويترز-أرشيف)", "رويترز", "أرشيف"),
        ("(رويترز - أرشيف)", "رويترز", "أرشيف"),
        ("(رويترز – أرشيف)", "رويترز", "أرشيف"),
        ("(رويترز/أرشيف)", "رويترز", "أرشيف"),
        ("(رويترز أرشيف)", "رويترز", "أرشيف"),
        ("(رويترز، أرشيف)", "رويترز", "أرشيف"),
        ("(أرشيف - رويترز)", "رويترز", "أرشيف"),
        ("(أرشيف رويترز)", "رويترز", "أرشيف"),
        ("(رويترز (أرشيف))", "رويترز", "أرشيف"),
        ("(أرشيف)", "", "أرشيف"),
        ("(صورة أرشيفية)", "", "صورة أرشيفية"),
        ("(أرشيفية)", "", "أرشيفية"),
        ("(الجزيرة-خاص)", "الجزيرة", "خاص"),
        ("(خاص بالجزيرة نت)", "خاص بالجزيرة نت", ""),
        ("(بيكسلز - تعبيرية)", "بيكسلز", "تعبيرية"),
        ("(رويترز/الفرنسية)", "رويترز/الفرنسية", ""),
        ("(الجزيرة + وكالات)", "الجزيرة + وكالات", ""),
        ("(محمد سالم - رويترز)", "محمد سالم - رويترز", ""),
        ("(مواقع التواصل الاجتماعي-أرشيف)", "مواقع التواصل الاجتماعي", "أرشيف"),
        ("(أ ف ب)", "أ ف ب", ""),
        ("(د.ب.أ)", "د.ب.أ", ""),
        ("(AFP/File)", "AFP", "File"),
        ("(رُويتـرز)", "رُويتـرز", ""),
        ("[رويترز]", "رويترز", ""),
        ("﴿رويترز﴾", "رويترز", ""),
        ("﴾رويترز﴿", "رويترز", ""),
        ("（رويترز）", "رويترز", ""),
        (")رويترز(", "رويترز", ""),
        ("(رويترز", "رويترز", ""),
        ("© رويترز", "رويترز", ""),
        ("| رويترز", "رويترز", ""),
        ("\u200f(رويترز)\u200f ", "رويترز", ""),
        ("\u00a0( رويترز )\u00a0", "رويترز", ""),
        ("(تصوير: محمد سالم - رويترز)", "محمد سالم - رويترز", ""),
        ("تصوير: محمد سالم - رويترز", "محمد سالم - رويترز", ""),
    ],
)
def test_forms_of_credit(tail: str, credit: str, qualifier: str) -> None:
    caption = "متظاهرون في ساحة المدينة القديمة"
    assert parts(f"{caption} {tail}") == (caption, credit, qualifier, True)


@pytest.mark.parametrize(
    ("line", "caption", "credit", "qualifier"),
    [
        (
            "Palestinians inspect damage in Gaza [Mohammed Salem/Reuters]",
            "Palestinians inspect damage in Gaza",
            "Mohammed Salem/Reuters",
            "",
        ),
        ("A view of the harbour (AFP via Getty Images)", "A view of the harbour", "AFP via Getty Images", ""),
        ("A view of the harbour [File: Reuters]", "A view of the harbour", "Reuters", "File"),
        (
            "A man walks home, Monday, Oct. 9, 2023. (AP Photo/Sam Hill)",
            "A man walks home, Monday, Oct. 9, 2023.",
            "AP Photo/Sam Hill",
            "",
        ),
        (
            "A logo is seen in Davos. REUTERS/Jane Doe/File Photo",
            "A logo is seen in Davos.",
            "REUTERS/Jane Doe",
            "File Photo",
        ),
        ("FILE PHOTO: A logo is seen in Davos (Reuters)", "A logo is seen in Davos", "Reuters", "FILE PHOTO"),
        ("FILE - A logo is seen in Davos, March 2021.", "A logo is seen in Davos, March 2021.", "", "FILE"),
        ("Swimmers at dawn. Photograph: Ali Khan/AFP", "Swimmers at dawn.", "Ali Khan/AFP", ""),
        ("A ship owned by Acme Inc. (Reuters)", "A ship owned by Acme Inc.", "Reuters", ""),
    ],
)
def test_english_forms(line: str, caption: str, credit: str, qualifier: str) -> None:
    assert parts(line, "en") == (caption, credit, qualifier, True)


@pytest.mark.parametrize(
    "line",
    [
        "ستعلن النتائج في وقت وشيك (رويترز).",
        "ستعلن النتائج في وقت وشيك. (رويترز)",
        "هل تعلن النتائج غدا؟ (رويترز)",
        "قالت المصادر إن النتائج ستعلن غدا (رويترز)",
        "وأضاف أن النتائج ستعلن غدا (رويترز)",
        "من جهته أكد الوزير أن النتائج ستعلن غدا (رويترز)",
        "الجملة الأولى. الجملة الثانية. الجملة الثالثة (رويترز)",
        " ".join(["كلمة"] * 46) + " (رويترز)",
        "كتبت الرواية أول مرة باللغة (الفرنسية)",
        "نقلا عن وكالة الأنباء الفرنسية (أ ف ب)",
        "صورة نشرتها وكالة الفضاء الأميركية (ناسا)",
        "هيئة الإذاعة والتلفزيون الإيطالية (RAI)",
        "الهدف (مواقع التواصل والبحث)",
        "حددت الشركة الهدف من الحملة الجديدة (مواقع التواصل والبحث)",
        "ممثلو قيادة التحالف في المنطقة الشرقية (بقيادة الولايات المتحدة)",
        "كانت تلك آخر صورة للقائد العسكري (يمين)",
        "كانت تلك آخر صورة للقائد العسكري (1916)",
        "سجل الهدفين يوسف جابر (23) وأنس الخطيب (78 من ركلة جزاء)",
        "وفد من حركة المقاومة الإسلامية (حماس)",
        "متظاهرون في ساحة المدينة (رويترز) أمس",
        "متظاهرون في ساحة المدينة",
        "(تصفيق)",
        "",
        ")",
    ],
)
def test_no_captions(line: str) -> None:
    assert parts(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Officials said that it was over. (Reuters)",
        "The loan was approved by the International Monetary Fund (IMF)",
        "He worked for twelve years for the Associated Press (AP)",
        "The minister with his deputy Karim Saleh (left)",
        "The plan would cost twelve billion dollars (excluding tax)",
        "She was born in a year of drought (1931)",
    ],
)
def test_no_english_captions(line: str) -> None:
    assert parts(line, "en") is None


def test_captions_with_speakers_brackets_and_two_sentences() -> None:
    assert parts("كاتز: السبب وراء التعثر هو العدد (الجزيرة)") is not None
    assert parts("رئيس حركة (الأمل) يتحدث للصحفيين (الأناضول)") is not None
    assert parts("الجلسة استمرت سبع ساعات. النواب صوتوا (الفرنسية)") is not None
    assert parts('"فقدت كل شيء".. رجل أمام بيته (رويترز)') is not None


def test_nouns_that_look_like_verbs_open_captions() -> None:
    assert parts("نقل جرحى إلى المستشفى الميداني (الأناضول)") is not None
    assert parts("ونقل المتحدث عن الجرحى شكواهم (الأناضول)") is None


def test_unknown_names() -> None:
    assert parts("دخان يتصاعد من موقع القصف (الجيش الإسرائيلي)") == (
        "دخان يتصاعد من موقع القصف",
        "الجيش الإسرائيلي",
        "",
        False,
    )
    assert parts("A view of the harbour (Anna Petrova)", "en") == ("A view of the harbour", "Anna Petrova", "", False)
    assert parts("موقع القصف (الجيش الإسرائيلي)") is None, "too few words before an unknown name"
    assert parts(" ".join(["كلمة"] * 31) + " (الجيش الإسرائيلي)") is None


def test_a_known_credit_is_surer_than_an_unknown_one_and_a_long_caption_than_a_short_one() -> None:
    known = split_credit("دخان يتصاعد من موقع القصف (رويترز)", "ar", AGENCIES)
    short = split_credit("آسيا الصغرى (الأناضول)", "ar", AGENCIES)
    unknown = split_credit("دخان يتصاعد من موقع القصف (شهود عيان)", "ar", AGENCIES)
    assert known and short and unknown
    assert known.confidence > short.confidence > unknown.confidence
    assert "reuters" in known.reason


def test_an_author_who_places_a_picture_may_write_full_stops() -> None:
    for line in ("المرفأ عند الفجر. (رويترز)", "المرفأ عند الفجر (رويترز)."):
        credit = split_credit(line, "ar", AGENCIES, "figure")
        assert credit and credit.credit == "رويترز"
    assert parts("المرفأ عند الفجر (سمير حداد)", mode="figure") == ("المرفأ عند الفجر", "سمير حداد", "", False)
    assert parts("المرفأ عند الفجر (من جهة الشرق)", mode="figure") is None
    assert parts("المرفأ عند الفجر", mode="figure") is None


def test_a_sites_own_agency_is_known() -> None:
    table = agency_table([Agency("bank", (("ar", "وكالة الضفاف"), ("en", "Bank Agency")))])
    credit = split_credit("المرفأ عند الفجر (الضفاف - أرشيف)", "ar", table)
    assert credit and (credit.credit, credit.qualifier, credit.known) == ("الضفاف", "أرشيف", True)


def test_the_warning_for_an_unknown_credit() -> None:
    problem = unknown_credit('صحيفة "النهر"', "ar", Location("content/a/ar.txt", 7))
    assert (problem.code, problem.severity, problem.at.line) == ("credit-unknown", Severity.WARNING, 7)
    assert problem.code in PROBLEM_CODES
    assert '`ar = "صحيفة \\"النهر\\""`' in problem.hint


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=200), lang=st.sampled_from([*WORDS, "xx"]), mode=st.sampled_from(["wire", "figure"]))
def test_any_text_is_judged(text: str, lang: str, mode: Mode) -> None:
    credit = split_credit(text + " (رويترز)", lang, AGENCIES, mode)
    if credit is not None:
        assert credit.caption in text
        assert 0 < credit.confidence <= 1
