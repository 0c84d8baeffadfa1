"""Themes: faults that name their place, digests that follow what a template reaches."""

import pytest

from lisanayn.model.article import TagUse
from lisanayn.pages.catalog import place_of
from lisanayn.pages.feeds import feed_contents
from lisanayn.problems import TemplateFault
from lisanayn.render import make_theme, render_page, template_digest
from tests.pages.stories import all_pages, catalog, site, sources, story, theme, untranslated

PAGES = all_pages((story(),), site())
PAGE = PAGES["ar/quay/index.html"]
PIECES = {"parts.html", "lists.html"}
"""Templates of macros, which see no view."""


@pytest.mark.parametrize(
    ("source", "place", "words"),
    [
        ("\n{{ view.absent }}", "templates/article.html:2", "absent"),
        ("{{ absent }}", "templates/article.html:1", "'absent' is undefined"),
        ("\n\n{% if %}", "templates/article.html:3", "Expected an expression"),
        ("{{ view|absent }}", "templates/article.html:1", "No filter named 'absent'"),
        ("\n{% include 'absent.html' %}", "templates/article.html:2", "no template 'absent.html'"),
        ("{% include 'article.html' %}", "templates/article.html:1", "without end"),
        ("{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", "templates/article.html:1", "without end"),
        ("{% extends 'article.html' %}", "templates/article.html", "without end"),
        ("\n{% for i in range(10**8) %}x{% endfor %}", "templates/article.html:2", "longer than"),
        ("{{ t.absent }}", "templates/article.html:1", "absent"),
        ("\n{{ t['absent'] }}", "templates/article.html:2", "no string 'absent'"),
        ("{{ asset('absent.css') }}", "templates/article.html:1", "no file 'absent.css' in static/"),
        ("{{ 1 // 0 }}", "templates/article.html:1", "ZeroDivisionError"),
        ("{{ view.frame.lang|random }}", "templates/article.html:1", "No filter named 'random'"),
    ],
)
def test_a_fault_names_template_line_and_page(source, place, words):
    with pytest.raises(TemplateFault) as fault:
        render_page(PAGE, theme(article=source))
    message = str(fault.value)
    assert message.startswith(place) and words in message
    assert message.endswith("while making ar/quay/index.html (from content/quay/ar.md)")


@pytest.mark.parametrize(
    "name", sorted(n for n in set(sources()["templates"]) - PIECES if n.endswith(".html"))
)
def test_every_template_refuses_a_name_that_is_not_there(name):
    text = sources()["templates"][name]
    marks = ("<head>", "{% block body_class %}", "{% block head %}", "<div {{ on(own) }}>")
    place = next(mark for mark in marks if mark in text)
    broken = text.replace(place, place + "{{ view.no_such_field }}")
    stories = (story(own={"aliases": ("old",), "tags": (TagUse("sea", 1),), "authors": ("ليلى",), "series": "البحر"}),)
    stories += (untranslated(),)
    facts = site(missing="stub", offline=True)
    pages = [*all_pages(stories, facts).values(), *all_pages((), site(home="chooser")).values()]
    pages += feed_contents(stories[0], place_of(catalog(stories, facts), "quay", ()), facts)
    page = next(page for page in pages if name in (page.template, "base.html"))
    with pytest.raises(TemplateFault, match=f"templates/{name}:"):
        render_page(page, theme(**{name.removesuffix(".html"): broken}))


def test_a_language_without_strings_is_a_fault_that_says_what_to_add():
    text = sources()
    bare = make_theme(text["templates"], text["assets"], {"en": text["catalogues"]["en"]})
    with pytest.raises(TemplateFault, match=r"no interface strings for 'ar' .*locale/ar.po"):
        render_page(PAGE, bare)


def test_everything_is_escaped_whatever_a_template_is_called():
    text = sources()
    text["templates"]["article.html"] = "{% include 'x.txt' %}"
    text["templates"]["x.txt"] = "{{ '<b>' }}"
    made = make_theme(text["templates"], text["assets"], text["catalogues"])
    assert render_page(PAGE, made) == b"&lt;b&gt;"


def test_a_template_sees_no_site_no_clock_no_chance():
    for name in ("site", "now", "lipsum", "cycler", "joiner", "self.environment"):
        with pytest.raises(TemplateFault):
            render_page(PAGE, theme(article="{{ " + name + " }}"))


def test_the_same_page_gives_the_same_bytes_in_any_order():
    pages = list(PAGES.values())
    one, two = theme(), theme()
    forwards = {page.path: render_page(page, one) for page in pages}
    backwards = {page.path: render_page(page, two) for page in reversed(pages)}
    assert forwards == backwards


def digest(name, **templates):
    return template_digest(theme(**templates), name)


def test_a_digest_follows_what_a_template_reaches_and_nothing_else():
    text = sources()["templates"]
    assert digest("article.html") == digest("article.html")
    assert digest("article.html") != digest("article.html", article=text["article.html"] + " ")
    assert digest("article.html") != digest("article.html", base=text["base.html"] + " ")
    assert digest("article.html") != digest("article.html", parts=text["parts.html"] + " ")
    assert digest("article.html") == digest("article.html", home=text["home.html"] + " ")


def with_text(**changes):
    text = sources()
    for kind, entries in changes.items():
        text[kind] |= entries
    return template_digest(make_theme(text["templates"], text["assets"], text["catalogues"]), "home.html")


def test_a_digest_follows_strings_and_the_assets_a_template_names():
    plain = with_text()
    assert plain != with_text(assets={"style.css": "static/style.other.css"})
    assert plain == with_text(assets={"drawing.svg": "static/drawing.svg"})
    assert plain != with_text(catalogues={"en": sources()["catalogues"]["en"] + "\n# a comment"})


def test_a_name_known_only_while_rendering_stands_for_all_templates():
    source = "{% include view.frame.lang ~ '.html' %}"
    text = sources()["templates"]
    other = digest("article.html", article=source, home=text["home.html"] + " ")
    assert digest("article.html", article=source) != other


def test_a_template_that_cannot_be_read_has_no_digest_but_a_fault():
    with pytest.raises(TemplateFault, match=r"templates/article.html:1: "):
        digest("article.html", article="{% if %}")
