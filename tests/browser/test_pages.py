"""What holds on every page: direction as it is drawn, sides, type, links that work from a folder."""

import pytest

from tests.browser.conftest import kinds_of
from tests.browser.visual import MODES, show


def test_every_arabic_and_english_text_has_its_own_direction(page, address, output):
    for path in kinds_of(output):
        page.goto(address + path)
        wrong = page.evaluate(
            """() => [...document.querySelectorAll("body :lang(ar), body :lang(en)")]
                 .filter(e => e.textContent.trim() && !e.closest("pre, code, kbd, bdi[dir], [dir=ltr]:lang(ar)"))
                 .filter(e => getComputedStyle(e).direction !== (e.matches(":lang(ar)") ? "rtl" : "ltr"))
                 .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && /\\p{L}/u.test(n.data)))
                 .map(e => e.outerHTML.slice(0, 120))"""
        )
        assert wrong == [], path


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_arabic_stands_on_the_right_in_both_interfaces(page, address, lang):
    page.goto(f"{address}{lang}/astrolabe/index.html")
    overlapping = page.evaluate(
        """() => [...document.querySelectorAll(".title, .stand, .pair, .sub, .item")].filter(row => {
             const [arabic, english] = ["ar", "en"].map(lang => row.querySelector(`:scope > [lang=${lang}]`));
             return arabic.getBoundingClientRect().left < english.getBoundingClientRect().right; }).length"""
    )
    assert overlapping == 0


def test_arabic_is_never_spaced_out_slanted_hyphenated_or_justified(page, address):
    for path in ("ar/letter-and-number/index.html", "en/letter-and-number/index.html"):
        page.goto(address + path)
        wrong = page.evaluate(
            """() => [...document.querySelectorAll("body :lang(ar)")].filter(e => { const s = getComputedStyle(e);
                 return (s.letterSpacing !== "normal" && parseFloat(s.letterSpacing) !== 0) || s.fontStyle !== "normal"
                   || s.textTransform !== "none" || s.textAlign === "justify" || s.hyphens !== "manual"; })
                 .map(e => e.outerHTML.slice(0, 100))"""
        )
        assert wrong == [], path


def test_rows_leave_room_for_marks_and_nothing_cuts_them_off(page, address):
    """Checklist 48: 1.6 for reading, 1.35 for titles; whatever clips its content is high enough for it."""
    page.goto(f"{address}ar/astrolabe/index.html")
    ratios = """selector => [...document.querySelectorAll(selector)].filter(one => one.checkVisibility()).map(one => {
      const style = getComputedStyle(one); return parseFloat(style.lineHeight) / parseFloat(style.fontSize); })"""
    for mode in MODES:
        show(page, mode)
        assert min(page.evaluate(ratios, ".para > .pair > [lang=ar]"), default=1.6) >= 1.6, mode
        assert min(page.evaluate(ratios, ":is(h1, h2) [lang=ar]")) >= 1.35, mode
    cut = page.evaluate(
        """() => [...document.querySelectorAll("body *")].filter(one => one.matches(":has([lang=ar]), [lang=ar]")
             && !/visible/.test(getComputedStyle(one).overflowY) && !one.closest(".vh, .colon, .panel")
             && one.checkVisibility() && one.scrollHeight > one.clientHeight + 1).map(one => one.className)"""
    )
    assert cut == []


def test_the_site_reads_from_a_folder_without_a_server(page, output):
    page.goto((output / "ar" / "index.html").as_uri())
    page.click(".entry h2 a")
    page.wait_for_selector("main article.reader")
    for link in page.evaluate("[...document.links].map(a => a.href).filter(href => href.startsWith('file:'))"):
        assert link.partition("#")[0].endswith((".html", ".svg", ".tmx", ".json", ".xml")), link
