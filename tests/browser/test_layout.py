"""Where things stand: mirrored chrome, one baseline for a pair, no sideways scroll, nothing that jumps."""

from __future__ import annotations

import pytest

from tests.browser.conftest import kinds_of
from tests.browser.visual import MODES, box, show

ARTICLES = ["astrolabe", "letter-and-number", "beja-seed-bank", "gallery", "half"]

WIDEST = """modes => {
  const root = document.documentElement, wide = [];
  for (const mode of modes) for (const size of ["0", "1", "2", "3", "4"]) {
    root.dataset.mode = mode; root.dataset.size = size;
    wide.push([root.scrollWidth, mode, size]);
  }
  return wide;
}"""


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_no_article_scrolls_sideways_in_any_state(page, address, lang):
    """At 320 pixels: five articles in five layouts and five sizes, in each interface."""
    page.set_viewport_size({"width": 320, "height": 800})
    states = 0
    for name in ARTICLES:
        page.goto(f"{address}{lang}/{name}/index.html")
        for width, *state in page.evaluate(WIDEST, MODES):
            assert width <= 320, (name, state)
            states += 1
        page.click(".disp summary")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
    assert states == 125


def test_no_other_page_scrolls_sideways(page, address, output):
    page.set_viewport_size({"width": 320, "height": 800})
    for path in kinds_of(output):
        page.goto(address + path)
        for width, _, size in page.evaluate(WIDEST, ["side"]):
            assert width <= 320, (path, size)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("width", [360, 820, 1024, 1440])
def test_wider_windows_do_not_scroll_sideways_either(page, address, lang, width):
    page.set_viewport_size({"width": width, "height": 800})
    for name in ("letter-and-number", "gallery"):
        page.goto(f"{address}{lang}/{name}/index.html")
        assert max(one[0] for one in page.evaluate(WIDEST, MODES)) <= width, name


BASELINES = """() => [...document.querySelectorAll(".pair, .title, .sub")].map(row => {
  const base = element => {
    const line = document.createElement("span"); /* an empty box sits on the baseline */
    line.style.display = "inline-block";
    element.prepend(line);
    const y = line.getBoundingClientRect().bottom;
    line.remove();
    return y;
  };
  const [right, left] = ["right", "left"].map(side => row.querySelector(`:scope > .${side}:not(.none)`));
  return right && left ? Math.abs(base(right) - base(left)) : 0;
})"""


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("width", [820, 1024, 1440])
def test_the_first_lines_of_a_pair_share_a_baseline(page, address, lang, width):
    page.set_viewport_size({"width": width, "height": 1000})
    page.goto(f"{address}{lang}/astrolabe/index.html")
    apart = page.evaluate(BASELINES)
    assert len(apart) >= 22 and max(apart) <= 0.5


def test_tables_face_each_other_row_by_row_and_stand_one_by_one_where_both_are_too_narrow(page, address):
    read = """() => ["right", "left"].map(side => [...document.querySelectorAll(`.tables > .${side} tr`)].map(row => {
      const cell = row.querySelector(":nth-child(2)"), line = document.createElement("span");
      line.style.display = "inline-block"; cell.prepend(line);
      const y = line.getBoundingClientRect().bottom; line.remove(); return y; }))"""
    page.goto(f"{address}en/letter-and-number/index.html")
    right, left = page.evaluate(read)
    assert len(right) == len(left) == 7
    assert max(abs(one - other) for one, other in zip(right, left, strict=True)) <= 0.5
    page.set_viewport_size({"width": 820, "height": 1180})
    right, left = page.evaluate(read)
    assert max(left) < min(right), "one after the other, the page's own first"
    assert page.evaluate("[...document.querySelectorAll('.scroll')].every(one => one.scrollWidth <= one.clientWidth)")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_name_and_its_tagline_are_as_large_in_every_interface(page, address, lang):
    page.goto(f"{address}{lang}/astrolabe/index.html")
    size = "[...document.querySelectorAll('.site-foot p')].map(one => getComputedStyle(one).fontSize)"
    assert sorted(page.evaluate(size)) == ["14px", "17px"]


