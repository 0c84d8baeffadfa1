"""The comforts of the reading page: layouts, keys, copying, place, memory."""

import pytest

from tests.browser.visual import MODES, box, show

COPIED = """() => {
  window.copied = [];
  document.addEventListener("copy", event => {
    copied.push({ text: event.clipboardData.getData("text/plain"), html: event.clipboardData.getData("text/html") });
  });
}"""


def select(page, start: str, end: str) -> None:
    """Selects from the fourth letter of one element to the tenth of another."""
    page.evaluate(
        """([start, end]) => {
             const range = document.createRange(), text = one => document.querySelector(one).firstChild;
             range.setStart(text(start), 3); range.setEnd(text(end), 9);
             getSelection().removeAllRanges(); getSelection().addRange(range); }""",
        [start, end],
    )


def key(page, code: str) -> None:
    """Presses a key by its place on the keyboard, as an Arabic layout sends it."""
    page.evaluate(
        "code => document.activeElement.dispatchEvent("
        "new KeyboardEvent('keydown', {code, key: 'ت', bubbles: true, cancelable: true}))",
        code,
    )


def top(page, selector: str) -> float:
    return box(page, selector)["top"]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_layout_of_one_language_shows_it_alone_and_as_paragraphs(page, address, lang):
    page.goto(f"{address}{lang}/astrolabe/index.html")
    for mode, hidden in [("right", "left"), ("left", "right")]:
        show(page, mode)
        assert not [one for one in page.query_selector_all(f":is(.head, .text) .{hidden}") if one.is_visible()]
        first, second = (page.query_selector(f"#s{n} > .{mode}") for n in (1, 2))
        tops = "one => [...one.getClientRects()].map(r => Math.round(r.top))"
        lines = [one.evaluate(tops) for one in (first, second)]
        assert lines[0][-1] == lines[1][0], "the second sentence goes on in the line where the first ends"


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize(("mode", "other"), [("right", "left"), ("left", "right")])
def test_an_opened_sentence_shows_its_other_half_below_itself(page, address, lang, mode, other):
    page.goto(f"{address}{lang}/astrolabe/index.html")
    show(page, mode)
    page.click("#s5 .num")
    shown = box(page, f"#s5 > .{mode}")
    opened = box(page, f"#s5 > .{other}")
    assert opened["top"] >= shown["bottom"] - 12
    assert opened["top"] < box(page, f"#s6 > .{mode}")["top"]
    page.keyboard.press("Escape")
    assert not page.is_visible(f"#s5 > .{other}")


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize(("mode", "other"), [("right", "left"), ("left", "right")])
def test_a_sentence_stays_in_its_line_when_it_is_opened(page, address, lang, mode, other):
    """Also where the language that is read is not the page's own."""
    page.goto(f"{address}{lang}/astrolabe/index.html")
    order = "[...document.querySelectorAll('#s2 > p')].map(one => one.className)"
    as_built = page.evaluate(order)
    show(page, mode)
    lines = f"[...document.querySelector('#s2 > .{mode}').getClientRects()].map(r => [r.left, r.width])"
    before = page.evaluate(lines)
    page.click("#s2 .num")
    assert page.evaluate(lines) == before
    assert page.evaluate(order) == [mode, other], "what is added follows what is read"
    show(page, "side")
    assert page.evaluate(order) == as_built
    show(page, mode)
    page.keyboard.press("Escape")
    assert page.evaluate(order) == as_built


@pytest.mark.parametrize(("lang", "shown", "covered"), [("ar", "right", "left"), ("en", "right", "left")])
def test_reveal_covers_the_translation_until_its_sentence_is_opened(page, address, lang, shown, covered):
    page.goto(f"{address}{lang}/astrolabe/index.html")
    show(page, "reveal")
    from_the_text = lambda: top(page, "#s6") - top(page, "#text")  # noqa: E731
    before = from_the_text()
    assert page.is_visible(f"#s4 > .{shown}") and not page.is_visible(f"#s4 > .{covered}")
    page.click("#s4 .num")
    assert page.is_visible(f"#s4 > .{covered}") and not page.is_visible(f"#s5 > .{covered}")
    assert page.get_attribute("#s4 .num", "aria-expanded") == "true"
    assert from_the_text() == before, "side by side nothing moves"
    page.click("#s5 .num")
    assert not page.is_visible(f"#s4 > .{covered}") and page.is_visible(f"#s5 > .{covered}")


