"""Section 2 of the checklist: the order in which signs are drawn, in every layout and both interfaces."""

import pytest

from tests.browser.visual import MODES, rtl, show, vis

# How a sentence begins in the source → how it is drawn, from left to right.
DRAWN = {
    # 11, 16: a number after a name of the other script stays behind the name
    "She left": "She left " + rtl("تل أبيب") + " 7 October for the coast.",
    "In تونس": "In " + rtl("تونس") + " 2020-2024 the work went on.",
    # 14: numbers of parts, versions, signs
    "اتصل": rtl(" قبل الظهر.") + "+962 6 555 1234" + rtl("اتصل بالرقم "),
    "وصدر": rtl(" من البرنامج أمس.") + "v2.4.1" + rtl("وصدر الإصدار "),
    "انخفضت": rtl(" ليلا.") + "-7" + rtl("انخفضت الحرارة إلى "),
    "اسم": rtl(" في المجلد.") + "report-7.pdf" + rtl("اسم الملف "),
    # 15: a quotation's own final mark
    "صاح": rtl("» ثم ضحك.") + "Hello, world!" + rtl("صاح الطفل: «"),
    # 16: a range among Arabic words begins at the right
    "امتد": rtl(" في تونس.") + "2024-2020" + rtl("امتد العمل بين عامي "),
    # brackets, per cent on the left, the full stop at the left end even after a Latin name
    "وكتبه": rtl(".") + "1977" + rtl(") عام ") + "Alan Kay" + rtl("وكتبه ("),
    "وهذا": rtl(") نزاعا.") + "UN" + rtl("وهذا ما تسميه الأمم المتحدة ("),
    "بلغت": rtl(" من المجموع.") + "%42.5" + rtl("بلغت النسبة "),
    "وافتتح": "." + "Le Monde" + rtl("وافتتح المعرض في قاعة "),
    "Alan Kay": "Alan Kay (" + rtl("آلان كاي") + ") wrote it in 1977.",
    "The show": "The show opened in the hall of " + rtl("لوموند") + ".",
}


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_sign_is_drawn_in_its_place(page, address, lang):
    page.goto(f"{address}{lang}/bidi/index.html")
    for mode in MODES:
        show(page, mode)
        seen = 0
        for row in page.query_selector_all(".pair"):
            row.evaluate("row => row.classList.add('open')")
            for text in row.query_selector_all("p"):
                words = text.text_content()
                want = next((drawn for start, drawn in DRAWN.items() if words.startswith(start)), None)
                if want is None or not text.is_visible():
                    continue
                assert vis(text) == [want], (mode, words)
                seen += 1
            row.evaluate("row => row.classList.remove('open')")
        assert seen == len(DRAWN), mode


def test_a_title_that_ends_in_latin_keeps_its_order_in_an_english_list(page, address):
    """Case 13."""
    title = ")" + "UN" + rtl("مفاوضات في الأمم المتحدة (")
    for path, selector in [("bidi", ".title [lang=ar]"), ("search", "a[href*=bidi] [lang=ar]")]:
        page.goto(f"{address}en/{path}/index.html")
        assert vis(page.locator(selector).first) == [title], path


def test_sources_stand_in_the_order_of_the_page(page, address):
    """Case 12: each name is isolated, so that two Latin names in an Arabic line do not change places."""
    page.goto(f"{address}en/bidi/index.html")
    names = "Harbour Wire", "Delta Post", rtl("وكالة الضفة"), rtl("وكالة النهر")
    assert vis(page.locator(".colophon .item dd.left .val").first) == [", ".join(names)]
    assert vis(page.locator(".colophon .item dd.right .val").first) == [rtl("، ").join(reversed(names))]
