"""The theme's fonts in a browser: which face draws what, where lines stand, and that nothing moves."""

import functools
import http.server
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lisanayn.build.font_packages import fetch_fonts, fonts_folder
from lisanayn.build.fonts import add_fonts, font_assets
from lisanayn.build.theme import ThemeFiles, read_theme
from lisanayn.disk import MemoryDisk, RealDisk
from lisanayn.model.inline import Emphasis, Run
from lisanayn.model.page import Page
from lisanayn.model.story import Sentence
from lisanayn.render import make_theme, render_page
from lisanayn.text.languages import LANGUAGES
from lisanayn.text.typescale import Type
from tests.pages.stories import all_pages, one_to_one, paragraph, site, story, translated, untranslated

ARABIC = "قالت الوكالة (رويترز) إنّ «النَّصَّ» طُبِعَ في 1998 وفي ١٩٩٩، واسمه Alpha."
ENGLISH = "The agency (Reuters) said that the “text” was printed in 1998 and in 1999; its name is Alpha."


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def write_site(folder: Path, pages: dict[str, Page], files: ThemeFiles) -> None:
    """The pages and the files of a theme, as a build would leave them."""
    theme = make_theme(dict(files.templates), {one.name: one.path for one in files.assets}, dict(files.catalogues))
    written = [(page.path, render_page(page, theme)) for page in pages.values()]
    for path, data in [*written, *[(one.path, one.data) for one in files.assets]]:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


@pytest.fixture(scope="module")
def lettered(tmp_path_factory) -> Iterator[str]:
    """Where the pages of two stories are served, set in the theme's fonts; one has a word in italics."""
    said: list[str] = []
    if not fetch_fonts(said.append):
        pytest.skip(f"THE FONTS ARE NOT TESTED: {said[0]}")
    head, _, tail = ENGLISH.partition("1999")
    slanted = Sentence("", (Run(head), Run("1999 in print", (Emphasis(),)), Run(tail)))
    target = replace(translated(ENGLISH), sentences=(slanted,))
    stories = (story((one_to_one(paragraph(ARABIC), target),), "first"), untranslated())
    folder = tmp_path_factory.mktemp("lettered")
    fonts = font_assets(("ar", "en"), "", MemoryDisk(), RealDisk(fonts_folder()))
    write_site(folder, all_pages(stories, site()), add_fonts(read_theme(MemoryDisk()), fonts))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def article(page, lettered):
    """The reader page of the story, in English."""
    page.goto(f"{lettered}en/first/index.html")
    page.evaluate("document.fonts.ready")
    return page


