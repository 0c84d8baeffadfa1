"""Search as a reader uses it, in a browser: what is found, what is lit, and the keys. From a folder, without a
server."""

from __future__ import annotations

import functools
import http.server
import json
import threading

import pytest

from lisanayn.disk import RealDisk
from lisanayn.search.document import script_json
from lisanayn.search.files import make_keys
from lisanayn.search.shards import shard_of
from lisanayn.search.terms import joined_of, terms_of
from lisanayn.text.folding import fold
from tests.search.sites import CORPUS, pairs, probes, spelling_stories, write_index, write_pairs, write_site

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:"

ASK = """async question => {
  const { Index, Question, unitsOf } = window.lisanaynFinder.twin;
  const index = window.testIndex ||= new Index(new URL("../../", location.href).href);
  await index.open();
  const asked = await new Question(index, unitsOf(question)).run(), found = [];
  while (!asked.done) found.push(...await asked.more(50));
  return found.map(one => one.document.p[0].split("/")[1] + "/"
    + (one.item[0] ? one.item[0].slice(1) : ["title", "summary", "tags"][one.at]));
}"""

ASK_ALL = """async questions => {
  const { Index, Question, unitsOf } = window.lisanaynFinder.twin;
  const index = new Index(new URL("../../pairs/", location.href).href), all = {};
  await index.open();
  for (const question of questions) {
    const asked = await new Question(index, unitsOf(question)).run(), found = all[question] = [];
    while (!asked.done) found.push(...(await asked.more(50)).map(one => one.item.slice(2).join("\\n")));
  }
  return all;
}"""

TWIN = """async ([folder, texts]) => {
  const { Index, fold, termsOf, joinedOf, shardOf } = window.lisanaynFinder.twin;
  const index = new Index(new URL("../../" + folder, location.href).href);
  await index.open();
  return texts.map(text => [fold(text), termsOf(text).map(term => {
    const costs = {};
    for (const { core, cost } of index.cores(term)) costs[core] = Math.min(costs[core] ?? 9, cost);
    return [term, costs, index.homes(term).map(home => shardOf(home, 64))];
  }), joinedOf(text)]);
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site of the probes, in a folder."""
    folder = tmp_path_factory.mktemp("search")
    write_site(str(folder))
    return folder


@pytest.fixture(scope="module")
def finder(browser, site):
    """The search page of that site, opened from the folder."""
    page = browser.new_page()
    page.goto(f"file://{site}/en/search/index.html")
    page.wait_for_selector("#q")
    yield page
    page.close()