def test_the_first_language_is_the_readers_choice(page, address):
    page.goto(f"{address}en/astrolabe/index.html?mode=stack")
    assert top(page, "#s2 > .left") < top(page, "#s2 > .right")
    page.click(".disp summary")
    page.check("#m-other", force=True)
    assert top(page, "#s2 > .left") > top(page, "#s2 > .right")
    assert top(page, ".title > .left") > top(page, ".title > .right")
    show(page, "reveal")
    page.click(".disp summary")
    page.check("#m-own", force=True)
    assert page.is_visible("#s2 > .left") and not page.is_visible("#s2 > .right")


def test_choices_are_kept_by_language_and_the_address_wins(page, address):
    page.goto(f"{address}en/astrolabe/index.html")
    show(page, "right")
    page.goto(f"{address}ar/storks/index.html")
    assert page.evaluate("document.documentElement.dataset.mode") == "right"
    page.goto(f"{address}ar/storks/index.html?mode=en&size=3&theme=sepia&first=en")
    state = page.evaluate("({...document.documentElement.dataset})")
    assert (state["mode"], state["size"], state["theme"], state["first"]) == ("left", "3", "sepia", "other")
    page.keyboard.press("2")
    assert "mode=stack" in page.url
    page.goto(f"{address}en/storks/index.html")
    state = page.evaluate("({...document.documentElement.dataset})")
    assert state["mode"] == "stack" and "size" not in state and "theme" not in state


def test_nonsense_in_the_address_is_passed_over(page, address):
    page.goto(f"{address}en/astrolabe/index.html?mode=constructor&size=9&theme=__proto__&first=toString&marks=yes")
    state = page.evaluate("({...document.documentElement.dataset})")
    assert not {"mode", "size", "theme", "first", "marks"} & set(state)


PLACES = """[...document.querySelectorAll(".text *")].filter(one => one.checkVisibility()).map(one => {
  const {left, top, width} = one.getBoundingClientRect();
  return [one.className, ...[left, top + scrollY, width].map(Math.round)].join();
})"""


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_through_all_layouts_and_back_everything_stands_where_it_stood(page, address, lang):
    page.goto(f"{address}{lang}/letter-and-number/index.html")
    before = page.evaluate(PLACES)
    for key_ in "34521":
        page.keyboard.press(key_)
    assert page.evaluate(PLACES) == before


def test_keys_go_by_their_place_and_can_be_switched_off(page, address):
    page.goto(f"{address}en/astrolabe/index.html")
    state = lambda: page.evaluate("({...document.documentElement.dataset})")  # noqa: E731
    for code, mode in zip(["Digit2", "Digit3", "Digit4", "Digit5", "Digit1"], [*MODES[1:], "side"], strict=True):
        key(page, code)
        assert state()["mode"] == mode
    for code in ("Equal", "NumpadAdd", "Minus", "KeyD", "KeyD"):
        key(page, code)
    assert (state()["size"], state()["theme"]) == ("2", "sepia")
    for code in ("KeyJ", "KeyJ", "KeyJ", "KeyK"):
        key(page, code)
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#s2"
    assert page.url.endswith("#s2")
    page.click(".disp summary")
    page.uncheck("#keys")
    key(page, "KeyJ")
    assert page.url.endswith("#s2")


def test_enter_opens_and_closes_the_sentence_that_is_current(page, address):
    page.goto(f"{address}en/astrolabe/index.html?mode=en")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    assert page.is_visible("#s1 > .right")
    page.keyboard.press("Enter")
    assert not page.is_visible("#s1 > .right")


def test_the_sentence_being_read_stays_where_it_is(page, address):
    page.goto(f"{address}en/long/index.html#s30")
    for code in ("Digit2", "Digit5", "Digit4", "Equal", "Equal", "Digit3", "Digit1", "Minus"):
        before = top(page, "#s30")
        key(page, code)
        assert abs(top(page, "#s30") - before) <= 2, code


def test_a_sentence_is_copied_in_both_languages_with_where_it_stands(page, address):
    page.goto(f"{address}en/astrolabe/index.html#s3")
    page.evaluate(COPIED)
    page.keyboard.press("s")
    got = page.evaluate("copied.pop()")
    lines = got["text"].split("\n")
    assert lines[0].startswith("The name was taken into Arabic") and lines[1].startswith("وَالِاسْمُ")
    assert lines[2:] == [
        "",
        "The Astrolabe: A Sky in the Palm of the Hand · Two Shores · https://two-shores.example/en/astrolabe/#s3",
    ]
    assert '<p lang="ar" dir="rtl">' in got["html"]
    page.keyboard.press("Control+c")
    assert page.evaluate("copied.pop()") == got, "with nothing selected, the current sentence"
    page.click("#s4 .num")
    page.click("#tools [data-do=text]")
    assert page.evaluate("copied.pop()")["text"].endswith("#s4")