def faces_of(page, selector: str) -> dict[str, int]:
    """Family → glyphs that an element, without its children, is drawn with; those of style sheets only."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    used = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert all(font["isCustomFont"] for font in used), used
    return {font["familyName"]: int(font["glyphCount"]) for font in used}


def mark_letters(page, lang: str, text: str) -> None:
    """Wraps the first occurrence of a text on one side in an element with the id ``probe``."""
    found = page.evaluate(
        """([lang, text]) => { const old = document.getElementById("probe"); old?.replaceWith(...old.childNodes);
             const side = document.querySelector(`.pair > [lang=${lang}]`); side.normalize();
             const walk = document.createTreeWalker(side, NodeFilter.SHOW_TEXT);
             for (let node; (node = walk.nextNode());) { const at = node.data.indexOf(text); if (at < 0) continue;
               const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + text.length);
               const probe = document.createElement("span"); probe.id = "probe"; range.surroundContents(probe);
               return true; }
             return false; }""",
        [lang, text],
    )
    assert found, text


def drawn(page, lang: str, text: str) -> set[str]:
    """The families a piece of a sentence is drawn with. The names are those inside the files."""
    mark_letters(page, lang, text)
    return set(faces_of(page, "#probe"))


def test_all_text_is_drawn_with_the_themes_own_faces(article):
    assert set(faces_of(article, ".pair > [lang=ar]")) == {"Noto Naskh Arabic"}
    assert set(faces_of(article, ".pair > [lang=en]")) == {"Literata"}
    assert drawn(article, "ar", "Alpha") == drawn(article, "ar", "1998") == {"Literata"}
    assert article.evaluate("[...document.fonts].filter(f => f.status === 'loaded').length") >= 3


def test_brackets_and_guillemets_are_of_the_face_of_the_letters_inside_them(article):
    for text in ("(رويترز)", "«", "»", "،"):
        assert drawn(article, "ar", text) == {"Noto Naskh Arabic"}, text
    assert drawn(article, "en", "(Reuters)") == {"Literata"}


def test_marked_letters_are_drawn_in_one_face(article):
    assert len(drawn(article, "ar", "طُبِعَ")) == 1


ASCENT, DESCENT = 1.069, 0.634
"""Of Noto Naskh Arabic, in em (its table hhea)."""


def test_labels_in_arabic_do_not_sit_low(article):
    """The strut: where a line's baseline lies comes from the first family that has a space. Were it the Latin one,
    Arabic words would stand four pixels lower here."""
    baseline = article.evaluate(
        """() => { const label = document.createElement("p"), mark = document.createElement("span");
             label.dir = "rtl"; label.style.cssText = "line-height: 40px; font-size: 20px; margin: 0";
             label.style.fontFamily = '"LN Naskh", "LN Latin", serif';  // a machine that has no Arabic face of its own
             mark.style.cssText = "display: inline-block; width: 1px; height: 0";
             label.append("العربية", mark); document.body.append(label);
             return mark.getBoundingClientRect().bottom - label.getBoundingClientRect().top; }"""
    )
    assert baseline == pytest.approx((40 - 20 * (ASCENT + DESCENT)) / 2 + 20 * ASCENT, abs=0.6)


def test_latin_digits_in_arabic_are_as_large_as_beside_it(article):
    def height(lang: str) -> float:
        mark_letters(article, lang, "1998")
        size = "getComputedStyle(document.getElementById('probe'))"
        return article.evaluate(
            f"""() => {{ const c = document.createElement("canvas").getContext("2d");
                 c.font = `${{{size}.fontSize}} ${{{size}.fontFamily}}`;
                 return c.measureText("1998").actualBoundingBoxAscent; }}"""
        )

    assert height("ar") == pytest.approx(height("en"), rel=0.08)


def test_nothing_moves_when_the_fonts_arrive(browser, lettered):
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    page.add_init_script(
        """window.shift = 0;
           new PerformanceObserver(list => { for (const one of list.getEntries()) shift += one.value; })
             .observe({type: "layout-shift", buffered: true});"""
    )
    for path in ("en/first/index.html", "ar/first/index.html", "ar/index.html"):
        page.goto(lettered + path)
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(200)
        assert page.evaluate("shift") <= 0.005, path
    context.close()


def test_italics_come_with_the_pages_that_have_any_and_no_others(page, lettered):
    def sheets(path: str) -> list[str]:
        page.goto(lettered + path)
        return page.evaluate("[...document.styleSheets].map(one => one.href.split('/').pop().split('.')[0])")

    assert sheets("en/first/index.html") == ["fonts", "fonts-italic", "style"]
    assert sheets("en/index.html") == ["fonts", "style", "lists"]


def test_slanted_words_are_drawn_with_the_true_italics(article):
    mark_letters(article, "en", "1999")
    assert article.evaluate("getComputedStyle(document.getElementById('probe')).fontStyle") == "italic"
    assert article.evaluate("document.fonts.check('italic 20px \"LN Latin\"', 'a')")
    italics = "[...document.fonts].filter(f => f.style === 'italic' && f.status === 'loaded').length"
    assert article.evaluate(italics) >= 1


SIZES = """() => { const shown = [...document.querySelectorAll("#s1 > [lang]")].filter(e => e.offsetParent);
  return Object.fromEntries(shown.map(e => { const s = getComputedStyle(e);
    return [e.lang, [parseFloat(s.fontSize), parseFloat(s.lineHeight)]]; })); }"""


@pytest.mark.parametrize(("one", "other"), [("ar", "en"), ("he", "en"), ("fa", "fr")])
def test_each_script_is_set_in_its_own_size_in_every_layout(page, tmp_path, one, other):
    settings = site(languages=(one, other), title=((one, "x"), (other, "x")), tagline=())
    files = add_fonts(read_theme(MemoryDisk()), font_assets((one, other), "", MemoryDisk(), None))
    write_site(tmp_path, all_pages((story(langs=(one, other)),), settings), files)
    # A folder, not a server: the manifest is not asked for.
    page.route("**/*.webmanifest", lambda route: route.fulfill(body="{}"))
    page.goto((tmp_path / other / "quay" / "index.html").as_uri())
    first, second = LANGUAGES[one].type, LANGUAGES[other].type

    def shown(mode: str) -> dict[str, list[float]]:
        page.evaluate(f"document.getElementById('m-{mode}').click()")
        return page.evaluate(SIZES)

    def near(use: Type, row: float = 0) -> object:
        return pytest.approx([use.size, row or use.row], abs=0.05)

    shared = max(first.body.row, second.body.row)
    assert shown("side") == {one: near(first.body, shared), other: near(second.body, shared)}
    assert shown("stack") == {one: near(first.body), other: near(second.body)}
    assert shown("right") == {one: near(first.alone)}
    assert shown("left") == {other: near(second.alone)}