@pytest.fixture(scope="module")
def strict(site):
    """The same site served under a policy that allows nothing but files of its own."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            """With the policy."""
            self.send_header("Content-Security-Policy", POLICY)
            super().end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("probe", probes(), ids=lambda probe: probe.question)
def test_a_question_finds_what_it_should_and_nothing_else(finder, probe):
    assert set(finder.evaluate(ASK, probe.question)) == probe.finds, probe.reason


def test_pairs_of_question_and_text(finder, site):
    write_pairs(str(site / "pairs"))
    found = finder.evaluate(ASK_ALL, sorted({pair.question for pair in pairs()}))
    wrong = [pair for pair in pairs() if ("\n".join(pair.texts) in found[pair.question]) is not pair.finds]
    assert wrong == []


def test_the_word_itself_comes_before_the_word_with_clitics_and_both_words_before_one(finder):
    assert finder.evaluate(ASK, "بيت")[0] == "english/14"
    assert finder.evaluate(ASK, "libraries")[:1] == ["library/7"]
    assert finder.evaluate(ASK, "train mechanic") == [] and finder.evaluate(ASK, "قطار station") == ["long/1"]


def test_a_sentence_beside_two_translations_is_found_once_and_in_each_of_them(finder, site):
    titles = [["", number, "عنوان", "x"] for number in (1, 2)]
    items = [*titles, ["s1", 1, "بحر هادئ", "A calm sea"], ["s1", 2, "بحر هادئ", "Mer calme"]]
    paths = [f"{lang}/x/index.html" for lang in ("ar", "en", "fr")]
    made = {"l": ["ar", "en", "fr"], "p": paths, "d": "", "i": items}
    write_index({"x": script_json(made)}, RealDisk(str(site / "three")))
    ask = ASK.replace("testIndex", "threeIndex").replace('"../../"', '"../../three/"')
    assert [finder.evaluate(ask, question) for question in ("بحر", "calm sea", "mer")] == [["x/1"]] * 3


def texts() -> list[str]:
    """Words and sentences of all kinds."""
    folding = [
        line.split("\t")[0] for line in (CORPUS / "folding.tsv").read_text("utf-8").splitlines() if line[0] != "#"
    ]
    words = [line.split("\t")[0] for line in (CORPUS / "search_keys.tsv").read_text("utf-8").splitlines()]
    words += [text for pair in pairs() for text in (pair.question, *pair.texts)]
    lines = (CORPUS / "search_stories.txt").read_text("utf-8").splitlines()
    prose = [
        line
        for code in ("ar", "en", "fa", "fr", "he", "ur")
        for line in (CORPUS / f"sentences.{code}.md").read_text("utf-8").splitlines()
    ]
    return (
        [json.loads('"' + one.replace('"', "'") + '"') if "\\u" in one else one for one in folding]
        + words
        + lines
        + prose
    )


@pytest.mark.parametrize("languages", [("ar", "en"), ("he", "en"), ("fa", "fr"), ("ar", "he", "ur")], ids=" ".join)
def test_the_script_folds_cuts_and_strips_as_the_program_does(finder, site, languages):
    folder = f"twin-{'-'.join(languages)}/"
    write_index({}, RealDisk(str(site / folder)), languages)
    keys = make_keys(languages)
    for text, (folded, terms, joined) in zip(texts(), finder.evaluate(TWIN, [folder, texts()]), strict=True):
        assert folded == fold(text) and joined == joined_of(text)
        expected = [
            [term, keys.cores(term), [shard_of(home, 64) for home in keys.homes(term)]] for term in terms_of(text)
        ]
        assert [[term, costs, sorted(shards)] for term, costs, shards in terms] == [
            [t, c, sorted(s)] for t, c, s in expected
        ]


def until(page, condition, given=None):
    """Waits; Playwright's own way of waiting evaluates text in the page, which the policy forbids."""
    for _ in range(200):
        if page.evaluate(condition, given):
            return
        page.wait_for_timeout(50)
    raise AssertionError(condition)


def open_dialog(page, address, path="en/library/index.html"):
    page.goto(address + path)
    page.keyboard.press("/")
    page.wait_for_selector("dialog[open] #q")


def ask(page, question):
    page.fill("#q", question)
    until(page, "() => document.querySelector('.hit mark') !== null")


def test_whole_words_are_lit_and_the_counterpart_stands_beside(page, strict):
    open_dialog(page, strict)
    ask(page, "كتاب")
    lit = page.eval_on_selector_all(".hit mark", "marks => marks.map(mark => mark.textContent)")
    assert {"الكتاب", "وبالكتاب", "کتاب‌ها", "كتابها"} <= set(lit)
    first = page.query_selector(".hit")
    assert first.query_selector(".hit-b [lang=en]").inner_text() == "He bought the book in the old market."
    right, left = (
        first.query_selector(".hit-b [lang=ar]").bounding_box(),
        first.query_selector(".hit-b [lang=en]").bounding_box(),
    )
    assert right["x"] > left["x"] + left["width"] - 1
    assert first.get_attribute("class") == "hit on"
    assert page.inner_text("#find-status") == "Matching sentences: 5"