def test_what_is_pressed_is_large_enough_for_a_finger(browser, address):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    small = """() => [...document.querySelectorAll(".nav :is(a, .off), .opt, .tick, summary, .btn, .chips a, .lists a")]
      .map(one => [one.className || one.textContent, one.getBoundingClientRect()])
      .filter(([, box]) => box.width && Math.min(box.width, box.height) < 44)
      .map(([name, box]) => [name, box.width, box.height])"""
    for lang in ("ar", "en"):
        page.goto(f"{address}{lang}/astrolabe/index.html")
        page.click(".disp summary")
        assert page.evaluate(small) == []
        nav, text = box(page, ".nav .lang"), box(page, ".text")
        assert nav["left"] >= text["left"] and nav["right"] <= text["right"], "no box stands out of the margin"
    context.close()


def test_both_columns_keep_step_line_by_line(page, address):
    """Rows of both scripts are equally high, so that the n-th lines stand across from each other."""
    page.goto(f"{address}en/letter-and-number/index.html")
    rows = page.evaluate(
        """() => [...document.querySelectorAll(".para > .pair")].map(row => ["right", "left"].map(side =>
             parseFloat(getComputedStyle(row.querySelector(`.${side}`)).lineHeight)))"""
    )
    assert all(right == left for right, left in rows)


START = [".brand", ".meta", ".bar .seg", ".bar", ".site", ".skip", ".cite", ".foot-tags"]
END = [".nav", ".bar .disp", ".bar", ".site"]


def test_the_interface_is_mirrored_between_the_two_languages(page, address):
    """What begins at the left edge in English begins at the right edge in Arabic, at the same distance."""
    edges = {}
    for lang in ("en", "ar"):
        page.goto(f"{address}{lang}/astrolabe/index.html")
        edges[lang] = {selector: box(page, selector) for selector in {*START, *END}}
        page.click(".disp summary")
        edges[lang][".panel"] = box(page, ".panel")
        page.keyboard.press("Escape")
        page.keyboard.press("j")
        edges[lang]["#tools"] = box(page, "#tools")
    width = page.evaluate("document.documentElement.clientWidth")
    for selector in START:
        assert abs(edges["en"][selector]["left"] - (width - edges["ar"][selector]["right"])) <= 1, selector
    for selector in [*END, ".panel"]:
        assert abs(edges["en"][selector]["right"] - (width - edges["ar"][selector]["left"])) <= 1, selector
    for lang in edges:
        tools = edges[lang]["#tools"]
        assert abs(tools["left"] - (width - tools["right"])) <= 1


def test_a_page_turned_round_is_its_own_mirror_image(page, address):
    """The same English page as right-to-left: every part of the chrome at x' = W - x - w. The text itself keeps its
    columns: Arabic is right in both."""
    page.goto(f"{address}en/storks/index.html")
    parts = ".site, .nav, .nav a, .bar, .seg, .seg .opt, .disp, .meta, .sib a, .cite, .notice"
    read = """parts => [...document.querySelectorAll(parts)].map(one => {
      const r = one.getBoundingClientRect(); return [one.className, r.left, r.right]; })"""
    straight = page.evaluate(read, parts)
    page.evaluate(
        """() => { const [root, page] = [document.documentElement, getComputedStyle(document.body)];
             root.style.fontFamily = page.fontFamily; root.style.fontSizeAdjust = page.fontSizeAdjust;
             root.dir = "rtl"; }"""
    )
    width = page.evaluate("document.documentElement.clientWidth")
    turned = page.evaluate(read, parts)
    assert len(straight) > 15
    for (name, left, right), (_, turned_left, turned_right) in zip(straight, turned, strict=True):
        assert abs(turned_left - (width - right)) <= 1 and abs(turned_right - (width - left)) <= 1, name
    assert box(page, "#s1 > .right")["left"] > box(page, "#s1 > .left")["right"]


