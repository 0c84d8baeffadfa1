"""Themes of a site's own: the guide names what is there, and each of its ways works without copying the rest."""

import re

import pytest

from lisanayn.build.theme import read_theme
from lisanayn.disk import MemoryDisk
from lisanayn.problems import TemplateFault
from lisanayn.render import Theme, make_theme, render_page, template_digest
from tests.pages.stories import ROOT, all_pages, site, story
from tests.theming_tables import Table, tables, written

PAGES = all_pages((story(),), site())
ARTICLE, HOME = PAGES["ar/quay/index.html"], PAGES["ar/index.html"]
TABLES = {table.name: table for table in tables()}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_the_guide_lists_what_is_there_and_describes_it(table: Table):
    rows = written(table.name)
    assert set(rows) == set(table.rows), "python -m tests.theming_tables writes the tables anew"
    assert [names for names, said in rows.items() if not said] == [], "described by nobody in docs/theming.md"


def test_a_template_names_its_blocks_where_people_look_first():
    for name in {row[0].strip("`") for row in TABLES["blocks"].rows}:
        comment = re.match(r"\s*\{#(.*?)#\}", (ROOT / "templates" / name).read_text("utf-8"), flags=re.S)
        own = [row[1].strip("`") for row in TABLES["blocks"].rows if row[0] == f"`{name}`"]
        listed = re.findall(r"\b[a-z_]+\b", comment[1]) if comment else []
        assert [block for block in own if len(own) > 1 and block not in listed] == [], name


def theme_of(**files: str) -> Theme:
    """The theme of a site that has these files; ``__`` in a name stands for ``/``, the last ``_`` for the full stop."""
    named = {re.sub(r"_(?=[a-z]+$)", ".", name.replace("__", "/")): text.encode() for name, text in files.items()}
    read = read_theme(MemoryDisk(named))
    return make_theme(dict(read.templates), {one.name: one.path for one in read.assets}, dict(read.catalogues))


PLAIN = theme_of()


def test_a_site_replaces_one_template_and_has_the_rest_of_the_theme():
    theme = theme_of(templates__home_html='{% extends "base.html" %}{% block main %}<p>our home</p>{% endblock %}')
    home = render_page(HOME, theme).decode()
    assert "<p>our home</p>" in home and 'class="entry' not in home
    assert '<header class="site">' in home
    assert render_page(ARTICLE, theme) == render_page(ARTICLE, PLAIN)


def test_a_site_fills_one_block_and_keeps_what_the_theme_has_there():
    own = '{% extends "theme/article.html" %}{% block colophon %}{{ super() }}<p>ours</p>{% endblock %}'
    html, plain = (render_page(ARTICLE, one).decode() for one in (theme_of(templates__article_html=own), PLAIN))
    assert html.replace("<p>ours</p>", "").split() == plain.split()
    assert html.index("<p>ours</p>") > html.index('class="colophon"')


def test_a_block_of_the_frame_is_filled_for_every_page():
    own = '{% extends "theme/base.html" %}{% block footer %}<footer>ours</footer>{% endblock %}'
    theme = theme_of(templates__base_html=own)
    for page in (ARTICLE, HOME):
        html = render_page(page, theme).decode()
        assert "<footer>ours</footer>" in html and 'class="site-foot"' not in html and '<header class="site">' in html


def test_the_built_in_theme_cannot_be_hidden():
    theme = theme_of(
        templates__theme__article_html="instead of it", templates__article_html='{% extends "theme/article.html" %}'
    )
    assert "instead of it" not in render_page(ARTICLE, theme).decode()


def test_a_site_changes_one_token_in_a_style_sheet_of_its_own():
    theme = theme_of(static__site_css=":root { --rubric: green }")
    html = render_page(ARTICLE, theme).decode()
    sheets = re.findall(r'<link rel="stylesheet" href="[./]*static/([\w-]+)\.[0-9a-f]{8}\.css">', html)
    assert sheets[-2:] == ["style", "site"], "it comes last, so that it wins"
    assert "static/site." not in render_page(ARTICLE, PLAIN).decode()


def test_a_change_is_seen_by_the_pages_it_touches_and_no_others():
    def changed(name: str, **files: str) -> bool:
        return template_digest(theme_of(**files), name) != template_digest(PLAIN, name)

    block = '{% extends "theme/home.html" %}{% block masthead %}{% endblock %}'
    assert changed("home.html", templates__home_html=block)
    assert not changed("article.html", templates__home_html=block)
    assert changed("article.html", static__site_css="p {}")
    assert template_digest(theme_of(static__site_css="p {}"), "home.html") != template_digest(
        theme_of(static__site_css="p { }"), "home.html"
    )
    assert not changed("article.html", static__unused_css="p {}")


def test_a_template_of_the_site_that_extends_itself_is_a_fault_not_an_endless_loop():
    with pytest.raises(TemplateFault, match="without end"):
        render_page(ARTICLE, theme_of(templates__article_html='{% extends "article.html" %}'))


def test_the_guides_examples_are_what_they_say():
    guide = (ROOT / "docs" / "theming.md").read_text("utf-8")
    (css,) = re.findall(r"```css\n(.*?)```", guide, flags=re.S)
    assert re.findall(r"(--[\w-]+):", css) == ["--rubric", "--size-body"]
    (template,) = re.findall(r"```jinja\n(.*?)```", guide, flags=re.S)
    html = render_page(ARTICLE, theme_of(templates__article_html=template)).decode()
    assert '<p class="note">2</p>' in html
    filters = {name for name, made in PLAIN.environment.filters.items() if "lisanayn" in (made.__module__ or "")}
    assert [name for name in filters if f"`{name}`" not in guide] == []


def test_every_size_of_a_language_is_used_and_nothing_else_is_asked_for():
    sheets = "".join([(ROOT / "static" / name).read_text("utf-8") for name in ("style.css", "lists.css")])
    css = re.sub(r"/\*.*?\*/", "", sheets, flags=re.S)
    known = {row[0].strip("`") for row in TABLES["tokens"].rows}
    own = set(re.findall(r"(--[\w-]+)\s*:", css))
    assert set(re.findall(r"var\((--[\w-]+)", css)) <= known | own
    assert known - own <= set(re.findall(r"var\((--[\w-]+)", css))