def test_keys_open_search_move_through_results_and_come_back(page, strict):
    open_dialog(page, strict)
    assert page.evaluate("document.activeElement.id") == "q"
    ask(page, "star")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.hit').matches(':first-child')")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.hit').matches(':nth-child(2)')")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.type("e")
    assert page.evaluate("[document.activeElement.id, document.activeElement.value]") == ["q", "stare"]
    page.keyboard.press("Escape")
    assert page.query_selector("dialog[open]") is None
    page.keyboard.press("Control+k")
    page.wait_for_selector("dialog[open]")
    page.keyboard.press("Control+k")
    assert page.query_selector("dialog[open]") is None


def test_tab_goes_round_inside_the_dialog_and_the_focus_returns_to_where_it_was(page, strict):
    page.goto(strict + "ar/library/index.html")
    page.focus(".to-search")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] #q")
    ask(page, "سفينة")
    at = "document.activeElement.closest('dialog') ? document.activeElement.localName : 'outside'"
    links = len(page.query_selector_all(".hit a"))
    seen = []
    for _ in range(links + 3):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(at))
    assert seen == ["button", *["a"] * links, "input", "button"]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(at) == "a"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className") == "to-search"


def test_enter_opens_the_first_result_at_its_sentence(page, strict):
    open_dialog(page, strict, "ar/library/index.html")
    page.keyboard.type("سفينة")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ar/clitics/**")
    assert page.url.endswith("#s7") and page.query_selector("#s7:target")


def test_results_lead_to_the_page_in_the_reader_s_language(page, strict):
    for lang in ("ar", "en"):
        open_dialog(page, strict, f"{lang}/library/index.html")
        ask(page, "stars")
        assert f"/{lang}/marks/index.html#s9" in {
            link.evaluate("a => a.href").removeprefix(strict[:-1]) for link in page.query_selector_all(".hit a")
        }


def test_more_results_come_when_asked_for(page, strict):
    open_dialog(page, strict)
    ask(page, "the")
    shown = len(page.query_selector_all(".hit"))
    page.focus(".hit:last-child a")
    page.keyboard.press("ArrowDown")
    until(page, "n => document.querySelectorAll('.hit').length > n", shown)
    assert page.evaluate("document.activeElement.closest('.hit') !== null")
    total = page.inner_text("#find-status")
    while page.is_visible(".more"):
        shown = len(page.query_selector_all(".hit"))
        page.click(".more")
        until(
            page, "n => document.querySelectorAll('.hit').length > n || document.querySelector('.more').hidden", shown
        )
    assert page.inner_text("#find-status") != "" and total


def test_nothing_found_is_said_in_the_language_of_the_page(page, strict):
    open_dialog(page, strict, "ar/library/index.html")
    page.fill("#q", "زرافة")
    until(page, "document.querySelector('#find-status').textContent.includes('زرافة')")
    assert page.inner_text("#find-status").startswith("لا نتائج عن زرافة")
    page.fill("#q", "ز")
    until(page, "document.querySelector('#find-status').textContent.startsWith('اكتب')")


def test_the_search_page_keeps_the_question_in_its_address(page, strict):
    page.goto(strict + "en/search/index.html?q=library")
    page.wait_for_selector(".hit")
    page.fill("#q", "plane")
    until(page, "location.search === '?q=plane'")
    until(page, "document.querySelectorAll('.hit').length === 1")


def test_a_question_is_text_and_nothing_else(page, strict):
    open_dialog(page, strict)
    page.fill("#q", '<img src=x onerror=alert(1)> "')
    until(page, "document.querySelector('#find-status bdi')")
    assert page.query_selector("dialog img") is None
    assert page.inner_text("#find-status bdi") == '<img src=x onerror=alert(1)> "'


def test_without_scripts_the_search_page_lists_every_title(browser, strict):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(strict + "en/search/index.html")
    titles = page.eval_on_selector_all(".feed .left", "all => all.map(one => one.textContent)")
    context.close()
    assert set(titles) == {one.translations[0].article.header.title for one in spelling_stories()[0]}
