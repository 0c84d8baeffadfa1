"""The reading page with scripts off: every text, every layout, every theme."""

import pytest

from tests.browser.visual import box


@pytest.fixture(scope="module")
def plain(browser, address):
    """One page with scripts off, for all tests here."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 1000})
    yield context.new_page()
    context.close()


def visible(page, selector):
    return [one for one in page.query_selector_all(selector) if one.is_visible()]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_layout_is_there(plain, address, lang):
    plain.goto(f"{address}{lang}/astrolabe/index.html")
    own, other = ("right", "left") if lang == "ar" else ("left", "right")
    count = len(plain.query_selector_all(".pair"))
    want = {"side": (count, count), "stack": (count, count), own: (count, 0), other: (0, count)}
    for mode, (owns, others) in want.items():
        plain.click(f"label:has(#m-{mode})")
        shown = len(visible(plain, f".pair > .{own}")), len(visible(plain, f".pair > .{other}"))
        assert shown == (owns, others), mode
    plain.click("label:has(#m-reveal)")
    assert len(visible(plain, ".pair > .right")) == count and not visible(plain, ".pair > .left")


def test_a_sentence_opens_by_its_number(plain, address):
    for mode, other in [("right", "left"), ("left", "right"), ("reveal", "left")]:
        plain.goto(f"{address}ar/astrolabe/index.html")
        plain.click(f"label:has(#m-{mode})")
        plain.click("#s7 .num")
        opened = [one.evaluate("one => one.parentElement.id") for one in visible(plain, f".pair > .{other}")]
        assert opened == ["s7"], mode


def test_the_other_language_is_read_with_its_numbers_in_the_margin(plain, address):
    plain.goto(f"{address}en/astrolabe/index.html")
    plain.click("label:has(#m-right)")
    assert not visible(plain, ".pair > .left")
    sentence, number = box(plain, "#s2 > .right"), box(plain, "#s2 > .num")
    assert number["left"] >= sentence["right"] and sentence["top"] <= number["top"] < sentence["bottom"]
    assert box(plain, "#s3 > .right")["top"] >= sentence["bottom"] - 8


def test_order_theme_and_size_are_chosen_without_a_script(plain, address):
    plain.goto(f"{address}en/astrolabe/index.html")
    plain.click("label:has(#m-stack)")
    plain.click(".disp summary")
    plain.click("label:has(#m-other)")
    assert box(plain, "#s2 > .right")["bottom"] <= box(plain, "#s2 > .left")["top"]
    before = box(plain, "#s2")
    plain.click("label:has(#z4)")
    assert box(plain, "#s2")["bottom"] - box(plain, "#s2")["top"] > before["bottom"] - before["top"]
    for theme, paper in [("dark", "rgb(22, 24, 27)"), ("sepia", "rgb(246, 238, 221)"), ("light", "rgb(252, 251, 248)")]:
        plain.click(f"label:has(#t-{theme})")
        assert plain.evaluate("getComputedStyle(document.body).backgroundColor") == paper


def test_what_needs_a_script_is_not_offered(plain, address):
    plain.goto(f"{address}en/astrolabe/index.html")
    plain.click(".disp summary")
    assert not visible(plain, "#marks, #keys, [data-do]")
