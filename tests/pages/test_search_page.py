"""The search page: every title, over as many pages as it takes; a way into search only where the site has it."""

from lisanayn.pages import search_page
from lisanayn.render import render_page
from tests.pages.stories import all_pages, moment, site, story, theme, untranslated


def test_titles_stand_newest_first_and_go_on_on_further_pages(monkeypatch):
    monkeypatch.setattr(search_page, "PER_PAGE", 1)
    stories = (untranslated(), story(own={"date": moment("2026-03-01")}))
    pages = all_pages(stories, site())
    first, second = pages["ar/search/index.html"].view, pages["ar/search/page/2/index.html"].view
    assert [row.href for row in (*first.rows, *second.rows)] == [
        "../../ar/quay/index.html",
        "../../../../ar/alone/index.html",
    ]
    assert first.count == second.count == 2
    assert first.pager.older.endswith("ar/search/page/2/index.html")
    assert "en/search/page/2/index.html" not in pages


def test_a_site_without_search_has_the_list_and_nothing_to_load():
    for wanted in (True, False):
        page = render_page(all_pages((story(),), site(search=wanted))["ar/search/index.html"], theme()).decode()
        assert ("data-find" in page) is wanted and ("search/words.js" in page) is wanted
        assert "The quay" in page


def test_the_words_of_search_stand_in_a_script_of_each_language_and_on_no_page():
    pages = all_pages((story(),), site())
    for lang, hint in (("ar", "اكتب حرفين"), ("en", "Type two letters")):
        script = render_page(pages[f"{lang}/search/words.js"], theme()).decode()
        assert hint in script and 'root + "static/search.' in script
        assert hint not in render_page(pages[f"{lang}/quay/index.html"], theme()).decode()
    assert "en/search/words.js" not in all_pages((story(),), site(search=False))
