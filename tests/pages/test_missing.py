"""Pages where a translation is missing, by policy."""

import re

import pytest

from lisanayn.pages.cards import make_card, policy_of, section_of
from lisanayn.pages.catalog import make_catalog
from lisanayn.render import render_page
from tests.pages.stories import all_pages, article, paragraph, site, story, theme, untranslated

TEXT = (paragraph("نص بلا ترجمة."),)


def rendered(**settings):
    """{path: HTML} of a site with one story of two languages and one in Arabic only."""
    pages = all_pages((story(), untranslated(title="وحيد", summary="خلاصة")), site(**settings))
    look = theme()
    return {path: render_page(page, look).decode() for path, page in pages.items() if path.endswith(".html")}


def links(html, rel):
    return re.findall(rf'<link rel="{rel}"(?: hreflang="[^"]*")? href="([^"]*)"', html)


def test_omit_makes_no_page_and_the_switch_says_so():
    pages = rendered(missing="omit")
    assert "en/alone/index.html" not in pages
    assert 'class="lang off"' in pages["ar/alone/index.html"]
    assert "وحيد" not in pages["en/index.html"]


def test_a_stub_says_so_in_the_language_of_the_page_and_leads_to_the_original():
    page = rendered(missing="stub")["en/alone/index.html"]
    assert '<html lang="en" dir="ltr"' in page
    assert "has not been translated yet" in page
    assert re.search(r'<h1[^>]*lang="ar" dir="rtl"><a href="../../ar/alone/index.html" hreflang="ar">', page)
    assert "نص بلا ترجمة" not in page


def test_the_original_is_shown_in_its_own_language_inside_a_page_of_the_other():
    page = rendered(missing="show")["en/alone/index.html"]
    assert '<html lang="en" dir="ltr"' in page
    assert re.search(r'<article class="reader[^"]*" lang="ar" dir="rtl">', page)
    assert "نص بلا ترجمة" in page
    assert page.index("has not been translated yet") < page.index("<article")
    assert 'role="note"' in page and "application/ld+json" not in page


@pytest.mark.parametrize("policy", ["stub", "show"])
def test_search_engines_are_sent_to_the_original_and_told_of_no_translation(policy):
    pages = rendered(missing=policy)
    original = "https://two-shores.example/ar/alone/"
    for path in ("ar/alone/index.html", "en/alone/index.html"):
        assert links(pages[path], "canonical") == [original]
        assert f'hreflang="en" href="{original.replace("/ar/", "/en/")}"' not in pages[path]
        assert "og:locale:alternate" not in pages[path]


@pytest.mark.parametrize("policy", ["stub", "show"])
def test_without_an_address_to_send_them_to_they_are_told_to_leave_the_page(policy):
    pages = rendered(missing=policy, base_url="")
    assert '<meta name="robots" content="noindex">' in pages["en/alone/index.html"]
    assert '<meta name="robots" content="noindex">' not in pages["ar/alone/index.html"]


@pytest.mark.parametrize("policy", ["stub", "show"])
def test_switches_lead_to_the_page_that_stands_in(policy):
    pages = rendered(missing=policy)
    assert 'hreflang="en" href="../../en/alone/index.html"' in pages["ar/alone/index.html"]
    assert 'hreflang="ar" href="../../ar/alone/index.html"' in pages["en/alone/index.html"]


@pytest.mark.parametrize("policy", ["stub", "show"])
def test_lists_show_the_story_and_mark_it(policy):
    pages = rendered(missing=policy)
    for path in ("en/index.html", "en/archive/2026/index.html"):
        assert pages[path].count("Not translated") == 1
        assert 'href="' in pages[path] and "وحيد" in pages[path]
    assert "غير مترجم" not in pages["ar/index.html"]


def test_a_section_has_a_policy_of_its_own():
    facts = site(missing="omit", sections=(("news", "stub"), ("news/old", "show")))
    assert [policy_of(section, facts) for section in ("", "essays", "news", "news/2026", "news/old/1999")] == [
        "omit", "omit", "stub", "stub", "show",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("content/quay/ar.md", ""),
        ("content/quay.ar.txt", ""),
        ("content/news/quay/ar.md", "news"),
        ("content/news/quay.ar.txt", "news"),
        ("content/news/2026/quay/ar.md", "news/2026"),
    ],
)
def test_the_section_is_the_folder_around_the_story(path, section):
    made = article("ar", TEXT)
    assert section_of(type(made)(path, *[getattr(made, name) for name in made.__slots__[1:]])) == section


def test_a_page_that_stands_in_takes_its_address_from_no_other_story():
    facts = site(missing="stub")
    other = story(slug="b", own={"slug": "b"}, other={"slug": "alone"})
    _, problems = make_catalog([make_card(untranslated(), facts), make_card(other, facts)], (), facts)
    assert [problem.code for problem in problems] == ["address-twice"]
