"""What only a browser can tell: direction as it is drawn, layout, baselines, scripts off."""

import pytest

from tests.browser.conftest import pages_of

VISUAL_ORDER = """
element => {
  const glyphs = [];
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode());) {
    for (let at = 0; at < node.data.length; at++) {
      const range = document.createRange();
      range.setStart(node, at); range.setEnd(node, at + 1);
      const box = range.getClientRects()[0];
      if (box && box.width > 0) glyphs.push([Math.round(box.top / 8), box.left, node.data[at]]);
    }
  }
  glyphs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return glyphs.map(glyph => glyph[2]).join("");
}
"""


def test_every_arabic_and_english_text_has_its_own_direction(page, address, output):
    for path in pages_of(output):
        page.goto(address + path)
        wrong = page.evaluate(
            """() => [...document.querySelectorAll("body :lang(ar), body :lang(en)")]
                 .filter(e => e.textContent.trim() && !e.closest("pre, code, kbd, bdi[dir], [dir=ltr]:lang(ar)"))
                 .filter(e => getComputedStyle(e).direction !== (e.matches(":lang(ar)") ? "rtl" : "ltr"))
                 .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && /\\p{L}/u.test(n.data)))
                 .map(e => e.outerHTML.slice(0, 120))"""
        )
        assert wrong == [], path


@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_no_page_scrolls_sideways(page, address, output, width):
    page.set_viewport_size({"width": width, "height": 800})
    for path in pages_of(output):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_arabic_stands_on_the_right_in_both_interfaces(page, address):
    for lang in ("ar", "en"):
        page.goto(f"{address}{lang}/astrolabe/index.html")
        for row in page.query_selector_all(".pair")[:6]:
            arabic, english = row.query_selector("[lang=ar]"), row.query_selector("[lang=en]")
            assert arabic.bounding_box()["x"] > english.bounding_box()["x"] + english.bounding_box()["width"] - 1


def test_the_first_lines_of_a_pair_share_a_baseline(page, address):
    page.goto(f"{address}en/astrolabe/index.html")
    apart = page.evaluate(
        """() => [...document.querySelectorAll(".pair")].map(row => {
             const base = e => { const mark = document.createElement("span");
               mark.style.cssText = "display:inline-block;width:0;height:0"; e.prepend(mark);
               const y = mark.getBoundingClientRect().bottom; mark.remove(); return y; };
             return Math.abs(base(row.querySelector("[lang=ar]")) - base(row.querySelector("[lang=en]"))); })"""
    )
    assert len(apart) >= 20 and max(apart) <= 0.5


def test_the_full_stop_of_an_arabic_sentence_is_its_leftmost_sign(page, address):
    page.goto(f"{address}en/letter-and-number/index.html?mode=ar")
    page.set_viewport_size({"width": 4000, "height": 1000})
    page.goto(f"{address}en/letter-and-number/index.html")
    seen = 0
    for text in page.query_selector_all(".pair > [lang=ar]"):
        if text.text_content().strip().endswith("."):
            last_line = text.evaluate(VISUAL_ORDER)
            assert "." in last_line
            seen += 1
    assert seen > 10


def test_every_text_is_there_with_scripts_off(browser, address):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    page.goto(f"{address}ar/astrolabe/index.html")
    assert len([row for row in page.query_selector_all(".pair [lang=en]") if row.is_visible()]) >= 20
    page.click("label[for=m-stack]")
    arabic, english = (page.query_selector(f"#s1 > [lang={lang}]").bounding_box() for lang in ("ar", "en"))
    assert english["y"] >= arabic["y"] + arabic["height"] - 1
    context.close()


def test_a_deep_link_arrives_at_its_sentence(page, address):
    page.goto(f"{address}ar/astrolabe/index.html#s13")
    box = page.query_selector("#s13").bounding_box()
    assert 0 <= box["y"] <= 900


def test_arabic_is_never_spaced_out_slanted_or_hyphenated(page, address):
    page.goto(f"{address}ar/astrolabe/index.html")
    wrong = page.evaluate(
        """() => [...document.querySelectorAll("body :lang(ar)")].filter(e => { const s = getComputedStyle(e);
             return (s.letterSpacing !== "normal" && parseFloat(s.letterSpacing) !== 0) || s.fontStyle !== "normal"
               || s.textTransform !== "none" || s.textAlign === "justify"; }).map(e => e.outerHTML.slice(0, 100))"""
    )
    assert wrong == []


def test_the_site_reads_from_a_folder_without_a_server(page, output):
    page.goto((output / "ar" / "index.html").as_uri())
    page.click(".entry h2 a")
    page.wait_for_selector("main article.reader")
    for link in page.evaluate("[...document.links].map(a => a.href).filter(href => href.startsWith('file:'))"):
        assert link.partition("#")[0].endswith((".html", ".svg", ".tmx", ".json")), link