def test_a_selection_in_one_column_is_copied_without_the_other(page, address):
    page.goto(f"{address}en/astrolabe/index.html")
    page.evaluate(COPIED)
    select(page, "#s2 > .left", "#s5 > .left")
    page.keyboard.press("Control+c")
    text = page.evaluate("copied.pop()")["text"]
    body, _, source = text.rpartition("\n\n")
    first, second = body.split("\n")
    assert first.startswith("instrument that made") and first.endswith("means “star-taker”.")
    assert second.startswith("An astrolabe") and second.endswith("one particular latitude. Above the")
    assert not any("\u0600" <= sign <= "\u06ff" for sign in body) and "\xa0" not in body
    assert source.endswith("Two Shores · https://two-shores.example/en/astrolabe/#s2")
    select(page, "#s2 > .left", "#s3 > .right")
    page.keyboard.press("Control+c")
    both = page.evaluate("copied.pop()")["text"].split("\n")
    assert [line[:1] for line in both] == ["T", "ك", "", "T", "و", "", "T"]
    page.evaluate(
        "getSelection().setBaseAndExtent(document.querySelector('#s2 > .left').firstChild, 4, "
        "document.querySelector('#s2 > .left').firstChild, 14)"
    )
    page.keyboard.press("Control+c")
    assert page.evaluate("copied.pop()")["text"] == "instrument", "words of one sentence are copied as they are"


def test_a_copy_has_no_note_numbers(page, address):
    page.goto(f"{address}en/letter-and-number/index.html")
    page.evaluate(COPIED)
    row = page.locator(".pair:has(.noteref)").first
    row.locator(".num").click()
    page.keyboard.press("s")
    own = page.evaluate("copied.pop()")["text"].split("\n")[0]
    note = row.locator(".noteref").first.text_content()
    assert own and not own.rstrip(".").endswith(note)


def test_a_link_is_copied_with_the_layout(page, address):
    page.goto(f"{address}ar/astrolabe/index.html")
    page.evaluate(COPIED)
    page.keyboard.press("j")
    page.keyboard.press("3")
    page.keyboard.press("c")
    assert page.evaluate("copied.pop()")["text"] == "https://two-shores.example/ar/astrolabe/?mode=ar#s1"
    assert page.text_content(".toast") == "نُسخ الرابط"


def test_vowel_marks_go_as_newspapers_print_and_come_back(page, address):
    page.goto(f"{address}ar/astrolabe/index.html")
    whole = page.text_content(".text")
    page.keyboard.press("v")
    bare = page.text_content(".text")
    assert "قُرْصًا" in whole and "قرصًا" in bare and "التي" in bare and "معرّب" in bare
    page.keyboard.press("v")
    assert page.text_content(".text") == whole


def test_sharing_is_offered_where_the_browser_has_it(page, address):
    page.add_init_script("navigator.share = data => { window.shared = data; return Promise.resolve(); }")
    page.goto(f"{address}en/astrolabe/index.html")
    page.keyboard.press("j")
    page.click("[data-do=share]")
    shared = page.evaluate("shared")
    assert shared["url"] == "https://two-shores.example/en/astrolabe/#s1"
    assert "Centuries before" in shared["text"] and "قَبْلَ" in shared["text"]


def test_search_is_an_event_and_otherwise_a_page(page, address):
    page.goto(f"{address}en/astrolabe/index.html")
    taken = "addEventListener('lisanayn:search', event => { asked++; event.preventDefault(); })"
    page.evaluate(f"window.asked = 0; {taken}")
    page.keyboard.press("/")
    page.keyboard.press("Control+k")
    page.click(".to-search")
    assert page.evaluate("asked") == 3
    page.goto(f"{address}en/storks/index.html")
    page.evaluate("delete document.querySelector('[data-search]').dataset.search")
    page.keyboard.press("/")
    page.wait_for_url("**/en/search/index.html")


def test_everything_works_from_a_folder(page, output):
    page.goto((output / "en" / "astrolabe" / "index.html").as_uri() + "#s2")
    page.evaluate(COPIED)
    page.keyboard.press("s")
    assert "#s2" in page.evaluate("copied.pop()")["text"]
    page.keyboard.press("5")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    assert page.is_visible("#s3 > .left") and not page.is_visible("#s4 > .left")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(252, 251, 248)"