SHIFTS = """() => {
  window.shifted = 0;
  new PerformanceObserver(list => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) shifted += one.value;
  }).observe({ type: "layout-shift", buffered: true });
}"""


LOADED = [
    "ar/astrolabe/index.html",
    "en/astrolabe/index.html?mode=ar#s9",
    "ar/astrolabe/index.html?mode=ar#s14",
    "en/gallery/index.html?mode=reveal",
    "ar/index.html",
    "en/endless/index.html#s60",
    "en/endless/index.html?mode=stack#s119",
    "ar/endless/index.html?mode=en#s112",
]


@pytest.mark.parametrize("path", LOADED)
def test_nothing_jumps_while_a_page_loads(page, address, path):
    page.add_init_script(f"({SHIFTS})()")
    page.goto(address + path)
    page.wait_for_timeout(300)
    assert page.evaluate("shifted") <= 0.005


def test_only_a_long_article_leaves_out_what_is_out_of_sight(page, address):
    skipped = """[...document.querySelectorAll(".text *")]
      .filter(one => getComputedStyle(one).contentVisibility === "auto").length"""
    page.goto(f"{address}en/letter-and-number/index.html")
    assert page.evaluate(skipped) == 0, "a picture of the whole page has no holes"
    page.goto(f"{address}en/endless/index.html")
    assert page.evaluate(skipped) > 40
    page.emulate_media(media="print")
    assert page.evaluate(skipped) == 0


def test_a_picture_is_no_larger_than_it_is_and_no_taller_than_the_window(page, address):
    page.goto(f"{address}en/gallery/index.html")
    sizes = page.evaluate("[...document.querySelectorAll('.fig img')].map(i => [i.offsetWidth, i.offsetHeight])")
    wide, strip, tall, column, tiny, _, map_ = sizes
    text = box(page, ".text")
    assert wide[0] == strip[0] == map_[0] == round(text["right"] - text["left"])
    assert tall[0] == 432 and column == [120, 704]
    assert tiny == [40, 40]


def test_each_page_shows_its_own_version_of_a_picture(page, address):
    for lang, width in [("ar", "1000"), ("en", "1010")]:
        page.goto(f"{address}{lang}/gallery/index.html")
        image = page.query_selector_all(".fig img")[-1]
        assert f"map-{lang}" in image.get_attribute("src") and image.get_attribute("width") == width
        assert image.get_attribute("lang") == lang


def test_a_photograph_that_is_not_there_says_so_and_keeps_its_caption(page, address):
    page.goto(f"{address}en/beja-seed-bank/index.html")
    assert page.text_content(".fig .absent") == "Photograph not reproduced here"
    assert page.is_visible(".fig:has(.absent) figcaption")


def test_a_credit_is_never_broken(page, address):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}ar/gallery/index.html")
    lines = page.evaluate(
        "[...document.querySelectorAll('.credit')].map(c =>"
        " new Set([...c.getClientRects()].map(r => Math.round(r.top / 8))).size)"
    )
    assert len(lines) >= 10 and set(lines) == {1}


@pytest.mark.parametrize("mode", MODES)
def test_a_deep_link_arrives_below_the_bar(page, address, mode):
    page.set_viewport_size({"width": 1440, "height": 700})
    for lang in ("ar", "en"):
        page.goto(f"{address}{lang}/astrolabe/index.html#s13")
        show(page, mode)
        page.goto(f"{address}{lang}/storks/index.html")
        page.goto(f"{address}{lang}/astrolabe/index.html#s13")
        bar, row = box(page, ".bar"), box(page, "#s13 .num")
        assert bar["bottom"] <= row["bottom"] and row["top"] < 500
