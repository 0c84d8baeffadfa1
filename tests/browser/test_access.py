"""Who reads with a keyboard, a screen reader, more contrast or less motion."""

from __future__ import annotations

from importlib.resources import files

import pytest

from tests.browser.conftest import kinds_of
from tests.browser.visual import MODES, box

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async ([tags, rules]) => (await axe.run(document, {
  runOnly: rules ? {type: "rule", values: rules} : {type: "tag", values: tags}, resultTypes: ["violations"],
})).violations.map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(" | ")}`)"""

# axe passes over joined letters, taking them for icons, so that their contrast is never looked at.
LATINISED = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode());) node.data = node.data.replace(/[\\u0600-\\u06ff]/g, "x");
}"""


@pytest.fixture(scope="module")
def looked_at(browser):
    """One page for all runs of axe."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def violations(page, rules=None):
    page.evaluate(AXE)
    return page.evaluate(RUN, [RULES, rules])


def test_no_kind_of_page_has_a_violation(looked_at, address, output):
    for path in kinds_of(output):
        looked_at.goto(address + path)
        assert violations(looked_at) == [], path


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_no_layout_of_an_article_has_one(looked_at, address, lang):
    for mode in MODES[1:]:
        looked_at.goto(f"{address}{lang}/astrolabe/index.html#s5")
        looked_at.check(f"#m-{mode}", force=True)
        looked_at.keyboard.press("j")
        looked_at.keyboard.press("Enter")
        looked_at.click(".disp summary")
        assert violations(looked_at) == [], mode


@pytest.mark.parametrize("theme", ["light", "sepia", "dark"])
def test_contrast_is_enough_in_every_theme_and_script(looked_at, address, theme):
    """Of text at rest, of the current sentence, in the open panel; Arabic letters by the substitution."""
    for path in ("ar/astrolabe/index.html#s3", "en/half/index.html", "ar/index.html", "en/tags/index.html"):
        looked_at.goto(address + path)
        looked_at.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
        if looked_at.query_selector(".disp"):
            looked_at.keyboard.press("j")
            looked_at.click(".disp summary")
        looked_at.evaluate(LATINISED)
        assert violations(looked_at, ["color-contrast"]) == [], path


def test_the_substitution_finds_what_axe_alone_does_not(looked_at, address):
    """Without this the test above could not fail for Arabic."""
    looked_at.goto(f"{address}ar/astrolabe/index.html")
    looked_at.evaluate("document.querySelector('#s2 > .right').style.color = '#ccc'")
    assert violations(looked_at, ["color-contrast"]) == []
    looked_at.evaluate(LATINISED)
    assert len(violations(looked_at, ["color-contrast"])) == 1


def test_targets_are_large_enough_on_a_telephone(looked_at, address):
    looked_at.set_viewport_size({"width": 390, "height": 844})
    for path in ("ar/astrolabe/index.html", "en/index.html"):
        looked_at.goto(address + path)
        assert violations(looked_at, ["target-size"]) == [], path
        small = looked_at.evaluate(
            """() => [...document.querySelectorAll(".bar label, .bar summary, .nav a, .btn")]
                 .filter(one => one.checkVisibility()).map(one => [one.textContent.trim(), one.getBoundingClientRect()])
                 .filter(([, box]) => box.width && (box.height < 40 || box.width < 40))
                 .map(([text, box]) => [text, box.width])"""
        )
        assert small == [], path
    looked_at.set_viewport_size({"width": 1440, "height": 1000})


WALK = """() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  const style = getComputedStyle(at), label = at.closest("label"), drawn = label ? getComputedStyle(label) : style;
  const after = getComputedStyle(at, "::after");
  const widths = [style, drawn, after].map(one => one.outlineStyle === "none" ? 0 : parseFloat(one.outlineWidth));
  const place = at.closest("header, form, .text, footer, nav, section")?.className || "";
  const name = at.id || at.className || at.textContent.trim().slice(0, 20);
  return [name, place, Math.round(at.getBoundingClientRect().left), Math.max(...widths)];
}"""


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("theme", ["light", "sepia", "dark"])
def test_the_keyboard_walks_through_a_page_in_reading_order(page, address, lang, theme):
    page.goto(f"{address}{lang}/astrolabe/index.html?theme={theme}")
    stops = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate(WALK)
        if stop is None:
            break
        stops.append(stop)
    assert stops[0][0] == "skip"
    assert all(ring >= 2 for *_, ring in stops), [stop for stop in stops if stop[3] < 2]
    numbers = [stop for stop in stops if "num" in stop[0].split()]
    assert len(numbers) == 1, "one stop for the whole text"
    menu = [left for _, place, left, _ in stops if place == "nav"]
    assert len(menu) >= 4 and menu == sorted(menu, reverse=lang == "ar")


def test_the_skip_link_is_seen_when_it_is_reached_and_leads_to_the_text(page, address):
    page.goto(f"{address}ar/astrolabe/index.html")
    assert box(page, ".skip")["bottom"] < 0
    page.keyboard.press("Tab")
    assert box(page, ".skip")["top"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_stop_of_the_text_goes_with_the_current_sentence(page, address):
    page.goto(f"{address}en/astrolabe/index.html")
    for _ in range(4):
        page.keyboard.press("j")
    stops = "[...document.querySelectorAll('.num')].filter(n => n.tabIndex === 0).map(n => n.textContent)"
    assert page.evaluate(stops) == ["4"]
    assert page.get_attribute("#s4 .num", "aria-current") == "location"


def test_the_focused_sentence_is_never_under_the_bar(page, address):
    page.goto(f"{address}en/long/index.html")
    for _ in range(20):
        page.keyboard.press("j")
    for _ in range(12):
        page.keyboard.press("k")
        assert box(page, ".num:focus")["top"] >= box(page, ".bar")["bottom"] - 1
        assert box(page, ".num:focus")["bottom"] <= box(page, "#tools")["top"]


def test_less_motion_means_none(browser, address):
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}en/astrolabe/index.html")
    times = "[...document.querySelectorAll('*')].map(e => getComputedStyle(e, '::before').transitionDuration)"
    assert set(page.evaluate(times)) == {"0s"}
    context.close()


def test_forced_colours_show_what_is_chosen_and_where_one_is(browser, address):
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{address}en/astrolabe/index.html#s3")
    assert page.evaluate("getComputedStyle(document.querySelector('#s3'), '::before').borderTopWidth") == "2px"
    assert page.evaluate("getComputedStyle(document.querySelector('.seg .opt')).outlineStyle") == "solid"
    context.close()


def test_more_contrast_leaves_nothing_grey(browser, address):
    context = browser.new_context(contrast="more")
    page = context.new_page()
    page.goto(f"{address}en/astrolabe/index.html")
    colour = "one => getComputedStyle(document.querySelector(one)).color"
    ink, second = (page.evaluate(colour, one) for one in ("body", ".stand"))
    assert ink == second
    context.close()
